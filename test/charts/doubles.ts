import fc from 'fast-check';

/** Any double: NaN, ±∞, ±0, the smallest and the largest among them. */
export const double = fc.oneof(
  fc.double(),
  fc.double({ min: -200, max: 200 }),
  fc.constantFrom(NaN, Infinity, -Infinity, 0, -0, 1e308, -1e308, 5e-324, Number.MAX_VALUE),
);

/** Nothing that a drawing cannot hold, at any depth. */
export function holdsOnlyNumbers(shape: unknown): boolean {
  if (typeof shape === 'number') return Number.isFinite(shape);
  if (typeof shape === 'string') return !/NaN|undefined|null|Infinity/.test(shape);
  if (typeof shape === 'object' && shape !== null)
    return Object.values(shape).every(holdsOnlyNumbers);
  return shape === null || typeof shape === 'boolean';
}
