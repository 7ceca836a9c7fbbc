/** The fold of metrics asked on a scale: the share of answers from some step up, or their mean. CSAT and CES. */
import { fieldOf, own, readField, type Field } from './field';
import { wilsonPercent, type Interval95 } from './interval';
import type { Direction, FoldState, Metric, MetricOptions, Result } from './metric';
import { addMoment, deviation, mergeMoments, newMoments, type Moments } from './moments';
import { parseNumber, show } from './number';
import {
  baseResult,
  componentCount,
  countAnswer,
  countPeople,
  effectiveSize,
  mergeTallies,
  newTally,
  peopleBy,
  reject,
} from './tally';

/** How answers are read and judged, settled once from the options. */
export interface ScaleRule {
  /** First and last step; a two-word scale is 0 and 1. */
  readonly low: number;
  readonly high: number;
  /** Lowest score that counts. */
  readonly from: number;
  /** The value is the mean of the scores. */
  readonly mean: boolean;
  readonly direction: Direction;
  readonly method: string;
  /** Names of the two groups where answers are words, or where only the groups are known: below `from`, from `from`. */
  readonly groups: readonly [string, string];
  /** Answers are the two words, not steps. */
  readonly words: boolean;
}

export interface ScaleState extends FoldState {
  rule: ScaleRule;
  score: Field;
  /** Σw of the answers from `rule.from` up. */
  share: number;
  /** Σw per step, from `rule.low`; a half belongs to the step below it. */
  steps: number[];
  /** Of the answers whose score is known. */
  moments: Moments;
}

/** Words of a thumb up or down, as help desks and people write them. */
const THUMBS =
  /^(?:(good|baik|puas|positive|positif|up|yes|ya|true|1|👍)|bad|buruk|tidak puas|negative|negatif|down|no|tidak|false|0|👎)$/i;
/** A help desk's words for a survey nobody has answered (Zendesk). */
const UNANSWERED = /^(?:un)?offered$/i;

function readScore(value: unknown, rule: ScaleRule): number | null | undefined {
  if (!rule.words) return parseNumber(value);
  if (typeof value === 'boolean') return value ? 1 : 0;
  if (typeof value !== 'string') {
    const number = parseNumber(value);
    return number === null || number === 0 || number === 1 ? number : undefined;
  }
  const text = value.trim();
  if (text === '' || UNANSWERED.test(text)) return null;
  const match = THUMBS.exec(text);
  return match ? (match[1] ? 1 : 0) : undefined;
}

function addScore(state: ScaleState, score: number, weight: number): void {
  const { rule } = state;
  if (score >= rule.from) state.share += weight;
  state.steps[Math.floor(score) - rule.low]! += weight;
  addMoment(state.moments, score, weight);
}

/** Counts per step: a list from the first step up, or an object by step or word. */
function addCounts(state: ScaleState, counts: unknown): void {
  const { rule } = state;
  const { low, high } = rule;
  const isList = Array.isArray(counts);
  const size = high - low + 1;
  if (isList && counts.length !== size)
    throw new RangeError(`invalid counts: ${counts.length} counts for ${size} steps`);
  const people = peopleBy(counts, (key) => {
    const step = rule.words ? rule.groups.indexOf(key) : Number(key) + (isList ? low : 0);
    if (Number.isInteger(step) && step >= low && step <= high) return step;
    throw new RangeError(`invalid counts: no step ${show(key)} between ${low} and ${high}`);
  });
  for (const [step, count] of people) {
    countPeople(state.tally, count);
    addScore(state, step, count);
  }
}

/** The interval of a mean, which takes Student's t. */
export type MeanInterval = (
  mean: number,
  sd: number,
  n: number,
  low: number,
  high: number,
) => Interval95 | null;

function finishScale(
  metric: Metric<ScaleState>,
  state: ScaleState,
  meanInterval: MeanInterval | null,
): Result {
  const { rule, tally, moments, steps } = state;
  const result = baseResult(metric, state, rule.method);
  result.direction = rule.direction;
  const { n } = tally;
  const size = effectiveSize(tally);
  // Counts of the two groups alone say nothing about steps or their mean.
  const scored = n === 0 || Math.abs(moments.weight - n) <= n * 1e-12;
  if (scored && !rule.words)
    result.parts = Object.fromEntries(steps.map((count, i) => [String(rule.low + i), count]));
  else result.parts = { [rule.groups[0]]: n - state.share, [rule.groups[1]]: state.share };
  if (rule.mean) result.unit = 'score';
  else Object.assign(result, { numerator: state.share, denominator: n });
  if (!(n > 0)) return result;
  if (scored && !rule.words) {
    result.mean = moments.mean;
    const sd = deviation(moments, size);
    if (sd !== undefined) result.sd = sd;
  }
  if (!rule.mean) {
    result.value = (state.share / n) * 100;
    result.interval = wilsonPercent(state.share / n, size);
  } else if (result.mean !== undefined) {
    result.value = result.mean;
    if (!meanInterval) throw new Error('means were not loaded');
    if (result.sd !== undefined)
      result.interval = meanInterval(result.mean, result.sd, size, rule.low, rule.high);
  }
  return result;
}

/** What the two scale metrics have in common; each gives its words and its rule, and the interval of means where it has any. */
export function scaleFold(
  spec: Pick<Metric, 'id' | 'text' | 'formula' | 'components' | 'componentKeys'>,
  ruleOf: (options: MetricOptions) => ScaleRule,
  meanInterval: MeanInterval | null,
): Metric<ScaleState> {
  const share = spec.componentKeys[0]!;
  const metric: Metric<ScaleState> = {
    ...spec,
    unit: 'percent',
    direction: 'up',
    scale: [0, 100],
    test: 'proportion',
    fields: ['score'],
    start(options) {
      const rule = ruleOf(options);
      return {
        tally: newTally(),
        rule,
        score: fieldOf('score', options, true),
        share: 0,
        steps: new Array<number>(rule.high - rule.low + 1).fill(0),
        moments: newMoments(),
      };
    },
    add(state, record, weight, row) {
      const { rule, tally } = state;
      const value = readField(record, state.score);
      const score = readScore(value, rule);
      if (score === null) tally.unanswered += weight;
      else if (score === undefined || score < rule.low || score > rule.high)
        reject(tally, weight, row, 'score', value);
      else {
        countAnswer(tally, weight);
        addScore(state, score, weight);
      }
    },
    addComponents(state, components) {
      const counts = own(components, 'counts');
      if (counts !== undefined) return addCounts(state, counts);
      const [below, from] = state.rule.groups;
      if (own(components, from) !== undefined && own(components, below) !== undefined) {
        const part = componentCount(components, from);
        state.share += part;
        return countPeople(state.tally, part + componentCount(components, below));
      }
      if (state.rule.mean)
        throw new RangeError('missing component: counts; a mean needs the count of each score');
      const part = componentCount(components, share);
      const n = componentCount(components, 'n');
      if (part > n)
        throw new RangeError(`components disagree: ${part} of ${n} answers are ${share}`);
      state.share += part;
      countPeople(state.tally, n);
    },
    merge: (a, b) => ({
      tally: mergeTallies(a.tally, b.tally),
      rule: a.rule,
      score: a.score,
      share: a.share + b.share,
      steps: a.steps.map((count, i) => count + b.steps[i]!),
      moments: mergeMoments(a.moments, b.moments),
    }),
    finish: (state) => finishScale(metric, state, meanInterval),
  };
  return metric;
}
