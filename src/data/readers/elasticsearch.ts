import { DataError, show } from '../data-error';
import { isRecord } from '../path';
import { put } from './columns';
import type { Reader } from './reader';
import { listAt, recordAt, valueAt } from './table';

/**
 * Elasticsearch and OpenSearch. Aggregations: each innermost bucket is a
 * record with the keys of the buckets around it under the aggregations' names,
 * `count`, and its metrics; so a `terms` named "score" inside a
 * `date_histogram` named "month" gives `{ month, score, count }`. Without
 * aggregations, the `_source` of the hits.
 * https://www.elastic.co/docs/reference/aggregations
 */
export const elasticsearch: Reader = {
  id: 'elasticsearch',
  rows(value) {
    if (valueAt(value, 'timed_out') === true) {
      throw new DataError('timeout', 'elasticsearch timed out: counts are partial');
    }
    const failed = valueAt(recordAt(value, '_shards'), 'failed');
    if (failed) throw new DataError('contract', `elasticsearch: ${String(failed)} shards failed`);
    if (isRecord(value) && Object.hasOwn(value, 'hits') && !Object.hasOwn(value, 'aggregations')) {
      return listAt(value['hits'], 'hits').map((hit) => recordAt(hit, '_source'));
    }
    const whole = isRecord(value) && Object.hasOwn(value, 'aggregations');
    if (!whole && !(isRecord(value) && Object.hasOwn(value, 'buckets'))) {
      throw new DataError('contract', `expected aggregations, got ${show(value)}`);
    }
    const rows: unknown[] = [];
    walk(whole ? recordAt(value, 'aggregations') : { key: value }, {}, rows, 0);
    return rows;
  },
};

/** Nesting beyond this is not an aggregation that anybody wrote. */
const deepest = 20;

function walk(
  inside: Record<string, unknown>,
  outer: Record<string, unknown>,
  rows: unknown[],
  depth: number,
): void {
  if (depth > deepest) throw new DataError('contract', `aggregations are nested too deeply`);
  const record: Record<string, unknown> = { ...outer };
  let inner = false;
  let figures = 0;
  const within: [string, unknown][] = [];
  for (const name of Object.keys(inside)) {
    const part = inside[name];
    if (!isRecord(part)) continue;
    if (Object.hasOwn(part, 'buckets')) within.push([name, part['buckets']]);
    else figures += figure(record, name, part);
  }
  for (const [name, buckets] of within) {
    inner = true;
    const list: [string | null, unknown][] = Array.isArray(buckets)
      ? buckets.map((bucket) => [null, bucket])
      : Object.entries(isRecord(buckets) ? buckets : {});
    for (const [label, bucket] of list) {
      if (!isRecord(bucket)) throw new DataError('contract', `invalid bucket: ${show(bucket)}`);
      const next: Record<string, unknown> = { ...record };
      put(next, name, label ?? valueAt(bucket, 'key_as_string') ?? valueAt(bucket, 'key'));
      next['count'] = valueAt(bucket, 'doc_count');
      walk(bucket, next, rows, depth + 1);
    }
  }
  if (!inner && (depth || figures)) rows.push(record);
}

/** Adds a metric: its one value, or each of several under "name.part". How many. */
function figure(
  record: Record<string, unknown>,
  name: string,
  part: Record<string, unknown>,
): number {
  if (Object.hasOwn(part, 'value')) {
    put(record, name, part['value']);
    return 1;
  }
  let count = 0;
  const parts = Object.hasOwn(part, 'values') ? recordAt(part, 'values') : part;
  for (const key of Object.keys(parts)) {
    const value = parts[key];
    if (typeof value !== 'number' && value !== null) continue;
    put(record, `${name}.${key}`, value);
    count++;
  }
  return count;
}
