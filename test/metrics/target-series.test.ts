import { expect } from '@open-wc/testing';
import { parseTargets } from '../../src/metrics';

const timeZone = 'Asia/Jakarta';

describe('a target that changes over time', () => {
  const series = parseTargets(
    [
      { from: '2026-07', target: '> 85%' },
      { from: '2026-01', target: '> 80%' },
    ],
    { lang: 'id', timeZone },
  );

  it('holds from its date until the next', () => {
    const at = (text: string): number | undefined => series.at(Date.parse(text))?.value;
    expect(at('2025-12-31T16:59:59Z')).to.equal(undefined);
    expect(at('2025-12-31T17:00:00Z')).to.equal(80);
    expect(at('2026-06-30T16:59:59Z')).to.equal(80);
    expect(at('2026-06-30T17:00:00Z')).to.equal(85);
  });

  it('a period has the target that it began with', () => {
    const values = ['2025-Q4', '2026-Q1', '2026-06', '2026-07', '2026'].map(
      (period) => series.during(period)?.value ?? null,
    );
    expect(values).to.deep.equal([null, 80, 80, 85, 80]);
  });

  it('refuses what cannot be read', () => {
    const read =
      (...steps: { from: string; target: string }[]) =>
      () =>
        parseTargets(steps, { timeZone });
    expect(read({ from: 'soon', target: '5' })).to.throw(
      RangeError,
      'invalid from of a target: "soon"',
    );
    expect(read({ from: '2026', target: '> ninety' })).to.throw(RangeError);
    expect(read({ from: '2026-01', target: '1' }, { from: '2026-01-01', target: '2' })).to.throw(
      RangeError,
      'two targets from',
    );
  });
});
