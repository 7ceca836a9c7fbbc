/** Tiles that the browser may leave undrawn while they are out of sight. */
const asleep = new Set<() => void>();
let timer: ReturnType<typeof setTimeout> | undefined;

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
}

/**
 * Lets a new tile sleep: `content-visibility: auto` spares its style and layout
 * as long as it is out of sight. It is woken in idle time, so that a picture of
 * the whole page shows every tile. Returns the way to forget it.
 */
export function sleepUntilIdle(wake: () => void): () => void {
  asleep.add(wake);
  clearTimeout(timer);
  timer = setTimeout(() => whenIdle(wakeSome), calmMs);
  return () => asleep.delete(wake);
}
