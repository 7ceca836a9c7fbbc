/** Options as a program may hand them over, which the types alone cannot hold it to. */
import { own } from './field';
import type { MetricOptions } from './metric';
import { show } from './number';

const isMap = (value: unknown): value is object =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

const isText = (value: unknown): boolean => typeof value === 'string';

const isAnswer = (value: unknown): boolean => typeof value === 'number' || isText(value);

const isAnswers = (value: unknown): boolean => Array.isArray(value) && value.every(isAnswer);

/**
 * The same options. Throws `RangeError` where `fields` or `noAnswer` is of no shape that can be
 * read: left alone it would do nothing, and "11 means no answer" would be lost without a word.
 */
export function checked<Options extends MetricOptions>(options: Options): Options {
  const fields = own(options, 'fields') ?? {};
  const noAnswer = own(options, 'noAnswer') ?? [];
  if (!isMap(fields) || !Object.values(fields).every(isText))
    throw new RangeError(`invalid fields: ${show(fields)}; allowed: { score: 'answers.nps' }`);
  if (!isAnswers(noAnswer) && !(isMap(noAnswer) && Object.values(noAnswer).every(isAnswers)))
    throw new RangeError(`invalid noAnswer: ${show(noAnswer)}; allowed: [11], { score: [11] }`);
  return options;
}
