import type { Metric } from './metric';
import { netFold, type NetState } from './net-score';
import { parseNumber } from './number';
import { numberOption } from './tally';

interface Cut {
  positiveFrom: number;
  negativeTo: number;
}

const POSITIVE = /^(?:positive?|positif|pos|\+|good|baik|puas)$/i;
const NEUTRAL = /^(?:neutral?|netral|neu|mixed|campuran|biasa)$/i;
const NEGATIVE = /^(?:negative?|negatif|neg|[-−]|bad|buruk|kecewa)$/i;

/**
 * Net sentiment: % positive − % negative, −100 to 100 points, neutral in the base.
 *
 * Fields: `sentiment`, a label (positive, neutral, negative, mixed as neutral;
 * also in Indonesian), else `sentiment_score` in −1..1 with the cut-offs
 * `positiveFrom` (default 0.05) and `negativeTo` (default −0.05) of Hutto &
 * Gilbert 2014, "VADER". Unscored records leave the base.
 * `mean` is that of the scores. Interval as NPS.
 *
 * Components: `negative neutral positive`.
 */
export const sentiment: Metric<NetState<Cut>> = /* @__PURE__ */ netFold<Cut>({
  id: 'sentiment',
  text: {
    en: {
      name: 'Net sentiment',
      short: 'Sentiment',
      description:
        'Share of positive comments less share of negative ones; neutral comments are in the base.',
    },
    id: {
      name: 'Sentimen bersih',
      short: 'Sentimen',
      description:
        'Porsi komentar positif dikurangi porsi komentar negatif; komentar netral ikut dihitung.',
    },
  },
  fields: ['sentiment', 'sentiment_score'],
  groups: ['negative', 'neutral', 'positive'],
  formula: (_options, lang) =>
    lang === 'id'
      ? '(positif − negatif) / (positif + netral + negatif) × 100'
      : '(positive − negative) / (positive + neutral + negative) × 100',
  rule(options) {
    const positiveFrom = numberOption('positiveFrom', options, 0.05, -1, 1);
    const negativeTo = numberOption('negativeTo', options, -0.05, -1, 1);
    if (!(negativeTo < positiveFrom)) {
      throw new RangeError(
        `invalid negativeTo: ${negativeTo}; allowed: less than positiveFrom ${positiveFrom}`,
      );
    }
    return { positiveFrom, negativeTo };
  },
  method: () => 'positive − negative, neutral in the base',
  score: (value, at) => (at === 1 ? (parseNumber(value) ?? null) : null),
  grade(value, cut, at) {
    if (at === 0) {
      if (value === null) return null;
      if (typeof value !== 'string') return undefined;
      const label = value.trim();
      if (label === '') return null;
      return POSITIVE.test(label)
        ? 2
        : NEUTRAL.test(label)
          ? 1
          : NEGATIVE.test(label)
            ? 0
            : undefined;
    }
    const score = parseNumber(value);
    if (score === null || score === undefined) return score;
    if (score < -1 || score > 1) return undefined;
    return score >= cut.positiveFrom ? 2 : score <= cut.negativeTo ? 0 : 1;
  },
});
