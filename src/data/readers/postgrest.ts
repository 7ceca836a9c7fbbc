import { DataError, show } from '../data-error';
import { isRecord } from '../path';
import type { Reader } from './reader';
import { valueAt } from './table';

/**
 * PostgREST and Supabase: a list of rows, or one row as an object. An error is
 * an object with `code` and `message`.
 * https://docs.postgrest.org/en/stable/references/errors.html
 */
export const postgrest: Reader = {
  id: 'postgrest',
  rows(value) {
    if (Array.isArray(value)) return value;
    if (!isRecord(value)) throw new DataError('contract', `expected rows, got ${show(value)}`);
    if (Object.hasOwn(value, 'code') && Object.hasOwn(value, 'message')) {
      const text = `${String(valueAt(value, 'code'))} ${String(valueAt(value, 'message'))}`;
      throw new DataError('contract', `postgrest: ${text.slice(0, 120)}`);
    }
    return [value];
  },
};
