import { meanFold, type MeanState } from './mean';
import type { Metric } from './metric';
import { HIT, judgeFlag, judgeSeconds, MISS, OUT } from './verdict';

/**
 * Average speed of answer: Σ wait of answered calls / answered, in seconds.
 *
 * Abandoned calls are left out, so it looks good where many give up: read beside
 * abandonment (ICMI, "Average speed of answer"). Interval: Student's t.
 *
 * Fields: `answered wait_seconds`. Components: `answered_wait_seconds answered`.
 */
export const asa: Metric<MeanState> = /* @__PURE__ */ meanFold({
  id: 'asa',
  unit: 'seconds',
  direction: 'down',
  method: 'Σ wait of answered / answered',
  text: {
    en: {
      name: 'Average speed of answer',
      short: 'ASA',
      description: 'Time that answered callers waited on average.',
    },
    id: {
      name: 'Waktu tunggu rata-rata',
      short: 'ASA',
      description: 'Waktu tunggu rata-rata penelepon yang akhirnya dijawab.',
    },
  },
  fields: ['wait_seconds', 'answered'],
  components: ['answered_wait_seconds', 'answered'],
  componentKeys: ['answered_wait_seconds', 'answered'],
  formula: (_options, lang) =>
    lang === 'id' ? 'Σ waktu tunggu terjawab / terjawab' : 'Σ wait of answered / answered',
  read(record, [wait, answered], durations) {
    const flag = judgeFlag(record, answered!, 1);
    if (flag === MISS) return OUT;
    return flag === HIT ? judgeSeconds(record, wait!, 0, durations) : flag;
  },
  sum: (of) => [of('answered_wait_seconds'), of('answered')],
});
