import type { PointIndex } from '../charts/decimate';
import type { LinePoint, PointSource } from '../charts/line';
import { own } from '../metrics/field';
import type { Metric, Result } from '../metrics/metric';
import type { Cell } from '../metrics/tabulate';
import { isOver, nextPeriod, periodsBetween, periodWall } from '../metrics/time';

export interface TrendPoint extends LinePoint {
  /** Its period, "2026-06", or its own wall-clock time, "2026-06-03T09:12". */
  period: string;
  /** `null` in a period without records. */
  result: Result | null;
  /** A forecast. */
  ahead?: boolean;
  /** Stands out from the rest of its series. */
  unusual?: boolean;
}

/** Points that are too many for an object each. */
export interface ManyPoints extends PointSource {
  readonly index: PointIndex;
  readonly length: number;
  xAt(position: number): number;
  at(position: number): TrendPoint;
  /** The positions with the lowest and the highest value, and the first and last with any; −1 of none. */
  extremes(): { first: number; last: number; low: number; high: number };
  /** Between two times, the point whose value is nearest to a value; −1 of none. */
  pick(from: number, to: number, value: number): number;
}

/** One line of the trend: a segment over the periods. */
export interface TrendSeries {
  /** `null` where nothing divides the records. */
  segment: string | null;
  points: TrendPoint[];
  /** Forecast. */
  ahead?: TrendPoint[];
  /** In place of `points`. */
  many?: ManyPoints;
  /** Some of the points stand out. */
  hasUnusual?: boolean;
}

/** Above this, a span is drawn without filling in the periods that have no records. */
const mostPeriods = 5000;

/** Cells by segment, each period of the whole span in its place; a period without records is a gap. */
export function seriesOf(cells: readonly Cell[]): TrendSeries[] {
  const bySegment = new Map<string | null, Map<string, Result>>();
  let first: string | null = null;
  let last: string | null = null;
  for (const { segment, period, result } of cells) {
    if (period === null) continue;
    let periods = bySegment.get(segment);
    if (!periods) bySegment.set(segment, (periods = new Map()));
    periods.set(period, result);
    if (first === null || period < first) first = period;
    if (last === null || period > last) last = period;
  }
  if (first === null || last === null) return [];
  const all = periodsBetween(first, last);
  const complete = all.length > 0 && all.length <= mostPeriods && all.at(-1) === last;
  return [...bySegment].map(([segment, results]) => ({
    segment,
    points: (complete ? all : [...results.keys()].sort()).map((period) => {
      const result = results.get(period) ?? null;
      return {
        period,
        result,
        x: periodWall(period),
        y: result?.value ?? null,
        low: result?.interval?.[0] ?? null,
        high: result?.interval?.[1] ?? null,
      };
    }),
  }));
}

const sizeOf = ({ points }: TrendSeries): number =>
  points.reduce((sum, { result }) => sum + (result?.n ?? 0), 0);

/** Of more series than can be told apart, the largest first; few keep the order of the data. */
export function rank(series: readonly TrendSeries[], most: number): TrendSeries[] {
  if (series.length <= most) return [...series];
  return series
    .map((one) => ({ one, n: sizeOf(one) }))
    .sort((a, b) => b.n - a.n)
    .map(({ one }) => one);
}

/** Answers in all series. */
export const totalOf = (series: readonly TrendSeries[]): number =>
  series.reduce((sum, one) => sum + sizeOf(one), 0);

/** The newest period, if it is not over at a time in epoch ms, and its end on the wall clock. */
export function newestOf(
  [first]: readonly TrendSeries[],
  timeZone: string,
  now: number,
): { openPeriod: string | null; until: number | undefined } {
  const newest = first?.points.at(-1)?.period;
  if (!newest) return { openPeriod: null, until: undefined };
  return {
    openPeriod: isOver(newest, timeZone, now) ? null : newest,
    until: periodWall(nextPeriod(newest)),
  };
}

/** The results of all points; of many, the newest. */
export const resultsOf = (series: readonly TrendSeries[]): Result[] =>
  series.flatMap((one) =>
    one.many
      ? (extremesOf(one).last?.result ?? [])
      : one.points.flatMap((point) => point.result ?? []),
  );

/** How many points of a series can be read, forecast included. */
export const lengthOf = ({ many, points, ahead }: TrendSeries): number =>
  many ? many.length : points.length + (ahead?.length ?? 0);

