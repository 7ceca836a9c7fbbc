/** Points at their own instants, a million of them if need be: loaded when there are any. */
import {
  decimate,
  extentOf,
  extremesAt,
  firstAt,
  indexPoints,
  nearestValue,
  type PointIndex,
} from '../charts/decimate';
import type { LineShape } from '../charts/line';
import type { Span } from '../charts/zoom';
import { computeWith } from '../metrics/compute';
import type { Metric, MetricOptions } from '../metrics/metric';
import { parseInstant } from '../metrics/time';
import { viewerZone } from '../metrics/viewer-zone';
import { parseNumber } from '../metrics/number';
import { clockOf, type Clock } from './trend-clock';
import {
  areColumns,
  timeKeys,
  type ManyPoints,
  type TrendPoint,
  type TrendSeries,
} from './trend-series';

/** Series of up to so many points are drawn as SVG, each point an object. */
export const mostNodes = 2000;

/** "2026-06-03T09:12"; a plain day where it is midnight. */
function wallText(time: number, clock: Clock): string {
  const wall = clock.toWall(time);
  if (!(Math.abs(wall) <= 8.64e15)) return String(time);
  const text = new Date(wall).toISOString().replace(/:00\.000Z$|Z$/, '');
  return text.endsWith('T00:00') ? text.slice(0, -6) : text;
}

function manyOf(index: PointIndex, metric: Metric, clock: Clock): ManyPoints {
  const { x, y } = index;
  const at = (position: number): TrendPoint => {
    const value = y[position]!;
    const known = !Number.isNaN(value);
    return {
      x: x[position]!,
      y: known ? value : null,
      period: wallText(x[position]!, clock),
      result: known ? bare(metric, value) : null,
    };
  };
  return {
    index,
    length: x.length,
    span: [x[0] ?? 0, x.at(-1) ?? 0],
    extent: (from, to) => extentOf(index, firstAt(index, from), firstAfter(index, to)),
    last(to) {
      let position = firstAfter(index, to) - 1;
      while (position >= 0 && Number.isNaN(y[position])) position--;
      return position < 0 ? null : { x: x[position]!, y: y[position]! };
    },
    xAt: (position) => x[position]!,
    at,
    extremes: () => ({ ...extremesAt(index), first: index.first, last: index.last }),
    pick: (from, to, value) =>
      nearestValue(index, firstAt(index, from), firstAfter(index, to), value),
  };
}

/** A ready value of unknown size, whatever the metric's scale. */
const bare = (metric: Metric, value: number): NonNullable<TrendPoint['result']> => ({
  metric: metric.id,
  value,
  unit: metric.unit,
  direction: metric.direction,
  method: 'given',
  n: 0,
  invalid: 0,
  unanswered: 0,
  interval: null,
});

function firstAfter(index: PointIndex, time: number): number {
  let position = firstAt(index, time);
  while (index.x[position] === time) position++;
  return position;
}

/** Series of columns, or of rows of ready values. Throws `RangeError` for times that are none, or fall. */
export function pointSeries(
  rows: readonly unknown[],
  metric: Metric,
  options: MetricOptions & { by?: string },
): TrendSeries[] {
  const columns = areColumns(rows) ? rows : columnsOf(rows, metric, options);
  const clock = clockOf(options.timeZone);
  return columns.map(({ name, x, y, n }: RowColumns) => {
    const index = indexPoints(x, y);
    const many = manyOf(index, metric, clock);
    const segment = name ?? null;
    if (index.x.length > mostNodes) return { segment, points: [], many };
    const points = Array.from(index.x, (_, i) => {
      const point = many.at(i);
      const size = n?.[i];
      if (size && point.result) {
        point.result = computeWith(metric, { value: point.y, n: size }, options);
        [point.low = null, point.high = null] = point.result.interval ?? [];
      }
      return point;
    });
    return { segment, points };
  });
}

interface RowColumns {
  name?: string;
  x: ArrayLike<unknown>;
  y: ArrayLike<unknown>;
  n?: readonly number[];
}

