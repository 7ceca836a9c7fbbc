/**
 * Numbers as `Intl` writes them in the two languages of the kit, without it: an
 * engine needs 20 to 60 ms to load what its first `NumberFormat` knows, more
 * than a whole tile takes.
 */
const marks: Readonly<Record<string, string>> = {
  en: '.,',
  'en-US': '.,',
  'en-GB': '.,',
  id: ',.',
  'id-ID': ',.',
};

/**
 * The size of a number, grouped, with at most `digits` decimals. Halves are
 * rounded away from zero on the shortest decimal form. `undefined` for other
 * locales, and for sizes that are written with an exponent.
 */
export function plainNumber(value: number, digits: number, locale: string): string | undefined {
  const mark = Object.hasOwn(marks, locale) && marks[locale];
  const size = Math.abs(value);
  if (!mark || !(size < 1e10) || (size && size < 1e-6)) return undefined;
  let [whole, part = ''] = String(size).split('.') as [string, string?];
  if (part.length > digits) {
    const up = part.charCodeAt(digits) > 52 ? 1 : 0;
    const scaled = String(Number(whole + part.slice(0, digits)) + up).padStart(digits + 1, '0');
    whole = scaled.slice(0, scaled.length - digits);
    part = scaled.slice(whole.length).replace(/0+$/, '');
  }
  if (whole.length > 3) whole = whole.replace(/\B(?=(\d{3})+$)/g, mark[1]!);
  return part ? whole + mark[0] + part : whole;
}
