/**
 * The metrics engine without any element: `metrik/metrics.js`. No DOM; runs in
 * browsers, workers and Node.
 */
import { metricById } from './metrics/catalogue';
import { compareWith, type Comparison } from './metrics/compare';
import { computeWith, type Given } from './metrics/compute';
import type { Metric, MetricOptions, Result } from './metrics/metric';
import { Tabulation, type Cell, type Plan } from './metrics/tabulate';

const metricOf = (metric: string | Metric): Metric =>
  typeof metric === 'string' ? metricById(metric) : metric;

/** Computes the metric with that id. See `Given` for what it takes; throws `RangeError` as `computeWith` does. */
export function compute(id: string | Metric, given: Given, options: MetricOptions = {}): Result {
  return computeWith(metricOf(id), given, options);
}

/** Compares before with after, each a Result or what it is computed from. */
export function compare(
  id: string | Metric,
  before: Given | Result,
  after: Given | Result,
  options: MetricOptions = {},
): Comparison {
  const metric = metricOf(id);
  const resultOf = (side: Given | Result): Result =>
    'method' in side ? side : computeWith(metric, side, options);
  return compareWith(metric, resultOf(before), resultOf(after));
}

/** Groups rows by segment and period and computes the metric in each group. */
export function tabulate(
  records: Iterable<unknown>,
  plan: Omit<Plan, 'metric'> & { metric: string | Metric },
): Cell[] {
  const tabulation = new Tabulation({ ...plan, metric: metricOf(plan.metric) });
  tabulation.add(records);
  return tabulation.cells();
}

export { metricById, metrics } from './metrics/catalogue';
export { compareWith, type Comparison } from './metrics/compare';
export { computeWith, type Given } from './metrics/compute';
export type * from './metrics/metric';
export { parseQuantity, type Quantity } from './metrics/quantity';
export { Tabulation, type Cell, type Condition, type Plan } from './metrics/tabulate';
export {
  parseTarget,
  status,
  type Target,
  type TargetStatus,
  type StatusOptions,
} from './metrics/target';
export {
  INTERVALS,
  parseInstant,
  periodRange,
  previousPeriod,
  nextPeriod,
  type Interval,
} from './metrics/time';
