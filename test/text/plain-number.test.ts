import { expect } from '@open-wc/testing';
import fc from 'fast-check';
import { plainNumber } from '../../src/text/plain-number';

const locales = ['en', 'en-US', 'en-GB', 'id', 'id-ID'];

describe('plain numbers', () => {
  for (const locale of locales) {
    it(`are what Intl writes: ${locale}`, () => {
      const formats = [0, 1, 2, 3, 4].map(
        (digits) => new Intl.NumberFormat(locale, { maximumFractionDigits: digits }),
      );
      const check = (value: number, digits: number): void => {
        const text = plainNumber(value, digits, locale);
        if (text !== undefined) expect(text).to.equal(formats[digits]!.format(value));
      };
      for (const value of [0, 0.5, 0.15, 1.005, 2.5, 999.95, 999.94999999999993, 9999.5, 1e9, 0.05])
        for (let digits = 0; digits < 5; digits++) check(value, digits);
      fc.assert(
        fc.property(
          fc.oneof(
            fc.double({ min: 0, max: 1e10, noNaN: true }),
            fc.integer({ min: 0, max: 1e6 }).map((n) => n / 200),
            fc.integer({ min: 0, max: 2e9 }),
          ),
          fc.integer({ min: 0, max: 4 }),
          check,
        ),
        { numRuns: 2000 },
      );
    });
  }

  it('drop their sign, which the caller writes', () => {
    expect(plainNumber(-12.25, 1, 'en')).to.equal('12.3');
  });

  it('are left to Intl where they are huge or tiny, and in other languages', () => {
    for (const [value, locale] of [
      [1e10, 'en'],
      [1e-7, 'en'],
      [NaN, 'en'],
      [5, 'en-IN'],
      [5, 'ar'],
      [5, 'constructor'],
    ] as const)
      expect(plainNumber(value, 1, locale), `${value} ${locale}`).to.equal(undefined);
  });
});
