import { expect } from '@open-wc/testing';
import fc from 'fast-check';
import { lengths, stack } from '../../src/charts/bars';
import { double, holdsOnlyNumbers } from './doubles';

/** "start+length" of each stretch. */
const text = (parts: number[], gap?: number, sliver?: number) =>
  stack(parts, gap, sliver)
    .map(({ start, length }) => `${start}+${length}`)
    .join(' ');

describe('stack', () => {
  const cases: [number[], string][] = [
    [[], ''],
    [[5], '0+100'],
    [[0], '0+0'],
    [[0, 0, 0], '0+0 0+0 0+0'],
    [[1, 1, 2], '0+24.7 25.3+24.7 50.6+49.4'],
    [[447, 935, 1268], '0+16.666 17.266+34.86 52.725+47.275'],
    [[0, 3, 1], '0+0 0+74.55 75.15+24.85'],
    [[1, 9999], '0+1.186 1.786+98.214'],
    [[-4, 1], '0+0 0+100'],
    [[NaN, Infinity, -Infinity, 1], '0+0 0+0 0+0 0+100'],
    [[1e308, 1e308], '0+49.7 50.3+49.7'],
  ];
  for (const [parts, expected] of cases)
    it(`lays ${JSON.stringify(parts).replace(/null/g, '?')} as ${expected || 'nothing'}`, () => {
      expect(text(parts)).to.equal(expected);
    });

  it('takes gap and sliver as told', () => {
    expect(text([1, 1], 0)).to.equal('0+50 50+50');
    expect(text([1, 999], 0, 0)).to.equal('0+0.1 0.1+99.9');
  });

  it('keeps room for 400 parts', () => {
    const stretches = stack(new Array<number>(400).fill(1));
    expect(stretches.every(({ length }) => length > 0)).to.equal(true);
    const { start, length } = stretches.at(-1)!;
    expect(start + length).to.be.closeTo(100, 0.01);
  });

  it('fills the bar, in order and without overlap, for any doubles', () => {
    fc.assert(
      fc.property(fc.array(double, { maxLength: 40 }), (parts) => {
        const stretches = stack(parts);
        expect(holdsOnlyNumbers(stretches)).to.equal(true);
        let end = 0;
        for (const { start, length } of stretches.filter((s) => s.length > 0)) {
          expect(start).to.be.at.least(end - 0.002);
          end = start + length;
        }
        const any = parts.some((p) => p > 0 && Number.isFinite(p));
        expect(end).to.be.closeTo(any ? 100 : 0, 0.01);
      }),
    );
  });
});

describe('lengths', () => {
  const cases: [(number | null)[], number | undefined, number[]][] = [
    [[], undefined, []],
    [[1, 2, 4], undefined, [25, 50, 100]],
    [[1, 2, 4], 8, [12.5, 25, 50]],
    [[1, 20], 10, [10, 100]],
    [[0, null, -3], undefined, [0, 0, 0]],
    [[0, 0], 0, [0, 0]],
    [[1, NaN, Infinity], undefined, [100, 0, 0]],
    [[1, Infinity], Infinity, [0, 0]],
    [[1, 2], NaN, [0, 0]],
    [[1 / 3, 1], undefined, [33.333, 100]],
    [[1e308, 5e307], undefined, [100, 50]],
  ];
  for (const [values, max, expected] of cases)
    it(`of ${values.map(String).join(', ') || 'nothing'} up to ${max ?? 'the longest'} are ${expected.join(', ') || 'none'}`, () => {
      expect(lengths(values, max)).to.deep.equal(expected);
    });

  it('are within 0 and 100 for any doubles', () => {
    fc.assert(
      fc.property(fc.array(fc.option(double)), fc.option(double, { nil: undefined }), (v, max) => {
        const found = lengths(v, max);
        expect(found).to.have.lengthOf(v.length);
        for (const length of found) expect(length).to.be.within(0, 100);
      }),
    );
  });
});
