import { html, noChange, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { csvOf, type CsvCell } from '../export/csv';
import type { PictureOptions } from '../export/picture';
import type { Result } from '../metrics/metric';
import { frame } from '../styles/frame';
import { signs } from '../styles/signs';
import { tokens } from '../styles/tokens';
import { formatAge } from '../text/age';
import { dotted, formatNumber } from '../text/format';
import { sampleWords } from '../text/sample';
import { tick } from './clock';
import { DataElement } from './data-element';
import type { Shown } from './events';
import { message } from './message';
import { reasonOf } from './reason';
import { watchSize } from './resize';
import { mayWait } from './sleep';
import { statusPill } from './status-pill';
import { drillDowns, menus, news, tables } from './tile-on-demand';
import type { Mark } from './drill-down';
import type { TableData } from './table-data';
import type { Explained, Tile } from './tile';

/**
 * The base of every Metrik element: gets the data, keeps the state, draws the
 * frame with its messages, and speaks. A widget adds the folds it needs
 * (`plan`), what it reads from them (`measure`) and its picture (`draw`).
 *
 * The key T, while the tile has focus, changes between picture and table.
 *
 * @fires load - After data was drawn; `detail` is the Result, or the list of them. Does not bubble.
 * @fires error - Data could not be had or read; `detail` has code, status, url, issues, message. Does not bubble.
 * @fires request - Before a request; `detail` has url, and headers that may be changed. Cancelled, nothing is asked. Does not bubble.
 */
export abstract class MetricElement<S extends Shown = Shown> extends DataElement<S> {
  static override styles = [tokens, frame, signs];

  protected tableOpen = false;
  #table: (() => TableData) | undefined;
  #said = '';
  #spoken: string | null = null;
  /** A picture or its place was seen, or a message that has its room. */
  #wasSeen = false;

  /** The picture. With nothing measured it draws the same layout without values. */
  protected abstract draw(): TemplateResult;
  /** The picture in one sentence. */
  protected abstract sentence(): string;
  /** The numbers behind the picture, unrounded, below their head. */
  protected abstract csv(): CsvCell[][];
  /** Brings what makes the same for people to read, where the picture is no table already. */
  protected bringTable?(): Promise<() => TableData>;
  /** Title when `heading` is not given. */
  protected abstract get defaultHeading(): string;

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    tick.delete(this);
  }

  /**
   * The numbers behind the picture as CSV: unrounded, with decimal points; cells that a spreadsheet
   * would run as a formula are made safe.
   */
  toCSV(): string {
    return csvOf(this.csv());
  }

  /**
   * The tile as it is shown, as one SVG file that needs nothing else; `theme` gives it in `light` or
   * `dark`. Rejects with a `RangeError` where the tile has no size.
   */
  async toSVG(options?: PictureOptions): Promise<string> {
    return (await import('./tile-picture')).svgNow(this.#tile, options);
  }

  /** The same as PNG; `scale` is pixels per CSS pixel, by default 2. */
  async toPNG(options?: PictureOptions & { scale?: number }): Promise<Blob> {
    return (await import('./tile-picture')).pngNow(this.#tile, options);
  }

  /** How the shown values were made, for the formula in the menu. */
  protected explain(): readonly Explained[] {
    return [];
  }

  /** The words of a mark: as a link or a button where marks can be chosen. */
  protected choice(words: unknown, mark: () => Mark): unknown {
    if (!this.selectable && !this.hrefTemplate) return words;
    if (drillDowns.isHere) return drillDowns.here.choiceOf(this, words, mark());
    drillDowns.use(() => this.requestUpdate());
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
      toggleTable: () => this.#toggleTable(),
    };
  }

  /** The sentence, made once for each rendering. */
  protected get spoken(): string {
    return (this.#spoken ??= this.sentence());
  }

  protected override willUpdate(changed: PropertyValues): void {
    this.#spoken = null;
    super.willUpdate(changed);
    if (this.waiting || !this.#wasSeen) {
      requestAnimationFrame(() => (this.#wasSeen = this.#isPicture));
      return;
    }
    // A message takes the room of the picture in whose place it stands, so that nothing moves.
    // One that came out of sight is not drawn yet.
    const tile = this.renderRoot.querySelector('figure');
    const isKept = !this.#isPicture && tile?.checkVisibility?.({ contentVisibilityAuto: true });
    if (!isKept) tile?.removeAttribute('style');
    else if (!tile!.style.minHeight) {
      const { offsetWidth, style } = tile!;
      // Its own height, not the page's: the page may give it less room later.
      style.height = 'auto';
      style.cssText = `min-height: ${tile!.offsetHeight}px`;
      watchSize(tile!, () => tile!.offsetWidth !== offsetWidth && tile!.removeAttribute('style'));
    }
  }

  /** A picture, or its place, is shown, and no message. */
  get #isPicture(): boolean {
    return this.waiting || (this.hasData && !this.lack);
  }

  protected override updated(): void {
    if (this.asOf !== null) tick.add(this);
    // One polite message when the numbers change or cannot be had, none when they come first or stay.
    const { failure, waiting, words } = this;
    // The sentence of a tile out of sight would be made for nobody.
    const said =
      !mayWait(this) &&
      (this.status === 'ready' ? this.spoken : failure && !waiting && words.errorTitle);
    if (this.#said && said && said !== this.#said)
      news.use(({ tellOf }) => tellOf(this, said, this.language));
    if (said) this.#said = said;
  }

  protected override render(): TemplateResult | typeof noChange {
    if (mayWait(this)) return noChange;
    const { status: state, waiting, words, note } = this;
    const [said, place] = (this.hasData || waiting ? this.subtitle?.() : null) ?? [];
    const sub = dotted(note, waiting ? '' : said);
    return html`<figure
      part="frame"
      class="frame ${waiting || this.isUnwritten ? 'waiting' : state === 'stale' ? 'old' : ''}"
      aria-labelledby="h"
      @keydown=${this.#onKey}
    >
      <figcaption>
        <h3
          part="heading"
          class="heading"
          id="h"
          .textContent=${this.heading ?? this.defaultHeading}
        ></h3>
        ${sub || place ? html`<div class="sub">${sub}</div>` : nothing}
        ${place ? html`<div class="muted blank">${dotted(note, place)}</div>` : nothing}
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
      ${waiting ? html`<p class="sr">${words.loading}</p>` : nothing}
      <div class="body" aria-busy=${state === 'loading'}>${this.#body(waiting)}</div>
      ${this.#foot()}
    </figure>`;
  }

  /** Age of data that could not be renewed, in ms; `null` while it is fresh or its age is unknown. */
  protected get staleMs(): number | null {
    return this.status === 'stale' && this.asOf !== null ? Date.now() - this.asOf : null;
  }

  /** Answers behind what is shown, or mostly to come; 0 is not said, and below 0 nothing is to come. */
  protected get shownCount(): number {
    return (this.result as Result | null)?.n ?? (this.waiting ? 1000 : 0);
  }

  /**
   * What the line under the title says after the page's note, and words as long as they mostly are,
   * whose room is held before the data and after, so that the height is the same in any letters.
   */
  protected subtitle?(): [said: string | undefined, place: string];

  #body(waiting: boolean): unknown {
    const words = this.words;
    switch (this.status) {
      case 'idle':
        return message(words.idleTitle, words.idleHint);
      case 'empty':
      case 'stale':
        if (!this.lack) break;
        return message(...this.lack);
      case 'error':
      case 'blocked':
      case 'offline':
        if (!this.hasData) return message(words.errorTitle, this.#reason(), this.#retry());
    }
    const table = this.tableOpen && !waiting && this.#table?.();
    return table ? tables.here.tableView(table, this.language) : this.draw();
  }

  #reason(): string {
    return reasonOf(this.failure, this.retryAt, this.words, this.language);
  }

  #retry(sign?: string): TemplateResult | typeof nothing {
    const { retry } = this.words;
    return this.src || sign
      ? html`<button class="retry" aria-label=${retry} @click=${this.#again}>
          ${sign ?? retry}
        </button>`
      : nothing;
  }

  /** The button goes while the answer is on its way: the focus stays near, and what comes is told. */
  readonly #again = (): void => {
    this.renderRoot.querySelector<HTMLElement>('.menu')!.focus();
    this.#said = ' ';
    void this.refresh();
  };

  #openMenu({ currentTarget }: Event): void {
    menus.use(({ toggleMenu }) => toggleMenu(this.#tile, currentTarget as HTMLElement));
  }

  /** T, while the tile has focus, shows the table or the picture. */
  #onKey(event: KeyboardEvent): void {
    // Told now: later the event's target is the tile.
    if (/^t$/i.test(event.key)) this.#toggleTable(event, event.target);
  }

  #toggleTable(event?: KeyboardEvent, target?: EventTarget | null): void {
    tables.use(
      ({ isShortcut, swap }) =>
        this.hasData &&
        isShortcut(event, target) &&
        swap(this.#tile, this.bringTable?.(), (table) => {
          this.#table = table;
          this.tableOpen = !this.tableOpen;
          this.requestUpdate();
        }),
    );
  }

  #foot(): unknown {
    const { words, language } = this;
    const count = this.shownCount;
    const n = sampleWords(this.result, count, language);
    const isPlace = this.waiting && count >= 0;
    const at = isPlace ? Date.now() : this.asOf;
    const age = at === null ? '' : formatAge(Date.now() - at, language);
    const read = this.status === 'loading' && this.progress;
    if (read)
      return html`<div part="footer" class="foot">
        <span>${words.rowsRead(read.rows, formatNumber(read.rows, language))}</span>
        <span>${formatNumber(read.bytes / 1e6, language, 1)} MB</span>
      </div>`;
    if (this.status === 'stale')
      return html`<div part="footer" class="foot">
        ${statusPill('warn', age ? words.stale(age) : words.staleTitle)}
        <span class="last">${this.#reason()}</span>
        ${this.#retry('↻')}
      </div>`;
    if (!n && !age) return nothing;
    const live = this.connected === null ? '' : this.connected ? words.live : words.liveLost;
    if (!live && !age) return html`<div part="footer" class="foot line" .textContent=${n}></div>`;
    return html`<div part="footer" class="foot ${isPlace ? 'blank' : ''}">
      <span .textContent=${n}></span
      >${live ? html`<span class=${this.connected ? 'live' : 'live lost'}>${live}</span>` : nothing}<span
        class="age"
        .at=${this.asOf}
        >${age && words.updated(age)}</span
      >
    </div>`;
  }
}
