/** The fold of means: Σ values / n, with Student's interval where the values themselves are known. */
import { durationsOf, type DurationFormat } from './duration';
import { fieldOf, own, type Field } from './field';
import { meanInterval } from './interval';
import type { FoldState, Metric, MetricOptions } from './metric';
import { addMoment, deviation, mergeMoments, newMoments, type Moments } from './moments';
import { parseNumber } from './number';
import {
  baseResult,
  componentCount,
  countAnswer,
  countPeople,
  effectiveSize,
  mergeTallies,
  newTally,
} from './tally';
import { settle } from './verdict';

export interface MeanState extends FoldState {
  fields: Field[];
  durations: DurationFormat;
  moments: Moments;
  /** Sums that somebody else has made: they have a mean but no spread. */
  sum: number;
  pending: number;
}

export interface MeanSpec extends Pick<
  Metric,
  'id' | 'unit' | 'direction' | 'text' | 'formula' | 'fields' | 'components' | 'componentKeys'
> {
  method: string;
  /** A value from 0 up, or a verdict why there is none. */
  read(record: unknown, fields: readonly Field[], durations: DurationFormat): number;
  /** Sum and size from components; `has` tells a component that is 0 from one that is not there. */
  sum(
    of: (name: string, required?: boolean) => number,
    has: (name: string) => boolean,
  ): readonly [number, number];
}

export function meanFold(spec: MeanSpec): Metric<MeanState> {
  const { id, unit, direction, text, formula, fields, components, componentKeys } = spec;
  const metric: Metric<MeanState> = {
    id,
    unit,
    direction,
    scale: [0, null],
    test: 'mean',
    text,
    formula,
    fields,
    components,
    componentKeys,
    start: (options: MetricOptions) => ({
      tally: newTally(),
      fields: fields.map((name, i) => fieldOf(name, options, i === 0)),
      durations: durationsOf(options),
      moments: newMoments(),
      sum: 0,
      pending: 0,
    }),
    add(state, record, weight, row) {
      const value = spec.read(record, state.fields, state.durations);
      if (value >= 0) {
        countAnswer(state.tally, weight);
        addMoment(state.moments, value, weight);
      } else settle(state, value, record, weight, row);
    },
    addComponents(state, given) {
      const [sum, size] = spec.sum(
        (name, required) => componentCount(given, name, required),
        (name) => parseNumber(own(given, name)) !== null,
      );
      if (sum > 0 && size === 0)
        throw new RangeError(`components disagree: a sum of ${sum} over nobody`);
      state.sum += sum;
      countPeople(state.tally, size);
    },
    merge: (a, b) => ({
      ...a,
      tally: mergeTallies(a.tally, b.tally),
      moments: mergeMoments(a.moments, b.moments),
      sum: a.sum + b.sum,
      pending: a.pending + b.pending,
    }),
    finish(state) {
      const { tally, moments, sum } = state;
      const { n } = tally;
      const result = baseResult(metric, state, spec.method);
      if (!(n > 0)) return result;
      const counted = n - moments.weight > n * 1e-12;
      const total = sum + moments.mean * moments.weight;
      const mean = counted ? total / n : moments.mean;
      Object.assign(result, { value: mean, mean, numerator: total, denominator: n });
      const size = effectiveSize(tally);
      const sd = counted ? undefined : deviation(moments, size);
      if (sd !== undefined) {
        result.sd = sd;
        result.interval = meanInterval(mean, sd, size, 0);
      }
      return result;
    },
  };
  return metric;
}
