import { optionsOf, parseMapping, scriptName } from '../data/mapping';
import { metricAtHand } from '../metrics/on-demand';
import { compareWith } from '../metrics/compare';
import type { Lang, Metric, MetricOptions, Result } from '../metrics/metric';
import { Tabulation, type Cell } from '../metrics/tabulate';
import { parseTarget, status } from '../metrics/target';
import { isOver, previousPeriod, type Interval } from '../metrics/time';
import { viewerZone } from '../metrics/viewer-zone';
import { needsWholePeriod } from '../metrics/whole-period';
import { unreadValues } from '../text/analysis';
import type { Words } from '../text/catalogue';
import { allWords } from '../text/later';
import { methodText, variantText } from '../text/method-words';
import { formatPeriod } from '../text/period';
import { splitOf, timeTitle, unreadTimes, withUndated } from './course';
import type { KpiLine } from './kpi-rows';
import { checkOptions } from './metric-options';

/** One KPI that is computed from the records. */
export interface KpiSpec {
  metric: Metric;
  options: MetricOptions;
  target: string;
  tolerance?: string;
  /** What tells it from others of the same metric, as it was written; mostly empty. */
  own: Readonly<Record<string, string>>;
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
  const pieces = piecesOf(text).map(({ id, brackets, target }) => {
    const { tolerance, ...written } = parseMapping(brackets);
    const given = Object.fromEntries(
      Object.entries(written).map(([name, value]) => [scriptName(name), value]),
    );
    return { id, target, tolerance, given };
  });
  return pieces.flatMap(({ id, target, tolerance, given }) => {
    const metric = metricAtHand(id);
    if (!metric) return [];
    const fields = only(given, (name) => isField(metric, name));
    const options = only(given, (name) => !isField(metric, name));
    checkOptions(options, `option of ${id}`);
    const alike = pieces.filter((piece) => piece.id === id).map((piece) => piece.given);
    const own = only(given, (name) => alike.some((other) => other[name] !== given[name]));
    return { metric, options: { ...optionsOf(options), fields }, target, tolerance, own };
  });
}

type Texts = Readonly<Record<string, string>>;

const only = (texts: Texts, isWanted: (name: string) => boolean): Texts =>
  Object.fromEntries(Object.entries(texts).filter(([name]) => isWanted(name)));

/** What any metric reads of a row. */
const rowFields = ['created_at', 'count', 'weight', 'value', 'n'];

/** `base` is a component and an option; in brackets it is the option. */
const isField = ({ fields, components }: Metric, name: string): boolean =>
  name !== 'base' && [...rowFields, ...fields, ...components].includes(name);

/** "Customer satisfaction (mean)": what the line is called, and what tells it from others of its metric. */
function nameOf({ metric, own }: KpiSpec, method: string, lang: Lang): string {
  const fields = Object.values(only(own, (name) => isField(metric, name)));
  const way = metric.isNamedByMethod
    ? methodText(method, lang)
    : variantText(
        only(own, (name) => !isField(metric, name)),
        lang,
      );
  const kind = [way, ...fields].filter(Boolean).join(', ');
  return metric.text[lang].name + (kind && ` (${kind})`);
}

/**
 * Folds of one KPI: all records, by period, and by segment where `by` divides them. Where `compare`
 * is a date, all are those from it on, and the last fold has those before. Throws `RangeError` for
 * what `compare` cannot be.
 */
export function foldsOf(
  { metric, options: own }: KpiSpec,
  options: MetricOptions,
  interval: Interval,
  { by, compare }: { by?: string; compare?: string },
): Tabulation[] {
  const every = { metric, ...options, ...own, fields: { ...options.fields, ...own.fields } };
  const split = splitOf(compare);
  const all = split ? { ...every, from: split } : every;
  return [
    new Tabulation(all),
    new Tabulation({ ...every, interval }),
    ...(by ? [new Tabulation({ ...all, by }), new Tabulation({ ...all, by, interval })] : []),
    ...(split ? [new Tabulation({ ...every, to: split })] : []),
  ];
}

