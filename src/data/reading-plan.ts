import { DataError } from './data-error';

/** 32 MiB: the largest answer that is read whole, where the page says nothing else. */
export const wholeLimit = 2 ** 25;
/** Milliseconds after which an answer counts as long: its progress is told, its rows are drawn. */
export const long = 300;

/** How one answer is to be read. */
export interface Reading {
  source: string;
  path: string;
  /** The page's own limit in bytes; 0 is none of its own. */
  limit?: number;
  /** Rows may be told as they come. */
  streaming: boolean;
  /** A poll, which waits for an end. */
  poll: boolean;
  /** Takes the rows of a long text as they come. */
  batch(rows: unknown[]): void;
  progress(rows: number, bytes: number): void;
}

/** What was read: JSON text; or rows of a short text; or nothing more, where all rows went out in batches. */
export interface Document {
  text: string | null;
  rows: unknown[] | null;
}

/** Throws `limit` for more bytes than allowed. */
export function refuseOver(bytes: number, limit: number, url: string): void {
  if (bytes > limit) throw new DataError('limit', `answer is larger than ${limit} bytes`, { url });
}
