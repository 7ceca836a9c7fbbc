import { expect } from '@open-wc/testing';
import fc from 'fast-check';
import { bullet, type BulletInput } from '../../src/charts/bullet';
import { double, holdsOnlyNumbers } from './doubles';

describe('bullet', () => {
  /** Input; start, length, target and end of the target range. */
  const cases: [string, BulletInput, [number, number, number | null, number | null]][] = [
    ['a share on its scale', { value: 85, target: 90, low: 0, high: 100 }, [0, 85, 90, null]],
    ['a range', { value: 84, target: 80, targetEnd: 88, low: 0, high: 100 }, [0, 84, 80, 88]],
    ['no target', { value: 30, low: 0, high: 100 }, [0, 30, null, null]],
    ['no value', { value: null, target: 90, low: 0, high: 100 }, [0, 0, 90, null]],
    ['a true zero', { value: 0, target: 90, low: 0, high: 100 }, [0, 0, 90, null]],
    ['the larger of both sets an open scale', { value: 150, target: 120 }, [0, 86.96, 69.57, null]],
    ['the target may be the larger', { value: 120, target: 150 }, [0, 69.57, 86.96, null]],
    ['growth from zero', { value: 20, target: 30, low: -100, high: 100 }, [50, 10, 65, null]],
    ['loss from zero', { value: -20, target: 30, low: -100, high: 100 }, [40, 10, 65, null]],
    ['negative on an open scale', { value: -10, target: 10 }, [0, 46.51, 93.02, null]],
    ['outside the scale', { value: 120, target: -5, low: 0, high: 100 }, [0, 100, 0, null]],
    ['nothing at all', { value: null }, [0, 0, null, null]],
    ['zero of zero', { value: 0, target: 0 }, [0, 0, 0, null]],
    ['not a number', { value: NaN, target: NaN, targetEnd: NaN }, [0, 0, null, null]],
    ['without end', { value: Infinity, target: 5 }, [0, 0, 86.96, null]],
    ['huge', { value: 1e308, target: 5e307 }, [0, 86.96, 43.48, null]],
    ['the hugest', { value: Number.MAX_VALUE, target: 1 }, [0, 100, 0, null]],
    ['from one end to the other', { value: 1e308, target: -1e308 }, [46.51, 46.51, 0, null]],
  ];
  for (const [name, input, [start, length, target, targetEnd]] of cases)
    it(`places ${name}`, () => {
      expect(bullet(input)).to.deep.equal({ start, length, target, targetEnd });
    });

  it('stays on the track for any doubles', () => {
    const maybe = fc.option(double, { nil: undefined });
    const input = fc.record({
      value: fc.option(double),
      target: maybe,
      targetEnd: maybe,
      low: maybe,
      high: maybe,
    });
    fc.assert(
      fc.property(input, (given) => {
        const shape = bullet(given);
        expect(holdsOnlyNumbers(shape), JSON.stringify(shape)).to.equal(true);
        const { start, length } = shape;
        expect(start).to.be.within(0, 100);
        expect(start + length).to.be.within(0, 100.01);
        for (const tick of [shape.target, shape.targetEnd])
          if (tick !== null) expect(tick).to.be.within(0, 100);
      }),
    );
  });
});
