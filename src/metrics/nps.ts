import type { Metric } from './metric';
import { netFold, type NetState } from './net-score';
import { parseNumber } from './number';

/**
 * Net Promoter Score: % promoters − % detractors, −100 to 100 points.
 *
 * "How likely is it that you would recommend us to a friend or colleague?" on
 * 0 to 10 (Reichheld 2003, "The One Number You Need to Grow", HBR 81(12)).
 * Promoters answer at least 9, passives at least 7, the rest are detractors, so
 * that halves fall in one group each. Interval: adjusted Wald.
 *
 * Fields: `score`. Components: `detractors passives promoters`, or `counts` per
 * score from 0.
 */
export const nps: Metric<NetState<null>> = /* @__PURE__ */ netFold({
  id: 'nps',
  text: {
    en: {
      name: 'Net Promoter Score',
      short: 'NPS',
      description:
        'How likely customers are to recommend us, from 0 to 10: share of promoters (9–10) less share of detractors (0–6).',
    },
    id: {
      name: 'Net Promoter Score',
      short: 'NPS',
      description:
        'Seberapa besar kemungkinan pelanggan merekomendasikan kami, dari 0 sampai 10: porsi promotor (9–10) dikurangi porsi detraktor (0–6).',
    },
  },
  fields: ['score'],
  groups: ['detractors', 'passives', 'promoters'],
  named: true,
  formula: (_options, lang) =>
    lang === 'id' ? '(promotor − detraktor) / n × 100' : '(promoters − detractors) / n × 100',
  rule: () => null,
  method: () => 'promoters ≥ 9, detractors < 7',
  grade(value) {
    const score = parseNumber(value);
    if (score === null || score === undefined) return score;
    if (score < 0 || score > 10) return undefined;
    return score >= 9 ? 2 : score >= 7 ? 1 : 0;
  },
});
