const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;
/** A mean month, for comparing steps; ticks themselves are at true month starts. */
const MONTH = 30.4375 * DAY;
/** 1970-01-05, a Monday: where weeks are counted from. */
const MONDAY = 4 * DAY;
/** What a Date can hold. */
const LAST = 8.64e15;

const minutes = [1, 5, 15, 30, 60, 180, 360, 720, 1440, 2880, 10_080, 20_160];
const months = [1, 2, 3, 6, 12];

export interface TimeTicks {
  /** Wall-clock times in ms as if UTC, rising. */
  times: number[];
  /** About the distance between two, in ms; from 30 days on these are calendar months. */
  step: number;
}

/** The step in months: 1, 2, 3, 6, then 1, 2, 5, 10, 20 … years. */
function monthsFor(ideal: number): number {
  const fitting = months.find((count) => count * MONTH >= ideal);
  if (fitting) return fitting;
  const years = ideal / (12 * MONTH);
  const power = 10 ** Math.floor(Math.log10(years));
  return 12 * power * ([1, 2, 5].find((k) => k * power >= years) ?? 10);
}

/**
 * Round times between two wall-clock times: minutes, hours, days, Mondays, first
 * days of months, years. About `count` of them, never closer than `least` ms, so
 * that monthly values are not marked by the week.
 */
export function timeTicks(from: number, to: number, count: number, least = MINUTE): TimeTicks {
  const start = Math.max(from, -LAST);
  const end = Math.min(to, LAST);
  const ideal = Math.max((end - start) / Math.max(1, count), least);
  const times: number[] = [];
  const even = minutes.find((length) => length * MINUTE >= ideal);
  if (even) {
    const step = even * MINUTE;
    const origin = step >= 7 * DAY ? MONDAY : 0;
    for (let time = Math.ceil((start - origin) / step) * step + origin; time <= end; time += step)
      times.push(time);
    return { times, step };
  }
  const step = monthsFor(ideal);
  const first = new Date(start);
  // Counted from the year 0, so that steps of years fall on round ones.
  let month = Math.floor((first.getUTCFullYear() * 12 + first.getUTCMonth()) / step) * step;
  for (; ; month += step) {
    // Not Date.UTC, which reads the years 0 to 99 as 1900 to 1999.
    const time = new Date(0).setUTCFullYear(
      Math.floor(month / 12),
      month - Math.floor(month / 12) * 12,
      1,
    );
    if (!(time <= end)) return { times, step: step * MONTH };
    if (time >= start) times.push(time);
  }
}
