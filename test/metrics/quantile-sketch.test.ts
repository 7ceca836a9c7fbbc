import { expect } from '@open-wc/testing';
import * as fc from 'fast-check';
import {
  MOST_EXACT,
  add,
  merge,
  quantile,
  quantiles,
  start,
  type Quantiles,
} from '../../src/metrics/quantile-sketch';

function fill(values: Iterable<number>, weight = 1): Quantiles {
  const state = start();
  for (const value of values) add(state, value, weight);
  return state;
}

/** R-7 written out from its definition, on a list. */
function r7(values: readonly number[], q: number): number {
  const sorted = [...values].sort((a, b) => a - b);
  const h = (sorted.length - 1) * q;
  const low = sorted[Math.floor(h)]!;
  return low + (sorted[Math.ceil(h)]! - low) * (h - Math.floor(h));
}

/** A seeded stream of 0 to 1 (Numerical Recipes' linear congruence). */
function* chance(seed: number): Generator<number> {
  for (let state = seed >>> 0; ;) {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    yield state / 2 ** 32;
  }
}

/** Log-normal-like waits, the shape of durations: from under a second to days. */
function waits(count: number, seed: number): number[] {
  const values: number[] = [];
  for (const u of chance(seed)) {
    values.push(Math.exp(12 * u - 1));
    if (values.length === count) break;
  }
  return values;
}

const values = fc.array(fc.double({ min: -1e6, max: 1e6, noNaN: true }), {
  minLength: 1,
  maxLength: 60,
});
const share = fc.double({ min: 0, max: 1, noNaN: true });

describe('quantile', () => {
  it('of the first-reply example is the published median and p90', () => {
    const state = fill([1200, 60, 45, 90, 75]);
    expect(quantile(state, 0.5)).to.equal(75);
    expect(quantile(state, 0.9)).to.be.closeTo(756, 1e-9);
  });

  it('of nothing is null, of one value that value', () => {
    expect(quantile(start(), 0.5)).to.equal(null);
    for (const q of [0, 0.5, 1]) expect(quantile(fill([7]), q)).to.equal(7);
  });

  // quantile(c(1, 2, 3, 4, 10), p) of R, type 7
  for (const [q, value] of [
    [0, 1],
    [0.1, 1.4],
    [0.25, 2],
    [0.5, 3],
    [0.75, 4],
    [0.9, 7.6],
    [1, 10],
  ] as const) {
    it(`${q} of 1, 2, 3, 4, 10 is ${value}, as in R`, () => {
      expect(quantile(fill([4, 1, 10, 3, 2]), q)).to.be.closeTo(value, 1e-12);
    });
  }

  it('is R-7 of any values', () => {
    fc.assert(
      fc.property(values, share, (list, q) => {
        expect(quantile(fill(list), q)).to.be.closeTo(r7(list, q), 1e-6);
      }),
    );
  });

  it('a whole weight is that many values', () => {
    const pairs = fc.array(
      fc.tuple(fc.integer({ min: -50, max: 50 }), fc.integer({ min: 1, max: 9 })),
      { minLength: 1 },
    );
    fc.assert(
      fc.property(pairs, share, (list, q) => {
        const state = start();
        for (const [value, weight] of list) add(state, value, weight);
        const repeated = list.flatMap(([value, weight]) => new Array<number>(weight).fill(value));
        expect(quantile(state, q)).to.be.closeTo(r7(repeated, q), 1e-9);
      }),
    );
  });

  it('the median does not change when all weights are scaled', () => {
    const pairs = fc.array(
      fc.tuple(fc.integer({ min: 0, max: 50 }), fc.integer({ min: 1, max: 9 })),
      { minLength: 1 },
    );
    fc.assert(
      fc.property(pairs, fc.constantFrom(0.1, 0.37, 0.5, 2, 3.3), (list, scale) => {
        const once = start();
        const scaled = start();
        for (const [value, weight] of list) {
          add(once, value, weight);
          add(scaled, value, weight * scale);
        }
        expect(quantile(scaled, 0.5)).to.equal(quantile(once, 0.5));
      }),
    );
  });

  it('weights that are no counts give the inverse of the weighted distribution', () => {
    const state = start();
    add(state, 10, 0.5);
    add(state, 20, 0.25);
    add(state, 30, 0.25);
    expect(quantiles(state, [0, 0.4, 0.5, 0.6, 0.9, 1])).to.deep.equal([10, 10, 15, 20, 30, 30]);
  });

  it('leaves out what is not finite and weights that are not above zero', () => {
    const state = fill([1, NaN, Infinity]);
    add(state, 100, 0);
    add(state, 100, -1);
    add(state, 100, NaN);
    expect(state.entries).to.equal(1);
    expect(quantile(state, 0.5)).to.equal(1);
  });

  it('names a share that is none', () => {
    expect(() => quantile(fill([1]), 1.5)).to.throw(RangeError, 'invalid quantile: 1.5');
  });
});

