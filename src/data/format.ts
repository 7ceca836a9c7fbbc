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

/**
 * How files begin that people export in place of text, as Latin-1; also where they were taken for
 * UTF-8 before, which leaves U+FFFD, ef bf bd, where a byte is none of it.
 */
const heads: readonly [begins: RegExp, name: string][] = [
  [/^PK\x03\x04[^]*opendocument/, 'OpenDocument'],
  // The parts of a workbook; those of a document would be no data either.
  [/^PK\x03\x04[^]*(\[Content_Types\]|_rels\/|xl\/)/, 'Excel'],
  [/^PK[\x03\x05]/, 'ZIP'],
  [/^(\xd0\xcf|(\xef\xbf\xbd){2})\x11\xe0\xa1\xb1\x1a/, 'Excel'],
  [/^%PDF-/, 'PDF'],
  [/^\x1f(\x8b|\xef\xbf\xbd)/, 'gzip'],
];

/** Latin-1 of text has none; UTF-16 has them too, behind its mark. */
const binary = /^(?!\xff\xfe|\xfe\xff)[^]*\0/;

const headOf = (bytes: Uint8Array): string => String.fromCharCode(...bytes.subarray(0, 1024));

/** Throws `DataError` `type` with the name of the program whose file it is, from its first bytes. */
export function refuseFile(bytes: Uint8Array, url: string, otherwise?: string): void {
  const head = headOf(bytes);
  const file = heads.find(([begins]) => begins.test(head))?.[1] ?? otherwise;
  if (file)
    throw new DataError('type', `got a file in ${file} format instead of data`, { url, file });
}

/** As `refuseFile`, of whatever is no text. */
export function refuseBinary(bytes: Uint8Array, url: string): void {
  refuseFile(bytes, url, binary.test(headOf(bytes)) ? 'binary' : undefined);
}