export const pointAt = (
  { many, points, ahead }: TrendSeries,
  at: number,
): TrendPoint | undefined => (many ? many.at(at) : (points[at] ?? ahead?.[at - points.length]));

export const xAt = (series: TrendSeries, at: number): number =>
  series.many ? series.many.xAt(at) : pointAt(series, at)!.x;

/** The position nearest to a time; −1 in an empty series. */
export function nearestTo(series: TrendSeries, time: number): number {
  let from = 0;
  let to = lengthOf(series) - 1;
  while (from < to) {
    const middle = (from + to) >> 1;
    if (xAt(series, middle + 1) - time <= time - xAt(series, middle)) from = middle + 1;
    else if (xAt(series, middle) <= time) return middle;
    else to = middle;
  }
  return to;
}

interface Extremes {
  first?: TrendPoint;
  last?: TrendPoint;
  low?: TrendPoint;
  high?: TrendPoint;
}

const found = /* @__PURE__ */ new WeakMap<TrendSeries, Extremes>();

/** First, last, lowest and highest point; of a gap-only series none. */
export function extremesOf(series: TrendSeries): Extremes {
  let extremes = found.get(series);
  if (!extremes) found.set(series, (extremes = findExtremes(series)));
  return extremes;
}

function findExtremes({ points, many }: TrendSeries): Extremes {
  if (many) {
    const at = many.extremes();
    if (at.last < 0) return {};
    const [first, last] = [many.at(at.first), many.at(at.last)];
    return { first, last, low: many.at(at.low), high: many.at(at.high) };
  }
  const known = points.filter((p) => p.y !== null);
  const pick = (sign: number): TrendPoint | undefined =>
    known.reduce<TrendPoint | undefined>(
      (best, p) => (best && sign * (p.y! - best.y!) <= 0 ? best : p),
      undefined,
    );
  return { first: known[0], last: known.at(-1), low: pick(-1), high: pick(1) };
}

/**
 * Rows that are points at their own instants, and are not to be put into periods: columns, and where
 * no `interval` is asked for `{ time, value }` closer than any period would hold.
 */
export function areInstants(
  rows: readonly unknown[],
  interval: string | undefined,
  fields: Readonly<Record<string, string>> | undefined,
): boolean {
  if (areColumns(rows)) return true;
  if (interval) return false;
  const name = (field: string) => (own(fields, field) ?? field) as string;
  const read = (row: unknown, keys: readonly string[]): unknown =>
    own(row, keys.find((key) => own(row, key) !== undefined) ?? '');
  const keys = [name('created_at'), ...timeKeys];
  const times = rows
    .slice(0, 40)
    .filter((row) => read(row, [name('value')]) !== undefined)
    .map((row) => read(row, keys));
  const months = times.map((time) => (typeof time === 'string' ? time.slice(0, 7) : time));
  return (
    times.length > 0 &&
    (typeof times[0] === 'number' ||
      times.some((time, i) => i > 0 && time !== times[i - 1] && months[i] === months[i - 1]))
  );
}

/** Where a ready point's time is looked for. */
export const timeKeys = ['time', 'timestamp', 'date', 'day', 'month'];

/** `{ x, y }` columns of numbers, as such or in a list of them, each with an optional `name`. */
export function areColumns(data: unknown): data is readonly Columns[] {
  return Array.isArray(data) && data.length > 0 && data.every(isColumns);
}

/** Columns are rows of their own kind, one a line; `null` for other data. */
export const columnsIn = (data: unknown): readonly Columns[] | null =>
  isColumns(data) ? [data] : areColumns(data) ? data : null;

export interface Columns {
  name?: string;
  /** Epoch ms, rising. */
  x: ArrayLike<unknown>;
  y: ArrayLike<unknown>;
}

function isColumns(data: unknown): data is Columns {
  const isList = (list: unknown): boolean =>
    list instanceof Float64Array ||
    (Array.isArray(list) && (!list.length || typeof list[0] === 'number'));
  const y = own(data, 'y');
  return isList(own(data, 'x')) && (isList(y) || Array.isArray(y));
}

/** Newest point of the first line, which names unit and formula. */
export const leadOf = ([first]: readonly TrendSeries[]): TrendPoint | undefined =>
  first && extremesOf(first).last;

/** Unit and currency of the values. */
export function unitOf({ metric, series }: { metric: Metric; series: readonly TrendSeries[] }) {
  const { unit = metric.unit, currency } = leadOf(series)?.result ?? {};
  return { unit, currency };
}
