import { html, nothing, type TemplateResult } from 'lit';
import type { Span } from '../charts/zoom';
import type { ChartEvent } from '../data/schema';
import type { CsvCell } from '../export/csv';
import { bringMeans, bringMetrics, metricAtHand } from '../metrics/on-demand';
import { npsBrief } from '../metrics/nps-brief';
import type { Metric, MetricOptions, Result } from '../metrics/metric';
import { Tabulation, type Cell } from '../metrics/tabulate';
import { readInterval } from '../metrics/time';
import { viewerZone } from '../metrics/viewer-zone';
import { trendLineStyle } from '../styles/trend-line';
import { dotted } from '../text/format';
import { formatPeriod } from '../text/period';
import { trendSentence, type SeriesWords } from '../text/trend-sentence';
import { checkText, isStructured } from './attributes';
import type { Mark } from './drill-down';
import { benchmarkOf } from './figures';
import { MetricElement } from './metric-element';
import type { TableData } from './table-data';
import type { Explained } from './tile';
import { notesOf, trendView } from './trend-look';
import { drawGrid, drawLegend, drawMarks, drawSlider } from './trend-marks';
import {
  emptyTrend,
  palette,
  type TrendHost,
  type TrendModel,
  type TrendView,
} from './trend-model';
import { happenings, instants, outlooks, readers, stepping } from './trend-on-demand';
import {
  areInstants,
  columnsIn,
  leadOf,
  newestOf,
  resultsOf,
  rank,
  seriesOf,
  totalOf,
  unitOf,
  type TrendPoint,
  type TrendSeries,
} from './trend-series';
import { TrendStage } from './trend-stage';
import { seriesWords, trendFile } from './trend-words';

/**
 * A metric over time, from records or ready points: one line or one for each
 * segment, with its interval as a band, target, benchmark, events and gaps. A
 * million points are as welcome: `data` as columns `{ x, y }`, x in epoch ms.
 *
 * Read with the pointer, or with the keys: arrows left and right, Home, End,
 * Page Up and Page Down through time, up and down through the lines. Screen
 * readers meet it as a slider: its value is the sentence, then each point. Dragging,
 * Ctrl + wheel, two fingers and + − zoom, one finger and Shift + arrows pan, 0
 * or a double click or tap shows all again; Escape leaves.
 *
 * @summary A metric over time with interval band, target and events.
 * @fires load - After data was drawn; `detail` is the list of Results.
 * @fires error - Data could not be had or read; `detail` has code, status, url, issues, message. Does not bubble.
 * @fires metric-select - A point was chosen; `detail` has metric, segment, period, filter. Bubbles.
 * @csspart frame - The tile.
 * @csspart heading - Its title.
 * @csspart chart - The drawing.
 * @csspart value - The name and newest value of a line, beside it.
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
 * @cssproperty --metrik-track - Its ground while data is on its way.
 * @cssproperty --metrik-text - Text and the target.
 * @cssproperty --metrik-muted - Less important text.
 * @cssproperty --metrik-radius - Radius of its corners.
 * @cssproperty --metrik-gap - Its padding, by which other distances go.
 */
export class TrendLine extends MetricElement<readonly Result[]> implements TrendHost {
  static override readonly inputs = [...MetricElement.inputs, 'events', 'forecast', 'unusual'];
  static override styles = [...MetricElement.styles, trendLineStyle];
  static override properties = {
    events: {},
    forecast: {},
    unusual: {},
    noZoom: { type: Boolean, attribute: 'no-zoom' },
  };

  /** Things that happened: `[{"date":"2026-06-15","label":"New IVR"}]`; each is tested before against after. */
  events?: string | readonly ChartEvent[];
  /** How many periods to forecast, up to 100; absent: none. */
  forecast?: string | number;
  /** Rings points that stand out: how many robust standard deviations off, by default 3.5; absent: none. */
  unusual?: string | number | boolean;
  /** Keeps pointer, wheel, fingers and keys from zooming. */
  noZoom = false;

