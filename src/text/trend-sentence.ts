/** The sentence that stands for a trend. */
import type { Unit } from '../metrics/metric';
import { catalogueFor } from './catalogue';
import { formatNumber, formatTarget, formatValue, type TargetLike } from './format';
import { formatPeriod } from './period';
import { lower, sentence, spoken, staleWords } from './sentence';
import { statusText, type StatusName } from './status';

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
  /** How it changed: "Jun 2026: naik 6 poin dari Mei 2026". */
  change?: string;
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
  /** The newest period, while it is not over. */
  openPeriod?: string | null;
  target?: TargetLike | null;
  staleMs?: number | null;
  lang: string;
}): string {
  const { name, unit, openPeriod, target, staleMs, lang } = about;
  const t = catalogueFor(lang);
  const o = spoken(about, target, lang);
  const at = (value: number | null, period?: string) =>
    formatValue(value, unit, o) +
    (period
      ? ` (${formatPeriod(period, lang)}${period === openPeriod ? `: ${t.partial}` : ''})`
      : '');
  const line = (s: SeriesWords) =>
    (s.first === s.last && s.firstAt === s.lastAt
      ? at(s.last, s.lastAt)
      : t.fromTo(at(s.first, s.firstAt), at(s.last, s.lastAt))) +
    (s.low === s.high || s.periods < 3
      ? ''
      : `, ${t.lowest(at(s.low, s.lowAt))}, ${t.highest(at(s.high, s.highAt))}`) +
    (s.change ? `, ${s.change}` : '');
  /** Where a line has come to; the target itself stands once, at the only line or at the end. */
  const stands = ({ standing, last }: SeriesWords, withTarget: boolean) =>
    target && standing
      ? [
          statusText(standing.status, last, target, unit, { ...o, sign: false, withTarget }),
          standing.proven === false && t.notProven,
        ]
      : [];
  const aim = target && `${lower(t.target)} ${formatTarget(target, unit, { ...o, sign: false })}`;
  const stale = staleWords(staleMs, lang);
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
