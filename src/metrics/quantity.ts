/** Quantities as people write them in Indonesian and English: "90%", "2 menit", "6:00", "1h30m", "Rp 2,4 jt". */
import type { Unit } from './metric';

export interface Quantity {
  /** In the base unit: seconds for durations, 0 to 100 for per cent. */
  readonly value: number;
  readonly unit?: Unit;
  /** ISO 4217 code, where a currency is named. */
  readonly currency?: string;
  /** What was written after the number. */
  readonly suffix: string;
}

/** Seconds in a unit of time, by the words of both languages. */
const TIME: readonly (readonly [RegExp, number])[] = [
  [/^(?:s|secs?|seconds?|dtk|det|detik)$/, 1],
  [/^(?:m|mins?|minutes?|mnt|menit)$/, 60],
  [/^(?:h|hrs?|hours?|jam|j)$/, 3600],
  [/^(?:d|days?|hari|hr)$/, 86400],
];

const CURRENCY: Readonly<Record<string, string>> = {
  rp: 'IDR',
  idr: 'IDR',
  $: 'USD',
  usd: 'USD',
  '€': 'EUR',
  eur: 'EUR',
};

/** Powers of ten by word. M after a currency is a milliard in Indonesian and a million in English. */
function magnitude(word: string, id: boolean): number | undefined {
  if (/^(?:k|rb|ribu|thousand)$/.test(word)) return 1e3;
  if (/^(?:jt|juta|mio|mn|million)$/.test(word)) return 1e6;
  if (/^(?:miliar|mlr|bn|billion)$/.test(word)) return 1e9;
  return word === 'm' ? (id ? 1e9 : 1e6) : undefined;
}

/** A number in a language's signs; also "2.5" in Indonesian, which can be no grouping. `undefined` if it is none. */
export function parseLocalNumber(text: string, lang: string): number | undefined {
  const match = /^([+\-−]?)(\d[\d.,]*|[.,]\d+)$/.exec(text.replace(/[\s\u00a0\u202f]/g, ''));
  if (!match) return undefined;
  const digits = match[2]!;
  const [group, point] = /^i[dn](?![a-z])/i.test(lang) ? ['.', ','] : [',', '.'];
  /** Without its groups, where they are of three digits; decimals are there or `?` may be. */
  const ungrouped = (by: string, mark: string, decimals: string): string | undefined =>
    new RegExp(`^[1-9]\\d{0,2}(?:\\${by}\\d{3})+(?:\\${mark}\\d+)${decimals}$`).test(digits)
      ? digits.replaceAll(by, '').replace(mark, '.')
      : undefined;
  const plain =
    ungrouped(group!, point!, '?') ??
    (/^\d*[.,]?\d*$/.test(digits) ? digits.replace(',', '.') : ungrouped(point!, group!, ''));
  const number = Number(plain);
  if (plain === undefined || !Number.isFinite(number)) return undefined;
  return match[1] === '-' || match[1] === '−' ? 0 - number : number;
}

/** "6:00" is six minutes, "1:30:00" an hour and a half; `undefined` if it is no clock. */
function parseClock(text: string): number | undefined {
  const match = /^(?:(\d+):([0-5]?\d)|(\d+)):([0-5]\d(?:[.,]\d+)?)$/.exec(text);
  if (!match) return undefined;
  const minutes =
    match[1] === undefined ? Number(match[3]) : Number(match[1]) * 60 + Number(match[2]);
  return minutes * 60 + Number(match[4]!.replace(',', '.'));
}

/** "2 min 30 s", "1h30m", "2,5 menit"; `undefined` if it is no duration. */
function parseWordedDuration(text: string, lang: string): number | undefined {
  const step = /\s*([\d.,]+)\s*([a-z]+)\.?\s*/y;
  let seconds: number | undefined;
  let finer = Infinity;
  for (let match = step.exec(text); match; match = step.exec(text)) {
    const size = TIME.find(([word]) => word.test(match![2]!))?.[1];
    const number = parseLocalNumber(match[1]!, lang);
    // Each part is of a smaller unit than the one before: "30 s 2 min" is no way to write it.
    if (size === undefined || number === undefined || size >= finer) return undefined;
    seconds = (seconds ?? 0) + number * size;
    finer = size;
    if (step.lastIndex === text.length) return seconds;
  }
  return undefined;
}

/** Reads a quantity; `null` where the text is none. */
export function parseQuantity(written: string, lang: string = 'en'): Quantity | null {
  const text = written.trim().toLowerCase();
  const clock = parseClock(text);
  if (clock !== undefined) return { value: clock, unit: 'seconds', suffix: '' };
  const match = /^(rp\.?|idr|\$|usd|€|eur)?\s*([+\-−]?[\d.,\s\u00a0\u202f]*\d)\s*(.*)$/s.exec(text);
  if (!match) return null;
  const [, prefix, digits, suffix] = match as unknown as [
    string,
    string | undefined,
    string,
    string,
  ];
  const number = parseLocalNumber(digits, lang);
  if (number !== undefined) {
    if (suffix === '' && !prefix) return { value: number, suffix };
    if (!prefix && /^(?:%|persen|percent|per cent)$/.test(suffix))
      return { value: number, unit: 'percent', suffix };
    if (!prefix && /^(?:poin|points?|pts?|pt)$/.test(suffix))
      return { value: number, unit: 'points', suffix };
    const scale = suffix === '' ? 1 : magnitude(suffix, /^i[dn](?![a-z])/i.test(lang));
    if (prefix && scale !== undefined) {
      return {
        value: number * scale,
        unit: 'currency',
        currency: CURRENCY[prefix.replace('.', '')]!,
        suffix,
      };
    }
    // A bare "2m" is two minutes, not two million.
    if (!prefix && scale !== undefined && suffix !== 'm') return { value: number * scale, suffix };
  }
  const seconds = prefix ? undefined : parseWordedDuration(text, lang);
  return seconds === undefined
    ? null
    : { value: seconds, unit: 'seconds', suffix: suffix.replace(/^[\d\s]+/, '') };
}
