/** Dates as `Intl` writes them in the two languages of the kit, without it, for the reason given in plain-number.ts. */
const english =
  'January February March April May June July August September October November December';
const indonesian =
  'Januari Februari Maret April Mei Juni Juli Agustus September Oktober November Desember';

/**
 * A time in UTC as month, day and year, or with its hour and minute. `undefined` for other locales,
 * years before 1, and with the day of the week.
 */
export function plainDate(
  time: number,
  { weekday, month, day, year, hour }: Intl.DateTimeFormatOptions,
  locale: string,
): string | undefined {
  const isEnglish = /^en(-US)?$/.test(locale);
  const date = new Date(time);
  const known = isEnglish || /^id(-ID)?$/.test(locale);
  if (!known || weekday || !(date.getUTCFullYear() > 0)) return undefined;
  const long = month === 'long';
  let text = '';
  if (month) {
    const name = (isEnglish ? english : indonesian).split(' ')[date.getUTCMonth()]!;
    text = long ? name : name.slice(0, 3);
    if (day) text = isEnglish ? `${text} ${date.getUTCDate()}` : `${date.getUTCDate()} ${text}`;
    if (year) text += (day && isEnglish ? ', ' : ' ') + date.getUTCFullYear();
  }
  if (!hour) return text;
  const clock = date.toISOString().slice(-13, -8);
  if (text) text += !long ? ', ' : isEnglish ? ' at ' : ' pukul ';
  return text + (isEnglish ? clock : clock.replace(':', '.'));
}
