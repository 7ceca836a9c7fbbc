import type { Metric } from './metric';
import { shareFold, type ShareState } from './share';
import { judgeFlag } from './verdict';

/**
 * Churn: customers lost of those at the start of the period, 0 to 100 %.
 *
 * With `annualise` a monthly rate m becomes the yearly 1 − (1 − m)¹², not 12 m,
 * since each month takes its share of those who are left. No customers at the
 * start give no rate.
 *
 * Fields: `churned`, yes or no per customer. Components: `customers_start
 * customers_lost`.
 */
export const churn: Metric<ShareState> = /* @__PURE__ */ shareFold({
  id: 'churn',
  direction: 'down',
  text: {
    en: {
      name: 'Customer churn',
      short: 'Churn',
      description: 'Share of the customers at the start who left within the period.',
    },
    id: {
      name: 'Tingkat churn pelanggan',
      short: 'Churn',
      description: 'Porsi pelanggan di awal periode yang berhenti selama periode itu.',
    },
  },
  fields: ['churned'],
  components: ['customers_start', 'customers_lost'],
  componentKeys: ['customers_start', 'customers_lost'],
  groups: ['stayed', 'lost'],
  formula({ annualise }, lang) {
    if (annualise)
      return lang === 'id'
        ? '(1 − (1 − hilang / awal)^12) × 100'
        : '(1 − (1 − lost / start)^12) × 100';
    return lang === 'id' ? 'hilang / awal × 100' : 'lost / start × 100';
  },
  rule: ({ annualise }) => ({
    method: annualise ? 'yearly from monthly' : 'of customers at the start',
    yearly: annualise === true,
  }),
  judge: (record, [churned]) => judgeFlag(record, churned!, 0),
  count: (of) => [of('customers_lost'), of('customers_start')],
  disagree: (hits, base) => `${hits} of ${base} customers left`,
});