function columnsOf(
  rows: readonly unknown[],
  metric: Metric,
  { fields, by, timeZone = viewerZone() }: MetricOptions & { by?: string },
): RowColumns[] {
  const name = (field: string): string =>
    fields && Object.hasOwn(fields, field) ? fields[field]! : field;
  const [value, n, segment] = [name('value'), name('n'), by && name(by)];
  const keys = [name('created_at'), ...timeKeys];
  const [least, most] = metric.scale;
  const found = new Map<string, { x: number; y: number; n: number }[]>();
  rows.forEach((row, i) => {
    if (typeof row !== 'object' || row === null) return;
    const own = (key: string): unknown =>
      Object.hasOwn(row, key) ? (row as Record<string, unknown>)[key] : undefined;
    const key = keys.find((k) => Object.hasOwn(row, k));
    const time = key === undefined ? null : parseInstant(own(key), timeZone);
    if (!time) throw new RangeError(`no time in row ${i}: ${JSON.stringify(row).slice(0, 60)}`);
    const read = parseNumber(own(value)) ?? NaN;
    const inside = read >= (least ?? read) && read <= (most ?? read);
    const line = String((segment && own(segment)) ?? '').trim();
    let points = found.get(line);
    if (!points) found.set(line, (points = []));
    points.push({ x: time.ms, y: inside ? read : NaN, n: parseNumber(own(n)) ?? 0 });
  });
  return [...found].map(([line, points]) => {
    points.sort((a, b) => a.x - b.x);
    return {
      name: line || undefined,
      x: Float64Array.from(points, (p) => p.x),
      y: Float64Array.from(points, (p) => p.y),
      n: points.map((p) => p.n),
    };
  });
}

/** Width of a line in CSS pixels. */
const lineWidth = 1.25;

/**
 * Draws a series that has too many points for SVG, in one colour.
 * Where several points share a pixel column, a bar from its lowest to its highest value, which no
 * line drawing would show more of; where they do not, the line itself.
 */
export function drawPoints(
  canvas: HTMLCanvasElement,
  { many }: TrendSeries,
  shape: LineShape,
  size: readonly [number, number],
  colour: string,
): void {
  const ratio = devicePixelRatio || 1;
  const [width, height] = size.map((length) => Math.round(length * ratio)) as [number, number];
  const context = canvas.getContext('2d');
  if (!context || !many) return;
  if (canvas.width !== width || canvas.height !== height) {
    canvas.width = width;
    canvas.height = height;
  } else context.clearRect(0, 0, width, height);
  context.fillStyle = context.strokeStyle = colour;
  context.lineWidth = lineWidth * ratio;
  context.lineJoin = context.lineCap = 'round';
  const { plot, window, valueAt } = shape;
  const [low, high] = [valueAt(plot.bottom), valueAt(plot.top)];
  const perValue = ((plot.top - plot.bottom) * ratio) / (high - low);
  const left = Math.round(plot.left * ratio);
  const pen: Pen = {
    context,
    left,
    width: Math.max(1, Math.round(plot.right * ratio) - left),
    y: (value) => plot.bottom * ratio + (value - low) * perValue,
  };
  const { index } = many;
  const start = Math.max(0, firstAt(index, window[0]) - 1);
  const end = Math.min(index.x.length, firstAfter(index, window[1]) + 1);
  context.beginPath();
  if (end - start <= pen.width * 1.5) drawLine(pen, index, window, start, end);
  else drawColumns(pen, index, window);
  context.stroke();
}

interface Pen {
  context: CanvasRenderingContext2D;
  left: number;
  width: number;
  y(value: number): number;
}

/** Every point, and one beyond each end, cut off at the plot. */
function drawLine(
  { context, left, width, y }: Pen,
  index: PointIndex,
  [from, to]: Span,
  start: number,
  end: number,
): void {
  context.save();
  const region = new Path2D();
  region.rect(left, 0, width, context.canvas.height);
  context.clip(region);
  const perMs = width / (to - from);
  let isOpen = false;
  for (let i = start; i < end; i++) {
    const value = index.y[i]!;
    const x = left + (index.x[i]! - from) * perMs;
    if (isOpen) context.lineTo(x, y(value));
    else {
      context.moveTo(x, y(value));
      // A point alone is still a mark.
      context.lineTo(x + 0.01, y(value));
    }
    isOpen = !Number.isNaN(value);
  }
  context.stroke();
  context.beginPath();
  context.restore();
}

function drawColumns({ context, left, width, y }: Pen, index: PointIndex, [from, to]: Span): void {
  const { first, last, low, high, joined } = decimate(index, from, to, width);
  const half = context.lineWidth / 2;
  let before = -1;
  for (let column = 0; column < width; column++) {
    if (Number.isNaN(low[column])) continue;
    let top = y(high[column]!);
    let bottom = y(low[column]!);
    if (before >= 0 && joined[column]) {
      const came = y(last[before]!);
      if (before === column - 1) {
        top = Math.min(top, came);
        bottom = Math.max(bottom, came);
      } else {
        context.moveTo(left + before + 0.5, came);
        context.lineTo(left + column + 0.5, y(first[column]!));
      }
    }
    context.fillRect(left + column, top - half, 1, bottom - top + half * 2);
    before = column;
  }
}
