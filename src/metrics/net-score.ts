/** The fold of net scores: share of the best group less share of the worst, −100 to 100. NPS and sentiment. */
import { fieldOf, own, readField, type Field } from './field';
import { adjustedWald } from './interval';
import type { FoldState, Metric, MetricOptions } from './metric';
import { show } from './number';
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

export interface NetState<Rule> extends FoldState {
  rule: Rule;
  fields: Field[];
  /** Σw of the worst, middle and best group. */
  groups: [number, number, number];
  /** Σ of the scores and their weights, where answers are scores. */
  sum: number;
  scored: number;
}

const isBlank = (value: unknown): boolean =>
  value === null || (typeof value === 'string' && value.trim() === '');

/** 0 for the worst group, 1 for the middle, 2 for the best; `null` no answer, `undefined` none that can be used. */
export type Grade = 0 | 1 | 2 | null | undefined;

export function netFold<Rule>(
  spec: Pick<Metric, 'id' | 'text' | 'formula' | 'fields'> & {
    /** Names of worst, middle and best group: parts and components. */
    groups: readonly [string, string, string];
    rule(options: MetricOptions): Rule;
    method(rule: Rule): string;
    grade(value: unknown, rule: Rule, at: number): Grade;
    /** The score behind a grade, for the mean; absent where nobody asks for it. */
    score?(value: unknown, at: number): number | null;
    /** The groups are also named at the top of the Result. */
    named?: boolean;
  },
): Metric<NetState<Rule>> {
  const { id, text, formula, fields, groups: names } = spec;

  /** Counts per answer: a list from score 0, or by score or label. */
  function addPerScore(state: NetState<Rule>, counts: unknown): void {
    const people = peopleBy(counts, (key) => {
      const grade = spec.grade(key, state.rule, 0);
      if (grade !== null && grade !== undefined) return grade;
      throw new RangeError(`invalid counts: no answer ${show(key)}`);
    });
    for (const [grade, count] of people) {
      state.groups[grade] += count;
      countPeople(state.tally, count);
    }
  }

  const metric: Metric<NetState<Rule>> = {
    id,
    unit: 'points',
    direction: 'up',
    scale: [-100, 100],
    test: 'nps',
    text,
    fields,
    components: names,
    componentKeys: names,
    formula,
    start: (options) => ({
      tally: newTally(),
      rule: spec.rule(options),
      fields: fields.map((name, i) => fieldOf(name, options, i === 0)),
      groups: [0, 0, 0],
      sum: 0,
      scored: 0,
    }),
    add(state, record, weight, row) {
      let at = 0;
      let value = readField(record, state.fields[0]!);
      // The next field is only read where the one before has no answer.
      while (at + 1 < fields.length && isBlank(value))
        value = readField(record, state.fields[++at]!);
      const grade = spec.grade(value, state.rule, at);
      if (grade === null) {
        state.tally.unanswered += weight;
      } else if (grade === undefined) {
        reject(state.tally, weight, row, fields[at]!, value);
      } else {
        countAnswer(state.tally, weight);
        state.groups[grade] += weight;
        // A page may have written to Object.prototype.
        const score = (own(spec, 'score') as typeof spec.score)?.(value, at) ?? null;
        if (score !== null) {
          state.sum += score * weight;
          state.scored += weight;
        }
      }
    },
    addComponents(state, components) {
      const perScore = own(components, 'counts');
      if (perScore !== undefined) return addPerScore(state, perScore);
      const counts = names.map((name) => {
        const count = componentCount(components, name);
        if (count % 1) throw new RangeError(`invalid ${name}: ${count}`);
        return count;
      });
      counts.forEach((count, i) => {
        state.groups[i]! += count;
        countPeople(state.tally, count);
      });
    },
    merge: (a, b) => ({
      ...a,
      tally: mergeTallies(a.tally, b.tally),
      groups: [a.groups[0] + b.groups[0], a.groups[1] + b.groups[1], a.groups[2] + b.groups[2]],
      sum: a.sum + b.sum,
      scored: a.scored + b.scored,
    }),
    finish(state) {
      const { tally, groups } = state;
      const result = baseResult(metric, state, spec.method(state.rule));
      const [worst, middle, best] = names;
      result.parts = { [worst]: groups[0], [middle]: groups[1], [best]: groups[2] };
      if (spec.named) Object.assign(result, result.parts);
      if (state.scored > 0) result.mean = state.sum / state.scored;
      if (tally.n > 0) {
        result.value = ((groups[2] - groups[0]) / tally.n) * 100;
        result.interval = adjustedWald(
          groups[2] / tally.n,
          groups[0] / tally.n,
          effectiveSize(tally),
        );
      }
      return result;
    },
  };
  return metric;
}
