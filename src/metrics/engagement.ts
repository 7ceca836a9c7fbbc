import { readField } from './field';
import { meanFold, type MeanSpec } from './mean';
import type { FoldState, Metric, MetricOptions } from './metric';
import { parseCount } from './number';
import { shareFold } from './share';
import { choice } from './tally';
import { INVALID, judgeFlag, judgeSeconds, UNANSWERED } from './verdict';

const text: Metric['text'] = {
  en: {
    name: 'Customer engagement',
    short: 'Engagement',
    description: 'How many customers act on what they are offered, or how much each of them does.',
  },
  id: {
    name: 'Keterlibatan pelanggan',
    short: 'Keterlibatan',
    description:
      'Berapa banyak pelanggan yang menanggapi, atau seberapa banyak yang dilakukan tiap pelanggan.',
  },
};

function meanKind(
  spec: Pick<MeanSpec, 'method' | 'unit' | 'read'> & {
    sum: readonly [string, string];
    formula: readonly [string, string];
  },
): Metric {
  const [total, size] = spec.sum;
  return meanFold({
    id: 'engagement',
    text,
    direction: 'up',
    unit: spec.unit,
    method: spec.method,
    read: spec.read,
    formula: (_options, lang) => spec.formula[lang === 'id' ? 1 : 0],
    fields: [total],
    components: spec.sum,
    componentKeys: spec.sum,
    sum: (of) => [of(total), of(size)],
  });
}

const readCount: MeanSpec['read'] = (record, [field]) => {
  const value = parseCount(readField(record, field!));
  return value === null ? UNANSWERED : (value ?? INVALID);
};

const KINDS = {
  'click-through': /* @__PURE__ */ shareFold({
    id: 'engagement',
    text,
    fields: ['engaged'],
    components: ['engaged', 'base'],
    componentKeys: ['base'],
    groups: ['other', 'engaged'],
    formula: ({ base = 'base' }, lang) =>
      lang === 'id'
        ? `terlibat / ${base === 'base' ? 'dasar' : base} × 100`
        : `engaged / ${base} × 100`,
    rule: ({ base = 'base' }) => ({ method: `click-through, of ${base}`, base }),
    judge: (record, [engaged]) => judgeFlag(record, engaged!, 0),
    count: (of, { base }) => [of('engaged'), of(base!)],
    disagree: (hits, base) => `${hits} of ${base} engaged`,
  }) as Metric,
  'visit-frequency': /* @__PURE__ */ meanKind({
    unit: 'count',
    method: 'visits per user',
    sum: ['visits', 'users'],
    formula: ['visits / users', 'kunjungan / pengguna'],
    read: readCount,
  }),
  'session-time': /* @__PURE__ */ meanKind({
    unit: 'seconds',
    method: 'mean session time',
    sum: ['session_seconds', 'sessions'],
    formula: ['Σ session time / sessions', 'Σ waktu sesi / sesi'],
    read: (record, [field], durations) => judgeSeconds(record, field!, 0, durations),
  }),
  'social-interactions': /* @__PURE__ */ meanKind({
    unit: 'count',
    method: 'interactions per post',
    sum: ['interactions', 'posts'],
    formula: ['interactions / posts', 'interaksi / unggahan'],
    read: readCount,
  }),
} as const;

type Kind = keyof typeof KINDS;
type KindState = FoldState & { kind: Kind };

const kindOf = (options: MetricOptions): Kind =>
  choice('kind', options, Object.keys(KINDS) as Kind[]);

/**
 * Engagement, by `kind`; no authority defines it, so kind and base are always named.
 *
 * - "click-through" (default): engaged of a base, 0 to 100 %, Wilson's interval.
 *   Fields `engaged`; components `engaged base`, or the base that `base` names.
 * - "visit-frequency": visits per user. Fields `visits`; components `visits users`.
 * - "session-time": mean session in seconds. Fields `session_seconds`; components
 *   `session_seconds sessions`.
 * - "social-interactions": interactions per post. Fields `interactions`;
 *   components `interactions posts`.
 */
export const engagement: Metric<KindState> = {
  id: 'engagement',
  unit: 'percent',
  direction: 'up',
  scale: [0, null],
  test: 'mean',
  text,
  isNamedByMethod: true,
  fields: ['engaged', 'visits', 'session_seconds', 'interactions'],
  components: [
    'engaged',
    'base',
    'visits',
    'users',
    'session_seconds',
    'sessions',
    'interactions',
    'posts',
  ],
  componentKeys: ['base'],
  formula: (options, lang) => KINDS[kindOf(options)].formula(options, lang),
  start(options) {
    const kind = kindOf(options);
    return { ...KINDS[kind].start(options), kind };
  },
  add: (state, record, weight, row) => KINDS[state.kind].add(state, record, weight, row),
  addComponents: (state, components, row) =>
    KINDS[state.kind].addComponents(state, components, row),
  merge: (a, b) => ({ ...KINDS[a.kind].merge(a, b), kind: a.kind }),
  finish: (state) => KINDS[state.kind].finish(state),
};
