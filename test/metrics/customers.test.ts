import { expect } from '@open-wc/testing';
import { compute, customersDuring } from '../../src/metrics';

const customers = [
  { started_at: '2026-01-05', ended_at: '' },
  { started_at: '2026-02-01', ended_at: '2026-06-10' },
  { started_at: '2026-03-01', ended_at: '2026-05-31' },
  { started_at: '2026-06-02', ended_at: null },
  { started_at: '2026-06-03', ended_at: '2026-06-20' },
  { started_at: '2026-07-01' },
  { started_at: 'x' },
  { started_at: '2026-05-01', ended_at: '2026-04-01' },
];

describe('customersDuring', () => {
  const counts = customersDuring(customers, '2026-06', { timeZone: 'Asia/Jakarta' });

  it('counts who was there, came, stayed and left', () => {
    expect(counts).to.deep.include({
      customers_start: 2,
      customers_end: 2,
      customers_new: 1,
      customers_lost: 1,
    });
  });

  it('names records whose dates cannot be used', () => {
    expect(counts.invalid).to.equal(2);
    expect(counts.issues.map(({ row, field }) => [row, field])).to.deep.equal([
      [6, 'started_at'],
      [7, 'ended_at'],
    ]);
  });

  it('feeds retention and churn, which add up', () => {
    const components = { ...counts };
    expect(compute('retention', { components }).value).to.equal(50);
    expect(compute('churn', { components }).value).to.equal(50);
  });
});
