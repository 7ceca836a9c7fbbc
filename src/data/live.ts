import { DataError, show } from './data-error';
import { ask, type Ask } from './endpoint';
import { pacer, type Pace } from './pace';
import { at, isRecord, own } from './path';
import { longestWait, mayPass } from './retry';
import type { Surroundings } from './surroundings';
import { turns } from './turns';

/** Longest event, in characters: beyond it the stream is broken, not busy. */
const longest = 1_000_000;
/** Milliseconds without a byte after which a connection counts as dead. */
const silence = 45_000;
/** Milliseconds that a connection must last for the waits to begin anew. */
const steady = 60_000;

/** What a live connection tells. */
export interface LiveListener {
  rows(rows: unknown[], replace: boolean): void;
  live(connected: boolean): void;
  /** `retryAt` is when it connects again. */
  failed(error: DataError, retryAt: number | null): void;
  /** The address answers, but not with events; perhaps with data. */
  silent(error: DataError, data: boolean): void;
}

export interface Connection {
  close(): void;
  /** Connects at once where it waits, and anew where the page slept. */
  wake(): void;
}

interface Message {
  data: string;
  event: string;
  id: string;
}

/**
 * Follows Server-Sent Events. Each event is a record, a list of records, or
 * `{"replace": […]}`, unnamed or named "message" or "replace"; a bad one is told and dropped. Reconnects with growing,
 * jittered waits and the last event's id; an event whose number is not above
 * the last one's has been seen. `EventSource` sends no headers, knows no limit
 * and reconnects in step with every other page, hence this reader.
 * https://html.spec.whatwg.org/multipage/server-sent-events.html
 */
export function follow(
  request: () => Ask,
  path: string,
  listener: LiveListener,
  around: Surroundings,
): Connection {
  let run: AbortController | null = null;
  let cancel: (() => void) | null = null;
  let flush: (() => void) | null = null;
  let attempt = 0;
  let floor = 0;
  let lastId = '';
  let pending: unknown[] = [];
  let replace = false;

  const tell = (): void => {
    flush = null;
    const rows = pending;
    const whole = replace;
    pending = [];
    replace = false;
    listener.rows(rows, whole);
  };
  const take = ({ data, event, id }: Message): void => {
    if (!['', 'message', 'replace'].includes(event)) return;
    let value: unknown;
    try {
      value = JSON.parse(data);
    } catch (error) {
      const detail = String(error);
      listener.failed(
        new DataError('syntax', `event is not json: ${show(data)}`, { detail }),
        null,
      );
      return;
    }
    const whole = own(value, 'replace') || event === 'replace';
    // Numbered events come in order; what comes again after a reconnection was seen.
    if (/^\d+$/.test(id)) {
      if (!whole && lastId && Number(id) <= Number(lastId)) return;
    }
    if (id) lastId = id;
    if (own(value, 'replace')) value = (value as Record<string, unknown>)['replace'];
    if (path && isRecord(value)) value = at(value, path);
    const rows = Array.isArray(value) ? value : [value];
    if (!rows.every(isRecord)) {
      listener.failed(new DataError('contract', `event is no record: ${show(value)}`), null);
      return;
    }
    if (whole) {
      pending = [];
      replace = true;
    }
    for (const row of rows) pending.push(row);
    // Rows of one frame are told together.
    flush ??= (around.frame ?? turns.frame)(tell);
  };

  /** Connects again after at least half of a wait that doubles up to 30 s. */
  const later = (least = 0): number => {
    const wait = Math.min(1000 * 2 ** attempt++, 30_000) * (0.5 + around.random() / 2);
    const delay = Math.max(wait, floor, least);
    cancel?.();
    cancel = around.after(delay, () => void connect());
    return around.now() + delay;
  };

  const connect = async (): Promise<void> => {
    cancel?.();
    cancel = null;
    run?.abort();
    const own = (run = new AbortController());
    let since = Infinity;
    try {
      const asked = request();
      const headers: Record<string, string> = { ...asked.headers };
      if (lastId) headers['last-event-id'] = lastId;
      const accept = 'text/event-stream';
      const answer = await ask({ ...asked, headers, accept, revalidate: true }, own.signal, around);
      if (!/^text\/event-stream\b/i.test(answer.type ?? '')) {
        answer.cancel();
        const type = (answer.type ?? 'nothing').split(';', 1)[0]!;
        const error = new DataError('type', `got ${type} instead of events`, { url: answer.url });
        return listener.silent(error, /json|csv|text\/plain/i.test(type));
      }
      since = around.now();
      listener.live(true);
      const retry = (wait: number): void => {
        floor = Math.min(wait, longestWait);
      };
      await readEvents(answer.chunks(true, silence), take, retry, around);
      if (own.signal.aborted) return;
      listener.live(false);
      if (around.now() - since >= steady) attempt = 0;
      later();
    } catch (cause) {
      if (own.signal.aborted) return;
      const error =
        cause instanceof DataError
          ? cause
          : new DataError('network', 'the connection broke', { detail: String(cause) });
      if (since !== Infinity) listener.live(false);
      // No content: the server says that there is nothing more to come.
      if (error.code === 'empty') return;
      if (around.now() - since >= steady) attempt = 0;
      const least = error.retryAfter ?? 0;
      listener.failed(error, mayPass(error) && least <= longestWait ? later(least) : null);
    }
  };

  void connect();
  return {
    close() {
      run?.abort();
      cancel?.();
      flush?.();
      cancel = flush = null;
    },
    wake: () => void connect(),
  };
}

/** Splits a stream into events, wherever its chunks are cut. */
async function readEvents(
  chunks: AsyncGenerator<Uint8Array>,
  take: (message: Message) => void,
  retry: (milliseconds: number) => void,
  pace: Pace,
): Promise<void> {
  const decoder = new TextDecoder();
  const breath = pacer(pace);
  let half = '';
  let message: Message = { data: '', event: '', id: '' };
  let filled = false;
  for await (const chunk of chunks) {
    // In a flood the page must still be drawn.
    await breath();
    half += decoder.decode(chunk, { stream: true });
    // A carriage return at the end may have its line feed in the next chunk.
    const lines = half.split(/\r\n|\n|\r(?!$)/);
    half = lines.pop()!;
    for (const line of lines) {
      if (!line) {
        if (filled) take(message);
        message = { data: '', event: '', id: '' };
        filled = false;
        continue;
      }
      const colon = line.indexOf(':');
      const field = colon < 0 ? line : line.slice(0, colon);
      const value = colon < 0 ? '' : line.slice(colon + (line[colon + 1] === ' ' ? 2 : 1));
      if (field === 'data') {
        message.data += filled ? `\n${value}` : value;
        filled = true;
      } else if (field === 'event') message.event = value;
      else if (field === 'id' && !value.includes('\0')) message.id = value;
      else if (field === 'retry' && /^\d+$/.test(value)) retry(Number(value));
    }
    if (half.length + message.data.length >= longest) {
      throw new DataError('limit', `event is longer than ${longest} characters`);
    }
  }
}
