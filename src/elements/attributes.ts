import type { Benchmark } from '../data/schema';
import { show } from '../metrics/number';
import { written } from './on-demand';

/** A text, where a page may have given the property anything. Throws `RangeError` for what is none. */
export function checkText(text: unknown, name: string): string {
  if (typeof text === 'string') return text;
  throw new RangeError(`invalid ${name}: ${show(text)}`);
}

/** Whether an attribute holds a JSON list or object. */
export const isStructured = (text: unknown): boolean =>
  typeof text === 'string' ? /^\s*[[{]/.test(text) : typeof text === 'object' && text !== null;

/** Whether a figure is a plain number; all else takes the reader of what people write. */
export const isPlain = (text: unknown): boolean => Number.isFinite(+(text as string));

/**
 * A benchmark as an attribute gives it: a number, a figure with its unit, or JSON with value, name,
 * source and date. Throws `RangeError` or `DataError` on what is none.
 */
export const benchmarkOf = (text: string, lang: string): Benchmark =>
  isPlain(text) ? { value: +text } : written.here.readMark(text, lang);

/** A ready value and its number of answers, as people write them. Rejects with `RangeError` where they are none. */
export async function readyRows(value: unknown, n: unknown, lang: string): Promise<unknown[]> {
  await written.bring();
  return [written.here.readyRow(value, n, lang)];
}
