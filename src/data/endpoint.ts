import { bare } from './address';
import { DataError } from './data-error';
import type { Surroundings } from './surroundings';

/** Longest wait for the first byte and between chunks, in milliseconds. */
export const patience = 10_000;
/** Bytes of a document below which ten seconds count as a stall, so that a drip does not hold a tile for hours. */
const trickle = 256;

/** One request. */
export interface Ask {
  url: URL;
  /** `include` where the page says so; else credentials stay on their own origin. */
  credentials?: string;
  headers?: Readonly<Record<string, string>>;
  fetcher?: typeof fetch;
  /** ETag of the data in hand. */
  etag?: string;
  /** Asks the server even where the browser's cache has a fresh copy. */
  revalidate?: boolean;
}

/** An answer that is good so far: its status, type and size were checked, its body is still to come. */
export interface Answer {
  /** 304: the data in hand is still right. */
  unchanged: boolean;
  type: string | null;
  etag: string;
  /** Decoded bytes, each chunk as it comes. Throws `DataError` on a stall, a break and over the limit. */
  chunks(limit: number, steady: boolean): AsyncGenerator<Uint8Array, void>;
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
  const watch = (): void => {
    disarm();
    disarm = around.after(patience, () => {
      stalled = new DataError('timeout', `no answer within ${patience / 1000} s`, { url });
      own.abort();
    });
  };
  const release = (): void => {
    disarm();
    signal.removeEventListener('abort', abort);
  };
  /** What a rejection of fetch or of the body means. */
  const failure = (error: unknown): unknown => {
    if (signal.aborted) return signal.reason;
    if (stalled) return stalled;
    if (error instanceof DataError) return error;
    return new DataError('network', 'no answer from the server', { url, detail: String(error) });
  };
  signal.throwIfAborted();
  signal.addEventListener('abort', abort, { once: true });
  watch();
  try {
    const response = await (request.fetcher ?? around.fetch)(url, init(request, own.signal));
    check(response, request);
    const { status } = response;
    if (status === 304) {
      release();
      own.abort();
    }
    return {
      unchanged: status === 304,
      type: response.headers.get('content-type'),
      etag: response.headers.get('etag') ?? '',
      async *chunks(limit, steady) {
        const over = (): DataError =>
          new DataError('limit', `answer is larger than ${limit} bytes`, { url });
        try {
          if (Number(response.headers.get('content-length')) > limit) throw over();
          const body = response.body?.getReader();
          let bytes = 0;
          let seen = 0;
          while (body) {
            const { done, value } = await body.read();
            if (done) break;
            bytes += value.byteLength;
            if (bytes > limit) throw over();
            if (steady || bytes - seen >= trickle) {
              seen = bytes;
              watch();
            }
            yield value;
          }
        } catch (error) {
          throw failure(error);
        } finally {
          release();
          own.abort();
        }
      },
    };
  } catch (error) {
    release();
    own.abort();
    throw failure(error);
  }
}

/** The request without a prototype: a page whose `Object.prototype` was written to changes nothing in it. */
function init(request: Ask, signal: AbortSignal): RequestInit {
  const headers: [string, string][] = [['accept', accept]];
  const sent = request.headers;
  if (sent) for (const name of Object.keys(sent)) headers.push([name, String(sent[name])]);
  if (request.etag) headers.push(['if-none-match', request.etag]);
  return Object.assign(Object.create(null) as RequestInit, {
    method: 'GET',
    headers,
    mode: 'cors',
    credentials: request.credentials === 'include' ? 'include' : 'same-origin',
    cache: request.revalidate ? 'no-cache' : 'default',
    redirect: 'follow',
    referrerPolicy: 'no-referrer',
    signal,
  });
}

/** Refuses a response that cannot hold data. */
function check(response: Response, request: Ask): void {
  const url = bare(request.url);
  const { status } = response;
  // A redirect may lead anywhere; data is taken only from the origin that the page named.
  if (response.redirected && new URL(response.url).origin !== request.url.origin) {
    throw new DataError('blocked', `redirected to ${new URL(response.url).origin}`, { url });
  }
  if (status === 204 || status === 205) throw new DataError('empty', 'empty body', { status, url });
  if (status !== 200 && status !== 203 && !(status === 304 && request.etag)) {
    throw new DataError('http', `http ${status}`, { status, url });
  }
}
