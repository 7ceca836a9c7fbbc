import { catalogueFor } from './catalogue';
import { cached } from './intl';
import { DAY } from './period';

const STEPS = [
  ['year', 365 * DAY],
  ['month', 30 * DAY],
  ['day', DAY],
  ['hour', DAY / 24],
  ['minute', 60_000],
] as const;

/** How long ago, from milliseconds: "2 menit lalu". Under a minute, and for clocks ahead, "baru saja". */
export function formatAge(ms: number, lang: string): string {
  const t = catalogueFor(lang);
  for (const [unit, size] of STEPS) {
    if (ms >= size && ms < 1e15) {
      const age = cached((locale) => new Intl.RelativeTimeFormat(locale), lang, 'age');
      const text = age.format(-Math.floor(ms / size), unit);
      return t.tidyAge?.(text) ?? text;
    }
  }
  return t.justNow;
}
