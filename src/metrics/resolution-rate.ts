import type { Metric } from './metric';
import { shareFold, type ShareState } from './share';
import { judgeFlag } from './verdict';

/**
 * Resolution rate: resolved of handled, 0 to 100 %.
 *
 * Of all that came in the period and were handled, so that a ticket counts in
 * one period only; a flow of solved over new would pass 100. Option `base`
 * names another base ("answered", "all"): of records it is a yes-or-no field
 * that must hold, of components its count.
 *
 * Fields: `resolved`. Components: `resolved handled`.
 */
export const resolutionRate: Metric<ShareState> = /* @__PURE__ */ shareFold({
  id: 'resolution-rate',
  text: {
    en: {
      name: 'Resolution rate',
      short: 'Resolved',
      description: 'Share of handled cases that were resolved.',
    },
    id: {
      name: 'Tingkat penyelesaian',
      short: 'Selesai',
      description: 'Porsi kasus yang ditangani dan berhasil diselesaikan.',
    },
  },
  isNamedByMethod: true,
  fields: ['resolved'],
  components: ['resolved', 'handled', 'base'],
  componentKeys: ['handled'],
  groups: ['unresolved', 'resolved'],
  formula: ({ base = 'handled' }, lang) =>
    lang === 'id'
      ? `diselesaikan / ${base === 'handled' ? 'ditangani' : base} × 100`
      : `resolved / ${base} × 100`,
  rule: ({ base = 'handled' }) => ({ method: `of ${base}`, base }),
  judge: (record, [resolved]) => judgeFlag(record, resolved!, 0),
  count: (of, { base }) => [of('resolved'), of(base!)],
  disagree: (hits, base) => `${hits} of ${base} cases were resolved`,
});
