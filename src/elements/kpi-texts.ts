/** The figures of a KPI's line as people read them, and as a spreadsheet does. */
import {
  dotted,
  durationStyle,
  formatDelta,
  formatTarget,
  formatValue,
  type FormatOptions,
} from '../text/format';
import { statusText } from '../text/status';
import type { CsvCell } from '../export/csv';
import type { Words } from '../text/catalogue';
import type { KpiLine } from './kpi-rows';

const formatOf = ({ result, target }: KpiLine, lang: string): FormatOptions => ({
  lang,
  currency: result.currency,
  style: durationStyle(target),
});

/** Where a figure has no room in one line, its currency or unit stands on another. */
const loose = (figure: string): string => figure.replace(/\s/g, ' ');

/** The result, or another value of its kind. */
export const valueText = (line: KpiLine, lang: string, value = line.result.value): string =>
  loose(
    formatValue(value, line.unit, {
      ...formatOf(line, lang),
      sign: line.unit === 'points',
    }),
  );

export const targetText = (line: KpiLine, lang: string): string =>
  line.target ? loose(formatTarget(line.target, line.unit, formatOf(line, lang))) : '–';

/** The way from the target to the result, with its sign. */
export const gapText = (line: KpiLine, lang: string): string =>
  loose(
    formatDelta(line.standing?.gap ?? null, line.unit, { ...formatOf(line, lang), sign: true }),
  );

/**
 * The status in words; what stands in its place where there is no verdict yet, else nothing.
 * A plan that is only to be followed deviates; nobody can say whether that is better or worse.
 */
export function standingText(line: KpiLine, words: Words, lang: string): string {
  const { standing, result, target, unit, direction } = line;
  if (!standing || !target) return line.unjudged ?? '';
  const { value } = result;
  if (direction === 'none' && standing.status === 'near' && target.value && value !== null) {
    const off = ((value - target.value) / Math.abs(target.value)) * 100;
    return formatValue(off, 'percent', { lang, sign: true });
  }
  const said = statusText(standing.status, value, target, unit, { lang });
  return dotted(said, standing.proven === false && words.notProven);
}

/** The lines for CSV. */
export function kpiData(lines: readonly KpiLine[], words: Words, lang: string): CsvCell[][] {
  const head = [
    words.metric,
    words.unit,
    words.target,
    words.result,
    words.gap,
    words.status,
    'n',
    words.analysis,
    words.action,
    words.owner,
    words.due,
  ];
  const rows = lines.map((line) => [
    line.name,
    line.unit,
    line.target?.text,
    line.result.value,
    line.standing?.gap,
    standingText(line, words, lang),
    line.result.n || null,
    line.analysis,
    line.action,
    line.owner,
    line.due,
  ]);
  return [head, ...rows];
}
