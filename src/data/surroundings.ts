import type { Turns } from './turns';

/** What may make a feed ask again: the page is seen again, the network is back, and so on. */
export type Wake = 'visible' | 'online' | 'offline' | 'focus' | 'resume' | 'restored' | 'hidden';

/**
 * What the data layer takes from outside: time, chance, the network and the
 * page's state. Tests put their own in its place.
 */
export interface Surroundings extends Partial<Turns> {
  /** Milliseconds since 1970; may jump, as clocks do. */
  now(): number;
  /** 0 to 1, as `Math.random`. */
  random(): number;
  /** Calls back after so many milliseconds; the returned function cancels. */
  after(milliseconds: number, run: () => void): () => void;
  /** Whether the page can be seen. */
  visible(): boolean;
  /** Whether the browser believes it has a network. */
  online(): boolean;
  /** Tells of changes until the returned function is called. */
  watch(told: (wake: Wake) => void): () => void;
  /** Watches the page's security policy; the returned function says, once, whether it refused this address. */
  policy(url: string): () => Promise<boolean>;
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
  visible: () => document.visibilityState !== 'hidden',
  online: () => navigator.onLine,
  watch(told) {
    const stop = new AbortController();
    const on = (target: EventTarget, type: string, wake: (event: Event) => Wake | null): void =>
      target.addEventListener(
        type,
        (event) => {
          const what = wake(event);
          if (what) told(what);
        },
        { signal: stop.signal },
      );
    on(document, 'visibilitychange', () => (page.visible() ? 'visible' : 'hidden'));
    on(document, 'resume', () => 'resume');
    on(window, 'online', () => 'online');
    on(window, 'offline', () => 'offline');
    on(window, 'focus', () => 'focus');
    on(window, 'pageshow', (event) =>
      (event as PageTransitionEvent).persisted ? 'restored' : null,
    );
    return () => stop.abort();
  },
  policy(url) {
    let refused = false;
    const note = (event: SecurityPolicyViolationEvent): void => {
      // Other origins are reported without their path.
      if (url.startsWith(event.blockedURI) && event.disposition === 'enforce') refused = true;
    };
    document.addEventListener('securitypolicyviolation', note);
    return async () => {
      // The report comes in a task of its own, after the rejection.
      if (!refused) await new Promise((resolve) => setTimeout(resolve));
      document.removeEventListener('securitypolicyviolation', note);
      return refused;
    };
  },
  fetch: (input, init) => fetch(input, init),
};
