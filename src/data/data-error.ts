import type { Issue } from '../metrics/metric';

/**
 * What kind of failure it was:
 * - `network`: no answer came, or it broke off
 * - `timeout`: nothing came for too long
 * - `http`: the server answered with a status that is not data
 * - `type`: the answer is not a data format, such as an HTML log-in page
 * - `syntax`: the text cannot be parsed
 * - `contract`: it parses, and has the wrong shape
 * - `limit`: more bytes than allowed
 * - `empty`: an answer without a body
 * - `blocked`: the address or the page's policy does not allow the request
 */
export type DataErrorCode =
  'network' | 'timeout' | 'http' | 'type' | 'syntax' | 'contract' | 'limit' | 'empty' | 'blocked';

/** What is known besides the code and the message. */
export interface DataErrorInit {
  /** HTTP status, where one came. */
  status?: number;
  /** The address without its fragment, which may hold a token. */
  url?: string;
  /** The first ten records that could not be read. */
  issues?: Issue[];
  /** A longer explanation for the developer, never shown to a reader of the page. */
  detail?: string;
  /** Milliseconds that the server asked to wait. */
  retryAfter?: number;
  /** The format of a file that came in place of data: "Excel". */
  file?: string;
}

/** The one error of the data layer. Its message is lower case and shows the offending value. */
export class DataError extends Error {
  declare readonly status?: number;
  declare url?: string;
  declare readonly issues?: Issue[];
  declare readonly detail?: string;
  declare readonly retryAfter?: number;
  declare readonly file?: string;

  constructor(
    readonly code: DataErrorCode,
    message: string,
    init: DataErrorInit = {},
  ) {
    super(message);
    this.name = 'DataError';
    Object.assign(this, init);
  }
}

/** Whatever was thrown, as an error that can be told; what was no `DataError` is a `contract`. */
export function failureOf(error: unknown): DataError {
  if (error instanceof DataError) return error;
  return new DataError('contract', error instanceof Error ? error.message : String(error));
}

/** Why code is not there: the network, which may return, or an attribute that names what there is not. */
export function unloaded(error: unknown): DataError {
  if (error instanceof RangeError) return failureOf(error);
  return new DataError('network', 'the code could not be loaded', { detail: String(error) });
}

/** For the `catch` of an `import()`. */
export function absent(error: unknown): never {
  throw unloaded(error);
}

/** A value as short text for an error message: at most 40 characters, one line. */
export function show(value: unknown): string {
  let text: string;
  // A reader of the page is told that something is missing, not what a program calls that.
  if (value === undefined || value === null) return 'nothing';
  if (typeof value === 'number' && !Number.isFinite(value)) return 'a number out of range';
  if (typeof value === 'string') text = JSON.stringify(value.slice(0, 40));
  else if (Array.isArray(value)) text = value.length ? `a list of ${value.length}` : '[]';
  else if (typeof value === 'object' && value !== null) {
    const keys = Object.keys(value);
    text = keys.length ? `{${keys.slice(0, 3).join(', ')}${keys.length > 3 ? ', …' : ''}}` : '{}';
  } else text = String(value);
  return text.length > 40 ? `${text.slice(0, 39)}…` : text;
}
