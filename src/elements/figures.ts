/** Figures that stand in attributes: plain numbers at once, what people write through its reader. */
import type { Benchmark } from '../data/schema';
import type { Rows } from '../data/shape';
import { isPlain } from './attributes';
import { written } from './on-demand';
import type { Amount } from './written';

/**
 * A benchmark: a number, a figure with its unit, or JSON with value, name, source and date. Throws
 * `RangeError` or `DataError` on what is none.
 */
export const benchmarkOf = (text: unknown, lang: string): Benchmark =>
  isPlain(text) ? { value: +(text as string) } : written.here.readMark(text, lang);

/** A ready value and its number of answers. Rejects with `RangeError` where they are none. */
export function readyRows(value: unknown, n: unknown = '', lang: string): Rows {
  if (isPlain(value) && !/\D/.test(n as string)) return [{ value, n }];
  return Promise.resolve(written.bring()).then(() => [written.here.readyRow(value, n, lang)]);
}

/** Seconds or bytes: a plain number, or what people write; 0 where nothing is. Throws `RangeError` where it is neither. */
export const amountOf = (name: Amount, text: unknown = 0, lang: string): number =>
  isPlain(text) ? +(text as string) : written.here.readAmount(name, text, lang);
