import type { DataError } from '../../src/data/data-error';
import { Feed, type FeedOptions } from '../../src/data/feed';
import { page, type Surroundings, type Wake } from '../../src/data/surroundings';

// Code that loads when it is met takes real time, and the time of a World stands still.
await Promise.all([
  import('../../src/data/reading-texts'),
  import('../../src/data/readers/shapes'),
  import('../../src/data/live'),
]);

interface Timer {
  at: number;
  run(): void;
}

/** Surroundings whose time stands still until it is moved; the network is the real one unless replaced. */
export class World implements Surroundings {
  time = 1_790_000_000_000;
  chance = 0.5;
  seen = true;
  network = true;
  /** Requests under way. */
  asking = 0;
  asked: string[] = [];
  readonly timers = new Set<Timer>();
  readonly watchers = new Set<(wake: Wake) => void>();
  private elapsed = 0;

  constructor(private readonly real: typeof fetch = page.fetch) {}

  now = (): number => this.time + this.elapsed;
  random = (): number => this.chance;
  visible = (): boolean => this.seen;
  online = (): boolean => this.network;
  /** Milliseconds that each look at the clock of work takes. */
  toil = 0;
  #work = 0;
  worked = (): number => (this.#work += this.toil);
  rest = (): Promise<void> => Promise.resolve();
  policy = (): (() => Promise<boolean>) => () => Promise.resolve(false);

  after = (milliseconds: number, run: () => void): (() => void) => {
    const timer = { at: this.elapsed + milliseconds, run };
    this.timers.add(timer);
    return () => this.timers.delete(timer);
  };

  frame = (run: () => void): (() => void) => this.after(16, run);

  watch = (told: (wake: Wake) => void): (() => void) => {
    this.watchers.add(told);
    return () => this.watchers.delete(told);
  };

  fetch: typeof fetch = async (input, init) => {
    this.asking++;
    this.asked.push(String(input));
    try {
      return await this.real(input, init);
    } finally {
      this.asking--;
    }
  };

  wake(wake: Wake): void {
    for (const told of [...this.watchers]) told(wake);
  }

  /** Moves time on, timer by timer, letting everything that answers at once do so in between. */
  async pass(milliseconds: number): Promise<void> {
    const end = this.elapsed + milliseconds;
    for (;;) {
      await turn();
      const next = [...this.timers].sort((a, b) => a.at - b.at)[0];
      if (!next || next.at > end) break;
      this.elapsed = next.at;
      this.timers.delete(next);
      next.run();
    }
    this.elapsed = end;
    await turn();
  }
}

/** Lets promises and tasks that are ready run. */
export async function turn(): Promise<void> {
  for (let i = 0; i < 8; i++) {
    await new Promise<void>((done) => {
      const { port1, port2 } = new MessageChannel();
      port1.onmessage = () => {
        port1.close();
        done();
      };
      port2.postMessage(null);
    });
  }
}

/** Waits, in real time, until something is so. */
export async function until(so: () => boolean): Promise<void> {
  for (let tries = 0; !so(); tries++) {
    if (tries > 2000) throw new Error(`never: ${so}`);
    await new Promise((done) => setTimeout(done, 2));
  }
}

/** A feed that writes down what it tells. */
export class Diary {
  /** "loading", "rows 3", "append 2", "unchanged", "failed http", "offline", "live true". */
  readonly told: string[] = [];
  rows: unknown[] = [];
  error: DataError | null = null;
  retryAt: number | null = null;
  done = false;
  bytes = 0;
  readonly feed: Feed;

  constructor(around: Surroundings = page) {
    this.feed = new Feed(
      {
        loading: () => this.told.push('loading'),
        rows: (rows, { mode, done }) => {
          if (mode === 'replace') this.rows = [];
          for (const row of rows) this.rows.push(row);
          this.done = done;
          this.told.push(`${mode === 'replace' ? 'rows' : 'append'} ${rows.length}`);
        },
        unchanged: () => this.told.push('unchanged'),
        progress: (_rows, bytes) => (this.bytes = bytes),
        failed: (error, retryAt) => {
          this.error = error;
          this.retryAt = retryAt;
          this.told.push(`failed ${error.code}`);
        },
        offline: () => this.told.push('offline'),
        live: (connected) => this.told.push(`live ${connected}`),
      },
      around,
    );
  }

  open(src: string, options: Partial<FeedOptions> = {}): this {
    this.feed.open({ src, base: location.href, ...options });
    return this;
  }

  /** Everything but the loading. */
  get news(): string[] {
    return this.told.filter((line) => line !== 'loading');
  }

  /** Waits for so many pieces of news. */
  async heard(count = 1): Promise<void> {
    await until(() => this.news.length >= count);
  }
}
