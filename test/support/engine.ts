/** The engine that the tests run in, and what tests cannot do there. */
const page = (window as unknown as { metrikTests?: { engine: string } }).metrikTests;

/** `chromium`, `firefox` or `webkit`, as METRIK_BROWSER said. */
export const engine = page?.engine ?? 'chromium';

type Ability = 'emulate media' | 'make a window as narrow' | 'notice chunks that break off';

const missing: Readonly<Record<string, readonly Ability[]>> = {
  // Its driver has no command for media, and its window is at least 447 px wide. Its network
  // library, which Safari does not have, takes a chunked body that breaks off for a whole one.
  webkit: ['emulate media', 'make a window as narrow', 'notice chunks that break off'],
};

/** Whether tests can do this in the engine at hand. */
export const canDo = (ability: Ability): boolean => !missing[engine]?.includes(ability);

const without = (ability: Ability, title: string): string =>
  `${title} (skipped: in ${engine} the tests cannot ${ability})`;

/** `it` for a test that takes an ability; where it is missing, the title says so. */
export function itAble(ability: Ability, title: string, body: Mocha.AsyncFunc | Mocha.Func): void {
  if (canDo(ability)) it(title, body);
  else it.skip(without(ability, title), body);
}

/** `describe` likewise; without the ability the body is not run. */
export function describeAble(ability: Ability, title: string, body: () => void): void {
  if (canDo(ability)) describe(title, body);
  else it.skip(without(ability, title), () => undefined);
}
