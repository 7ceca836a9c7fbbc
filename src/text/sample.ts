/** What is said of the answers behind a figure: how many, and how many could not be used. */
import type { Result } from '../metrics/metric';
import { catalogueFor } from './catalogue';
import { dotted, formatNumber } from './format';

/**
 * Whether readers must be told: more than one in twenty of the values that came could not be used.
 * So many may move a share by five points, as much as the changes that a report is about; a stray
 * value among hundreds is not worth a sentence. Blank ones are no part of it.
 */
export const isLossy = ({ n, invalid }: Pick<Result, 'n' | 'invalid'>): boolean =>
  invalid / (n + invalid) > 0.05;

/** "126 answers could not be read." of the results of a tile with `n` others; empty where readers need not be told. */
export function unreadAnswers(
  results: Result | readonly Result[] | null,
  n: number,
  lang: string,
): string {
  const invalid = [results].flat().reduce((sum, one) => sum + (one?.invalid ?? 0), 0);
  return isLossy({ n, invalid })
    ? catalogueFor(lang).unread(invalid, formatNumber(invalid, lang))
    : '';
}

/** From so many answers on, a figure without an interval is not said to be of few. */
const enough = 30;

/** "n = 1.204 · 126 answers could not be read.", "Small sample (n = 12)"; empty where none are counted. */
export function sampleWords(
  results: Result | readonly Result[] | null,
  n: number,
  lang: string,
): string {
  if (n <= 0) return '';
  const size = formatNumber(n, lang);
  // How far a few answers may be off is said by the interval, or in words.
  const isVague = n < enough && (results as Result | null)?.interval === null;
  const sample = isVague ? catalogueFor(lang).smallSample(size) : `n = ${size}`;
  return dotted(sample, unreadAnswers(results, n, lang));
}
