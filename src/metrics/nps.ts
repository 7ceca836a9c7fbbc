import type { Metric } from './metric';
import type { NetState } from './net-score';
import { npsBrief } from './nps-brief';

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
export const nps: Metric<NetState<null>> = {
  ...npsBrief,
  text: {
    en: {
      ...npsBrief.text.en,
      description:
        'How likely customers are to recommend us, from 0 to 10: share of promoters (9–10) less share of detractors (0–6).',
    },
    id: {
      ...npsBrief.text.id,
      description:
        'Seberapa besar kemungkinan pelanggan merekomendasikan kami, dari 0 sampai 10: porsi promoter (9–10) dikurangi porsi detractor (0–6).',
    },
  },
  formula: (_options, lang) =>
    lang === 'id' ? '(promoter − detractor) / n × 100' : '(promoters − detractors) / n × 100',
};
