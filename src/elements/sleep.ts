/** Tiles that the browser may leave undrawn while they are out of sight. */
const asleep = new Set<() => void>();
/** When the newest tile came; one timer serves all. */
let newest = 0;
let isWaiting = false;

/** Waking is style and layout that come later, which no idle deadline counts: so, few at a time. */
const atOnce = 8;
/** A page that is still adding tiles is not disturbed. */
const calmMs = 800;

const whenIdle: (callback: () => void) => void =
  globalThis.requestIdleCallback ?? ((callback) => setTimeout(callback, 50));

function wakeSome(): void {
  let woken = 0;
  for (const wake of asleep) {
    asleep.delete(wake);
    wake();
    if (++woken === atOnce) break;
  }
  if (asleep.size) whenIdle(wakeSome);
  else isWaiting = false;
}

function wait(ms: number): void {
  isWaiting = true;
  setTimeout(() => {
    const left = newest + calmMs - performance.now();
    if (left > 0) wait(left);
    else whenIdle(wakeSome);
  }, ms);
}

/**
 * Lets a new tile sleep: `content-visibility: auto` spares its style and layout
 * as long as it is out of sight. It is woken in idle time, so that a picture of
 * the whole page shows every tile. Returns the way to forget it.
 */
export function sleepUntilIdle(wake: () => void): () => void {
  asleep.add(wake);
  newest = performance.now();
  if (!isWaiting) wait(calmMs);
  return () => asleep.delete(wake);
}