describe('merge', () => {
  it('equals one pass in any split and order, and changes neither side', () => {
    fc.assert(
      fc.property(values, values, share, (a, b, q) => {
        const left = fill(a);
        const right = fill(b);
        const whole = quantile(fill([...a, ...b]), q);
        expect(quantile(merge(left, right), q)).to.equal(whole);
        expect(quantile(merge(right, left), q)).to.equal(whole);
        expect(left).to.deep.equal(fill(a));
        expect(right).to.deep.equal(fill(b));
      }),
    );
  });

  it('of an exact and a weighted state keeps the weights', () => {
    const weighted = start();
    add(weighted, 100, 3);
    expect(quantile(merge(fill([1]), weighted), 0.5)).to.equal(100);
  });

  it('of halves that are exact becomes a sketch above the limit, with the same figures as one pass', () => {
    const all = waits(MOST_EXACT + 2, 7);
    const half = MOST_EXACT / 2;
    const parts = [fill(all.slice(0, half)), fill(all.slice(half, -1)), fill(all.slice(-1))];
    const [a, b, c] = parts as [Quantiles, Quantiles, Quantiles];
    expect([a.method, b.method, c.method]).to.deep.equal(['exact', 'exact', 'exact']);
    const onePass = fill(all);
    expect(onePass.method).to.equal('sketch');
    for (const merged of [merge(merge(a, b), c), merge(c, merge(b, a))]) {
      expect(merged.method).to.equal('sketch');
      expect(quantiles(merged, [0, 0.1, 0.5, 0.9, 1])).to.deep.equal(
        quantiles(onePass, [0, 0.1, 0.5, 0.9, 1]),
      );
    }
  });
});

describe('the sketch', () => {
  const shares = [0, 0.001, 0.01, 0.1, 0.25, 0.5, 0.75, 0.9, 0.99, 0.999, 1];

  it('begins after exactly 100,000 values', () => {
    const state = fill(waits(MOST_EXACT, 1));
    expect(state.method).to.equal('exact');
    add(state, 1);
    expect(state.method).to.equal('sketch');
    expect(state.values).to.deep.equal([]);
  });

  for (const seed of [1, 2, 3]) {
    it(`is within 0.5 % of the exact quantile for 150,000 waits (${seed})`, () => {
      const all = waits(150_000, seed);
      const sorted = Float64Array.from(all).sort();
      const found = quantiles(fill(all), shares);
      shares.forEach((q, i) => {
        const h = (sorted.length - 1) * q;
        const low = sorted[Math.floor(h)]!;
        const exact = low + (sorted[Math.ceil(h)]! - low) * (h - Math.floor(h));
        expect(Math.abs(found[i]! - exact) / exact, `${q}`).to.be.at.most(0.005);
      });
    });
  }

  it('is within 0.5 % for zeros, negatives and numbers at both ends of doubles', () => {
    const wild = [0, -1e-300, 1e-300, -3, 3, 1e300, -1e300, Number.MAX_VALUE, 5e-324];
    for (const value of wild) {
      const state = fill([-Number.MAX_VALUE, Number.MAX_VALUE]);
      for (let i = 0; i <= MOST_EXACT; i++) add(state, value);
      expect(state.method).to.equal('sketch');
      const found = quantile(state, 0.5)!;
      expect(Math.abs(found - value) <= Math.abs(value) * 0.005, `${value}: ${found}`).to.equal(
        true,
      );
    }
  });

  it('keeps counts: weights weigh', () => {
    const state = fill(waits(MOST_EXACT + 1, 4));
    add(state, 1e9, 1e7);
    expect(quantile(state, 0.5)! / 1e9).to.be.closeTo(1, 0.005);
  });

  it('is small: a few thousand bins for a million waits', () => {
    const state = fill(waits(200_000, 5));
    expect(state.bins!.size).to.be.below(2000);
  });
});
