import { expect } from '@open-wc/testing';
import * as fc from 'fast-check';
import { parseDuration, type DurationFormat } from '../../src/metrics/duration';

const cases: [unknown, DurationFormat | undefined, number | null | undefined][] = [
  [90, undefined, 90],
  ['90', undefined, 90],
  [' 90.5 ', 'seconds', 90.5],
  [0, undefined, 0],
  ['6:00', undefined, undefined],
  ['PT6M', undefined, undefined],
  ['6:00', 'm:ss', 360],
  ['90:05', 'm:ss', 5405],
  [' 0:07.5 ', 'm:ss', 7.5],
  ['1:02:03', 'm:ss', 3723],
  ['6:60', 'm:ss', undefined],
  ['6:5', 'm:ss', undefined],
  ['6:', 'm:ss', undefined],
  [':05', 'm:ss', undefined],
  ['360', 'm:ss', undefined],
  [360, 'm:ss', undefined],
  ['-6:00', 'm:ss', undefined],
  ['1:02:03', 'h:mm:ss', 3723],
  ['30:00:00', 'h:mm:ss', 108000],
  ['00:00:00', 'h:mm:ss', 0],
  ['1:60:00', 'h:mm:ss', undefined],
  ['1:02', 'h:mm:ss', undefined],
  ['1:2:3', 'h:mm:ss', undefined],
  ['1:02:03:04', 'h:mm:ss', undefined],
  [0.5, 'day-fraction', 43200],
  ['0.000868055555555556', 'day-fraction', 75],
  [1.0625, 'day-fraction', 91800],
  [-0.5, 'day-fraction', undefined],
  ['PT1H30M', 'iso', 5400],
  ['PT0S', 'iso', 0],
  ['P1DT2.5S', 'iso', 86402.5],
  ['PT1,5H', 'iso', 5400],
  ['P2W', 'iso', 1209600],
  ['PT90M', 'iso', 5400],
  ['P', 'iso', undefined],
  ['PT', 'iso', undefined],
  ['P1DT', 'iso', undefined],
  ['P1M', 'iso', undefined],
  ['P1Y', 'iso', undefined],
  ['PT1.5H30M', 'iso', undefined],
  ['PT30M1H', 'iso', undefined],
  ['-PT5S', 'iso', undefined],
  ['pt5s', 'iso', undefined],
  [300, 'iso', undefined],
  [-1, undefined, undefined],
  ['-0', undefined, 0],
  [NaN, undefined, undefined],
  [Infinity, undefined, undefined],
  ['1e400', undefined, undefined],
  [true, undefined, undefined],
  [[], undefined, undefined],
  [{}, 'm:ss', undefined],
];

describe('parseDuration', () => {
  for (const [value, written, seconds] of cases) {
    it(`${JSON.stringify(value)} as ${written ?? 'is'} is ${seconds ?? 'invalid'}`, () => {
      expect(parseDuration(value, written)).to.equal(seconds);
    });
  }

  for (const written of [undefined, 'm:ss', 'h:mm:ss', 'day-fraction', 'iso'] as const) {
    for (const value of [null, undefined, '', '  ']) {
      it(`${JSON.stringify(value)} as ${written ?? 'is'} is no answer`, () => {
        expect(parseDuration(value, written)).to.equal(null);
      });
    }
  }

  it('is never minus zero, which would be shown as "-0"', () => {
    expect(Object.is(parseDuration(-0), 0)).to.equal(true);
  });

  it('any whole second is read back from a clock, ISO 8601 and a spreadsheet', () => {
    const two = (value: number): string => String(value).padStart(2, '0');
    fc.assert(
      fc.property(fc.nat(10_000_000), (seconds) => {
        const [h, m, s] = [Math.floor(seconds / 3600), Math.floor(seconds / 60) % 60, seconds % 60];
        expect(parseDuration(`${h}:${two(m)}:${two(s)}`, 'h:mm:ss')).to.equal(seconds);
        expect(parseDuration(`${Math.floor(seconds / 60)}:${two(s)}`, 'm:ss')).to.equal(seconds);
        expect(parseDuration(`PT${h}H${m}M${s}S`, 'iso')).to.equal(seconds);
        expect(parseDuration(seconds / 86400, 'day-fraction')).to.equal(seconds);
      }),
    );
  });

  it('never throws, and is a duration, no answer or invalid, whatever the value', () => {
    const formats = ['seconds', 'm:ss', 'h:mm:ss', 'day-fraction', 'iso'] as const;
    fc.assert(
      fc.property(fc.anything(), fc.constantFrom(...formats), (value, written) => {
        const seconds = parseDuration(value, written);
        expect((seconds ?? 0) >= 0 && (seconds ?? 0) < Infinity).to.equal(true);
      }),
    );
  });
});
