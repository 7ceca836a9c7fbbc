import type { Metric } from './metric';
import { scaleFold, type ScaleState } from './scale-share';
import { choice, numberOption } from './tally';

/** Lowest satisfied step of each scale: the top two boxes. */
const SCALES = {
  '1-5': [1, 5, 4],
  '1-7': [1, 7, 6],
  '1-10': [1, 10, 9],
  'good-bad': [0, 1, 1],
} as const;

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
    id: 'csat',
    text: {
      en: {
        name: 'Customer satisfaction',
        short: 'CSAT',
        description: 'Share of answers that are satisfied with one contact or product.',
      },
      id: {
        name: 'Kepuasan pelanggan',
        short: 'CSAT',
        description: 'Porsi jawaban yang puas terhadap satu layanan atau produk.',
      },
    },
    components: ['satisfied', 'n', 'good', 'bad'],
    componentKeys: ['satisfied', 'n'],
    formula(options, lang) {
      const id = lang === 'id';
      if (options.method === 'mean') return id ? 'Σ skor / n' : 'Σ score / n';
      if (options.scale === 'good-bad')
        return id ? 'baik / (baik + buruk) × 100' : 'good / (good + bad) × 100';
      const from = options.satisfiedFrom ?? SCALES[choice('scale', options, SCALE_NAMES)][2];
      return id ? `jawaban ≥ ${from} / n × 100` : `answers ≥ ${from} / n × 100`;
    },
  },
  (options) => {
    const scale = choice('scale', options, SCALE_NAMES);
    const [low, high, top] = SCALES[scale];
    const words = scale === 'good-bad';
    const mean =
      choice('method', options, words ? ['top-two-box'] : ['top-two-box', 'mean']) === 'mean';
    const from = numberOption('satisfiedFrom', options, top, low, high);
    return {
      low,
      high,
      from,
      mean,
      words,
      direction: 'up',
      groups: words ? ['bad', 'good'] : ['other', 'satisfied'],
      method: mean
        ? `mean, ${scale}`
        : words
          ? 'good / (good + bad)'
          : from === top
            ? `top-two-box, ${scale}`
            : `≥ ${from}, ${scale}`,
    };
  },
);

const SCALE_NAMES = /* @__PURE__ */ Object.keys(SCALES) as (keyof typeof SCALES)[];
