/**
 * Reading ../shared, material that does not ship with the project. Where it is absent, tests that
 * need it are skipped and say so in their titles.
 */
const page = (window as unknown as { metrikTests?: { shared: boolean } }).metrikTests;

/** Whether ../shared stands beside the project. */
export const hasShared = page?.shared === true;

/** `it` for a test that needs ../shared. */
export function itShared(title: string, body: Mocha.AsyncFunc | Mocha.Func): void {
  if (hasShared) it(title, body);
  else it.skip(`${title} (skipped: ../shared is not here)`, body);
}

/** `describe` for tests that need ../shared; the body is not run without it. */
export function describeShared(title: string, body: () => void): void {
  if (hasShared) describe(title, body);
  else it.skip(`${title} (skipped: ../shared is not here)`, () => undefined);
}

/** The text of a file, `path` as in `vectors/metrics.json`. */
export async function sharedText(path: string): Promise<string> {
  const response = await fetch(`/shared/${path}`);
  if (!response.ok) throw new Error(`missing ../shared/${path}`);
  return response.text();
}

export async function sharedJson<T>(path: string): Promise<T> {
  return JSON.parse(await sharedText(path)) as T;
}
