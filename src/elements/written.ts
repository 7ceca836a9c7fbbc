/** What few pages write into attributes: figures with units ("85%", "2 menit", "1.200"), JSON, a direction, and words that are none. */
import { readBenchmark, type Benchmark } from '../data/schema';
import type { Direction } from '../metrics/metric';
import { show } from '../metrics/number';
import { parseQuantity } from '../metrics/quantity';
import { isStructured } from './attributes';
import { parseList } from './json-attribute';
import type { TileAttributes } from './tile-attributes';

/** Throws `RangeError` with the text where it is no figure. */
function figureOf(text: unknown, name: string, lang: string): number | null {
  if (typeof text === 'number' || text === undefined || text === null) return text ?? null;
  if (typeof text === 'string') {
    if (!text.trim()) return null;
    const read = parseQuantity(text, lang);
    if (read) return read.value;
  }
  throw new RangeError(`invalid ${name}: ${show(text)}`);
}

/** A ready value with its number of answers. */
export const readyRow = (value: unknown, n: unknown, lang: string): Record<string, unknown> => ({
  value: figureOf(value, 'value', lang),
  n: figureOf(n, 'n', lang),
});

/** A time in seconds: "5 menit". */
export function secondsOf(text: unknown, lang: string): number {
  const read = typeof text === 'string' ? parseQuantity(text, lang) : null;
  if (read && /^$|seconds/.test(read.unit ?? '')) return read.value;
  throw new RangeError(`invalid refresh: ${show(text)}; allowed: 60, 30s, 5 min`);
}

/** A benchmark with a unit, or as JSON. */
export const readMark = (text: unknown, lang: string): Benchmark =>
  isStructured(text)
    ? readBenchmark(parseList(text, 'benchmark'))
    : { value: figureOf(text, 'benchmark', lang)! };

/** Throws `RangeError` for a word that there is not. */
function checkWord(text: unknown, name: string, allowed: readonly string[]): void {
  if (!allowed.includes(text as string))
    throw new RangeError(`invalid ${name}: ${show(text)}; allowed: ${allowed.join(', ')}`);
}

/** Throws `RangeError` for a direction that does not exist. */
export function checkDirection(text: string): Direction {
  checkWord(text, 'direction', ['up', 'down', 'range', 'none']);
  return text as Direction;
}

/**
 * Throws `RangeError` for a direction or a way with cookies that does not exist. A look that does not
 * (`theme`, `density`) is worth no number: the tile keeps its own.
 */
export function checkWords({ credentials, direction }: TileAttributes): void {
  if (direction) checkDirection(direction);
  if (credentials) checkWord(credentials, 'credentials', ['include', 'same-origin']);
}
