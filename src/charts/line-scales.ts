import { ticks } from 'd3-array';
import type { LineInput, LinePoint, LineSeries, LineSize } from './line-input';
import type { LineShape } from './line-shape';
import { known, round } from './path';

export { known, round };

/** The longest span of all series, some room around a single time. */
export function spanOf(series: readonly LineSeries[]): readonly [number, number] {
  let from = Infinity;
  let to = -Infinity;
  const see = (x: number | undefined): void => {
    if (x === undefined) return;
    if (x < from) from = x;
    if (x > to) to = x;
  };
  for (const { points, ahead, source } of series) {
    see(points[0]?.x);
    see(points.at(-1)?.x);
    see(ahead?.at(-1)?.x);
    source?.span.forEach(see);
  }
  if (!(from <= to)) return [0, 1];
  return from === to ? [from - 43_200_000, to + 43_200_000] : [from, to];
}

export function extentOf(
  input: LineInput,
  shown: readonly (readonly LinePoint[])[],
  [from, to]: readonly [number, number],
): [number, number] {
  let low = Infinity;
  let high = -Infinity;
  const see = (v: number | null | undefined): void => {
    if (!known(v)) return;
    if (v < low) low = v;
    if (v > high) high = v;
  };
  for (const points of shown)
    for (const p of points) {
      if (!known(p.y)) continue;
      see(p.y);
      if (input.hasBands === false) continue;
      see(p.low);
      see(p.high);
    }
  for (const { source } of input.series) source?.extent(from, to).forEach(see);
  for (const mark of input.target ?? []) {
    see(mark.low);
    see(mark.high);
  }
  see(input.benchmark?.value);
  if (low > high) return [0, 1];
  // Beyond this a difference of two finite numbers is no longer finite.
  low = Math.min(Math.max(low, -7e307), 7e307);
  high = Math.min(Math.max(high, -7e307), 7e307);
  return [low, high];
}

/** Y ticks, their distance, and a domain with some air, inside the bounds unless a value is not. */
export function yAxis(
  low: number,
  high: number,
  count: number,
  { bounds, isDuration }: LineInput,
): { bottom: number; top: number; marks: number[]; step: number } {
  // Differences this small, of numbers or to nothing, leave no room for a scale.
  const isFlat = high - low <= Math.max(1e-290, Math.abs(high) * 1e-14);
  const pad = isFlat ? (Math.abs(low) > 1e-280 ? Math.abs(low) * 0.1 : 1) : (high - low) * 0.06;
  let bottom = Math.min(low, Math.max(low - pad, bounds?.[0] ?? -Infinity));
  let top = Math.max(high, Math.min(high + pad, bounds?.[1] ?? Infinity));
  if (!(top > bottom)) [bottom, top] = [low - 1, high + 1];
  // Days where half of one or more lies between two ticks: 10 and 20 hours are no days.
  const isDays = top - bottom > count * 30_000;
  const unit = !isDuration || top < 120 ? 1 : top < 7200 ? 60 : isDays ? 86_400 : 3600;
  let marks = ticks(bottom / unit, top / unit, count)
    .map((mark) => mark * unit)
    .filter(Number.isFinite);
  if (marks.length < 2 || marks.length > 20) marks = [bottom, top];
  return { bottom, top, marks, step: marks[1]! - marks[0]! };
}

/** Ticks with their texts inside the width, those left out that would touch the one before. */
export function xAxis(
  times: readonly number[],
  step: number,
  { width, formatX, fromWall = (t) => t }: LineSize,
  xOf: (time: number) => number,
  charWidth: number,
): LineShape['xTicks'] {
  let end = -Infinity;
  return times.flatMap((wall) => {
    const time = fromWall(wall);
    const text = formatX(wall, step, end < 0);
    const half = (text.length * charWidth) / 2;
    const x = round(Math.min(width - half, Math.max(half, xOf(time))));
    if (x - half < end) return [];
    end = x + half + charWidth;
    return [{ x, time, text }];
  });
}
