/** The CSS states of tiles that the browser may leave undrawn while they are out of sight. */
const asleep = new Set<CustomStateSet>();
/** When the newest tile or data came, and the first that the tiles now asleep slept for. */
let newest = -Infinity;
let first = 0;
/** Data comes without end: tiles that slept through it would be blank in every picture of the page. */
let isRestless = false;
let isWaiting = false;

/** Waking is style and layout that come later, which no idle deadline counts: so, few at a time. */
const atOnce = 8;
/** A page that is still adding tiles or data is not disturbed … */
const calmMs = 800;
/** … but no tile sleeps for long. */
const mostMs = 4000;

const whenIdle: (callback: () => void) => void =
  globalThis.requestIdleCallback ?? ((callback) => setTimeout(callback, 50));

function wakeSome(): void {
  let woken = 0;
  for (const states of asleep) {
    if (++woken > atOnce) return whenIdle(wakeSome);
    wake(states);
  }
  isWaiting = false;
}

function wait(ms: number): void {
  setTimeout(() => {
    const now = performance.now();
    const left = Math.min(newest + calmMs, first + mostMs) - now;
    if (left > 0) return wait(left);
    isRestless = now < newest + calmMs;
    whenIdle(wakeSome);
  }, ms);
}

/**
 * Lets a tile sleep that is new or has got other data: `content-visibility: auto` spares its style
 * and layout as long as it is out of sight. It is woken in idle time, so that a picture of the whole
 * page shows every tile.
 */
export function sleep(states: CustomStateSet, isNew: boolean): void {
  const now = performance.now();
  isRestless &&= now < newest + calmMs;
  newest = now;
  if (asleep.has(states) || (isRestless && !isNew)) return;
  asleep.add(states);
  states.add('asleep');
  if (isWaiting) return;
  isWaiting = true;
  first = now;
  wait(calmMs);
}

export function wake(states: CustomStateSet | undefined): void {
  if (states && asleep.delete(states)) states.delete('asleep');
}
