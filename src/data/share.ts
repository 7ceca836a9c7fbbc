import { bare } from './address';
import { DataError } from './data-error';
import { ask, type Ask } from './endpoint';
import type { FeedListener, FeedOptions } from './feed';
import { parseJson } from './inline';
import { readBody } from './reading';
import { mayPass, longestWait, retries, retryDelay } from './retry';
import { readRows } from './shape';
import type { Surroundings, Wake } from './surroundings';

/** One feed at a source. */
export interface Member {
  readonly options: FeedOptions;
  readonly listener: FeedListener;
  /** It has been told the data that the source holds. */
  fresh: boolean;
}

/** Shortest time between polls, and between tries that focus makes, in milliseconds. */
const shortest = 5000;

const sources = new WeakMap<Surroundings, Map<string, Source>>();
const names = new WeakMap<object, number>();
let lastName = 0;

function nameOf(fetcher: object): number {
  let name = names.get(fetcher);
  if (!name) names.set(fetcher, (name = ++lastName));
  return name;
}

/** The source of an address; one and the same for all who ask for it in the same way. */
export function sourceFor(
  url: URL,
  headers: Record<string, string>,
  options: FeedOptions,
  around: Surroundings,
): Source {
  const { credentials, fetcher, source, maxBytes, live } = options;
  let all = sources.get(around);
  if (!all) sources.set(around, (all = new Map()));
  const key = JSON.stringify([
    bare(url),
    credentials === 'include',
    Object.entries(headers).sort(),
    fetcher ? nameOf(fetcher) : 0,
    source,
    maxBytes,
    !!live,
  ]);
  let found = all.get(key);
  if (!found) {
    const registry = all;
    const vacate = (): void => {
      if (registry.get(key) === found) registry.delete(key);
    };
    all.set(key, (found = new Source({ url, credentials, headers, fetcher }, vacate, around)));
  }
  return found;
}

/**
 * One address, asked once for all its members: the request under way, retries,
 * polls, and the last good data for those who join later.
 */
export class Source {
  private readonly members = new Set<Member>();
  private running: AbortController | null = null;
  private pending: Promise<void> | null = null;
  private settled: Promise<void> | null = null;
  private timer: (() => void) | null = null;
  private unwatch: (() => void) | null = null;
  private disconnect: (() => void) | null = null;
  /** A request came due while the page was hidden or offline. */
  private overdue = false;
  private failing = false;
  private attempt = 0;
  private startedAt = -Infinity;
  private asOf: number | null = null;
  private etag = '';
  /** The last document, to tell an unchanged one. */
  private text: string | null = null;
  /** Parsed JSON, or the rows of a short text. */
  private held: { value: unknown; rows: unknown[] | null } | null = null;

  constructor(
    private readonly request: Ask,
    private readonly vacate: () => void,
    private readonly around: Surroundings,
  ) {}

  join(member: Member): void {
    this.members.add(member);
    this.unwatch ??= this.around.watch((wake) => this.wake(wake));
    if (this.held && this.recent()) {
      void this.tell(member, this.running?.signal);
      // A newcomer may want to poll, or more often.
      if (!this.running && !this.failing) this.schedule(this.period());
    } else {
      member.listener.loading();
      if (!this.running) void this.start();
    }
  }

  leave(member: Member): void {
    this.members.delete(member);
    // An element that is moved leaves and joins in one task, and keeps its request.
    if (!this.members.size) this.around.after(0, () => this.members.size || this.end());
  }

  /** Asks now; calls of one task are one request. */
  refresh(): Promise<void> {
    if (!this.pending) {
      this.attempt = 0;
      this.each(({ listener }) => listener.loading());
    }
    return this.start();
  }

  private end(): void {
    this.vacate();
    this.running?.abort();
    this.running = null;
    this.timer?.();
    this.unwatch?.();
    this.disconnect?.();
    this.timer = this.unwatch = this.disconnect = null;
  }

  /** Polled data is fresh by itself; other data for as long as the shortest poll. */
  private recent(): boolean {
    return this.period() > 0 || this.since(this.asOf ?? -Infinity) < shortest;
  }

  /** Milliseconds since; a clock that was set back counts as long ago. */
  private since(time: number): number {
    const passed = this.around.now() - time;
    return passed < 0 ? Infinity : passed;
  }

  /** Milliseconds between polls: the shortest that a member wants; 0 for none. */
  private period(): number {
    let period = 0;
    for (const { options } of this.members) {
      const wanted = Number(options.refresh) * 1000;
      if (wanted > 0) period = Math.min(period || Infinity, Math.max(wanted, shortest));
    }
    return period;
  }

  private each(told: (member: Member) => void): void {
    for (const member of [...this.members]) if (this.members.has(member)) told(member);
  }

  /** Begins a request at the end of the task, in place of one under way: the newest wins. */
  private start(): Promise<void> {
    if (this.pending) return this.settled!;
    this.running?.abort();
    this.timer?.();
    this.timer = null;
    this.overdue = false;
    const run = (this.running = new AbortController());
    this.pending = Promise.resolve();
    return (this.settled = this.pending.then(() => {
      this.pending = null;
      return run.signal.aborted ? undefined : this.run(run);
    }));
  }

  private async run(run: AbortController): Promise<void> {
    const { around } = this;
    if (!around.online()) {
      this.running = null;
      this.wait();
      return this.each(({ listener }) => listener.offline());
    }
    this.startedAt = around.now();
    try {
      if ([...this.members][0]?.options.live && !this.disconnect) await this.follow(run.signal);
      else await this.load(run.signal);
      if (run.signal.aborted) return;
      this.running = null;
      this.attempt = 0;
      this.failing = false;
      if (!this.disconnect) this.schedule(this.period());
    } catch (error) {
      if (run.signal.aborted) return;
      this.running = null;
      this.fail(error);
    }
  }

