import { expect } from '@open-wc/testing';
import { DataError } from '../../src/data/data-error';
import { readKpiRows } from '../../src/data/kpi-row';

describe('readKpiRows', () => {
  it('keeps what the contract knows and drops the rest', () => {
    const rows = [
      { metric: 'csat', target: '> 90%', value: '85%', trend: [80, null, 85], script: 1 },
    ];
    expect(readKpiRows(rows).map((row) => ({ ...row }))).to.deep.equal([
      { metric: 'csat', target: '> 90%', value: '85%', trend: [80, null, 85] },
    ]);
  });

  const bad: [unknown[], string][] = [
    [[{ metric: 'a' }, { metric: 7 }], '1.metric: expected text, got 7'],
    [[{ target: '> 90%' }], '0.metric: expected text, got nothing'],
    [[{ metric: 'a', trend: ['1'] }], '0.trend.0: expected a number, got "1"'],
    [[7], '0.metric: expected text, got nothing'],
    [[null], '0.metric: expected text, got nothing'],
    [[{ metric: '' }], '0.metric: expected some text, got ""'],
    [[{ metric: 'a', trend: 7 }], '0.trend: expected a list, got 7'],
    [[{ metric: 'a', analysis: { _$litType$: 1 } }], '0.analysis: expected text, got {_$litType$}'],
    [
      [{ metric: 'a', value: Infinity }],
      '0.value: expected text or a number, got a number out of range',
    ],
  ];
  for (const [value, message] of bad) {
    it(`says ${message}`, () => {
      expect(() => readKpiRows(value))
        .to.throw(DataError, message)
        .with.property('code', 'contract');
    });
  }

  it('refuses a list that is too long before looking into it', () => {
    expect(() => readKpiRows(new Array(10_001).fill(0)))
      .to.throw(DataError, '10001 rows, at most 10000')
      .with.property('code', 'limit');
  });
});
