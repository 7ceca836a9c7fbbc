import { known } from './path';

/** One stretch of a bar, in percent of its length. */
export interface Stretch {
  start: number;
  length: number;
}

const round = (v: number): number => Math.round(v * 1000) / 1000;

/** What has a length: nothing missing, negative or without end. */
const sizesOf = (values: readonly (number | null)[]): number[] =>
  values.map((v) => (known(v) && v > 0 ? v : 0));

/**
 * Lays parts of a whole side by side with a gap between them, in percent of the
 * bar. Parts of 0 take no room; a tiny part keeps a visible sliver, taken from
 * the others. Negative and non-finite parts count as 0; no parts at all give
 * stretches of length 0.
 */
export function stack(parts: readonly number[], gap = 0.6, sliver = 1.2): Stretch[] {
  const sizes = sizesOf(parts);
  const top = Math.max(0, ...sizes);
  // Dividing by the largest first keeps a sum of huge parts finite.
  const shares = sizes.map((p) => (top ? p / top : 0));
  const total = shares.reduce((a, b) => a + b, 0);
  const shown = shares.filter((p) => p > 0).length;
  // Very many parts would leave no room between their gaps.
  const space = Math.min(gap, 50 / Math.max(1, shown));
  const room = 100 - space * Math.max(0, shown - 1);
  const raw = shares.map((p) => (p ? Math.max(sliver, (p / total) * room) : 0));
  const scale = room / (raw.reduce((a, b) => a + b, 0) || 1);
  let start = 0;
  return raw.map((r) => {
    const length = r * scale;
    const stretch = { start: round(start), length: round(length) };
    if (r) start += length + space;
    return stretch;
  });
}

/**
 * Lengths of separate bars on one common scale from 0, in percent. The longest
 * is 100 unless `max` is given. Missing, negative and non-finite values have
 * length 0.
 */
export function lengths(values: readonly (number | null)[], max?: number): number[] {
  const sizes = sizesOf(values);
  const top = max ?? Math.max(...sizes);
  return sizes.map((v) => (top > 0 ? round(Math.min(100, (v / top) * 100)) : 0));
}
