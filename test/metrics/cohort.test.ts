import { expect } from '@open-wc/testing';
import * as fc from 'fast-check';
import { cohorts } from '../../src/metrics/cohort';
import { describeShared, sharedJson, sharedText } from '../support/shared';

const timeZone = 'Asia/Jakarta';
const order = (customer_id: unknown, created_at: unknown, amount?: unknown): object => ({
  customer_id,
  created_at,
  ...(amount !== undefined && { amount }),
});

const orders = [
  order('ani', '2026-01-05', 100),
  order('ani', '2026-03-01', 50),
  order('budi', '2026-01-31', 30),
  order('budi', '2026-01-31', 20),
  order('citra', '2026-02-10', 10),
  order('citra', '2026-03-10', 10),
  order(7, '2026-03-31T18:00:00Z', '5.5'), // April in Jakarta
];

describe('cohorts', () => {
  it('group customers by first order and count who orders again', () => {
    const table = cohorts(orders, { timeZone });
    expect(table.cohorts).to.deep.equal([
      { period: '2026-01', customers: 2, active: [2, 0, 1, 0], revenue: [150, 0, 50, 0] },
      { period: '2026-02', customers: 1, active: [1, 1, 0], revenue: [10, 10, 0] },
      { period: '2026-04', customers: 1, active: [1], revenue: [5.5] },
    ]);
    expect(table.pooled).to.deep.equal([
      { active: 4, customers: 4 },
      { active: 1, customers: 3 },
      { active: 1, customers: 3 },
      { active: 0, customers: 2 },
    ]);
  });

  it('two orders of one day are one visit', () => {
    const { customers, orders: count, repeatCustomers, repeatRate } = cohorts(orders, { timeZone });
    expect([customers, count, repeatCustomers, repeatRate]).to.deep.equal([4, 7, 2, 50]);
  });

  it('the day is that of the zone', () => {
    const night = [order('a', '2026-01-01T16:00:00Z'), order('a', '2026-01-01T18:00:00Z')];
    expect(cohorts(night, { timeZone }).repeatCustomers).to.equal(1);
    expect(cohorts(night, { timeZone: 'UTC' }).repeatCustomers).to.equal(0);
  });

  it('revenue is per customer and per order that has an amount', () => {
    const table = cohorts([...orders, order('ani', '2026-03-02')], { timeZone });
    expect(table.revenue).to.equal(225.5);
    expect(table.revenuePerCustomer).to.equal(225.5 / 4);
    expect(table.averageOrderValue).to.equal(225.5 / 7);
  });

  it('without amounts there is no revenue, which is not 0', () => {
    const table = cohorts([order('a', '2026-01-01')], { timeZone });
    expect([table.revenue, table.revenuePerCustomer, table.averageOrderValue]).to.deep.equal([
      null,
      null,
      null,
    ]);
  });

  it('of no records are none, and no rate', () => {
    const table = cohorts([], { timeZone });
    expect(table.cohorts).to.deep.equal([]);
    expect(table.pooled).to.deep.equal([]);
    expect([table.customers, table.repeatRate, table.repeatInterval]).to.deep.equal([
      0,
      null,
      null,
    ]);
  });

  it('weeks, quarters and years run without a hole from the first order to the last', () => {
    const list = [order('a', '2025-12-29'), order('a', '2026-01-12'), order('b', '2026-07-01')];
    expect(
      cohorts(list, { timeZone, interval: 'week' }).cohorts[0]!.active.slice(0, 3),
    ).to.deep.equal([1, 0, 1]);
    expect(cohorts(list, { timeZone, interval: 'quarter' }).cohorts[0]!.active).to.deep.equal([
      1, 1, 0, 0,
    ]);
    expect(cohorts(list, { timeZone, interval: 'year' }).cohorts[0]!.active).to.deep.equal([1, 1]);
  });

  it('counts and names what cannot be read, and leaves out what is blank', () => {
    const bad = [
      order('a', '2026-01-01', 1),
      order('a', '01/02/2026', 1),
      order({}, '2026-01-01', 1),
      order('a', '2026-01-01', 'ten'),
      order('', '2026-01-01', 1),
      order('a', null, 1),
      null,
      'text',
    ];
    const table = cohorts(bad, { timeZone });
    expect([table.orders, table.invalid, table.unanswered]).to.deep.equal([1, 3, 4]);
    expect(table.issues).to.deep.equal([
      { row: 1, field: 'created_at', value: '"01/02/2026"' },
      { row: 2, field: 'customer_id', value: '{…}' },
      { row: 3, field: 'amount', value: '"ten"' },
    ]);
  });

  it('a customer called __proto__ is a customer like any other', () => {
    const table = cohorts([order('__proto__', '2026-01-01'), order('constructor', '2026-01-02')], {
      timeZone,
    });
    expect(table.customers).to.equal(2);
    expect(({} as Record<string, unknown>)['firstDay']).to.equal(undefined);
  });

  it('the order of records does not matter, and no record makes it throw', () => {
    const day = fc
      .integer({ min: 0, max: 400 })
      .map((n) => new Date(Date.UTC(2026, 0, 1 + n)).toISOString().slice(0, 10));
    const list = fc.array(
      fc.record({
        customer_id: fc.integer({ min: 1, max: 5 }),
        created_at: day,
        amount: fc.integer(),
      }),
    );
    fc.assert(
      fc.property(list, (records) => {
        const table = cohorts(records, { timeZone });
        expect(cohorts([...records].reverse(), { timeZone })).to.deep.equal(table);
        const sum = table.cohorts.reduce((total, { customers }) => total + customers, 0);
        expect(sum).to.equal(table.customers);
        for (const { active, customers } of table.cohorts) {
          expect(active[0]).to.equal(customers);
          expect(Math.max(...active)).to.equal(customers);
        }
      }),
    );
    fc.assert(
      fc.property(fc.array(fc.anything()), (records) => void cohorts(records, { timeZone })),
    );
  });

  it('refuses hours, and a calendar of more than a thousand periods', () => {
    for (const interval of ['hour', 'fortnight'] as unknown as 'day'[]) {
      expect(() => cohorts([], { timeZone, interval })).to.throw(
        RangeError,
        `invalid interval: "${interval}"; allowed: day, week, month, quarter, year`,
      );
    }
    expect(() => cohorts([order('a', 8.64e15), order('b', '2026-01-01')], { timeZone })).to.throw(
      RangeError,
      'too many periods from 2026-01 to +275760-09: choose a longer interval',
    );
    expect(() =>
      cohorts([order('a', '0001-01-01'), order('b', '2026-01-01')], { timeZone }),
    ).to.throw(RangeError, 'too many periods from 0001-01 to 2026-01: choose a longer interval');
  });
});

