import { css, html, nothing, svg, type TemplateResult } from 'lit';
import { property, state } from 'lit/decorators.js';
import { lineChart, type LineShape } from '../charts/line';
import type { ChartEvent } from '../data/schema';
import { bringMetrics, metricAtHand } from '../metrics/on-demand';
import { nps } from '../metrics/nps';
import { compareWith, type Comparison } from '../metrics/compare';
import type { Metric, MetricOptions, Result, Unit } from '../metrics/metric';
import { Tabulation, type Cell } from '../metrics/tabulate';
import { parseTarget, type Target } from '../metrics/target';
import { INTERVALS, parseInstant, type Interval } from '../metrics/time';
import { viewerZone } from '../metrics/viewer-zone';
import {
  formatDelta,
  formatMargin,
  formatNumber,
  formatP,
  formatPeriod,
  formatTarget,
  formatValue,
} from '../text/format';
import { trendSentence } from '../text/sentence';
import { benchmarkOf, isStructured, parseList } from './attributes';
import { bringContracts, contracts } from './contracts';
import { MetricElement, type TableData } from './metric-element';
import { watchSize } from './resize';
import { seriesOf, type TrendPoint, type TrendSeries } from './trend-series';

/** Lines that are told apart by colour and dash; more are drawn in neutral. */
const palette = 6;
const minHeight = 220;

