import { DataError } from '../data-error';
import type { Reader } from './reader';
import { listAt, valueAt } from './table';

/**
 * Cube `/v1/load`: records under `data`, keys such as "responses.count",
 * numbers as text by design.
 * https://cube.dev/docs/product/apis-integrations/rest-api/reference
 */
export const cube: Reader = {
  id: 'cube',
  rows(value) {
    const error = valueAt(value, 'error');
    // Long polling: the query still runs, so the request is to be made again.
    if (error === 'Continue wait') throw new DataError('timeout', 'cube is still computing');
    if (error) throw new DataError('contract', `cube: ${String(error).slice(0, 120)}`);
    return listAt(value, 'data');
  },
};
