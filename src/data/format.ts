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

/** Types that say little: of files by their ending, of which some are text after all. */
const vagueTypes =
  /^$|^text\/plain$|^application\/(octet-stream|zip|pdf|vnd\.(ms-excel|openxml|oasis).*)$/;

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
  const vague = vagueTypes.test(type);
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

/** How files begin that people export in place of text, as Latin-1. */
const heads: readonly [begins: RegExp, name: string][] = [
  [/^PK\x03\x04[^]*opendocument/, 'OpenDocument'],
  // The parts of a workbook; those of a document would be no data either.
  [/^PK\x03\x04[^]*(\[Content_Types\]|_rels\/|xl\/)/, 'Excel'],
  [/^PK[\x03\x05]/, 'ZIP'],
  [/^\xd0\xcf\x11\xe0/, 'Excel'],
  [/^%PDF-/, 'PDF'],
  [/^\x1f\x8b/, 'gzip'],
  // UTF-16 has such bytes too, behind its mark.
  [/^(?!\xff\xfe|\xfe\xff)[^]*\0/, 'binary'],
];

/** Throws `DataError` `type` with the format of a file that is no text, from its first bytes. */
export function refuseBinary(bytes: Uint8Array, url: string): void {
  const head = String.fromCharCode(...bytes.subarray(0, 1024));
  const file = heads.find(([begins]) => begins.test(head))?.[1];
  if (file)
    throw new DataError('type', `got a file in ${file} format instead of data`, { url, file });
}
