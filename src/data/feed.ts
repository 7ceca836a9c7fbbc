import { resolveAddress } from './address';
import { failureOf, type DataError } from './data-error';
import { headersFor, type Member } from './member';
import { sourceFor } from './share';
import type { Source } from './source';
import { page, type Surroundings } from './surroundings';

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
  /** Largest document in bytes, decoded; 32 MiB where absent. */
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

/**
 * The one way from a `src` to records. The newest `open` wins; `close` and
 * `open` end what is under way, and nothing is told afterwards. Feeds of one
 * address and credentials share one request.
 */
export class Feed {
  #member: Member | null = null;
  #source: Source | null = null;

  readonly #listener: FeedListener;
  readonly #around: Surroundings;

  constructor(listener: FeedListener, around: Surroundings = page) {
    this.#listener = listener;
    this.#around = around;
  }

  /** Begins at the end of the task, so that a hundred changes make one request. */
  open(options: FeedOptions): void {
    const before = this.#source;
    this.close();
    // Only the caller's own options: what was written to Object.prototype is none of them.
    const own = Object.assign(Object.create(null) as FeedOptions, options);
    const member: Member = (this.#member = {
      options: own,
      listener: this.#listener,
      fresh: false,
    });
    queueMicrotask(() => {
      if (this.#member === member) this.#join(member);
      before?.tidy();
    });
  }

  /** Asks again now. Settles when the answer has been told. */
  async refresh(): Promise<void> {
    const member = this.#member;
    if (!member) return;
    if (!this.#source) {
      await Promise.resolve();
      if (this.#member === member && !this.#source) this.#join(member);
    }
    await this.#source?.refresh();
  }

  /** Ends the request where nobody else waits for it; no timer and no listener is left. */
  close(): void {
    const member = this.#member;
    const source = this.#source;
    this.#member = this.#source = null;
    if (member) source?.leave(member);
  }

  #join(member: Member): void {
    const { options, listener } = member;
    try {
      const url = resolveAddress(options.src, options.base);
      this.#source = sourceFor(url, headersFor(url, options), options, this.#around);
      this.#source.join(member);
    } catch (error) {
      listener.failed(failureOf(error), null);
    }
  }
}
