/** The table view of a trend: loaded when it is asked for. */
import { known } from '../charts/line-scales';
import { formatInterval, formatNumber, formatValue, type FormatOptions } from '../text/format';
import { allWords } from '../text/later';
import { formatPeriod } from '../text/period';
import type { TableData } from './table-data';
import { palette, type TrendModel } from './trend-model';
import { lengthOf, unitOf, xAt, type TrendPoint, type TrendSeries } from './trend-series';
import { countOf, hasIntervals, headOf, rowsOf } from './trend-words';

/** Rows that are still shown; a file has them all. */
const mostRows = 1000;

/** The intervals of more lines leave no room for their values. */
const mostWithIntervals = 3;

/** At how many times any of the lines has a point: the number of rows of all of them. */
function timesOf(series: readonly TrendSeries[]): number {
  const [first, ...others] = series;
  if (!first || !others.length) return first ? lengthOf(first) : 0;
  const next = series.map(() => 0);
  const counts = series.map(lengthOf);
  for (let times = 0; ; times++) {
    let oldest = Infinity;
    series.forEach((one, i) => {
      if (next[i]! < counts[i]!) oldest = Math.min(oldest, xAt(one, next[i]!));
    });
    if (oldest === Infinity) return times;
    series.forEach((one, i) => {
      if (next[i]! < counts[i]! && xAt(one, next[i]!) === oldest) next[i]!++;
    });
  }
}

/** A row a period, for each line its value, size and interval; the newest of very many. */
export function trendTable(model: TrendModel, lang: string): TableData {
  const { series, openPeriod } = model;
  const { unit, currency } = unitOf(model);
  const format: FormatOptions = { lang, currency };
  const words = allWords(lang);
  const shown = series.slice(0, palette);
  const wide = shown.map((one) => shown.length <= mostWithIntervals && hasIntervals(one));
  const head = [
    words.period,
    ...shown.flatMap((one, i) => [
      headOf(one, series, words),
      'n',
      ...(wide[i] ? [words.interval] : []),
    ]),
  ];
  const sign = unit === 'points';
  const digits = sign ? 1 : undefined;
  const cells = (point: TrendPoint | undefined, isWide: boolean): string[] => {
    const { y = null, low, high } = point ?? {};
    const interval = known(low) && known(high) ? ([low, high] as const) : null;
    return [
      formatValue(y, unit, { ...format, sign, digits }),
      formatNumber(countOf(point), lang),
      ...(isWide ? [formatInterval(interval, unit, format)] : []),
    ];
  };
  const rows = rowsOf(shown, mostRows).map(({ at: { period, ahead }, points }) => {
    const mark = ahead ? words.forecast : period === openPeriod ? words.partial : '';
    return [
      // Of weeks only the long form has the year.
      formatPeriod(period, lang, /W/.test(period) ? 'long' : 'short') + (mark && ` · ${mark}`),
      ...points.flatMap((point, i) => cells(point, wide[i]!)),
    ];
  });
  const left = rows.length < mostRows ? 0 : timesOf(shown) - rows.length;
  if (left) rows.unshift([words.andMore(formatNumber(left, lang)), ...head.slice(1).map(() => '')]);
  return { head, rows, more: series.length - shown.length };
}
