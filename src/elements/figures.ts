/** Figures that stand in attributes: plain numbers at once, what people write through its reader. */
import type { Benchmark } from '../data/schema';
import type { Rows } from '../data/shape';
import { isPlain } from './attributes';
import { written } from './on-demand';

/**
 * A benchmark: a number, a figure with its unit, or JSON with value, name, source and date. Throws
 * `RangeError` or `DataError` on what is none.
 */
export const benchmarkOf = (text: unknown, lang: string): Benchmark =>
  isPlain(text) ? { value: +(text as string) } : written.here.readMark(text, lang);

/** A ready value and its number of answers. Rejects with `RangeError` where they are none. */
export function readyRows(value: unknown, n: unknown = '', lang: string): Rows {
  if (isPlain(value) && Number.isInteger(+(n as string))) return [{ value, n }];
  return Promise.resolve(written.bring()).then(() => [written.here.readyRow(value, n, lang)]);
}

/** A time: a plain number of seconds, or what people write. Throws `RangeError` where it is none. */
export const secondsOf = (text: unknown, lang: string): number =>
  isPlain(text ?? 0) ? +((text ?? 0) as string) : written.here.secondsOf(text, lang);
