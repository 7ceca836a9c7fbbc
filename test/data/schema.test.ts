import { expect } from '@open-wc/testing';
import { DataError } from '../../src/data/data-error';
import { readBenchmark, readEvents, readTargets } from '../../src/data/schema';

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

  it('refuse what is no list, and one that is too long before looking into it', () => {
    expect(() => readEvents({ date: '2026-06-01' })).to.throw(
      DataError,
      'data: expected a list, got {date}',
    );
    expect(() => readEvents(new Array(10_001).fill(0)))
      .to.throw(DataError, '10001 rows, at most 10000')
      .with.property('code', 'limit');
  });

  it('name the place of what is wrong', () => {
    expect(() =>
      readEvents([
        { date: 1, label: 'a' },
        { date: 1, label: 7 },
      ]),
    ).to.throw(DataError, '1.label: expected text, got 7');
    expect(() => readTargets([{ from: '2026-01', target: null }])).to.throw(
      DataError,
      '0.target: expected text or a number, got nothing',
    );
  });
});
