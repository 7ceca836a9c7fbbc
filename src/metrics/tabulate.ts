/** One pass over rows: group them by segment and period, fold each group into a Result. */
import { fieldOf, hasField, own, readField, readRaw, type Field } from './field';
import type { FoldState, Issue, Metric, MetricOptions, Result, Tally } from './metric';
import { parseNumber } from './number';
import { mergeReady, readyResult } from './ready';
import { mergeTallies, newTally, reject } from './tally';
import { bucketer, parseInstant, type Interval } from './time';
import { viewerZone } from './viewer-zone';

export { viewerZone } from './viewer-zone';

/** One condition: the field holds one of these values, compared as text. */
export interface Condition {
  field: string;
  values: readonly string[];
}

export interface Plan extends MetricOptions {
  metric: Metric;
  /** Field whose values make the segments. */
  by?: string;
  /** Calendar periods to group by, in `timeZone`. */
  interval?: Interval;
  /** Rows to keep: all conditions hold. */
  where?: readonly Condition[] | Readonly<Record<string, string | readonly string[]>>;
  /** Keeps rows from this instant or day on. */
  from?: string;
  /** Keeps rows before this instant or day. */
  to?: string;
}

export interface Cell {
  /** Trimmed text of the `by` field; `null` where it is missing, or there is no `by`. */
  segment: string | null;
  /** "2026-06", "2026-W23" …; `null` without `interval`, and for the rows whose time cannot be read. */
  period: string | null;
  result: Result;
}

interface Group {
  segment: string | null;
  period: string | null;
  state: FoldState;
  ready: { value: number | null; n: number } | null;
}

/** Where a row's time is looked for, first found first. */
const TIME_FIELDS = ['created_at', 'date', 'month', 'week', 'day', 'period', 'time', 'timestamp'];

function segmentOf(value: unknown): string | null {
  if (typeof value === 'string') return value.trim() || null;
  return typeof value === 'number' || typeof value === 'boolean' ? String(value) : null;
}

function conditionsOf({ where, ...options }: Plan): { field: Field; values: Set<string> }[] {
  const list = Array.isArray(where)
    ? (where as readonly Condition[])
    : Object.entries(where ?? {}).map(([field, values]) => ({
        field,
        values: typeof values === 'string' ? [values] : values,
      }));
  return list.map(({ field, values }) => ({
    field: fieldOf(field, options),
    values: new Set((values as readonly string[]).map((value) => value.trim())),
  }));
}

/**
 * Folds rows batch by batch; nothing of a batch is kept. A row is a record, a
 * record with `count`, a row of components, or a ready `{ value, n }`.
 *
 * Throws `RangeError` for options that cannot be used.
 */
export class Tabulation {
  readonly #plan: Plan;
  readonly #metric: Metric;
  readonly #count: Field;
  readonly #value: Field;
  readonly #n: Field;
  readonly #fields: readonly Field[];
  /** The telling component fields; of a named base, that one. */
  readonly #keys: readonly Field[];
  /** The other components; two of them in a row without an answer tell it as well. */
  readonly #components: readonly Field[];
  /** A row with the answer field is a record at once: no component has that name. */
  readonly #plain: boolean;
  readonly #by: Field | null;
  readonly #bucket: ((value: unknown) => string | null) | null;
  readonly #range: readonly [number, number] | null;
  readonly #where: readonly { field: Field; values: Set<string> }[];
  readonly #zone: string;
  #times: Field[];
  readonly #groups = new Map<string | null, Map<string | null, Group>>();
  /** Rows that no period can hold. */
  #unplaced: Tally = newTally();
  #rows = 0;
  /** Some row had a field that the metric reads. */
  #known = false;
  #found: string[] = [];

