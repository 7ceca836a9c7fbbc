/** Lists and objects in attributes, for code that is loaded where there are any. */
import { show } from '../metrics/number';

/** JSON in an attribute. Throws `RangeError` with the text where it is none. */
function parseJsonText(text: string, name: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    throw new RangeError(`invalid ${name}: ${show(text)}`);
  }
}

/** A list given as a property, or as JSON in an attribute; nothing is an empty list. */
export function parseList(value: unknown, name: string): unknown {
  if (value === undefined || value === null || value === '') return [];
  return typeof value === 'string' ? parseJsonText(value, name) : value;
}
