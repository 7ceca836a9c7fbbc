import type { CsvCell } from '../export/csv';
import type { Result, Unit } from '../metrics/metric';
import type { Interval } from '../metrics/time';
import type { Words } from '../text/catalogue';
import { formatNumber, formatValue, type FormatOptions } from '../text/format';
import { formatPeriod } from '../text/period';
import type { SeriesWords } from '../text/trend-sentence';
import type { TableData } from './tile';
import { extremesOf, lengthOf, pointAt, type TrendSeries } from './trend-series';
import { palette } from './trend-model';

const day = 86_400_000;

/** Ticks are no closer than the periods are, in ms. */
export const leasts: Readonly<Record<Interval, number>> = {
  hour: day / 24,
  day,
  week: 7 * day,
  month: 30 * day,
  quarter: 90 * day,
  year: 360 * day,
};

/** The same for instants: a day where they are days. */
export const leastOf = (series: readonly TrendSeries[]): number =>
  series.every((one) =>
    [0, lengthOf(one) - 1].every((at) => !pointAt(one, at)?.period.includes('T')),
  )
    ? day
    : 60_000;

/** What the sentence says of each line. */
export function seriesWords(
  series: readonly TrendSeries[],
  nameOf: (series: TrendSeries) => string,
  standingOf: (result: Result) => SeriesWords['standing'],
): SeriesWords[] {
  return series.map((one) => {
    const { first, last, low, high } = extremesOf(one);
    return {
      name: nameOf(one),
      first: first?.y ?? null,
      last: last?.y ?? null,
      low: low?.y ?? null,
      high: high?.y ?? null,
      periods: one.many?.length ?? one.points.length,
      standing: last?.result ? standingOf(last.result) : null,
      firstAt: first?.period,
      lastAt: last?.period,
      lowAt: low?.period,
      highAt: high?.period,
    };
  });
}

/** Rows that a table view still shows; a file has them all. */
const mostRows = 1000;

/** A row a period, for each line its value and size; the newest of very many. */
export function trendTable(
  series: readonly TrendSeries[],
  unit: Unit,
  format: FormatOptions,
  words: Words,
  openPeriod: string | null,
): TableData {
  const { lang } = format;
  const counts = series.map(lengthOf);
  const longest = series[counts.indexOf(Math.max(...counts))];
  const count = longest ? lengthOf(longest) : 0;
  const isAligned = series.every(
    (one) => one.points.length === longest?.points.length && !one.many,
  );
  const headOf = (lines: readonly TrendSeries[]): string[] => [
    words.period,
    ...lines.flatMap(({ segment }) => [
      segment ?? (series.length > 1 ? words.other : words.value),
      'n',
    ]),
  ];
  const shown = series.slice(0, palette);
  const positions = (from: number): number[] =>
    Array.from({ length: count - from }, (_, i) => from + i);
  const row = <Cell>(
    at: number,
    lines: readonly TrendSeries[],
    cells: (value: number | null, n: number | null) => Cell[],
  ): [string, ...Cell[]] => {
    const { period, x } = pointAt(longest!, at)!;
    const values = lines.flatMap((one) => {
      const point = isAligned || one === longest ? pointAt(one, at) : exactly(one, x);
      return cells(point?.y ?? null, point?.result?.n ?? null);
    });
    return [period, ...values];
  };
  const from = Math.max(0, count - mostRows);
  const rows = positions(from).map((at) => {
    const [period, ...cells] = row(at, shown, (value, n) => [
      formatValue(value, unit, format),
      n === null ? '–' : formatNumber(n, lang),
    ]);
    const ahead = longest!.many ? false : at >= longest!.points.length;
    const mark = ahead ? words.forecast : period === openPeriod ? words.partial : '';
    return [formatPeriod(period, lang) + (mark && ` · ${mark}`), ...cells];
  });
  const head = headOf(shown);
  if (from) rows.unshift([words.andMore(formatNumber(from, lang)), ...head.slice(1).map(() => '')]);
  return {
    head,
    rows,
    more: series.length - shown.length,
    get csv(): CsvCell[][] {
      const line = (at: number): CsvCell[] => row<CsvCell>(at, series, (value, n) => [value, n]);
      return [headOf(series), ...positions(0).map(line)];
    },
  };
}

/** The point of a series at exactly this time. */
const exactly = ({ points, ahead = [] }: TrendSeries, x: number) =>
  points.find((point) => point.x === x) ?? ahead.find((point) => point.x === x);
