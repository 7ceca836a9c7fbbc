import { DataError, show } from '../data-error';
import { isRecord } from '../path';
import type { Reader } from './reader';
import { recordAt, valueAt } from './table';

/**
 * Chatwoot reports, four of them. A series of `{ value, timestamp }` gets its
 * seconds turned into `time` in milliseconds; survey responses become
 * `{ score, created_at, … }`; CSAT metrics become one weighted record a score;
 * a summary stays one record, with the period before under `previous`.
 * https://developers.chatwoot.com/api-reference/reports
 */
export const chatwoot: Reader = {
  id: 'chatwoot',
  rows(value) {
    if (Array.isArray(value)) return value.map(point);
    if (!isRecord(value)) throw new DataError('contract', `expected a report, got ${show(value)}`);
    if (Object.hasOwn(value, 'ratings_count')) {
      const counts = recordAt(value, 'ratings_count');
      return Object.keys(counts).map((score) => ({ score, count: counts[score] }));
    }
    const list = valueAt(value, 'payload') ?? valueAt(value, 'data');
    return Array.isArray(list) ? list.map(point) : [value];
  },
};

function point(item: unknown): unknown {
  if (!isRecord(item)) return item;
  if (Object.hasOwn(item, 'rating')) {
    return { ...item, score: item['rating'], created_at: milliseconds(item['created_at']) };
  }
  if (!Object.hasOwn(item, 'timestamp')) return item;
  return { ...item, time: milliseconds(item['timestamp']), timestamp: undefined };
}

/** Chatwoot counts seconds; anything else, such as a date, stays. */
function milliseconds(time: unknown): unknown {
  return typeof time === 'number' ? time * 1000 : time;
}
