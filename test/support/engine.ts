/** The engine that the tests run in, and what its harness cannot do. */
const page = (window as unknown as { metrikTests?: { engine: string } }).metrikTests;

/** `chromium`, `firefox` or `webkit`, as METRIK_BROWSER said. */
export const engine = page?.engine ?? 'chromium';

/** What a test asks of the browser around the page. */
type Ability = 'emulate media' | 'make a window as narrow';

const missing: Readonly<Record<string, readonly Ability[]>> = {
  webkit: ['emulate media', 'make a window as narrow'],
};

const canDo = (ability: Ability): boolean => !missing[engine]?.includes(ability);

/** `it` for a test that needs the harness to be able to do this; where it cannot, the title says so. */
export function itAble(ability: Ability, title: string, body: Mocha.AsyncFunc | Mocha.Func): void {
  if (canDo(ability)) it(title, body);
  else it.skip(`${title} (skipped: the driver of ${engine} cannot ${ability})`, body);
}

/** `describe` likewise; without the ability the body is not run. */
export function describeAble(ability: Ability, title: string, body: () => void): void {
  if (canDo(ability)) describe(title, body);
  else it.skip(`${title} (skipped: the driver of ${engine} cannot ${ability})`, () => undefined);
}
