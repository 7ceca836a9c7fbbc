import type { Instant } from './instant';
import { ABSOLUTE, PLAIN, REFUSED, daysFrom, instantOf, read } from './instant';
import { DAY, HOUR, LAST, offsetAt, wallToMs, wallToMsIn, offsetIn, zoneOf } from './zone';

/** Calendar periods that records are counted in. Weeks are ISO 8601 weeks, from Monday. */
export type Interval = 'hour' | 'day' | 'week' | 'month' | 'quarter' | 'year';

/** From the shortest to the longest. */
export const INTERVALS: readonly Interval[] = ['hour', 'day', 'week', 'month', 'quarter', 'year'];

/** Most periods that `periodsBetween` lists, unless told otherwise. */
const MOST_PERIODS = 10_000;

const MINUTE = 60_000;

const pad = (value: number): string => String(value).padStart(2, '0');

/** "+07:00", "-04:56:02". */
function offsetText(offset: number): string {
  const seconds = Math.abs(offset) / 1000;
  const rest = seconds % 60;
  return (
    (offset < 0 ? '-' : '+') +
    pad(Math.floor(seconds / 3600)) +
    ':' +
    pad(Math.floor(seconds / 60) % 60) +
    (rest ? ':' + pad(rest) : '')
  );
}

/** The period's name. Years beyond 0 to 9999 are written with a sign and six digits, as ISO 8601 does. */
function nameOf(wall: number, interval: Interval, offset: number): string {
  const date = new Date(Math.max(-LAST, Math.min(LAST, wall)));
  if (interval === 'week') {
    // A week belongs to the year that its Thursday is in.
    date.setUTCDate(date.getUTCDate() + 3 - ((date.getUTCDay() + 6) % 7));
  }
  const text = date.toISOString();
  const day = text.slice(0, text.indexOf('T'));
  const year = day.slice(0, -6);
  const month = date.getUTCMonth();
  switch (interval) {
    case 'hour':
      return `${day}T${pad(date.getUTCHours())}:00${offsetText(offset)}`;
    case 'day':
      return day;
    case 'week':
      return `${year}-W${pad(Math.floor((date.getTime() / DAY - daysFrom(date.getUTCFullYear(), 1, 1)) / 7) + 1)}`;
    case 'month':
      return day.slice(0, -3);
    case 'quarter':
      return `${year}-Q${Math.floor(month / 3) + 1}`;
    default:
      return year;
  }
}

/** The interval that a text names. Throws `RangeError` with the text and what is allowed. */
export function readInterval(text: string): Interval {
  if ((INTERVALS as readonly string[]).includes(text)) return text as Interval;
  throw new RangeError(`unknown interval: ${text}; allowed: ${INTERVALS.join(', ')}`);
}

/**
 * The period an instant falls in: "2026-06-03T09:00+07:00" (the offset tells the two passes of a
 * repeated hour apart), "2026-06-03", "2026-W23", "2026-06", "2026-Q2", "2026". Names of one
 * interval sort in the order of time, apart from repeated hours and years beyond four digits.
 * Throws `RangeError` for an interval there is not.
 */
export function periodOf(instant: Instant, interval: Interval): string {
  return nameOf(instant.wall, readInterval(interval), instant.wall - instant.ms);
}

interface Period {
  interval: Interval;
  wall: number;
  offset: number;
}

const SHAPE =
  /^(\d{4}|[+-]\d{6})(?:-(?:Q(\d)|W(\d\d)|(\d\d)(?:-(\d\d)(?:T(\d\d):00([+-])(\d\d):(\d\d)(?::(\d\d))?)?)?))?$/;

function parsePeriod(period: string): Period {
  const found = SHAPE.exec(period);
  if (found) {
    const [, year, quarter, week, month, day, hour, sign, hours, minutes, seconds] = found;
    const interval = hour
      ? 'hour'
      : day
        ? 'day'
        : week
          ? 'week'
          : month
            ? 'month'
            : quarter
              ? 'quarter'
              : 'year';
    const number = (text: string | undefined, missing = 0): number =>
      text ? Number(text) : missing;
    let days = daysFrom(
      number(year),
      quarter ? number(quarter) * 3 - 2 : number(month, 1),
      number(day, 1),
    );
    if (week) {
      // The week of 4 January is the first.
      days += 3;
      days += (number(week) - 1) * 7 - ((((days + 3) % 7) + 7) % 7);
    }
    const offset = (number(hours) * 60 + number(minutes)) * MINUTE + number(seconds) * 1000;
    const parsed = {
      interval,
      wall: days * DAY + number(hour) * HOUR,
      offset: sign === '-' ? 0 - offset : offset,
    } as const;
    // Naming it again finds month 13, 30 February and week 53 of a year that has 52.
    if (nameOf(parsed.wall, interval, parsed.offset) === period) return parsed;
  }
  throw new RangeError(`invalid period: ${JSON.stringify(period)}`);
}

/** What kind of period a name is. Throws `RangeError` on a text that names none. */
export function intervalOf(period: string): Interval {
  return parsePeriod(period).interval;
}

/** The wall clock at a period's start as if it were UTC, in ms. Throws `RangeError` as `intervalOf`. */
export function periodWall(period: string): number {
  return parsePeriod(period).wall;
}

/**
 * The order of two periods of one interval, for `sort`. Their names do, apart from hours, where the
 * first pass of a repeated one is "+02:00" and the second "+01:00", and years of five digits.
 */
