import { optionsOf, parseMapping } from '../data/mapping';
import { metricAtHand } from '../metrics/on-demand';
import { compareWith } from '../metrics/compare';
import type { Lang, Metric, MetricOptions, Result } from '../metrics/metric';
import { Tabulation, type Cell } from '../metrics/tabulate';
import { parseTarget, status } from '../metrics/target';
import { previousPeriod, type Interval } from '../metrics/time';
import type { KpiLine } from './kpi-rows';

/** One KPI that is computed from the records. */
export interface KpiSpec {
  metric: Metric;
  options: MetricOptions;
  target: string;
  tolerance?: string;
}

/** "csat", "(score=rating)", "> 90%" of one piece of `kpis`. */
function piecesOf(text: string): { id: string; brackets: string; target: string }[] {
  return text
    .split(/[;\n]/)
    .map((piece) => piece.trim())
    .filter(Boolean)
    .map((piece) => {
      const match = /^([a-z][a-z-]*)\s*(?:\(([^)]*)\))?\s*(.*)$/i.exec(piece);
      if (!match) throw new RangeError(`invalid kpi: "${piece}"`);
      return { id: match[1]!.toLowerCase(), brackets: match[2] ?? '', target: match[3]! };
    });
}

/** Ids of the metrics that `kpis` names. */
export const kpiMetrics = (text: string): string[] => piecesOf(text).map((piece) => piece.id);

/**
 * Reads `kpis`, whose metrics are at hand: "csat > 90%; frt < 2 menit;
 * service-level(method=offered seconds=20 tolerance=3) >= 80%". In the brackets
 * stand options of the metric, its tolerance, and its fields:
 * `csat(score=rating)`. Throws `RangeError` for a piece that cannot be read.
 */
export function parseKpis(text: string): KpiSpec[] {
  return piecesOf(text).flatMap(({ id, brackets, target }) => {
    const metric = metricAtHand(id);
    if (!metric) return [];
    const { tolerance, ...given } = parseMapping(brackets);
    // `base` is a component and an option; in brackets it is the option.
    const isField = (name: string): boolean =>
      name !== 'base' && ['created_at', ...metric.fields, ...metric.components].includes(name);
    const pick = (wanted: boolean): Record<string, string> =>
      Object.fromEntries(Object.entries(given).filter(([name]) => isField(name) === wanted));
    return {
      metric,
      options: { ...optionsOf(pick(false)), fields: pick(true) },
      target,
      tolerance,
    };
  });
}

/** Folds of one KPI: all records, by period, and by segment where `by` divides them. */
export function foldsOf(
  { metric, options: own }: KpiSpec,
  options: MetricOptions,
  interval: Interval,
  by: string | undefined,
): Tabulation[] {
  const all = { metric, ...options, ...own, fields: { ...options.fields, ...own.fields } };
  return [
    new Tabulation(all),
    new Tabulation({ ...all, interval }),
    ...(by ? [new Tabulation({ ...all, by }), new Tabulation({ ...all, by, interval })] : []),
  ];
}

/** The newest period in the cells of all KPIs. */
export function newestPeriod(cells: readonly Cell[][]): string | null {
  let newest: string | null = null;
  for (const list of cells)
    for (const { period } of list)
      if (period !== null && (newest === null || period > newest)) newest = period;
  return newest;
}

/** The line of one KPI from the cells of its folds; of one period, or of everything. */
export function computedLine(
  spec: KpiSpec,
  cells: readonly Cell[][],
  period: string | null,
  { lang, words, tolerance }: { lang: string; words: Lang; tolerance?: number | string },
): KpiLine {
  const { metric, target: text } = spec;
  const [total = [], course = [], segments = [], segmentCourse = []] = cells;
  const at = (wanted: string): Result | undefined =>
    course.find((c) => c.period === wanted)?.result;
  const result = (period === null ? total[0]?.result : at(period)) ?? emptyResult(metric);
  const before = period === null ? undefined : at(previousPeriod(period));
  const target = text ? parseTarget(text, lang) : null;
  return {
    name: metric.text[words].name,
    unit: result.unit,
    direction: result.direction,
    result,
    target,
    standing: target && status(result, target, { lang, tolerance: spec.tolerance ?? tolerance }),
    // A mean lies on the answers' scale, whose ends are the page's to know.
    scale: result.unit === metric.unit ? metric.scale : [null, null],
    trend: course.filter((c) => c.period !== null).map((c) => c.result.value),
    comparison: before ? compareWith(metric, before, result) : null,
    previous: before ? { value: before.value, period: previousPeriod(period!) } : null,
    segments: (period === null
      ? segments
      : segmentCourse.filter((c) => c.period === period)
    ).flatMap(({ segment, result: r }) => (segment === null ? [] : [{ name: segment, result: r }])),
    analysis: '',
    action: '',
    owner: '',
    due: '',
    group: '',
  };
}

function emptyResult({ id, unit, direction }: Metric): Result {
  return {
    metric: id,
    value: null,
    unit,
    direction,
    method: '',
    n: 0,
    invalid: 0,
    unanswered: 0,
    interval: null,
  };
}
