/** Points at their own instants, a million of them if need be: loaded when there are any. */
import {
  decimate,
  extentOf,
  firstAt,
  indexPoints,
  nearestValue,
  type PointIndex,
} from '../charts/decimate';
import type { LineShape } from '../charts/line';
import { computeWith } from '../metrics/compute';
import type { Metric, MetricOptions } from '../metrics/metric';
import { instantOf, parseInstant } from '../metrics/time';
import { parseNumber } from '../metrics/number';
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
function wallText(time: number, zone: string): string {
  const { wall } = instantOf(time, zone);
  if (!(Math.abs(wall) <= 8.64e15)) return String(time);
  const text = new Date(wall).toISOString().replace(/:00\.000Z$|Z$/, '');
  return text.endsWith('T00:00') ? text.slice(0, -6) : text;
}

function manyOf(index: PointIndex, metric: Metric, zone: string): ManyPoints {
  const { x, y } = index;
  const at = (position: number): TrendPoint => {
    const value = y[position]!;
    const known = !Number.isNaN(value);
    return {
      x: x[position]!,
      y: known ? value : null,
      period: wallText(x[position]!, zone),
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
    extremes() {
      const [low, high] = extentOf(index, 0, x.length);
      return {
        first: index.first,
        last: index.last,
        low: nearestValue(index, 0, x.length, low),
        high: nearestValue(index, 0, x.length, high),
      };
    },
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
  zone: string,
): TrendSeries[] {
  const columns = areColumns(rows) ? rows : columnsOf(rows, metric, options, zone);
  return columns.map(({ name, x, y, n }: RowColumns) => {
    const index = indexPoints(x, y);
    const many = manyOf(index, metric, zone);
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
  { fields, by }: MetricOptions & { by?: string },
  zone: string,
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
    const time = key === undefined ? null : parseInstant(own(key), zone);
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
 * Draws a series that has too many points for SVG, in the canvas's own colour.
 * Where several points share a pixel column, a bar from its lowest to its highest value, which no
 * line drawing would show more of; where they do not, the line itself.
 */
export function drawPoints(
  canvas: HTMLCanvasElement,
  { many }: TrendSeries,
  shape: LineShape,
): void {
  const ratio = devicePixelRatio || 1;
  const width = Math.round(canvas.clientWidth * ratio);
  const height = Math.round(canvas.clientHeight * ratio);
  if (canvas.width !== width || canvas.height !== height) {
    canvas.width = width;
    canvas.height = height;
  }
  const context = canvas.getContext('2d');
  if (!context || !many) return;
  context.clearRect(0, 0, width, height);
  context.fillStyle = context.strokeStyle = getComputedStyle(canvas).color;
  context.lineWidth = lineWidth * ratio;
  drawIndex(context, many.index, shape, ratio);
}

function drawIndex(
  context: CanvasRenderingContext2D,
  index: PointIndex,
  { plot, window: [from, to], yOf }: LineShape,
  ratio: number,
): void {
  const left = Math.round(plot.left * ratio);
  const width = Math.max(1, Math.round(plot.right * ratio) - left);
  const start = Math.max(0, firstAt(index, from) - 1);
  const end = Math.min(index.x.length, firstAfter(index, to) + 1);
  const y = (value: number): number => yOf(value) * ratio;
  context.save();
  context.beginPath();
  context.rect(left, 0, width, context.canvas.height);
  context.clip();
  context.beginPath();
  if (end - start <= width * 1.5) {
    const perMs = width / (to - from);
    let isOpen = false;
    for (let i = start; i < end; i++) {
      const value = index.y[i]!;
      if (Number.isNaN(value)) {
        isOpen = false;
        continue;
      }
      const x = left + (index.x[i]! - from) * perMs;
      if (isOpen) context.lineTo(x, y(value));
      else {
        context.moveTo(x, y(value));
        // A point alone is still a mark.
        context.lineTo(x + 0.01, y(value));
      }
      isOpen = true;
    }
    context.lineJoin = context.lineCap = 'round';
    context.stroke();
    context.restore();
    return;
  }
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
  context.stroke();
  context.restore();
}
