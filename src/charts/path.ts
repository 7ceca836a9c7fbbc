/**
 * Straight paths through points with gaps. d3-shape draws the same; with its
 * curves and path writer it weighs 3.6 KiB in every page for these two.
 */

/** Hundredths of a unit are finer than any screen. */
export const round = (v: number): number => Math.round(v * 100) / 100;

/** Whether there is a value to draw. */
export const known = (v: number | null | undefined): v is number => v != null && Number.isFinite(v);

/** A place in the drawing, or `null` for a gap. */
export type Place = readonly [x: number, y: number] | null;

/** Runs of neighbours that are there. */
function runsOf<T>(items: readonly (T | null)[]): T[][] {
  const runs: T[][] = [];
  let run: T[] | null = null;
  for (const item of items) {
    if (item === null) run = null;
    else if (run) run.push(item);
    else runs.push((run = [item]));
  }
  return runs;
}

const join = (places: readonly (readonly [number, number])[]): string =>
  places.map(([x, y]) => `${x},${y}`).join('L');

/** Neighbours joined by lines. A place alone is closed on itself, so that round caps show it as a dot. */
export function linePath(places: readonly Place[]): string {
  return runsOf(places)
    .map((run) => `M${join(run)}${run.length === 1 ? 'Z' : ''}`)
    .join('');
}

/** The surface between two heights at each x, or `null` for a gap. */
export function bandPath(
  bands: readonly (readonly [x: number, low: number, high: number] | null)[],
): string {
  return runsOf(bands)
    .map((run) => {
      const top = run.map(([x, , high]) => [x, high] as const);
      const bottom = run.map(([x, low]) => [x, low] as const).reverse();
      return `M${join([...top, ...bottom])}Z`;
    })
    .join('');
}

/** Small rings or dots as one path. */
export const circles = (spots: readonly { x: number; y: number }[], r: number): string =>
  spots
    .map(({ x, y }) => `M${x - r},${y}a${r},${r} 0 1 0 ${r * 2},0a${r},${r} 0 1 0 ${-r * 2},0`)
    .join('');
