import type { Metric } from './metric';
import { netFold, type NetState } from './net-score';
import { parseNumber } from './number';

/** NPS without the words that explain it: they come with the formula. */
export const npsBrief: Metric<NetState<null>> = /* @__PURE__ */ netFold({
  id: 'nps',
  text: {
    en: {
      name: 'Net Promoter Score',
      short: 'NPS',
      description: '',
    },
    id: {
      name: 'Net Promoter Score',
      short: 'NPS',
      description: '',
    },
  },
  fields: ['score'],
  groups: ['detractors', 'passives', 'promoters'],
  named: true,
  formula: () => '',
  rule: () => null,
  method: () => 'promoters ≥ 9, detractors < 7',
  grade(value) {
    const score = parseNumber(value);
    if (score === null || score === undefined) return score;
    if (score < 0 || score > 10) return undefined;
    return score >= 9 ? 2 : score >= 7 ? 1 : 0;
  },
});
