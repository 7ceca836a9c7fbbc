import { en } from './en';
import type { Words } from './words';

/** As wide as a digit, never joined, and nothing to be read. */
const space = '\u2007';

/** The same text without a letter, which takes the same lines. */
function blanked(words: unknown): unknown {
  if (typeof words === 'string') return words.replace(/\S/g, space);
  if (typeof words === 'function')
    return (...args: unknown[]) => blanked((words as (...args: unknown[]) => string)(...args));
  return Object.fromEntries(Object.entries(words as object).map(([key, of]) => [key, blanked(of)]));
}

let words: Words | undefined;

/** Holds the places of words that are on their way. */
export const unwrittenWords = (): Words => (words ??= { ...(blanked(en) as Words), dir: 'ltr' });
