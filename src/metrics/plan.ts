/** What to tabulate, and its settled form: each field found once, not once a row. */
import { fieldOf, hasField, own, readRaw, type Field } from './field';
import type { Metric, MetricOptions } from './metric';
import type { Interval } from './time';

/** Says of a row whether it counts, once the plan says where its fields are found; `null` keeps all. */
export type Filter = (plan: Partial<Plan>) => ((record: unknown) => boolean) | null;

export interface Plan extends MetricOptions {
  metric: Metric;
  /** Field whose values make the segments. */
  by?: string;
  /** Calendar periods to group by, in `timeZone`. */
  interval?: Interval;
  /** Rows to keep. */
  where?: Filter;
  /** Keeps rows from this instant or day on; a number is epoch milliseconds. */
  from?: string | number;
  /** Keeps rows before this instant or day. */
  to?: string | number;
}

/** Where a row's time is looked for, first found first. */
export const TIME_FIELDS = [
  'created_at',
  'date',
  'month',
  'week',
  'day',
  'period',
  'time',
  'timestamp',
];

export interface Settled {
  readonly count: Field;
  readonly value: Field;
  readonly n: Field;
  readonly by: Field | null;
  readonly times: readonly Field[];
  /** The metric's own; the first is what it answers with. */
  readonly fields: readonly Field[];
  readonly components: readonly Field[];
  /** The components that tell a row of sums; of a named base, that one. */
  readonly keys: readonly Field[];
  /** Whether a row is kept; `null` keeps all. */
  readonly keeps: ((record: unknown) => boolean) | null;
}

/** Settles a plan. Throws `RangeError` for options that cannot be used. */
export function settlePlan(plan: Plan): Settled {
  const { metric, by, fields, base } = plan;
  const field = (name: string): Field => fieldOf(name, plan);
  const mapped = (name: string): boolean => own(fields, name) !== undefined;
  return {
    count: field(mapped('weight') ? 'weight' : 'count'),
    value: field('value'),
    n: field('n'),
    by: by ? field(by) : null,
    times: (mapped('created_at') ? ['created_at'] : TIME_FIELDS).map(field),
    fields: metric.fields.map((name, i) => fieldOf(name, plan, i === 0)),
    components: [...metric.components, ...(base ? [base] : [])].map(field),
    keys: (base && metric.components.includes('base') ? [base] : metric.componentKeys).map(field),
    keeps: plan.where?.(plan) ?? null,
  };
}

/** Text of a segment, trimmed; `null` where there is none. */
export function segmentOf(value: unknown): string | null {
  if (typeof value === 'string') return value.trim() || null;
  return typeof value === 'number' || typeof value === 'boolean' ? String(value) : null;
}

/** Whether a row has any field that the metric answers with. */
export function isRecord(record: unknown, { fields }: Settled): boolean {
  return fields.some((field) => hasField(record, field));
}

/**
 * Whether a row is already counted: it has the telling components, counts per
 * step, or at least two components where no answer is.
 */
export function isCounted(record: unknown, { keys, fields, components }: Settled): boolean {
  if (typeof record !== 'object' || record === null) return false;
  const has = (field: Field): boolean => readRaw(record, field) !== undefined;
  // A flag is no count: `{ resolved: true, handled: true }` is one case.
  const tells = (field: Field): boolean =>
    has(field) && typeof readRaw(record, field) !== 'boolean';
  return (
    (keys.length > 0 && keys.every(tells)) ||
    Object.hasOwn(record, 'counts') ||
    (!fields.some(has) && components.filter(has).length > 1)
  );
}

/**
 * Whether a row may be a ready value. A metric that counts any record takes one
 * only where there is nothing else in it.
 */
export function isReady(record: unknown, { value, n, by, times, fields }: Settled): boolean {
  if (readRaw(record, value) === undefined) return false;
  if (fields.length > 0) return true;
  const known = [value, n, by, ...times].map((field) => field?.key);
  return Object.keys(record as object).every((key) => known.includes(key));
}

/** The row under canonical component names. */
export function componentsOf(
  record: unknown,
  { components }: Settled,
): Readonly<Record<string, unknown>> {
  const row = record as Record<string, unknown>;
  if (components.every((field) => field.key === field.name)) return row;
  const named = Object.fromEntries(components.map((field) => [field.name, readRaw(record, field)]));
  return { ...row, ...named };
}
