import { expect } from '@open-wc/testing';
import fc from 'fast-check';
import { dial, gauge, gaugeBox, type GaugeInput } from '../../src/charts/gauge';
import { double, holdsOnlyNumbers } from './doubles';

const nps = (input: Partial<GaugeInput>) => gauge({ low: -100, high: 100, value: null, ...input });

/** The end of an arc, and whether it turns clockwise. */
function arcOf(path: string): { from: number[]; to: number[]; large: boolean; right: boolean } {
  const numbers = path.match(/-?[\d.]+/g)!.map(Number);
  expect(numbers, path).to.have.lengthOf(9);
  const [x1, y1, , , , large, right, x2, y2] = numbers as [number, ...number[]];
  return { from: [x1!, y1!], to: [x2!, y2!], large: large === 1, right: right === 1 };
}

describe('gauge', () => {
  it('draws the track from −100 to 100 around an open bottom', () => {
    expect(dial().track).to.equal('M29.53,124.47A76,76,0,1,1,170.47,124.47');
    expect(dial().ends).to.deep.equal([
      { x: 29.53, y: 141.47 },
      { x: 170.47, y: 141.47 },
    ]);
  });

  it('has zero straight up on a symmetric scale', () => {
    expect(dial().zero).to.deep.equal({ x1: 100, y1: 27, x2: 100, y2: 13, tx: 100, ty: 7 });
  });

  const fills: [number | null, string][] = [
    [null, ''],
    [0, ''],
    [-0, ''],
    [0.01, ''],
    [50, 'M100,20A76,76,0,0,1,163.01,53.5'],
    [-50, 'M100,20A76,76,0,0,0,36.99,53.5'],
    [100, 'M100,20A76,76,0,0,1,170.47,124.47'],
    [-100, 'M100,20A76,76,0,0,0,29.53,124.47'],
    [250, 'M100,20A76,76,0,0,1,170.47,124.47'],
    [Infinity, 'M100,20A76,76,0,0,1,170.47,124.47'],
    [-Infinity, 'M100,20A76,76,0,0,0,29.53,124.47'],
    [NaN, ''],
  ];
  for (const [value, path] of fills)
    it(`fills from zero to ${value}: ${path || 'nothing'}`, () => {
      expect(nps({ value }).fill).to.equal(path);
    });

  it('fills from the low end where zero is not on the scale', () => {
    const shape = gauge({ low: 20, high: 100, value: 60 });
    expect(arcOf(shape.fill).from).to.deep.equal([29.53, 124.47]);
    expect(arcOf(shape.fill).to).to.deep.equal([100, 20]);
  });

  it('takes the long way round for a fill of more than half a circle', () => {
    expect(arcOf(gauge({ low: 0, high: 100, value: 90 }).fill).large).to.equal(true);
    expect(arcOf(gauge({ low: 0, high: 100, value: 70 }).fill).large).to.equal(false);
  });

  it('draws the interval as a band around the end of the fill', () => {
    const { band, fill } = nps({ value: 42, interval: [37.6, 46.4] });
    expect(band).to.equal('M150.96,39.62A76,76,0,0,1,159.86,49.18');
    expect(arcOf(fill).to).to.deep.equal([155.62, 44.21]);
  });

  it('draws no band without an interval or of a single point', () => {
    expect(nps({ value: 42 }).band).to.equal('');
    expect(nps({ value: 42, interval: null }).band).to.equal('');
    expect(nps({ value: 42, interval: [42, 42] }).band).to.equal('');
    expect(nps({ value: 42, interval: [NaN, 44] }).band).to.equal('');
  });

  const aims: [number, GaugeTarget][] = [
    [50, { x1: 154.72, y1: 59.09, x2: 172.13, y2: 47.35, tx: 176.27, ty: 47.55, anchor: 'start' }],
    [0, { x1: 100, y1: 30, x2: 100, y2: 9, tx: 100, ty: 7, anchor: 'middle' }],
    [-60, { x1: 39.16, y1: 70.42, x2: 19.8, y2: 62.29, tx: 15.19, ty: 63.35, anchor: 'end' }],
  ];
  for (const [target, place] of aims)
    it(`puts a tick and its number across the track at ${target}`, () => {
      expect(nps({ targets: [target] }).targets).to.deep.equal([place]);
    });

  it('leaves the zero unwritten where the target is written', () => {
    const hidden = [-20, -12, 0, 5, 12, 13, 50].map(
      (target) => nps({ targets: [target] }).zeroHidden,
    );
    expect(hidden).to.deep.equal([false, true, true, true, true, false, false]);
    expect(nps({ targets: [-12, 50] }).zeroHidden).to.equal(true);
    expect(nps({}).zeroHidden).to.equal(false);
  });

  it('puts the benchmark on the middle of the track', () => {
    expect(nps({ benchmark: 0 }).benchmark).to.deep.equal({ cx: 100, cy: 20 });
    expect(nps({ benchmark: 31 }).benchmark).to.deep.equal({ cx: 143.29, cy: 33.53 });
    expect(nps({ benchmark: 500 }).benchmark).to.deep.equal({ cx: 170.47, cy: 124.47 });
  });

  it('puts a tick at each end of a range', () => {
    const both = aims.slice(0, 2);
    const shape = nps({ targets: both.map(([target]) => target) });
    expect(shape.targets).to.deep.equal(both.map(([, place]) => place));
  });

  it('has no tick and no ring without target and benchmark', () => {
    expect(nps({ value: 1 }).targets).to.deep.equal([]);
    for (const none of [null, undefined, NaN]) {
      const shape = nps({ value: 1, targets: [NaN], benchmark: none });
      expect(shape.targets).to.deep.equal([]);
      expect(shape.benchmark).to.equal(null);
    }
  });

  it('keeps every mark in its box and every number finite, for any doubles', () => {
    const input = fc.record({
      low: double,
      high: double,
      value: fc.option(double),
      interval: fc.option(fc.tuple(double, double)),
      targets: fc.array(double, { maxLength: 2 }),
      benchmark: fc.option(double),
    });
    fc.assert(
      fc.property(input, (given) => {
        const shape = gauge(given);
        expect(holdsOnlyNumbers(shape), JSON.stringify(shape)).to.equal(true);
        for (const path of [shape.fill, shape.band].filter(Boolean)) {
          const { from, to } = arcOf(path);
          for (const [x, y] of [from, to] as [number, number][]) {
            expect(x).to.be.within(0, gaugeBox.width);
            expect(y).to.be.within(0, gaugeBox.height);
          }
        }
      }),
    );
  });

  it('turns to the right for a larger value, always', () => {
    const score = fc.double({ min: -100, max: 100, noNaN: true });
    fc.assert(
      fc.property(score, score, (a, b) => {
        const angle = (benchmark: number) => {
          const { cx, cy } = nps({ benchmark }).benchmark!;
          return Math.atan2(cx - 100, 96 - cy);
        };
        // Two hundredths of a unit is what rounding may move a mark.
        if (a < b) expect(angle(a)).to.be.at.most(angle(b) + 5e-4);
      }),
    );
  });
});

type GaugeTarget = ReturnType<typeof gauge>['targets'][number];
