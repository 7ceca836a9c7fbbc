/** Texts that mean yes or no in Indonesian and English. A lone T is left out: it is "true" to some and "tidak" to others. */
const YES = /^(?:y|ya|yes|true|1|benar|betul|sudah|iya)$/i;
const NO = /^(?:n|no|tidak|tdk|false|0|salah|belum|bukan)$/i;

/** Reads a yes or no: boolean, 1 or 0, or a word. `null` for no answer, `undefined` for anything else. */
export function parseYesNo(value: unknown): boolean | null | undefined {
  if (typeof value === 'boolean') return value;
  if (value === null || value === undefined) return null;
  if (typeof value === 'number') return value === 1 ? true : value === 0 ? false : undefined;
  if (typeof value !== 'string') return undefined;
  const text = value.trim();
  if (text === '') return null;
  return YES.test(text) ? true : NO.test(text) ? false : undefined;
}
