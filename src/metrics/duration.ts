import type { MetricOptions } from './metric';
import { mostCounted, parseNumber } from './number';
import { choice } from './tally';

const FORMATS = ['seconds', 'm:ss', 'h:mm:ss', 'day-fraction', 'iso'] as const;

/** How durations are written in a source. Nothing is guessed: 6:00 may be minutes or hours. */
export type DurationFormat = (typeof FORMATS)[number];

/** The option `durations`; seconds where it is not given. Throws `RangeError` for a way there is not. */
export const durationsOf = (options: MetricOptions): DurationFormat =>
  choice('durations', options, FORMATS);

/** Minutes and seconds, with hours before them or not; more than 59 only in the first part. */
const CLOCK = /^(?:(\d+):([0-5]\d)|(\d+)):([0-5]\d(?:\.\d+)?)$/;

/** ISO 8601 without years and months, which have no fixed length; a fraction only in the last part. */
const ISO =
  /^P(?!$)(?:(\d+(?:[.,]\d+(?=W$))?)W)?(?:(\d+(?:[.,]\d+(?=D$))?)D)?(?:T(?!$)(?:(\d+(?:[.,]\d+(?=H$))?)H)?(?:(\d+(?:[.,]\d+(?=M$))?)M)?(?:(\d+(?:[.,]\d+)?)S)?)?$/;

const part = (text: string | undefined): number => (text ? Number(text.replace(',', '.')) : 0);

function parseClock(text: string, hoursFirst: boolean): number | undefined {
  const [found, hours, minutes, alone, seconds] = CLOCK.exec(text) ?? [];
  // "6:00" of a column of h:mm:ss may be six hours cut short; "1:02:03" of m:ss can be but one thing.
  if (!found || (hoursFirst && alone)) return undefined;
  return part(hours) * 3600 + part(minutes ?? alone) * 60 + part(seconds);
}

function parseIso(text: string): number | undefined {
  const [found, weeks, days, hours, minutes, seconds] = ISO.exec(text) ?? [];
  if (!found) return undefined;
  return (
    part(weeks) * 604800 +
    part(days) * 86400 +
    part(hours) * 3600 +
    part(minutes) * 60 +
    part(seconds)
  );
}

/**
 * Reads a duration in the way its source writes it.
 *
 * - `seconds` (the default): a number or a decimal string.
 * - `m:ss`: "6:00" is six minutes, "90:05" ninety; "1:02:03" is read too.
 * - `h:mm:ss`: "1:02:03", "30:00:00".
 * - `day-fraction`: as spreadsheets keep times, 0.5 is twelve hours; to the microsecond, since a
 *   fraction of a day seldom holds whole seconds exactly.
 * - `iso`: ISO 8601, "PT1H30M", "P1DT2.5S", "P2W".
 *
 * @returns seconds, at least 0; `null` for no answer (null, absent, blank text); `undefined` for
 * anything else, a negative duration and one beyond `mostCounted` included
 */
export function parseDuration(
  value: unknown,
  written: DurationFormat = 'seconds',
): number | null | undefined {
  let seconds: number | null | undefined;
  if (written === 'seconds' || written === 'day-fraction') {
    seconds = parseNumber(value);
    if (seconds && written === 'day-fraction') seconds = Math.round(seconds * 86400e6) / 1e6;
  } else {
    if (value === null || value === undefined) return null;
    if (typeof value !== 'string') return undefined;
    const text = value.trim();
    if (!text) return null;
    seconds = written === 'iso' ? parseIso(text) : parseClock(text, written === 'h:mm:ss');
  }
  if (seconds === null || seconds === undefined) return seconds;
  return seconds >= 0 && seconds <= mostCounted ? seconds + 0 : undefined; // no −0
}
