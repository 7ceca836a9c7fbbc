import { absent } from './data-error';
import type { Ask } from './endpoint';
import { Holding } from './holding';
import type { Connection } from './live';
import { each, headersFor, named, type Member } from './member';
import { mayPass, longestWait, retries, retryDelay } from './retry';
import type { Surroundings, Wake } from './surroundings';
import { responseTo, shortest } from './wake';

/** Milliseconds between polls of an address that was to be live and is not. */
const fallback = 30_000;

/**
 * One address, asked once for all its members: the request under way, retries
 * and polls, and the data in hand for those who join later.
 */
export class Source {
  readonly #request: Ask;
  /** Gives the address free for a source of its own. */
  readonly #vacate: () => void;
  readonly #around: Surroundings;
  readonly #members = new Set<Member>();
  readonly #holding: Holding;
  #running: AbortController | null = null;
  /** A request that begins at the end of the task. */
  #pending = false;
  #settled: Promise<void> = Promise.resolve();
  #timer: (() => void) | null = null;
  #unwatch: (() => void) | null = null;
  #connection: Connection | null = null;
  /** It was to be live and is not. */
  #polled = false;
  /** A request was made. */
  #asked = false;
  /** A request came due while the page was hidden or offline. */
  #overdue = false;
  #failing = false;
  #attempt = 0;
  #startedAt = -Infinity;

  constructor(request: Ask, vacate: () => void, around: Surroundings) {
    this.#request = request;
    this.#vacate = vacate;
    this.#around = around;
    this.#holding = new Holding(request.url, this.#members, around);
  }

  join(member: Member): void {
    this.#members.add(member);
    this.#unwatch ??= this.#around.watch((wake) => this.#wake(wake));
    if (this.#holding.whole && this.#recent()) {
      // What is held was told to others already, so it can be told.
      const { signal } = this.#running ?? new AbortController();
      this.#holding.tell(member, signal).catch((error) => this.#fail(error));
      // A newcomer may want to poll, or more often.
      if (!this.#running && !this.#failing) this.#schedule(this.#period());
      return;
    }
    member.listener.loading();
    // While a retry is due, a newcomer waits for it like the others.
    if (!this.#running && !this.#connection && !(this.#failing && this.#timer)) void this.#start();
  }

  leave(member: Member): void {
    this.#members.delete(member);
    // An element that is moved leaves and joins in one task, and keeps its request.
    if (!this.#members.size) this.#around.after(0, () => this.tidy());
  }

  /** Ends what nobody waits for. */
  tidy(): void {
    if (!this.#members.size) this.#end();
  }

  /** Asks now; calls of one task are one request. Settles when the answer has been told. */
  refresh(): Promise<void> {
    if (this.#connection) {
      this.#connection.wake();
      return Promise.resolve();
    }
    if (!this.#pending) {
      this.#attempt = 0;
      each(this.#members, ({ listener }) => listener.loading());
    }
    return this.#start();
  }

  #end(): void {
    this.#vacate();
    this.#running?.abort();
    this.#timer?.();
    this.#unwatch?.();
    this.#connection?.close();
    this.#running = this.#timer = this.#unwatch = this.#connection = null;
  }

  /** Polled data is fresh by itself; other data for as long as the shortest poll. */
  #recent(): boolean {
    return this.#period() > 0 || this.#since(this.#holding.askedAt) < shortest;
  }

  /** Milliseconds since; a clock that was set back counts as long ago. */
  #since(time: number): number {
    const passed = this.#around.now() - time;
    return passed < 0 ? Infinity : passed;
  }

  /** Milliseconds between polls: the shortest that a member wants; 0 for none. */
  #period(): number {
    let period = 0;
    for (const { options } of this.#members) {
      const wanted = Number(options.refresh) * 1000;
      if (wanted > 0) period = Math.min(period || Infinity, Math.max(wanted, shortest));
    }
    return period || (this.#polled ? fallback : 0);
  }

  get #first(): Member | undefined {
    return [...this.#members][0];
  }

  /** Begins a request at the end of the task, in place of one under way: the newest wins. */
  #start(): Promise<void> {
    if (this.#pending) return this.#settled;
    this.#running?.abort();
    this.#timer?.();
    this.#timer = null;
    this.#overdue = false;
    const run = (this.#running = new AbortController());
    this.#pending = true;
    return (this.#settled = Promise.resolve().then(() => {
      this.#pending = false;
      return run.signal.aborted ? undefined : this.#run(run.signal);
    }));
  }

  async #run(signal: AbortSignal): Promise<void> {
    const around = this.#around;
    if (!around.online()) {
      this.#running = null;
      return this.#offline();
    }
    this.#startedAt = around.now();
    try {
      if (this.#first?.options.live && !this.#polled) await this.#follow(signal);
      else {
        const revalidate = this.#failing || this.#holding.asOf !== null;
        await this.#holding.load(
          { ...this.#asking(), revalidate },
          this.#period() > 0,
          signal,
          // What has gone by cannot be told to a newcomer: it gets a source of its own.
          this.#vacate,
        );
      }
      if (signal.aborted) return;
      this.#running = null;
      this.#attempt = 0;
      this.#failing = false;
      if (!this.#connection) this.#schedule(this.#period());
    } catch (error) {
      if (signal.aborted) return;
      this.#running = null;
      this.#fail(error);
    }
  }

  /** The next request: the page may change the headers of each, or cancel it. */
  #asking(): Ask {
    const request = this.#request;
    const first = this.#first;
    // The first one was settled before its source was found.
    if (this.#asked && first)
      return { ...request, headers: headersFor(request.url, first.options) };
    this.#asked = true;
    return request;
  }

  /** Opens the live connection, which from then on looks after itself. */
  async #follow(signal: AbortSignal): Promise<void> {
    const { followAll } = await import('./live-source').catch(absent);
    signal.throwIfAborted();
    this.#connection = followAll(
      {
        url: this.#request.url,
        members: this.#members,
        asking: () => this.#asking(),
        told: this.#vacate,
        silent: (error, data) => {
          this.#connection = null;
          this.#polled = true;
          if (data) void this.#start();
          else this.#fail(error);
        },
      },
      this.#around,
    );
  }

