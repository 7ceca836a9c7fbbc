import type { Metric } from './metric';
import { shareFold, type ShareState } from './share';
import { HIT, judgeFlag, MISS, UNANSWERED } from './verdict';

/**
 * Retention: customers at the start who are still there at the end, 0 to 100 %.
 *
 * (E − N) / S: those at the end less the new ones, of those at the start
 * (Reichheld & Sasser 1990, "Zero Defections", HBR 68(5)). No customers at the
 * start give no rate; more stayed than there were is a data error.
 *
 * Fields: `retained`, yes or no per customer, else `churned`. Components:
 * `customers_start customers_end customers_new`.
 */
export const retention: Metric<ShareState> = /* @__PURE__ */ shareFold({
  id: 'retention',
  text: {
    en: {
      name: 'Customer retention',
      short: 'Retention',
      description:
        'Share of the customers at the start who are still there at the end of the period.',
    },
    id: {
      name: 'Retensi pelanggan',
      short: 'Retensi',
      description: 'Porsi pelanggan di awal periode yang masih bertahan di akhir periode.',
    },
  },
  fields: ['retained', 'churned'],
  components: ['customers_start', 'customers_end', 'customers_new'],
  componentKeys: ['customers_start', 'customers_end', 'customers_new'],
  groups: ['lost', 'stayed'],
  formula: (_options, lang) =>
    lang === 'id' ? '(akhir − baru) / awal × 100' : '(end − new) / start × 100',
  rule: () => ({ method: '(end − new) / start' }),
  judge(record, [retained, churned]) {
    const stayed = judgeFlag(record, retained!, 0);
    if (stayed !== UNANSWERED) return stayed;
    const left = judgeFlag(record, churned!, 1);
    return left === HIT ? MISS : left === MISS ? HIT : left;
  },
  count(of) {
    const [start, end, fresh] = [of('customers_start'), of('customers_end'), of('customers_new')];
    if (fresh > end)
      throw new RangeError(`components disagree: ${fresh} new of ${end} customers at the end`);
    return [end - fresh, start];
  },
  disagree: (hits, base) => `${hits} of ${base} customers stayed`,
});
