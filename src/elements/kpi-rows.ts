import { readKpiRows, type KpiRow } from '../data/schema';
import { checkDirection } from './written';
import { isMetric, metricAtHand } from '../metrics/on-demand';
import type { Comparison } from '../metrics/compare';
import type { Direction, Lang, Metric, MetricOptions, Result, Unit } from '../metrics/metric';
import type { Plan } from '../metrics/plan';
import { parseQuantity } from '../metrics/quantity';
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

const units = ['percent', 'points', 'seconds', 'count', 'currency', 'score'];

/** A figure of a row: a number, or text with its unit. */
function figure(
  value: string | number | null | undefined,
  field: string,
  lang: string,
): { value: number | null; unit?: Unit; currency?: string } {
  if (value === null || value === undefined) return { value: null };
  if (typeof value === 'number') return { value };
  if (!value.trim()) return { value: null };
  const read = parseQuantity(value, lang);
  if (!read) throw new RangeError(`invalid ${field}: "${value.slice(0, 40)}"`);
  return { value: read.value, unit: read.unit, currency: read.currency };
}

/** A course as a cell of CSV has it, with `;` or else blanks between: "82; 84; –; 85". */
function courseOf(text: string, lang: string): (number | null)[] {
  const cell = text.trim();
  return cell
    ? cell
        .split(/[;|]/.test(cell) ? /[;|]/ : /\s+/)
        .map((piece) => figure(piece.trim().replace(/^[-–—]$/, ''), 'trend', lang).value)
    : [];
}

/** The row, its course as a list. */
function listed(row: unknown, lang: string): unknown {
  const trend =
    typeof row === 'object' && row && Object.hasOwn(row, 'trend') && (row as KpiRow).trend;
  return typeof trend === 'string' ? { ...(row as KpiRow), trend: courseOf(trend, lang) } : row;
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

/** Lines from the ready rows that `where` keeps. Throws `DataError` or `RangeError` on what cannot be read. */
export function linesOf(
  rows: readonly unknown[],
  options: MetricOptions & Pick<Plan, 'where'>,
  lang: string,
  words: Lang,
): KpiLine[] {
  // What a page wrote to Object.prototype is no filter.
  const keeps = Object.hasOwn(options, 'where') && options.where?.(options);
  const kept = (keeps ? rows.filter(keeps) : rows).map((row) => listed(row, lang));
  return kept.length ? readKpiRows(kept).map((row) => lineOf(row, lang, words)) : [];
}

/** A line from a ready row: the source's own report. `lang` is how its texts are written. */
function lineOf(checked: KpiRow, lang: string, words: Lang): KpiLine {
  // What a page wrote to Object.prototype is no field of the row.
  const row = Object.assign(Object.create(null) as KpiRow, checked);
  const metric = metricAtHand(row.metric.trim().toLowerCase());
  const given = figure(row.value, 'value', lang);
  const previous = figure(row.previous, 'previous', lang);
  const target =
    row.target === null || row.target === undefined || row.target === ''
      ? null
      : parseTarget(row.target, lang);
  if (row.unit && !units.includes(row.unit))
    throw new RangeError(`invalid unit: "${row.unit}"; allowed: ${units.join(', ')}`);
  const unit =
    (row.unit as Unit | undefined) ?? metric?.unit ?? given.unit ?? target?.unit ?? 'count';
  const direction = directionOf(row, target, metric);
  const result: Result = {
    metric: metric?.id ?? row.metric,
    value: given.value,
    unit,
    direction,
    method: 'given',
    n: figure(row.n, 'n', lang).value ?? 0,
    invalid: 0,
    unanswered: 0,
    interval: null,
    ...(given.currency && { currency: given.currency }),
  };
  const delta =
    given.value !== null && previous.value !== null ? given.value - previous.value : null;
  return {
    name: metric?.text[words].name ?? row.metric,
    unit,
    direction,
    result,
    target,
    standing:
      target && status(result, target, { direction, tolerance: row.tolerance || undefined, lang }),
    scale: metric?.unit === unit ? metric.scale : unit === 'percent' ? [0, 100] : [null, null],
    trend: row.trend ?? [],
    comparison:
      delta === null
        ? null
        : {
            metric: result.metric,
            unit,
            delta,
            relative: previous.value ? (delta / Math.abs(previous.value)) * 100 : null,
            interval: null,
            p: null,
            significant: null,
            standardError: null,
          },
    previous: previous.value === null ? null : { value: previous.value, period: null },
    segments: [],
    analysis: row.analysis ?? '',
    action: row.action ?? '',
    owner: row.owner ?? '',
    due: row.due ?? '',
    group: row.group ?? '',
  };
}
