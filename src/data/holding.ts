import { ask, type Answer, type Ask } from './endpoint';
import { absent } from './data-error';
import { parseJson } from './json';
import { each, named, type Member } from './member';
import { readBody } from './reading';
import { mayPass } from './retry';
import { readRows } from './shape';
import type { Surroundings } from './surroundings';

/** Characters from which on parsing at one go would be felt. */
const long = 2 ** 20;

/** The data of one address: fetched, compared with what is in hand, and told to the members. */
export class Holding {
  /** When the data was made, where its server says so, else when it was right; `null` before there is any. */
  asOf: number | null = null;
  /** When it was last asked for. */
  askedAt = -Infinity;
  #etag = '';
  /** The last document, to tell an unchanged one. */
  #text: string | null = null;
  /** Parsed JSON, or the rows of a short text; `null` where the rows went by in a stream. */
  #held: { value: unknown; rows: unknown[] | null } | null = null;

  readonly #url: URL;
  readonly #members: Set<Member>;
  readonly #around: Surroundings;

  constructor(url: URL, members: Set<Member>, around: Surroundings) {
    this.#url = url;
    this.#members = members;
    this.#around = around;
  }

  /** Whether a newcomer can be told without a request. */
  get whole(): boolean {
    return this.#held !== null;
  }

  /** Makes one request and tells what it brings. `streams` is called before the first rows of a stream. */
  async load(request: Ask, poll: boolean, signal: AbortSignal, streams: () => void): Promise<void> {
    const around = this.#around;
    const members = this.#members;
    const list = [...members];
    const { source = '', maxBytes } = list[0]?.options ?? {};
    if (source) {
      const { checkSource } = await import('./readers/shapes').catch(absent);
      checkSource(source);
      signal.throwIfAborted();
    }
    const sameOrigin = request.url.origin === globalThis.location?.origin;
    // Elsewhere the header would cost a preflight; there the browser's cache asks.
    const etag = sameOrigin && this.asOf !== null ? this.#etag : '';
    const answer = await ask({ ...request, etag }, signal, around);
    if (answer.unchanged) {
      answer.cancel();
      return this.#same(answer, signal);
    }
    let batches = 0;
    const { text, rows } = await readBody(
      answer,
      {
        source,
        path: request.url.pathname,
        limit: maxBytes,
        streaming: list.every(({ options }) => options.streaming),
        poll,
        batch: (rows) => {
          if (signal.aborted) return;
          if (!batches) streams();
          const mode = batches++ ? 'append' : 'replace';
          each(members, ({ listener }) => listener.rows(rows, { mode, done: false, asOf: null }));
        },
        progress: (rows, bytes) => {
          if (!signal.aborted) each(members, ({ listener }) => listener.progress(rows, bytes));
        },
      },
      around,
    );
    signal.throwIfAborted();
    if (text !== null && text === this.#text && this.#held) {
      this.#etag = answer.etag;
      return this.#same(answer, signal);
    }
    const held = text === null ? null : { rows, value: rows ? null : await this.#parse(text) };
    signal.throwIfAborted();
    this.#etag = answer.etag;
    this.#text = text;
    this.#held = held;
    this.#date(answer);
    if (!held) {
      const info = { mode: batches ? 'append' : 'replace', done: true, asOf: this.asOf } as const;
      return each(members, ({ listener }) => listener.rows([], info));
    }
    each(members, (member) => (member.fresh = false));
    await Promise.all([...members].map((member) => this.tell(member, signal)));
  }

  /** Parses JSON; a long list of records that look alike in slices, and faster. */
  async #parse(text: string): Promise<unknown> {
    if (text.length < long) return parseJson(text);
    const { readAlike } = await import('./readers/scan').catch(absent);
    return (await readAlike(text, this.#around)) ?? parseJson(text);
  }

  #date({ modified, unchanged }: Answer): number {
    // What has not changed keeps a time of its own, which a 304 need not say again.
    const made = unchanged && this.asOf! < this.askedAt ? this.asOf! : modified;
    const now = (this.askedAt = this.#around.now());
    // Packers of files write 1970, 1980 or 1985 for a time that they do not know.
    return (this.asOf = made > 1e12 && made < now ? made : now);
  }

  /** The server has nothing new. */
  async #same(answer: Answer, signal: AbortSignal): Promise<void> {
    const at = this.#date(answer);
    const late: Promise<void>[] = [];
    each(this.#members, (member) => {
      if (member.fresh || !this.#held) member.listener.unchanged(at);
      else late.push(this.tell(member, signal));
    });
    await Promise.all(late);
  }

  /** Tells a member the data in hand, in the shape that it asked for. Throws where the server still computes. */
  async tell(member: Member, signal: AbortSignal): Promise<void> {
    const held = this.#held;
    const { asOf } = this;
    const { options, listener } = member;
    const gone = (): boolean => signal.aborted || held !== this.#held || !this.#members.has(member);
    try {
      let rows = held!.rows ?? readRows(held!.value, options);
      if (!Array.isArray(rows)) rows = await rows;
      if (gone()) return;
      member.fresh = true;
      listener.rows(rows, { mode: 'replace', done: true, asOf });
    } catch (cause) {
      const error = named(cause, this.#url);
      if (mayPass(error)) throw error;
      if (!gone()) listener.failed(error, null);
    }
  }
}
