import type { PropertyValues } from 'lit';
import type { Benchmark } from '../data/schema';
import { readRows, type Rows } from '../data/shape';
import type { Lang, MetricOptions, Result } from '../metrics/metric';
import type { Plan } from '../metrics/plan';
import type { Cell, RowFold } from '../metrics/row-fold';
import type { Target, TargetStatus } from '../metrics/target';
import { bringWords, catalogueFor, unwritten, type Words } from '../text/catalogue';
import { isPlain } from './attributes';
import type { Shown, TileEventMap } from './events';
import { benchmarkOf } from './figures';
import { languageOf, unwatchLanguage, watchLanguage } from './language';
import { mapping, targets, written } from './on-demand';
import { TileAttributes } from './tile-attributes';

/** Its own events, whose `detail` is known. Types alone: what is called is the browser's. */
export interface TileOptions<S extends Shown> {
  addEventListener<K extends keyof TileEventMap<S>>(
    type: K,
    listener: (this: this, event: TileEventMap<S>[K]) => unknown,
    options?: boolean | AddEventListenerOptions,
  ): void;
  addEventListener(
    type: string,
    listener: EventListenerOrEventListenerObject,
    options?: boolean | AddEventListenerOptions,
  ): void;
  removeEventListener<K extends keyof TileEventMap<S>>(
    type: K,
    listener: (this: this, event: TileEventMap<S>[K]) => unknown,
    options?: boolean | EventListenerOptions,
  ): void;
  removeEventListener(
    type: string,
    listener: EventListenerOrEventListenerObject,
    options?: boolean | EventListenerOptions,
  ): void;
}

/** Attributes that name columns, or what is in them. */
const mapped = ['fields', 'where', 'by', 'compare', 'noAnswer', 'options'] as const;

/** Whether its attributes of few words hold what most tiles have, and its figures are plain numbers. */
const isUsual = (tile: TileAttributes): boolean =>
  !tile.direction &&
  (!tile.credentials || tile.credentials === 'include') &&
  [tile.benchmark, tile.refreshSeconds, tile.maxBytes].every((figure = 0) => isPlain(figure));

/** What the attributes of an element mean, in the language that is in force. */
// eslint-disable-next-line @typescript-eslint/no-unsafe-declaration-merging -- see above
export abstract class TileOptions<S extends Shown = Shown> extends TileAttributes {
  /** Properties that the numbers are computed from; the others are dress. */
  static readonly inputs: readonly string[] = [
    ...mapped,
    'metric',
    'target',
    'tolerance',
    'direction',
    'benchmark',
    'interval',
    'timeZone',
  ];

  /** Language that is spoken: that of the page, once its words are here. */
  protected language = 'en';
  protected words: Words = catalogueFor('en');
  /** The target, read; `null` without one. */
  protected goal: Target | null = null;
  /** The benchmark, read; `null` without one. */
  protected mark: Benchmark | null = null;
  /** Settles when the rows of data in the page were read; `null` where they are at hand. */
  protected coming: Promise<void> | null = null;
  /** Language in force, from `lang` of this element or the nearest around it. */
  #lang = '';
  /** Its words, while they are on their way. */
  #wording: Promise<void> | null = null;

  static override get observedAttributes(): string[] {
    return [...super.observedAttributes, 'lang'];
  }

  /** Called when what the numbers are made by has changed. */
  protected abstract replan(): void;

