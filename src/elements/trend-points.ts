/** Points at their own instants, a million of them if need be: loaded when there are any. */
import { html, nothing } from 'lit';
import {
  extentOf,
  extremesAt,
  firstAfter,
  firstAt,
  indexPoints,
  nearestValue,
  type PointIndex,
} from '../charts/decimate';
import { densePath, traceLine, type DenseRoom } from '../charts/dense-line';
import type { LineShape } from '../charts/line';
import { computeWith } from '../metrics/compute';
import type { Metric, MetricOptions } from '../metrics/metric';
import { parseInstant } from '../metrics/time';
import { viewerZone } from '../metrics/viewer-zone';
import { parseNumber } from '../metrics/number';
import type { Plan } from '../metrics/plan';
import { isOutside } from '../metrics/ready';
import { adopt } from '../styles/adopt';
import { trendExtraStyle } from '../styles/trend-extras';
import { clockOf, type Clock } from './trend-clock';
import {
  areColumns,
  timeKeys,
  type ManyPoints,
  type TrendPoint,
  type TrendSeries,
} from './trend-series';
import { lookOf, type TrendHost, type TrendView } from './trend-model';

export { clockOf };

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

/** Series of columns, or of rows of ready values. Throws `RangeError` for times that are none, or fall. */
export function pointSeries(
  rows: readonly unknown[],
  metric: Metric,
  options: MetricOptions & Pick<Plan, 'by' | 'where'>,
): TrendSeries[] {
  const columns = areColumns(rows) ? rows : columnsOf(keptOf(rows, options), metric, options);
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

/** The rows that `where` keeps. */
function keptOf(rows: readonly unknown[], options: Partial<Plan>): readonly unknown[] {
  // What a page wrote to Object.prototype is no filter.
  const keeps = Object.hasOwn(options, 'where') && options.where?.(options);
  return keeps ? rows.filter(keeps) : rows;
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
  const found = new Map<string, { x: number; y: number; n: number }[]>();
  rows.forEach((row, i) => {
    if (typeof row !== 'object' || row === null) return;
    const own = (key: string): unknown =>
      Object.hasOwn(row, key) ? (row as Record<string, unknown>)[key] : undefined;
    const key = keys.find((k) => Object.hasOwn(row, k));
    const time = key === undefined ? null : parseInstant(own(key), timeZone);
    if (!time) throw new RangeError(`no time in row ${i}: ${JSON.stringify(row).slice(0, 60)}`);
    const read = parseNumber(own(value)) ?? NaN;
    const line = String((segment && own(segment)) ?? '').trim();
    let points = found.get(line);
    if (!points) found.set(line, (points = []));
    points.push({
      x: time.ms,
      y: isOutside(read, metric.scale) ? NaN : read,
      n: parseNumber(own(n)) ?? 0,
    });
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

/** Columns to a CSS pixel where a line is drawn as a path. */
const fineness = 2;

/** Where the line is drawn, in pixels of which `ratio` make a unit of the shape. */
function roomOf({ plot, valueAt }: LineShape, ratio: number): DenseRoom {
  const [low, high] = [valueAt(plot.bottom), valueAt(plot.top)];
  const perValue = (plot.top - plot.bottom) / (high - low);
  return {
    left: plot.left * ratio,
    width: (plot.right - plot.left) * ratio,
    yOf: (value) => (plot.bottom + (value - low) * perValue) * ratio,
  };
}

/** The plot, as far as canvases go by it. */
interface Stage {
  readonly isOnPaper: boolean;
  /** In units of the drawing. */
  readonly size: readonly [number, number];
  /** CSS pixels to a unit. */
  readonly scale: number;
  repaint(): void;
}

/** A canvas that knows its line as a path, for what is looked at more closely than a screen. */
interface LineCanvas extends HTMLCanvasElement {
  outline?: () => string;
}

/** The lines that have too many points for a mark each: canvases, on paper paths. */
export function drawMany(host: TrendHost, stage: Stage): unknown {
  adopt(host.shadowRoot, trendExtraStyle);
  const { series, shape } = host.view!;
  const repaint = ({ currentTarget }: Event): void => {
    colours.delete(currentTarget as Element);
    stage.repaint();
  };
  return series.map(({ many }, i) => {
    if (!many) return nothing;
    const outline = (): string =>
      densePath(many.index, shape.window, roomOf(shape, stage.scale), fineness);
    return stage.isOnPaper
      ? html`<svg class=${lookOf(i)} aria-hidden="true">
          <path class="path many" d=${outline()} />
        </svg>`
      : html`<canvas class=${lookOf(i)} .outline=${outline} @transitionend=${repaint}></canvas>`;
  });
}

/** Colours of the canvases, until the theme changes or the size: to read one, styles are computed. */
const colours = /* @__PURE__ */ new WeakMap<Element, { size: unknown; colour: string }>();

function colourOf(canvas: Element, { size }: Stage): string {
  let known = colours.get(canvas);
  if (known?.size !== size)
    colours.set(canvas, (known = { size, colour: getComputedStyle(canvas).color }));
  return known.colour;
}

/** Paints the canvases of a plot, in the order of their lines. */
export function paintMany(plot: Element, { series, shape }: TrendView, stage: Stage): void {
  const lines = series.filter(({ many }) => many);
  plot.querySelectorAll('canvas').forEach((canvas, i) => {
    drawPoints(canvas, lines[i]!, shape, stage, colourOf(canvas, stage));
  });
}

/** Paints a line that has too many points for SVG, in one colour. */
function drawPoints(
  canvas: LineCanvas,
  { many }: TrendSeries,
  shape: LineShape,
  { size, scale }: Stage,
  colour: string,
): void {
  const ratio = (devicePixelRatio || 1) * scale;
  const [wide, high] = size.map((length) => Math.round(length * ratio)) as [number, number];
  const context = canvas.getContext('2d');
  if (!context || !many) return;
  if (canvas.width !== wide || canvas.height !== high) {
    canvas.width = wide;
    canvas.height = high;
  } else context.clearRect(0, 0, wide, high);
  context.fillStyle = context.strokeStyle = colour;
  context.lineWidth = lineWidth * ratio;
  context.lineJoin = context.lineCap = 'round';
  const { plot, window } = shape;
  const left = Math.round(plot.left * ratio);
  const width = Math.max(1, Math.round(plot.right * ratio) - left);
  const room: DenseRoom = { ...roomOf(shape, ratio), left, width };
  const half = context.lineWidth / 2;
  context.beginPath();
  traceLine(many.index, window, room, {
    moveTo: (x, y) => context.moveTo(x, y),
    lineTo: (x, y) => context.lineTo(x, y),
    bar: (x, top, bottom) => context.fillRect(x, top - half, 1, bottom - top + half * 2),
  });
  context.stroke();
}
