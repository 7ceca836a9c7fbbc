import { DataError } from '../data-error';
import { columns } from './columns';
import { csv } from './csv';
import { ndjson } from './ndjson';
import type { Reader, TextReader } from './reader';
import { rows } from './rows';

/** The shapes of parsed JSON that every page can read at once. */
export const readers: Readonly<Record<string, Reader>> = { rows, columns };

/** The rarer shapes, loaded when one is first met. */
export const rareReaders: Readonly<Record<string, () => Promise<Reader>>> = {};

/** The text formats. */
const textReaders: Readonly<Record<string, TextReader>> = { csv, ndjson };

/** The reader of a text format. */
export async function loadTextReader(id: string): Promise<TextReader> {
  return textReaders[id]!;
}

/** Throws `DataError` `contract` for the name of no shape. */
export function checkSource(id: string): void {
  if (!id || [readers, rareReaders, textReaders].some((table) => Object.hasOwn(table, id))) return;
  const known = [readers, rareReaders, textReaders].flatMap((table) => Object.keys(table));
  throw new DataError('contract', `unknown source: ${id}; known are ${known.sort().join(', ')}`);
}
