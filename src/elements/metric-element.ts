import { html, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { DataError } from '../data/data-error';
import type { Benchmark } from '../data/schema';
import type { FeedListener } from '../data/feed';
import { readGiven, readInline } from '../data/inline';
import { parseMapping, parseWhere } from '../data/mapping';
import { readRows } from '../data/shape';
import { csvOf, type CsvCell } from '../export/csv';
import type { PictureOptions } from '../export/picture';
import type { Lang, MetricOptions, Result } from '../metrics/metric';
import type { Cell, Tabulation } from '../metrics/tabulate';
import type { Target, TargetStatus } from '../metrics/target';
import { frame } from '../styles/frame';
import { tokens } from '../styles/tokens';
import { bringWords, catalogueFor, type Words } from '../text/catalogue';
import { formatAge, formatDuration, formatNumber } from '../text/format';
import { languageOf, watchLanguage } from './language';
import { benchmarkOf, checkDirection, isStructured } from './attributes';
import { blank } from './blank';
import { watchChildren } from './children';
import { tick } from './clock';
import { metricOptionsOf } from './metric-options';
import { comparing, contracts, targets } from './on-demand';
import { openFeed, unloaded, type FeedHandle } from './open-feed';
import { sleep, wake } from './sleep';
import { statusPill } from './status-pill';
import type * as DrillDown from './drill-down';
import type * as TableView from './table-view';
import type { Explained, Tile } from './tile';
import { TileAttributes } from './tile-attributes';

/** What an element is showing, also as `:state(…)` for CSS. */
export type State =
  'idle' | 'loading' | 'ready' | 'empty' | 'stale' | 'error' | 'offline' | 'blocked';

/** Records; a promise of them where their reader has still to load. */
type Given = readonly unknown[] | Promise<readonly unknown[]>;

/** The numbers behind a picture, for the table view and for CSV. */
export interface TableData {
  head: readonly string[];
  rows: readonly (readonly string[])[];
  /** The same for CSV, unrounded, its head first; default: head and rows. */
  csv?: readonly (readonly CsvCell[])[];
}

/** Brought when they are first asked for. */
let drillDown: typeof DrillDown | undefined;
let tableView: typeof TableView | undefined;
/** Code that cannot be had now is asked for again at the next press. */
const ignore = (): undefined => undefined;

/** Attributes after whose change the data is asked for anew. */
const sourceKeys = [
  'src',
  'source',
  'rows',
  'refreshSeconds',
  'live',
  'maxBytes',
  'credentials',
  'data',
  'headers',
  'fetcher',
  'value',
  'n',
];
/** Rows of a stream that are kept, so that another option or language needs no new request. */
const mostKept = 50_000;
/** Time between two drawings of what has come so far. */
const partialMs = 400;

/**
 * The base of every Metrik element: gets the data, keeps the state, draws the
 * frame with its messages, and speaks. A widget adds the folds it needs
 * (`plan`), what it reads from them (`measure`) and its picture (`draw`).
 *
 * The key T, while the tile has focus, changes between picture and table.
 */
export abstract class MetricElement extends TileAttributes {
  static override styles = [tokens, frame];

  /** Properties that the numbers are computed from; the others are dress. */
  static readonly inputs: readonly string[] = [
    'fields',
    'where',
    'metric',
    'target',
    'tolerance',
    'direction',
    'benchmark',
    'compare',
    'interval',
    'by',
    'timeZone',
    'noAnswer',
    'options',
  ];

  /** Language in force, from `lang` of this element or the nearest around it. */
  protected language = 'en';
  protected words: Words = catalogueFor('en');
  /** The target, read; `null` without one. */
  protected goal: Target | null = null;
  /** The benchmark, read; `null` without one. */
  protected mark: Benchmark | null = null;
  protected failure: DataError | null = null;
  protected retryAt: number | null = null;
  /** Epoch ms of the data, where it is known. */
  protected asOf: number | null = null;
  protected tableOpen = false;

  #state: State = 'idle';
  #shownState: State | null = null;
  #result: Result | readonly Result[] | null = null;
  #rows: readonly unknown[] | null = null;
  #folds: Tabulation[] | null = null;
  /** Data or options changed since the last measuring. */
  #dirty = false;
  /** When numbers were last drawn while a stream comes. */
  #drawnAt = 0;
  /** Whether what is shown came to its end, and is no part of a stream. */
  #isWhole = false;
  /** How far a long answer has come. */
  #progress: { rows: number; bytes: number } | null = null;
  /** Whether events arrive; `null` where none are asked for. */
  #connected: boolean | null = null;
  /** Settles when the rows of data in the page were read; `null` where they are at hand. */
  #coming: Promise<void> | null = null;
  /** The state to go on with when the code has come. */
  #resume: State | null = null;
  /** The failure lies in the attributes or the rows in hand: mending them is enough. */
  #faulty = false;
  #folded = 0;
  #hasData = false;
  /** What the last measuring came to. */
  #outcome: 'ready' | 'empty' = 'ready';
  #feed: FeedHandle | null = null;
  /** Where the browser has them. */
  readonly #states = this.attachInternals().states as CustomStateSet | undefined;
  /** The data came from the children. */
  #inline = false;
  #unwatch: (() => void) | null = null;
  /** Words of the language that are on their way. */
  #wording: Promise<void> | null = null;
  #said = '';
  #spoken: string | null = null;

  static override get observedAttributes(): string[] {
    return [...super.observedAttributes, 'lang'];
  }

  /** The Result that is shown, or a list of them; `null` before there is one. */
  get result(): Result | readonly Result[] | null {
    return this.#result;
  }

  /** `idle loading ready empty stale error offline blocked`. */
  get status(): State {
    return this.#state;
  }

  /**
   * The folds this widget needs over its records, anew when an option or the
   * data changes. `rows` are there unless they come as a stream.
   */
  protected abstract plan(options: MetricOptions, rows: readonly unknown[] | null): Tabulation[];
  /** Reads the cells of each fold; what it returns becomes `result`. Throws `RangeError` on what cannot be shown. */
  protected abstract measure(cells: Cell[][]): Result | readonly Result[] | null;
  /** The picture. With nothing measured it draws the same layout without values. */
  protected abstract draw(): TemplateResult;
  /** The picture in one sentence. */
  protected abstract sentence(): string;
  /** The numbers behind the picture. */
  protected abstract table(): TableData;
  /** Title when `heading` is not given. */
  protected abstract get defaultHeading(): string;

  override connectedCallback(): void {
    super.connectedCallback();
    this.#unwatch = watchLanguage(this, () => this.#relanguage());
    this.#relanguage();
    if (!this.hasUpdated && this.#states) sleep(this.#states, true);
    if (this.hasUpdated && !this.#feed) this.#load();
    watchChildren(this, () => {
      // Text between tags, or a slotted button, is no reason to ask again.
      if (this.#inline || this.querySelector('script,table')) this.#load();
    });
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#feed?.close();
    this.#feed = this.#coming = null;
    this.#unwatch?.();
    this.#unwatch = null;
    tick.delete(this);
    wake(this.#states);
  }

  override attributeChangedCallback(name: string, old: string | null, value: string | null): void {
    super.attributeChangedCallback(name, old, value);
    if (name === 'lang') this.#relanguage();
  }

  /** Asks for the data again now. */
  async refresh(): Promise<void> {
    if (this.#feed) await this.#feed.refresh();
    else this.#load();
    await this.updateComplete;
  }

  /**
   * The numbers behind the picture as CSV: unrounded, with decimal points; cells that a spreadsheet
   * would run as a formula are made safe.
   */
  toCSV(): string {
    const { head, rows, csv } = this.table();
    return csvOf(csv ?? [head, ...rows]);
  }

  /**
   * The tile as it is shown, as one SVG file that needs nothing else; `theme` gives it in `light` or
   * `dark`. Rejects with a `RangeError` where the tile has no size.
   */
  async toSVG(options?: PictureOptions): Promise<string> {
    return new XMLSerializer().serializeToString(await this.#picture(options));
  }

  /** The same as PNG; `scale` is pixels per CSS pixel, by default 2. */
  async toPNG(options?: PictureOptions & { scale?: number }): Promise<Blob> {
    const [picture, { pngOf }] = await Promise.all([
      this.#picture(options),
      import('../export/png'),
    ]);
    return pngOf(picture, options?.scale ?? 2);
  }

  async #picture(options?: PictureOptions): Promise<SVGSVGElement> {
    const { pictureOf } = await import('../export/picture');
    wake(this.#states);
    await this.updateComplete;
    return pictureOf(this.#tile, options);
  }

  /** How the shown values were made, for the formula in the menu. */
  protected explain(): readonly Explained[] {
    return [];
  }

  /** The words of a mark: as a link or a button where marks can be chosen. */
  protected choice(words: unknown, mark: () => DrillDown.Mark): unknown {
    if (!this.selectable && !this.hrefTemplate) return words;
    if (drillDown) return drillDown.choiceOf(this, words, mark());
    void import('./drill-down').then((module) => {
      drillDown = module;
      this.requestUpdate();
    }, ignore);
    return words;
  }

  get #tile(): Tile {
    const { language: lang, tableOpen } = this;
    return {
      host: this,
      root: this.renderRoot as ShadowRoot,
      lang,
      heading: this.heading ?? this.defaultHeading,
      tableOpen,
      sentence: () => this.sentence(),
      explain: () => this.explain(),
      picture: (theme) => this.#picture({ theme }),
      toggleTable: () => this.#toggleTable(),
    };
  }

  /** The sentence, made once for each rendering. */
  protected get spoken(): string {
    return (this.#spoken ??= this.sentence());
  }

  protected override willUpdate(changed: PropertyValues): void {
    this.#spoken = null;
    // A page that hands over whatever a server sent must not hand over markup.
    if (typeof this.heading === 'object') this.heading = undefined;
    if (typeof this.note === 'object') this.note = undefined;
    const asks = !this.hasUpdated || sourceKeys.some((key) => changed.has(key));
    const { inputs } = this.constructor as typeof MetricElement;
    if (inputs.some((key) => changed.has(key))) this.#replan(asks);
    if (asks) this.#load();
    this.#compute();
    if (this.waiting) this.rehearse();
    this.#sync();
  }

  /** Nothing has come yet: what is drawn holds the place of what will be. */
  protected get waiting(): boolean {
    return this.#state === 'loading' && !this.#result;
  }

  /** Gets ready what can be known of the picture before the data. */
  protected rehearse(): void {
    try {
      this.readAttributes();
    } catch {
      // Said with the data, so that a tile says one thing at a time.
    }
  }

  /** Options of the metric from the attributes; widgets add their own. */
  protected metricOptions(): MetricOptions & { where?: { field: string; values: string[] }[] } {
    return {
      ...metricOptionsOf(this.options && parseMapping(this.options)),
      fields: this.fields ? parseMapping(this.fields) : undefined,
      where: this.where ? parseWhere(this.where) : undefined,
      noAnswer: this.noAnswer
        ? String(this.noAnswer)
            .split(/[\s,]+/)
            .filter(Boolean)
        : undefined,
      timeZone: this.timeZone || undefined,
    };
  }

  /**
   * Code that is needed before the numbers can be made and is loaded on first
   * use: the promises of what is on its way. Throws `RangeError` where nothing can be loaded.
   */
  protected needs(_rows: readonly unknown[] | null): unknown[] {
    return [
      bringWords(this.language),
      isStructured(this.benchmark) && contracts.bring(),
      this.compare && comparing.bring(),
      this.target && targets.bring(),
    ];
  }

  #prepare(rows: readonly unknown[] | null): Promise<unknown> | null {
    const pending = this.needs(rows).filter(Boolean);
    // What comes may need more.
    return pending.length ? Promise.all(pending).then(() => this.#prepare(rows)) : null;
  }

  /** Reads the attributes that hold more than a word. Throws `RangeError` or `DataError` on what cannot be read. */
  protected readAttributes(): void {
    this.goal = this.mark = null;
    if (this.direction) checkDirection(this.direction);
    if (this.target && targets.isHere)
      this.goal = targets.here.parseTarget(this.target, this.language);
    if (this.benchmark) this.mark = benchmarkOf(this.benchmark);
  }

  /** Where a result stands against the target; `null` without a target. Throws `RangeError` where it is in another unit. */
  protected standing(result: Result): TargetStatus | null {
    return (
      this.goal &&
      targets.here.status(result, this.goal, {
        direction: this.direction ?? result.direction,
        tolerance: this.tolerance,
        lang: this.language,
      })
    );
  }

  /** Language of the metric's own words, which exist in two. */
  protected get metricLang(): Lang {
    return /^i[dn]\b/.test(this.language) ? 'id' : 'en';
  }

  /** Age of data that could not be renewed, in ms; `null` while it is fresh or its age is unknown. */
  protected get staleMs(): number | null {
    return this.#state === 'stale' && this.asOf !== null ? Date.now() - this.asOf : null;
  }

  #relanguage(): void {
    const lang = languageOf(this);
    if (lang === this.language && this.hasUpdated) return;
    this.language = lang;
    this.words = catalogueFor(lang);
    this.#wording =
      bringWords(lang)?.then(() => {
        this.words = catalogueFor(this.language);
        this.requestUpdate();
      }) ?? null;
    // Targets are read by language, so the numbers may change with it.
    this.#replan();
    this.requestUpdate();
  }

  /** Folds anew; what is not at hand, as a stream whose rows were let go, is asked for again. */
  #replan(asks = false): void {
    if (!asks && !this.#rows && (this.#folds || (this.src && this.failure))) this.#load();
    this.#folds = null;
    this.#dirty = true;
  }

  #load(): void {
    if (!this.isConnected) return;
    this.#feed?.close();
    this.#feed = null;
    this.#connected = this.#coming = null;
    try {
      const given = this.#given();
      if (given instanceof Promise) this.#expect(given);
      else if (given) this.#take(given, null);
      else if (this.src) this.#open(this.src);
      else if (this.value !== undefined) this.#take([{ value: this.value, n: this.n }], null);
      else this.#take(null, null);
    } catch (error) {
      this.#fail(error, null);
    }
  }

  /** Rows whose reader has still to load; the newest wins. */
  #expect(rows: Promise<readonly unknown[]>): void {
    if (!this.#hasData) this.#set('loading');
    const coming = (this.#coming = rows.then(
      (rows) => {
        if (this.#coming === coming) this.#take(rows, null);
      },
      (error: unknown) => {
        if (this.#coming === coming) this.#fail(error, null);
      },
    ));
  }

  /** Rows from the `data` property or from the children; `null` where neither is there. */
  #given(): Given | null {
    const options = { rows: this.rows, source: this.source };
    if (this.data !== undefined && this.data !== null)
      return readGiven(this.data, options, (data) => this.readData(data));
    const rows = readInline(this, options);
    this.#inline = !!rows;
    return rows;
  }

  /** Whether records can be folded as they come; else a long answer is read whole. */
  protected get streams(): boolean {
    return true;
  }

  /** Records of data that is in the page. */
  protected readData(data: unknown): Given {
    return readRows(data, { rows: this.rows, source: this.source });
  }

  #open(src: string): void {
    const listener: FeedListener = {
      loading: () => {
        if (!this.#hasData) this.#set('loading');
      },
      rows: (rows, { mode, done, asOf }) => {
        if (mode === 'replace') this.#take(rows, asOf, done);
        else this.#append(rows, asOf, done);
      },
      unchanged: (at) => {
        this.asOf = at;
        if (this.#faulty) return this.#set(this.#hasData ? 'stale' : 'error');
        this.failure = null;
        if (this.#hasData) this.#set(this.#outcome);
      },
      progress: (rows, bytes) => {
        this.#progress = { rows, bytes };
        this.requestUpdate();
      },
      failed: (error, retryAt) => this.#fail(error, retryAt),
      offline: () => this.#set(this.#hasData ? 'stale' : 'offline'),
      live: (connected) => {
        this.#connected = connected;
        this.requestUpdate();
      },
    };
    const options = {
      src,
      base: this.baseURI,
      source: this.source,
      rows: this.rows,
      refresh: this.refreshSeconds,
      live: this.live,
      maxBytes: this.maxBytes || undefined,
      credentials: this.credentials,
      headers: this.headers,
      fetcher: this.fetcher,
      request: (detail: { url: string; headers: Record<string, string> }) =>
        this.dispatchEvent(new CustomEvent('request', { detail, cancelable: true })),
      streaming: this.streams,
    };
    this.#feed = openFeed(listener, options, this.#prepare(null));
  }

  #take(rows: readonly unknown[] | null, asOf: number | null, done = true): void {
    // The list may be another tile's too; one that grows is our own.
    this.#rows = done || !rows ? rows : [...rows];
    this.#folds = null;
    this.#dirty = done;
    if (done) this.#isWhole = !!rows;
    this.#drawnAt = performance.now();
    this.#faulty = false;
    this.asOf = asOf;
    this.failure = null;
    if (rows) return this.#set(done ? 'ready' : this.#hasData ? this.#state : 'loading');
    this.#result = null;
    this.#hasData = false;
    this.#set('idle');
  }

  /**
   * More of a stream: folded and, beyond a few, let go, so that memory stays
   * constant. What has come is drawn now and then, a short answer only once.
   */
  #append(rows: readonly unknown[], asOf: number | null, done: boolean): void {
    try {
      for (const fold of this.#fold()) fold.add(rows, this.#folded);
      this.#folded += rows.length;
      if (this.#rows && this.#folded <= mostKept) {
        const own = this.#rows as unknown[];
        for (const row of rows) own.push(row);
      } else this.#rows = null;
      this.asOf = asOf;
      const now = performance.now();
      // What was whole stays until the new whole is there.
      if (done || (!this.#isWhole && now - this.#drawnAt > partialMs)) {
        this.#drawnAt = now;
        this.#isWhole = done;
        this.#dirty = true;
        this.requestUpdate();
      }
      if (done) this.#set('ready');
    } catch (error) {
      this.#fail(error, null);
    }
  }

  #fold(): Tabulation[] {
    // The code of a target may come while a stream is folded.
    if (!this.#folds || (this.target && !this.goal)) this.readAttributes();
    if (this.#folds) return this.#folds;
    const folds = this.plan(this.metricOptions(), this.#rows);
    this.#folded = this.#rows?.length ?? 0;
    if (this.#rows) for (const fold of folds) fold.add(this.#rows, 0);
    return (this.#folds = folds);
  }

  #compute(): void {
    if (!this.#dirty || (!this.#rows && !this.#folds)) return;
    this.#dirty = false;
    try {
      const pending = this.#prepare(this.#rows);
      if (pending) return this.#resumeAfter(pending);
      if (this.#resume) this.#state = this.#resume;
      this.#resume = null;
      const result = this.measure(this.#fold().map((fold) => fold.cells()));
      this.#result = result;
      // Not the first time: nobody knows yet how tall it is.
      if (this.#hasData && this.#states) sleep(this.#states, false);
      this.#hasData = true;
      const list = Array.isArray(result)
        ? (result as readonly Result[])
        : result
          ? [result as Result]
          : [];
      this.#outcome = list.some((r) => r.value !== null) ? 'ready' : 'empty';
      if (this.#faulty) {
        this.#faulty = false;
        this.failure = null;
        this.#state = 'ready';
      } else if (this.#state === 'error' || this.#state === 'offline') this.#state = 'stale';
      if (this.#state === 'ready' || this.#state === 'empty') {
        this.#state = this.#outcome;
        this.#emit('load', result);
      }
    } catch (error) {
      this.#folds = null;
      this.#fail(error, null);
      this.#faulty = true;
    }
  }

  /** Waits for code that is on its way; the tile looks like one whose data is. */
  #resumeAfter(pending: Promise<unknown>): void {
    this.#dirty = true;
    if (!this.#hasData && this.#state !== 'loading') {
      this.#resume = this.#state;
      this.#state = 'loading';
    }
    pending.then(
      () => this.requestUpdate(),
      (error: unknown) => {
        this.#dirty = false;
        this.#fail(unloaded(error), null);
      },
    );
  }

  #fail(error: unknown, retryAt: number | null): void {
    const failure =
      error instanceof DataError
        ? error
        : new DataError('contract', error instanceof Error ? error.message : String(error));
    this.failure = failure;
    this.retryAt = retryAt;
    this.#faulty = false;
    this.#set(this.#hasData ? 'stale' : failure.code === 'blocked' ? 'blocked' : 'error');
    const { code, status, url, issues, message } = failure;
    this.#emit('error', { code, status, url, issues, message });
  }

  #set(state: State): void {
    this.#state = state;
    this.requestUpdate();
  }

  #emit(type: string, detail: unknown): void {
    // After the render that shows what the event tells of, as an image does.
    void this.updateComplete.then(() => {
      if (this.isConnected) this.dispatchEvent(new CustomEvent(type, { detail }));
    });
  }

  /** Keeps `:state(…)` and the clock in step with the state. */
  #sync(): void {
    if (this.#state === this.#shownState) return;
    const states = this.#states;
    if (this.#shownState) states?.delete(this.#shownState);
    states?.add(this.#state);
    this.#shownState = this.#state;
  }

  /** What is drawn before the words, or the reader of data in the page, have come is not what there is to be read. */
  protected override async getUpdateComplete(): Promise<boolean> {
    await this.#wording;
    if (!this.#coming) await super.getUpdateComplete();
    await this.#coming;
    return super.getUpdateComplete();
  }

  protected override updated(): void {
    if (this.asOf !== null) tick.add(this);
    // One polite message when the numbers change, none when they come first or stay.
    const said = this.#state === 'ready' ? this.spoken : '';
    if (this.#said && said && said !== this.#said)
      this.renderRoot.querySelector('.sr[role=status]')!.textContent = said;
    if (said) this.#said = said;
  }

  protected override render(): TemplateResult {
    const state = this.#state;
    const { waiting, words } = this;
    const sub = this.#hasData || waiting ? this.subtitle() : this.note;
    return html`<figure
      part="frame"
      class="frame ${waiting ? 'waiting' : state === 'stale' ? 'old' : ''}"
      aria-labelledby="h"
      @keydown=${this.#onKey}
    >
      <figcaption>
        <div class="titles">
          <div part="heading" class="heading" id="h">${this.heading ?? this.defaultHeading}</div>
          ${sub ? html`<div class="sub ${waiting && sub !== this.note ? 'blank' : ''}">${sub}</div>` : nothing}
        </div>
        <button
          class="menu"
          part="menu"
          aria-label=${words.menu}
          aria-haspopup="menu"
          @click=${this.#openMenu}
        >
          •••
        </button>
      </figcaption>
      <div class="body" aria-busy=${state === 'loading'}>${this.#body(waiting)}</div>
      ${this.#foot()}
      <p class="sr" role="status"></p>
    </figure>`;
  }

  /** Answers behind what is shown; 0 is not said. */
  protected get shownCount(): number {
    return Array.isArray(this.#result) ? 0 : ((this.#result as Result | null)?.n ?? 0);
  }

  /** The line under the title. */
  protected subtitle(): string | undefined {
    return this.note;
  }

  #body(waiting: boolean): unknown {
    const words = this.words;
    switch (this.#state) {
      case 'idle':
        return this.#message(words.idleTitle, words.idleHint);
      case 'empty':
        return this.#message(words.emptyTitle, words.emptyHint);
      case 'stale':
        if (this.#outcome === 'empty') return this.#message(words.emptyTitle, words.emptyHint);
        break;
      case 'error':
      case 'blocked':
      case 'offline':
        if (!this.#hasData) return this.#message(words.errorTitle, this.#reason(), true);
    }
    return this.tableOpen && !waiting
      ? tableView!.tableView(this.table(), this.language)
      : this.draw();
  }

  #reason(): string {
    const { failure, words, retryAt } = this;
    if (!failure) return words.errors.offline({});
    const { code, status, url, message } = failure;
    const parts = [words.errors[code]({ status, url, detail: message })];
    if (retryAt !== null && retryAt > Date.now())
      parts.push(
        words.retryIn(formatDuration((retryAt - Date.now()) / 1000, { lang: this.language })),
      );
    return parts.join(' · ');
  }

  #message(title: string, hint: string, retry = false): TemplateResult {
    return html`<div class="message">
      <strong>${title}</strong><span class="muted">${hint}</span>
      ${retry && this.src ? html`<button class="retry" @click=${() => void this.refresh()}>${this.words.retry}</button>` : nothing}
    </div>`;
  }

  #openMenu({ currentTarget }: Event): void {
    void import('./tile-menu').then(
      (module) => module.toggleMenu(this.#tile, currentTarget as HTMLElement),
      ignore,
    );
  }

  /** T, while the tile has focus, shows the table or the picture. */
  #onKey({ key, target, ctrlKey, metaKey, altKey }: KeyboardEvent): void {
    const isTyping = /^(input|select|textarea)$/.test((target as Element).localName);
    if (/^t$/i.test(key) && !isTyping && !(ctrlKey || metaKey || altKey)) void this.#toggleTable();
  }

  async #toggleTable(): Promise<void> {
    tableView = await import('./table-view').catch(ignore);
    if (this.#hasData)
      await tableView?.swap(this.#tile, () => {
        this.tableOpen = !this.tableOpen;
        this.requestUpdate();
        return this.updateComplete;
      });
  }

  #foot(): unknown {
    const { words, language } = this;
    const count = this.shownCount;
    const n = count > 0 ? `n = ${formatNumber(count, language)}` : '';
    const age =
      this.asOf === null ? '' : words.updated(formatAge(Date.now() - this.asOf, language));
    const read = this.#state === 'loading' && this.#progress;
    if (read)
      return html`<div part="footer" class="foot">
        <span>${words.rowsRead(read.rows, formatNumber(read.rows, language))}</span>
        <span>${formatNumber(read.bytes / 1e6, language, 1)} MB</span>
      </div>`;
    if (this.#state === 'stale')
      return html`<div part="footer" class="foot">
        ${statusPill('warn', this.asOf === null ? words.staleTitle : words.stale(formatAge(Date.now() - this.asOf, language)))}
        <span>${this.#reason()}</span>
        ${this.src ? html`<button class="retry" @click=${() => void this.refresh()}>${words.retry}</button>` : nothing}
      </div>`;
    if (this.waiting)
      return html`<div part="footer" class="foot blank">
        <span>${blank('n = 1000')}</span><span>${blank(words.updated(words.justNow))}</span>
      </div>`;
    if (!n && !age) return nothing;
    const live = this.#connected === null ? '' : this.#connected ? words.live : words.liveLost;
    return html`<div part="footer" class="foot">
      <span>${n}</span
      >${live ? html`<span class=${this.#connected ? 'live' : 'live lost'}>${live}</span>` : nothing}<span
        data-at=${this.asOf ?? nothing}
        >${age}</span
      >
    </div>`;
  }
}