  override connectedCallback(): void {
    super.connectedCallback();
    watchLanguage(this, TileOptions.#relanguage);
    TileOptions.#relanguage(this);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    unwatchLanguage(this);
  }

  override attributeChangedCallback(name: string, old: string | null, value: string | null): void {
    super.attributeChangedCallback(name, old, value);
    if (name === 'lang') TileOptions.#relanguage(this);
  }

  static #relanguage(tile: TileOptions): void {
    const lang = languageOf(tile);
    if (lang === tile.#lang && tile.hasUpdated) return;
    tile.#lang = lang;
    const wording = (tile.#wording =
      bringWords(lang)?.then(() => {
        if (tile.#wording === wording) tile.#speak(lang);
      }) ?? null);
    if (!wording) tile.#speak(lang);
    // What is drawn in another language stays until the words are here.
    else if (!tile.hasUpdated) tile.#speak(unwritten);
  }

  #speak(lang: string): void {
    const { isUnwritten } = this;
    this.language = lang;
    this.words = catalogueFor(lang);
    if (!this.isUnwritten) this.#wording = null;
    // Targets are read by language, so the numbers may change with it; without words there are none.
    if (!isUnwritten) this.replan();
    this.requestUpdate();
  }

  /** Whether the first words are on their way: what would be said is held a place. */
  protected get isUnwritten(): boolean {
    return this.language === unwritten;
  }

  /** What is drawn before the words, or the reader of data in the page, have come is not what there is to be read. */
  protected override async getUpdateComplete(): Promise<boolean> {
    do await this.#wording;
    while (this.#wording);
    if (!this.coming) await super.getUpdateComplete();
    await this.coming;
    return super.getUpdateComplete();
  }

  protected override willUpdate(_changed: PropertyValues): void {
    // A page that hands over whatever a server sent must not hand over markup.
    if (typeof this.heading === 'object') this.heading = undefined;
    if (typeof this.note === 'object') this.note = undefined;
    // A property may be the number itself, and 0 is not nothing.
    for (const key of ['target', 'benchmark', 'noAnswer'] as const)
      if (this[key] === 0) this[key] = '0';
  }

  /** Options of the metric from the attributes; widgets add their own. */
  protected metricOptions(): MetricOptions & Pick<Plan, 'where'> {
    return {
      // The menu of a tile that still waits for the reader explains what it can.
      ...(mapping.isHere && mapping.here.optionsFrom(this)),
      timeZone: this.timeZone || undefined,
    };
  }

  /**
   * Code that is needed before the numbers can be made and is loaded on first
   * use: the promises of what is on its way. Throws `RangeError` where nothing can be loaded.
   */
  protected needs(_rows: readonly unknown[] | null): unknown[] {
    return [
      this.#wording,
      mapped.some((key) => this[key]) && mapping.bring(),
      !isUsual(this) && written.bring(),
      this.target && targets.bring(),
    ];
  }

  /** Whether records can be folded as they come; else a long answer is read whole. */
  protected get streams(): boolean {
    return true;
  }

  /** Records of data that is in the page. */
  protected readData(data: unknown): Rows {
    return readRows(data, { rows: this.rows, source: this.source });
  }

  /** Brings the code that is needed; `null` when it is here. */
  protected prepare(rows: readonly unknown[] | null): Promise<unknown> | null {
    const pending = this.needs(rows).filter(Boolean);
    // What comes may need more.
    return pending.length ? Promise.all(pending).then(() => this.prepare(rows)) : null;
  }

  /**
   * The folds this widget needs over its records, anew when an option or the
   * data changes. `rows` are there unless they come as a stream.
   */
  protected abstract plan(options: MetricOptions, rows: readonly unknown[] | null): RowFold[];
  /** Reads the cells of each fold; what it returns becomes `result`. Throws `RangeError` on what cannot be shown. */
  protected abstract measure(cells: Cell[][]): S | null;

  /** Reads the attributes that hold more than a word. Throws `RangeError` or `DataError` on what cannot be read. */
  protected readAttributes(): void {
    this.goal = this.mark = null;
    if (this.target && targets.isHere)
      this.goal = targets.here.parseTarget(this.target, this.language);
    if (this.benchmark) this.mark = benchmarkOf(this.benchmark, this.language);
    if (!isUsual(this)) written.here.checkWords(this);
  }

  /** Words as long as those of the time that is shown, where `compare` asks. */
  protected get timePlace(): string {
    const week = this.interval === 'week' ? 'Minggu 40, 22 – 28 ' : '';
    return this.compare ? `${week}September 2026: ${this.words.partial}` : '';
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
    return /^i[dn](?![a-z])/i.test(this.language) ? 'id' : 'en';
  }

  /** Gets ready what can be known of the picture before the data. */
  protected rehearse(): void {
    try {
      this.readAttributes();
    } catch {
      // Said with the data, so that a tile says one thing at a time.
    }
  }
}
