import { ticks } from 'd3-array';
import { area, line } from 'd3-shape';
import { utcTicks } from 'd3-time';

/** One point of a series. `x` is wall-clock time in ms as if it were UTC; a `null` y is a gap. */
export interface LinePoint {
  x: number;
  y: number | null;
  low?: number | null;
  high?: number | null;
}

export interface LineSeries {
  name: string;
  points: readonly LinePoint[];
}

export interface LineInput {
  /** Points in rising x. */
  series: readonly LineSeries[];
  /** The target over time: each value holds from its x to the next; one entry without x holds all along. */
  target?: readonly { x: number | null; value: number }[];
  benchmark?: { value: number } | null;
  events?: readonly { x: number }[];
  /** Bounds the y axis may not pass (a percentage ends at 100). */
  bounds?: readonly [number | null, number | null];
  /** The part of x to show; default: all. */
  window?: readonly [number, number] | null;
}

export interface LineSize {
  width: number;
  height: number;
  /** Text of a y tick, to know how much room it needs. */
  formatY(value: number): string;
  /** Labels at the right end, in the order of the series, then target, then benchmark. */
  labels: readonly string[];
  /** About how wide one character is, in the units of `width`. */
  charWidth?: number;
}

export interface LineShape {
  plot: { left: number; right: number; top: number; bottom: number };
  yTicks: { y: number; value: number; text: string }[];
  xTicks: { x: number; time: number }[];
  series: {
    path: string;
    band: string;
    /** Points that have no neighbour to join: drawn as dots. */
    dots: { x: number; y: number }[];
    last: { x: number; y: number } | null;
  }[];
  target: string;
  benchmark: number | null;
  events: { x: number }[];
  /** Label positions, moved apart so that none covers another. */
  labels: { y: number }[];
  /** Whether labels fit at the right; if not they belong above the plot. */
  labelsFit: boolean;
  xOf(time: number): number;
  yOf(value: number): number;
  timeAt(x: number): number;
}

const round = (v: number): number => Math.round(v * 100) / 100;
const known = (v: number | null | undefined): v is number => v != null && Number.isFinite(v);

/** Pushes labels apart to at least `gap`, keeping their order, inside [top, bottom]. */
export function spread(ys: readonly number[], gap: number, top: number, bottom: number): number[] {
  const order = ys.map((y, i) => ({ y, i })).sort((a, b) => a.y - b.y || a.i - b.i);
  let floor = top;
  for (const o of order) {
    o.y = Math.max(o.y, floor);
    floor = o.y + gap;
  }
  let ceiling = bottom;
  for (const o of order.reverse()) {
    o.y = Math.min(o.y, ceiling);
    ceiling = o.y - gap;
  }
  const out = new Array<number>(ys.length);
  for (const o of order) out[o.i] = round(o.y);
  return out;
}

function extent(input: LineInput): [number, number] {
  let low = Infinity;
  let high = -Infinity;
  const see = (v: number | null | undefined): void => {
    if (!known(v)) return;
    if (v < low) low = v;
    if (v > high) high = v;
  };
  for (const s of input.series)
    for (const p of s.points) {
      if (input.window && (p.x < input.window[0] || p.x > input.window[1])) continue;
      see(p.y);
      if (known(p.y)) {
        see(p.low);
        see(p.high);
      }
    }
  for (const t of input.target ?? []) see(t.value);
  see(input.benchmark?.value);
  if (low > high) return [0, 1];
  // Beyond this a difference of two finite numbers is no longer finite.
  low = Math.max(low, -8e307);
  high = Math.min(high, 8e307);
  if (low === high) {
    const pad = Math.abs(low) * 0.1 || 1;
    return [low - pad, high + pad];
  }
  return [low, high];
}

/** Y ticks and a domain rounded out to them, inside the bounds. */
function axis(
  low: number,
  high: number,
  count: number,
  bounds: LineInput['bounds'],
): [number, number, number[]] {
  const pad = (high - low) * 0.06;
  let bottom = Math.max(low - pad, bounds?.[0] ?? -Infinity);
  let top = Math.min(high + pad, bounds?.[1] ?? Infinity);
  if (!(top > bottom)) [bottom, top] = [low - 1, high + 1];
  const marks = ticks(bottom, top, count).filter(Number.isFinite);
  return [bottom, top, marks.length > 1 && marks.length < 20 ? marks : [bottom, top]];
}

