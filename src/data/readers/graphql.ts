import { DataError, show } from '../data-error';
import { isRecord } from '../path';
import type { Reader } from './reader';
import { recordAt, valueAt } from './table';

/**
 * GraphQL over HTTP: the first list of records inside `data`, through `nodes`
 * or `edges[].node`; without a list, Hasura's `aggregate` or the innermost
 * record as one row. What it calls
 * `errors` is refused before, in shape.ts.
 * https://graphql.github.io/graphql-over-http/draft/
 */
export const graphql: Reader = {
  id: 'graphql',
  rows(value) {
    if (Array.isArray(value)) return nodes(value);
    const data = recordAt(value, 'data');
    const list = firstList(data, 0);
    if (list) return nodes(list);
    const row = single(data, 0);
    if (!row) throw new DataError('contract', `expected data, got ${show(value)}`);
    return [row];
  },
};

function nodes(list: readonly unknown[]): unknown[] {
  return list.map((item) => {
    const node = valueAt(item, 'node');
    return isRecord(node) ? node : item;
  });
}

/** Searched breadth first, so that a list outside wins over lists inside its records. */
function firstList(value: Record<string, unknown>, depth: number): unknown[] | null {
  const parts = Object.values(value);
  for (const part of parts) {
    if (Array.isArray(part) && part.every(isRecord)) return part;
  }
  for (const part of parts) {
    const found = depth < 6 && isRecord(part) ? firstList(part, depth + 1) : null;
    if (found) return found;
  }
  return null;
}

function single(value: Record<string, unknown>, depth: number): Record<string, unknown> | null {
  const parts = Object.values(value);
  if (isRecord(valueAt(value, 'aggregate'))) return recordAt(value, 'aggregate');
  if (parts.some((part) => typeof part === 'number' || typeof part === 'string')) return value;
  for (const part of parts) {
    const found = depth < 6 && isRecord(part) ? single(part, depth + 1) : null;
    if (found) return found;
  }
  return null;
}
