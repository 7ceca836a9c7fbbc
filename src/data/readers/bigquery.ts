import { DataError, show } from '../data-error';
import { isRecord } from '../path';
import { put } from './columns';
import type { Reader } from './reader';
import { listAt, recordAt, valueAt } from './table';

/**
 * BigQuery `jobs.query` and `getQueryResults`: the schema zipped with
 * `rows[].f[].v`. Everything is text; time stamps are seconds.
 * https://cloud.google.com/bigquery/docs/reference/rest/v2/jobs/query
 */
export const bigquery: Reader = {
  id: 'bigquery',
  rows(value) {
    if (valueAt(value, 'jobComplete') === false) {
      throw new DataError('timeout', 'bigquery is still computing');
    }
    const fields = listAt(recordAt(value, 'schema'), 'fields');
    // An empty result has no rows at all.
    if (isRecord(value) && !Object.hasOwn(value, 'rows')) return [];
    return listAt(value, 'rows').map((row) => record(fields, row));
  },
};

function record(fields: readonly unknown[], row: unknown): unknown {
  const cells = listAt(row, 'f');
  const result: Record<string, unknown> = {};
  fields.forEach((field, column) => {
    put(result, String(valueAt(field, 'name')), cell(field, valueAt(cells[column], 'v') ?? null));
  });
  return result;
}

function cell(field: unknown, value: unknown): unknown {
  if (value === null) return null;
  if (Array.isArray(value)) return value.map((each) => cell(field, valueAt(each, 'v') ?? null));
  const type = valueAt(field, 'type');
  if (type === 'RECORD' || type === 'STRUCT') return record(listAt(field, 'fields'), value);
  if (type === 'BOOLEAN' || type === 'BOOL') return value === 'true';
  if (type !== 'TIMESTAMP') return value;
  const seconds = Number(value);
  if (!Number.isFinite(seconds)) {
    throw new DataError('contract', `invalid timestamp: ${show(value)}`);
  }
  return Math.round(seconds * 1000);
}
