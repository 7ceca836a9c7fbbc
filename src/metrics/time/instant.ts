import { DAY, LAST, offsetAt, wallToMs } from './zone';

/** A moment, with the local clock that goes with it. */
export interface Instant {
  /** Epoch milliseconds; of a plain day, the start of that day in the zone. */
  ms: number;
  /** The wall clock in the zone as if it were UTC, in ms: UTC getters read local fields. */
  wall: number;
  /** A calendar day or month with no time in it, which no zone shifts. */
  plain: boolean;
}

/** What a text turned out to be. */
export const REFUSED = 0;
export const ABSOLUTE = 1;
export const LOCAL = 2;
export const PLAIN = 3;
export type Form = 0 | 1 | 2 | 3;

/** Where `scan` leaves the time it read, so that a million texts make no garbage. */
export interface Scratch {
  /** Epoch ms where the text is absolute, else wall ms. */
  time: number;
}

const BAD = -1e6;

/** Two ASCII digits as a number; below zero when they are not, or when the text ends. */
function two(text: string, at: number): number {
  const a = text.charCodeAt(at) - 48;
  const b = text.charCodeAt(at + 1) - 48;
  return a >= 0 && a <= 9 && b >= 0 && b <= 9 ? a * 10 + b : BAD;
}

function daysInMonth(year: number, month: number): number {
  if (month !== 2) return month === 4 || month === 6 || month === 9 || month === 11 ? 30 : 31;
  return year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0) ? 29 : 28;
}

/**
 * Days from 1970-01-01 in the proleptic Gregorian calendar, month 1 to 12. Years begin in March, so
 * that the leap day is the last (Howard Hinnant, "chrono-compatible low-level date algorithms").
 * A thousand cycles of 400 years are added first, which keeps it to the whole numbers above zero
 * that processors are quick with.
 */
export function daysFrom(year: number, month: number, day: number): number {
  const y = (month > 2 ? year : year - 1) + 400_000;
  const century = (y / 100) | 0;
  const yearDay = ((153 * (month > 2 ? month - 3 : month + 9) + 2) / 5) | 0;
  return 365 * y + (y >> 2) - century + (century >> 2) + yearDay + day - 146_816_469;
}

/**
 * Reads ISO 8601 text by its characters. `Date` is no help: it reads "2026-3-8" by engine and
 * machine zone, and turns 30 February into 2 March.
 */
export function scan(text: string, into: Scratch): Form {
  const length = text.length;
  const year = two(text, 0) * 100 + two(text, 2);
  const month = two(text, 5);
  if (!(year >= 0) || text.charCodeAt(4) !== 45 || month < 1 || month > 12) return REFUSED;
  if (length === 7) {
    into.time = daysFrom(year, month, 1) * DAY;
    return PLAIN;
  }
  const day = two(text, 8);
  if (text.charCodeAt(7) !== 45 || day < 1 || (day > 28 && day > daysInMonth(year, month)))
    return REFUSED;
  let time = daysFrom(year, month, day) * DAY;
  if (length === 10) {
    into.time = time;
    return PLAIN;
  }

  const separator = text.charCodeAt(10);
  const hour = two(text, 11);
  const minute = two(text, 14);
  if ((separator !== 84 && separator !== 32) || text.charCodeAt(13) !== 58) return REFUSED;
  if (hour < 0 || hour > 23 || minute < 0 || minute > 59) return REFUSED;
  let second = 0;
  let at = 16;
  if (text.charCodeAt(16) === 58) {
    second = two(text, 17);
    if (second < 0 || second > 59) return REFUSED;
    at = 19;
    if (text.charCodeAt(19) === 46) {
      // Up to nanoseconds; what is finer than a millisecond is dropped.
      const from = ++at;
      for (let unit = 100; at < length && at < 29; at++, unit /= 10) {
        const digit = text.charCodeAt(at) - 48;
        if (!(digit >= 0 && digit <= 9)) break;
        if (unit >= 1) time += digit * unit;
      }
      if (at === from) return REFUSED;
    }
  }
  time += ((hour * 60 + minute) * 60 + second) * 1000;
  if (at === length) {
    into.time = time;
    return LOCAL;
  }

  // A blank in place of T is how SQL engines print wall times; with an offset it is not ISO 8601.
  if (separator !== 84) return REFUSED;
  const sign = text.charCodeAt(at);
  if (sign === 90) {
    if (at + 1 !== length) return REFUSED;
  } else {
    const hours = two(text, at + 1);
    const minutes = two(text, at + 4);
    if ((sign !== 43 && sign !== 45) || at + 6 !== length || text.charCodeAt(at + 3) !== 58)
      return REFUSED;
    if (hours < 0 || hours > 23 || minutes < 0 || minutes > 59) return REFUSED;
    time += (hours * 60 + minutes) * (sign === 43 ? -60_000 : 60_000);
  }
  into.time = time;
  return ABSOLUTE;
}

/**
 * Reads a text, or a number of epoch milliseconds, which is cut to whole ones. Numbers that are
 * more likely epoch seconds, days, years or 20260308 are refused: all below 1e11, apart from the
 * second around 0, which is what an unset clock writes.
 */
export function read(value: unknown, into: Scratch): Form {
  if (typeof value === 'string') return scan(value, into);
  if (typeof value !== 'number') return REFUSED;
  const time = Math.trunc(value);
  const size = Math.abs(time);
  if (!(size <= LAST) || (size < 1e11 && size >= 1000)) return REFUSED;
  into.time = time + 0; // no −0
  return ABSOLUTE;
}

/** The Instant of epoch milliseconds in a zone. */
export function instantOf(ms: number, timeZone: string): Instant {
  return { ms, wall: ms + offsetAt(ms, timeZone), plain: false };
}

/** The Instant of what `read` found. */
export function toInstant(form: Form, time: number, timeZone: string): Instant {
  if (form === ABSOLUTE) return instantOf(time, timeZone);
  const ms = wallToMs(time, timeZone);
  if (form === PLAIN) return { ms, wall: time, plain: true };
  return instantOf(ms, timeZone); // a wall time that was skipped moves on
}

/**
 * Reads a time value as records hold it.
 *
 * - `2026-06-03T09:12:00+07:00`, `…Z`: an instant. Seconds and up to nine decimals are optional.
 * - `2026-06-03T09:12`, `2026-06-03 09:12:00`: wall time in `timeZone`.
 * - `2026-06-03`: a calendar day, `2026-06`: a month; neither is ever shifted by a zone.
 * - a number: epoch milliseconds, see `read`.
 *
 * @returns `null` for everything else: other spellings, 30 February, 24:00, leap seconds, blanks
 * around, text of digits, Date objects
 * @throws RangeError for a `timeZone` that is none
 */
export function parseInstant(value: unknown, timeZone: string): Instant | null {
  const into = { time: 0 };
  const form = read(value, into);
  return form === REFUSED ? null : toInstant(form, into.time, timeZone);
}
