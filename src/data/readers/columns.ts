import { DataError, show } from '../data-error';
import { isRecord } from '../path';
import type { Reader } from './reader';

/**
 * Whether every value of an object is a list, all of one length and without
 * objects in it: `{"rows": [{…}]}` and `{"data": []}` are lists under a name.
 */
export function isColumns(value: unknown): value is Record<string, unknown[]> {
  if (!isRecord(value)) return false;
  const lists = Object.values(value);
  const length = Array.isArray(lists[0]) ? lists[0].length : 0;
  return (
    (lists.length > 1 || length > 0) &&
    lists.every(
      (list) => Array.isArray(list) && list.length === length && typeof list[0] !== 'object',
    )
  );
}

/** An object of lists, one for each field: `{"score": [9, 7], "month": ["2026-05", "2026-06"]}`. */
export const columns: Reader = {
  id: 'columns',
  rows(value) {
    if (!isColumns(value)) {
      throw new DataError('contract', `expected columns of one length, got ${show(value)}`);
    }
    return zip(Object.keys(value), Object.values(value));
  },
};

/** Records from field names and one list of values each. */
export function zip(names: readonly string[], lists: readonly (readonly unknown[])[]): unknown[] {
  const length = lists[0]?.length ?? 0;
  const rows: unknown[] = new Array(length);
  for (let row = 0; row < length; row++) {
    const record: Record<string, unknown> = {};
    for (let column = 0; column < names.length; column++) {
      put(record, names[column]!, lists[column]![row]);
    }
    rows[row] = record;
  }
  return rows;
}

/** Sets an own property whatever its name: assigning to `__proto__` would swap the prototype. */
export function put(record: Record<string, unknown>, name: string, value: unknown): void {
  if (name === '__proto__') {
    Object.defineProperty(record, name, {
      value,
      enumerable: true,
      configurable: true,
      writable: true,
    });
  } else record[name] = value;
}
