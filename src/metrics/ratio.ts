/** The fold of ratios of sums, in per cent: shares of working time. There is no interval, since seconds are no answers. */
import { durationsOf, parseDuration, type DurationFormat } from './duration';
import { fieldOf, readField, type Field } from './field';
import type { FoldState, Metric } from './metric';
import { baseResult, countAnswer, mergeTallies, newTally, reject, rejectFor } from './tally';

export interface RatioState extends FoldState {
  fields: Field[];
  durations: DurationFormat;
  top: number;
  bottom: number;
}

export function ratioFold(
  spec: Pick<Metric, 'id' | 'text' | 'formula' | 'fields'> & {
    method: string;
    /** Numerator and denominator from the fields' seconds. */
    sums(seconds: readonly number[]): readonly [number, number];
    /** How an error says that more time was used than there was. */
    disagree(top: number, bottom: number): string;
  },
): Metric<RatioState> {
  const { id, text, formula, fields } = spec;

  /** The seconds, or the index of the field that has none, and whether it is blank. */
  function read(state: RatioState, record: unknown): number[] | { at: number; blank: boolean } {
    const seconds: number[] = [];
    for (let at = 0; at < state.fields.length; at++) {
      const value = parseDuration(readField(record, state.fields[at]!), state.durations);
      if (value === null || value === undefined) return { at, blank: value === null };
      seconds.push(value);
    }
    return seconds;
  }

  const metric: Metric<RatioState> = {
    id,
    unit: 'percent',
    direction: 'range',
    scale: [0, 100],
    test: 'none',
    text,
    formula,
    fields,
    components: fields,
    // A row of sums reads like a record of one agent: no need to tell them apart.
    componentKeys: [],
    start: (options) => ({
      tally: newTally(),
      fields: fields.map((name, i) => fieldOf(name, options, i === 0)),
      durations: durationsOf(options),
      top: 0,
      bottom: 0,
    }),
    add(state, record, weight, row) {
      const seconds = read(state, record);
      if (!Array.isArray(seconds)) {
        const field = state.fields[seconds.at]!;
        if (seconds.blank) state.tally.unanswered += weight;
        else reject(state.tally, weight, row, field.name, readField(record, field));
        return;
      }
      const [top, bottom] = spec.sums(seconds);
      if (top > bottom)
        return rejectFor(state.tally, weight, row, fields.at(-1)!, spec.disagree(top, bottom));
      countAnswer(state.tally, weight);
      state.top += top * weight;
      state.bottom += bottom * weight;
    },
    addComponents(state, components) {
      const given = Object.fromEntries(
        state.fields.map(({ name, key }) => [
          key,
          Object.hasOwn(components, name) ? components[name] : null,
        ]),
      );
      const seconds = read(state, given);
      if (!Array.isArray(seconds)) {
        const name = fields[seconds.at]!;
        throw new RangeError(`${seconds.blank ? 'missing component:' : 'invalid'} ${name}`);
      }
      const [top, bottom] = spec.sums(seconds);
      if (top > bottom) throw new RangeError(`components disagree: ${spec.disagree(top, bottom)}`);
      countAnswer(state.tally, 1);
      state.top += top;
      state.bottom += bottom;
    },
    merge: (a, b) => ({
      ...a,
      tally: mergeTallies(a.tally, b.tally),
      top: a.top + b.top,
      bottom: a.bottom + b.bottom,
    }),
    finish(state) {
      const result = baseResult(metric, state, spec.method);
      result.numerator = state.top;
      result.denominator = state.bottom;
      if (state.bottom > 0) result.value = (state.top / state.bottom) * 100;
      return result;
    },
  };
  return metric;
}
