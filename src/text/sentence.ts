/**
 * The sentence that stands for a picture, for people who do not see it. Plain
 * numbers in, so that it can be tested and spoken anywhere.
 */
import type { Result, Unit } from '../metrics/metric';
import { catalogueFor } from './catalogue';
import {
  durationStyle,
  formatAge,
  formatDelta,
  formatNumber,
  formatP,
  formatPeriod,
  formatTarget,
  formatValue,
  type FormatOptions,
  type TargetLike,
} from './format';
import { statusCounts, statusText, type StatusName } from './status';

/** A change, and whether it is more than chance. */
export interface ChangeWords {
  /** After minus before, in the unit of the value (points, for percentages). */
  delta: number | null;
  /** The period before, in words: "Mei". */
  from?: string;
  significant?: boolean | null;
  p?: number | null;
}

/** What a tile with one number shows. */
export interface ValueSentence {
  name: string;
  result: Pick<Result, 'value' | 'unit' | 'interval' | 'n' | 'currency'>;
  target?: TargetLike | null;
  status?: StatusName | null;
  /** False where the interval straddles the target. */
  proven?: boolean | null;
  change?: ChangeWords | null;
  benchmark?: { name?: string; value: number } | null;
  /** Age of data that could not be renewed, in milliseconds. */
  staleMs?: number | null;
  lang: string;
}

/** How a result's values are spoken: durations in whole words, signs on points. */
function spoken(
  { unit, currency }: Pick<Result, 'unit' | 'currency'>,
  target: TargetLike | null | undefined,
  lang: string,
): FormatOptions {
  const style = durationStyle(target) === 'clock' ? 'clock' : 'long';
  return { lang, currency, style, sign: unit === 'points' };
}

/** "NPS +42, naik 6 poin dari Mei, di bawah target 50, selang kepercayaan 95% 37,6 sampai 46,4, n 1.204". */
export function gaugeSentence(about: ValueSentence): string {
  const { name, result, target, status, change, benchmark, staleMs, lang } = about;
  const { value, unit, interval, n } = result;
  const t = catalogueFor(lang);
  const o = spoken(result, target, lang);
  const plain = { ...o, sign: false };
  const stale = typeof staleMs === 'number' ? t.stale(formatAge(staleMs, lang)) : '';
  if (value === null) return sentence([`${name}: ${lower(t.noData)}`, stale]);
  return sentence([
    `${name} ${formatValue(value, unit, o)}`,
    changeWords(change, unit, plain),
    target && status && statusText(status, value, target, unit, { ...plain, withTarget: true }),
    target && status && about.proven === false && t.notProven,
    interval &&
      `${t.interval} ${t.to(end(interval[0], unit, plain), end(interval[1], unit, plain))}`,
    benchmark && t.benchmarkOf(benchmark.name ?? '', formatValue(benchmark.value, unit, plain)),
    n > 0 && `n ${formatNumber(n, lang)}`,
    stale,
  ]);
}

const end = (value: number, unit: Unit, o: FormatOptions) =>
  formatValue(value, unit, { ...o, digits: unit === 'score' ? 2 : 1 });

/** "naik 6 poin dari Mei, perubahan nyata (p 0,009)"; empty where there is nothing to compare. */
export function changeWords(
  change: ChangeWords | null | undefined,
  unit: Unit,
  o: FormatOptions,
): string {
  if (!change || change.delta === null || !Number.isFinite(change.delta)) return '';
  const t = catalogueFor(o.lang);
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

/** One line of a trend, already measured. `…At` are period keys: "2026-06". */
export interface SeriesWords {
  name: string;
  first: number | null;
  last: number | null;
  low: number | null;
  high: number | null;
  periods: number;
  /** Where the newest value stands against the target, and whether its interval leaves no doubt of that. */
  standing?: { status: StatusName; proven: boolean | null } | null;
  firstAt?: string;
  lastAt?: string;
  lowAt?: string;
  highAt?: string;
}

/** Series that are spoken one by one; the others are counted. */
const SPOKEN = 6;

/** "NPS per minggu, 52 periode: dari +31 (Jan 2026) ke +42 (Des 2026), terendah …, di bawah target 50". */
export function trendSentence(about: {
  name: string;
  unit: Unit;
  currency?: string;
  series: readonly SeriesWords[];
  target?: TargetLike | null;
  staleMs?: number | null;
  lang: string;
}): string {
  const { name, unit, target, staleMs, lang } = about;
  const t = catalogueFor(lang);
  const o = spoken(about, target, lang);
  const at = (value: number | null, period?: string) =>
    formatValue(value, unit, o) + (period ? ` (${formatPeriod(period, lang)})` : '');
  const line = (s: SeriesWords) =>
    t.fromTo(at(s.first, s.firstAt), at(s.last, s.lastAt)) +
    (s.low === null || s.periods < 3 ? '' : `, ${t.lowest(at(s.low, s.lowAt))}`) +
    (s.high === null || s.periods < 3 ? '' : `, ${t.highest(at(s.high, s.highAt))}`);
  /** Where a line has come to; the target itself stands once, at the only line or at the end. */
  const stands = ({ standing, last }: SeriesWords, withTarget: boolean) =>
    target && standing
      ? [
          statusText(standing.status, last, target, unit, { ...o, sign: false, withTarget }),
          standing.proven === false && t.notProven,
        ]
      : [];
  const aim = target && `${lower(t.target)} ${formatTarget(target, unit, { ...o, sign: false })}`;
  const stale = typeof staleMs === 'number' && t.stale(formatAge(staleMs, lang));
  const series = about.series.filter((s) => s.last !== null);
  const only = series[0];
  if (!only) return sentence([`${name}: ${lower(t.noData)}`, aim, stale]);
  if (series.length === 1) {
    const many = t.periods(only.periods, formatNumber(only.periods, lang));
    const against = stands(only, true);
    return sentence([`${name}, ${many}: ${line(only)}`, ...(against[0] ? against : [aim]), stale]);
  }
  const lines = series
    .slice(0, SPOKEN)
    .map((s) => sentence([`${s.name} ${line(s)}`, ...stands(s, false)]));
  const more = series.length - SPOKEN;
  if (more > 0) lines.push(t.andMore(formatNumber(more, lang)));
  const many = t.series(series.length, formatNumber(series.length, lang));
  return sentence([`${name}, ${many}: ${lines.join('; ')}`, aim, stale]);
}

/** "Target KPI layanan: 2 tercapai · 1 dekat batas · 2 perlu tindakan". */
export function tableSentence(about: {
  name?: string;
  met: number;
  near: number;
  missed: number;
  noData: number;
  staleMs?: number | null;
  lang: string;
}): string {
  const { name, staleMs, lang } = about;
  const counts = statusCounts(about, lang);
  const stale =
    typeof staleMs === 'number' ? catalogueFor(lang).stale(formatAge(staleMs, lang)) : '';
  return sentence([name ? `${name}: ${counts}` : counts, stale]);
}

/** Joins the parts that are there; all but the first begin small. */
function sentence(parts: readonly (string | false | null | undefined)[]): string {
  return parts
    .filter((part) => !!part)
    .map((part, i) => (i ? lower(part as string) : part))
    .join(', ');
}

/** "Di bawah target" inside a sentence; an abbreviation keeps its capitals. */
function lower(text: string): string {
  return /^\p{Lu}\p{Ll}/u.test(text) ? text[0]!.toLowerCase() + text.slice(1) : text;
}
