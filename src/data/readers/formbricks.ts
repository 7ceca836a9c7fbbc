import { isRecord } from '../path';
import type { Reader } from './reader';
import { listAt, recordAt, valueAt } from './table';

/**
 * Formbricks responses: the answers by question id beside `created_at`, so
 * `fields="score=<question id>"`. Unfinished responses are left out.
 * https://formbricks.com/docs/api-reference/management-api--response
 */
export const formbricks: Reader = {
  id: 'formbricks',
  rows(value) {
    const list = Array.isArray(value) ? value : listAt(value, 'data');
    return list.flatMap((item) => {
      if (!isRecord(item)) return [item];
      if (valueAt(item, 'finished') === false) return [];
      return [{ ...item, created_at: valueAt(item, 'createdAt'), ...recordAt(item, 'data') }];
    });
  },
};
