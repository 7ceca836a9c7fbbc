import { expect } from '@open-wc/testing';
import fc from 'fast-check';
import { decimate, extentOf, extremesAt, firstAt, indexPoints } from '../../src/charts/decimate';

/** x that rises by steps of any size, nought included, and y with gaps, infinities and spikes. */
const points = fc
  .array(
    fc.tuple(
      fc.oneof(fc.constant(0), fc.double({ min: 0, max: 1e6, noNaN: true })),
      fc.oneof(
        { weight: 8, arbitrary: fc.double({ min: -1e9, max: 1e9, noNaN: true }) },
        fc.constantFrom(NaN, Infinity, -Infinity, 1e300, -1e300, 0, -0),
      ),
    ),
    { maxLength: 700 },
  )
  .map((pairs) => {
    let time = 0;
    return {
      x: Float64Array.from(pairs, ([step]) => (time += step)),
      y: Float64Array.from(pairs, ([, value]) => value),
    };
  });

const isKnown = (value: number): boolean => Number.isFinite(value);

/** Column of each point, worked out from the other side: by its own time. */
function columnsBy(x: Float64Array, from: number, to: number, width: number): number[] {
  return Array.from(x, (time) => {
    if (time < from || time > to) return -1;
    for (let column = 0; column < width - 1; column++)
      if (time < from + ((to - from) * (column + 1)) / width) return column;
    return width - 1;
  });
}

describe('decimate', () => {
  it('keeps the lowest, highest, first and last value of every column', () => {
    fc.assert(
      fc.property(
        points,
        fc.integer({ min: 1, max: 300 }),
        fc.double({ min: 0, max: 1, noNaN: true }),
        fc.double({ min: 0, max: 1, noNaN: true }),
        ({ x, y }, width, a, b) => {
          const end = x.at(-1) ?? 1;
          const [from, to] = [Math.min(a, b) * end, Math.max(a, b) * end];
          if (!(to > from)) return;
          const columns = decimate(indexPoints(x, y), from, to, width);
          const at = columnsBy(x, from, to, width);
          for (let column = 0; column < width; column++) {
            const inside = Array.from(y).filter((v, i) => at[i] === column && isKnown(v));
            const found = [columns.low, columns.high, columns.first, columns.last].map(
              (list) => list[column]!,
            );
            const wanted = inside.length
              ? [Math.min(...inside), Math.max(...inside), inside[0]!, inside.at(-1)!]
              : [NaN, NaN, NaN, NaN];
            expect(found.map(String)).to.deep.equal(wanted.map(String));
          }
        },
      ),
      { numRuns: 200 },
    );
  });

  it('joins two columns only where no gap lies between their values', () => {
    const x = Float64Array.from({ length: 12 }, (_, i) => i);
    const y = Float64Array.from([1, 2, NaN, 3, 4, 5, NaN, NaN, 6, 7, 8, NaN]);
    const { joined, low } = decimate(indexPoints(x, y), 0, 11, 6);
    expect([...low].map(String)).to.deep.equal(['1', '3', '4', 'NaN', '6', '8']);
    expect([...joined]).to.deep.equal([0, 0, 1, 0, 0, 1]);
  });

  it('joins across columns that have no points at all', () => {
    const { joined } = decimate(indexPoints([0, 10], [1, 2]), 0, 10, 5);
    expect([...joined]).to.deep.equal([0, 0, 0, 0, 1]);
  });

  it('finds one spike in a million points, at any width', () => {
    const length = 1_000_000;
    const x = Float64Array.from({ length }, (_, i) => i);
    const y = new Float64Array(length);
    y[777_777] = 9;
    y[123_456] = -9;
    const index = indexPoints(x, y);
    for (const width of [1, 7, 160, 800, 3001]) {
      const { low, high } = decimate(index, 0, length - 1, width);
      expect(high.indexOf(9), `high at ${width}`).to.equal(
        Math.min(width - 1, Math.floor((777_777 / (length - 1)) * width)),
      );
      expect(low.indexOf(-9), `low at ${width}`).to.equal(
        Math.min(width - 1, Math.floor((123_456 / (length - 1)) * width)),
      );
    }
    expect(extremesAt(index)).to.deep.equal({ low: 123_456, high: 777_777 });
  });
});

