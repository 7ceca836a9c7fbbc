import { expect } from '@open-wc/testing';
import fc from 'fast-check';
import { sparkline } from '../../src/charts/sparkline';
import { double, holdsOnlyNumbers } from './doubles';

const tail = (x: number, y: number) => ({ x, y });

describe('sparkline', () => {
  it('goes from the left edge to the right, low values low', () => {
    expect(sparkline([1, 2, 3, 2], 86, 26)).to.deep.equal({
      path: 'M3,23L29.67,13L56.33,3L83,13',
      last: tail(83, 13),
      targets: [],
    });
  });

  it('leaves a gap where a value is missing and has room for the target', () => {
    expect(sparkline([1, null, 3, 2], 86, 26, [4])).to.deep.equal({
      path: 'M3,23ZM56.33,9.67L83,16.33',
      last: tail(83, 16.33),
      targets: [3],
    });
  });

  it('puts a lone value in the middle', () => {
    expect(sparkline([5], 86, 26)).to.deep.equal({
      path: 'M43,13Z',
      last: tail(43, 13),
      targets: [],
    });
  });

  it('runs level through equal values', () => {
    expect(sparkline([4, 4], 86, 26).path).to.equal('M3,13L83,13');
  });

  const nothing: (number | null)[][] = [[], [null], [null, NaN, Infinity, -Infinity]];
  for (const values of nothing)
    it(`draws nothing of [${values.map(String).join(', ')}]`, () => {
      expect(sparkline(values, 86, 26)).to.deep.equal({ path: '', last: null, targets: [] });
    });

  it('still places the target without a value', () => {
    expect(sparkline([], 86, 26, [7]).targets).to.deep.equal([13]);
    expect(sparkline([1, 2], 86, 26, [NaN]).targets).to.deep.equal([]);
  });

  it('places both ends of a range', () => {
    expect(sparkline([1, 2], 86, 26, [0, 4]).targets).to.deep.equal([23, 3]);
  });

  it('marks the newest value that is known', () => {
    expect(sparkline([1, 3, null], 86, 26).last).to.deep.equal(tail(43, 3));
  });

  it('spans the largest doubles', () => {
    expect(sparkline([-1e308, 1e308], 86, 26).path).to.equal('M3,23L83,3');
  });

  it('takes two hundred thousand values', () => {
    const values = Array.from({ length: 200_000 }, (_, i) => i % 7);
    expect(sparkline(values, 86, 26).last).to.deep.equal(tail(83, 16.33));
  });

  it('does not change what it was given', () => {
    const values = Object.freeze([1, null, 3]);
    expect(() => sparkline(values, 86, 26, Object.freeze([2]))).to.not.throw();
  });

  it('stays in its box for any doubles', () => {
    fc.assert(
      fc.property(fc.array(fc.option(double)), fc.array(double), (values, targets) => {
        const shape = sparkline(values, 120, 44, targets);
        expect(holdsOnlyNumbers(shape), JSON.stringify(shape)).to.equal(true);
        for (const [, x, y] of shape.path.matchAll(/([\d.-]+),([\d.-]+)/g)) {
          expect(Number(x)).to.be.within(0, 120);
          expect(Number(y)).to.be.within(0, 44);
        }
      }),
    );
  });
});
