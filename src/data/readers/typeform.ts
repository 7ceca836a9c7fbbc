import { isRecord } from '../path';
import { put } from './columns';
import type { Reader } from './reader';
import { listAt, recordAt, valueAt } from './table';

/**
 * Typeform responses: the answers by field `ref` and by field id, beside
 * `created_at` and the hidden fields; where only one answer is a number, it is
 * also the `score`.
 * https://www.typeform.com/developers/responses/reference/retrieve-responses/
 */
export const typeform: Reader = {
  id: 'typeform',
  rows(value) {
    return listAt(value, 'items').map((item) => {
      if (!isRecord(item)) return item;
      const record: Record<string, unknown> = {
        ...recordAt(item, 'hidden'),
        created_at: valueAt(item, 'submitted_at'),
        token: valueAt(item, 'token'),
      };
      // Somebody who only opened the form has no answers.
      const answers = valueAt(item, 'answers');
      const list = Array.isArray(answers) ? answers : [];
      for (const answer of list) {
        const field = recordAt(answer, 'field');
        for (const key of ['id', 'ref']) {
          const name = valueAt(field, key);
          if (typeof name === 'string') put(record, name, answerOf(answer));
        }
      }
      const numbers = list.filter((answer) => valueAt(answer, 'type') === 'number');
      if (numbers.length === 1 && !Object.hasOwn(record, 'score')) {
        record['score'] = answerOf(numbers[0]);
      }
      return record;
    });
  },
};

/** The answer under the key that its `type` names; of a choice, its label. */
function answerOf(answer: unknown): unknown {
  const type = valueAt(answer, 'type');
  const value = typeof type === 'string' ? valueAt(answer, type) : undefined;
  if (!isRecord(value)) return value ?? null;
  const labels = valueAt(value, 'labels');
  return valueAt(value, 'label') ?? (Array.isArray(labels) ? labels.join(', ') : null);
}
