/** Values that somebody else has computed: they pass through as a Result. */
import { wilsonPercent } from './interval';
import type { FoldState, Metric, MetricOptions, Result } from './metric';

export interface Ready {
  readonly value: number | null;
  /** What it was made from; 0 where that is not known. */
  readonly n: number;
}

/** Whether a ready value is none that the metric can have. */
export const isOutside = (value: number, [low, high]: Metric['scale']): boolean =>
  value < (low ?? value) || value > (high ?? value);

/**
 * The Result of a ready value. With its `n`, a share has its Wilson interval;
 * other values have none, since their spread is not known. The value is one that the
 * metric can have.
 */
export function readyResult(
  metric: Metric,
  state: FoldState,
  options: MetricOptions,
  { value, n }: Ready,
): Result {
  const { tally } = state;
  const result: Result = {
    ...metric.finish(metric.start(options)),
    invalid: tally.invalid,
    unanswered: tally.unanswered,
  };
  delete result.parts;
  if (tally.issues.length > 0) result.issues = tally.issues.slice();
  for (const group of ['promoters', 'passives', 'detractors', 'numerator', 'denominator'] as const)
    delete result[group];
  Object.assign(result, { value, n, nEffective: n, method: 'given' });
  if (value === null) return result;
  if (metric.test === 'proportion' && result.unit === 'percent' && n > 0) {
    Object.assign(result, {
      numerator: (value / 100) * n,
      denominator: n,
      interval: wilsonPercent(value / 100, n),
    });
  }
  if (metric.given) result.value = metric.given(value, options);
  if (result.value !== value) result.interval = null;
  return result;
}

/** Two ready values as one: by their sizes, where the value is a ratio of sums. `null` where they cannot be merged. */
export function mergeReady(metric: Metric, a: Ready, b: Ready): Ready | null {
  if (a.value === null || b.value === null) return a.value === null ? b : a;
  if ((metric.test !== 'proportion' && metric.test !== 'nps') || !(a.n > 0 && b.n > 0)) return null;
  const n = a.n + b.n;
  return { value: (a.value * a.n + b.value * b.n) / n, n };
}
