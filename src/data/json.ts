import { DataError } from './data-error';

/** Parses JSON; `empty` for no text at all, `syntax` with the place for bad text. */
export function parseJson(text: string): unknown {
  if (!text.trim()) throw new DataError('empty', 'empty body');
  try {
    return JSON.parse(text);
  } catch (error) {
    throw new DataError('syntax', `not json: ${JSON.stringify(text.trim().slice(0, 40))}`, {
      detail: String(error),
    });
  }
}
