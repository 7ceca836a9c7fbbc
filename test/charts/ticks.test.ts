import { expect } from '@open-wc/testing';
import { ticks as d3Ticks } from 'd3-array';
import fc from 'fast-check';
import { ticks } from '../../src/charts/ticks';

describe('ticks', () => {
  const cases: [low: number, high: number, count: number, expected: number[]][] = [
    [0, 100, 5, [0, 20, 40, 60, 80, 100]],
    [-37, 42, 4, [-20, 0, 20, 40]],
    [0.1, 0.52, 4, [0.1, 0.2, 0.3, 0.4, 0.5]],
    [4.2, 4.9, 3, [4.2, 4.4, 4.6, 4.8]],
    [1200, 5100, 4, [2000, 3000, 4000, 5000]],
  ];
  for (const [low, high, count, expected] of cases)
    it(`from ${low} to ${high}, about ${count}, are ${expected.join(' ')}`, () => {
      expect(ticks(low, high, count)).to.deep.equal(expected);
    });

  it('are those of d3-array', () => {
    const number = fc.double({ min: -1e12, max: 1e12, noNaN: true });
    const size = fc.double({ min: 1e-6, max: 1e9, noNaN: true });
    fc.assert(
      fc.property(number, size, fc.double({ min: 2, max: 6, noNaN: true }), (low, span, count) => {
        fc.pre(low + span > low + Math.abs(low) * 1e-13);
        expect(ticks(low, low + span, count)).to.deep.equal(d3Ticks(low, low + span, count));
      }),
      { numRuns: 2000 },
    );
  });
});
