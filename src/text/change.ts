/** A change in words, and how sure it is. */
import type { Unit } from '../metrics/metric';
import { formatDelta, formatNumber, type FormatOptions } from './format';
import { allWords } from './later';

/** A change, and whether it is more than chance. */
export interface ChangeWords {
  /** After minus before, in the unit of the value (points, for percentages). */
  delta: number | null;
  /** The period before, in words: "Mei". */
  from?: string;
  significant?: boolean | null;
  p?: number | null;
}

/** A change as the arrow that goes before it. */
export function changeArrow(delta: number): '▲' | '▼' | '=' {
  return delta > 0 ? '▲' : delta < 0 ? '▼' : '=';
}

/** A p value as text: "p 0,009", "p < 0,001". Empty where there is none. */
export function formatP(p: number | null, lang: string): string {
  if (p === null || !(p >= 0 && p <= 1)) return '';
  if (p < 0.001) return `p < ${formatNumber(0.001, lang, 3)}`;
  return `p ${formatNumber(p, lang, p < 0.0995 ? 3 : 2)}`;
}

/** "naik 6 poin dari Mei, perubahan nyata (p 0,009)"; empty where there is nothing to compare. */
export function changeWords(
  change: ChangeWords | null | undefined,
  unit: Unit,
  o: FormatOptions,
): string {
  if (!change || change.delta === null || !Number.isFinite(change.delta)) return '';
  const t = allWords(o.lang);
  const { delta, from, significant, p } = change;
  const size = formatDelta(delta, unit, o);
  // What rounds to nothing did not change, as far as the reader is told.
  const none = size === formatDelta(0, unit, o);
  const how = none ? t.unchanged : delta > 0 ? t.rose(size) : t.fell(size);
  const words = from ? t.changeFrom(how, from) : how;
  if (significant === false && !none) return `${words}, ${t.withinNoise}`;
  const proof = significant ? formatP(p ?? null, o.lang) : '';
  return proof ? `${words}, ${t.realChange(proof)}` : words;
}
