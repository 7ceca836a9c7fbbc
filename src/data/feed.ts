import { bare, resolveAddress } from './address';
import { DataError } from './data-error';
import { ask } from './endpoint';
import { formatOf, sniff } from './format';
import { parseJson } from './inline';
import { textReaders } from './readers/index';
import { toRows } from './shape';
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
  /** A request began. */
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

/** 32 MiB. */
const defaultLimit = 2 ** 25;

/**
 * The one way from a `src` to records. The newest `open` wins; `close` and
 * `open` abort what is under way, and nothing is told afterwards.
 */
export class Feed {
  private options: FeedOptions | null = null;
  private running: AbortController | null = null;

  constructor(
    private readonly listener: FeedListener,
    private readonly around: Surroundings = page,
  ) {}

  /** Begins with new options, at the end of the task, so that a hundred changes make one request. */
  open(options: FeedOptions): void {
    this.close();
    this.options = own(options);
    void this.refresh();
  }

  /** Asks again now. Settles when the answer has been told. */
  async refresh(): Promise<void> {
    const { options, listener, around } = this;
    if (!options) return;
    this.running?.abort();
    const run = (this.running = new AbortController());
    await Promise.resolve();
    const { signal } = run;
    if (signal.aborted) return;
    listener.loading();
    try {
      const rows = await load(options, signal, around);
      if (!signal.aborted) listener.rows(rows, { mode: 'replace', done: true, asOf: around.now() });
    } catch (error) {
      if (!signal.aborted) listener.failed(wrap(error), null);
    }
  }

  /** Aborts, and leaves no timer and no listener. */
  close(): void {
    this.running?.abort();
    this.running = null;
    this.options = null;
  }
}

/** Only the caller's own options: what was written to `Object.prototype` is none of them. */
function own(options: FeedOptions): FeedOptions {
  return Object.assign(Object.create(null) as FeedOptions, options);
}

function wrap(error: unknown): DataError {
  return error instanceof DataError
    ? error
    : new DataError('contract', 'cannot read the answer', { detail: String(error) });
}

async function load(
  options: FeedOptions,
  signal: AbortSignal,
  around: Surroundings,
): Promise<unknown[]> {
  const url = resolveAddress(options.src, options.base);
  const headers = { ...options.headers };
  if (options.request?.({ url: bare(url), headers }) === false) {
    throw new DataError('blocked', 'the page cancelled the request', { url: bare(url) });
  }
  const { credentials, fetcher } = options;
  const answer = await ask({ url, headers, credentials, fetcher }, signal, around);
  const named = formatOf(answer.type, options.source ?? '', url.pathname);
  // A stream has no end that a poll could wait for, unless the page says it has.
  if (named === 'ndjson' && options.refresh && !options.source) {
    throw new DataError('type', 'got a stream on a poll; source="ndjson" reads it', {
      url: bare(url),
    });
  }
  const decoder = new TextDecoder();
  let text = '';
  for await (const chunk of answer.chunks(options.maxBytes ?? defaultLimit, false)) {
    text += decoder.decode(chunk, { stream: true });
  }
  text += decoder.decode();
  if (!text.trim()) throw new DataError('empty', 'empty body', { url: bare(url) });
  const format = named === 'sniff' ? sniff(text) : named;
  if (!Object.hasOwn(textReaders, format)) return toRows(parseJson(text), options);
  const reading = textReaders[format]!.open();
  return [...reading.push(text), ...reading.end()];
}