  /** What is drawn; `null` while there is no size. */
  view: TrendView | null = null;

  #model: TrendModel = { ...emptyTrend, metric: npsBrief as Metric };
  #window: Span | null = null;
  /** What the sentence says of each line. */
  #lines: SeriesWords[] = [];
  readonly #stage = new TrendStage(this);

  get #metric(): Metric {
    return metricAtHand(this.metric || 'nps') ?? (npsBrief as Metric);
  }

  protected override get defaultHeading(): string {
    return this.#metric.text[this.metricLang].name;
  }

  protected override get shownCount(): number {
    return this.hasData ? totalOf(this.#model.series) : super.shownCount;
  }

  // Data

  protected override needs(rows: readonly unknown[] | null): unknown[] {
    const isInstant = this.#areInstants(rows);
    return [
      ...super.needs(rows),
      this.#compares && happenings.bring(),
      isStructured(this.target) && stepping.bring(),
      bringMetrics([this.metric || 'nps']),
      bringMeans(this.options),
      isInstant && instants.bring(),
      this.#looksAhead && outlooks.bring(),
    ];
  }

  get #compares(): boolean {
    return !!(this.events || this.compare);
  }

  get #looksAhead(): boolean {
    return (this.forecast ?? this.unusual ?? null) !== null;
  }

  #areInstants(rows: readonly unknown[] | null): boolean {
    return !!rows && areInstants(rows, this.interval, this.metricOptions().fields);
  }

  protected override readData(data: unknown): ReturnType<MetricElement['readData']> {
    return columnsIn(data) ?? super.readData(data);
  }

  /** Also target steps and events, in time order. */
  protected override readAttributes(): void {
    const { target, language: lang } = this;
    // Asking for the viewer's zone is slow, so only those ask who need it.
    const zone = this.#compares || isStructured(target) ? this.timeZone || viewerZone() : '';
    let steps: TrendModel['steps'];
    if (isStructured(target)) {
      steps = stepping.here.targetSteps(target, zone, lang);
      this.mark = this.benchmark ? benchmarkOf(this.benchmark, lang) : null;
      this.goal = steps.at(-1)?.target ?? null;
    } else {
      super.readAttributes();
      steps = this.goal ? [{ at: null, target: this.goal }] : [];
    }
    this.#model = {
      ...this.#model,
      metric: this.#metric,
      interval: readInterval(this.interval || 'month'),
      timeZone: this.timeZone || undefined,
      events: this.#compares ? happenings.here.eventsOf(this, zone, lang) : [],
      steps,
    };
  }

  protected override plan(options: MetricOptions, rows: readonly unknown[] | null): Tabulation[] {
    const { metric, interval, events } = this.#model;
    const by = this.by ? checkText(this.by, 'by') : undefined;
    const isInstant = (this.#model.isInstant = this.#areInstants(rows));
    if (isInstant && rows) {
      this.#model.series = instants.here.pointSeries(rows, metric, { ...options, by });
      return [];
    }
    const folds = [new Tabulation({ metric, ...options, by, interval })];
    if (events.length) folds.push(...happenings.here.foldsAround(events, { metric, ...options }));
    return folds;
  }

  protected override measure(cells: Cell[][]): readonly Result[] {
    const { compare, language: lang } = this;
    const { metric, isInstant, events, timeZone } = this.#model;
    const series = rank(isInstant ? this.#model.series : seriesOf(cells[0] ?? []), palette);
    // Instants have no periods, and asking for the viewer's zone is slow.
    const zone = isInstant ? 'UTC' : (timeZone ?? viewerZone());
    this.#model = {
      ...this.#model,
      series,
      tests: events.length ? happenings.here.testsOf(metric, cells.slice(1)) : [],
      outlook: null,
      changes: [],
      ...newestOf(isInstant ? [] : series, zone, this.madeAt),
    };
    if (this.#looksAhead) this.#model.outlook = outlooks.here.lookAhead(this.#model, this, zone);
    // The newest value is held to the target of its time.
    if (isStructured(this.target)) this.goal = stepping.here.targetAt(this.#model);
    const stand = (result: Result) => this.standing(result);
    this.#lines = seriesWords(series, this.nameOf, stand, this.#model.openPeriod);
    if (compare)
      this.#model.changes = happenings.here.tellChanges(this.#model, this.#lines, compare, lang);
    // Records whose time cannot be read are in no point, and are told of all the same.
    const unplaced = cells[0]?.find(({ period }) => !period)?.result ?? [];
    return resultsOf(series).concat(unplaced);
  }

  // Drawing

  protected override updated(): void {
    super.updated();
    this.#stage.sync(this.renderRoot.querySelector('.plot'));
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#stage.leave();
  }

  /** @internal */
  zoomTo(window: Span | null): void {
    this.#window = window;
    this.requestUpdate();
  }

  /** @internal */
  markOf({ segment }: TrendSeries, { period, ahead }: TrendPoint): Mark | null {
    if (ahead || this.#model.isInstant) return null;
    const values = this.by ? { [this.by]: [segment] } : undefined;
    return { metric: this.#metric.id, segment, period, values };
  }

  /** @internal */
  readonly nameOf = ({ segment }: TrendSeries): string =>
    segment ?? (this.by ? this.words.other : this.#metric.text[this.metricLang].short);

  protected override draw(): TemplateResult {
    const { words, mark, language: lang, nameOf } = this;
    const frame = { words, mark, lang, nameOf, window: this.#window, size: this.#stage.size };
    const view = (this.view = trendView(this.#model, frame));
    // Not only once there is a size, so that it is that of the plot above them.
    const notes = notesOf(this.#model, frame).join(' · ');
    // Where paper gives another width and nobody says so, the picture is the same, only stretched.
    const box = view ? `0 0 ${this.#stage.size.join(' ')}` : nothing;
    return html`${view ? drawLegend(view) : nothing}
      <div
        class="plot ${this.noZoom ? 'still' : ''}"
        @pointerenter=${this.#stage.wake}
        @focusin=${this.#stage.wake}
        @keydown=${this.#stage.wake}
      >
        ${drawSlider(words.trend, this.spoken)}
        <svg viewBox=${box} preserveAspectRatio="none" aria-hidden="true">
          ${view ? drawGrid(view.shape) : nothing}
        </svg>
        ${view?.series.some((one) => one.many) ? instants.here.drawMany(this, this.#stage) : nothing}
        <svg part="chart" viewBox=${box} preserveAspectRatio="none" aria-hidden="true">
          ${view ? drawMarks(view) : nothing}
        </svg>
        <div class="over" aria-hidden="true"></div>
        ${this.#window ? readers.here.drawReset(this, lang) : nothing}
      </div>
      ${view?.events.length ? happenings.here.listEvents(this) : nothing}
      ${notes ? html`<p class="notes muted">${notes}</p>` : nothing}`;
  }

  // Words

  protected override sentence(): string {
    const { heading, language: lang, staleMs, goal: target } = this;
    const name = heading ?? this.#metric.text[this.metricLang].short;
    const { openPeriod } = this.#model;
    const how = { ...unitOf(this.#model), openPeriod, target, staleMs, lang };
    return trendSentence({ name, series: this.#lines, ...how });
  }

  /** Of the newest point of the first line. */
  protected override explain(): readonly Explained[] {
    const { series } = this.#model;
    const last = leadOf(series);
    if (!last?.result) return [];
    const at = dotted(this.by && this.nameOf(series[0]!), formatPeriod(last.period, this.language));
    return [{ metric: this.#metric, options: this.metricOptions(), result: last.result, at }];
  }

  protected override csv(): CsvCell[][] {
    return trendFile(this.#model.series, this.words);
  }

  protected override async bringTable(): Promise<() => TableData> {
    const { trendTable } = await import('./trend-table');
    return () => trendTable(this.#model, this.language);
  }
}
