import { DataError, show } from './data-error';
import { at } from './path';
import { isColumns } from './readers/columns';
import { readers } from './readers/index';
import type { ShapeOptions } from './readers/reader';

/**
 * From parsed JSON to a list of records. `[]` gives `[]`; what is no list, no
 * columns and no single result throws `DataError` `contract`.
 */
export function toRows(value: unknown, options: ShapeOptions = {}): unknown[] {
  let here = value;
  if (options.rows) {
    here = at(value, options.rows);
    if (here === undefined) {
      throw new DataError('contract', `no rows at ${options.rows} in ${show(value)}`);
    }
    if (!Array.isArray(here) && !options.source && !isColumns(here)) {
      throw new DataError('contract', `expected a list at ${options.rows}, got ${show(here)}`);
    }
  }
  const id = options.source || (shapeOf(here) ?? 'rows');
  const reader = Object.hasOwn(readers, id) ? readers[id] : undefined;
  if (!reader) throw new DataError('contract', `unknown source: ${id}`);
  return reader.rows(here, options);
}

/** The id of the reader whose shape this is, as far as it can be told. */
function shapeOf(value: unknown): string | null {
  if (isColumns(value) && !Object.values(value).some((list) => list.some(isObject))) {
    // {"rows": []} and {"data": []} are empty lists, not columns.
    const keys = Object.keys(value);
    return keys.length === 1 && !Object.values(value)[0]!.length ? null : 'columns';
  }
  return null;
}

function isObject(value: unknown): boolean {
  return typeof value === 'object' && value !== null;
}
