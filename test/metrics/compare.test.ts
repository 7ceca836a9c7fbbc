import { expect } from '@open-wc/testing';
import { compare, compute } from '../../src/metrics';

const people = (satisfied: number, n: number): { components: Record<string, number> } => ({
  components: { satisfied, n },
});

describe('compare', () => {
  // Newcombe 1998, Statistics in Medicine 17:873, table II, method 10: p1 − p2 of the first less the second.
  const published: [number, number, number, number, number, number][] = [
    [56, 70, 48, 80, 0.0524, 0.3339],
    [9, 10, 3, 10, 0.1705, 0.809],
    [6, 7, 2, 7, 0.0582, 0.8062],
    [5, 56, 0, 29, -0.0381, 0.1926],
    [0, 10, 0, 20, -0.1611, 0.2775],
    [0, 10, 0, 10, -0.2775, 0.2775],
    [10, 10, 0, 20, 0.6791, 1],
    [10, 10, 0, 10, 0.6075, 1],
  ];
  for (const [a, m, b, n, low, high] of published) {
    it(`${a}/${m} after ${b}/${n}: ${low} to ${high}, as Newcombe 1998 prints it`, () => {
      const { interval } = compare('csat', people(b, n), people(a, m));
      expect(interval![0] / 100).to.be.closeTo(low, 5.1e-5);
      expect(interval![1] / 100).to.be.closeTo(high, 5.1e-5);
    });
  }

  it('shares are tested by the z of their pooled share, whatever their sizes', () => {
    // 250 of 300 pooled; p by erfc(z / √2), in Python apart from this code.
    const { z, p, standardError } = compare('csat', people(160, 200), people(90, 100));
    expect(standardError).to.be.closeTo(4.564354645876384, 1e-12);
    expect(z).to.be.closeTo(2.1908902300206643, 1e-12);
    expect(p).to.be.closeTo(0.028459736916310593, 1e-12);
  });

  it('means are tested by Welch, as SciPy does', () => {
    const seconds = (list: number[]): { records: object[] } => ({
      records: list.map((handle_seconds) => ({ handle_seconds })),
    });
    const result = compare(
      'aht',
      seconds([352, 361, 340, 390, 372, 358]),
      seconds([331, 350, 329, 345, 362, 318]),
    );
    // SciPy 1.17.1: ttest_ind(after, before, equal_var=False)
    expect(result.p).to.be.closeTo(0.03799820457504791, 1e-12);
    expect(result.interval![0]).to.be.closeTo(-44.44632724262381, 1e-9);
    expect(result.interval![1]).to.be.closeTo(-1.5536727573761944, 1e-9);
    expect(result.significant).to.equal(true);
  });

  it('takes results and what they are computed from alike', () => {
    const before = compute('csat', people(160, 200));
    expect(compare('csat', before, people(170, 200))).to.deep.equal(
      compare('csat', people(160, 200), people(170, 200)),
    );
  });

  it('the change of a share is in points, the relative one of the base', () => {
    const { delta, relative, unit } = compare('csat', people(25, 100), people(50, 100));
    expect([delta, relative, unit]).to.deep.equal([25, 100, 'percent']);
  });

  it('a relative change from 0 is null', () => {
    expect(compare('csat', people(0, 100), people(50, 100)).relative).to.equal(null);
  });

  it('a change from below zero is relative to its size', () => {
    const groups = (promoters: number, detractors: number): object => ({
      components: { promoters, passives: 0, detractors },
    });
    expect(compare('nps', groups(45, 55), groups(50, 50)).relative).to.equal(100);
  });

  it('nothing before is no comparison', () => {
    const result = compare('csat', people(0, 0), people(5, 10));
    expect([
      result.delta,
      result.relative,
      result.p,
      result.interval,
      result.significant,
    ]).to.deep.equal(Array(5).fill(null));
  });

  it('ready values without a size change, but prove nothing', () => {
    const result = compare('nps', { value: 40 }, { value: 46 });
    expect([result.delta, result.p, result.significant]).to.deep.equal([6, null, null]);
  });

  it('medians are not tested', () => {
    const seconds = (list: number[]): object => ({
      records: list.map((value) => ({ first_response_seconds: value })),
    });
    const result = compare('frt', seconds([10, 20, 30]), seconds([5, 6, 7]));
    expect([result.delta, result.p]).to.deep.equal([-14, null]);
    expect(
      compare('frt', seconds([10, 20, 30]), seconds([5, 6, 7]), { method: 'mean' }).t,
    ).to.be.lessThan(0);
  });

  it('a rate made yearly is no share of its n any more', () => {
    const lost = (customers_lost: number): object => ({
      components: { customers_start: 500, customers_lost },
    });
    expect(compare('churn', lost(10), lost(20)).p).to.be.within(0, 1);
    expect(compare('churn', lost(10), lost(20), { annualise: true }).p).to.equal(null);
  });

  it('everybody agreeing twice is no change at all', () => {
    const all = { components: { promoters: 5, passives: 0, detractors: 0 } };
    const { delta, p, significant, standardError } = compare('nps', all, all);
    expect([delta, p, significant, standardError]).to.deep.equal([0, 1, false, 0]);
  });

  it('two variants cannot be compared', () => {
    const counts = { counts: [1, 2, 3, 4, 5] };
    expect(() =>
      compare('csat', compute('csat', counts), compute('csat', counts, { method: 'mean' })),
    ).to.throw(RangeError, 'cannot compare csat in percent with csat in score');
    expect(() =>
      compare('csat', compute('nps', { value: 5 }), compute('nps', { value: 5 })),
    ).to.throw(RangeError);
    expect(() =>
      compare(
        'csat',
        compute('csat', counts),
        compute('csat', { counts: [1, 2, 3, 4, 5, 6, 7] }, { scale: '1-7' }),
      ),
    ).to.throw(RangeError, 'cannot compare csat by "top-two-box, 1-5" with "top-two-box, 1-7"');
    expect(() =>
      compare('csat', compute('nps', { value: 5 }), compute('csat', { value: 5 })),
    ).to.throw(RangeError);
  });

  it('a ready value, whose variant nobody knows, and a sketch are compared with their like', () => {
    const counts = { counts: [1, 2, 3, 4, 5] };
    expect(compare('csat', { value: 50 }, counts).delta).to.be.closeTo(10, 1e-9);
    const exact = compute('frt', { records: [{ first_response_seconds: 60 }] });
    const sketch = { ...exact, value: 80, method: `${exact.method}, sketch ± 0.5 %` };
    expect(compare('frt', exact, sketch).delta).to.equal(20);
  });
});