export function comparePeriods(a: string, b: string): number {
  if (a.length === b.length && a.length <= 10 && a >= '0' && b >= '0')
    return a < b ? -1 : a > b ? 1 : 0;
  const [first, second] = [parsePeriod(a), parsePeriod(b)];
  return first.wall - first.offset - (second.wall - second.offset);
}

/** The wall clock `steps` periods on, for any interval but the hour. */
function stepWall(wall: number, interval: Interval, steps: number): number {
  if (interval === 'day') return wall + steps * DAY;
  if (interval === 'week') return wall + steps * 7 * DAY;
  const date = new Date(wall);
  const months = interval === 'month' ? steps : interval === 'quarter' ? steps * 3 : steps * 12;
  const stepped = date.setUTCMonth(date.getUTCMonth() + months);
  return Number.isNaN(stepped) ? Math.sign(steps) * LAST : stepped; // the ends of Date
}

/** The part of a wall hour during which its offset really is in force; Lord Howe changes within one. */
function hourRange({ wall, offset }: Period, timeZone: string): { start: number; end: number } {
  let start = wall - offset;
  let end = start + HOUR;
  while (start < end && offsetAt(start, timeZone) !== offset) start += MINUTE;
  while (start < end && offsetAt(end - 1, timeZone) !== offset) end -= MINUTE;
  // An hour that the zone never had: as it is written.
  return start < end ? { start, end } : { start: wall - offset, end: wall - offset + HOUR };
}

/**
 * When a period begins and ends in a zone, in epoch ms, the end excluded. A day of a clock change
 * has 23 or 25 hours, and starts at 01:00 where midnight is skipped.
 */
export function periodRange(period: string, timeZone: string): { start: number; end: number } {
  const parsed = parsePeriod(period);
  const { interval, wall } = parsed;
  if (interval === 'hour') return hourRange(parsed, timeZone);
  return { start: wallToMs(wall, timeZone), end: wallToMs(stepWall(wall, interval, 1), timeZone) };
}

/** Whether a period has come to its end in a zone, at an instant in epoch ms. */
export const isOver = (period: string, timeZone: string, at: number): boolean =>
  periodRange(period, timeZone).end <= at;

function step(period: string, steps: 1 | -1, timeZone?: string): string {
  const parsed = parsePeriod(period);
  const { interval, wall, offset } = parsed;
  if (interval !== 'hour') return nameOf(stepWall(wall, interval, steps), interval, 0);
  if (!timeZone) return nameOf(wall + steps * HOUR, interval, offset);
  const { start, end } = hourRange(parsed, timeZone);
  return periodOf(instantOf(steps > 0 ? end : start - 1, timeZone), interval);
}

/** The period before. For hours give the zone; without it the offset is taken to stay. */
export function previousPeriod(period: string, timeZone?: string): string {
  return step(period, -1, timeZone);
}

/** The period after. For hours give the zone; without it the offset is taken to stay. */
export function nextPeriod(period: string, timeZone?: string): string {
  return step(period, 1, timeZone);
}

/**
 * Every period from `first` to `last`, both included, so that a chart can tell a gap from a line.
 * Empty when `first` is after `last` or they are of two intervals. Where there are more than
 * `limit`, only the newest: one date of the year 1 must not cost a hundred thousand periods.
 */
export function periodsBetween(
  first: string,
  last: string,
  timeZone?: string,
  limit = MOST_PERIODS,
): string[] {
  const from = parsePeriod(first);
  const to = parsePeriod(last);
  if (from.interval !== to.interval) return [];
  // Hours are compared as instants: a repeated hour has one wall clock for two.
  const start = from.wall - from.offset;
  const all: string[] = [];
  for (let period = last, at = to; at.wall - at.offset >= start && all.length < limit;) {
    all.push(period);
    period = previousPeriod(period, timeZone);
    at = parsePeriod(period);
  }
  return all.reverse();
}

/**
 * A function from a time value to the name of its period, `null` where the value cannot be read.
 * For folding: names are kept by local day or hour, so that a million records cost little more than
 * reading their texts. Values as in `parseInstant`; a month counts as its first day. Throws
 * `RangeError` for an interval or a zone there is not.
 */
export function bucketer(interval: Interval, timeZone: string): (value: unknown) => string | null {
  const zone = zoneOf(timeZone);
  const hourly = readInterval(interval) === 'hour';
  const span = hourly ? HOUR : DAY;
  // One slot for each remainder, so that looking up is one comparison: 2.8 years of days, 1.9 of hours.
  const size = hourly ? 1 << 14 : 1 << 10;
  const keys = new Float64Array(size).fill(NaN);
  const names: string[] = new Array<string>(size).fill('');
  const into = { time: 0 };
  return (value) => {
    const form = read(value, into);
    if (form === REFUSED) return null;
    let wall = into.time;
    let offset = 0;
    if (form !== PLAIN || hourly) {
      const ms = form === ABSOLUTE ? wall : wallToMsIn(zone, wall);
      if (form !== PLAIN) wall = ms + offsetIn(zone, ms);
      if (hourly) offset = wall - ms;
    }
    const index = Math.floor(wall / span);
    const slot = index & (size - 1);
    const key = index * DAY + offset;
    if (keys[slot] !== key) {
      keys[slot] = key;
      names[slot] = nameOf(wall, interval, offset);
    }
    return names[slot]!;
  };
}
