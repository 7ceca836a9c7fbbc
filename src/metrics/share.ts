/** The fold of rates: how many of a base, in per cent, with Wilson's interval. */
import { fieldOf, type Field } from './field';
import type { DurationFormat } from './duration';
import { wilsonPercent } from './interval';
import type { FoldState, Metric, MetricOptions } from './metric';
import {
  baseResult,
  componentCount,
  countAnswer,
  countPeople,
  effectiveSize,
  mergeTallies,
  newTally,
} from './tally';
import { HIT, judgeFlag, MISS, settle } from './verdict';

/** The settled options of a rate. */
export interface ShareRule {
  readonly method: string;
  /** Name of the base, where people choose it. */
  readonly base?: string;
  /** Short abandons, thresholds: what the metric's own readers need. */
  readonly limit?: number;
  readonly short?: number;
  readonly kind?: string;
  /** What the rate becomes: a monthly one made yearly. Plain data, so it is named. */
  readonly yearly?: boolean;
  /** How waits are written. */
  readonly durations?: DurationFormat;
}

export interface ShareState extends FoldState {
  rule: ShareRule;
  fields: Field[];
  /** A yes-or-no field that must not say no, where the base was named. */
  base: Field | null;
  hits: number;
  pending: number;
}

/** A monthly rate as a yearly one: 1 − (1 − m)^12, since each month takes its share of who is left. */
export const annual = (percent: number): number => (1 - (1 - percent / 100) ** 12) * 100;

export interface ShareSpec extends Pick<
  Metric,
  'id' | 'text' | 'isNamedByMethod' | 'formula' | 'fields' | 'components' | 'componentKeys'
> {
  direction?: Metric['direction'];
  /** Names of the rest and of the hits, for `parts`. */
  groups: readonly [string, string];
  rule(options: MetricOptions): ShareRule;
  judge(record: unknown, fields: readonly Field[], rule: ShareRule): number;
  /** Hits and base from components; throws `RangeError` where they cannot be. */
  count(
    of: (name: string, required?: boolean) => number,
    rule: ShareRule,
  ): readonly [number, number];
  /** How an error says that more hit than there were: "130 of 100 customers stayed". */
  disagree(hits: number, base: number): string;
}

export function shareFold(spec: ShareSpec): Metric<ShareState> {
  const { id, text, isNamedByMethod, formula, fields, components, componentKeys } = spec;
  const { direction = 'up', groups } = spec;
  const metric: Metric<ShareState> = {
    id,
    unit: 'percent',
    direction,
    scale: [0, 100],
    test: 'proportion',
    text,
    isNamedByMethod,
    fields,
    components,
    componentKeys,
    formula,
    given: (value, options) => (spec.rule(options).yearly ? annual(value) : value),
    start: (options) => ({
      tally: newTally(),
      rule: spec.rule(options),
      fields: fields.map((name, i) => fieldOf(name, options, i === 0)),
      base: options.base ? fieldOf(options.base, options) : null,
      hits: 0,
      pending: 0,
    }),
    add(state, record, weight, row) {
      const { tally } = state;
      if (state.base && judgeFlag(record, state.base, 0) === MISS) return;
      const verdict = spec.judge(record, state.fields, state.rule);
      if (verdict >= MISS) {
        countAnswer(tally, weight);
        if (verdict === HIT) state.hits += weight;
      } else settle(state, verdict, record, weight, row);
    },
    addComponents(state, given) {
      const [hits, base] = spec.count(
        // A base that the option names may also stand under `base`.
        (name, required) =>
          componentCount(
            given,
            name === state.rule.base && !Object.hasOwn(given, name) && Object.hasOwn(given, 'base')
              ? 'base'
              : name,
            required,
          ),
        state.rule,
      );
      if (hits > base || hits < 0)
        throw new RangeError(`components disagree: ${spec.disagree(hits, base)}`);
      state.hits += hits;
      countPeople(state.tally, base);
    },
    merge: (a, b) => ({
      ...a,
      tally: mergeTallies(a.tally, b.tally),
      hits: a.hits + b.hits,
      pending: a.pending + b.pending,
    }),
    finish(state) {
      const { tally, hits, rule, pending } = state;
      const result = baseResult(metric, state, rule.method);
      Object.assign(result, {
        numerator: hits,
        denominator: tally.n,
        parts: { [groups[0]]: tally.n - hits, [groups[1]]: hits },
        ...(pending > 0 && { pending }),
      });
      if (!(tally.n > 0)) return result;
      const share = hits / tally.n;
      const interval = wilsonPercent(share, effectiveSize(tally))!;
      result.value = rule.yearly ? annual(share * 100) : share * 100;
      result.interval = rule.yearly ? [annual(interval[0]), annual(interval[1])] : interval;
      return result;
    },
  };
  return metric;
}
