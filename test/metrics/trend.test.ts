import { expect } from '@open-wc/testing';
import * as fc from 'fast-check';
import { movingAverage, robustScores, unusual } from '../../src/metrics/trend';
import { airPassengers } from './air-passengers';

describe('movingAverage', () => {
  const cases: [(number | null)[], number, (number | null)[]][] = [
    [[1, 2, 3, 4], 1, [1, 2, 3, 4]],
    [[1, 2, 3, 4], 3, [null, null, 2, 3]],
    [[1, 2], 3, [null, null]],
    [[], 3, []],
    [[1, null, 3, 4, 5], 2, [null, null, null, 3.5, 4.5]],
    [[0, 0, 0], 2, [null, 0, 0]],
    [[1, NaN, Infinity, 4, 6], 2, [null, null, null, null, 5]],
  ];
  for (const [values, window, averages] of cases) {
    it(`of ${JSON.stringify(values)} over ${window} is ${JSON.stringify(averages)}`, () => {
      expect(movingAverage(values, window)).to.deep.equal({
        method: `moving average of ${window}`,
        values: averages,
      });
    });
  }

  it('is the mean of each full window, however long the series', () => {
    const series = fc.array(
      fc.option(fc.double({ min: -1e6, max: 1e6, noNaN: true }), { freq: 8 }),
      { maxLength: 80 },
    );
    fc.assert(
      fc.property(series, fc.integer({ min: 1, max: 12 }), (values, window) => {
        movingAverage(values, window).values.forEach((average, i) => {
          const part = i + 1 < window ? [null] : values.slice(i + 1 - window, i + 1);
          if (part.includes(null)) expect(average).to.equal(null);
          else
            expect(average).to.be.closeTo(
              (part as number[]).reduce((a, b) => a + b, 0) / window,
              1e-6,
            );
        });
      }),
    );
  });

  it('does not drift over a million points', () => {
    const values = Array.from({ length: 1_000_000 }, (_, i) => (i === 0 ? 1e15 : 0.1));
    expect(movingAverage(values, 10).values.at(-1)).to.be.closeTo(0.1, 1e-12);
  });

  for (const window of [0, -1, 1.5, NaN]) {
    it(`refuses a window of ${window}`, () => {
      expect(() => movingAverage([1], window)).to.throw(RangeError, `invalid window: ${window}`);
    });
  }
});

describe('robustScores', () => {
  it('scores the outliers of a worked example as by hand', () => {
    // Median 2.45, MAD 0.15: 0.6745 × 5.75 / 0.15 = 25.856, × 5.85 / 0.15 = 26.306.
    const scores = robustScores([2.1, 2.6, 2.4, 2.5, 2.3, 2.1, 2.3, 2.6, 8.2, 8.3]);
    expect(scores[8]).to.be.closeTo(25.856, 0.001);
    expect(scores[9]).to.be.closeTo(26.306, 0.001);
    for (const score of scores.slice(0, 8)) expect(Math.abs(score)).to.be.below(3.5);
  });

  it('where most values are equal it goes by the mean deviation', () => {
    // Deviations 0 × 9 and 5: mean 0.5; 5 / (0.5 × 1.2533) = 7.979.
    expect(robustScores([1, 1, 1, 1, 1, 1, 1, 1, 1, 6])[9]).to.be.closeTo(7.979, 0.001);
  });

  it('of equal values, and of none, finds nothing', () => {
    expect(robustScores([4, 4, 4])).to.deep.equal([0, 0, 0]);
    expect(robustScores([])).to.deep.equal([]);
  });
});

