/** A formula with the numbers of one Result in it. */
import type { Result } from '../metrics/metric';
import { formatNumber, formatValue } from '../text/format';

/** Numbers are only put into a formula that gives the value: the sum is done again. */
const isClose = (a: number, b: number): boolean =>
  Math.abs(a - b) <= 1e-9 * Math.max(1, Math.abs(b));

/**
 * "(431 − 118) / 721 × 100 = +43,4". `null` where the Result does not hold the
 * parts, or where they do not give its value: a value that was given, a rate
 * made yearly, a median.
 */
export function workedFormula(result: Result, lang: string): string | null {
  const { value, unit, n, numerator, denominator, method, parts, currency } = result;
  if (value === null || method === 'given') return null;
  const write = (v: number): string => formatNumber(v, lang, 1);
  const end = formatValue(value, unit, { lang, digits: 1, sign: unit === 'points', currency });
  const best = result.promoters ?? parts?.positive;
  const worst = result.detractors ?? parts?.negative;
  if (best !== undefined && worst !== undefined && isClose(((best - worst) / n) * 100, value))
    return `(${write(best)} − ${write(worst)}) / ${write(n)} × 100 = ${end}`;
  if (numerator === undefined || !denominator) return null;
  const ratio = numerator / denominator;
  const left = `${write(numerator)} / ${write(denominator)}`;
  if (isClose(ratio * 100, value)) return `${left} × 100 = ${end}`;
  if (!isClose(ratio, value)) return null;
  // Seconds are divided, and then read as minutes.
  return unit === 'seconds' ? `${left} = ${write(value)} = ${end}` : `${left} = ${end}`;
}
