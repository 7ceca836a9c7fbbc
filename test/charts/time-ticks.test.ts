import { expect } from '@open-wc/testing';
import fc from 'fast-check';
import { timeTicks } from '../../src/charts/time-ticks';

const day = 86_400_000;
const at = (text: string): number => Date.parse(`${text}${text.includes('T') ? ':00Z' : ''}`);
const texts = (times: readonly number[]): string[] =>
  times.map((time) => new Date(time).toISOString().replace(/T00:00:00\.000Z$|:00\.000Z$/, ''));

describe('time ticks', () => {
  for (const [from, to, count, expected] of [
    ['2026-06-03T09:00', '2026-06-03T09:20', 4, 'T09:00 T09:05 T09:10 T09:15 T09:20'],
    ['2026-06-03T09:10', '2026-06-03T13:00', 4, 'T10:00 T11:00 T12:00 T13:00'],
    ['2026-06-03T01:00', '2026-06-04T01:00', 4, 'T06:00 T12:00 T18:00 2026-06-04'],
    ['2026-06-03', '2026-06-06', 4, '2026-06-03 2026-06-04 2026-06-05 2026-06-06'],
    ['2026-06-03', '2026-07-01', 5, '2026-06-08 2026-06-15 2026-06-22 2026-06-29'],
    ['2026-01-15', '2026-05-15', 5, '2026-02-01 2026-03-01 2026-04-01 2026-05-01'],
    ['2025-12-01', '2026-11-01', 4, '2026-01-01 2026-04-01 2026-07-01 2026-10-01'],
    ['2019-07-01', '2026-07-01', 4, '2020-01-01 2022-01-01 2024-01-01 2026-01-01'],
    ['1987-01-01', '2026-07-01', 5, '1990-01-01 2000-01-01 2010-01-01 2020-01-01'],
  ] as const) {
    it(`from ${from} to ${to} are ${expected}`, () => {
      const found = texts(timeTicks(at(from), at(to), count).times);
      expect(found.map((text) => text.replace('2026-06-03T', 'T')).join(' ')).to.equal(expected);
    });
  }

  it('are no closer than the periods of the data', () => {
    const found = timeTicks(at('2026-06-01'), at('2026-08-01'), 9, 30 * day);
    expect(texts(found.times)).to.deep.equal(['2026-06-01', '2026-07-01', '2026-08-01']);
    const quarters = timeTicks(at('2026-01-01'), at('2026-12-01'), 9, 90 * day);
    expect(texts(quarters.times)).to.deep.equal([
      '2026-01-01',
      '2026-04-01',
      '2026-07-01',
      '2026-10-01',
    ]);
  });

  it('read the years 0 to 99 as what they are', () => {
    const found = timeTicks(at('0050-01-01'), at('0090-01-01'), 4).times;
    expect(found.map((time) => new Date(time).getUTCFullYear())).to.deep.equal([
      50, 60, 70, 80, 90,
    ]);
  });

  it('rise, lie inside, are about as many as asked for and end, whatever the span', () => {
    const last = 8.64e15;
    fc.assert(
      fc.property(
        fc.integer({ min: -last, max: last }),
        fc.oneof(fc.nat(1e6), fc.nat(1e12), fc.integer({ min: 0, max: 2 * last })),
        fc.integer({ min: 2, max: 20 }),
        (from, span, count) => {
          const to = Math.min(last, from + span);
          const { times, step } = timeTicks(from, to, count);
          expect(step).to.be.greaterThan(0);
          expect(times.length).to.be.at.most(count * 1.5 + 2);
          times.forEach((time, i) => {
            expect(time).to.be.within(from, to);
            if (i) expect(time).to.be.greaterThan(times[i - 1]!);
          });
        },
      ),
    );
  });
});
