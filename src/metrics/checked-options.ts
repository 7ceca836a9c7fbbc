/** Options as a program may hand them over, which the types alone cannot hold it to. */
import { isObject, needed, object } from './arguments';
import { own } from './field';
import type { MetricOptions } from './metric';
import { show } from './number';

const isText = (value: unknown): boolean => typeof value === 'string';

const isAnswer = (value: unknown): boolean => typeof value === 'number' || isText(value);

const isAnswers = (value: unknown): boolean => Array.isArray(value) && value.every(isAnswer);

/**
 * The same options. Throws `RangeError` where they are no object, and where `fields` or `noAnswer` is of no shape that can be
 * read: left alone it would do nothing, and "11 means no answer" would be lost without a word.
 */
export function checked<Options extends MetricOptions>(
  options: Options,
  name = 'options',
): Options {
  needed(name, options, object);
  const fields = own(options, 'fields') ?? {};
  const noAnswer = own(options, 'noAnswer') ?? [];
  if (!isObject(fields) || !Object.values(fields).every(isText))
    throw new RangeError(`invalid fields: ${show(fields)}; allowed: { score: 'answers.nps' }`);
  if (!isAnswers(noAnswer) && !(isObject(noAnswer) && Object.values(noAnswer).every(isAnswers)))
    throw new RangeError(`invalid noAnswer: ${show(noAnswer)}; allowed: [11], { score: [11] }`);
  return options;
}