/** What the figures of all lines are of. */
export interface Scope {
  /** The newest period, where the rows are of one. */
  period: string | null;
  /** What they are of, in words. */
  title?: string;
  /** More of that period is to come: counts of it are no whole ones. */
  isOpen: boolean;
  /** The day that the figures begin at, where they are held against those before it. */
  since?: string;
}

/** What the table says about its lines. */
export interface AboutLines {
  compare?: string;
  timeZone?: string;
  tolerance?: number | string;
  lang: string;
  words: Words;
  /** Language of the metrics' names. */
  names: Lang;
  /** When the data was made, in epoch ms. */
  now: number;
}

/** The lines of all KPIs from the cells of their folds, and what they are of. */
export function computedLines(
  specs: readonly KpiSpec[],
  cells: readonly Cell[][],
  about: AboutLines,
): { scope: Scope; lines: KpiLine[] } {
  const scope = scopeOf(cells, about);
  const each = cells.length / specs.length;
  const lines = specs.map((spec, i) =>
    lineOf(spec, cells.slice(each * i, each * (i + 1)), scope, about),
  );
  return { scope, lines };
}

function scopeOf(cells: readonly Cell[][], { compare, timeZone, now, lang }: AboutLines): Scope {
  const since = splitOf(compare) ?? undefined;
  const period = compare && !since ? newestPeriod(cells) : null;
  const isOpen = period !== null && !isOver(period, timeZone || viewerZone(), now);
  return { period, since, isOpen, title: timeTitle({ period, since, isOpen }, lang) };
}

/** The newest period in the cells of all KPIs. */
function newestPeriod(cells: readonly Cell[][]): string | null {
  let newest: string | null = null;
  for (const list of cells)
    for (const { period } of list)
      if (period !== null && (newest === null || period > newest)) newest = period;
  return newest;
}

/** The line of one KPI from the cells of its folds; of one period, from a day on, or of everything. */
function lineOf(
  spec: KpiSpec,
  cells: readonly Cell[][],
  { period, since, isOpen }: Scope,
  { compare, lang, names, words, tolerance }: AboutLines,
): KpiLine {
  const { metric, target: text } = spec;
  const [total = [], course = [], segments = [], segmentCourse = []] = since
    ? cells.slice(0, -1)
    : cells;
  const at = (wanted: string): Result | undefined =>
    course.find((c) => c.period === wanted)?.result;
  const every = (compare && !since && unreadTimes(course)) || total[0]?.result;
  const result =
    period === null
      ? (every ?? emptyResult(metric))
      : withUndated(at(period) ?? emptyResult(metric), course);
  // Part of a month is no fewer contacts than all of the one before, nor than its whole plan.
  const isPart = isOpen && needsWholePeriod(result);
  const before =
    period !== null && !isPart
      ? at(previousPeriod(period))
      : since
        ? cells.at(-1)?.[0]?.result
        : undefined;
  const target = text ? parseTarget(text, lang) : null;
  const standing =
    target && status(result, target, { lang, tolerance: spec.tolerance ?? tolerance });
  const caveats = [
    isPart && `${formatPeriod(period!, lang)}: ${words.partial}.`,
    unreadValues(result, lang),
  ];
  const caveat = caveats.filter(Boolean).join(' ');
  return {
    name: nameOf(spec, total[0]?.result.method ?? '', names),
    unit: result.unit,
    direction: result.direction,
    result,
    target,
    standing: isPart ? null : standing,
    unjudged: standing && isPart ? words.partial : undefined,
    // A mean lies on the answers' scale, whose ends are the page's to know.
    scale: result.unit === metric.unit ? metric.scale : [null, null],
    trend: course.filter((c) => c.period !== null).map((c) => c.result.value),
    comparison: before ? compareWith(metric, before, result) : null,
    previous: before
      ? {
          value: before.value,
          period: period && previousPeriod(period),
          name: since && `${allWords(lang).before} ${formatPeriod(since, lang)}`,
        }
      : null,
    segments: (period === null
      ? segments
      : segmentCourse.filter((c) => c.period === period)
    ).flatMap(({ segment, result: r }) => (segment === null ? [] : [{ name: segment, result: r }])),
    caveat,
    analysis: caveat,
    action: '',
    isDrafted: true,
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
