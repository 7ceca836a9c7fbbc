/** What sleeps: a tile. */
interface Sleeper extends Element {
  requestUpdate(): void;
}

/** Tiles whose insides the browser may skip while they are out of sight, with their CSS states. */
const asleep = new Map<Sleeper, CustomStateSet>();
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
  for (const tile of asleep.keys()) {
    if (++woken > atOnce) return whenIdle(wakeSome);
    wake(tile);
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
export function sleep(tile: Sleeper, states: CustomStateSet, isNew: boolean): void {
  const now = performance.now();
  isRestless &&= now < newest + calmMs;
  newest = now;
  if (isNew) newcomers.add(tile);
  if (asleep.has(tile) || (isRestless && !isNew)) return;
  asleep.set(tile, states);
  states.add('asleep');
  if (isWaiting) return;
  isWaiting = true;
  first = now;
  wait(calmMs);
}

export function wake(tile: Sleeper): void {
  newcomers.delete(tile);
  asleep.get(tile)?.delete('asleep');
  asleep.delete(tile);
  draw(tile);
}

/** Tiles that have come since the last look around. */
const newcomers = new Set<Sleeper>();
/** Those of them that wait for their first drawing, and what is told after it. */
const undrawn = new Map<Sleeper, (() => void) | undefined>();
/** So many new tiles are all drawn at once: that takes less than a tenth of a second. */
const few = 40;
let sight: IntersectionObserver | undefined;

function draw(tile: Sleeper): void {
  if (!undrawn.has(tile)) return;
  sight!.unobserve(tile);
  tile.requestUpdate();
  const tell = undrawn.get(tile);
  undrawn.delete(tile);
  tell?.();
}

function lookAround(): void {
  if (newcomers.size > few)
    for (const tile of newcomers) {
      const { top, bottom } = tile.getBoundingClientRect();
      if (bottom > 0 && top < innerHeight) continue;
      if (!sight) {
        sight = new IntersectionObserver((entries) => {
          for (const { isIntersecting, target } of entries)
            if (isIntersecting) draw(target as Sleeper);
        });
        addEventListener('beforeprint', () => [...undrawn.keys()].forEach(draw));
      }
      undrawn.set(tile, undefined);
      sight.observe(tile);
    }
  newcomers.clear();
}

/**
 * Whether the tile may go without its first drawing: of many that come at once only those in sight
 * are drawn at once, the others when they come into sight, are printed, or wake.
 */
export function mayWait(tile: Sleeper): boolean {
  if (newcomers.size) lookAround();
  return undrawn.has(tile);
}

/** Tells of what is shown as soon as it is. */
export function onceDrawn(tile: Sleeper, tell: () => void): void {
  if (mayWait(tile)) undrawn.set(tile, tell);
  else tell();
}
