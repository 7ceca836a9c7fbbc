import { bare } from './address';
import { DataError } from './data-error';
import { parseRetryAfter } from './retry';
import type { Surroundings } from './surroundings';

/** Longest wait for the first byte and between chunks, in milliseconds. */
export const patience = 10_000;
/** Bytes of a document below which ten seconds are a stall: a drip would hold a tile for hours. */
const trickle = 256;

/** One request. */
export interface Ask {
  url: URL;
  /** `include` where the page says so; else credentials stay on their own origin. */
  credentials?: string;
  headers?: Readonly<Record<string, string>>;
  fetcher?: typeof fetch;
  /** Media types, where not those of data. */
  accept?: string;
  /** ETag of the data in hand. */
  etag?: string;
  /** Asks the server even where the browser's cache has a fresh copy. */
  revalidate?: boolean;
}

/** An answer whose status was checked and whose body is still to come. */
export interface Answer {
  url: string;
  status: number;
  /** 304: the data in hand is still right. */
  unchanged: boolean;
  /** The server sent the request on, as to a log-in page. */
  redirected: boolean;
  type: string | null;
  etag: string;
  /** When the data was made, in epoch ms; NaN where the server does not say. */
  modified: number;
  /** What the server says of the size in bytes; NaN where it does not. */
  length: number;
  /**
   * The bytes as they come; throws `DataError` on a break, and after `wait`
   * milliseconds without any. `steady`: any byte counts as life.
   */
  chunks(steady: boolean, wait?: number): AsyncGenerator<Uint8Array, void>;
  /** Gives up the body. */
  cancel(): void;
}

const accept = 'application/json,text/csv;q=0.9,application/x-ndjson;q=0.9,*/*;q=0.1';

/** Sends one request by the kit's policy. Throws `DataError`; an abort by `signal` throws its reason. */
export async function ask(
  request: Ask,
  signal: AbortSignal,
  around: Surroundings,
): Promise<Answer> {
  const url = bare(request.url);
  const own = new AbortController();
  let stalled: DataError | null = null;
  let disarm = (): void => {};
  const abort = (): void => own.abort();
  const watch = (wait: number): void => {
    disarm();
    disarm = around.after(wait, () => {
      stalled = new DataError('timeout', `no answer within ${wait / 1000} s`, { url });
      own.abort();
    });
  };
  const release = (): void => {
    disarm();
    signal.removeEventListener('abort', abort);
    own.abort();
  };
  /** What a rejection of fetch or of the body means. */
  const failure = (error: unknown): unknown => {
    if (signal.aborted) return signal.reason;
    if (stalled) return stalled;
    if (error instanceof DataError) return error;
    return new DataError('network', 'no answer from the server', { url, detail: String(error) });
  };
  signal.throwIfAborted();
  signal.addEventListener('abort', abort);
  watch(patience);
  const refused = around.policy(url);
  let response: Response;
  try {
    const fetcher = request.fetcher ?? around.fetch;
    response = await fetcher(url, init(request, own.signal));
    check(response, request, around.now());
    void refused();
  } catch (error) {
    release();
    if ((await refused()) && !signal.aborted) {
      throw new DataError('blocked', `the page's policy does not allow ${request.url.origin}`, {
        url,
      });
    }
    throw failure(error);
  }
  const { status, headers } = response;
  return {
    url,
    status,
    unchanged: status === 304,
    redirected: response.redirected,
    type: headers.get('content-type'),
    etag: headers.get('etag') ?? '',
    modified: Date.parse(headers.get('last-modified')!),
    length: Number(headers.get('content-length') ?? NaN),
    cancel: release,
    async *chunks(steady, wait = patience) {
      try {
        const body = response.body?.getReader();
        let unseen = 0;
        while (body) {
          const { done, value } = await body.read();
          if (done) break;
          unseen += value.byteLength;
          if (steady || unseen >= trickle) {
            unseen = 0;
            watch(wait);
          }
          yield value;
        }
      } catch (error) {
        throw failure(error);
      } finally {
        release();
      }
    },
  };
}

/** The request without a prototype: a page whose `Object.prototype` was written to changes nothing in it. */
function init(request: Ask, signal: AbortSignal): RequestInit {
  const { headers: sent, etag } = request;
  const headers: [string, string][] = [['accept', request.accept ?? accept]];
  if (sent) for (const name of Object.keys(sent)) headers.push([name, String(sent[name])]);
  if (etag) headers.push(['if-none-match', etag]);
  return Object.assign(Object.create(null) as RequestInit, {
    method: 'GET',
    headers,
    mode: 'cors',
    credentials: request.credentials === 'include' ? 'include' : 'same-origin',
    // With an ETag of our own the browser's cache stays out, so that the 304 comes through.
    cache: etag ? 'no-store' : request.revalidate ? 'no-cache' : 'default',
    redirect: 'follow',
    referrerPolicy: 'no-referrer',
    signal,
  });
}

/** Refuses a response that cannot hold data. */
function check(response: Response, request: Ask, now: number): void {
  const url = bare(request.url);
  const { status, headers } = response;
  // A redirect may lead anywhere; data is taken only from the origin that the page named.
  if (response.redirected && new URL(response.url).origin !== request.url.origin) {
    throw new DataError('blocked', `redirected to ${new URL(response.url).origin}`, { url });
  }
  if (response.type === 'opaque') throw new DataError('network', 'opaque answer', { url });
  if (status === 204 || status === 205) throw new DataError('empty', 'empty body', { status, url });
  if (status === 200 || status === 203 || (status === 304 && request.etag)) return;
  const retryAfter = parseRetryAfter(headers.get('retry-after'), now);
  throw new DataError('http', `http ${status}`, { status, url, retryAfter });
}
