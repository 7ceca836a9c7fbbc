/**
 * Numbers, durations and margins as people read them. Every function is
 * total: what cannot be shown is an en dash, never NaN, null or a false 0.
 * Intl rounds halves away from zero on the shortest decimal form, as people do.
 */
import type { Result, Unit } from '../metrics/metric';
import { catalogueFor, localeFor } from './catalogue';
import { cached } from './intl';
import { plainNumber } from './plain-number';

/** `clock` is 5:52, `short` 5,9 menit, `long` 5 menit 52 detik (for speech). */
export type DurationStyle = 'short' | 'clock' | 'long';

export interface FormatOptions {
  /** BCP 47 tag; without a catalogue of its own it reads as English. */
  lang: string;
  /** ISO 4217 code, for unit `currency`. */
  currency?: string;
  /** Most decimals shown, 0 to 12; trailing zeros never are. */
  digits?: number;
  /** Distance of values that are to be told apart, such as ticks, in the value's unit. */
  step?: number;
  /** Also write the plus sign. */
  sign?: boolean;
  /** How seconds are written; default `short`. */
  style?: DurationStyle;
  /** "2,4 jt" in place of 2.400.000. */
  compact?: boolean;
}

/** A target as the metrics engine reads it. */
export interface TargetLike {
  op: '<' | '<=' | '>' | '>=' | '=' | 'range';
  /** The ends of a range; both the limit otherwise. In the metric's unit. */
  low: number;
  high: number;
  value: number;
  /** As it was written: "<= 6:00" keeps its clock form. */
  text?: string;
}

const NOTHING = '–';
/** Digits after the decimal sign, at most; one entry for each unit that there is. */
export const DIGITS: Readonly<Record<Unit, number>> = {
  percent: 1,
  points: 0,
  seconds: 1,
  count: 1,
  currency: 0,
  score: 2,
};

/** What needs no `Intl`; `undefined` where only that knows. */
function plain(value: number, lang: string, digits: number, sign?: boolean): string | undefined {
  const text = plainNumber(value, digits, localeFor(lang));
  const mark = text === '0' ? '' : value < 0 ? '−' : sign ? '+' : '';
  return text && mark + text;
}

function write(value: number, lang: string, options: Intl.NumberFormatOptions, sign?: boolean) {
  // Past 10¹⁵ grouped digits outgrow any tile and are no longer exact.
  if (Math.abs(value) >= 1e15) {
    options = { ...options, notation: 'scientific', maximumFractionDigits: 2 };
  }
  const text = cached(
    // `exceptZero`, then no plus: "negative" would say the same, but older Firefox throws on it.
    (locale) => new Intl.NumberFormat(locale, { ...options, signDisplay: 'exceptZero' }),
    lang,
    JSON.stringify(options),
  ).format(value);
  return (sign ? text : text.replace('+', '')).replace('-', '−');
}

const clamped = (digits: number) => Math.min(Math.max(Math.trunc(digits) || 0, 0), 12);

/** Decimals that tell values at this distance apart; not below 0. */
const decimalsOf = (step: number) => clamped(Math.ceil(-Math.log10(step)));

/** A plain number, grouped, with at most `digits` decimals (default 1, none from 100 on). */
export function formatNumber(value: number | null, lang: string, digits?: number): string {
  return formatValue(value, 'count', { lang, digits });
}

/** A metric's value with its unit: "87,4%", "+42" (with `sign`), "2,5 menit", "Rp 2,4 jt" (`compact`). */
export function formatValue(value: number | null, unit: Unit, o: FormatOptions): string {
  if (value === null || !Number.isFinite(value)) return NOTHING;
  if (unit === 'seconds') return formatDuration(value, o);
  const most = o.digits ?? (unit === 'count' && Math.abs(value) >= 100 ? 0 : DIGITS[unit]);
  const digits = o.step ? decimalsOf(o.step) : clamped(most);
  const isShort = o.compact && Math.abs(value) >= 1e4;
  const isMoney = unit === 'currency' && /^[a-z]{3}$/i.test(o.currency ?? '');
  const text = isShort || isMoney ? undefined : plain(value, o.lang, digits, o.sign);
  if (text) return unit === 'percent' ? `${text}%` : text;
  const options: Intl.NumberFormatOptions = {
    minimumFractionDigits: 0,
    maximumFractionDigits: digits,
  };
  if (isShort) {
    options.notation = 'compact';
    options.maximumFractionDigits = 1;
  }
  if (unit === 'percent') {
    options.style = 'unit';
    options.unit = 'percent';
  } else if (isMoney) {
    options.style = 'currency';
    options.currency = o.currency;
  }
  return write(value, o.lang, options, o.sign);
}

/** Seconds as "45 dtk", "2,5 menit", "1 jam 5 menit", "2 hari"; as "5:52"; or in whole words. */
export function formatDuration(
  seconds: number | null,
  { lang, style = 'short', sign, step }: Pick<FormatOptions, 'lang' | 'style' | 'sign' | 'step'>,
): string {
  if (seconds === null || !Number.isFinite(seconds)) return NOTHING;
  const size = Math.abs(seconds);
  // Rounded before it is split, so that 59.96 s is a minute and not "60 s".
  const whole = Math.round(size);
  const clock = style === 'clock' && whole < 360_000;
  const text = clock ? clockTime(whole) : inWords(size, whole, lang, style === 'long', step);
  const zero = clock ? whole === 0 : size < 0.05;
  return (zero ? '' : seconds < 0 ? '−' : sign ? '+' : '') + text;
}

