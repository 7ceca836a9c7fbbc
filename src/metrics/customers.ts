/** How many customers there were, came and left within a period, from one record a customer. */
import { fieldOf, readField } from './field';
import type { MetricOptions, Tally } from './metric';
import { newTally, reject } from './tally';
import { parseInstant, periodRange } from './time';
import { viewerZone } from './viewer-zone';

/** What retention and churn are computed from, with the records that could not be used. */
export interface CustomerCounts {
  customers_start: number;
  customers_end: number;
  customers_new: number;
  /** Of those at the start. */
  customers_lost: number;
  invalid: number;
  issues: Tally['issues'];
}

/**
 * Counts customers over a period ("2026-06"): a customer is there from
 * `started_at` until `ended_at`, which is blank while they stay. The counts are
 * components of `retention` and `churn`.
 *
 * A record without a readable start, or that ends before it starts, is invalid.
 * New are those at the end who were not there at the start; who comes and leaves
 * within the period is in no count.
 */
export function customersDuring(
  records: Iterable<unknown>,
  period: string,
  options: Pick<MetricOptions, 'fields' | 'noAnswer' | 'timeZone'> = {},
): CustomerCounts {
  const zone = options.timeZone ?? viewerZone();
  const { start, end } = periodRange(period, zone);
  const started = fieldOf('started_at', options);
  const ended = fieldOf('ended_at', options);
  const tally = newTally();
  const counts = { customers_start: 0, customers_end: 0, customers_new: 0, customers_lost: 0 };
  let row = -1;
  for (const record of records) {
    row++;
    const from = parseInstant(readField(record, started), zone)?.ms;
    if (from === undefined) {
      reject(tally, 1, row, 'started_at', readField(record, started));
      continue;
    }
    const written = readField(record, ended);
    const open = written === null || (typeof written === 'string' && written.trim() === '');
    const until = open ? Infinity : parseInstant(written, zone)?.ms;
    if (until === undefined || until < from) {
      reject(tally, 1, row, 'ended_at', written);
      continue;
    }
    const atStart = from < start && until > start;
    const atEnd = from < end && until >= end;
    if (atStart) counts.customers_start++;
    if (atEnd) counts.customers_end++;
    if (atStart && !atEnd) counts.customers_lost++;

    if (!atStart && atEnd) counts.customers_new++;
  }
  return { ...counts, invalid: tally.invalid, issues: tally.issues };
}
