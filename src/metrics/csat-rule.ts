/** The names of CSAT, and how its answers are judged. */
import type { Metric, MetricOptions } from './metric';
import type { ScaleRule } from './scale-share';
import { choice, numberOption } from './tally';

/** Lowest satisfied step of each scale: the top two boxes. */
const SCALES = {
  '1-5': [1, 5, 4],
  '1-7': [1, 7, 6],
  '1-10': [1, 10, 9],
  'good-bad': [0, 1, 1],
} as const;

/** Without what explains it, which comes with the formula. */
export const csatWords: Pick<Metric, 'id' | 'text' | 'formula' | 'components' | 'componentKeys'> = {
  id: 'csat',
  text: {
    en: {
      name: 'Customer satisfaction',
      short: 'CSAT',
      description: '',
    },
    id: {
      name: 'Kepuasan pelanggan',
      short: 'CSAT',
      description: '',
    },
  },
  components: ['satisfied', 'n', 'good', 'bad'],
  componentKeys: ['satisfied', 'n'],
  formula: () => '',
};

export function csatRule(options: MetricOptions): ScaleRule {
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
}

const SCALE_NAMES = /* @__PURE__ */ Object.keys(SCALES) as (keyof typeof SCALES)[];
