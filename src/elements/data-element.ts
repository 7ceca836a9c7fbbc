import type { PropertyValues } from 'lit';
import { failureOf, unloaded, type DataError } from '../data/data-error';
import type { FeedListener } from '../data/feed-options';
import { readGiven, readInline } from '../data/inline';
import type { Rows } from '../data/shape';
import type { RowFold } from '../metrics/row-fold';
import { watchChildren } from './children';
import type { Shown } from './events';
import { readyRows } from './figures';
import { languageOf } from './language';
import { mapping } from './on-demand';
import { openFeed, type FeedHandle } from './open-feed';
import { RowStore } from './row-store';
import { onceDrawn, sleep, wake } from './sleep';
import { emit, showState, type State } from './state';
import { feedOptions, sourceKeys, takeSeconds } from './tile-source';
import { TileOptions } from './tile-options';

/** Gets the data, folds it, measures, and keeps the state. */
export abstract class DataElement<S extends Shown = Shown> extends TileOptions<S> {
  protected failure: DataError | null = null;
  protected retryAt: number | null = null;
  /** Epoch ms of the data, where it is known. */
  protected asOf: number | null = null;
  /** How far a long answer has come. */
  protected progress: { rows: number; bytes: number } | null = null;
  /** Whether events arrive; `null` where none are asked for. */
  protected connected: boolean | null = null;
  protected hasData = false;
  /** Why there is nothing to show, in words, where it is empty. */
  protected lack: ReturnType<typeof mapping.here.lackOf> | false = false;

  #state: State = 'idle';
  #shownState: State | null = null;
  #result: S | null = null;
  readonly #store = new RowStore();
  /** Data or options changed since the last measuring. */
  #dirty = false;
  /** Whether what is shown came to its end, and is no part of a stream. */
  #isWhole = false;
  /** The state to go on with when the code has come. */
  #resume: State | null = null;
  /** The failure lies in the attributes or the rows in hand: mending them is enough. */
  #faulty = false;
  #feed: FeedHandle | null = null;
  /** Where the browser has them. */
  protected readonly states = this.attachInternals().states as CustomStateSet | undefined;
  /** The data came from the children. */
  #inline = false;

  /** The Result that is shown, or a list of them; `null` before there is one. */
  get result(): S | null {
    return this.#result;
  }

  /** `idle loading ready empty stale error offline blocked`. */
  get status(): State {
    return this.#state;
  }

  override connectedCallback(): void {
    super.connectedCallback();
    if (!this.hasUpdated) {
      if (this.states) sleep(this, this.states, true);
    } else this.#load();
    watchChildren(this, DataElement.#onChildren);
  }

  static #onChildren(tile: DataElement): void {
    // Text between tags, or a slotted button, is no reason to ask again.
    if (tile.#inline || tile.querySelector('script,table')) tile.#load();
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#feed?.close();
    this.#feed = this.coming = null;
    wake(this);
  }

  /** Asks for the data again now. */
  async refresh(): Promise<void> {
    if (this.#feed) await this.#feed.refresh();
    else this.#load();
    await this.updateComplete;
  }

  protected override willUpdate(changed: PropertyValues): void {
    super.willUpdate(changed);
    const asks = !this.hasUpdated || sourceKeys.some((key) => changed.has(key));
    const { inputs } = this.constructor as typeof TileOptions;
    if (inputs.some((key) => changed.has(key))) this.replan(asks);
    if (asks) this.#load();
    this.#compute();
    if (this.waiting) this.rehearse();
    showState(this.states, this.#shownState, (this.#shownState = this.#state));
  }

  /** Nothing has come yet: what is drawn holds the place of what will be. */
  protected get waiting(): boolean {
    return this.#state === 'loading' && !this.#result;
  }

  /** When the data was made, in epoch ms; what does not say so is taken to be of now. */
  protected get madeAt(): number {
    return this.asOf ?? Date.now();
  }

  /** Folds anew; what is not at hand, as a stream whose rows were let go, is asked for again. */
  protected override replan(asks = false): void {
    const { rows, folds } = this.#store;
    if (!asks && !rows && (folds || (this.src && this.failure))) this.#load();
    this.#store.folds = null;
    this.#dirty = true;
  }

  #load(): void {
    if (!this.isConnected) return;
    this.#feed?.close();
    this.#feed = null;
    this.connected = this.coming = null;
    try {
      const given = this.#given();
      if (given instanceof Promise) this.#expect(given);
      else if (given) this.#take(given, null);
      else if (this.src) this.#open(this.src);
      else this.#take(null, null);
    } catch (error) {
      this.#fail(error, null);
    }
  }

  /** Rows whose reader has still to load; the newest wins. */
  #expect(rows: Promise<readonly unknown[]>): void {
    if (!this.hasData) this.#set('loading');
    const coming = (this.coming = rows.then(
      (rows) => {
        if (this.coming === coming) this.#take(rows, null);
      },
      (error: unknown) => {
        if (this.coming === coming) this.#fail(error, null);
      },
    ));
  }

  /** Rows from the `data` property, the children or `value`; `null` where the data is elsewhere. */
  #given(): Rows | null {
    const options = { rows: this.rows, source: this.source };
    if (this.data !== undefined && this.data !== null)
      return readGiven(this.data, options, (data) => this.readData(data));
    const rows = readInline(this, options);
    this.#inline = !!rows;
    if (rows || this.src || this.value === undefined) return rows;
    return readyRows(this.value, this.n, languageOf(this));
  }

