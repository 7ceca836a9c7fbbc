import type { Benchmark } from '../data/schema';
import type { Direction } from '../metrics/metric';
import { show } from '../metrics/number';
import { contracts } from './on-demand';

/** JSON in an attribute. Throws `RangeError` with the text where it is none. */
function parseJsonText(text: string, name: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    throw new RangeError(`invalid ${name}: ${show(text)}`);
  }
}

/** A text, where a page may have given the property anything. Throws `RangeError` for what is none. */
export function checkText(text: unknown, name: string): string {
  if (typeof text === 'string') return text;
  throw new RangeError(`invalid ${name}: ${show(text)}`);
}

/** A list given as a property, or as JSON in an attribute; nothing is an empty list. */
export function parseList(value: unknown, name: string): unknown {
  if (value === undefined || value === null || value === '') return [];
  return typeof value === 'string' ? parseJsonText(value, name) : value;
}

/** Whether an attribute holds a JSON list or object, which takes the contracts to check. */
export const isStructured = (text: unknown): boolean =>
  typeof text === 'string' ? /^\s*[[{]/.test(text) : typeof text === 'object' && text !== null;

/** A benchmark as an attribute gives it: a number, or JSON with value, name, source and date. */
export function benchmarkOf(text: string): Benchmark {
  if (isStructured(text))
    return contracts.here.readBenchmark(
      typeof text === 'string' ? parseJsonText(text, 'benchmark') : text,
    );
  const value = Number(text);
  if (Number.isFinite(value)) return { value };
  throw new RangeError(`invalid benchmark: ${show(text)}`);
}

const directions = ['up', 'down', 'range', 'none'];

/** Throws `RangeError` for a direction that does not exist. */
export function checkDirection(text: string): Direction {
  if (directions.includes(text)) return text as Direction;
  throw new RangeError(`invalid direction: ${show(text)}; allowed: ${directions.join(', ')}`);
}
