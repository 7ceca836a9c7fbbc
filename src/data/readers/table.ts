import { DataError, show } from '../data-error';
import { isRecord } from '../path';
import { put } from './columns';

/** A list inside a record, or `contract` with what is there in its place. */
export function listAt(value: unknown, key: string): unknown[] {
  const list = isRecord(value) && Object.hasOwn(value, key) ? value[key] : undefined;
  if (!Array.isArray(list)) {
    throw new DataError('contract', `expected a list at ${key}, got ${show(list ?? value)}`);
  }
  return list;
}

/** A record inside a record; an empty one where it is absent. */
export function recordAt(value: unknown, key: string): Record<string, unknown> {
  const inner = isRecord(value) && Object.hasOwn(value, key) ? value[key] : undefined;
  return isRecord(inner) ? inner : {};
}

/** A value inside a record; `undefined` where it is absent. */
export function valueAt(value: unknown, key: string): unknown {
  return isRecord(value) && Object.hasOwn(value, key) ? value[key] : undefined;
}

/** The names of columns, of which each holds its own under one of these keys. */
export function namesOf(columns: readonly unknown[], ...keys: string[]): string[] {
  return columns.map((column) => {
    const key = keys.find((each) => valueAt(column, each));
    return key ? String(valueAt(column, key)) : typeof column === 'string' ? column : '';
  });
}

/** Records from rows that are lists of cells; rows that are records already stay. */
export function named(names: readonly string[], rows: readonly unknown[]): unknown[] {
  return rows.map((row) => {
    if (!Array.isArray(row)) return row;
    const record: Record<string, unknown> = {};
    names.forEach((name, column) => {
      if (name) put(record, name, row[column] ?? null);
    });
    return record;
  });
}
