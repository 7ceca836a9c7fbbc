/** One pass over rows: group them by segment and, where they are timed, by period; fold each group into a Result. */
import { hasField, readField, readRaw, type Field } from './field';
import type { FoldState, Metric, Result } from './metric';
import { parseCount, parseNumber } from './number';
import {
  componentsOf,
  isCounted,
  isReady,
  isRecord,
  segmentOf,
  settlePlan,
  type Plan,
  type Settled,
} from './plan';
import { isOutside, mergeReady, readyResult, type Ready } from './ready';
import { mergeTallies, newTally, reject, rejectFor, withRejected } from './tally';

/** Which rows are kept for their time, and which period each belongs to. */
export interface Timing {
  /** Epoch milliseconds: from the first on, before the second; `null` keeps all. */
  readonly range: readonly [from: number, to: number] | null;
  /** Epoch milliseconds of a row's time; `undefined` where it cannot be read. */
  msOf(time: unknown): number | undefined;
  /** Name of a row's period, `null` where its time cannot be read; `null` without periods. */
  readonly bucket: ((time: unknown) => string | null) | null;
}

export interface Cell {
  /** Trimmed text of the `by` field; `null` where it is missing, or there is no `by`. */
  segment: string | null;
  /** "2026-06", "2026-W23" …; `null` without `interval`, and for the rows whose time cannot be read. */
  period: string | null;
  result: Result;
}

interface Group {
  readonly segment: string | null;
  readonly period: string | null;
  readonly state: FoldState;
  ready: Ready | null;
}

/**
 * Folds rows batch by batch; nothing of a batch is kept. A row is a record, a
 * record with `count`, a row of components, or a ready `{ value, n }`.
 *
 * `count` is a number of people; fractions, and a mapped `weight`, are survey
 * weights. Throws `RangeError` for options that cannot be used.
 */
export class RowFold {
  readonly #plan: Plan;
  readonly #metric: Metric;
  readonly #settled: Settled;
  readonly #timing: Timing | null;
  #times: readonly Field[];
  /** By period, then segment. */
  readonly #groups = new Map<string | null, Map<string | null, Group>>();
  /** Rows mostly come in the order of time: the period of the last row, and its groups. */
  #period: string | null | undefined;
  #segments = new Map<string | null, Group>();
  /** Segments in order of first appearance. */
  readonly #order = new Set<string | null>();
  /** Rows that no period can hold. */
  readonly #unplaced = newTally();
  #rows = 0;
  /** Some row had a field that the metric reads. */
  #known = false;
  #found: readonly string[] = [];

  /** Without `timing` all rows count, and are of no period, whatever the plan says of time. */
  constructor(plan: Plan, timing: Timing | null = null) {
    // A copy: the metric may settle its options once per object. Its own options only: what a page
    // wrote to Object.prototype is none of them.
    this.#plan = Object.assign(Object.create(null) as Plan, plan);
    this.#metric = plan.metric;
    this.#metric.start(this.#plan);
    this.#settled = settlePlan(this.#plan);
    this.#times = this.#settled.times;
    this.#timing = timing;
  }

  /** Folds a batch of rows. `firstRow` is the position of the first in the whole input; default: after the last batch. */
  add(records: Iterable<unknown>, firstRow = this.#rows): void {
    let row = firstRow;
    if (Array.isArray(records))
      for (let i = 0; i < records.length; i++) this.#addRow(records[i], row++);
    else for (const record of records) this.#addRow(record, row++);
    this.#rows = Math.max(this.#rows, row);
  }

  #addRow(record: unknown, row: number): void {
    const settled = this.#settled;
    const { by, count, keeps } = settled;
    const timing = this.#timing;
    if (keeps !== null && !keeps(record)) return;
    if (!this.#known) this.#look(record);
    let period: string | null = null;
    if (timing !== null) {
      const { range, bucket } = timing;
      const time = this.#timeOf(record);
      if (range !== null) {
        const ms = timing.msOf(time);
        if (ms === undefined) return this.#unplace(row, time);
        if (ms < range[0] || ms >= range[1]) return;
      }
      if (bucket !== null) {
        period = bucket(time);
        if (period === null) return this.#unplace(row, time);
      }
    }
    const group = this.#group(by === null ? null : segmentOf(readField(record, by)), period);
    const { state } = group;
    let weight = 1;
    const written = readRaw(record, count);
    if (written !== undefined) {
      const parsed = parseCount(written);
      if (parsed === undefined) return reject(state.tally, 1, row, count.name, written);
      weight = parsed ?? 1;
    }
    if (!this.#isPlain(record)) {
      if (isCounted(record, settled)) return this.#addComponents(state, record, row);
      if (!isRecord(record, settled) && isReady(record, settled))
        return this.#addReady(group, record, row);
    }
    this.#metric.add(state, record, weight, row);
  }

