/** The fold of times from one event to another: median, mean, 90th percentile, share within a limit. */
import { businessClock, parseBusinessHours, type BusinessHours } from './business-hours';
import { durationsOf, type DurationFormat } from './duration';
import { fieldOf, hasField, readField, type Field } from './field';
import { meanInterval, wilsonPercent } from './interval';
import type { FoldState, Metric, MetricOptions, Result } from './metric';
import { addMoment, deviation, mergeMoments, newMoments, type Moments } from './moments';
import {
  add as addQuantile,
  merge as mergeQuantiles,
  quantiles,
  start as newQuantiles,
  type Quantiles,
} from './quantile-sketch';
import {
  baseResult,
  choice,
  countAnswer,
  effectiveSize,
  mergeTallies,
  newTally,
  numberOption,
} from './tally';
import { parseInstant } from './time';
import { INVALID, judgeSeconds, PENDING, settle, UNANSWERED } from './verdict';
import { viewerZone } from './viewer-zone';

const METHODS = ['median', 'mean', 'p90', 'within'] as const;

export interface ElapsedRule {
  readonly method: (typeof METHODS)[number];
  /** Limit in seconds for "% within"; −1 for none. */
  readonly sla: number;
  readonly durations: DurationFormat;
  readonly hours: BusinessHours | null;
  readonly timeZone: string;
  readonly holidays: readonly string[];
}

export interface ElapsedState extends FoldState {
  rule: ElapsedRule;
  /** Seconds, start, end. */
  fields: Field[];
  moments: Moments;
  quantiles: Quantiles;
  within: number;
  pending: number;
}

type Clock = (startMs: number, endMs: number) => number;

// Both are made once per plan: states stay plain data, and many cells share one clock.
const rules = /* @__PURE__ */ new WeakMap<MetricOptions, ElapsedRule>();
const clocks = /* @__PURE__ */ new WeakMap<ElapsedRule, Clock>();

function ruleOf(options: MetricOptions): ElapsedRule {
  let rule = rules.get(options);
  if (rule) return rule;
  const method = choice('method', options, METHODS);
  const sla = numberOption('sla', options, -1, 0);
  if (method === 'within' && sla < 0)
    throw new RangeError('missing sla, the limit in seconds for method within');
  rule = {
    method,
    sla,
    durations: durationsOf(options),
    hours: options.businessHours ? parseBusinessHours(options.businessHours) : null,
    timeZone: options.timeZone ?? viewerZone(),
    holidays: options.holidays ?? [],
  };
  rules.set(options, rule);
  return rule;
}

function clockOf(rule: ElapsedRule): Clock {
  let clock = clocks.get(rule);
  if (!clock) {
    clock = rule.hours
      ? businessClock(rule.hours, rule.timeZone, rule.holidays)
      : (startMs, endMs) => (endMs - startMs) / 1000;
    clocks.set(rule, clock);
  }
  return clock;
}

/** Seconds of a record, or the verdict why there are none. An end before its start is invalid. */
function elapsed(
  record: unknown,
  [seconds, start, end]: readonly Field[],
  rule: ElapsedRule,
): number {
  const given = judgeSeconds(record, seconds!, 0, rule.durations);
  if (given !== UNANSWERED) return given;
  const from = readField(record, start!);
  const to = readField(record, end!);
  const isOpen = to === null || (typeof to === 'string' && to.trim() === '');
  if (isOpen) return hasField(record, end!) || hasField(record, seconds!) ? PENDING : UNANSWERED;
  const startAt = parseInstant(from, rule.timeZone);
  if (!startAt) return INVALID - 1;
  const endAt = parseInstant(to, rule.timeZone);
  if (!endAt || endAt.ms < startAt.ms) return INVALID - 2;
  return clockOf(rule)(startAt.ms, endAt.ms);
}

/** How each method is written on the face. */
function elapsedFormula(options: MetricOptions, id: boolean, what: string): string {
  const { method = 'median', sla } = options;
  const within = id ? `porsi (${what}) ≤ ${sla} dtk × 100` : `share of (${what}) ≤ ${sla} s × 100`;
  const names = {
    median: 'median',
    mean: id ? 'rata-rata' : 'mean',
    p90: id ? 'persentil ke-90' : '90th percentile',
  };
  return method === 'within' ? within : `${names[method as 'median']} (${what})`;
}

function finishElapsed(metric: Metric<ElapsedState>, state: ElapsedState): Result {
  const { tally, rule, moments, pending, within } = state;
  const { method } = rule;
  const sketched = state.quantiles.method === 'sketch' && (method === 'median' || method === 'p90');
  const words = method === 'within' ? `within ${rule.sla} s` : method;
  const hours = rule.hours ? ', business hours' : '';
  const result = baseResult(metric, state, words + hours + (sketched ? ', sketch ± 0.5 %' : ''));
  if (pending > 0) result.pending = pending;
  if (method === 'within') result.unit = 'percent';
  if (method === 'within') result.direction = 'up';
  const { n } = tally;
  if (!(n > 0)) return result;
  const size = effectiveSize(tally);
  const [median, p90] = quantiles(state.quantiles, [0.5, 0.9]) as [number, number];
  const { mean } = moments;
  Object.assign(result, {
    mean,
    median,
    p90,
    value: { median, p90, mean, within: (within / n) * 100 }[method],
  });
  if (rule.sla >= 0) result.withinPercent = (within / n) * 100;
  if (method === 'within') {
    Object.assign(result, {
      numerator: within,
      denominator: n,
      interval: wilsonPercent(within / n, size),
    });
  } else if (method === 'mean') {
    const sd = deviation(moments, size);
    if (sd !== undefined) Object.assign(result, { sd, interval: meanInterval(mean, sd, size, 0) });
  }
  return result;
}

export function elapsedFold(
  spec: Pick<Metric, 'id' | 'text'> & {
    /** Canonical fields: the seconds themselves, else start and end. */
    fields: readonly [string, string, string];
    /** "first response − created" in both languages. */
    what: { en: string; id: string };
  },
): Metric<ElapsedState> {
  const { id, text, fields } = spec;
  const metric: Metric<ElapsedState> = {
    id,
    unit: 'seconds',
    direction: 'down',
    scale: [0, null],
    test: 'mean',
    text,
    fields,
    components: [],
    componentKeys: [],
    formula: (options, lang) => elapsedFormula(options, lang === 'id', spec.what[lang]),
    start: (options) => ({
      tally: newTally(),
      rule: ruleOf(options),
      fields: fields.map((name, i) => fieldOf(name, options, i === 0)),
      moments: newMoments(),
      quantiles: newQuantiles(),
      within: 0,
      pending: 0,
    }),
    add(state, record, weight, row) {
      const value = elapsed(record, state.fields, state.rule);
      if (!(value >= 0)) return settle(state, value, record, weight, row);
      countAnswer(state.tally, weight);
      addMoment(state.moments, value, weight);
      addQuantile(state.quantiles, value, weight);
      if (value <= state.rule.sla) state.within += weight;
    },
    addComponents() {
      throw new RangeError(`${id} has no components: a ${METHODS[0]} needs the records`);
    },
    merge: (a, b) => ({
      ...a,
      tally: mergeTallies(a.tally, b.tally),
      moments: mergeMoments(a.moments, b.moments),
      quantiles: mergeQuantiles(a.quantiles, b.quantiles),
      within: a.within + b.within,
      pending: a.pending + b.pending,
    }),
    finish: (state) => finishElapsed(metric, state),
  };
  return metric;
}
