/** How a decimal number is written: sign, digits, one point, exponent. No hex, no grouping, no words. */
const DECIMAL = /^[+-]?(?:\d+\.?\d*|\.\d+)(?:e[+-]?\d+)?$/i;

/**
 * Reads a number strictly: a finite number, or a decimal string with blanks
 * around it allowed. Nothing else is coerced, since `Number` would turn `''`,
 * `true`, `[]` and `'0x10'` into 0, 1, 0 and 16.
 *
 * Returns `null` for no answer (null, absent, blank text) and `undefined` for
 * anything that is not a number.
 */
export function parseNumber(value: unknown): number | null | undefined {
  if (typeof value === 'number') return Number.isFinite(value) ? value : undefined;
  if (value === null || value === undefined) return null;
  if (typeof value !== 'string') return undefined;
  // Most texts are a few digits, which a million records need read fast.
  let whole = 0;
  let at = 0;
  for (; at < value.length && at < 15; at++) {
    const digit = value.charCodeAt(at) - 48;
    if (!(digit >= 0 && digit <= 9)) break;
    whole = whole * 10 + digit;
  }
  if (at > 0 && at === value.length) return whole;
  const text = value.trim();
  if (text === '') return null;
  if (!DECIMAL.test(text)) return undefined;
  const number = Number(text);
  return Number.isFinite(number) ? number : undefined;
}

/** The largest amount that is added up: whole numbers beyond it are not told apart, and their sums may have no end. */
export const mostCounted = 2 ** 53;

/** As `parseNumber`, of an amount that is added up: `undefined` also below 0 and above `mostCounted`. */
export function parseCount(value: unknown): number | null | undefined {
  const count = parseNumber(value);
  return count! < 0 || count! > mostCounted ? undefined : count;
}

/** A value as short text, for messages and lists of issues. Never throws. */
export function show(value: unknown): string {
  if (typeof value === 'string')
    return JSON.stringify(value.length > 40 ? `${value.slice(0, 39)}…` : value);
  if (Array.isArray(value)) return value.length === 0 ? '[]' : '[…]';
  if (typeof value === 'object' && value !== null) return '{…}';
  return typeof value === 'symbol' || typeof value === 'function'
    ? typeof value
    : `${value as number}`;
}
