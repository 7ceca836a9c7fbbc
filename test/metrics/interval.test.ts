import { expect } from '@open-wc/testing';
import { adjustedWald, meanInterval, wilson } from '../../src/metrics/interval';

describe("Wilson's interval", () => {
  // Newcombe 1998, Statistics in Medicine 17:857, table I, method 3.
  const published: [number, number, number, number][] = [
    [81, 263, 0.2553, 0.3662],
    [15, 148, 0.0624, 0.1605],
    [0, 20, 0, 0.1611],
    [1, 29, 0.0061, 0.1718],
  ];
  for (const [k, n, low, high] of published) {
    it(`${k} of ${n} is ${low} to ${high}, as Newcombe 1998 prints it`, () => {
      const interval = wilson(k / n, n)!;
      expect(interval[0]).to.be.closeTo(low, 5e-5);
      expect(interval[1]).to.be.closeTo(high, 5e-5);
    });
  }
  it('keeps an open end at none and at all', () => {
    expect(wilson(0, 4)![0]).to.equal(0);
    expect(wilson(0, 4)![1]).to.be.closeTo(0.4898908364545973, 1e-12); // SciPy 1.17.1, binomtest
    expect(wilson(1, 4)![1]).to.equal(1);
  });
  it('begins at 0 where none is, for any number of answers', () => {
    // The formula is a rounding below 0 for 21, 37, 39 … of them.
    for (let n = 1; n <= 2000; n++) expect(Object.is(wilson(0, n)![0], 0), `${n}`).to.equal(true);
  });
  it('of nobody is null', () => {
    expect(wilson(NaN, 0)).to.equal(null);
  });
});

describe('the adjusted Wald interval of a net score', () => {
  // The rule of MeasuringU, "Confidence intervals for Net Promoter Scores" (n + 3, promoters + 3/4,
  // detractors + 3/4), computed in Python apart from this code.
  const table: [[number, number, number], number, number][] = [
    [[120, 50, 30], 34.13541917902663, 54.53453155988963],
    [[8, 9, 22], -57.506642885033266, -9.160023781633386],
    [[15, 12, 9], -9.529601403293986, 40.298832172524754],
    [[1268, 935, 447], 28.120901600474145, 33.771295911776136],
  ];
  for (const [[p, passive, d], low, high] of table) {
    it(`${p} promoters, ${passive} passives, ${d} detractors: ${low} to ${high}`, () => {
      const n = p + passive + d;
      const interval = adjustedWald(p / n, d / n, n)!;
      expect(interval[0]).to.be.closeTo(low, 1e-10);
      expect(interval[1]).to.be.closeTo(high, 1e-10);
    });
  }
  it('does not collapse where everybody agrees, and stays on the scale', () => {
    const [low, high] = adjustedWald(1, 0, 5)!;
    expect(low).to.be.closeTo(17.49145303416897, 1e-10);
    expect(high).to.equal(100);
  });
  it('of nobody is null', () => {
    expect(adjustedWald(0, 0, 0)).to.equal(null);
  });
});

describe("Student's interval of a mean", () => {
  it('of 352, 361, 340, 390, 372, 358 is 344.08 to 380.25', () => {
    // SciPy 1.17.1: ttest_1samp(…, 0).confidence_interval()
    const interval = meanInterval(362.1666666666667, 17.232720814388735, 6)!;
    expect(interval[0]).to.be.closeTo(344.0820352716698, 1e-9);
    expect(interval[1]).to.be.closeTo(380.2512980616636, 1e-9);
  });
  it('of one answer is null, since one has no spread', () => {
    expect(meanInterval(5, 0, 1)).to.equal(null);
  });
  it('stays on its scale and holds the mean', () => {
    expect(meanInterval(4.9, 1, 3, 1, 5)![1]).to.equal(5);
  });
});
