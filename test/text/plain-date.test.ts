import { expect } from '@open-wc/testing';
import fc from 'fast-check';
import { plainDate } from '../../src/text/plain-date';

type Options = Intl.DateTimeFormatOptions;
const time: Options = { hour: '2-digit', minute: '2-digit', hourCycle: 'h23' };
const written: Options[] = [
  { month: 'short' },
  { month: 'short', day: 'numeric' },
  { month: 'short', year: 'numeric' },
  { month: 'long', year: 'numeric' },
  { month: 'short', day: 'numeric', year: 'numeric' },
  { month: 'short', day: 'numeric', ...time },
  { month: 'long', day: 'numeric', year: 'numeric' },
  { month: 'long', day: 'numeric', year: 'numeric', ...time },
  time,
];

describe('plain dates', () => {
  for (const locale of ['en', 'en-US', 'id', 'id-ID'])
    for (const options of written)
      it(`are what Intl writes: ${locale} ${Object.values(options).join(' ')}`, () => {
        const format = new Intl.DateTimeFormat(locale, {
          ...options,
          timeZone: 'UTC',
          calendar: 'gregory',
        });
        const check = (at: number): void =>
          void expect(plainDate(at, options, locale)).to.equal(format.format(at));
        for (let month = 0; month < 12; month++) check(Date.UTC(2026, month, 1));
        const range = { min: -59_000_000_000_000, max: 250_000_000_000_000 };
        fc.assert(fc.property(fc.integer(range), check));
      });

  it('are left to Intl with the day of the week, in another language and before the year 1', () => {
    const day: Options = { month: 'short', day: 'numeric' };
    expect(plainDate(0, { ...day, weekday: 'long' }, 'en')).to.equal(undefined);
    for (const locale of ['en-GB', 'en-ID', 'ar', 'idb', 'sv'])
      expect(plainDate(0, day, locale), locale).to.equal(undefined);
    expect(plainDate(-6.3e13, day, 'en')).to.equal(undefined);
  });
});
