import { expect } from '@open-wc/testing';
import fc from 'fast-check';
import { shorten, spread } from '../../src/charts/labels';

describe('shorten', () => {
  for (const [text, most, expected] of [
    ['New IVR', 7, 'New IVR'],
    ['New IVR', 6, 'New I…'],
    ['New IVR', 5, 'New…'],
    ['New IVR', 2, ''],
    ['', 0, ''],
    ['👩‍🚒👍👍👍👍', 3, '👩‍…'],
  ] as const) {
    it(`cuts "${text}" at ${most} to "${expected}"`, () => {
      expect(shorten(text, most)).to.equal(expected);
    });
  }
});

describe('spread', () => {
  it('leaves labels alone that do not touch', () => {
    expect(spread([10, 40, 80], 15, 0, 100)).to.deep.equal([10, 40, 80]);
  });

  it('keeps their order, their distance and the edges', () => {
    fc.assert(
      fc.property(
        fc.array(fc.double({ min: -50, max: 350, noNaN: true }), { maxLength: 15 }),
        (ys) => {
          const found = spread(ys, 15, 0, 300);
          const sorted = [...found].sort((a, b) => a - b);
          sorted.forEach((y, i) => {
            expect(y).to.be.within(0, 300);
            if (i) expect(y - sorted[i - 1]!).to.be.at.least(14.98);
          });
          ys.forEach((y, i) =>
            ys.forEach((other, j) => {
              if (y < other) expect(found[i]!).to.be.below(found[j]!);
            }),
          );
        },
      ),
    );
  });
});
