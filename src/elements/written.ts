/** What few pages write into attributes: figures with units ("85%", "2 menit", "1.200"), JSON, a direction, and words that are none. */
import { readBenchmark, type Benchmark } from '../data/schema';
import type { Direction } from '../metrics/metric';
import { show } from '../metrics/number';
import { parseLocalNumber, parseQuantity } from '../metrics/quantity';
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

/** An attribute that holds a time in seconds, or a size in bytes. */
export type Amount = 'refresh' | 'max-bytes';

/** Bytes in a unit of size: thousands as disks are sold, or powers of 1024 as memory is. */
const sizes: Readonly<Record<string, number>> = {
  b: 1,
  byte: 1,
  bytes: 1,
  k: 1e3,
  kb: 1e3,
  kib: 2 ** 10,
  m: 1e6,
  mb: 1e6,
  mib: 2 ** 20,
  g: 1e9,
  gb: 1e9,
  gib: 2 ** 30,
};

/** "5 menit" in seconds; `undefined` where it is no time. */
function secondsOf(text: string, lang: string): number | undefined {
  const read = parseQuantity(text, lang);
  return read && /^$|seconds/.test(read.unit ?? '') ? read.value : undefined;
}

/** "10 MB" in bytes; `undefined` where it is no size. */
function bytesOf(text: string, lang: string): number | undefined {
  const [, digits = '', unit = ''] = /^([\d.,]+)\s*([a-z]*)$/i.exec(text.trim()) ?? [];
  const number = parseLocalNumber(digits, lang);
  const name = unit.toLowerCase();
  const size = unit ? (Object.hasOwn(sizes, name) ? sizes[name] : undefined) : 1;
  return number && size && Math.round(number * size);
}

/** What people write for an amount. Throws `RangeError` where it is none. */
export function readAmount(name: Amount, text: unknown, lang: string): number {
  const [read, allowed] =
    name === 'refresh' ? [secondsOf, '60, 30s, 5 min'] : [bytesOf, '5000000, 10 MB'];
  const amount = typeof text === 'string' ? read(text, lang) : undefined;
  if (amount !== undefined) return amount;
  throw new RangeError(`invalid ${name}: ${show(text)}; allowed: ${allowed}`);
}

/** A benchmark with a unit, or as JSON. */
export const readMark = (text: unknown, lang: string): Benchmark =>
  isStructured(text)
    ? readBenchmark(parseList(text, 'benchmark'))
    : { value: figureOf(text, 'benchmark', lang)! };

/** Throws `RangeError` for a word that there is not. */
export function checkWord(text: unknown, name: string, allowed: readonly string[]): void {
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