  constructor(plan: Plan) {
    const { metric, by, interval, from, to, fields } = plan;
    this.#plan = { ...plan };
    this.#metric = metric;
    metric.start(this.#plan);
    const mapped = (name: string): boolean => fields !== undefined && Object.hasOwn(fields, name);
    this.#count = fieldOf(mapped('weight') ? 'weight' : 'count', plan);
    this.#value = fieldOf('value', plan);
    this.#n = fieldOf('n', plan);
    this.#fields = metric.fields.map((name, i) => fieldOf(name, plan, i === 0));
    this.#keys = (
      plan.base && metric.components.includes('base') ? [plan.base] : metric.componentKeys
    ).map((name) => fieldOf(name, plan));
    this.#components = [...metric.components, ...(plan.base ? [plan.base] : [])].map((name) =>
      fieldOf(name, plan),
    );
    this.#plain =
      this.#fields.length > 0 &&
      !metric.components.includes(metric.fields[0]!) &&
      !metric.componentKeys.some((key) => metric.fields.includes(key));
    this.#by = by ? fieldOf(by, plan) : null;
    const isTimed = !!(interval || from || to);
    // Asking for the viewer's zone is slow, and a tile without periods has no use for it.
    this.#zone = plan.timeZone ?? (isTimed ? viewerZone() : 'UTC');
    this.#bucket = interval ? bucketer(interval, this.#zone) : null;
    this.#where = conditionsOf(plan);
    this.#times = (!isTimed ? [] : mapped('created_at') ? ['created_at'] : TIME_FIELDS).map(
      (name) => fieldOf(name, plan),
    );
    this.#range = from || to ? [this.#limit(from, -Infinity), this.#limit(to, Infinity)] : null;
  }

  #limit(text: string | undefined, none: number): number {
    if (!text) return none;
    const instant = parseInstant(text, this.#zone);
    if (!instant) throw new RangeError(`invalid date: ${JSON.stringify(text)}`);
    return instant.ms;
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
    if (this.#where.length > 0 && !this.#isWanted(record)) return;
    let period: string | null = null;
    if (this.#bucket || this.#range) {
      const time = this.#timeOf(record);
      if (this.#range) {
        const ms = parseInstant(time, this.#zone)?.ms;
        if (ms === undefined) return this.#unplace(record, row, time);
        if (ms < this.#range[0] || ms >= this.#range[1]) return;
      }
      if (this.#bucket) {
        period = this.#bucket(time);
        if (period === null) return this.#unplace(record, row, time);
      }
    }
    if (!this.#known && this.#found.length === 0 && typeof record === 'object' && record !== null) {
      this.#found = Object.keys(record);
    }
    const group = this.#group(this.#by && segmentOf(readField(record, this.#by)), period);
    const { state } = group;
    let weight = 1;
    const count = readRaw(record, this.#count);
    if (count !== undefined) {
      const parsed = parseNumber(count);
      if (parsed === undefined || (parsed !== null && parsed < 0)) {
        this.#known = true;
        return reject(state.tally, 1, row, this.#count.name, count);
      }
      weight = parsed ?? 1;
    }
    if (this.#plain && readRaw(record, this.#fields[0]!) !== undefined) this.#known = true;
    else if (this.#isCounted(record)) return this.#addComponents(state, record, row);
    else if (!this.#isRecord(record) && this.#addReady(group, record, row)) return;
    this.#metric.add(state, record, weight, row);
  }

  #isWanted(record: unknown): boolean {
    return this.#where.every(({ field, values }) =>
      values.has(segmentOf(readField(record, field)) ?? ''),
    );
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

  #unplace(record: unknown, row: number, time: unknown): void {
    this.#known ||= this.#isRecord(record) || this.#isCounted(record);
    reject(this.#unplaced, 1, row, this.#times[0]!.name, time);
  }

  #group(segment: string | null, period: string | null): Group {
    let periods = this.#groups.get(segment);
    if (!periods) this.#groups.set(segment, (periods = new Map<string | null, Group>()));
    let group = periods.get(period);
    if (!group) {
      const state = this.#metric.start(this.#plan);
      if (this.#count.name === 'weight') state.tally.survey = true;
      periods.set(period, (group = { segment, period, state, ready: null }));
    }
    return group;
  }

  #isRecord(record: unknown): boolean {
    if (!this.#fields.some((field) => hasField(record, field))) return false;
    return (this.#known = true);
  }

  #isCounted(record: unknown): boolean {
    if (typeof record !== 'object' || record === null) return false;
    const has = (field: Field): boolean => readRaw(record, field) !== undefined;
    const counted =
      (this.#keys.length > 0 &&
        this.#keys.every((field) => has(field) && typeof readRaw(record, field) !== 'boolean')) ||
      own(record, 'counts') !== undefined ||
      (!this.#fields.some(has) && this.#components.filter(has).length > 1);
    if (counted) this.#known = true;
    return counted;
  }

  #addComponents(state: FoldState, record: unknown, row: number): void {
    let components = record as Record<string, unknown>;
    if (this.#components.some((field) => field.key !== field.name)) {
      components = { ...components };
      for (const field of this.#components) components[field.name] = readRaw(record, field);
    }
    try {
      this.#metric.addComponents(state, components, row);
    } catch (error) {
      if (!(error instanceof RangeError)) throw error;
      reject(state.tally, 1, row, 'components', error.message);
    }
  }

  /** A metric that counts any record takes a row for a ready value only where there is nothing else in it. */
  #isBare(record: unknown): boolean {
    if (this.#fields.length > 0) return true;
    const known = [this.#value, this.#n, this.#by, ...this.#times].map((field) => field?.key);
    return Object.keys(record as object).every((key) => known.includes(key));
  }

  /** Takes a row that somebody else has computed; false where it is none. */
  #addReady(group: Group, record: unknown, row: number): boolean {
    const raw = readRaw(record, this.#value);
    if (raw === undefined || !this.#isBare(record)) return false;
    this.#known = true;
    const value = parseNumber(raw);
    const n = parseNumber(readRaw(record, this.#n));
    const [low, high] = this.#metric.scale;
    if (
      value === undefined ||
      (value !== null && ((low ?? value) > value || (high ?? value) < value))
    ) {
      reject(group.state.tally, 1, row, 'value', raw);
    } else if (n === undefined || (n !== null && n < 0)) {
      reject(group.state.tally, 1, row, 'n', readRaw(record, this.#n));
    } else {
      const ready = { value, n: n ?? 0 };
      const merged = group.ready ? mergeReady(this.#metric, group.ready, ready) : ready;
      if (!merged) throw twoValues(group);
      group.ready = merged;
    }
    return true;
  }

  #finish({ segment, period, state, ready }: Group): Cell {
    if (ready && state.tally.n > 0) throw twoValues({ segment, period });
    const result = ready
      ? readyResult(this.#metric, state, this.#plan, ready.value, ready.n)
      : this.#metric.finish(state);
    return { segment, period, result };
  }

  /**
   * The cells so far: segments in order of first appearance, periods ascending,
   * and last, where there are any, the rows whose time cannot be read. Without
   * `by` and `interval` there is always one cell.
   *
   * Throws `RangeError` where no row has a field that the metric reads.
   */
  cells(): Cell[] {
    this.#check();
    return this.#cells();
  }

  /** The one Result without `by` and `interval`, null of no answers where no row has the metric's fields. */
  result(): Result {
    return this.#cells()[0]!.result;
  }

  #cells(): Cell[] {
    if (!this.#by && !this.#bucket) this.#group(null, null);
    const cells: Cell[] = [];
    for (const periods of this.#groups.values()) {
      const groups = [...periods.values()];
      if (this.#bucket) groups.sort((a, b) => (a.period! < b.period! ? -1 : 1));
      for (const group of groups) cells.push(this.#finish(group));
    }
    if (this.#unplaced.invalid > 0 && this.#bucket) {
      const state = this.#metric.start(this.#plan);
      state.tally = mergeTallies(state.tally, this.#unplaced);
      cells.push({ segment: null, period: null, result: this.#metric.finish(state) });
    } else if (this.#unplaced.invalid > 0 && cells[0]) {
      // Nothing but a range of time was asked for: the rows outside any time belong to the one answer there is.
      const { result } = cells[0];
      const issues: Issue[] = [...(result.issues ?? []), ...this.#unplaced.issues].slice(0, 10);
      cells[0].result = { ...result, invalid: result.invalid + this.#unplaced.invalid, issues };
    }
    return cells;
  }

  #check(): void {
    if (
      this.#known ||
      this.#rows === 0 ||
      this.#metric.fields.length === 0 ||
      this.#found.length === 0
    )
      return;
    const key = this.#fields[0]!.key;
    throw new RangeError(
      `no field ${JSON.stringify(key)} in the rows; found: ${this.#found.slice(0, 12).join(', ')}`,
    );
  }
}

function twoValues({ segment, period }: Pick<Group, 'segment' | 'period'>): RangeError {
  const place = [segment, period].filter((part) => part !== null).join(', ');
  return new RangeError(
    `several ready values${place && ` for ${place}`} cannot be merged; give counts or records instead`,
  );
}
