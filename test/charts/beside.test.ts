import { expect } from '@open-wc/testing';
import * as fc from 'fast-check';
import { namesBeside } from '../../src/charts/beside';
import { letterWidth } from '../../src/charts/labels';

const plot = { left: 40, right: 240, top: 20, bottom: 200 };
const width = 'Unusual'.length * letterWidth;

/** Left, right, top and bottom of the letters of a name. */
function boxOf({ x, y, anchor }: { x: number; y: number; anchor: string }) {
  const left = anchor === 'start' ? x : anchor === 'end' ? x - width : x - width / 2;
  return { left, right: left + width, top: y - 9, bottom: y + 3 };
}

describe('namesBeside', () => {
  const flat = [
    [
      [40, 150],
      [140, 150],
      [240, 150],
    ],
  ] as const;

  it('writes above a high and below a low', () => {
    const marks = [
      { x: 100, y: 60, isLow: false },
      { x: 180, y: 160, isLow: true },
    ];
    expect(namesBeside('Unusual', marks, flat, plot)).to.deep.equal([
      { x: 100, y: 50, anchor: 'middle' },
      { x: 180, y: 178, anchor: 'middle' },
    ]);
  });

  it('goes beside the mark where the plot ends above it, and to the other side at its right end', () => {
    for (const [x, spot] of [
      [100, { x: 110, y: 29, anchor: 'start' }],
      [230, { x: 220, y: 29, anchor: 'end' }],
    ] as const)
      expect(namesBeside('Unusual', [{ x, y: 25, isLow: false }], flat, plot)).to.deep.equal([
        spot,
      ]);
  });

  it('goes where fewer steps of the lines are', () => {
    const steep = [
      [
        [100, 60],
        [101, 20],
        [120, 200],
      ],
    ] as const;
    const [spot] = namesBeside('Unusual', [{ x: 100, y: 60, isLow: false }], steep, plot);
    expect(boxOf(spot!).right).to.be.at.most(100);
  });

  it('takes a gap for no step', () => {
    const gap = [[[60, 50], null, [140, 50]]] as const;
    const marks = [{ x: 100, y: 60, isLow: false }];
    expect(namesBeside('Unusual', marks, gap, plot)[0]!.anchor).to.equal('middle');
  });

  it('leaves a mark unnamed where there is no room', () => {
    const narrow = { ...plot, right: plot.left + width - 1 };
    expect(namesBeside('Unusual', [{ x: 60, y: 100, isLow: false }], [], narrow)).to.deep.equal([
      null,
    ]);
  });

  it('keeps every name inside the plot, off the marks and off the other names', () => {
    const mark = fc.record({
      x: fc.integer({ min: 40, max: 240 }),
      y: fc.integer({ min: 20, max: 200 }),
      isLow: fc.boolean(),
    });
    fc.assert(
      fc.property(fc.array(mark, { maxLength: 12 }), (marks) => {
        const spots = namesBeside('Unusual', marks, flat, plot);
        const boxes = spots.flatMap((spot) => (spot ? [boxOf(spot)] : []));
        boxes.forEach((box, i) => {
          expect(box.left).to.be.at.least(plot.left - 0.01);
          expect(box.right).to.be.at.most(plot.right + 0.01);
          expect(box.top).to.be.at.least(plot.top);
          expect(box.bottom).to.be.at.most(plot.bottom);
          const rings = marks.map(({ x, y }) => ({
            left: x - 6,
            right: x + 6,
            top: y - 6,
            bottom: y + 6,
          }));
          for (const other of [...boxes.slice(i + 1), ...rings]) {
            const across = Math.min(box.right, other.right) - Math.max(box.left, other.left);
            const down = Math.min(box.bottom, other.bottom) - Math.max(box.top, other.top);
            expect(Math.min(across, down)).to.be.at.most(0.01);
          }
        });
      }),
    );
  });
});
