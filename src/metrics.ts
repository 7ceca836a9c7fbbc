/**
 * The metrics engine without any element: `metrik/metrics.js`. No DOM; runs in
 * browsers, workers and Node.
 *
 * What types keep out is refused in words too: each function throws `RangeError`
 * for an argument of another kind, "invalid target: null; a text …".
 */
import { list, metric as metricKind, needed, object } from './metrics/arguments';
import { metricById } from './metrics/catalogue';
import {
  compareAt as compareMetricAt,
  comparePrevious as compareMetricPrevious,
  type Change,
  type PeriodChange,
} from './metrics/change';
import { checked } from './metrics/checked-options';
import type { Comparison } from './metrics/compare';
import type { Given } from './metrics/compute';
import { filtered, type Where } from './metrics/filter';
import { compareWith, computeWith } from './metrics/guarded';
import type { Metric, MetricOptions, Result } from './metrics/metric';
import { Tabulation as Folding, type Cell, type Plan as FoldPlan } from './metrics/tabulate';

const metricOf = (metric: string | Metric): Metric =>
  metricKind[0](metric) ? (metric as Metric) : metricById(metric as string);

/** What to tabulate. */
export interface Plan extends Omit<FoldPlan, 'where'> {
  /** Rows to keep: all conditions hold. */
  where?: Where;
}

type Folded = Pick<FoldPlan, 'metric' | 'where'>;

/** A plan as programs write it: it may name its metric, and says in conditions which rows to keep. */
type Named<P extends Folded> = Omit<P, keyof Folded> &
  Pick<Plan, 'where'> & { metric: string | Metric };

/** The plan as folds take it. */
const planned = <P extends Folded>(plan: Named<P>): P => {
  const { where, ...rest } = filtered(checked(plan as MetricOptions, 'plan'));
  return { ...rest, where, metric: metricOf(plan.metric) } as P;
};

/** Computes the metric with that id. See `Given` for what it takes; throws `RangeError` as `computeWith` does. */
export function compute(id: string | Metric, given: Given, options: MetricOptions = {}): Result {
  return computeWith(metricOf(id), given, checked(options));
}

/** Compares before with after, each a Result or what it is computed from. */
export function compare(
  id: string | Metric,
  before: Given | Result,
  after: Given | Result,
  options: MetricOptions = {},
): Comparison {
  const metric = metricOf(id);
  checked(options);
  const resultOf = (name: string, side: Given | Result): Result =>
    'method' in needed(name, side, object)
      ? (side as Result)
      : computeWith(metric, side as Given, options);
  return compareWith(metric, resultOf('before', before), resultOf('after', after));
}

/**
 * Folds rows batch by batch, by segment and period; `cells()` and `result()` give what there is so
 * far. Throws `RangeError` for a plan that cannot be used.
 */
export class Tabulation extends Folding {
  constructor(plan: Named<FoldPlan>) {
    super(planned<FoldPlan>(plan));
  }

  /** Folds a batch. `firstRow` is the position of its first row in the whole input; default: after the last batch. */
  override add(records: Iterable<unknown>, firstRow?: number): void {
    super.add(needed('records', records, list), firstRow);
  }
}

/** Groups rows by segment and period and computes the metric in each group. */
export function tabulate(records: Iterable<unknown>, plan: Named<FoldPlan>): Cell[] {
  const tabulation = new Tabulation(plan);
  tabulation.add(records);
  return tabulation.cells();
}

/** The period that `now` falls in against the one before; where it has not ended, part against part. */
export function comparePrevious(
  records: Iterable<unknown>,
  plan: Named<Parameters<typeof compareMetricPrevious>[1]>,
): PeriodChange {
  return compareMetricPrevious(needed('records', records, list), planned(plan));
}

/** Before and from a date on. */
export function compareAt(
  records: Iterable<unknown>,
  plan: Named<Parameters<typeof compareMetricAt>[1]>,
): Change {
  return compareMetricAt(needed('records', records, list), planned(plan));
}

export { metricById, metrics } from './metrics/catalogue';
export type { Change, PeriodChange } from './metrics/change';
export type { Cohort, CohortOptions, CohortTable } from './metrics/cohort';
export type { Comparison } from './metrics/compare';
export type { Given } from './metrics/compute';
export type { CustomerCounts } from './metrics/customers';
export type { Condition } from './metrics/filter';
export * from './metrics/guarded';
export type * from './metrics/metric';
export type { Quantity } from './metrics/quantity';
export type { Cell } from './metrics/tabulate';
export type { Status, StatusOptions, Target, TargetStatus } from './metrics/target';
export type { TargetSeries, TargetStep } from './metrics/target-series';
export { INTERVALS, type Instant, type Interval } from './metrics/time';
