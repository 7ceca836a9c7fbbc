import { html, nothing, type TemplateResult } from 'lit';
import { property } from 'lit/decorators.js';
import { shorten } from '../charts/labels';
import { lineChart, type LineInput, type LineShape } from '../charts/line';
import type { Span } from '../charts/zoom';
import { parseMapping } from '../data/mapping';
import type { ChartEvent } from '../data/schema';
import { bringMetrics, metricAtHand } from '../metrics/on-demand';
import { nps } from '../metrics/nps';
import type { Comparison } from '../metrics/compare';
import type { Metric, MetricOptions, Result, Unit } from '../metrics/metric';
import { Tabulation, type Cell } from '../metrics/tabulate';
import { periodRange, type Instant, type Interval } from '../metrics/time';
import { viewerZone } from '../metrics/viewer-zone';
import { trendLineStyle } from '../styles/trend-line';
import { formatPeriod, formatTarget, formatValue, type FormatOptions } from '../text/format';
import { trendSentence, type SeriesWords } from '../text/sentence';
import { benchmarkOf, isStructured } from './attributes';
import { comparing, contracts } from './on-demand';
import type { Mark } from './drill-down';
import { MetricElement, type TableData } from './metric-element';
import { watchSize } from './resize';
import type { Explained } from './tile';
import {
  amountOf,
  eventsOf,
  intervalNamed,
  targetSteps,
  type Happened,
  type TargetStep,
} from './trend-attributes';
import { clockOf } from './trend-clock';
import { drawLegend, drawMarks, tickText } from './trend-marks';
import type * as Outlooks from './trend-outlook';
import type * as Points from './trend-points';
import type { TrendReader } from './trend-reader';
import {
  areColumns,
  areInstants,
  extremesOf,
  isColumns,
  rank,
  seriesOf,
  totalOf,
  type TrendPoint,
  type TrendSeries,
} from './trend-series';
import { lookOf, palette, type TrendHost, type TrendView } from './trend-view';
import { leastOf, leasts, seriesWords, testWords, trendTable } from './trend-words';

/** What few charts need is loaded by the first that does. */
let points: typeof Points | null = null;
let outlooks: typeof Outlooks | null = null;

/**
 * A metric over time, from records or ready points: one line or one for each
 * segment, with its interval as a band, target, benchmark, events and gaps. A
 * million points are as welcome: `data` as columns `{ x, y }`, x in epoch ms.
 *
 * Read with the pointer, or with the keys: arrows left and right, Home, End,
 * Page Up and Page Down through time, up and down through the lines. Dragging,
 * Ctrl + wheel, two fingers and + − zoom, Shift + arrows pan, 0 or a double
 * click shows all again; Escape leaves.
 *
 * @summary A metric over time with interval band, target and events.
 * @fires load - After data was drawn; `detail` is the list of Results.
 * @fires error - Data could not be had or read; `detail` has code, status, url, issues, message. Does not bubble.
 * @fires metric-select - A point was chosen; `detail` has metric, segment, period, filter. Bubbles.
 * @csspart frame - The tile.
 * @csspart heading - Its title.
 * @csspart chart - The drawing.
 * @csspart legend - The names of the lines, where they do not fit beside them.
 * @csspart footer - n and the age of the data.
 * @csspart menu - The menu button.
 * @csspart table - The table view.
 * @cssproperty --metrik-accent - Colour of the first line.
 * @cssproperty --metrik-good - Colour of the second line.
 * @cssproperty --metrik-warn - Colour of the third line.
 * @cssproperty --metrik-bad - Colour of the fourth line.
 * @cssproperty --metrik-neutral - Colour of benchmarks and of further lines.
 * @cssproperty --metrik-surface - The tile's background.
 * @cssproperty --metrik-border - Its border and the grid.
 * @cssproperty --metrik-track - What is not filled.
 * @cssproperty --metrik-text - Text and the target.
 * @cssproperty --metrik-muted - Less important text.
 */
export class TrendLine extends MetricElement implements TrendHost {
  static override readonly inputs = [...MetricElement.inputs, 'events', 'forecast', 'unusual'];
  static override styles = [...MetricElement.styles, trendLineStyle];

  /** Things that happened: `[{"date":"2026-06-15","label":"New IVR"}]`; each is tested before against after. */
  @property() events?: string | readonly ChartEvent[];
  /** How many periods to forecast, up to 100; absent: none. */
  @property() forecast?: string;
  /** Rings points that stand out: how many robust standard deviations off, by default 3.5; absent: none. */
  @property() unusual?: string;
  /** Keeps pointer, wheel, fingers and keys from zooming. */
  @property({ type: Boolean, attribute: 'no-zoom' }) noZoom = false;

