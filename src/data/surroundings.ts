/** What may make a feed ask again: the page is seen again, the network is back, and so on. */
export type Wake = 'visible' | 'online' | 'offline' | 'focus' | 'resume' | 'restored' | 'hidden';

/**
 * What the data layer takes from outside: time, chance, the network and the
 * page's state. Tests put their own in its place.
 */
export interface Surroundings {
  /** Milliseconds since 1970; may jump, as clocks do. */
  now(): number;
  /** Milliseconds on a clock that never jumps, to tell how long work has gone on. */
  worked(): number;
  /** 0 to 1, as `Math.random`. */
  random(): number;
  /** Calls back after so many milliseconds; the returned function cancels. */
  after(milliseconds: number, run: () => void): () => void;
  /** Calls back before the page is next drawn; of a page that is not drawn, within a second. Returned: the way to cancel. */
  frame(run: () => void): () => void;
  /** Lets the page draw and answer to input before going on. */
  rest(): Promise<void>;
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
  worked: () => performance.now(),
  random: () => Math.random(),
  after(milliseconds, run) {
    const timer = setTimeout(run, milliseconds);
    return () => clearTimeout(timer);
  },
  frame(run) {
    const once = (): void => {
      cancel();
      run();
    };
    const frame = requestAnimationFrame(once);
    const late = setTimeout(once, 1000);
    const cancel = (): void => {
      cancelAnimationFrame(frame);
      clearTimeout(late);
    };
    return cancel;
  },
  // scheduler.yield would go on ahead of every timer on the page, and a chain of timers waits 4 ms each.
  rest: () =>
    new Promise((resolve) => {
      const { port1, port2 } = new MessageChannel();
      port1.onmessage = () => {
        port1.close();
        resolve();
      };
      port2.postMessage(null);
    }),
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
