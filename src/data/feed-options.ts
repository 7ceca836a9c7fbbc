import type { DataError } from './data-error';

/** Where an element's data comes from, and how. */
export interface FeedOptions {
  /** The address, as the page's author wrote it. */
  src: string;
  /** The page's address, against which `src` is resolved. */
  base: string;
  /** Name of the response shape; found out where absent. */
  source?: string;
  /** Dotted path of the list. */
  rows?: string;
  /** Seconds between polls, at least 5; no polling where absent. */
  refresh?: number;
  /** Server-Sent Events at `src`. */
  live?: boolean;
  /** Largest document in bytes, decoded; 32 MiB where absent or 0. */
  maxBytes?: number;
  /** `include` sends cookies to another origin. */
  credentials?: string;
  /** Sent with each request; a property of the element, never an attribute. */
  headers?: Record<string, string>;
  /** Takes the place of `fetch`. */
  fetcher?: typeof fetch;
  /** Called before each request; may change `headers`; `false` cancels. */
  request?: (init: { url: string; headers: Record<string, string> }) => boolean;
  /** The listener folds rows as they come, so long texts need not be held. */
  streaming?: boolean;
  /** Names of which a single object must have one to count as a row. */
  known?: readonly string[];
}

/** What a feed tells its element. */
export interface FeedListener {
  /** The first request of an `open`, or one that was asked for, began; polls and retries are quiet. */
  loading(): void;
  /** Records: a whole document is one `replace` that is `done`; a stream goes on with `append`. */
  rows(
    rows: readonly unknown[],
    info: { mode: 'replace' | 'append'; done: boolean; asOf: number | null },
  ): void;
  /** The server has nothing new; the data in hand is as of now. */
  unchanged(at: number): void;
  /** How far a long answer has come. */
  progress(rows: number, bytes: number): void;
  /** The last good data stays; `retryAt` is when the next try comes by itself. */
  failed(error: DataError, retryAt: number | null): void;
  /** The browser has no network; a request follows when it returns. */
  offline(): void;
  /** A live connection opened or broke. */
  live(connected: boolean): void;
}
