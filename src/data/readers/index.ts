import { columns } from './columns';
import { csv } from './csv';
import { ndjson } from './ndjson';
import type { Reader, TextReader } from './reader';
import { rows } from './rows';

/** The shapes of parsed JSON that every page can read at once. */
export const readers: Readonly<Record<string, Reader>> = { rows, columns };

/** The text formats. */
export const textReaders: Readonly<Record<string, TextReader>> = { csv, ndjson };
