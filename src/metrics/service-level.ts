import { durationsOf } from './duration';
import type { Metric, MetricOptions } from './metric';
import { shareFold, type ShareState } from './share';
import { choice, numberOption } from './tally';
import { HIT, judgeFlag, judgeSeconds, MISS, OUT } from './verdict';

const METHODS = [
  'offered',
  'answered',
  'ignore-abandoned-within',
  'abandoned-within-met',
  'exclude-short-abandons',
] as const;

type Method = (typeof METHODS)[number];

function methodOf(options: MetricOptions): Method {
  if (!options.method)
    throw new RangeError(`missing method of service-level; allowed: ${METHODS.join(', ')}`);
  return choice('method', options, METHODS);
}

function secondsOf(options: MetricOptions): number {
  if (options.seconds === undefined)
    throw new RangeError('missing seconds of service-level, the limit such as 20');
  return numberOption('seconds', options, 0, 0);
}

/** The part, which the whole must hold. Throws `RangeError` where it cannot. */
function partOf(whole: number, part: number, name: string): number {
  if (part > whole) throw new RangeError(`components disagree: ${part} of ${whole} were ${name}`);
  return part;
}

/** Base of each method, in words. */
const BASES: Readonly<Record<Method, readonly [string, string]>> = {
  offered: ['offered', 'masuk'],
  answered: ['answered', 'dijawab'],
  'ignore-abandoned-within': ['(offered − abandoned ≤ T)', '(masuk − terputus ≤ T)'],
  'abandoned-within-met': ['offered', 'masuk'],
  'exclude-short-abandons': ['(offered − short abandons)', '(masuk − terputus singkat)'],
};

/**
 * Service level: answered within T seconds, 0 to 100 %; waiting exactly T counts.
 *
 * There is no agreed base (ICMI QueueTips 2005; Call Centre Helper, "How to
 * calculate service level"): the same calls give 78 to 83 %. So `method` and
 * `seconds` are required, and shown. "offered": of all calls. "answered": of the
 * answered. "ignore-abandoned-within": of all but those abandoned within T.
 * "abandoned-within-met": those count as met. "exclude-short-abandons": of all
 * but those abandoned within `shortAbandonSeconds` (default 10).
 *
 * Fields: `answered wait_seconds`. Components: `answered answered_within
 * abandoned abandoned_within short_abandoned`.
 */
export const serviceLevel: Metric<ShareState> = /* @__PURE__ */ shareFold({
  id: 'service-level',
  text: {
    en: {
      name: 'Service level',
      short: 'SL',
      description: 'Share of calls answered within the promised time.',
    },
    id: {
      name: 'Tingkat layanan',
      short: 'SL',
      description: 'Porsi panggilan yang dijawab dalam waktu yang dijanjikan.',
    },
  },
  isNamedByMethod: true,
  fields: ['answered', 'wait_seconds'],
  components: ['answered', 'answered_within', 'abandoned', 'abandoned_within', 'short_abandoned'],
  componentKeys: ['answered', 'answered_within'],
  groups: ['later', 'within'],
  formula(options, lang) {
    const method = methodOf(options);
    const base = BASES[method][lang === 'id' ? 1 : 0];
    const limit = secondsOf(options);
    const met = method === 'abandoned-within-met';
    const top =
      lang === 'id'
        ? met
          ? '(dijawab ≤ T + terputus ≤ T)'
          : 'dijawab ≤ T'
        : met
          ? '(answered ≤ T + abandoned ≤ T)'
          : 'answered ≤ T';
    return `${top} / ${base} × 100, T = ${limit} ${lang === 'id' ? 'dtk' : 's'}`;
  },
  rule(options) {
    const kind = methodOf(options);
    const limit = secondsOf(options);
    return {
      method: `${kind} ≤ ${limit} s`,
      kind,
      limit,
      short: numberOption('shortAbandonSeconds', options, 10, 0),
      durations: durationsOf(options),
    };
  },
  judge(record, [answered, wait], { kind, limit, short, durations }) {
    const flag = judgeFlag(record, answered!, 0);
    if (flag < MISS) return flag;
    if (flag === MISS && kind === 'answered') return OUT;
    if (flag === MISS && kind === 'offered') return MISS;
    const waited = judgeSeconds(record, wait!, 1, durations);
    if (waited < 0) return waited;
    if (flag === HIT) return waited <= limit! ? HIT : MISS;
    if (kind === 'exclude-short-abandons') return waited <= short! ? OUT : MISS;
    return waited > limit! ? MISS : kind === 'abandoned-within-met' ? HIT : OUT;
  },
  count(of, { kind }) {
    const answered = of('answered');
    const within = partOf(answered, of('answered_within'), 'answered in time');
    if (kind === 'answered') return [within, answered];
    const abandoned = of('abandoned');
    const offered = answered + abandoned;
    if (kind === 'offered') return [within, offered];
    if (kind === 'exclude-short-abandons')
      return [within, offered - partOf(abandoned, of('short_abandoned'), 'short abandons')];
    const early = partOf(abandoned, of('abandoned_within'), 'abandoned in time');
    return kind === 'abandoned-within-met' ? [within + early, offered] : [within, offered - early];
  },
  disagree: (hits, base) => `${hits} of ${base} calls were answered in time`,
});