  /** The common case in two looks: an answer, and no component that tells a row of sums. */
  #isPlain(record: unknown): boolean {
    const { fields, keys } = this.#settled;
    return (
      fields.length > 0 &&
      readRaw(record, fields[0]!) !== undefined &&
      (keys.length === 0 || readRaw(record, keys[0]!) === undefined)
    );
  }

  /** Until a row is found that the metric can read; then never again. */
  #look(record: unknown): void {
    const settled = this.#settled;
    this.#known =
      isRecord(record, settled) || isCounted(record, settled) || isReady(record, settled);
    if (this.#found.length === 0 && typeof record === 'object' && record !== null)
      this.#found = Object.keys(record);
  }

  #timeOf(record: unknown): unknown {
    const times = this.#times;
    const value = readField(record, times[0]!);
    if (value !== null || times.length === 1) return value;
    const at = times.findIndex((field) => hasField(record, field));
    // Rows of one source are alike: the next one is looked up here first.
    if (at > 0) this.#times = [times[at]!, ...times.filter((_, i) => i !== at)];
    return at < 0 ? null : readField(record, times[at]!);
  }

  #unplace(row: number, time: unknown): void {
    reject(this.#unplaced, 1, row, this.#times[0]!.name, time);
  }

  #group(segment: string | null, period: string | null): Group {
    if (period !== this.#period) {
      let segments = this.#groups.get(period);
      if (!segments) this.#groups.set(period, (segments = new Map<string | null, Group>()));
      this.#segments = segments;
      this.#period = period;
    }
    return this.#segments.get(segment) ?? this.#newGroup(segment, period);
  }

  #newGroup(segment: string | null, period: string | null): Group {
    const state = this.#metric.start(this.#plan);
    if (this.#settled.count.name === 'weight') state.tally.survey = true;
    const group: Group = { segment, period, state, ready: null };
    this.#segments.set(segment, group);
    this.#order.add(segment);
    return group;
  }

  /**
   * A row of components that contradict each other is an invalid row; the issue says how. Groups
   * of answers count also where the row names another sum of them, or another value, which is an
   * issue alone.
   */
  #addComponents(state: FoldState, record: unknown, row: number): void {
    const { tally } = state;
    const metric = this.#metric;
    const { n, value } = this.#settled;
    try {
      const counted = componentsOf(record, this.#settled);
      metric.addComponents(state, counted, row);
      if (metric.fields[0] !== 'score') return;
      for (const field of [n, value]) {
        const said = readRaw(record, field);
        const number = parseNumber(said);
        if (number === null) continue;
        const alone = metric.start(this.#plan);
        metric.addComponents(alone, counted, row);
        const made = metric.finish(alone)[field.name as 'n' | 'value'];
        // What was rounded is the same figure.
        if (!(Math.abs(number! - made!) <= 0.5)) reject(tally, 0, row, field.name, said);
      }
    } catch (error) {
      if (!(error instanceof RangeError)) throw error;
      rejectFor(tally, 1, row, 'components', error.message);
    }
  }

  #addReady(group: Group, record: unknown, row: number): void {
    const { tally } = group.state;
    const [rawValue, rawN] = [
      readRaw(record, this.#settled.value),
      readRaw(record, this.#settled.n),
    ];
    const value = parseNumber(rawValue);
    const n = parseCount(rawN);
    if (value === undefined || (value !== null && isOutside(value, this.#metric.scale)))
      return reject(tally, 1, row, 'value', rawValue);
    if (n === undefined) return reject(tally, 1, row, 'n', rawN);
    const ready = { value, n: n ?? 0 };
    const merged = group.ready ? mergeReady(this.#metric, group.ready, ready) : ready;
    if (!merged) throw twoValues(group);
    group.ready = merged;
  }

  #finish(group: Group): Cell {
    const { segment, period, state, ready } = group;
    if (ready && state.tally.n > 0) throw twoValues(group);
    const result = ready
      ? readyResult(this.#metric, state, this.#plan, ready)
      : this.#metric.finish(state);
    return { segment, period, result };
  }

  /**
   * The cells so far: segments in order of first appearance, periods ascending,
   * and last, where there are any, the rows whose time cannot be read. Without
   * `by` and `interval` there is always one cell.
   *
   * Throws `RangeError` where no row has a field that the metric reads, unless nobody `needsField`,
   * and where ready values meet in one cell that cannot be merged.
   */
  cells(needsField = true): Cell[] {
    const { by, fields } = this.#settled;
    if (needsField && !this.#known && fields[0] && this.#found.length > 0) {
      const found = this.#found.slice(0, 12).join(', ');
      throw new RangeError(
        `no field ${JSON.stringify(fields[0].key)} in the rows; found: ${found}`,
      );
    }
    const bucket = this.#timing?.bucket;
    if (!by && !bucket) this.#group(null, null);
    const cells: Cell[] = [];
    const periods = [...this.#groups.keys()].sort((a, b) => (a! < b! ? -1 : 1));
    for (const segment of this.#order) {
      for (const period of periods) {
        const group = this.#groups.get(period)!.get(segment);
        if (group) cells.push(this.#finish(group));
      }
    }
    if (this.#unplaced.invalid === 0) return cells;
    if (bucket || by || !cells[0]) {
      const state = this.#metric.start(this.#plan);
      state.tally = mergeTallies(state.tally, this.#unplaced);
      return [...cells, { segment: null, period: null, result: this.#metric.finish(state) }];
    }
    // Only a range of time was asked for: the rows outside any time belong to the one answer there is.
    cells[0].result = withRejected(cells[0].result, this.#unplaced);
    return cells;
  }
}

function twoValues({ segment, period }: Pick<Group, 'segment' | 'period'>): RangeError {
  const place = [segment, period].filter((part) => part !== null).join(', ');
  return new RangeError(
    `several ready values${place && ` for ${place}`} cannot be merged; give counts or records instead`,
  );
}