function clockTime(whole: number): string {
  const two = (n: number) => String(n).padStart(2, '0');
  const minutes = Math.floor(whole / 60);
  const rest = two(whole % 60);
  return minutes < 60
    ? `${minutes}:${rest}`
    : `${Math.floor(minutes / 60)}:${two(minutes % 60)}:${rest}`;
}

const UNITS = ['second', 'minute', 'hour', 'day'] as const;

function inWords(
  size: number,
  whole: number,
  lang: string,
  long: boolean,
  step = Infinity,
): string {
  const amount = (value: number, unit: 0 | 1 | 2 | 3, digits = 0) => {
    const options: Intl.NumberFormatOptions = { maximumFractionDigits: digits };
    const word = !long && catalogueFor(lang).units?.[unit];
    if (word) return `${plain(value, lang, digits) ?? write(value, lang, options)}\u00a0${word}`;
    const unitDisplay = long ? 'long' : 'short';
    return write(value, lang, { ...options, style: 'unit', unit: UNITS[unit], unitDisplay });
  };
  const pair = (total: number, unit: 1 | 2) => {
    const rest = total % 60;
    const small = (unit - 1) as 0 | 1;
    return amount(Math.floor(total / 60), unit) + (rest ? ` ${amount(rest, small)}` : '');
  };
  const minutes = Math.round(size / 60);
  /** In one unit, with a decimal at least. */
  const fine = (unit: 0 | 1 | 2 | 3, length: number) =>
    amount(size / length, unit, Math.max(1, decimalsOf(step / length)));
  if (whole < 60) return step < 1 || size < 9.95 ? fine(0, 1) : amount(size, 0);
  if (long && whole < 3600) return pair(whole, 1);
  if (size < 3597) return fine(1, 60);
  if (minutes < 1440) return step < 60 ? fine(2, 3600) : pair(minutes, 2);
  return fine(3, 86_400);
}

/** The size of a change in its own unit, without direction: "6 poin", "12 dtk", "200". */
export function formatDelta(delta: number | null, unit: Unit, o: FormatOptions): string {
  const value = delta === null || o.sign ? delta : Math.abs(delta);
  if (unit !== 'percent' && unit !== 'points') return formatValue(value, unit, o);
  const digits = clamped(o.digits ?? 1);
  const text = formatValue(value, 'points', { ...o, digits });
  return text === NOTHING
    ? text
    : catalogueFor(o.lang).points(Number(value!.toFixed(digits)), text);
}

/** "37,6–46,4", the unit once: "85,1–89,4%". */
export function formatInterval(
  interval: readonly [number, number] | null,
  unit: Unit,
  o: FormatOptions,
): string {
  if (!interval) return NOTHING;
  const bare = unit === 'percent' || unit === 'points' ? 'score' : unit;
  const digits = o.digits ?? (unit === 'score' ? 2 : 1);
  const low = formatValue(interval[0], bare, { ...o, digits });
  const high = formatValue(interval[1], unit, { ...o, digits });
  // Beside a minus sign, or two words, a dash is misread.
  return /[−+\s]/.test(low + high) ? catalogueFor(o.lang).to(low, high) : `${low}–${high}`;
}

/**
 * "± 4,4": half the interval's width. Where the value sits off the middle
 * (small samples, near an end of the scale) ± would not be true, so both ends
 * are given in its place.
 */
export function formatMargin(
  { value, interval, unit }: Pick<Result, 'value' | 'interval' | 'unit'>,
  o: FormatOptions,
): string {
  if (value === null || !interval) return NOTHING;
  const half = (interval[1] - interval[0]) / 2;
  if (Math.abs(value - interval[0] - half) > half / 4) return formatInterval(interval, unit, o);
  const digits = o.digits ?? (unit === 'score' ? 2 : 1);
  const format = unit === 'percent' ? formatDelta : formatValue;
  return `±\u00a0${format(half, unit, { ...o, digits })}`;
}

const SIGNS = { '<': '<\u00a0', '<=': '≤\u00a0', '>': '>\u00a0', '>=': '≥\u00a0', '=': '' };

/** Whether a target is written as a clock, so that the value beside it is too: "≤ 6:00". */
export function durationStyle(target?: Pick<TargetLike, 'text'> | null): DurationStyle {
  return /\d:\d\d/.test(target?.text ?? '') ? 'clock' : 'short';
}

/** "> 90%", "< 2 menit", "≤ 6:00", "80–88%", "1.000"; without the sign when `bare`. */
export function formatTarget(
  target: TargetLike,
  unit: Unit,
  o: FormatOptions & { bare?: boolean },
): string {
  const options = { ...o, style: o.style ?? durationStyle(target), digits: o.digits ?? 2 };
  if (target.op === 'range') return formatInterval([target.low, target.high], unit, options);
  const text = formatValue(target.value, unit, options);
  return o.bare ? text : (SIGNS[target.op] ?? '') + text;
}

/** The texts that are there, side by side: "n = 1,204 · 126 answers could not be read." */
export const dotted = (...texts: readonly unknown[]): string => texts.filter(Boolean).join(' · ');
