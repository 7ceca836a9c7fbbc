import { isRecord } from '../path';
import type { Reader } from './reader';
import { recordAt, valueAt } from './table';

/**
 * Freshdesk satisfaction ratings. Its codes run from 103 (extremely happy)
 * over 100 (neutral) to −103 (extremely unhappy); as `score` they run from 7
 * to 1. Surveys of three or five steps use some of them, so
 * `options="scale=1-7 satisfiedFrom=5"` counts every happy answer.
 * https://developers.freshdesk.com/api/#satisfaction-ratings
 */
export const freshdesk: Reader = {
  id: 'freshdesk',
  rows(value) {
    const list = Array.isArray(value) ? value : [value];
    return list.map((item) => {
      if (!isRecord(item)) return item;
      const code = valueAt(recordAt(item, 'ratings'), 'default_question');
      return { ...item, score: score(code) };
    });
  },
};

/** 1 to 7; a code that is none stays, so that it is counted as invalid. */
function score(code: unknown): unknown {
  if (typeof code !== 'number') return code ?? null;
  const steps = Math.abs(code) - 100;
  return steps >= 0 && steps <= 3 ? 4 + Math.sign(code) * steps : code;
}
