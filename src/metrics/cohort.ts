/** What becomes of customers: who comes back, when, and for how much, from their orders. */
import { fieldOf, readField } from './field';
import { wilsonPercent, type Interval95 } from './interval';
import type { Issue, MetricOptions } from './metric';
import { mostCounted, parseNumber, show } from './number';
import { bucketer, comparePeriods, INTERVALS, periodsBetween, type Interval } from './time';
import { viewerZone } from './viewer-zone';

/** Most periods of a table; beyond it the interval is too short, or a date is wrong. */
const MOST_PERIODS = 1000;

/** How many invalid records are kept by name; the rest are only counted. */
const ISSUES_KEPT = 10;

export interface CohortOptions extends Pick<MetricOptions, 'fields' | 'noAnswer' | 'timeZone'> {
  /** The calendar period of first orders and of activity; any but the hour. Default "month". */
  interval?: Interval;
}

/** The customers whose first order fell in one period. */
export interface Cohort {
  /** "1997-01". */
  period: string;
  /** How many they are. */
  customers: number;
  /** How many of them ordered in the period itself, the one after … up to the last period there are orders of. */
  active: number[];
  /** What they spent in each of these periods. */
  revenue: number[];
}

export interface CohortTable {
  /** "by first order". */
  method: string;
  interval: Interval;
  /** In order of time; periods in which nobody came first are left out. */
  cohorts: Cohort[];
  /**
   * By periods after the first: of all customers who could be seen that long, how many ordered.
   * The rate is `active / customers`; averaging the cohorts' rates would count small ones too much.
   */
  pooled: { active: number; customers: number }[];
  /** Distinct customers. */
  customers: number;
  /** Orders with a customer and a date. */
  orders: number;
  /** Customers with orders on two days or more. */
  repeatCustomers: number;
  /** % of customers with orders on two days or more; two orders of one day are one visit. */
  repeatRate: number | null;
  /** 95 % interval of the repeat rate (Wilson). */
  repeatInterval: Interval95 | null;
  /** Σ of amounts; `null` where no order has one. */
  revenue: number | null;
  /** Revenue per customer so far, the historic customer value. */
  revenuePerCustomer: number | null;
  /** Revenue per order that has an amount. */
  averageOrderValue: number | null;
  /** Records whose customer, date or amount cannot be read. */
  invalid: number;
  /** Records without a customer or a date. */
  unanswered: number;
  /** The first ten invalid records, by row and field. */
  issues: Issue[];
}

interface Customer {
  firstDay: string;
  isRepeat: boolean;
  /** Amounts by period. */
  spent: Map<string, number>;
}

function nameOf(value: unknown): string | null | undefined {
  if (typeof value === 'number' && Number.isFinite(value)) return String(value);
  return value === null ? null : typeof value === 'string' ? value.trim() || null : undefined;
}

/** Customers' orders by period, gathered in one pass. */
interface Orders {
  customers: Map<string, Customer>;
  orders: number;
  revenue: number;
  priced: number;
  invalid: number;
  unanswered: number;
  issues: Issue[];
}

function gather(records: Iterable<unknown>, options: CohortOptions, interval: Interval): Orders {
  const { timeZone = viewerZone() } = options;
  const customerField = fieldOf('customer_id', options);
  const timeField = fieldOf('created_at', options);
  const amountField = fieldOf('amount', options, true);
  const dayOf = bucketer('day', timeZone);
  const periodOf = bucketer(interval, timeZone);
  const found: Orders = {
    customers: new Map(),
    orders: 0,
    revenue: 0,
    priced: 0,
    invalid: 0,
    unanswered: 0,
    issues: [],
  };
  let row = -1;
  const reject = (field: string, value: unknown): void => {
    found.invalid++;
    if (found.issues.length < ISSUES_KEPT) found.issues.push({ row, field, value: show(value) });
  };
  for (const record of records) {
    row++;
    const id = readField(record, customerField);
    const time = readField(record, timeField);
    const written = readField(record, amountField);
    const name = nameOf(id);
    const amount = parseNumber(written);
    if (name === null || time === null || time === '') {
      found.unanswered++;
      continue;
    }
    const day = dayOf(time);
    const period = periodOf(time);
    if (name === undefined) reject('customer_id', id);
    else if (day === null || period === null) reject('created_at', time);
    else if (amount === undefined || Math.abs(amount ?? 0) > mostCounted) reject('amount', written);
    else {
      found.orders++;
      if (amount !== null) {
        found.revenue += amount;
        found.priced++;
      }
      const customer = found.customers.get(name);
      if (!customer) {
        found.customers.set(name, {
          firstDay: day,
          isRepeat: false,
          spent: new Map([[period, amount ?? 0]]),
        });
      } else {
        if (customer.firstDay !== day) customer.isRepeat = true;
        customer.spent.set(period, (customer.spent.get(period) ?? 0) + (amount ?? 0));
      }
    }
  }
  return found;
}

