/** Windows on a line chart, and what of its lines is in them: loaded with what zooms. */
import type { LinePoint } from './line-input';
import { known } from './path';

/** A stretch of time in ms. */
export type Span = readonly [number, number];

/** Whether less than all is shown. */
export const isPart = ({ window, full }: { window: Span; full: Span }): boolean =>
  window[0] !== full[0] || window[1] !== full[1];

/** The part of `full` that a window of this length can show, moved inside where it sticks out; `null` is all of it. */
export function fitSpan([from, to]: Span, full: Span, least: number): Span | null {
  const all = full[1] - full[0];
  const length = Math.max(to - from, Math.min(least, all));
  // A hair less than all is all.
  if (!(length < all * 0.999)) return null;
  const middle = (from + to) / 2;
  const start = Math.max(full[0], Math.min(full[1] - length, middle - length / 2));
  return [start, start + length];
}

/** A window `factor` times as long, with the time `at` staying where it is on the screen. */
export function zoomSpan([from, to]: Span, factor: number, at: number): Span {
  return [at - (at - from) * factor, at + (to - at) * factor];
}

/** The window moved by a share of its own length; later is positive. */
export function panSpan([from, to]: Span, share: number): Span {
  const by = (to - from) * share;
  return [from + by, to + by];
}

/** The window in which two times lie at two positions of a plot: how two fingers hold it. */
export function pinchSpan(
  times: readonly [number, number],
  at: readonly [number, number],
  left: number,
  right: number,
): Span {
  const perPixel = (times[1] - times[0]) / (at[1] - at[0]);
  const from = times[0] - (at[0] - left) * perPixel;
  return [from, from + (right - left) * perPixel];
}

/** The points inside the window; where a line crosses its edge, the point of crossing. */
export function clip<P extends LinePoint>(points: readonly P[], [from, to]: Span): readonly P[] {
  if (!points.length || (points[0]!.x >= from && points.at(-1)!.x <= to)) return points;
  const inside: P[] = [];
  points.forEach((p, i) => {
    const before = points[i - 1];
    for (const edge of [from, to])
      if (before && before.x < edge && p.x > edge) inside.push(crossing(before, p, edge));
    if (p.x >= from && p.x <= to) inside.push(p);
  });
  return inside;
}

function crossing<P extends LinePoint>(a: P, b: P, x: number): P {
  const share = (x - a.x) / (b.x - a.x);
  const mix = (p: number | null | undefined, q: number | null | undefined): number | null =>
    known(p) && known(q) ? p + (q - p) * share : null;
  return { ...b, x, y: mix(a.y, b.y), low: mix(a.low, b.low), high: mix(a.high, b.high) };
}
