/**
 * The metrics engine without any element: `metrik/metrics.js`. No DOM; runs in
 * browsers, workers and Node.
 */
import { metricById } from './metrics/catalogue';
import {
  compareAt as compareMetricAt,
  comparePrevious as compareMetricPrevious,
  type Change,
  type PeriodChange,
} from './metrics/change';
import { checked } from './metrics/checked-options';
import { compareWith, type Comparison } from './metrics/compare';
import { computeWith, type Given } from './metrics/compute';
import type { Metric, MetricOptions, Result } from './metrics/metric';
import { Tabulation, type Cell, type Plan } from './metrics/tabulate';

const metricOf = (metric: string | Metric): Metric =>
  typeof metric === 'string' ? metricById(metric) : metric;

/** A plan that may name its metric. */
type Named<P extends { metric: Metric }> = Omit<P, 'metric'> & { metric: string | Metric };

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
  const resultOf = (side: Given | Result): Result =>
    'method' in side ? side : computeWith(metric, side, options);
  return compareWith(metric, resultOf(before), resultOf(after));
}

/** Groups rows by segment and period and computes the metric in each group. */
export function tabulate(records: Iterable<unknown>, plan: Named<Plan>): Cell[] {
  const tabulation = new Tabulation({ ...checked(plan), metric: metricOf(plan.metric) });
  tabulation.add(records);
  return tabulation.cells();
}

/** The period that `now` falls in against the one before; where it has not ended, part against part. */
export function comparePrevious(
  records: Iterable<unknown>,
  plan: Named<Parameters<typeof compareMetricPrevious>[1]>,
): PeriodChange {
  return compareMetricPrevious(records, { ...checked(plan), metric: metricOf(plan.metric) });
}

/** Before and from a date on. */
export function compareAt(
  records: Iterable<unknown>,
  plan: Named<Parameters<typeof compareMetricAt>[1]>,
): Change {
  return compareMetricAt(records, { ...checked(plan), metric: metricOf(plan.metric) });
}

export { metricById, metrics } from './metrics/catalogue';
export { compareBenchmark, isBetter, type Change, type PeriodChange } from './metrics/change';
export { cohorts, type Cohort, type CohortOptions, type CohortTable } from './metrics/cohort';
export { compareWith, type Comparison } from './metrics/compare';
export { computeWith, type Given } from './metrics/compute';
export { customersDuring, type CustomerCounts } from './metrics/customers';
export { forecast } from './metrics/forecast';
export type * from './metrics/metric';
export { parseQuantity, type Quantity } from './metrics/quantity';
export { Tabulation, type Cell, type Condition, type Plan } from './metrics/tabulate';
export {
  directed,
  parseTarget,
  status,
  type Status,
  type StatusOptions,
  type Target,
  type TargetStatus,
} from './metrics/target';
export { parseTargets, type TargetSeries, type TargetStep } from './metrics/target-series';
export {
  INTERVALS,
  nextPeriod,
  parseInstant,
  periodOf,
  periodRange,
  periodsBetween,
  previousPeriod,
  type Instant,
  type Interval,
} from './metrics/time';
export { movingAverage, unusual } from './metrics/trend';