/**
 * A metric over time, from records or ready points: one line or one for each
 * segment, with its interval as a band, target, benchmark, events and gaps.
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
export class TrendLine extends MetricElement {
  static override readonly inputs = [...MetricElement.inputs, 'events'];

  static override styles = [
    ...MetricElement.styles,
    css`
      .plot {
        position: relative;
        flex: 1 0 ${minHeight}px;
        direction: ltr;
        border-radius: 6px;
      }
      .plot svg {
        position: absolute;
        width: 100%;
        height: 100%;
        touch-action: pan-y;
      }
      .grid {
        stroke: var(--_border);
      }
      .path {
        fill: none;
        stroke: var(--_line);
        stroke-width: 2;
        stroke-linejoin: round;
        stroke-linecap: round;
      }
      .area {
        fill: var(--_line);
        fill-opacity: 0.14;
      }
      .dot {
        fill: var(--_line);
      }
      .name {
        fill: var(--_line);
        font-weight: 650;
      }
      .s0 {
        --_line: var(--_accent);
      }
      .s1 {
        --_line: var(--_good);
      }
      .s2 {
        --_line: var(--_warn);
      }
      .s3 {
        --_line: var(--_bad);
      }
      .s4 {
        --_line: var(--metrik-fifth, color-mix(in srgb, var(--_accent) 55%, var(--_bad)));
      }
      .s5 {
        --_line: var(--_neutral);
      }
      .s1 .path {
        stroke-dasharray: 7 3;
      }
      .s2 .path {
        stroke-dasharray: 2 3;
      }
      .s3 .path {
        stroke-dasharray: 9 3 2 3;
      }
      .s4 .path {
        stroke-dasharray: 4 4;
      }
      .s5 .path {
        stroke-width: 1.5;
      }
      .goal {
        fill: none;
        stroke: var(--_text);
        stroke-width: 1.5;
        stroke-dasharray: 4 3;
      }
      .goal-text {
        fill: var(--_text);
        font-weight: 700;
      }
      .bench {
        stroke: var(--_neutral);
        stroke-width: 1.5;
        stroke-dasharray: 1.5 3;
      }
      .event {
        stroke: var(--_neutral);
      }
      .after {
        fill: var(--_accent);
        fill-opacity: 0.045;
      }
      .event-text {
        paint-order: stroke;
        stroke: var(--_surface);
        stroke-width: 3px;
        stroke-linejoin: round;
      }
      .cross {
        stroke: var(--_muted);
        stroke-dasharray: 2 2;
      }
      .ring {
        fill: var(--_line);
        stroke: var(--_surface);
        stroke-width: 2;
      }
      .tip {
        position: absolute;
        inset-block-start: 34px;
        left: var(--_x);
        translate: var(--_shift) 0;
        z-index: 1;
        max-width: 240px;
        padding: 8px 10px;
        border: 1px solid var(--_border);
        border-radius: 8px;
        background: var(--_surface);
        box-shadow: 0 4px 14px rgb(0 0 0 / 0.14);
        pointer-events: none;
        font-size: 0.9em;
        direction: inherit;
      }
      .tip p {
        white-space: nowrap;
        overflow: hidden;
        text-overflow: ellipsis;
      }
      .key {
        display: inline-block;
        width: 12px;
        height: 3px;
        border-radius: 2px;
        margin-inline-end: 6px;
        vertical-align: middle;
        background: var(--_line);
      }
      .legend {
        display: flex;
        flex-wrap: wrap;
        gap: 2px 14px;
        margin-bottom: 6px;
        font-size: 0.9em;
      }
    `,
  ];

  /** Things that happened: `[{"date":"2026-06-15","label":"New IVR"}]`; each is tested before against after. */
  @property() events?: string | readonly ChartEvent[];

  /** Width and height of the plot in CSS pixels, as one text so that Lit sees a change only where there is one. */
  @state() private box = '';
  @state() private reading: number | null = null;

  #series: TrendSeries[] = [];
  #tests: (Comparison | null)[] = [];
  #happened: { x: number; label: string; day: string }[] = [];
  #steps: { x: number | null; target: Target }[] = [];
  #shape: LineShape | null = null;
  #unwatch: (() => void) | null = null;
  #plot: Element | null = null;

  get #metric(): Metric {
    return metricAtHand(this.metric || 'nps') ?? (nps as Metric);
  }

  get #unit(): Unit {
    return this.#series[0]?.points.find((p) => p.result)?.result?.unit ?? this.#metric.unit;
  }

  protected override get defaultHeading(): string {
    return this.#metric.text[this.metricLang].name;
  }

  protected override get shownCount(): number {
    return this.#series.reduce(
      (sum, s) => s.points.reduce((n, p) => n + (p.result?.n ?? 0), sum),
      0,
    );
  }

  protected override prepare(rows: readonly unknown[] | null): Promise<unknown> | null {
    const structured = isStructured(this.events) || isStructured(this.target);
    return (
      (structured ? bringContracts() : super.prepare(rows)) ?? bringMetrics([this.metric || 'nps'])
    );
  }

  protected override plan(options: MetricOptions): Tabulation[] {
    const metric = this.#metric;
    const interval = (this.interval || 'month') as Interval;
    if (!INTERVALS.includes(interval))
      throw new RangeError(`unknown interval: ${interval}; allowed: ${INTERVALS.join(', ')}`);
    const folds = [new Tabulation({ metric, ...options, by: this.by || undefined, interval })];
    this.#happened.forEach(({ day }, i) => {
      folds.push(new Tabulation({ metric, ...options, from: this.#happened[i - 1]?.day, to: day }));
      folds.push(new Tabulation({ metric, ...options, from: day, to: this.#happened[i + 1]?.day }));
    });
    return folds;
  }

  /** Also target steps and events, in time order. */
  protected override readAttributes(): void {
    const zone = this.timeZone ?? viewerZone();
    const wall = (date: string | number): number => {
      const instant = parseInstant(date, zone);
      if (!instant) throw new RangeError(`invalid date: "${date}"`);
      return instant.wall;
    };
    const given = parseList(this.events, 'events');
    const events = isStructured(this.events) ? contracts().readEvents(given) : [];
    this.#happened = events
      .map(({ date, label }) => ({
        x: wall(date),
        label,
        day: new Date(wall(date)).toISOString().slice(0, 10),
      }))
      .sort((a, b) => a.x - b.x);
    const stepped = this.target?.trim().startsWith('[');
    this.#steps = stepped
      ? contracts()
          .readTargets(parseList(this.target, 'target'))
          .map((step) => ({ x: wall(step.from), target: parseTarget(step.target, this.language) }))
          .sort((a, b) => a.x - b.x)
      : [];
    if (stepped) {
      this.mark = this.benchmark ? benchmarkOf(this.benchmark) : null;
      this.goal = this.#steps.at(-1)?.target ?? null;
      return;
    }
    super.readAttributes();
    if (this.goal) this.#steps = [{ x: null, target: this.goal }];
  }

  protected override measure(cells: Cell[][]): readonly Result[] {
    this.#series = seriesOf(cells[0] ?? []);
    this.#tests = this.#happened.map((_, i) => {
      const before = cells[1 + 2 * i]?.[0]?.result;
      const after = cells[2 + 2 * i]?.[0]?.result;
      return before && after ? compareWith(this.#metric, before, after) : null;
    });
    this.reading = null;
    return this.#series.flatMap((s) => s.points.flatMap((p) => p.result ?? []));
  }

  protected override updated(): void {
    super.updated();
    const plot = this.renderRoot.querySelector('.plot');
    if (plot === this.#plot) return;
    this.#unwatch?.();
    this.#plot = plot;
    this.#unwatch =
      plot &&
      watchSize(plot, (width, height) => (this.box = `${Math.round(width)} ${Math.round(height)}`));
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#unwatch?.();
    this.#unwatch = null;
    this.#plot = null;
  }

  #names(): string[] {
    const short = this.#metric.text[this.metricLang].short;
    const unit = this.#unit;
    return this.#series.map((s) => {
      const last = s.points.findLast((p) => p.y !== null);
      return `${s.segment ?? short} ${formatValue(last?.y ?? null, unit, { lang: this.language, sign: unit === 'points' })}`;
    });
  }

  protected override draw(): TemplateResult {
    const [width = 0, height = 0] = this.box.split(' ').map(Number);
    if (!width || !height) return html`<div class="plot"></div>`;
    const { language: lang, words } = this;
    const unit = this.#unit;
    const { mark: benchmark, goal: target } = this;
    const names = this.#names();
    const labels = [...names];
    if (target) labels.push(`${words.target} ${formatTarget(target, unit, { lang, bare: true })}`);
    if (benchmark)
      labels.push(
        `${benchmark.name ?? words.benchmark} ${formatValue(benchmark.value, unit, { lang })}`,
      );
    const [low, high] = this.#metric.scale;
    const shape = (this.#shape = lineChart(
      {
        series: this.#series.map((s) => ({ name: s.segment ?? '', points: s.points })),
        target: this.#steps.map(({ x, target: t }) => ({ x, value: t.value })),
        benchmark,
        events: this.#happened,
        bounds: [low, high],
      },
      {
        width,
        height,
        labels,
        formatY: (v) => formatValue(v, unit, { lang }),
      },
    ));
    const { plot } = shape;
    return html`${shape.labelsFit ? nothing : this.#legend(labels)}
      <div
        class="plot"
        tabindex="0"
        role="group"
        aria-label=${this.sentence()}
        @keydown=${this.#onKey}
        @pointermove=${this.#onPointer}
        @pointerleave=${this.#onLeave}
        @blur=${this.#onLeave}
      >
        <svg part="chart" aria-hidden="true">
          ${shape.yTicks.map((t) => svg`<line class="grid" x1=${plot.left} x2=${plot.right} y1=${t.y} y2=${t.y} /><text class="text" x=${plot.left - 6} y=${t.y + 4} text-anchor="end">${t.text}</text>`)}
          ${shape.xTicks.map((t) => svg`<text class="text" x=${t.x} y=${plot.bottom + 18} text-anchor="middle">${this.#tickText(t.time, shape)}</text>`)}
          ${shape.events.map((e, i) => this.#event(e.x, i, shape))}
          ${shape.target ? svg`<path class="goal" d=${shape.target} />` : nothing}
          ${shape.benchmark === null ? nothing : svg`<line class="bench" x1=${plot.left} x2=${plot.right} y1=${shape.benchmark} y2=${shape.benchmark} />`}
          ${shape.series.map(
            (s, i) => svg`<g class="s${Math.min(i, palette - 1)}">
              ${this.#series.length < 3 ? svg`<path class="area" d=${s.band} />` : nothing}
              <path class="path" d=${s.path} />
              ${s.dots.map((d) => svg`<circle class="dot" r="2.5" cx=${d.x} cy=${d.y} />`)}
              ${s.last ? svg`<circle class="dot" r="3.5" cx=${s.last.x} cy=${s.last.y} />` : nothing}
              ${shape.labelsFit ? svg`<text class="text name" x=${plot.right + 8} y=${shape.labels[i]!.y + 4}>${labels[i]}</text>` : nothing}
            </g>`,
          )}
          ${shape.labelsFit ? labels.slice(names.length).map((text, i) => svg`<text class="text ${i === 0 && target ? 'goal-text' : ''}" x=${plot.right + 8} y=${shape.labels[names.length + i]!.y + 4}>${text}</text>`) : nothing}
          ${this.#crosshair(shape)}
        </svg>
        ${this.#tip(shape)}
      </div>`;
  }

  #legend(labels: readonly string[]): TemplateResult {
    return html`<div part="legend" class="legend" aria-hidden="true">
      ${labels.map((text, i) => html`<span class="s${Math.min(i, palette - 1)}">${i < this.#series.length ? html`<span class="key"></span>` : nothing}${text}</span>`)}
    </div>`;
  }

  #event(x: number, i: number, { plot }: LineShape): TemplateResult {
    const { language: lang } = this;
    const test = this.#tests[i];
    const words =
      test && test.delta !== null
        ? ` · ${formatDelta(test.delta, test.unit, { lang, sign: true })} (${test.significant ? formatP(test.p, lang) : this.words.withinNoise})`
        : '';
    const text = `${this.#happened[i]!.label}${words}`;
    const fits = x + text.length * 5.6 < plot.right;
    const end = this.#shape!.events[i + 1]?.x ?? plot.right;
    return svg`<rect class="after" x=${x} y=${plot.top} width=${Math.max(0, end - x)} height=${plot.bottom - plot.top} />
      <line class="event" x1=${x} x2=${x} y1=${plot.top} y2=${plot.bottom} />
      <text class="text event-text" x=${fits ? x + 5 : x - 5} y=${plot.top + 10 + (i % 2) * 13} text-anchor=${fits ? 'start' : 'end'}>${text}</text>` as TemplateResult;
  }

  /** Tick labels say no more than the distance between ticks needs. */
  #tickText(time: number, { xTicks }: LineShape): string {
    const step = xTicks.length > 1 ? xTicks[1]!.time - xTicks[0]!.time : Infinity;
    const iso = new Date(time).toISOString();
    const period =
      step < 86_400_000
        ? iso.slice(0, 13) + ':00'
        : step < 27 * 86_400_000
          ? iso.slice(0, 10)
          : step < 360 * 86_400_000
            ? iso.slice(0, 7)
            : iso.slice(0, 4);
    return formatPeriod(period, this.language, 'tick');
  }

  /** The points at the position being read, one for each line. */
  #read(): { series: TrendSeries; point: TrendPoint; index: number }[] {
    const at = this.reading;
    if (at === null) return [];
    return this.#series.flatMap((series, index) => {
      const point = series.points[at];
      return point ? [{ series, point, index }] : [];
    });
  }

  #crosshair(shape: LineShape): unknown {
    const points = this.#read();
    if (!points.length) return nothing;
    const x = shape.xOf(points[0]!.point.x);
    return svg`<line class="cross" x1=${x} x2=${x} y1=${shape.plot.top} y2=${shape.plot.bottom} />
      ${points.map(({ point, index }) => (point.y === null ? nothing : svg`<circle class="ring s${Math.min(index, palette - 1)}" r="4.5" cx=${x} cy=${shape.yOf(point.y)} />`))}`;
  }

  #pointText({ series, point }: { series: TrendSeries; point: TrendPoint }): string {
    const { language: lang, words } = this;
    const unit = this.#unit;
    const name = series.segment ?? this.#metric.text[this.metricLang].short;
    if (!point.result || point.y === null) return `${name}: ${words.noData}`;
    const margin = point.result.interval ? ` ${formatMargin(point.result, { lang })}` : '';
    const n = point.result.n ? ` · n = ${formatNumber(point.result.n, lang)}` : '';
    return `${name} ${formatValue(point.y, unit, { lang, sign: unit === 'points' })}${margin}${n}`;
  }

  #tip(shape: LineShape): unknown {
    const points = this.#read();
    if (!points.length) return nothing;
    const first = points[0]!.point;
    const x = shape.xOf(first.x);
    this.style.setProperty('--_x', `${x}px`);
    this.style.setProperty(
      '--_shift',
      x > (shape.plot.left + shape.plot.right) / 2 ? 'calc(-100% - 12px)' : '12px',
    );
    return html`<div class="tip" role="status">
      <strong>${formatPeriod(first.period, this.language, 'long')}</strong>
      ${points.map((p) => html`<p class="s${Math.min(p.index, palette - 1)}"><span class="key"></span>${this.#pointText(p)}</p>`)}
    </div>`;
  }

  #onPointer(event: PointerEvent): void {
    const points = this.#series[0]?.points;
    if (!this.#shape || !points?.length) return;
    const box = (event.currentTarget as Element).getBoundingClientRect();
    const time = this.#shape.timeAt(event.clientX - box.left);
    let best = 0;
    for (let i = 1; i < points.length; i++)
      if (Math.abs(points[i]!.x - time) < Math.abs(points[best]!.x - time)) best = i;
    this.reading = best;
  }

  #onLeave(): void {
    this.reading = null;
  }

  #onKey(event: KeyboardEvent): void {
    const last = (this.#series[0]?.points.length ?? 0) - 1;
    if (last < 0) return;
    const at = this.reading;
    const to = {
      ArrowRight: at === null ? 0 : Math.min(last, at + 1),
      ArrowLeft: at === null ? last : Math.max(0, at - 1),
      Home: 0,
      End: last,
      Escape: null,
    }[event.key];
    if (to === undefined) return;
    event.preventDefault();
    this.reading = to;
  }

  protected override sentence(): string {
    const { language: lang } = this;
    const extreme = (points: readonly TrendPoint[], sign: number): TrendPoint | undefined =>
      points.reduce<TrendPoint | undefined>(
        (best, p) => (p.y !== null && (!best || sign * (p.y - best.y!) > 0) ? p : best),
        undefined,
      );
    return trendSentence({
      name: this.heading ?? this.#metric.text[this.metricLang].short,
      unit: this.#unit,
      series: this.#series.map(({ segment, points }) => {
        const first = points.find((p) => p.y !== null);
        const last = points.findLast((p) => p.y !== null);
        const low = extreme(points, -1);
        const high = extreme(points, 1);
        return {
          name: segment ?? this.#metric.text[this.metricLang].short,
          first: first?.y ?? null,
          last: last?.y ?? null,
          low: low?.y ?? null,
          high: high?.y ?? null,
          periods: points.length,
          firstAt: first?.period,
          lastAt: last?.period,
          lowAt: low?.period,
          highAt: high?.period,
        };
      }),
      target: this.goal,
      staleMs: this.staleMs,
      lang,
    });
  }

  protected override table(): TableData {
    const { words, language: lang } = this;
    const unit = this.#unit;
    const periods = this.#series[0]?.points ?? [];
    const segmented = this.#series.length > 1 || this.#series[0]?.segment != null;
    return {
      head: [
        words.period,
        ...this.#series.flatMap((s) => [segmented ? (s.segment ?? '–') : words.value, 'n']),
      ],
      rows: periods.map((point, i) => [
        formatPeriod(point.period, lang),
        ...this.#series.flatMap((s) => {
          const result = s.points[i]?.result;
          return [
            formatValue(result?.value ?? null, unit, { lang }),
            result ? formatNumber(result.n, lang) : '–',
          ];
        }),
      ]),
    };
  }
}
