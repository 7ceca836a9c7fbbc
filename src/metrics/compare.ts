/** Before and after: the change between two results, its interval and whether it is real. */
import { normalTwoSided, student95, studentTwoSided, Z95 } from './distribution';
import { wilson } from './interval';
import type { Metric, Result, Unit } from './metric';
import { show } from './number';

export interface Comparison {
  metric: string;
  unit: Unit;
  /** after − before: points for percentages and NPS, else the value's unit. `null` where one has no value. */
  delta: number | null;
  /** delta / |before| × 100; `null` where the base is 0 or missing, or the ratio is no finite number. */
  relative: number | null;
  /** 95 % interval of delta. */
  interval: readonly [number, number] | null;
  /** Two-sided probability of a change at least this large by chance alone. */
  p: number | null;
  /** p < 0.05; `null` where it cannot be tested. */
  significant: boolean | null;
  /** Of delta, in its unit; for proportions the pooled one that z uses. */
  standardError: number | null;
  z?: number;
  t?: number;
  df?: number;
}

type Outcome = Pick<Comparison, 'interval' | 'p' | 'standardError' | 'z' | 't' | 'df'>;

const UNTESTED: Outcome = { interval: null, p: null, standardError: null };

/** No spread at all: no change is certain to be none, any change certain to be one. */
const twoSided = (delta: number, standardError: number): number =>
  standardError > 0 ? normalTwoSided(delta / standardError) : delta === 0 ? 1 : 0;

const sizeOf = (result: Result): number => result.nEffective ?? result.n;

/** Shares of the top and the bottom group of a net score. */
function netVariance(result: Result): number | null {
  const groups = result.parts && Object.values(result.parts);
  if (!groups || groups.length !== 3 || !(result.n > 0)) return null;
  const down = groups[0]! / result.n;
  const up = groups[2]! / result.n;
  return Math.max(0, up + down - (up - down) ** 2) / sizeOf(result);
}

/** Two-sample z of net scores: each variance is p + d − (p − d)², over n. */
function testNet(before: Result, after: Result, delta: number): Outcome {
  const a = netVariance(before);
  const b = netVariance(after);
  if (a === null || b === null) return UNTESTED;
  const standardError = Math.sqrt(a + b) * 100;
  return {
    interval: [
      Math.max(-200, delta - Z95 * standardError),
      Math.min(200, delta + Z95 * standardError),
    ],
    p: twoSided(delta, standardError),
    standardError,
    ...(standardError > 0 && { z: delta / standardError }),
  };
}

function isShare({ value, numerator, denominator }: Result): boolean {
  return (
    numerator !== undefined &&
    denominator !== undefined &&
    Math.abs((numerator / denominator) * 100 - value!) < 1e-9
  );
}

/** Newcombe's hybrid score interval (1998, Statistics in Medicine 17:873, method 10) and the pooled z. */
function testShares(before: Result, after: Result, delta: number): Outcome {
  const [n1, n2] = [sizeOf(before), sizeOf(after)];
  // A rate made yearly is no share of n any more.
  if (!(n1 > 0 && n2 > 0) || !isShare(before) || !isShare(after)) return UNTESTED;
  const [p1, p2] = [before.value! / 100, after.value! / 100];
  const [l1, u1] = wilson(p1, n1)!;
  const [l2, u2] = wilson(p2, n2)!;
  const pooled = (p1 * n1 + p2 * n2) / (n1 + n2);
  const standardError = Math.sqrt(Math.max(0, pooled * (1 - pooled)) * (1 / n1 + 1 / n2)) * 100;
  return {
    interval: [
      delta - 100 * Math.hypot(p2 - l2, u1 - p1),
      delta + 100 * Math.hypot(u2 - p2, p1 - l1),
    ],
    p: twoSided(delta, standardError),
    standardError,
    ...(standardError > 0 && { z: delta / standardError }),
  };
}

/** Welch's t of two means (1947, Biometrika 34:28), degrees of freedom after Satterthwaite. */
function testMeans(before: Result, after: Result, delta: number): Outcome {
  const [n1, n2] = [sizeOf(before), sizeOf(after)];
  if (before.sd === undefined || after.sd === undefined || !(n1 > 1 && n2 > 1)) return UNTESTED;
  const v1 = before.sd ** 2 / n1;
  const v2 = after.sd ** 2 / n2;
  const standardError = Math.sqrt(v1 + v2);
  if (!(standardError > 0))
    return { interval: [delta, delta], p: twoSided(delta, 0), standardError };
  const df = (v1 + v2) ** 2 / (v1 ** 2 / (n1 - 1) + v2 ** 2 / (n2 - 1));
  const t = delta / standardError;
  const half = student95(df) * standardError;
  return {
    interval: [delta - half, delta + half],
    p: studentTwoSided(t, df),
    standardError,
    t,
    df,
  };
}

const finite = (value: number): number | null => (Number.isFinite(value) ? value : null);

/** The change, and what share of the base it is; `null` where the base is 0, and where two finite numbers make none. */
export function difference(base: number, value: number): Pick<Comparison, 'delta' | 'relative'> {
  const delta = value - base;
  return { delta: finite(delta), relative: finite((delta / Math.abs(base)) * 100) };
}

/** What was computed, whether exactly or from a sketch: of two months one may be long enough for that. */
const variantOf = ({ method }: Result): string => method.replace(/, sketch.*/, '');

/**
 * Compares two results of one metric. The value decides the test: a net score by
 * its groups, a share by its size, a mean by its spread; medians and ratios of
 * sums are not tested. Throws `RangeError` where the results are of two metrics
 * or variants, since such values cannot be compared; of a ready value nobody
 * knows the variant, so it is taken for the other's.
 */
export function compareWith(
  metric: Pick<Metric, 'id' | 'test'>,
  before: Result,
  after: Result,
): Comparison {
  if (before.metric !== after.metric || before.unit !== after.unit || after.metric !== metric.id) {
    throw new RangeError(
      `cannot compare ${before.metric} in ${before.unit} with ${after.metric} in ${after.unit}`,
    );
  }
  const comparison: Comparison = {
    metric: metric.id,
    unit: after.unit,
    delta: null,
    relative: null,
    significant: null,
    ...UNTESTED,
  };
  if (before.value === null || after.value === null) return comparison;
  const [was, is] = [variantOf(before), variantOf(after)];
  if (was !== is && was !== 'given' && is !== 'given')
    throw new RangeError(`cannot compare ${metric.id} by ${show(was)} with ${show(is)}`);
  Object.assign(comparison, difference(before.value, after.value));
  const { delta } = comparison;
  if (delta === null) return comparison;
  const isMean = after.unit !== 'percent' && after.unit !== 'points';
  const test =
    metric.test === 'none'
      ? null
      : metric.test === 'nps'
        ? testNet
        : isMean
          ? testMeans
          : testShares;
  if (test) Object.assign(comparison, test(before, after, delta));
  if (comparison.p !== null) comparison.significant = comparison.p < 0.05;
  return comparison;
}
