import { durationsOf } from './duration';
import type { Metric } from './metric';
import { shareFold, type ShareState } from './share';
import { numberOption } from './tally';
import { HIT, judgeFlag, judgeSeconds, MISS, OUT } from './verdict';

/**
 * Abandonment: callers who hung up while waiting, of those offered, 0 to 100 %.
 *
 * With `shortAbandonSeconds` those who hung up within that time leave both
 * sides: they had misdialled, or not yet begun to wait (Call Centre Voice; NHS
 * England counts abandons after 30 s only). Callbacks are not abandoned.
 *
 * Fields: `answered`, `wait_seconds`. Components: `abandoned offered
 * short_abandoned`.
 */
export const abandonment: Metric<ShareState> = /* @__PURE__ */ shareFold({
  id: 'abandonment',
  direction: 'down',
  text: {
    en: {
      name: 'Abandonment rate',
      short: 'Abandoned',
      description: 'Share of offered calls that were given up before an answer.',
    },
    id: {
      name: 'Tingkat panggilan tak terjawab',
      short: 'Tak terjawab',
      description: 'Porsi panggilan masuk yang diakhiri penelepon sebelum dijawab.',
    },
  },
  fields: ['answered', 'wait_seconds'],
  components: ['abandoned', 'offered', 'short_abandoned'],
  componentKeys: ['abandoned', 'offered'],
  groups: ['answered', 'abandoned'],
  formula({ shortAbandonSeconds: short }, lang) {
    if (lang === 'id') {
      return short === undefined
        ? 'terputus / masuk × 100'
        : `(terputus − terputus ≤ ${short} dtk) / (masuk − terputus ≤ ${short} dtk) × 100`;
    }
    return short === undefined
      ? 'abandoned / offered × 100'
      : `(abandoned − abandoned ≤ ${short} s) / (offered − abandoned ≤ ${short} s) × 100`;
  },
  rule(options) {
    const limit = numberOption('shortAbandonSeconds', options, -1, 0);
    return {
      method: limit < 0 ? 'of offered' : `without abandons ≤ ${limit} s`,
      limit,
      durations: durationsOf(options),
    };
  },
  judge(record, [answered, wait], { limit, durations }) {
    const flag = judgeFlag(record, answered!, 0);
    if (flag < MISS) return flag;
    if (flag === HIT) return MISS;
    if (limit! < 0) return HIT;
    const waited = judgeSeconds(record, wait!, 1, durations);
    return waited < 0 ? waited : waited <= limit! ? OUT : HIT;
  },
  count(of, { limit }) {
    const short = limit! < 0 ? 0 : of('short_abandoned');
    return [of('abandoned') - short, of('offered') - short];
  },
  disagree: (hits, base) => `${hits} of ${base} calls were abandoned`,
});
