import { DataError, show } from './data-error';
import { at, own } from './path';
import { isColumns } from './readers/columns';
import { shapeOf } from './readers/detect';
import { rareReaders, readers } from './readers/index';
import type { ShapeOptions } from './readers/reader';

/**
 * From parsed JSON to a list of records. `[]` gives `[]`; what is no list, no
 * columns and no single result throws `DataError` `contract`. A promise where
 * the shape is a rare one whose reader has still to load.
 */
export function readRows(
  value: unknown,
  options: ShapeOptions = {},
): unknown[] | Promise<unknown[]> {
  refuseErrors(value);
  const here = inside(value, options);
  const id =
    options.source ||
    (options.rows ? null : shapeOf(here)) ||
    (isColumns(here) ? 'columns' : 'rows');
  if (Object.hasOwn(readers, id)) return readers[id]!.rows(here, options);
  if (Object.hasOwn(rareReaders, id)) {
    return rareReaders[id]!().then((reader) => reader.rows(here, options));
  }
  throw new DataError('contract', `unknown source: ${id}`);
}

/** The same at once, for data that is in the page; a rare shape throws, so that it is asked for by `readRows`. */
export function toRows(value: unknown, options: ShapeOptions = {}): unknown[] {
  const rows = readRows(value, options);
  if (Array.isArray(rows)) return rows;
  rows.catch(() => {});
  throw new DataError('contract', `shape is read from src only: ${options.source || show(value)}`);
}

/** GraphQL and its like answer 200 with a list of `errors`, whatever else is there. */
function refuseErrors(value: unknown): void {
  const errors = own(value, 'errors') ? (value as Record<string, unknown>)['errors'] : null;
  if (!Array.isArray(errors) || !errors.length) return;
  const message = own(errors[0], 'message') ? errors[0].message : errors[0];
  throw new DataError('contract', `the server answered with an error: ${show(message)}`);
}

/** What stands at the path `rows`. */
function inside(value: unknown, { rows, source }: ShapeOptions): unknown {
  if (!rows) return value;
  const here = at(value, rows);
  if (here === undefined) throw new DataError('contract', `no rows at ${rows} in ${show(value)}`);
  if (!Array.isArray(here) && !source && !isColumns(here)) {
    throw new DataError('contract', `expected a list at ${rows}, got ${show(here)}`);
  }
  return here;
}
