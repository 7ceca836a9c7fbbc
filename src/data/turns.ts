/** How long work and the page's drawing take turns; needed for long and for live answers only. */
export interface Turns {
  /** Milliseconds on a clock that never jumps, to tell how long work has gone on. */
  worked(): number;
  /** Lets the page draw and answer to input before going on. */
  rest(): Promise<void>;
  /** Calls back before the page is next drawn; of a page that is not drawn, within a second. Returned: the way to cancel. */
  frame(run: () => void): () => void;
}

/** The page's own. */
export const turns: Turns = {
  worked: () => performance.now(),
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
};
