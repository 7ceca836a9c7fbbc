import { DataError } from './data-error';

/** Media types of the text formats. JSON is the rest. */
const types: Readonly<Record<string, string>> = {
  'text/csv': 'csv',
  'application/csv': 'csv',
  'text/tab-separated-values': 'csv',
  'application/x-ndjson': 'ndjson',
  'application/ndjson': 'ndjson',
  'application/jsonl': 'ndjson',
  'application/x-jsonlines': 'ndjson',
  'application/json-lines': 'ndjson',
};

/** Sources that are text, not JSON. */
const texts = ['csv', 'ndjson', 'gviz'];

/**
 * How to read an answer: "json", the id of a text reader, or "sniff" where
 * the type says nothing. A type that is no data, such as the HTML of a log-in
 * page, throws `DataError` `type`, so that it is never parsed.
 */
export function formatOf(
  contentType: string | null,
  source: string,
  path: string,
  redirected = false,
): string {
  const type = (contentType ?? '').split(';', 1)[0]!.trim().toLowerCase();
  const told = Object.hasOwn(types, type) ? types[type]! : '';
  const vague = !type || type === 'text/plain' || type === 'application/octet-stream';
  const json = /^(application|text)\/([\w.+-]+\+)?json$/.test(type);
  if (source === 'gviz' && type === 'text/javascript') return source;
  if (!told && !vague && !json) {
    const detail = redirected ? 'redirected: the session may have ended' : undefined;
    throw new DataError('type', `got ${type} instead of data`, { detail });
  }
  if (texts.includes(source)) return source;
  if (source) return told || 'json';
  if (json) return 'json';
  if (told) return told;
  const ending = /\.(csv|tsv|ndjson|jsonl)$/i.exec(path)?.[1]!.toLowerCase();
  return ending ? (ending.endsWith('sv') ? 'csv' : 'ndjson') : 'sniff';
}

/** The format of a text whose type says nothing, from how it begins. */
export function sniff(text: string): string {
  const head = text.trimStart();
  if (head.startsWith('<')) throw new DataError('type', `got a web page instead of data`);
  if (/^[{[]/.test(head)) return 'json';
  const line = head.split(/[\r\n]/, 1)[0]!;
  return /^["\p{L}_].*[,;\t|]/u.test(line) && !/[({]/.test(line) ? 'csv' : 'json';
}