/** Every period from the first order to the last. */
function calendarOf(customers: Map<string, Customer>, timeZone: string | undefined): string[] {
  const seen = new Set([...customers.values()].flatMap(({ spent }) => [...spent.keys()]));
  // By time and not by name: years of five digits are written with a sign.
  const sorted = [...seen].sort(comparePeriods);
  const [first, last] = [sorted[0], sorted.at(-1)];
  if (first === undefined || last === undefined) return [];
  const calendar = periodsBetween(first, last, timeZone, MOST_PERIODS + 1);
  if (calendar.length > MOST_PERIODS)
    throw new RangeError(`too many periods from ${first} to ${last}: choose a longer interval`);
  return calendar;
}

/**
 * Cohorts by first order: customers grouped by the period of their first order, and how many of
 * each group ordered again in the periods after (Fader & Hardie's reading of the CDNOW data).
 *
 * A record is an order: `customer_id`, `created_at`, and `amount` where there is one; map them with
 * `fields`. The order of records does not matter.
 *
 * Throws `RangeError` for a zone or interval that cannot be used, and for more than 1000 periods.
 */
export function cohorts(records: Iterable<unknown>, options: CohortOptions = {}): CohortTable {
  const { interval = 'month' } = options;
  const allowed = INTERVALS.slice(1);
  if (!allowed.includes(interval))
    throw new RangeError(`invalid interval: ${show(interval)}; allowed: ${allowed.join(', ')}`);
  const { customers, orders, revenue, priced, invalid, unanswered, issues } = gather(
    records,
    options,
    interval,
  );
  const calendar = calendarOf(customers, options.timeZone);
  const indexOf = new Map(calendar.map((period, i) => [period, i]));

  const byFirst = new Map<number, Cohort>();
  let repeatCustomers = 0;
  for (const { isRepeat, spent } of customers.values()) {
    if (isRepeat) repeatCustomers++;
    const seen = [...spent].map(([period, amount]) => [indexOf.get(period)!, amount] as const);
    const first = seen.reduce((least, [index]) => Math.min(least, index), Infinity);
    let cohort = byFirst.get(first);
    if (!cohort) {
      const length = calendar.length - first;
      const zeros = (): number[] => new Array<number>(length).fill(0);
      byFirst.set(
        first,
        (cohort = { period: calendar[first]!, customers: 0, active: zeros(), revenue: zeros() }),
      );
    }
    cohort.customers++;
    for (const [index, amount] of seen) {
      cohort.active[index - first]!++;
      cohort.revenue[index - first]! += amount;
    }
  }

  const ordered = [...byFirst].sort((a, b) => a[0] - b[0]).map(([, cohort]) => cohort);
  const pooled: CohortTable['pooled'] = [];
  for (const cohort of ordered) {
    cohort.active.forEach((active, age) => {
      const pool = (pooled[age] ??= { active: 0, customers: 0 });
      pool.active += active;
      pool.customers += cohort.customers;
    });
  }
  const count = customers.size;
  return {
    method: 'by first order',
    interval,
    cohorts: ordered,
    pooled,
    customers: count,
    orders,
    repeatCustomers,
    repeatRate: count ? (repeatCustomers / count) * 100 : null,
    repeatInterval: wilsonPercent(repeatCustomers / count, count),
    revenue: priced ? revenue : null,
    revenuePerCustomer: priced ? revenue / count : null,
    averageOrderValue: priced ? revenue / priced : null,
    invalid,
    unanswered,
    issues,
  };
}
