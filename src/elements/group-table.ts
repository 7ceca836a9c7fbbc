/** The table view of one metric and its groups: loaded when it is asked for. */
import type { Result } from '../metrics/metric';
import { catalogueFor } from '../text/catalogue';
import { formatInterval, formatNumber, formatValue } from '../text/format';
import type { TableData } from './table-data';

/** The metric, or a group of answers, in a period. */
export interface TableLine extends Pick<Result, 'n' | 'value' | 'unit' | 'interval'> {
  name: string;
  /** Its key, and in words. */
  period: string | null;
  at: string;
}

/** As a person reads them. */
export function groupTable(lines: readonly TableLine[], lang: string): TableData {
  const words = catalogueFor(lang);
  return {
    head: [words.segment, words.period, 'n', words.value, words.interval],
    rows: lines.map(({ name, at, n, value, unit, interval }) => [
      name,
      at,
      formatNumber(n, lang),
      formatValue(value, unit, { lang, digits: 1, sign: unit === 'points' }),
      formatInterval(interval, unit, { lang }),
    ]),
  };
}