describe('the index of points', () => {
  it('gives the extent of any part as a plain loop does', () => {
    fc.assert(
      fc.property(points, fc.nat(700), fc.nat(700), ({ x, y }, a, b) => {
        const [from, to] = [Math.min(a, b, x.length), Math.min(Math.max(a, b), x.length)];
        const inside = Array.from(y.slice(from, to)).filter(isKnown);
        // 0 and −0 are the same place.
        const found = extentOf(indexPoints(x, y), from, to).map((end) => end + 0);
        expect(found).to.deep.equal([
          Math.min(Infinity, ...inside) + 0,
          Math.max(-Infinity, ...inside) + 0,
        ]);
      }),
    );
  });

  it('reaches over thousands of blocks, from the middle of one to that of another', () => {
    const length = 64 ** 3 + 100;
    const y = Float64Array.from({ length }, (_, i) => Math.sin(i * 1e-3));
    y[200_000] = 5;
    const index = indexPoints(
      Float64Array.from({ length }, (_, i) => i),
      y,
    );
    expect(index.lows.length).to.equal(64 ** 2 + 2);
    expect(extentOf(index, 1, length - 1)[1]).to.equal(5);
    expect(extentOf(index, 200_001, length)[1]).to.be.lessThan(1.01);
  });

  it('finds the first point at or after a time', () => {
    const index = indexPoints([1, 2, 2, 5], [0, 0, 0, 0]);
    expect([0, 1, 2, 3, 5, 6].map((time) => firstAt(index, time))).to.deep.equal([
      0, 0, 1, 3, 3, 4,
    ]);
  });

  it('does not copy typed arrays, nor write to them', () => {
    const x = Float64Array.of(1, 2, 3);
    const y = Float64Array.of(1, Infinity, NaN);
    const index = indexPoints(x, y);
    expect(index.x).to.equal(x);
    expect([...y]).to.deep.equal([1, Infinity, NaN]);
    expect([...index.y]).to.deep.equal([1, NaN, NaN]);
    expect([index.first, index.last]).to.deep.equal([0, 0]);
  });

  it('takes whatever is no number for a gap, a null never for 0', () => {
    const { y } = indexPoints([1, 2, 3, 4], [null, '5', {}, 6]);
    expect([...y]).to.deep.equal([NaN, NaN, NaN, 6]);
  });

  it('of no points has neither a first nor an extreme', () => {
    const index = indexPoints([], []);
    expect([index.first, index.last]).to.deep.equal([-1, -1]);
    expect(extremesAt(index)).to.deep.equal({ low: -1, high: -1 });
    expect(extremesAt(indexPoints([1], [NaN]))).to.deep.equal({ low: -1, high: -1 });
  });

  for (const [x, y, message] of [
    [[1, 2], [1], 'x has 2 points, y 1'],
    [[1, 3, 2], [0, 0, 0], 'x must be finite and rise: 2 after 3 at 2'],
    [[NaN], [0], 'x must be finite and rise: NaN at 0'],
    [[-Infinity, 1], [0, 0], 'x must be finite and rise: -Infinity at 0'],
    [[1, Infinity], [0, 0], 'x must be finite and rise: Infinity after 1 at 1'],
    [[null, 1], [0, 0], 'x must be finite and rise: NaN at 0'],
    [
      Array.from({ length: 99 }, (_, i) => (i === 64 ? 3 : i)),
      new Array<number>(99).fill(0),
      'x must be finite and rise: 3 after 63 at 64',
    ],
  ] as const) {
    it(`refuses x ${JSON.stringify(x).slice(0, 30)} with ${y.length} y`, () => {
      expect(() => indexPoints(x, y)).to.throw(RangeError, message);
    });
  }
});
