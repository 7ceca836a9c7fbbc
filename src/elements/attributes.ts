import { show } from '../metrics/number';

/** A text, where a page may have given the property anything. Throws `RangeError` for what is none. */
export function checkText(text: unknown, name: string): string {
  if (typeof text === 'string') return text;
  throw new RangeError(`invalid ${name}: ${show(text)}`);
}

/** Whether an attribute holds a JSON list or object. */
export const isStructured = (text: unknown): boolean =>
  typeof text === 'string' ? /^\s*[[{]/.test(text) : typeof text === 'object' && text !== null;

/** Whether a figure is a plain number; all else takes the reader of what people write. */
export const isPlain = (text: unknown): boolean => Number.isFinite(+(text as string));
