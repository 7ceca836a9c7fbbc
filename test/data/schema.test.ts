import { expect } from '@open-wc/testing';
import { DataError } from '../../src/data/data-error';
import { readBenchmark, readEvents, readKpiRows, readTargets } from '../../src/data/schema';

describe('readKpiRows', () => {
  it('keeps what the contract knows and drops the rest', () => {
    const rows = [
      { metric: 'csat', target: '> 90%', value: '85%', trend: [80, null, 85], script: 1 },
    ];
    expect(readKpiRows(rows)).to.deep.equal([
      { metric: 'csat', target: '> 90%', value: '85%', trend: [80, null, 85] },
    ]);
  });

  const bad: [unknown, string][] = [
    [[{ metric: 'a' }, { metric: 7 }], '1.metric: expected text, got 7'],
    [[{ target: '> 90%' }], '0.metric: expected text, got nothing'],
    [[{ metric: 'a', trend: ['1'] }], '0.trend.0: expected a number, got "1"'],
    [{ metric: 'a' }, 'data: expected a list, got {metric}'],
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

describe('the small contracts', () => {
  it('read events, a benchmark and target steps', () => {
    expect(readEvents([{ date: '2026-06-01', label: 'IVR' }])).to.have.length(1);
    expect(readBenchmark({ value: 45, name: 'Retail' })).to.deep.equal({
      value: 45,
      name: 'Retail',
    });
    expect(readTargets([{ from: '2026-01', target: '> 40' }])).to.have.length(1);
  });

  it('refuse a benchmark in words', () => {
    expect(() => readBenchmark({ value: 'high' })).to.throw(
      DataError,
      'value: expected a number, got "high"',
    );
  });
});
