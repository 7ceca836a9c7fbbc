import { DataError, show } from '../data-error';
import { isRecord, own } from '../path';
import { listKeys, type Reader, type ShapeOptions } from './reader';

/**
 * A list of objects, on its own or under one of the usual names; or one
 * object that is itself a result or a row of counts.
 */
export const rows: Reader = {
  id: 'rows',
  rows(value, options) {
    if (Array.isArray(value)) return list(value);
    if (!isRecord(value)) throw new DataError('contract', `expected rows, got ${show(value)}`);
    for (const key of listKeys) {
      if (Object.hasOwn(value, key) && Array.isArray(value[key])) return list(value[key]);
    }
    return single(value, options);
  },
};

/** Refuses a list in which nothing is a record; single bad records are the fold's to count. */
function list(value: unknown[]): unknown[] {
  if (value.length && !value.some(isRecord)) {
    throw new DataError('contract', `expected a list of objects, got a list of ${kind(value[0])}`);
  }
  return value;
}

function kind(value: unknown): string {
  return Array.isArray(value) ? 'lists' : value === null ? 'nulls' : `${typeof value}s`;
}

function single(value: Record<string, unknown>, { known }: ShapeOptions): unknown[] {
  if (own(value, 'value')) {
    const figure = value['value'];
    const usable = figure === null || typeof figure === 'string' || Number.isFinite(figure);
    if (!usable) throw new DataError('contract', `invalid value: ${show(figure)}`);
    return [value];
  }
  const failure = ['error', 'errors', 'rows', 'data'].find((key) => Object.hasOwn(value, key));
  const usable = known
    ? known.some((key) => Object.hasOwn(value, key))
    : Object.values(value).some(Number.isFinite);
  if (failure || !usable) {
    const what = failure ? `${failure}: ${show(value[failure])}` : show(value);
    throw new DataError('contract', `expected rows, got ${what}`);
  }
  return [value];
}
