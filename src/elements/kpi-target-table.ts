import { html, nothing, svg, type TemplateResult } from 'lit';
import { bullet } from '../charts/bullet';
import { sparkline } from '../charts/sparkline';
import type { MetricOptions, Result } from '../metrics/metric';
import type { Cell, Tabulation } from '../metrics/tabulate';
import { INTERVALS, type Interval } from '../metrics/time';
import {
  durationStyle,
  formatDelta,
  formatPeriod,
  formatTarget,
  formatValue,
} from '../text/format';
import { tableSentence } from '../text/sentence';
import { bringMetrics, metricAtHand } from '../metrics/on-demand';
import { statusCounts, statusText } from '../text/status';
import type { KpiSpec } from './kpi-computed';
import { blank } from './blank';
import type { Mark } from './drill-down';
import type { KpiLine } from './kpi-rows';
import type { Sort } from './kpi-sort';
import { computedKpis, kpiDrafts, kpiSort, readyKpis } from './on-demand';
import { MetricElement, type TableData } from './metric-element';
import { kpiTableStyle } from '../styles/kpi-target-table';
import { statusPill, toneOf, type Tone } from './status-pill';
import type { Explained } from './tile';

const spark = { width: 80, height: 26 };

/** Columns in reading order; those without content are left out. */
const columns = [
  'metric',
  'target',
  'result',
  'gap',
  'trend',
  'status',
  'analysis',
  'action',
  'owner',
  'due',
] as const;
export type Column = (typeof columns)[number];

/**
 * KPIs against their targets: result with a bar, gap, course, status, why
 * (analysis) and what next (action). Rows come ready, or are computed from
 * shared records with `kpis`.
 *
 * @summary KPIs with target, result, status, analysis and action.
 * @fires load - After data was drawn; `detail` is the list of Results.
 * @fires error - Data could not be had or read; `detail` has code, status, url, issues, message. Does not bubble.
 * @fires metric-select - A row was chosen; `detail` has metric, segment, period, filter. Bubbles.
 * @csspart frame - The tile.
 * @csspart heading - Its title.
 * @csspart table - The table.
 * @csspart status - The status of a row.
 * @csspart chart - The bar and the course of a row.
 * @csspart footer - n and the age of the data.
 * @csspart menu - The menu button.
 * @cssproperty --metrik-good - Colour of a target that is met.
 * @cssproperty --metrik-bad - Colour of a target that is missed.
 * @cssproperty --metrik-warn - Colour of what is near its limit.
 * @cssproperty --metrik-accent - Colour of lines and focus.
 * @cssproperty --metrik-neutral - Colour of bars without a target.
 * @cssproperty --metrik-surface - The tile's background.
 * @cssproperty --metrik-border - Its border and the lines between rows.
 * @cssproperty --metrik-track - What is not filled.
 * @cssproperty --metrik-text - Text.
 * @cssproperty --metrik-muted - Less important text.
 */
export class KpiTargetTable extends MetricElement {
  static override readonly inputs = [...MetricElement.inputs, 'kpis', 'noDraft'];

  static override styles = [...MetricElement.styles, kpiTableStyle];
  static override properties = {
    kpis: {},
    editable: { type: Boolean },
    noDraft: { type: Boolean, attribute: 'no-draft' },
    sort: { state: true, attribute: false },
  };

  /** KPIs to compute from the records: `csat > 90%; frt < 2 menit; aht <= 6:00`. */
  kpis?: string;
  /** Analysis and action can be written over; `kpi-save` tells of it. */
  editable = false;
  /** Leaves analysis and action empty where the data gives none. */
  noDraft = false;

  private sort: Sort | null = null;

  #specs: KpiSpec[] = [];
  #lines: KpiLine[] = [];
  #period: string | null = null;

  protected override get defaultHeading(): string {
    return this.metricLang === 'id' ? 'Target KPI' : 'KPI targets';
  }

