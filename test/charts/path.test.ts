import { expect } from '@open-wc/testing';
import { area, line } from 'd3-shape';
import fc from 'fast-check';
import { bandPath, linePath, type Place } from '../../src/charts/path';

const number = fc.integer({ min: -1000, max: 1000 });
const gap = fc.constant(null);

describe('paths', () => {
  it('begin anew after a gap', () => {
    expect(linePath([[0, 1], [2, 3], null, [4, 5], [6, 7]])).to.equal('M0,1L2,3M4,5L6,7');
  });

  it('close a lone place on itself', () => {
    expect(linePath([null, [4, 5], null])).to.equal('M4,5Z');
  });

  it('are empty without places', () => {
    expect(linePath([])).to.equal('');
    expect(linePath([null])).to.equal('');
    expect(bandPath([])).to.equal('');
  });

  it('draw lines as d3-shape does', () => {
    fc.assert(
      fc.property(fc.array(fc.oneof(gap, fc.tuple(number, number))), (places: Place[]) => {
        const d3 = line<Place>()
          .defined((p) => p !== null)
          .x((p) => p![0])
          .y((p) => p![1]);
        expect(linePath(places)).to.equal(d3(places) ?? '');
      }),
    );
  });

  it('draw bands as d3-shape does', () => {
    type Band = readonly [number, number, number] | null;
    fc.assert(
      fc.property(fc.array(fc.oneof(gap, fc.tuple(number, number, number))), (bands: Band[]) => {
        const d3 = area<Band>()
          .defined((b) => b !== null)
          .x((b) => b![0])
          .y0((b) => b![1])
          .y1((b) => b![2]);
        expect(bandPath(bands)).to.equal(d3(bands) ?? '');
      }),
    );
  });
});
