/** The offset of a zone at an instant, cached: `Intl` is asked a few times a day of data, not once a record. */

export const HOUR = 3_600_000;
export const DAY = 24 * HOUR;

/** The last instant that a Date can hold, and the first, negated. */
export const LAST = 8.64e15;

/** A UTC day in a zone: its offset is `before` until `at`, in epoch ms, and `after` from then on. */
interface ZoneDay {
  day: number;
  at: number;
  before: number;
  after: number;
}

export interface Zone {
  format: Intl.DateTimeFormat;
  days: Map<number, ZoneDay>;
  /** The days used last, one for each remainder: looking up is one comparison. */
  recent: ZoneDay[];
}

const RECENT = 1024;

/** Days kept per zone (110 years). Dates strewn over more start the cache anew instead of filling memory. */
const MOST_DAYS = 40_000;

const zones = new Map<string, Zone>();

/** The zone of a name, made once. Throws `RangeError` for a name that is none. */
export function zoneOf(timeZone: string): Zone {
  let zone = zones.get(timeZone);
  if (!zone) {
    // Engines differ on "+07:00" as a zone; only names are read, so that all of them agree.
    if (!/^[a-z]/i.test(timeZone))
      throw new RangeError(`unknown time zone: ${JSON.stringify(timeZone)}`);
    let format;
    try {
      format = new Intl.DateTimeFormat('en', { timeZone, timeZoneName: 'longOffset' });
    } catch {
      throw new RangeError(`unknown time zone: ${JSON.stringify(timeZone)}`);
    }
    zones.set(timeZone, (zone = { format, days: new Map(), recent: [] }));
  }
  return zone;
}

/** What `Intl` says, in ms: "GMT" is 0, "GMT-03:30" and the "GMT+07:07:12" of old local times. */
function askOffset({ format }: Zone, ms: number): number {
  const text = format.format(Math.max(-LAST, Math.min(LAST, ms)));
  const [, sign, hours, minutes, seconds] = /GMT(.)(\d+):(\d+)(?::(\d+))?/.exec(text) ?? [];
  const size =
    (Number(hours ?? 0) * 3600 + Number(minutes ?? 0) * 60 + Number(seconds ?? 0)) * 1000;
  return sign === '+' ? size : 0 - size;
}

function learnDay(zone: Zone, day: number): ZoneDay {
  let low = day * DAY;
  let high = low + DAY;
  const before = askOffset(zone, low);
  const after = askOffset(zone, high);
  while (before !== after && high - low > 1) {
    const middle = Math.floor((low + high) / 2);
    if (askOffset(zone, middle) === before) low = middle;
    else high = middle;
  }
  const known = { day, at: high, before, after };
  if (zone.days.size >= MOST_DAYS) zone.days.clear();
  zone.days.set(day, known);
  return known;
}

/** `offsetAt` for a loop that has looked up its zone. */
export function offsetIn(zone: Zone, ms: number): number {
  const day = Math.floor(ms / DAY);
  const slot = day & (RECENT - 1);
  let known = zone.recent[slot];
  if (known?.day !== day) zone.recent[slot] = known = zone.days.get(day) ?? learnDay(zone, day);
  return ms < known.at ? known.before : known.after;
}

/**
 * How far the wall clock of a zone is ahead of UTC at an instant, in ms.
 *
 * @param ms epoch milliseconds, within ±8.64e15
 * @param timeZone an IANA name; anything else throws `RangeError`
 */
export function offsetAt(ms: number, timeZone: string): number {
  return offsetIn(zoneOf(timeZone), ms);
}

/** Whether text names a zone that this engine knows: "Asia/Jakarta", "UTC". */
export function isTimeZone(text: unknown): text is string {
  if (typeof text !== 'string') return false;
  try {
    return !!zoneOf(text);
  } catch {
    return false;
  }
}

/**
 * The instant, in epoch ms, at which a zone's wall clock shows `wall` (local fields as if UTC).
 * Of a repeated hour it is the first pass; a time that is skipped is read with the offset before
 * the change, so 02:30 of a day that goes from 02:00 to 03:00 is 03:30. This is "compatible" of
 * RFC 5545 and of Temporal.
 */
export function wallToMs(wall: number, timeZone: string): number {
  return wallToMsIn(zoneOf(timeZone), wall);
}

/** `wallToMs` for a loop that has looked up its zone. */
export function wallToMsIn(zone: Zone, wall: number): number {
  const before = offsetIn(zone, wall - DAY);
  const after = offsetIn(zone, wall + DAY);
  return before !== after &&
    offsetIn(zone, wall - before) !== before &&
    offsetIn(zone, wall - after) === after
    ? wall - after
    : wall - before;
}
