import { absent } from './data-error';
import { listKeys, type ShapeOptions } from './readers/reader';
import type * as Shapes from './readers/shapes';

/** Records, maybe the page's own; a promise of them where their reader has still to load. */
export type Rows = readonly unknown[] | Promise<readonly unknown[]>;

const shapes = (): Promise<typeof Shapes> => import('./readers/shapes').catch(absent);

/**
 * From parsed JSON to a list of records. The plainest shapes are read at once,
 * all others by code that has to load, which also says what is wrong: what is
 * no list, no columns and no single result is a `DataError` `contract`.
 */
export function readRows(value: unknown, options: ShapeOptions = {}): Rows {
  const isNamed = options.rows || options.known || (options.source && options.source !== 'rows');
  return (
    (isNamed ? null : plainRows(value)) ?? shapes().then((code) => code.readShape(value, options))
  );
}

/** Records of a text that is no JSON: CSV, NDJSON, a sheet's answer; `empty` or `syntax` where it is none of them. */
export function readText(text: string, options: ShapeOptions = {}): Promise<unknown[]> {
  return shapes().then((code) => code.readText(text, options));
}

const isLeaf = (value: unknown): boolean => typeof value !== 'object' || value === null;

/** The rows of what is surely a list of records, such a list under a name, or one result; else `null`. */
function plainRows(value: unknown): unknown[] | null {
  if (isLeaf(value)) return null;
  if (Array.isArray(value)) {
    const first: unknown = value[0];
    const isRecord = !isLeaf(first) && !Array.isArray(first);
    // A row of the KPI table holds earlier values; other lists may be a shape of their own.
    const isFlat = ([name, item]: [string, unknown]): boolean => isLeaf(item) || name === 'trend';
    return !value.length || (isRecord && Object.entries(first as object).every(isFlat))
      ? value
      : null;
  }
  const entries = Object.entries(value as object) as [string, unknown][];
  const [key, list] = entries[0] ?? ['', null];
  if (entries.length === 1 && Array.isArray(list))
    return listKeys.includes(key) ? plainRows(list) : null;
  const isResult =
    entries.some(([, item]) => Number.isFinite(item)) &&
    entries.every(
      ([name, item]) =>
        isLeaf(item) &&
        !/^(errors?|rows|data|jobComplete)$/.test(name) &&
        (name !== 'value' || Number.isFinite(item)),
    );
  return isResult ? [value] : null;
}