  protected override subtitle(): string | undefined {
    if (this.note !== undefined) return this.note;
    if (!this.#lines.some((line) => line.standing)) return undefined;
    const counts = statusCounts(this.#counts(), this.language);
    return this.#period
      ? `${formatPeriod(this.#period, this.language, 'long')} · ${counts}`
      : counts;
  }

  #counts(): { met: number; near: number; missed: number; noData: number } {
    const count = (wanted: string): number =>
      this.#lines.filter((line) => line.standing?.status === wanted).length;
    return {
      met: count('met'),
      near: count('near'),
      missed: count('missed'),
      noData: count('no-data'),
    };
  }

  protected override get streams(): boolean {
    return !!this.kpis;
  }

  protected override needs(rows: readonly unknown[] | null): unknown[] {
    const { kpis } = this;
    const code = kpis ? computedKpis : readyKpis;
    const coming = code.bring();
    if (coming) return [...super.needs(rows), coming];
    return [
      ...super.needs(rows),
      bringMetrics(
        kpis ? computedKpis.here.kpiMetrics(kpis) : readyKpis.here.rowMetrics(rows ?? []),
      ),
    ];
  }

  protected override plan(options: MetricOptions, rows: readonly unknown[] | null): Tabulation[] {
    this.#specs = this.kpis ? computedKpis.here.parseKpis(this.kpis) : [];
    if (!this.#specs.length) {
      this.#lines = readyKpis.isHere
        ? readyKpis.here.linesOf(rows ?? [], this.language, this.metricLang)
        : [];
      this.#period = null;
      return [];
    }
    const interval = (this.interval || 'month') as Interval;
    if (!INTERVALS.includes(interval))
      throw new RangeError(`unknown interval: ${interval}; allowed: ${INTERVALS.join(', ')}`);
    return this.#specs.flatMap((spec) =>
      computedKpis.here.foldsOf(spec, options, interval, this.by || undefined),
    );
  }

