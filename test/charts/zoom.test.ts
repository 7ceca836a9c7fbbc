import { expect } from '@open-wc/testing';
import fc from 'fast-check';
import { fitSpan, panSpan, pinchSpan, zoomSpan } from '../../src/charts/zoom';

describe('zooming', () => {
  for (const [span, expected, why] of [
    [[20, 60], [20, 60], 'what lies inside stays'],
    [[-20, 20], [0, 40], 'what sticks out at the start is moved in'],
    [[90, 130], [60, 100], 'what sticks out at the end is moved in'],
    [[50, 51], [45.5, 55.5], 'what is too short is widened around its middle'],
    [[0, 100], null, 'all of it is no zoom'],
    [[-50, 150], null, 'more than all is no zoom'],
  ] as const) {
    it(`${why}: ${JSON.stringify(span)} of 0 to 100`, () => {
      expect(fitSpan(span, [0, 100], 10)).to.deep.equal(expected);
    });
  }

  it('by the pointer keeps the time under it', () => {
    const window = zoomSpan([0, 100], 0.5, 20);
    expect(window).to.deep.equal([10, 60]);
    expect((20 - window[0]) / (window[1] - window[0])).to.equal(0.2);
  });

  it('of a pan moves by a share of what is shown', () => {
    expect(panSpan([20, 60], 0.25)).to.deep.equal([30, 70]);
    expect(panSpan([20, 60], -0.25)).to.deep.equal([10, 50]);
  });

  it('by two fingers keeps each on its time', () => {
    const finger = fc.integer({ min: 0, max: 700 });
    fc.assert(
      fc.property(finger, finger, finger, finger, (timeA, timeB, a, b) => {
        fc.pre(timeB > timeA && b > a);
        const [from, to] = pinchSpan([timeA, timeB], [a, b], 50, 750);
        const xOf = (time: number) => 50 + ((time - from) / (to - from)) * 700;
        expect(xOf(timeA)).to.be.closeTo(a, 1e-6);
        expect(xOf(timeB)).to.be.closeTo(b, 1e-6);
      }),
    );
  });
});
