/** Time that counts: what of a span falls into working hours, in a zone, without holidays. */
import { offsetAt, parseInstant } from './time';

const MINUTE = 60_000;
const DAY = 1440 * MINUTE;
const WEEK = 7 * DAY;

/** Open spans of each weekday, Monday first, as ms of the day; ascending, none touching another. */
export interface BusinessHours {
  readonly days: readonly (readonly (readonly [number, number])[])[];
}

/** Days in both languages, Monday first; any start of three letters or more is understood. */
const DAY_NAMES = [
  'monday senin',
  'tuesday selasa',
  'wednesday rabu',
  'thursday kamis',
  'friday jumat',
  'saturday sabtu',
  'sunday minggu ahad',
];

function dayOf(text: string): number {
  const name = text.toLowerCase().replace(/['’]/, '');
  return name.length < 3 ? -1 : DAY_NAMES.findIndex((names) => ` ${names}`.includes(` ${name}`));
}

/** "Mon-Fri", "Sab, Min", "Fri-Mon" as weekdays; empty where one is none. */
function parseDays(text: string): number[] {
  const days: number[] = [];
  for (const part of text.split(',')) {
    const ends = part.split('-').map((name) => dayOf(name.trim()));
    if (ends.length > 2 || ends.includes(-1)) return [];
    const [from, to = from] = ends as [number, number?];
    for (let day = from; ; day = (day + 1) % 7) {
      days.push(day);
      if (day === to) break;
    }
  }
  return days;
}

/** Overlapping and touching spans made one, so that no minute counts twice. */
function unite(spans: [number, number][]): [number, number][] {
  const united: [number, number][] = [];
  for (const [from, to] of spans.sort((a, b) => a[0] - b[0])) {
    const last = united.at(-1);
    if (last && from <= last[1]) last[1] = Math.max(last[1], to);
    else united.push([from, to]);
  }
  return united;
}

/**
 * Reads working hours as people write them: "Mon-Fri 08:00-17:00; Sat 09:00-12:00",
 * "Sen-Jum 08.00-12.00, 13.00-17.00". Days in English or Indonesian, in full or from three letters
 * on; a span that ends before it begins goes on into the next day; 24:00 is the end of a day.
 *
 * Throws `RangeError` on anything else.
 */
export function parseBusinessHours(text: string): BusinessHours {
  const days: [number, number][][] = DAY_NAMES.map(() => []);
  const fail = (): never => {
    throw new RangeError(`invalid business hours: ${JSON.stringify(text)}`);
  };
  for (const clause of text.replace(/[–—]/g, '-').split(';')) {
    if (!clause.trim()) continue;
    const [, names, times] = /^([^\d]+)(\d.*)$/.exec(clause.trim()) ?? [];
    const weekdays = names ? parseDays(names) : [];
    if (!weekdays.length || !times) return fail();
    for (const span of times.split(',')) {
      const found = /^(\d\d?)[:.](\d\d) *- *(\d\d?)[:.](\d\d)$/.exec(span.trim())?.map(Number);
      if (!found) return fail();
      const [, hour, minute, endHour, endMinute] = found as [
        number,
        number,
        number,
        number,
        number,
      ];
      const from = (hour * 60 + minute) * MINUTE;
      const to = (endHour * 60 + endMinute) * MINUTE;
      if (minute > 59 || endMinute > 59 || from >= DAY || to > DAY || from === to) return fail();
      for (const day of weekdays) {
        if (from < to) days[day]!.push([from, to]);
        else {
          days[day]!.push([from, DAY]);
          if (to > 0) days[(day + 1) % 7]!.push([0, to]);
        }
      }
    }
  }
  if (!days.some((spans) => spans.length)) return fail();
  return { days: days.map(unite) };
}

/** A change of a zone's offset. */
interface Shift {
  at: number;
  before: number;
  after: number;
}

/** The weeks looked through at once for changes of the clock, and the first and last such block. */
const BLOCK = 52 * WEEK;
const FIRST_BLOCK = Math.floor(Date.UTC(1900, 0) / BLOCK);
const LAST_BLOCK = Math.floor(Date.UTC(2150, 0) / BLOCK);

function findShifts(block: number, timeZone: string): Shift[] {
  const shifts: Shift[] = [];
  for (let week = 0; week < 52; week++) {
    let low = block * BLOCK + week * WEEK;
    let high = low + WEEK;
    const before = offsetAt(low, timeZone);
    const after = offsetAt(high, timeZone);
    if (before === after) continue;
    while (high - low > 1) {
      const middle = Math.floor((low + high) / 2);
      if (offsetAt(middle, timeZone) === before) low = middle;
      else high = middle;
    }
    shifts.push({ at: high, before, after });
  }
  return shifts;
}

/**
 * A function from two instants (epoch ms) to the working seconds between them; 0 where the end is
 * not after the start. A holiday, YYYY-MM-DD, has no working hours, from midnight to midnight.
 *
 * The clock changes are counted as the hands go: with 00:00-24:00 a day of 25 hours has 25. Before
 * 1900 and after 2150 they are left out.
 *
 * Throws `RangeError` for a zone or a holiday that is none.
 */
export function businessClock(
  hours: BusinessHours,
  timeZone: string,
  holidays: readonly string[] = [],
): (startMs: number, endMs: number) => number {
  const lengths = hours.days.map((spans) => spans.reduce((sum, [from, to]) => sum + to - from, 0));
  const weekLength = lengths.reduce((sum, length) => sum + length, 0);
  const weekday = (day: number): number => (((day + 3) % 7) + 7) % 7; // 1970-01-01 was a Thursday
  const closed = [...new Set(holidays)]
    .map((text) => {
      const instant = parseInstant(text, timeZone);
      if (!instant?.plain || text.length !== 10)
        throw new RangeError(`invalid holiday: ${JSON.stringify(text)}`);
      return instant.wall / DAY;
    })
    .sort((a, b) => a - b);
  const shiftsOf = new Map<number, Shift[]>();
  offsetAt(0, timeZone);

  /** Working time on the wall clock from a fixed Monday up to `wall`; only differences mean something. */
  function upTo(wall: number): number {
    const day = Math.floor(wall / DAY);
    const today = weekday(day);
    let sum = Math.floor((day + 3) / 7) * weekLength;
    for (let i = 0; i < today; i++) sum += lengths[i]!;
    let isClosed = false;
    for (const holiday of closed) {
      if (holiday < day) sum -= lengths[weekday(holiday)]!;
      else {
        isClosed = holiday === day;
        break;
      }
    }
    if (isClosed) return sum;
    const time = wall - day * DAY;
    for (const [from, to] of hours.days[today]!) {
      if (time > from) sum += Math.min(time, to) - from;
    }
    return sum;
  }

  return (startMs, endMs) => {
    if (!(endMs > startMs)) return 0;
    const startOffset = offsetAt(startMs, timeZone);
    const endOffset = offsetAt(endMs, timeZone);
    let sum = upTo(endMs + endOffset) - upTo(startMs + startOffset);
    // No zone changes its clock twice within a week.
    if (startOffset !== endOffset || endMs - startMs > WEEK) {
      const last = Math.min(LAST_BLOCK, Math.floor(endMs / BLOCK));
      for (let block = Math.max(FIRST_BLOCK, Math.floor(startMs / BLOCK)); block <= last; block++) {
        let shifts = shiftsOf.get(block);
        if (!shifts) shiftsOf.set(block, (shifts = findShifts(block, timeZone)));
        for (const { at, before, after } of shifts) {
          // What the hands jump over was never worked, what they pass twice was worked twice.
          if (at > startMs && at <= endMs) sum -= upTo(at + after) - upTo(at + before);
        }
      }
    }
    return sum / 1000;
  };
}

const clocks = new WeakMap<
  BusinessHours,
  { timeZone: string; holidays: readonly string[]; clock: ReturnType<typeof businessClock> }
>();

const NO_HOLIDAYS: readonly string[] = [];

/**
 * Working seconds between two instants, as `businessClock`, which is made once for the same hours,
 * zone and list of holidays.
 */
export function businessSeconds(
  startMs: number,
  endMs: number,
  hours: BusinessHours,
  timeZone: string,
  holidays: readonly string[] = NO_HOLIDAYS,
): number {
  let known = clocks.get(hours);
  if (known?.timeZone !== timeZone || known.holidays !== holidays) {
    known = { timeZone, holidays, clock: businessClock(hours, timeZone, holidays) };
    clocks.set(hours, known);
  }
  return known.clock(startMs, endMs);
}
