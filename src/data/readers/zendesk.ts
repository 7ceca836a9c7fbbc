import { isRecord } from '../path';
import type { Reader } from './reader';
import { listAt, valueAt } from './table';

/**
 * Zendesk satisfaction ratings, legacy and of the newer surveys. Legacy scores
 * are words: good, bad, with or without comment; "offered" is no answer, so
 * `null`. A survey response gives its rating as `score`.
 * https://developer.zendesk.com/api-reference/ticketing/ticket-management/satisfaction_ratings/
 */
export const zendesk: Reader = {
  id: 'zendesk',
  rows(value) {
    if (isRecord(value) && Object.hasOwn(value, 'survey_responses')) {
      return listAt(value, 'survey_responses').map(surveyed);
    }
    return listAt(value, 'satisfaction_ratings').map((rating) => {
      if (!isRecord(rating)) return rating;
      const word = /^(good|bad)(_with_comment)?$/.exec(String(valueAt(rating, 'score')));
      return { ...rating, score: word ? word[1] : null };
    });
  },
};

function surveyed(response: unknown): unknown {
  if (!isRecord(response)) return response;
  const answers = valueAt(response, 'answers');
  const list = Array.isArray(answers) ? answers : [];
  const rated = list.find((answer) => typeof valueAt(answer, 'rating') === 'number');
  return {
    ...response,
    score: valueAt(rated, 'rating') ?? null,
    category: valueAt(rated, 'rating_category') ?? null,
    created_at: valueAt(response, 'created_at') ?? valueAt(rated, 'created_at') ?? null,
  };
}
