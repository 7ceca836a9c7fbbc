import { meanInterval } from './interval';
import type { Metric } from './metric';
import { scaleFold, type ScaleState } from './scale-share';
import { choice, numberOption } from './tally';

/**
 * Customer effort score: share who found it easy, 0 to 100 %.
 *
 * CES 2.0: "The company made it easy for me to handle my issue", 1 to 7, share
 * of 5 to 7 (CEB 2013; Gartner, "Customer Effort Score"). Options: `easyFrom`,
 * `method` "share" or "mean". Scale "1-5" without `easyFrom` is CES 1.0, the
 * mean effort with 1 best (Dixon, Freeman & Toman 2010, HBR 88(7)): unit
 * `score`, lower is better; with `easyFrom` it is an ease scale with 5 best.
 *
 * Fields: `score`. Components: `counts` per step, or `easy n`.
 */
export const ces: Metric<ScaleState> = /* @__PURE__ */ scaleFold(
  {
    id: 'ces',
    text: {
      en: {
        name: 'Customer effort score',
        short: 'CES',
        description: 'Share of customers who found it easy to get their matter solved.',
      },
      id: {
        name: 'Skor upaya pelanggan',
        short: 'CES',
        description: 'Porsi pelanggan yang merasa mudah menyelesaikan urusannya.',
      },
    },
    components: ['easy', 'n'],
    componentKeys: ['easy', 'n'],
    formula(options, lang) {
      const { mean, from } = ruleOf(options);
      if (mean) return lang === 'id' ? 'Σ skor / n' : 'Σ score / n';
      return lang === 'id' ? `jawaban ≥ ${from} / n × 100` : `answers ≥ ${from} / n × 100`;
    },
  },
  ruleOf,
  meanInterval,
);

function ruleOf(options: Parameters<typeof ces.start>[0]): ScaleState['rule'] {
  const scale = choice('scale', options, ['1-7', '1-5']);
  const high = scale === '1-7' ? 7 : 5;
  const isFirst = high === 5 && options.easyFrom === undefined;
  const mean = choice('method', options, isFirst ? ['mean'] : ['share', 'mean']) === 'mean';
  const from = numberOption('easyFrom', options, high === 7 ? 5 : 4, 1, high);
  return {
    low: 1,
    high,
    from,
    mean,
    words: false,
    direction: isFirst ? 'down' : 'up',
    groups: ['other', 'easy'],
    method: isFirst ? 'CES 1.0, mean effort' : mean ? `mean, ${scale}` : `easy ≥ ${from}, ${scale}`,
  };
}