  protected override measure(cells: Cell[][]): readonly Result[] {
    const each = this.by ? 4 : 2;
    if (this.#specs.length) {
      // With `compare` the row is the newest period; else all that there is.
      this.#period = this.compare === 'previous' ? computedKpis.here.newestPeriod(cells) : null;
      const { language: lang, metricLang: words, tolerance } = this;
      this.#lines = this.#specs.map((spec, i) =>
        computedKpis.here.computedLine(spec, cells.slice(each * i, each * (i + 1)), this.#period, {
          lang,
          words,
          tolerance,
        }),
      );
    }
    this.#draft();
    return this.#lines.map((line) => line.result);
  }

  /** The rows are known before their numbers where `kpis` names them. */
  protected override rehearse(): void {
    super.rehearse();
    if (!this.kpis || !computedKpis.isHere) return;
    try {
      this.measure(this.plan(this.metricOptions(), null).map((fold) => fold.cells()));
    } catch {
      // Said with the data.
    }
  }

  /** Fills in analysis and action where nobody has written them. */
  #draft(): void {
    const lines = this.#lines.filter((line) => !line.analysis && !line.action && line.target);
    if (this.noDraft || !lines.length) return;
    const coming = kpiDrafts.bring();
    if (coming) {
      void coming.then(() => {
        this.#draft();
        this.requestUpdate();
      });
      return;
    }
    const interval = (this.interval || 'month') as Interval;
    for (const line of lines)
      Object.assign(
        line,
        kpiDrafts.here.draftLine(line, { lang: this.language, by: this.by || undefined, interval }),
      );
  }

  protected override draw(): TemplateResult {
    const { sort } = this;
    const lines = sort ? kpiSort.here.sortLines(this.#lines, sort, this.language) : this.#grouped();
    const shown = columns.filter((c) => !this.#isBlank(c));
    let group = '';
    return html`<table
      part="table"
      class="${shown.includes('gap') ? 'gaps' : ''} ${shown.length > 8 ? 'many' : ''}"
      role="table"
      aria-label=${this.heading ?? this.defaultHeading}
    >
      <thead role="rowgroup">
        <tr role="row">
          ${shown.map((c) => this.#head(c))}
        </tr>
      </thead>
      <tbody role="rowgroup">
        ${lines.map((line) => {
          const opens = line.group !== group && !this.sort;
          group = line.group;
          return html`${
              opens
                ? html`<tr role="row">
                    <th class="group" role="rowheader" scope="rowgroup" colspan=${shown.length}>
                      ${line.group}
                    </th>
                  </tr>`
                : nothing
            }
            <tr role="row">
              ${shown.map((c) => this.#cell(c, line))}
            </tr>`;
        })}
        ${this.waiting && !lines.length ? this.#places(shown) : nothing}
      </tbody>
    </table>`;
  }

  /** Rows that hold the places of ready ones, of which nothing is known before they come. */
  #places(shown: readonly Column[]): TemplateResult[] {
    return ['', '', '', ''].map(
      () =>
        html`<tr role="row">
          ${shown.map((c) => html`<td role="cell" class=${c} data-label=${this.words[c]}>${blank(this.words.below)}</td>`)}
        </tr>`,
    );
  }

  #isBlank(column: Column): boolean {
    const lines = this.#lines;
    if (column === 'metric' || column === 'result' || column === 'target' || column === 'status')
      return false;
    if (!lines.length) return column === 'owner' || column === 'due';
    if (column === 'trend' && !this.waiting) return lines.every((line) => line.trend.length < 2);
    if (column === 'gap' || column === 'trend')
      return lines.every((line) => (this.waiting ? !line.target : line.standing?.gap == null));
    if (this.editable && (column === 'analysis' || column === 'action')) return false;
    return lines.every((line) => !line[column]);
  }

  #head(column: Column): TemplateResult {
    const { words, sort } = this;
    const order = sort?.column === column ? (sort.down ? 'descending' : 'ascending') : nothing;
    const label = words[column];
    return html`<th
      role="columnheader"
      scope="col"
      class="${column} ${column === 'result' ? 'num' : ''}"
      aria-sort=${order}
    >
      ${column === 'trend' ? label : html`<button aria-label=${words.sortBy(label)} @click=${() => void this.#sortBy(column)}>${label}</button>`}
    </th>`;
  }

  async #sortBy(column: Column): Promise<void> {
    await kpiSort.bring();
    const { sort } = this;
    this.sort =
      sort?.column !== column ? { column, down: false } : sort.down ? null : { column, down: true };
  }

  /** Groups stand together, in the order they came. */
  #grouped(): KpiLine[] {
    const groups = new Set(this.#lines.map((line) => line.group));
    return [...groups].flatMap((group) => this.#lines.filter((line) => line.group === group));
  }

  #cell(column: Column, line: KpiLine): TemplateResult {
    const label = this.words[column];
    switch (column) {
      case 'metric':
        return html`<th role="rowheader" scope="row">
          ${this.choice(line.name, () => this.#markOf(line))}
        </th>`;
      case 'target':
        return html`<td role="cell" class="target" data-label=${label}>
          <bdi>${this.#targetText(line)}</bdi>
        </td>`;
      case 'result':
        return html`<td role="cell" class="num" data-label=${label}>
          <span><bdi>${this.#valueText(line)}</bdi>${this.#bar(line)}</span>
        </td>`;
      case 'gap':
        return html`<td role="cell" class="gap" data-label=${label}>
          <bdi>${this.#gapText(line)}</bdi>
        </td>`;
      case 'trend':
        return html`<td role="cell" class="trend" data-label=${label}>${this.#course(line)}</td>`;
      case 'status':
        return html`<td role="cell" class="status" data-label=${label}>
          ${line.standing ? statusPill(this.#tone(line), this.#statusText(line)) : '–'}
        </td>`;
      case 'analysis':
      case 'action':
        return html`<td role="cell" class="why ${column}" data-label=${label}>
          ${this.editable ? this.#editor(column, line) : line[column] || '–'}
        </td>`;
      default:
        return html`<td
          role="cell"
          class="${column} ${line[column] ? '' : 'void'}"
          data-label=${label}
        >
          ${line[column] || '–'}
        </td>`;
    }
  }

  #editor(column: 'analysis' | 'action', line: KpiLine): TemplateResult {
    return html`<textarea
      aria-label="${this.words.edit(this.words[column])}: ${line.name}"
      .value=${line[column]}
      @change=${(event: Event) => this.#save(column, line, event)}
    ></textarea>`;
  }

  #save(column: 'analysis' | 'action', line: KpiLine, event: Event): void {
    line[column] = (event.target as HTMLTextAreaElement).value;
    const { metric } = line.result;
    this.dispatchEvent(
      new CustomEvent('kpi-save', {
        bubbles: true,
        composed: true,
        detail: { metric, name: line.name, field: column, value: line[column] },
      }),
    );
  }

  #tone(line: KpiLine): Tone {
    return toneOf(line.standing?.status ?? 'no-data');
  }

  #valueText({ result, unit, target }: KpiLine): string {
    return formatValue(result.value, unit, {
      lang: this.language,
      currency: result.currency,
      style: durationStyle(target),
      sign: unit === 'points',
    });
  }

  #targetText({ target, unit, result }: KpiLine): string {
    return target
      ? formatTarget(target, unit, { lang: this.language, currency: result.currency })
      : '–';
  }

  #gapText({ standing, unit, target, result }: KpiLine): string {
    if (standing?.gap == null) return '–';
    return formatDelta(standing.gap, unit, {
      lang: this.language,
      sign: true,
      currency: result.currency,
      style: durationStyle(target),
    });
  }

  /** A plan that is only to be followed deviates; nobody can say whether that is better or worse. */
  #statusText({ standing, result, target, unit, direction }: KpiLine): string {
    if (!standing || !target) return '';
    if (this.waiting) return blank(this.words.below);
    const lang = this.language;
    if (direction === 'none' && standing.status === 'near' && target.value && result.value !== null)
      return formatValue(
        ((result.value - target.value) / Math.abs(target.value)) * 100,
        'percent',
        { lang, sign: true },
      );
    const said = statusText(standing.status, result.value, target, unit, { lang });
    return standing.proven === false ? `${said} · ${this.words.notProven}` : said;
  }

  #bar(line: KpiLine): TemplateResult | typeof nothing {
    const { result, target, scale } = line;
    if (result.value === null && !this.waiting) return nothing;
    const shape = bullet({
      value: result.value,
      target: target?.low,
      targetEnd: target?.op === 'range' ? target.high : null,
      low: scale[0],
      high: scale[1],
    });
    const mark = (x: number | null): unknown =>
      x === null ? nothing : svg`<rect class="goal" x="${x}%" y="1" width="2" height="14" />`;
    return html`<svg part="chart" class="bar ${this.#tone(line)}" aria-hidden="true">
      <rect class="rail" width="100%" height="6" y="5" rx="3" />
      <rect class="run" x="${shape.start}%" width="${shape.length}%" height="6" y="5" rx="3" />
      ${mark(shape.target)}${mark(shape.targetEnd)}
    </svg>`;
  }

  #course({ trend }: KpiLine): unknown {
    if (trend.length < 2 && !this.waiting) return '–';
    const { path, last } = sparkline(trend, spark.width, spark.height);
    return html`<svg
      part="chart"
      class="course"
      viewBox="0 0 ${spark.width} ${spark.height}"
      aria-hidden="true"
    >
      <path d=${path} />
      ${last ? svg`<circle r="2.5" cx=${last.x} cy=${last.y} />` : nothing}
    </svg>`;
  }

  protected override sentence(): string {
    return tableSentence({
      name: this.heading ?? this.defaultHeading,
      ...this.#counts(),
      staleMs: this.staleMs,
      lang: this.language,
    });
  }

  #markOf({ result }: KpiLine): Mark {
    return { metric: result.metric, segment: null, period: this.#period };
  }

  protected override explain(): readonly Explained[] {
    return this.#lines.flatMap(({ result }, i) => {
      const metric = metricAtHand(result.metric);
      const options = { ...this.metricOptions(), ...this.#specs[i]?.options };
      return metric ? [{ metric, options, result }] : [];
    });
  }

  protected override table(): TableData {
    const { words } = this;
    return {
      csv: [
        [
          words.metric,
          'unit',
          words.target,
          words.result,
          words.gap,
          words.status,
          'n',
          words.analysis,
          words.action,
          words.owner,
          words.due,
        ],
        ...this.#lines.map((line) => [
          line.name,
          line.unit,
          line.target?.text,
          line.result.value,
          line.standing?.gap,
          this.#statusText(line),
          line.result.n || null,
          line.analysis,
          line.action,
          line.owner,
          line.due,
        ]),
      ],
      head: [
        words.metric,
        words.target,
        words.result,
        words.gap,
        words.status,
        words.analysis,
        words.action,
      ],
      rows: this.#lines.map((line) => [
        line.name,
        this.#targetText(line),
        this.#valueText(line),
        this.#gapText(line),
        this.#statusText(line),
        line.analysis,
        line.action,
      ]),
    };
  }
}
