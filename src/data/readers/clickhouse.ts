import { DataError } from '../data-error';
import type { Reader } from './reader';
import { listAt, named, namesOf, valueAt } from './table';

/**
 * ClickHouse `FORMAT JSON` and `JSONCompact`: `meta` names the columns, `data`
 * holds the rows. 64-bit integers come as text, which a metric reads as numbers.
 * https://clickhouse.com/docs/interfaces/formats/JSON
 */
export const clickhouse: Reader = {
  id: 'clickhouse',
  rows(value) {
    // A query that fails half way has already sent its 200.
    const exception = valueAt(value, 'exception');
    if (exception)
      throw new DataError('contract', `clickhouse: ${String(exception).slice(0, 120)}`);
    return named(namesOf(listAt(value, 'meta'), 'name'), listAt(value, 'data'));
  },
};
