import { own } from './field';
import type { FoldState, Issue, Metric, MetricOptions, Result, Tally } from './metric';
import { parseCount, show } from './number';

/** How many invalid records are kept by name; the rest are only counted. */
const ISSUES_KEPT = 10;

export function newTally(): Tally {
  return { n: 0, squares: 0, survey: false, invalid: 0, unanswered: 0, issues: [] };
}

/**
 * Counts a valid answer. A whole weight is a number of people, as `count(*)`
 * gives it; a fraction can only be a survey weight, and then all are.
 */
export function countAnswer(tally: Tally, weight: number): void {
  tally.n += weight;
  tally.squares += weight * weight;
  if (weight % 1 !== 0) tally.survey = true;
}

/** Counts answers that somebody else has counted, each with weight 1. */
export function countPeople(tally: Tally, people: number): void {
  tally.n += people;
  tally.squares += people;
}

/** Counts a record that cannot be used, and names the first ten. */
export function reject(
  tally: Tally,
  weight: number,
  row: number,
  field: string,
  value: unknown,
): void {
  // The text is only made for those that are named: a million bad rows cost no more than counting.
  if (tally.issues.length < ISSUES_KEPT) rejectFor(tally, weight, row, field, show(value));
  else tally.invalid += weight;
}

/** As `reject`, with the reason in words. */
export function rejectFor(
  tally: Tally,
  weight: number,
  row: number,
  field: string,
  reason: string,
): void {
  tally.invalid += weight;
  if (tally.issues.length < ISSUES_KEPT) tally.issues.push({ row, field, value: reason });
}

/**
 * (Σw)² / Σw², the number of equally weighted answers that carry the same
 * information (Kish 1965, Survey Sampling, 11.7). Where weights are numbers of
 * people it is n itself, so a database's GROUP BY gives the interval of the raw
 * records.
 */
export function effectiveSize(tally: Tally): number {
  return tally.survey && tally.squares > 0 ? (tally.n * tally.n) / tally.squares : tally.n;
}

export function mergeTallies(a: Tally, b: Tally): Tally {
  const issues: Issue[] = [...a.issues, ...b.issues]
    .sort((x, y) => x.row - y.row)
    .slice(0, ISSUES_KEPT);
  return {
    n: a.n + b.n,
    squares: a.squares + b.squares,
    survey: a.survey || b.survey,
    invalid: a.invalid + b.invalid,
    unanswered: a.unanswered + b.unanswered,
    issues,
  };
}

/** A result that also tells of records which could not be used elsewhere. */
export function withRejected(result: Result, rejected: Pick<Result, 'invalid' | 'issues'>): Result {
  const tallyOf = ({ invalid, issues = [] }: typeof rejected): Tally => {
    return { ...newTally(), invalid, issues };
  };
  const { invalid, issues } = mergeTallies(tallyOf(result), tallyOf(rejected));
  return { ...result, invalid, issues };
}

/** What every Result says, before the metric adds its own. */
export function baseResult(
  metric: Pick<Metric, 'id' | 'unit' | 'direction'>,
  state: FoldState,
  method: string,
): Result {
  const { tally } = state;
  return {
    metric: metric.id,
    value: null,
    unit: metric.unit,
    direction: metric.direction,
    method,
    n: tally.n,
    nEffective: effectiveSize(tally),
    invalid: tally.invalid,
    unanswered: tally.unanswered,
    ...(tally.issues.length > 0 && { issues: tally.issues.slice() }),
    interval: null,
  };
}

/** The option's value, checked against what is allowed. Throws `RangeError` naming both. */
export function choice<T extends string>(
  name: keyof MetricOptions,
  options: MetricOptions,
  allowed: readonly T[],
): T {
  const value = own(options, name);
  if (value === undefined || value === null || value === '') return allowed[0]!;
  if (allowed.includes(value as T)) return value as T;
  throw new RangeError(`invalid ${name}: ${show(value)}; allowed: ${allowed.join(', ')}`);
}

/** A numeric option, or the default. Throws `RangeError` where it is no number between the bounds. */
export function numberOption(
  name: keyof MetricOptions,
  options: MetricOptions,
  fallback: number,
  low = -Infinity,
  high = Infinity,
): number {
  const value = own(options, name);
  if (value === undefined || value === null) return fallback;
  if (typeof value === 'number' && value >= low && value <= high) return value;
  throw new RangeError(`invalid ${name}: ${show(value)}; allowed: ${low} to ${high}`);
}

/** A count in components: at least 0, at most `mostCounted`. Absent is 0 unless it is required. */
export function componentCount(
  components: Readonly<Record<string, unknown>>,
  name: string,
  required = true,
): number {
  const raw = own(components, name);
  const value = parseCount(raw);
  if (value === null && !required) return 0;
  if (value === null) throw new RangeError(`missing component: ${name}`);
  if (value === undefined) throw new RangeError(`invalid ${name}: ${show(raw)}`);
  return value;
}

/**
 * People per answer, from a list or an object by answer; `stepOf` says what a key
 * stands for. Throws `RangeError` before anybody is counted.
 */
export function peopleBy<Step>(counts: unknown, stepOf: (key: string) => Step): [Step, number][] {
  if (typeof counts !== 'object' || counts === null)
    throw new RangeError(`invalid counts: ${show(counts)}`);
  return Object.keys(counts).map((key) => [
    stepOf(key),
    componentCount(counts as Record<string, unknown>, key, false),
  ]);
}
