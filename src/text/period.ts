/** Periods as people read them. */
import { catalogueFor, localeFor } from './catalogue';
import { cached } from './intl';
import { plainDate } from './plain-date';

/** `tick` is for axes and "from May", `short` for tooltips and headings, `long` for speech. */
export type PeriodStyle = 'tick' | 'short' | 'long';

/** Milliseconds of a day. */
export const DAY = 86_400_000;

/**
 * A period's key in words: "2026-06" is "Jun 2026", "2026-W23" is "Minggu 23 ·
 * 1–7 Jun". Keys are wall time, so no zone is asked. Any other text comes back
 * as it is.
 */
export function formatPeriod(period: string, lang: string, style: PeriodStyle = 'short'): string {
  const t = catalogueFor(lang);
  const match =
    /^(\d{4})(?:-(?:W(\d\d)|Q([1-4])|(\d\d)(?:-(\d\d)(?:[T ](\d\d):(\d\d).*)?)?))?$/.exec(period);
  if (!match) return period;
  const [, year, week, quarter, month, day, hour, minute] = match;
  const tick = style === 'tick';
  if (week) {
    const name = t.week(String(+week));
    if (tick) return t.weekShort(String(+week));
    const monday = mondayOf(+year!, +week);
    const long: Options = { day: 'numeric', month: 'long', year: 'numeric' };
    const options: Options = style === 'long' ? long : { day: 'numeric', month: 'short' };
    const days = dates(lang, options).formatRange(monday, monday + 6 * DAY);
    return name + (style === 'long' ? ', ' : ' · ') + days;
  }
  if (quarter) {
    if (style === 'long') return t.quarter(quarter, year!);
    return tick ? `Q${quarter}` : `Q${quarter} ${year}`;
  }
  if (!month) return year!;
  const at = utc(+year!, +month - 1, +(day ?? 1), +(hour ?? 0), +(minute ?? 0));
  // On an axis of hours the hour is enough.
  const date = !(hour && tick);
  const options: Options = date ? { month: style === 'long' ? 'long' : 'short' } : {};
  if (day && date) options.day = 'numeric';
  if (hour) {
    options.hour = options.minute = '2-digit';
    options.hourCycle = 'h23';
  } else if (style === 'long' && day) {
    options.weekday = 'long';
  }
  if (!tick && !(hour && style === 'short')) options.year = 'numeric';
  return plainDate(at, options, localeFor(lang)) ?? dates(lang, options).format(at);
}

type Options = Intl.DateTimeFormatOptions;

function dates(lang: string, options: Options): Intl.DateTimeFormat {
  return cached(
    (locale) =>
      new Intl.DateTimeFormat(locale, { ...options, timeZone: 'UTC', calendar: 'gregory' }),
    lang,
    `date ${JSON.stringify(options)}`,
  );
}

/** `Date.UTC` without its reading of the years 0 to 99 as 1900 to 1999. */
function utc(year: number, month: number, day: number, hour = 0, minute = 0): number {
  return new Date(Date.UTC(2000, month, day, hour, minute)).setUTCFullYear(year, month, day);
}

/** ISO 8601: week 1 has 4 January in it, and weeks begin on Monday. */
function mondayOf(year: number, week: number): number {
  const fourth = utc(year, 0, 4);
  return fourth - ((new Date(fourth).getUTCDay() + 6) % 7) * DAY + (week - 1) * 7 * DAY;
}
