/** One Result from whatever was given. Works on a Metric object, so that a page pays only for the metrics it names. */
import { own } from './field';
import type { Metric, MetricOptions, Result } from './metric';
import { parseCount, parseNumber, show } from './number';
import { isOutside, readyResult } from './ready';
import { filtered } from './filter';
import { Tabulation } from './tabulate';

/** Exactly one of the four: records, counts per step, components, or a value somebody else has computed. */
export interface Given {
  /** Records, weighted records, rows of components or one ready row. */
  records?: Iterable<unknown>;
  /** Answers per step of the scale: a list from the first step, or by step or word. */
  counts?: readonly number[] | Readonly<Record<string, number>>;
  /** What the metric is made of: `{ promoters, passives, detractors }`. */
  components?: Readonly<Record<string, unknown>>;
  /** A ready value, with the size `n` that it was made from if that is known. */
  value?: number | string | null;
  n?: number | string | null;
}

function has(given: Given, name: keyof Given): boolean {
  return own(given, name) !== undefined;
}

/**
 * Computes a metric. No answers give `value: null`, never 0.
 *
 * Throws `RangeError` for options that cannot be used, components that
 * contradict each other and a value that is none. A bad record never throws: it
 * is counted in `invalid` and named in `issues`.
 */
export function computeWith(metric: Metric, given: Given, options: MetricOptions = {}): Result {
  const names = (['records', 'counts', 'components', 'value'] as const).filter((name) =>
    has(given, name),
  );
  if (names.length !== 1) {
    throw new RangeError(
      `nothing to compute ${metric.id} from: give one of records, counts, components, value${names.length ? `, not ${names.join(' and ')}` : ''}`,
    );
  }
  if (has(given, 'records')) {
    const { records } = given;
    if (
      typeof records !== 'object' ||
      records === null ||
      typeof records[Symbol.iterator] !== 'function'
    ) {
      throw new RangeError(`invalid records: ${show(records)}; a list is needed`);
    }
    const tabulation = new Tabulation({ ...filtered(options), metric });
    tabulation.add(records);
    return tabulation.cells(false)[0]!.result;
  }
  const state = metric.start(options);
  if (has(given, 'value')) {
    const value = parseNumber(given.value);
    const n = parseCount(given.n);
    if (value === undefined) throw new RangeError(`invalid value: ${show(given.value)}`);
    if (n === undefined) throw new RangeError(`invalid n: ${show(given.n)}`);
    const result = readyResult(metric, state, options, { value, n: n ?? 0 });
    const [low, high] = metric.scale;
    if (value !== null && result.unit === metric.unit && isOutside(value, metric.scale))
      throw new RangeError(
        `value ${show(value)} is outside ${low} to ${high ?? '∞'} of ${metric.id}`,
      );
    return result;
  }
  const components = has(given, 'counts') ? { counts: given.counts } : given.components;
  if (typeof components !== 'object' || components === null)
    throw new RangeError(`invalid components: ${show(components)}`);
  metric.addComponents(state, components, 0);
  return metric.finish(state);
}