describe('unusual', () => {
  const indices = (values: (number | null)[], season?: number): number[] | undefined =>
    unusual(values, season ? { season } : {})?.points.map(({ index }) => index);

  /** Weekdays and quiet week-ends, rising slowly, with a small wobble. */
  const weeks = Array.from(
    { length: 70 },
    (_, i) => 100 + i / 2 + (i % 7 > 4 ? -60 : 0) + ((i * 37) % 11) / 2,
  );

  it('finds nothing in a season, a trend and a wobble', () => {
    expect(indices(weeks, 7)).to.deep.equal([]);
  });

  it('finds a spike, a dip and a busy Sunday that is no high value as such', () => {
    const values = [...weeks];
    values[20]! += 50;
    values[41]! += 55; // a Sunday
    values[50]! -= 50;
    const found = unusual(values, { season: 7 })!;
    expect(found.points.map(({ index }) => index)).to.deep.equal([20, 41, 50]);
    expect(found.points.map(({ score }) => Math.sign(score))).to.deep.equal([1, 1, -1]);
    expect(values[41]).to.be.below(Math.max(...weeks));
    expect(found.points[0]!.expected).to.be.closeTo(weeks[20]!, 5);
    expect(found.method).to.equal('robust z beyond 3.5 from a running median with season 7');
  });

  it('takes a lasting step for a new level', () => {
    expect(
      indices(
        weeks.map((value, i) => (i < 35 ? value : value + 40)),
        7,
      )!.length,
    ).to.be.at.most(2);
  });

  it('finds a month planted in AirPassengers, wherever it is', () => {
    const quiet = indices([...airPassengers], 12)!;
    for (const at of [1, 30, 70, 110, 142]) {
      const values = [...airPassengers];
      values[at] = values[at]! * 2 + 100;
      expect(indices(values, 12), `${at}`).to.include(at);
    }
    expect(quiet.length).to.be.below(10);
  });

  it('a gap is no unusual point, and hides none', () => {
    const values: (number | null)[] = [...weeks];
    values[10] = null;
    values[11] = NaN;
    values[20]! += 50;
    expect(indices(values, 7)).to.deep.equal([20]);
  });

  it('finds nothing in a constant, and the one value that differs in another', () => {
    expect(indices(new Array<number>(20).fill(5))).to.deep.equal([]);
    const values = new Array<number>(20).fill(5);
    values[9] = 6;
    expect(indices(values)).to.deep.equal([9]);
  });

  it('of too few points says nothing', () => {
    expect(unusual([1, 2, 3, 4, 5, 6, 7])).to.equal(null);
    expect(unusual(airPassengers.slice(0, 23), { season: 12 })).to.equal(null);
    expect(unusual(new Array<null>(50).fill(null))).to.equal(null);
  });

  /** Months of a sine, `length` of them to a wave. */
  const sine = (count: number, length: number, phase: number): number[] =>
    Array.from({ length: count }, (_, i) => 50 + 10 * Math.sin((2 * Math.PI * i) / length + phase));
  const lengths = [3, 5, 6.28, 7, 8, 9, 10, 12, 13, 15, 20, 24, 26, 30, 31.4, 52, 80, 150, 365];
  const phases = [0, 0.4, 1, 1.7, 2.5, 3.1, 4, 5.2];

  for (const season of [1, 4, 7, 12, 24])
    it(`finds nothing in a sine of any length, looked at with season ${season}`, () => {
      const found: string[] = [];
      for (const count of [14, 24, 36, 60, 120, 365])
        for (const length of lengths)
          for (const phase of phases) {
            const odd = indices(sine(count, length, phase), season) ?? [];
            if (odd.length) found.push(`${count} points, ${length}, ${phase}: ${odd.join()}`);
          }
      expect(found).to.deep.equal([]);
    });

  it('finds a month that is off a sine, wherever it is, where the sine is the season', () => {
    for (const phase of phases)
      for (const at of [0, 1, 5, 11, 17, 30, 46, 47]) {
        const values = sine(48, 12, phase);
        values[at]! += at % 2 ? 4 : -4;
        const { points } = unusual(values, { season: 12 })!;
        const [most] = [...points].sort((a, b) => Math.abs(b.score) - Math.abs(a.score));
        expect(most?.index, `${phase}, ${at}`).to.equal(at);
      }
  });

  it('finds a spike of twice its height in a sine that is no season', () => {
    for (const length of [20, 30, 52])
      for (const phase of phases) {
        const values = sine(60, length, phase);
        values[33]! += 20;
        expect(indices(values), `${length}, ${phase}`).to.deep.equal([33]);
      }
  });

  it('does not take the month a year after or before for unusual too', () => {
    const values = Array.from({ length: 24 }, (_, i) => 50 + ((i * 7) % 5));
    values[14] = 95;
    expect(indices(values, 12)).to.deep.equal([14]);
  });

  it('names the season only where it counted', () => {
    const method = (values: number[]): string => unusual(values, { season: 12 })!.method;
    expect(method(sine(36, 12, 0))).to.match(/running median with season 12$/);
    expect(method(sine(35, 12, 0))).to.match(/running median$/);
    expect(method(sine(60, 8, 0))).to.match(/running median$/);
  });

  it('a higher threshold finds no more, and scale and shift change nothing', () => {
    const series = fc.array(fc.integer({ min: -100, max: 100 }), { minLength: 14, maxLength: 60 });
    fc.assert(
      fc.property(series, fc.constantFrom(1, 4, 7), (values, season) => {
        const low = unusual(values, { season, threshold: 2 })!;
        const high = unusual(values, { season, threshold: 4 })!;
        expect(high.points.length).to.be.at.most(low.points.length);
        const moved = unusual(
          values.map((value) => value * 4 + 1024),
          { season, threshold: 2 },
        )!;
        expect(moved.points.map(({ index }) => index)).to.deep.equal(
          low.points.map(({ index }) => index),
        );
      }),
    );
  });

  it('refuses a season or threshold that is none', () => {
    expect(() => unusual([], { season: 0 })).to.throw(RangeError, 'invalid season: 0');
    expect(() => unusual([], { threshold: -1 })).to.throw(RangeError, 'invalid threshold: -1');
  });
});