  #open(src: string): void {
    const listener: FeedListener = {
      loading: () => {
        this.progress = null;
        // What was shown of an answer that is given up is no data.
        if (this.#state === 'loading') this.#forget();
        if (!this.hasData) this.#set('loading');
      },
      rows: (rows, { mode, done, asOf }) => {
        if (mode === 'replace') this.#take(rows, asOf, done);
        else this.#append(rows, asOf, done);
      },
      unchanged: (at) => {
        this.asOf = at;
        if (this.#faulty) return this.#set(this.hasData ? 'stale' : 'error');
        this.failure = null;
        if (this.hasData) this.#set(this.#outcome);
      },
      progress: (rows, bytes) => {
        this.progress = { rows, bytes };
        // What was whole stays until the new whole is there.
        this.#dirty ||= !this.#isWhole;
        this.requestUpdate();
      },
      failed: (error, retryAt) => this.#fail(error, retryAt),
      offline: () => this.#set(this.hasData ? 'stale' : 'offline'),
      live: (connected) => {
        this.connected = connected;
        this.requestUpdate();
      },
    };
    const options = () => feedOptions(this, src, this.streams);
    this.#feed = openFeed(listener, options, this.prepare(null));
  }

  #take(rows: readonly unknown[] | null, asOf: number | null, done = true): void {
    this.#store.take(rows, !done);
    this.#dirty = done;
    if (done) this.#isWhole = !!rows;
    this.#faulty = false;
    // What is shown keeps its age, and why it is old, until the new whole is there.
    if (done || !this.hasData) {
      this.asOf = asOf;
      this.failure = null;
    }
    if (rows) return this.#set(done ? 'ready' : this.hasData ? this.#state : 'loading');
    this.#forget();
    this.#set('idle');
  }

  #forget(): void {
    this.#result = null;
    this.hasData = false;
  }

  /** More of a stream. It is drawn when `progress` says that it is a part, or when it is whole. */
  #append(rows: readonly unknown[], asOf: number | null, done: boolean): void {
    try {
      this.#store.append(rows, this.#fold());
      if (!done) return;
      this.asOf = asOf;
      this.failure = null;
      this.#dirty = true;
      this.#isWhole = true;
      this.#set('ready');
    } catch (error) {
      // What cannot be read in one part of a stream cannot be read in the next: it is told once, and at the end.
      if (done || !this.failure) this.#fail(error, null);
    }
  }

  #fold(): RowFold[] {
    // The code of a target may come while a stream is folded.
    const store = this.#store;
    if (!store.folds || (this.target && !this.goal)) this.readAttributes();
    return store.folds ?? store.fold(this.plan(this.metricOptions(), store.rows));
  }

  #compute(): void {
    if (!this.#dirty || this.#store.isEmpty) return;
    this.#dirty = false;
    try {
      const pending = this.prepare(this.#store.rows);
      if (pending) return this.#resumeAfter(pending);
      if (this.#resume) this.#state = this.#resume;
      this.#resume = null;
      const result = this.measure(this.#fold().map((fold) => fold.cells()));
      const results = [result].flat();
      const isEmpty = results.every((one) => one?.value == null);
      const reader = isEmpty && mapping.bring();
      // Only a feed adds to what was folded. Why there is nothing is found by folding the rows anew.
      if (reader ? this.#store.rows : !this.#feed) this.#store.folds = null;
      if (reader) {
        this.#resumeAfter(reader);
        if (!this.hasData) return;
      }
      this.#result = result;
      // Not the first time: nobody knows yet how tall it is.
      if (this.hasData && this.states) sleep(this, this.states, false);
      this.hasData = true;
      // What was shown goes at once, though the code that knows why is still to come.
      this.lack = mapping.isHere
        ? mapping.here.lackOf(this, this.#store.rows, isEmpty && results, this.language)
        : isEmpty && [this.words.emptyHint, ''];
      if (this.#faulty) {
        this.#faulty = false;
        this.failure = null;
        this.#state = 'ready';
      } else if (this.#state === 'error' || this.#state === 'offline') this.#state = 'stale';
      if (this.#state === 'ready' || this.#state === 'empty') {
        this.#state = this.#outcome;
        if (!reader) onceDrawn(this, () => emit(this, 'load', result));
      }
    } catch (error) {
      this.#store.folds = null;
      this.#fail(error, null);
      this.#faulty = true;
    }
  }

  /** Waits for code that is on its way; the tile looks like one whose data is. */
  #resumeAfter(pending: Promise<unknown>): void {
    this.#dirty = true;
    if (!this.hasData && this.#state !== 'loading') {
      this.#resume = this.#state;
      this.#state = 'loading';
    }
    pending.then(
      () => this.requestUpdate(),
      (error: unknown) => {
        this.#dirty = false;
        this.#fail(unloaded(error), null);
        this.#faulty = error instanceof RangeError;
      },
    );
  }

  #fail(error: unknown, retryAt: number | null): void {
    const { code, status, url, issues, message } = (this.failure = failureOf(error));
    this.retryAt = retryAt;
    this.#faulty = false;
    this.#set(this.hasData ? 'stale' : code === 'blocked' ? 'blocked' : 'error');
    emit(this, 'error', { code, status, url, issues, message });
  }

  /** What the last measuring came to. */
  get #outcome(): 'ready' | 'empty' {
    return this.lack ? 'empty' : 'ready';
  }

  #set(state: State): void {
    this.#state = state;
    this.requestUpdate();
  }
}

takeSeconds(DataElement.prototype);