describeShared('cohorts of the CDNOW sample in ../shared/data', () => {
  it('have the figures computed by other code', async () => {
    const figures =
      await sharedJson<
        Record<string, { value: number; k?: number; wilson95_pct?: [number, number] }>
      >('data/figures.json');
    const figure = (key: string): number => figures[`cdnow_sample.${key}`]!.value;
    const text = await sharedText('data/cdnow_sample.txt');
    const records = text
      .split(/\r?\n/)
      .map((line) => line.trim().split(/\s+/))
      .filter((cells) => cells.length === 5)
      .map(([, customer, date, , dollars]) => ({
        customer,
        date: date!.replace(/^(\d{4})(\d\d)(\d\d)$/, '$1-$2-$3'),
        dollars,
      }));
    expect(records.length).to.equal(6919);
    const fields = { customer_id: 'customer', created_at: 'date', amount: 'dollars' };
    const table = cohorts(records, { fields, timeZone });
    expect(table.invalid).to.equal(0);
    expect(table.customers).to.equal(figure('customers'));
    expect(table.revenue).to.be.closeTo(figure('revenue'), 1e-6);
    expect(table.revenuePerCustomer).to.be.closeTo(figure('revenue_per_customer'), 1e-9);
    expect(table.averageOrderValue).to.be.closeTo(figure('aov'), 1e-9);
    expect(table.repeatCustomers).to.equal(figures['cdnow_sample.repeat']!.k);
    expect(table.repeatRate).to.be.closeTo(figure('repeat'), 1e-9);
    figures['cdnow_sample.repeat']!.wilson95_pct!.forEach((limit, i) =>
      expect(table.repeatInterval![i]).to.be.closeTo(limit, 1e-9),
    );
    const january = table.cohorts.find(({ period }) => period === '1997-01')!;
    expect((january.active[1]! / january.customers) * 100).to.be.closeTo(
      figure('cohort_1997-01_m1'),
      1e-9,
    );
  });
});
