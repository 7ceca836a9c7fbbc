/** Which rows count, as `where` says it. */
import { fieldOf, own, readField, type Field } from './field';
import type { MetricOptions } from './metric';
import { segmentOf, type Filter } from './plan';

/** A value that a field is to hold, compared as text: 1 and "1" are alike. */
type Wanted = string | number | boolean;

/** One condition: the field holds one of these values, compared as text. */
export interface Condition {
  field: string;
  values: readonly string[];
}

/** Conditions that all hold, in a list or by field. */
export type Where = readonly Condition[] | Readonly<Record<string, Wanted | readonly Wanted[]>>;

/** A condition whose field is found. */
export interface Test {
  readonly field: Field;
  readonly values: ReadonlySet<string>;
}

/** The conditions under `options`, whose `fields` say where a field is found. */
export function testsOf(where: Where, options: MetricOptions): Test[] {
  const list = Array.isArray(where)
    ? (where as readonly Condition[])
    : Object.entries(where).map(([field, values]) => ({
        field,
        values: [values as string].flat(),
      }));
  return list.map(({ field, values }) => ({
    field: fieldOf(field, options),
    values: new Set(values.map((value) => String(value).trim())),
  }));
}

/** What a row has in a field, as conditions compare it; empty where that is nothing. */
export const textIn = (record: unknown, field: Field): string =>
  segmentOf(readField(record, field)) ?? '';

/** Keeps the rows for which all conditions hold. */
export const filterBy =
  (where: Where): Filter =>
  (options) => {
    const tests = testsOf(where, options);
    return (record) => tests.every(({ field, values }) => values.has(textIn(record, field)));
  };

/** Options as programs write them, their conditions made a filter. */
export function filtered<O extends MetricOptions>(options: O): O & { where?: Filter } {
  const where = own(options, 'where') as Where | undefined;
  return { ...options, where: where && filterBy(where) };
}
