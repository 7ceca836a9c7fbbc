import type { Metric } from './metric';
import { shareFold, type ShareState } from './share';
import { judgeFlag } from './verdict';

/**
 * Response rate: answered of sent, 0 to 100 %.
 *
 * Option `base` names another base, such as "delivered", which gives a higher
 * rate; the base is part of the method's name. More answers than the base is a
 * data error (AAPOR, Standard Definitions, on naming the base).
 *
 * Fields: `answered`, yes or no per survey sent. Components: `answered sent`, or
 * `answered` with the named base.
 */
export const responseRate: Metric<ShareState> = /* @__PURE__ */ shareFold({
  id: 'response-rate',
  text: {
    en: {
      name: 'Response rate',
      short: 'Response',
      description: 'Share of surveys sent that were answered.',
    },
    id: {
      name: 'Tingkat respons',
      short: 'Respons',
      description: 'Porsi survei terkirim yang dijawab.',
    },
  },
  isNamedByMethod: true,
  fields: ['answered'],
  components: ['answered', 'sent', 'base'],
  componentKeys: ['sent'],
  groups: ['unanswered', 'answered'],
  formula: ({ base = 'sent' }, lang) =>
    lang === 'id'
      ? `dijawab / ${base === 'sent' ? 'dikirim' : base} × 100`
      : `answered / ${base} × 100`,
  rule: ({ base = 'sent' }) => ({ method: `of ${base}`, base }),
  judge: (record, [answered]) => judgeFlag(record, answered!, 0),
  count: (of, { base }) => [of('answered'), of(base!)],
  disagree: (hits, base) => `${hits} of ${base} were answered`,
});