  #offline(): void {
    this.#overdue = true;
    each(this.#members, ({ listener }) => listener.offline());
  }

  #fail(cause: unknown): void {
    const around = this.#around;
    const error = named(cause, this.#request.url);
    this.#failing = true;
    if (error.code === 'network' && !around.online()) return this.#offline();
    const floor = error.retryAfter ?? 0;
    const wait = retryDelay(this.#attempt, around.random(), floor);
    const again = mayPass(error) && this.#attempt < retries && floor <= longestWait;
    if (again) this.#attempt++;
    const due = this.#schedule(again ? wait : this.#period(), !again, floor && wait);
    each(this.#members, ({ listener }) => listener.failed(error, due));
  }

  /** Asks again after a while, `least` at least; a poll ± 10 %, so that pages opened together part. When, or `null` for never. */
  #schedule(delay: number, poll = true, least = 0): number | null {
    this.#timer?.();
    this.#timer = null;
    if (!delay) return null;
    const around = this.#around;
    const wait = Math.max(least, poll ? delay * (0.9 + 0.2 * around.random()) : delay);
    this.#timer = around.after(wait, () => {
      this.#timer = null;
      if (poll) this.#attempt = 0;
      if (around.visible() && around.online()) void this.#start();
      else this.#overdue = true;
    });
    return around.now() + wait;
  }

  #wake(wake: Wake): void {
    const around = this.#around;
    const connection = this.#connection;
    if (wake === 'offline') {
      // What is shown is marked as old until it was asked for again.
      this.#overdue ||= !this.#running;
      return each(this.#members, ({ listener }) => listener.offline());
    }
    if (connection) {
      if (wake === 'online' || wake === 'restored') connection.wake();
      return;
    }
    if (this.#running) return;
    const response = responseTo(wake, {
      visible: around.visible(),
      overdue: this.#overdue,
      failing: this.#failing,
      since: this.#since(this.#startedAt),
    });
    if (!response) return;
    this.#attempt = 0;
    if (response === 'now') void this.#start();
    else {
      this.#timer?.();
      this.#timer = around.after(around.random() * 1000, () => void this.#start());
    }
  }
}
