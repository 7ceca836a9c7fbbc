import { DataError } from '../data-error';
import { isRecord } from '../path';
import type { Reader } from './reader';
import { listAt, named, namesOf, valueAt } from './table';

/**
 * Metabase `/query`: `data.rows` zipped with `data.cols`. The other form,
 * `/query/json`, is plain rows.
 * https://www.metabase.com/docs/latest/api#tag/apipubliccard
 */
export const metabase: Reader = {
  id: 'metabase',
  rows(value) {
    if (Array.isArray(value)) return value;
    const error = valueAt(value, 'error');
    if (error || valueAt(value, 'status') === 'failed') {
      throw new DataError('contract', `metabase: ${String(error ?? 'failed').slice(0, 120)}`);
    }
    const data = valueAt(value, 'data');
    const table = isRecord(data) ? data : value;
    return named(namesOf(listAt(table, 'cols'), 'name', 'display_name'), listAt(table, 'rows'));
  },
};
