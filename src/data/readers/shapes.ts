import { DataError, show } from '../data-error';
import { sniff } from '../format';
import { parseJson } from '../json';
import { at, own } from '../path';
import { isColumns } from './columns';
import { shapeOf } from './detect';
import { readers, readWhole, textFormats } from './index';
import type { ShapeOptions } from './reader';

/**
 * From parsed JSON of any shape to a list of records. `[]` gives `[]`; what is
 * no list, no columns and no single result throws `DataError` `contract`.
 */
export async function readShape(value: unknown, options: ShapeOptions = {}): Promise<unknown[]> {
  refuseErrors(value);
  const here = inside(value, options);
  // The name of a text format says nothing of what is parsed already, but for a sheet's.
  if (options.source === 'gviz') return readWhole('gviz', JSON.stringify(here));
  const named = textFormats.includes(options.source ?? '') ? '' : options.source;
  const id =
    named || (options.rows ? null : shapeOf(here)) || (isColumns(here) ? 'columns' : 'rows');
  checkSource(id);
  const reader = await readers[id]!();
  return reader.rows(here, options);
}

/** Reads a text that is in the page, of the format that `source` names or that it looks like. */
export async function readText(
  text: string,
  { source, ...options }: ShapeOptions,
): Promise<unknown[]> {
  checkSource(source ?? '');
  let format = source && textFormats.includes(source) ? source : '';
  if (!format && text.trim()) format = /^\/\*O_o\*\//.test(text.trim()) ? 'gviz' : sniff(text);
  if (textFormats.includes(format)) return readWhole(format, text);
  return readShape(parseJson(text), { source, ...options });
}

/** Throws `DataError` `contract` for the name of no shape. */
export function checkSource(id: string): void {
  if (!id || Object.hasOwn(readers, id) || textFormats.includes(id)) return;
  const known = [...Object.keys(readers), ...textFormats].sort();
  throw new DataError('contract', `unknown source: ${id}; known are ${known.join(', ')}`);
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