  private async load(signal: AbortSignal): Promise<void> {
    const { around, request } = this;
    const sameOrigin = request.url.origin === globalThis.location?.origin;
    const answer = await ask(
      {
        ...request,
        // Elsewhere the header would cost a preflight; there the browser's cache asks.
        etag: sameOrigin && this.asOf !== null ? this.etag : '',
        revalidate: this.asOf !== null || this.failing,
      },
      signal,
      around,
    );
    if (answer.unchanged) {
      answer.cancel();
      return this.same();
    }
    const members = [...this.members];
    let batches = 0;
    const document = await readBody(
      answer,
      {
        source: members[0]?.options.source ?? '',
        path: request.url.pathname,
        limit: members[0]?.options.maxBytes,
        streaming: members.every(({ options }) => options.streaming),
        poll: this.period() > 0,
        batch: (rows) => {
          if (signal.aborted) return;
          // What has gone by cannot be told to a newcomer: it gets a source of its own.
          if (!batches) this.vacate();
          const mode = batches++ ? 'append' : 'replace';
          this.each(({ listener }) => listener.rows(rows, { mode, done: false, asOf: null }));
        },
        progress: (rows, bytes) => {
          if (!signal.aborted) this.each(({ listener }) => listener.progress(rows, bytes));
        },
      },
      around,
    );
    signal.throwIfAborted();
    const { text, rows } = document;
    this.etag = answer.etag;
    if (text !== null && text === this.text && this.held) return this.same();
    this.text = text;
    this.held = text === null ? null : { rows, value: rows ? null : parseJson(text) };
    this.asOf = around.now();
    if (!this.held) {
      const info = { mode: batches ? 'append' : 'replace', done: true, asOf: this.asOf } as const;
      return this.each(({ listener }) => listener.rows([], info));
    }
    this.each((member) => (member.fresh = false));
    await Promise.all([...this.members].map((member) => this.tell(member, signal)));
  }

  /** The server has nothing new. */
  private same(): void {
    const at = (this.asOf = this.around.now());
    this.each((member) => {
      if (member.fresh || !this.held) member.listener.unchanged(at);
      else void this.tell(member, this.running?.signal);
    });
  }

  /** Tells a member the data in hand, in the shape that it asked for. */
  private async tell(member: Member, signal?: AbortSignal): Promise<void> {
    const { held, asOf } = this;
    const { options, listener } = member;
    try {
      let rows = held!.rows ?? readRows(held!.value, options);
      if (!Array.isArray(rows)) rows = await rows;
      if (signal?.aborted || held !== this.held || !this.members.has(member)) return;
      member.fresh = true;
      listener.rows(rows, { mode: 'replace', done: true, asOf });
    } catch (cause) {
      const error = named(cause, this.request.url);
      // The server still computes: asked again like any other that is not ready.
      if (signal && mayPass(error)) throw error;
      if (!signal?.aborted && this.members.has(member)) listener.failed(error, null);
    }
  }

  /** Opens the live connection; afterwards `disconnect` closes it. */
  private async follow(signal: AbortSignal): Promise<void> {
    void signal;
    throw new DataError('contract', 'live is not there yet');
  }

  private fail(cause: unknown): void {
    const { around } = this;
    const error = named(cause, this.request.url);
    this.failing = true;
    if (error.code === 'network' && !around.online()) {
      this.wait();
      return this.each(({ listener }) => listener.offline());
    }
    const floor = error.retryAfter;
    const again =
      mayPass(error) && this.attempt < retries
        ? retryDelay(this.attempt++, around.random(), floor)
        : null;
    const period = this.period();
    const delay = again ?? (period && Math.max(period, Math.min(floor ?? 0, longestWait)));
    const due = this.schedule(delay, again === null);
    this.each(({ listener }) => listener.failed(error, due));
  }

  /** Asks again after a while; a poll ± 10 %, so that pages opened together part. When, or `null` for never. */
  private schedule(delay: number, poll = true): number | null {
    this.timer?.();
    this.timer = null;
    if (!delay) return null;
    const wait = poll ? delay * (0.9 + 0.2 * this.around.random()) : delay;
    this.timer = this.around.after(wait, () => {
      this.timer = null;
      if (poll) this.attempt = 0;
      if (this.around.visible() && this.around.online()) void this.start();
      else this.wait();
    });
    return this.around.now() + wait;
  }

  /** Leaves the request for when the page is seen again, or the network is back. */
  private wait(): void {
    this.overdue = true;
  }

  private wake(wake: Wake): void {
    if (this.running) return;
    const { around } = this;
    if (wake === 'offline') return this.each(({ listener }) => listener.offline());
    const rested = this.since(this.startedAt) >= shortest;
    if (wake === 'online') {
      if (!this.overdue && !this.failing) return;
      this.attempt = 0;
      // Everybody comes back at once: spread over a second.
      this.timer?.();
      this.timer = around.after(around.random() * 1000, () => void this.start());
    } else if (wake === 'restored') {
      this.attempt = 0;
      void this.start();
    } else if (wake === 'visible' || wake === 'resume') {
      if (around.visible() && (this.overdue || (this.failing && rested))) {
        this.attempt = 0;
        void this.start();
      }
    } else if (wake === 'focus' && this.failing && rested) {
      this.attempt = 0;
      void this.start();
    }
  }
}

/** Any error as the one that is told, with its address. */
function named(error: unknown, url: URL): DataError {
  const told =
    error instanceof DataError
      ? error
      : new DataError('contract', 'cannot read the answer', { detail: String(error) });
  told.url ??= bare(url);
  return told;
}
