import { csatRule, csatWords } from './csat-rule';
import { meanInterval } from './interval';
import type { Metric } from './metric';
import { scaleFold, type ScaleState } from './scale-share';

/**
 * Customer satisfaction: share of satisfied answers, 0 to 100 %.
 *
 * The top two boxes of the scale by default: 4–5 of 5, 6–7 of 7, 9–10 of 10
 * (ACSI and survey tools alike; the scales must not be compared with each
 * other). Options: `scale` "1-5", "1-7", "1-10" or "good-bad", `satisfiedFrom`,
 * `method` "top-two-box" or "mean" (unit `score`, Student's t interval).
 * Interval of the share: Wilson.
 *
 * Fields: `score`. Components: `counts` per step, or `satisfied n`, or `good bad`.
 */
export const csat: Metric<ScaleState> = /* @__PURE__ */ scaleFold(
  {
    ...csatWords,
    text: {
      en: {
        ...csatWords.text.en,
        description: 'Share of answers that are satisfied with one contact or product.',
      },
      id: {
        ...csatWords.text.id,
        description: 'Porsi jawaban yang puas terhadap satu layanan atau produk.',
      },
    },
    formula(options, lang) {
      const id = lang === 'id';
      const { mean, words, from } = csatRule(options);
      if (mean) return id ? 'Σ skor / n' : 'Σ score / n';
      if (words) return id ? 'baik / (baik + buruk) × 100' : 'good / (good + bad) × 100';
      return id ? `jawaban ≥ ${from} / n × 100` : `answers ≥ ${from} / n × 100`;
    },
  },
  csatRule,
  meanInterval,
);