/** Positions of everything in a line chart; pure, rounded to 1/100. */
export function lineChart(input: LineInput, size: LineSize): LineShape {
  const char = size.charWidth ?? 6.4;
  const { width, height } = size;
  const [low, high] = extent(input);
  const top = 10;
  const bottom = Math.max(top + 20, height - 22);
  const [y0, y1, marks] = axis(
    low,
    high,
    Math.max(2, Math.min(6, (bottom - top) / 36)),
    input.bounds,
  );
  const texts = marks.map((m) => size.formatY(m));
  const left = 4 + char * Math.max(1, ...texts.map((t) => t.length)) + 6;
  const labelWidth = 10 + char * Math.max(0, ...size.labels.map((t) => t.length));
  const labelsFit = size.labels.length > 0 && labelWidth < width * 0.3;
  const right = Math.max(left + 20, width - (labelsFit ? labelWidth : 10));

  let t0 = Infinity;
  let t1 = -Infinity;
  for (const s of input.series)
    for (const p of s.points) {
      if (p.x < t0) t0 = p.x;
      if (p.x > t1) t1 = p.x;
    }
  if (input.window) [t0, t1] = input.window;
  if (!(t0 <= t1)) [t0, t1] = [0, 1];
  if (t0 === t1) [t0, t1] = [t0 - 43_200_000, t1 + 43_200_000];
  const xOf = (t: number): number => round(left + ((t - t0) / (t1 - t0)) * (right - left));
  const yOf = (v: number): number =>
    round(bottom - ((Math.min(y1, Math.max(y0, v)) - y0) / (y1 - y0)) * (bottom - top));

  const drawLine = line<LinePoint>()
    .defined((p) => known(p.y))
    .x((p) => xOf(p.x))
    .y((p) => yOf(p.y as number));
  const drawBand = area<LinePoint>()
    .defined((p) => known(p.y) && known(p.low) && known(p.high))
    .x((p) => xOf(p.x))
    .y0((p) => yOf(p.low as number))
    .y1((p) => yOf(p.high as number));

  const series = input.series.map(({ points }) => {
    const inside = input.window ? clip(points, input.window) : points;
    const dots = inside
      .filter((p, i) => known(p.y) && !known(inside[i - 1]?.y) && !known(inside[i + 1]?.y))
      .map((p) => ({ x: xOf(p.x), y: yOf(p.y as number) }));
    const last = inside.findLast((p) => known(p.y));
    return {
      path: drawLine(inside as LinePoint[]) ?? '',
      band: drawBand(inside as LinePoint[]) ?? '',
      dots,
      last: last ? { x: xOf(last.x), y: yOf(last.y as number) } : null,
    };
  });

  const steps = input.target ?? [];
  let target = '';
  steps.forEach((step, i) => {
    const from = Math.max(t0, step.x ?? t0);
    const to = Math.min(t1, steps[i + 1]?.x ?? t1);
    if (to >= from)
      target += `${target ? 'L' : 'M'}${xOf(from)},${yOf(step.value)}L${xOf(to)},${yOf(step.value)}`;
  });

  const wanted = series.map((s) => s.last?.y ?? top);
  const lastStep = steps.at(-1);
  if (lastStep) wanted.push(yOf(lastStep.value));
  if (input.benchmark) wanted.push(yOf(input.benchmark.value));

  return {
    plot: { left: round(left), right: round(right), top, bottom },
    yTicks: marks.map((value, i) => ({ y: yOf(value), value, text: texts[i] as string })),
    xTicks: utcTicks(new Date(t0), new Date(t1), Math.max(2, Math.floor((right - left) / 90)))
      .map((d) => ({ x: xOf(+d), time: +d }))
      .filter((d) => d.x >= left - 0.5 && d.x <= right + 0.5),
    series,
    target,
    benchmark: input.benchmark ? yOf(input.benchmark.value) : null,
    events: (input.events ?? [])
      .filter((e) => e.x >= t0 && e.x <= t1)
      .map((e) => ({ x: xOf(e.x) })),
    labels: spread(wanted, 15, top, bottom).map((y) => ({ y })),
    labelsFit,
    xOf,
    yOf,
    timeAt: (x) => t0 + ((x - left) / (right - left)) * (t1 - t0),
  };
}

/** The points inside the window and one neighbour on each side, so that lines reach its edge. */
function clip(
  points: readonly LinePoint[],
  [from, to]: readonly [number, number],
): readonly LinePoint[] {
  let start = points.findIndex((p) => p.x >= from);
  if (start < 0) return points.slice(-1);
  let end = points.findIndex((p) => p.x > to);
  if (end < 0) end = points.length - 1;
  start = Math.max(0, start - 1);
  return points.slice(start, end + 1);
}
