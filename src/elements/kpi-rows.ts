import { remarksOf } from '../data/kpi-remarks';
import { readKpiRows, type KpiRow } from '../data/kpi-row';
import { checkDirection, checkWord } from './written';
import { isMetric, metricAtHand } from '../metrics/on-demand';
import type { Comparison } from '../metrics/compare';
import type { Direction, Lang, Metric, MetricOptions, Result, Unit } from '../metrics/metric';
import type { Plan } from '../metrics/plan';
import { parseQuantity } from '../metrics/quantity';
import { DIGITS } from '../text/format';
import { parseTarget, status, type TargetStatus, type Target } from '../metrics/target';

/** A line of the KPI table, ready to be drawn. */
export interface KpiLine {
  name: string;
  unit: Unit;
  direction: Direction;
  result: Result;
  target: Target | null;
  standing: TargetStatus | null;
  /** Why there is no verdict yet, in place of its words. */
  unjudged?: string;
  /** Bounds of the metric's scale, for the bar. */
  scale: readonly [number | null, number | null];
  trend: readonly (number | null)[];
  /** Change from the value before, in the value's unit. */
  comparison: Comparison | null;
  /** The value before; of a period, where it is known, or of a time with a name. */
  previous: { value: number | null; period: string | null; name?: string } | null;
  /** What the figure must not be taken for, in sentences: the analysis opens with them, drafted or not. */
  caveat?: string;
  /** The same metric by channel, agent …, for the analysis. */
  segments: readonly { name: string; result: Result }[];
  analysis: string;
  action: string;
  /** The data says neither analysis nor action: what stands there was drafted. */
  isDrafted?: boolean;
  owner: string;
  due: string;
  group: string;
}

/** A figure of a row: a number, or text with its unit. */
function figure(
  value: string | number | null | undefined,
  field: string,
  lang: string,
): { value: number | null; unit?: Unit; currency?: string } {
  if (typeof value !== 'string') return { value: value ?? null };
  if (!value.trim()) return { value: null };
  const read = parseQuantity(value, lang);
  if (!read) throw new RangeError(`invalid ${field}: "${value.slice(0, 40)}"`);
  return read;
}

/** A course as a cell of CSV has it, with `;` or else blanks between: "82; 84; –; 85". */
function courseOf(text: string, lang: string): (number | null)[] {
  const cell = text.trim();
  return cell
    .split(/[;|]/.test(cell) ? /[;|]/ : /\s+/)
    .map((piece) => figure(piece.trim().replace(/^[-–—]$/, ''), 'trend', lang).value);
}

function directionOf(row: KpiRow, target: Target | null, metric: Metric | undefined): Direction {
  if (row.direction) return checkDirection(row.direction);
  if (target?.op === 'range') return 'range';
  if (target?.op.startsWith('>')) return 'up';
  if (target?.op.startsWith('<')) return 'down';
  return metric?.direction ?? 'none';
}

/** Ids among the rows' metrics, which may also be names of the page's own. */
export function rowMetrics(rows: readonly unknown[]): string[] {
  return rows.flatMap((row) => {
    const name = (row as { metric?: unknown } | null)?.metric;
    const id = typeof name === 'string' ? name.trim().toLowerCase() : '';
    return isMetric(id) ? id : [];
  });
}

/**
 * Lines from the ready rows that `where` keeps; `tolerance` is of those without their own. Throws
 * `DataError` or `RangeError` on what cannot be read.
 */
export function linesOf(
  rows: readonly unknown[],
  options: MetricOptions & Pick<Plan, 'where'>,
  lang: string,
  words: Lang,
  tolerance?: number | string,
): KpiLine[] {
  // What a page wrote to Object.prototype is no filter.
  const keeps = Object.hasOwn(options, 'where') && options.where?.(options);
  const kept = keeps ? rows.filter(keeps) : rows;
  return readKpiRows(kept).map((row) => lineOf(row, lang, words, row.tolerance || tolerance));
}

/** A line from a ready row: the source's own report. `lang` is how its texts are written. */
function lineOf(
  row: KpiRow,
  lang: string,
  words: Lang,
  tolerance: number | string | undefined,
): KpiLine {
  const metric = metricAtHand(row.metric.trim().toLowerCase());
  const { value, currency, unit: ownUnit } = figure(row.value, 'value', lang);
  const before = figure(row.previous, 'previous', lang).value;
  const wanted = row.target ?? '';
  const target = wanted === '' ? null : parseTarget(wanted, lang);
  if (row.unit) checkWord(row.unit, 'unit', Object.keys(DIGITS));
  const unit = (row.unit as Unit | undefined) ?? metric?.unit ?? ownUnit ?? target?.unit ?? 'count';
  const direction = directionOf(row, target, metric);
  const result: Result = {
    metric: metric?.id ?? row.metric,
    value,
    unit,
    direction,
    method: 'given',
    n: figure(row.n, 'n', lang).value ?? 0,
    invalid: 0,
    unanswered: 0,
    interval: null,
    ...(currency && { currency }),
  };
  const delta = value !== null && before !== null ? value - before : null;
  return {
    name: metric?.text[words].name ?? row.metric,
    unit,
    direction,
    result,
    target,
    standing: target && status(result, target, { tolerance, lang }),
    scale: metric?.unit === unit ? metric.scale : unit === 'percent' ? [0, 100] : [null, null],
    trend: typeof row.trend === 'string' ? courseOf(row.trend, lang) : (row.trend ?? []),
    comparison:
      delta === null
        ? null
        : {
            metric: result.metric,
            unit,
            delta,
            relative: before ? (delta / Math.abs(before)) * 100 : null,
            interval: null,
            p: null,
            significant: null,
            standardError: null,
          },
    previous: before === null ? null : { value: before, period: null },
    segments: [],
    ...remarksOf((field) => row[field] ?? ''),
  };
}
