/**
 * The sentence that stands for a picture, for people who do not see it. Plain
 * numbers in, so that it can be tested and spoken anywhere.
 */
import type { Result, Unit } from '../metrics/metric';
import { formatAge } from './age';
import { catalogueFor } from './catalogue';
import {
  durationStyle,
  formatNumber,
  formatValue,
  type FormatOptions,
  type TargetLike,
} from './format';
import { statusCounts, statusText, type StatusName } from './status';

/** What a tile with one number shows. */
export interface ValueSentence {
  name: string;
  result: Pick<Result, 'value' | 'unit' | 'interval' | 'n' | 'currency'>;
  target?: TargetLike | null;
  status?: StatusName | null;
  /** False where the interval straddles the target. */
  proven?: boolean | null;
  /** What it is of, where it is not of all time: "November 2026: incomplete". */
  time?: string;
  /** Its change, in words of their own. */
  change?: string;
  benchmark?: { name?: string; value: number } | null;
  /** Age of data that could not be renewed, in milliseconds. */
  staleMs?: number | null;
  lang: string;
}

/** How a result's values are spoken: durations in whole words, signs on points. */
export function spoken(
  { unit, currency }: Pick<Result, 'unit' | 'currency'>,
  target: TargetLike | null | undefined,
  lang: string,
): FormatOptions {
  const style = durationStyle(target) === 'clock' ? 'clock' : 'long';
  return { lang, currency, style, sign: unit === 'points' };
}

/** "NPS +42, naik 6 poin dari Mei, di bawah target 50, selang kepercayaan 95% 37,6 sampai 46,4, n 1.204". */
export function gaugeSentence(about: ValueSentence): string {
  const { name, result, time, target, status, change, benchmark, staleMs, lang } = about;
  const { value, unit, interval, n } = result;
  const t = catalogueFor(lang);
  const o = spoken(result, target, lang);
  const plain = { ...o, sign: false };
  const stale = staleWords(staleMs, lang);
  if (value === null) return sentence([`${name}: ${lower(t.noData)}`, stale]);
  return sentence([
    `${name} ${formatValue(value, unit, o)}${time ? ` (${time})` : ''}`,
    change,
    target && status && statusText(status, value, target, unit, { ...plain, withTarget: true }),
    target && status && about.proven === false && t.notProven,
    interval &&
      `${t.interval} ${t.to(end(interval[0], unit, plain), end(interval[1], unit, plain))}`,
    benchmark && t.benchmarkOf(benchmark.name ?? '', formatValue(benchmark.value, unit, o)),
    n > 0 && `n ${formatNumber(n, lang)}`,
    stale,
  ]);
}

const end = (value: number, unit: Unit, o: FormatOptions) =>
  formatValue(value, unit, { ...o, digits: unit === 'score' ? 2 : 1 });

/** "Target KPI layanan: 2 tercapai · 1 dekat batas · 2 perlu tindakan". */
export function tableSentence(about: {
  name?: string;
  /** One a row; of rows that are not judged `undefined`. */
  statuses: readonly (StatusName | undefined)[];
  staleMs?: number | null;
  lang: string;
}): string {
  const { name, statuses, staleMs, lang } = about;
  const counts = statuses.length ? statusCounts(statuses, lang) : catalogueFor(lang).noData;
  return sentence([[name, counts].filter(Boolean).join(': '), staleWords(staleMs, lang)]);
}

/** Age of data that could not be renewed; `false` for data that could. */
export const staleWords = (ms: number | null | undefined, lang: string): string | false =>
  typeof ms === 'number' && catalogueFor(lang).stale(formatAge(ms, lang));

/** Joins the parts that are there; all but the first begin small. */
export function sentence(parts: readonly (string | false | null | undefined)[]): string {
  return parts
    .filter((part) => !!part)
    .map((part, i) => (i ? lower(part as string) : part))
    .join(', ');
}

/** "Di bawah target" inside a sentence; an abbreviation keeps its capitals. */
export function lower(text: string): string {
  const [first = '', second = ''] = text;
  // A regular expression over Unicode's classes takes longer to compile than all sentences of a page.
  const small = first.toLowerCase();
  const isWord = second === second.toLowerCase() && second !== second.toUpperCase();
  return isWord && first !== small ? small + text.slice(first.length) : text;
}
