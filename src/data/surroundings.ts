/**
 * What the data layer takes from outside: time, chance, the network and the
 * page's state. Tests put their own in its place.
 */
export interface Surroundings {
  /** Milliseconds since 1970. */
  now(): number;
  /** 0 to 1, as `Math.random`. */
  random(): number;
  /** Calls back after so many milliseconds; the returned function cancels. */
  after(milliseconds: number, run: () => void): () => void;
  /** Whether the page can be seen. */
  visible(): boolean;
  /** Whether the browser believes it has a network. */
  online(): boolean;
  fetch: typeof fetch;
}

/** The page's own. */
export const page: Surroundings = {
  now: () => Date.now(),
  random: () => Math.random(),
  after(milliseconds, run) {
    const timer = setTimeout(run, milliseconds);
    return () => clearTimeout(timer);
  },
  visible: () => typeof document === 'undefined' || document.visibilityState !== 'hidden',
  online: () => typeof navigator === 'undefined' || navigator.onLine !== false,
  fetch: (input, init) => fetch(input, init),
};
