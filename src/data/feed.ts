import { resolveAddress } from './address';
import { failureOf } from './data-error';
import type { FeedListener, FeedOptions } from './feed-options';
import { headersFor, type Member } from './member';
import { sourceFor } from './share';
import type { Source } from './source';
import { page, type Surroundings } from './surroundings';

export type { FeedListener, FeedOptions } from './feed-options';

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
