import { fieldOf, readField, readNumber, type Field } from './field';
import { meanInterval } from './interval';
import type { FoldState, Metric, MetricOptions } from './metric';
import { addMoment, deviation, newMoments } from './moments';
import { mostCounted } from './number';
import {
  baseResult,
  choice,
  componentCount,
  countPeople,
  mergeTallies,
  newTally,
  reject,
} from './tally';

const METHODS = ['margin-churn', 'simple', 'discounted', 'historic'] as const;
type Method = (typeof METHODS)[number];

export interface ClvState extends FoldState {
  method: Method;
  currency: string | undefined;
  customer: Field;
  amount: Field;
  /** Σ of amounts by customer, for the historic value. */
  totals: Map<string, number>;
  /** The value of the components; `null` where it is undefined, absent without components. */
  value?: number | null;
}

/** A share of 0 to 1; 5 where 0.05 is meant would pass for 500 %. */
function share(components: Readonly<Record<string, unknown>>, name: string): number {
  const value = componentCount(components, name);
  if (value > 1) throw new RangeError(`invalid ${name}: ${value}; allowed: 0 to 1`);
  return value;
}

function valueOf(components: Readonly<Record<string, unknown>>, method: Method): number | null {
  const of = (name: string) => componentCount(components, name);
  if (method === 'simple') return of('average_order_value') * of('orders_per_year') * of('years');
  if (method === 'historic') {
    const customers = of('customers');
    return customers > 0 ? of('revenue') / customers : null;
  }
  if (method === 'margin-churn') {
    const churn = share(components, 'churn');
    const margin = of('revenue_per_period') * share(components, 'gross_margin');
    return churn > 0 ? margin / churn : null;
  }
  const retention = share(components, 'retention');
  const gap = 1 + of('discount') - retention;
  return gap > 0 ? (of('margin_per_period') * retention) / gap : null;
}

const FORMULAS: Readonly<Record<Method, readonly [string, string]>> = {
  'margin-churn': [
    'revenue per period × gross margin / churn',
    'pendapatan per periode × margin kotor / churn',
  ],
  simple: ['order value × orders per year × years', 'nilai pesanan × pesanan per tahun × tahun'],
  discounted: [
    'margin × retention / (1 + discount − retention)',
    'margin × retensi / (1 + diskonto − retensi)',
  ],
  historic: ['revenue / customers', 'pendapatan / pelanggan'],
};

const methodOf = (options: MetricOptions): Method => choice('method', options, METHODS);

/**
 * Customer lifetime value, an amount of `currency`.
 *
 * - "margin-churn" (default): revenue per period × gross margin / churn, all of
 *   the same period. No churn gives no number, not infinity.
 *   Components `revenue_per_period gross_margin churn`.
 * - "simple": order value × orders a year × years. Components
 *   `average_order_value orders_per_year years`.
 * - "discounted": m · r / (1 + d − r) without the first period (Gupta & Lehmann
 *   2003, J. Interactive Marketing 17:9). Components `margin_per_period
 *   retention discount`.
 * - "historic": what customers have spent so far, on average; taken for orders as
 *   records, whatever the method. Fields `customer_id amount`; components
 *   `revenue customers`. Student's interval over customers.
 *
 * Shares are 0 to 1.
 */
export const clv: Metric<ClvState> = {
  id: 'clv',
  unit: 'currency',
  direction: 'up',
  // Refunds may outweigh what was spent.
  scale: [null, null],
  test: 'mean',
  text: {
    en: {
      name: 'Customer lifetime value',
      short: 'CLV',
      description: 'What one customer brings over the whole relation.',
    },
    id: {
      name: 'Nilai seumur hidup pelanggan',
      short: 'CLV',
      description: 'Nilai yang diberikan satu pelanggan selama menjadi pelanggan.',
    },
  },
  fields: ['customer_id', 'amount'],
  components: [
    'average_order_value',
    'orders_per_year',
    'years',
    'revenue_per_period',
    'gross_margin',
    'churn',
    'margin_per_period',
    'retention',
    'discount',
    'revenue',
    'customers',
  ],
  componentKeys: [],
  formula: (options, lang) => FORMULAS[methodOf(options)][lang === 'id' ? 1 : 0],
  start: (options) => ({
    tally: newTally(),
    method: methodOf(options),
    currency: options.currency,
    customer: fieldOf('customer_id', options),
    amount: fieldOf('amount', options, true),
    totals: new Map(),
  }),
  add(state, record, weight, row) {
    const customer = readField(record, state.customer);
    const amount = readNumber(record, state.amount);
    const name =
      typeof customer === 'number'
        ? String(customer)
        : typeof customer === 'string'
          ? customer.trim()
          : '';
    if (amount === undefined || Math.abs(amount ?? 0) > mostCounted)
      reject(state.tally, weight, row, 'amount', readField(record, state.amount));
    else if (amount === null) state.tally.unanswered += weight;
    else if (name === '') reject(state.tally, weight, row, 'customer_id', customer);
    else state.totals.set(name, (state.totals.get(name) ?? 0) + amount * weight);
  },
  addComponents(state, components) {
    if (state.value !== undefined)
      throw new RangeError('several values of clv cannot be merged; give orders instead');
    state.value = valueOf(components, state.method);
    if (state.value === Infinity) throw new RangeError('invalid components: a value without end');
    if (state.method === 'historic')
      countPeople(state.tally, componentCount(components, 'customers'));
  },
  merge(a, b) {
    if (a.value !== undefined && b.value !== undefined)
      throw new RangeError('several values of clv cannot be merged; give orders instead');
    const totals = new Map(a.totals);
    for (const [customer, total] of b.totals)
      totals.set(customer, (totals.get(customer) ?? 0) + total);
    return {
      ...a,
      tally: mergeTallies(a.tally, b.tally),
      totals,
      value: a.value !== undefined ? a.value : b.value,
    };
  },
  finish(state) {
    const { totals } = state;
    const historic = totals.size > 0;
    const result = baseResult(clv, state, historic ? 'historic' : state.method);
    if (state.currency !== undefined) result.currency = state.currency;
    if (!historic) {
      result.value = state.value ?? null;
      return result;
    }
    const moments = newMoments();
    for (const total of totals.values()) addMoment(moments, total, 1);
    const { mean } = moments;
    const sd = deviation(moments, totals.size);
    Object.assign(result, {
      n: totals.size,
      nEffective: totals.size,
      value: mean,
      mean,
      numerator: mean * totals.size,
      denominator: totals.size,
    });
    if (sd !== undefined)
      Object.assign(result, {
        sd,
        interval: meanInterval(mean, sd, totals.size, mean < 0 ? -Infinity : 0),
      });
    return result;
  },
};