  /** What is drawn; `null` while there is no size or no data. */
  view: TrendView | null = null;

  #series: TrendSeries[] = [];
  #tests: (Comparison | null)[] = [];
  #events: Happened[] = [];
  #steps: TargetStep[] = [];
  #spoken: SeriesWords[] = [];
  #interval: Interval = 'month';
  /** Points stand at their own instants, and x is epoch ms in place of wall-clock time. */
  #isInstant = false;
  #openPeriod: string | null = null;
  #outlook: Outlooks.Outlook = {};
  #window: Span | null = null;
  #size: readonly [number, number] = [0, 0];
  #plot: HTMLElement | null = null;
  #unwatch: (() => void) | null = null;
  #reader: TrendReader | null = null;
  #drawn: LineShape | null = null;
  /** Colours of the canvases, until the theme changes. */
  #colours: string[] = [];
  #least = 0;
  /** The sentence, and what it was made of: it is asked for at every drawing. */
  #sentence = { series: this.#spoken, key: '', text: '' };

  get canZoom(): boolean {
    return !this.noZoom;
  }

  get #metric(): Metric {
    return metricAtHand(this.metric || 'nps') ?? (nps as Metric);
  }

  /** Asking for the viewer's is slow, so only those ask who need it. */
  get #zone(): string {
    return this.timeZone || viewerZone();
  }

  get #result(): Result | null {
    return this.#series[0] ? (extremesOf(this.#series[0]).last?.result ?? null) : null;
  }

  protected override get defaultHeading(): string {
    return this.#metric.text[this.metricLang].name;
  }

  protected override get shownCount(): number {
    return totalOf(this.#series);
  }

  // Data

  protected override needs(rows: readonly unknown[] | null): unknown[] {
    this.#isInstant =
      !!rows?.length &&
      (areColumns(rows) ||
        (!this.interval && areInstants(rows, this.fields ? parseMapping(this.fields) : undefined)));
    const structured = isStructured(this.events) || isStructured(this.target);
    return [
      ...super.needs(rows),
      structured && contracts.bring(),
      this.events && comparing.bring(),
      bringMetrics([this.metric || 'nps']),
      this.#isInstant && !points && import('./trend-points').then((module) => (points = module)),
      (this.forecast ?? this.unusual) !== undefined &&
        !outlooks &&
        import('./trend-outlook').then((module) => (outlooks = module)),
    ];
  }

  /** Columns are rows of their own kind: one a line. */
  protected override readData(data: unknown): readonly unknown[] {
    return isColumns(data) ? [data] : areColumns(data) ? data : super.readData(data);
  }

  protected override plan(options: MetricOptions, rows: readonly unknown[] | null): Tabulation[] {
    const metric = this.#metric;
    const by = this.by || undefined;
    this.#series = [];
    if (this.#isInstant && rows) {
      this.#series = points!.pointSeries(rows, metric, { ...options, by });
      return [];
    }
    const timed = { metric, ...options, timeZone: this.#zone };
    const folds = [new Tabulation({ ...timed, by, interval: this.#interval })];
    this.#events.forEach(({ day }, i) => {
      folds.push(new Tabulation({ ...timed, from: this.#events[i - 1]?.day, to: day }));
      folds.push(new Tabulation({ ...timed, from: day, to: this.#events[i + 1]?.day }));
    });
    return folds;
  }

  /** Also target steps and events, in time order. */
  protected override readAttributes(): void {
    this.#interval = intervalNamed(this.interval);
    const zoneOf = (): string => this.#zone;
    this.#events = eventsOf(this.events, zoneOf);
    const steps = targetSteps(this.target, zoneOf, this.language);
    if (steps) {
      this.mark = this.benchmark ? benchmarkOf(this.benchmark) : null;
      this.goal = steps.at(-1)?.target ?? null;
    } else super.readAttributes();
    this.#steps = steps ?? (this.goal ? [{ at: null, target: this.goal }] : []);
  }

  protected override measure(cells: Cell[][]): readonly Result[] {
    if (!this.#isInstant) this.#series = seriesOf(cells[0] ?? []);
    this.#series = rank(this.#series, palette);
    this.#tests = this.#events.map((_, i) => {
      const before = cells[1 + 2 * i]?.[0]?.result;
      const after = cells[2 + 2 * i]?.[0]?.result;
      return before && after ? comparing.here.compareWith(this.#metric, before, after) : null;
    });
    const newest = this.#isInstant ? undefined : this.#series[0]?.points.at(-1)?.period;
    // Data without a time of its own is taken to be of now.
    const isOpen = newest && periodRange(newest, this.#zone).end > (this.asOf ?? Date.now());
    this.#openPeriod = isOpen ? newest : null;
    this.#outlook = this.#lookAhead();
    this.#spoken = seriesWords(this.#series, this.nameOf);
    this.#least = this.#isInstant ? leastOf(this.#series) : leasts[this.#interval];
    return this.#series.flatMap((one) =>
      one.many
        ? (extremesOf(one).last?.result ?? [])
        : one.points.flatMap((point) => point.result ?? []),
    );
  }

  #lookAhead(): Outlooks.Outlook {
    const steps = Math.round(amountOf(this.forecast, 'forecast', 4, 100));
    const threshold = amountOf(this.unusual, 'unusual', 3.5, 100);
    if (!outlooks || !(steps || threshold)) return {};
    return outlooks.lookAhead(this.#series.slice(0, palette), {
      // Instants have no next period to say anything about.
      steps: this.#isInstant ? 0 : steps,
      threshold,
      interval: this.#interval,
      isOpen: !!this.#openPeriod,
      scale: this.#metric.scale,
      timeZone: this.#zone,
    });
  }

  // Life

  protected override updated(): void {
    super.updated();
    const plot = this.renderRoot.querySelector<HTMLElement>('.plot');
    if (plot !== this.#plot) {
      this.#leave();
      this.#plot = plot;
      this.#unwatch = plot && watchSize(plot, (...size) => this.#resize(size));
    }
    if (!plot) return;
    this.#paint();
    this.#reader?.sync();
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#leave();
  }

  #leave(): void {
    this.#unwatch?.();
    this.#reader?.detach();
    this.#plot = this.#unwatch = this.#reader = null;
  }

  #resize(size: readonly [number, number]): void {
    const [width, height] = size.map(Math.round) as [number, number];
    if (width === this.#size[0] && height === this.#size[1]) return;
    this.#size = [width, height];
    this.#colours = [];
    this.requestUpdate();
  }

  zoomTo(window: Span | null): void {
    this.#window = window;
    this.requestUpdate();
  }

  say(text: string): void {
    this.renderRoot.querySelector('.sr')!.textContent = text;
  }

  markOf({ segment }: TrendSeries, { period, ahead }: TrendPoint): Mark | null {
    if (ahead || this.#isInstant) return null;
    const values = this.by ? { [this.by]: [segment] } : undefined;
    return { metric: this.#metric.id, segment, period, values };
  }

  /** The reader is loaded when somebody comes near, and given the key that called it. */
  #wake(event: Event): void {
    const plot = this.#plot;
    if (this.#reader || !plot) return;
    if (event instanceof KeyboardEvent && /^(Arrow|Page|Home|End)/.test(event.key))
      event.preventDefault();
    void import('./trend-reader').then(({ TrendReader }) => {
      if (plot !== this.#plot) return;
      this.#reader ??= new TrendReader(this, plot);
      if (event.type !== 'focusin') this.#reader.handleEvent(event);
    });
  }

  // Drawing

  readonly nameOf = ({ segment }: TrendSeries): string =>
    segment ?? (this.by ? this.words.other : this.#metric.text[this.metricLang].short);

  #look(): TrendView | null {
    const [width, height] = this.#size;
    if (!width || !height) return null;
    const { language: lang, words, mark, goal } = this;
    const { unit = this.#metric.unit, currency } = this.#result ?? {};
    const format: FormatOptions = { lang, currency };
    const timeOf = (at: Instant): number => (this.#isInstant ? at.ms : at.wall);
    const events = this.#events.map(({ at, label }, i) => {
      const test = this.#tests[i];
      const words = test ? testWords(test, format, this.words) : '';
      return { x: timeOf(at), name: label, test: words, text: label + words };
    });
    const benchmark = mark && {
      value: mark.value,
      label: `${shorten(mark.name ?? words.benchmark, 24)} ${formatValue(mark.value, unit, format)}`,
    };
    const input: LineInput = {
      series: this.#series.map(({ points, ahead, many }, i) => ({
        points,
        ahead,
        source: many,
        open: !!this.#openPeriod,
        label: i < palette ? this.#label(this.#series[i]!, unit, format) : undefined,
      })),
      target: this.#steps.map(({ at, target: { low, high } }) => ({
        x: at && timeOf(at),
        low,
        high,
      })),
      targetLabel: goal
        ? `${words.target} ${formatTarget(goal, unit, { ...format, bare: true })}`
        : '',
      benchmark,
      events,
      bounds: this.#metric.scale,
      window: this.#window,
      isDuration: unit === 'seconds',
    };
    const shape = lineChart(input, {
      width,
      height,
      least: this.#least,
      // For the button that shows all again.
      reserve: this.#window ? 24 : 0,
      formatX: (time, step, isFirst) => tickText(time, step, isFirst, this.#least, lang),
      formatY: (value, step) =>
        formatValue(value, unit, {
          ...format,
          compact: true,
          digits: Math.ceil(-Math.log10(step)),
        }),
      ...(this.#isInstant && clockOf(this.timeZone)),
    });
    return {
      shape,
      series: this.#series,
      unit,
      format,
      words,
      nameOf: this.nameOf,
      openPeriod: this.#openPeriod,
      benchmark: benchmark && benchmark.label,
      events,
      notes: this.#notes(),
    };
  }

  #label(series: TrendSeries, unit: Unit, format: FormatOptions): string {
    const name = shorten(this.nameOf(series), 24);
    const { last } = extremesOf(series);
    // Where the window ends before, the newest value is not what the label stands beside.
    if (this.#window && last && last.x > this.#window[1]) return name;
    return `${name} ${formatValue(last?.y ?? null, unit, { ...format, sign: unit === 'points' })}`;
  }

  #notes(): string[] {
    const { words } = this;
    const { forecast, unusual } = this.#outlook;
    const notes: string[] = [];
    if (this.#openPeriod)
      notes.push(`${formatPeriod(this.#openPeriod, this.language)}: ${words.partial}`);
    if (forecast !== undefined) notes.push(`${words.forecast} (95%): ${forecast ?? words.noData}`);
    if (unusual !== undefined) notes.push(`${words.unusual}: ${unusual ?? words.noData}`);
    return notes;
  }

  protected override draw(): TemplateResult {
    const view = (this.view = this.#look());
    return html`${view ? drawLegend(view) : nothing}
      <div
        class="plot ${this.noZoom ? 'still' : ''}"
        tabindex="0"
        role="application"
        aria-label=${this.sentence()}
        @pointerenter=${this.#wake}
        @focusin=${this.#wake}
        @keydown=${this.#wake}
      >
        ${this.#series.map((one, i) => (one.many ? html`<canvas class=${lookOf(i)} @transitionend=${this.#repaint}></canvas>` : nothing))}
        <svg part="chart" aria-hidden="true">${view ? drawMarks(view) : nothing}</svg>
        ${this.#window ? html`<button class="retry reset" @click=${() => this.zoomTo(null)}>${this.words.resetZoom}</button>` : nothing}
        <div class="over"></div>
      </div>
      ${view?.notes.length ? html`<p class="notes muted">${view.notes.join(' · ')}</p>` : nothing}`;
  }

  /** The colour has changed with the theme. */
  #repaint(): void {
    this.#drawn = null;
    this.#colours = [];
    this.#paint();
  }

  /** Canvases are drawn once they have their size and colour. */
  #paint(): void {
    const shape = this.view?.shape;
    if (!shape || shape === this.#drawn || !points) return;
    this.#drawn = shape;
    const series = this.#series.filter((one) => one.many);
    this.renderRoot.querySelectorAll('canvas').forEach((canvas, i) => {
      const colour = (this.#colours[i] ??= getComputedStyle(canvas).color);
      points!.drawPoints(canvas, series[i]!, shape, this.#size, colour);
    });
  }

  // Words

  protected override sentence(): string {
    const { heading, language: lang, staleMs, goal } = this;
    const name = heading ?? this.#metric.text[this.metricLang].short;
    const said = this.#sentence;
    const key = [name, lang, staleMs, goal?.text].join();
    if (said.series === this.#spoken && said.key === key) return said.text;
    const { unit = this.#metric.unit, currency } = this.#result ?? {};
    const about = { name, unit, currency, series: this.#spoken, target: goal, staleMs, lang };
    this.#sentence = { series: this.#spoken, key, text: trendSentence(about) };
    return this.#sentence.text;
  }

  /** Of the newest point of the first line. */
  protected override explain(): readonly Explained[] {
    const { last } = this.#series[0] ? extremesOf(this.#series[0]) : {};
    if (!last?.result) return [];
    const at = formatPeriod(last.period, this.language);
    return [{ metric: this.#metric, options: this.metricOptions(), result: last.result, at }];
  }

  protected override table(): TableData {
    const { unit = this.#metric.unit, currency } = this.#result ?? {};
    const format = { lang: this.language, currency };
    return trendTable(this.#series, unit, format, this.words, this.#openPeriod);
  }
}
