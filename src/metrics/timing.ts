import type { Plan } from './plan';
import type { Timing } from './row-fold';
import { bucketer, parseInstant } from './time';
import { viewerZone } from './viewer-zone';

function limitOf(text: string | number | undefined, zone: string, none: number): number {
  if (text === undefined || text === '') return none;
  const instant = parseInstant(text, zone);
  if (!instant) throw new RangeError(`invalid date: ${JSON.stringify(text)}`);
  return instant.ms;
}

/** What a plan says of time; `null` where it says nothing. Throws `RangeError` for a date, interval or zone there is not. */
export function timingOf({ interval, from, to, timeZone }: Plan): Timing | null {
  const isLimited = (from ?? '') !== '' || (to ?? '') !== '';
  if (!interval && !isLimited) return null;
  const zone = timeZone ?? viewerZone();
  return {
    range: isLimited ? [limitOf(from, zone, -Infinity), limitOf(to, zone, Infinity)] : null,
    msOf: (time) => parseInstant(time, zone)?.ms,
    bucket: interval ? bucketer(interval, zone) : null,
  };
}
