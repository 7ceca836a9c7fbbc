/** What a record is to a metric, as one number: a value from 0 up, or one of these reasons why there is none. */
import { parseDuration, type DurationFormat } from './duration';
import { isListed, readField, type Field } from './field';
import type { FoldState } from './metric';
import { reject } from './tally';
import { parseYesNo } from './yes-no';

export const HIT = 1;
export const MISS = 0;
export const UNANSWERED = -1;
/** Not part of the base: a short abandon, a case that the first line could not have solved. */
export const OUT = -2;
/** Cannot be judged yet. */
export const PENDING = -3;
/** Less the index of the field that cannot be used. */
export const INVALID = -4;

/** Counts a record that gives no value. */
export function settle(
  state: FoldState & { fields: readonly Field[]; pending: number },
  verdict: number,
  record: unknown,
  weight: number,
  row: number,
): void {
  const { tally } = state;
  if (verdict === UNANSWERED) tally.unanswered += weight;
  else if (verdict === PENDING) state.pending += weight;
  else if (verdict <= INVALID) {
    const field = state.fields[INVALID - verdict]!;
    reject(tally, weight, row, field.name, readField(record, field));
  }
}

/** Judges by a yes-or-no field, the metric's `at`th. */
export function judgeFlag(record: unknown, field: Field, at: number): number {
  const value = readField(record, field);
  if (field.yes && isListed(value, field.yes)) return HIT;
  if (field.no && isListed(value, field.no)) return MISS;
  const flag = parseYesNo(value);
  return flag === null ? UNANSWERED : flag === undefined ? INVALID - at : flag ? HIT : MISS;
}

/** Reads seconds from the metric's `at`th field. */
export function judgeSeconds(
  record: unknown,
  field: Field,
  at: number,
  written: DurationFormat | undefined,
): number {
  const seconds = parseDuration(readField(record, field), written);
  return seconds === null ? UNANSWERED : (seconds ?? INVALID - at);
}
