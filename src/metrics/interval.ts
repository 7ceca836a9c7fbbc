/** 95 % confidence intervals, clipped to the scale. Sizes may be effective sizes, fractions included. */
import { student95, Z95 } from './distribution';

export type Interval95 = readonly [number, number];

/**
 * Wilson's score interval of a share `p` (0 to 1) of `n` answers (Wilson 1927,
 * JASA 22:209; method 3 in Newcombe 1998, Statistics in Medicine 17:857).
 * `null` for n = 0.
 */
export function wilson(p: number, n: number): Interval95 | null {
  if (!(n > 0)) return null;
  const z2 = Z95 * Z95;
  const half = Z95 * Math.sqrt(Math.max(0, p * (1 - p)) / n + z2 / (4 * n * n));
  const low = (p + z2 / (2 * n) - half) / (1 + z2 / n);
  const high = (p + z2 / (2 * n) + half) / (1 + z2 / n);
  // At the ends the formula gives 0 and 1 but for rounding.
  return [p <= 0 ? 0 : Math.min(p, low), p >= 1 ? 1 : Math.max(p, high)];
}

/** Wilson's interval in per cent. */
export function wilsonPercent(p: number, n: number): Interval95 | null {
  const interval = wilson(p, n);
  return interval && [interval[0] * 100, interval[1] * 100];
}

/**
 * Adjusted Wald interval of a net score in points: three answers are added, ¾ a
 * promoter, ¾ a detractor, 1½ neither (Rocks 2016; recommended by MeasuringU,
 * "Three ways to compute a confidence interval for NPS"). `up` and `down` are
 * shares, `n` the (effective) size.
 */
export function adjustedWald(up: number, down: number, n: number): Interval95 | null {
  if (!(n > 0)) return null;
  const size = n + 3;
  const p = (up * n + 0.75) / size;
  const d = (down * n + 0.75) / size;
  const half = Z95 * Math.sqrt((p + d - (p - d) ** 2) / size);
  const score = (up - down) * 100;
  return [
    Math.min(score, Math.max(-100, (p - d - half) * 100)),
    Math.max(score, Math.min(100, (p - d + half) * 100)),
  ];
}

/** Student's t interval of a mean with sample standard deviation `sd`; `null` below two answers. */
export function meanInterval(
  mean: number,
  sd: number,
  n: number,
  low = -Infinity,
  high = Infinity,
): Interval95 | null {
  if (!(n > 1)) return null;
  const half = (student95(n - 1) * sd) / Math.sqrt(n);
  return [Math.min(mean, Math.max(low, mean - half)), Math.max(mean, Math.min(high, mean + half))];
}
