import { DAY } from '../text/period';
import type { CsvCell } from '../export/csv';
import type { Result } from '../metrics/metric';
import type { Interval } from '../metrics/time';
import { needsWholePeriod } from '../metrics/whole-period';
import type { Words } from '../text/catalogue';
import type { SeriesWords } from '../text/trend-sentence';
import {
  extremesOf,
  lengthOf,
  pointAt,
  xAt,
  type TrendPoint,
  type TrendSeries,
} from './trend-series';

/** Ticks are no closer than the periods are, in ms. */
export const leasts: Readonly<Record<Interval, number>> = {
  hour: DAY / 24,
  day: DAY,
  week: 7 * DAY,
  month: 30 * DAY,
  quarter: 90 * DAY,
  year: 360 * DAY,
};

/** The same for instants: a day where they are days. */
export const leastOf = (series: readonly TrendSeries[]): number =>
  series.every((one) =>
    [0, lengthOf(one) - 1].every((at) => !pointAt(one, at)?.period.includes('T')),
  )
    ? DAY
    : 60_000;

/** What the sentence says of each line. */
export function seriesWords(
  series: readonly TrendSeries[],
  nameOf: (series: TrendSeries) => string,
  standingOf: (result: Result) => SeriesWords['standing'],
  openPeriod: string | null,
): SeriesWords[] {
  return series.map((one) => {
    const { first, last, low, high } = extremesOf(one);
    const result = last?.result;
    const isPart = result && last.period === openPeriod && needsWholePeriod(result);
    return {
      name: nameOf(one),
      first: first?.y ?? null,
      last: last?.y ?? null,
      low: low?.y ?? null,
      high: high?.y ?? null,
      periods: one.many?.length ?? one.points.length,
      standing: result && !isPart ? standingOf(result) : null,
      firstAt: first?.period,
      lastAt: last?.period,
      lowAt: low?.period,
      highAt: high?.period,
    };
  });
}

/** A period or an instant, and the point of each line at that time. */
export interface TrendRow {
  at: TrendPoint;
  points: readonly (TrendPoint | undefined)[];
}

/** The newest rows, oldest first: one for each time at which any of the lines has a point. */
export function rowsOf(series: readonly TrendSeries[], most = Infinity): TrendRow[] {
  const left = series.map(lengthOf);
  const rows: TrendRow[] = [];
  while (rows.length < most) {
    const times = series.map((one, i) => (left[i] ? xAt(one, left[i]! - 1) : -Infinity));
    const newest = Math.max(...times);
    if (newest === -Infinity) break;
    const points = series.map((one, i) =>
      times[i] === newest ? pointAt(one, --left[i]!) : undefined,
    );
    rows.push({ at: points.find(Boolean)!, points });
  }
  return rows.reverse();
}

/** Some of its points have an interval. */
export const hasIntervals = ({ points, ahead = [] }: TrendSeries): boolean =>
  [...points, ...ahead].some(({ low }) => low != null);

/** Answers behind a point, 0 in a gap; `null` of a value whose answers nobody counted. */
export const countOf = (point: TrendPoint | undefined): number | null =>
  point?.result?.n || (point?.y === null ? 0 : null);

/** What a line is called above its column. */
export const headOf = (
  { segment }: TrendSeries,
  { length }: readonly unknown[],
  words: Words,
): string => segment ?? (length > 1 ? words.other : words.value);

/** A row a period, for each line its value, size and interval. */
export function trendFile(series: readonly TrendSeries[], words: Words): CsvCell[][] {
  const widths = series.map((one) => (hasIntervals(one) ? 4 : 2));
  const row = (first: string, cells: readonly CsvCell[][]): CsvCell[] => [
    first,
    ...cells.flatMap((line, i) => line.slice(0, widths[i])),
  ];
  const heads = series.map((one) => [headOf(one, series, words), 'n', '2.5%', '97.5%']);
  return [
    row(words.period, heads),
    ...rowsOf(series).map(({ at, points }) => {
      const cells = points.map((point) => [point?.y, countOf(point), point?.low, point?.high]);
      return row(at.period, cells);
    }),
  ];
}
