import type { Benchmark } from '../data/schema';
import { contracts } from './contracts';

/** JSON in an attribute. Throws `RangeError` with the text where it is none. */
function parseJsonText(text: string, name: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    throw new RangeError(`invalid ${name}: "${text.slice(0, 40)}"`);
  }
}

/** A list given as a property, or as JSON in an attribute; nothing is an empty list. */
export function parseList(value: unknown, name: string): unknown {
  if (value === undefined || value === null || value === '') return [];
  return typeof value === 'string' ? parseJsonText(value, name) : value;
}

/** Whether an attribute holds a JSON list or object, which takes the contracts to check. */
export const isStructured = (text: unknown): boolean =>
  typeof text === 'string' ? /^\s*[[{]/.test(text) : text !== undefined && text !== null;

/** A benchmark as an attribute gives it: a number, or JSON with value, name, source and date. */
export function benchmarkOf(text: string): Benchmark {
  const value = parseJsonText(text, 'benchmark');
  return typeof value === 'number' ? { value } : contracts().readBenchmark(value);
}
