import { html, nothing, type TemplateResult } from 'lit';
import type { CsvCell } from '../export/csv';
import type { MetricOptions, Result } from '../metrics/metric';
import { bringMeans, bringMetrics, metricAtHand } from '../metrics/on-demand';
import type { Cell, Tabulation } from '../metrics/tabulate';
import type { Plan } from '../metrics/plan';
import { readInterval, type Interval } from '../metrics/time';
import { kpiTableStyle } from '../styles/kpi-target-table';
import { dotted } from '../text/format';
import { tableSentence } from '../text/sentence';
import { statusCounts, type StatusName } from '../text/status';
import { drawCell, type KpiView } from './kpi-cells';
import { columnsOf, grouped, type Column } from './kpi-columns';
import type { KpiSpec, Scope } from './kpi-computed';
import type { KpiEditor } from './kpi-editor';
import { fillPlaces, placesFor } from './kpi-places';
import type { KpiLine } from './kpi-rows';
import type { Sort } from './kpi-sort';
import { kpiData } from './kpi-texts';
import { MetricElement } from './metric-element';
import type { Mark } from './drill-down';
import { computedKpis, kpiDrafts, kpiEditing, kpiSort, readyKpis } from './kpi-on-demand';
import type { Explained } from './tile';

const statusesOf = (lines: readonly KpiLine[]): (StatusName | undefined)[] =>
  lines.map((line) => line.standing?.status);

/**
 * KPIs against their targets: result with a bar, gap, course, status, why
 * (analysis) and what next (action). Rows come ready, or are computed from
 * shared records with `kpis`.
 *
 * @summary KPIs with target, result, status, analysis and action.
 * @fires load - After data was drawn; `detail` is the list of Results.
 * @fires error - Data could not be had or read; `detail` has code, status, url, issues, message. Does not bubble.
 * @fires metric-select - A row was chosen; `detail` has metric, segment, period, filter. Bubbles.
 * @fires kpi-save - Analysis or action was written over; `detail` has metric, name, field, value. Bubbles.
 * @csspart frame - The tile.
 * @csspart heading - Its title.
 * @csspart table - The table.
 * @csspart value - The result of a row.
 * @csspart delta - Its gap to the target.
 * @csspart status - Its status.
 * @csspart chart - The bar and the course of a row.
 * @csspart footer - n and the age of the data.
 * @csspart menu - The menu button.
 * @cssproperty --metrik-good - Colour of a target that is met.
 * @cssproperty --metrik-bad - Colour of a target that is missed.
 * @cssproperty --metrik-warn - Colour of what is near its limit.
 * @cssproperty --metrik-accent - Colour of lines and focus.
 * @cssproperty --metrik-surface - The tile's background.
 * @cssproperty --metrik-border - Its border and the lines between rows.
 * @cssproperty --metrik-track - What is not filled.
 * @cssproperty --metrik-text - Text.
 * @cssproperty --metrik-muted - Less important text, and bars without a target.
 * @cssproperty --metrik-radius - Radius of its corners.
 * @cssproperty --metrik-gap - Its padding, by which other distances go.
 */
export class KpiTargetTable extends MetricElement<readonly Result[]> {
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
  /** Analysis and action can be written over; `kpi-save` tells of it, and new data keeps it. */
  editable = false;
  /** Leaves analysis and action empty where the data gives none. */
  noDraft = false;

  private sort: Sort | null = null;

  #specs: KpiSpec[] = [];
  #lines: KpiLine[] = [];
  /** What the figures are of, where they are computed. */
  #scope: Scope | null = null;
  /** Ready rows whose code is on its way. */
  #coming: readonly unknown[] | null = null;
  /** What is drawn until the lines are there. */
  #places: KpiLine[] = [];
  /** What people wrote, also after `editable` was taken away. */
  #writing: KpiEditor | undefined;

  protected override get defaultHeading(): string {
    return this.metricLang === 'id' ? 'Target KPI' : 'KPI targets';
  }

  protected override subtitle(): [string, string] {
    const after = (title: string | undefined, lines: readonly KpiLine[]) =>
      dotted(title, statusCounts(statusesOf(lines), this.language));
    return [after(this.#scope?.title, this.#lines), after(this.timePlace, this.#places)];
  }

  get #shown(): KpiLine[] {
    return this.waiting ? this.#places : this.#lines;
  }

  /** Rows in the page have neither a number of answers nor an age. */
  protected override get shownCount(): number {
    return this.#coming && !this.src ? -1 : 0;
  }

  protected override get streams(): boolean {
    return !!this.kpis;
  }

  protected override needs(rows: readonly unknown[] | null): unknown[] {
    const { kpis } = this;
    this.#coming = kpis ? null : rows;
    const code = kpis ? computedKpis : readyKpis;
    return [
      ...super.needs(rows),
      bringMeans(`${kpis} ${this.options}`),
      !this.noDraft && kpiDrafts.bring(),
      this.editable && kpiEditing.bring(),
      code.bring() ??
        bringMetrics(
          kpis ? computedKpis.here.kpiMetrics(kpis) : readyKpis.here.rowMetrics(rows ?? []),
        ),
    ];
  }

  protected override plan(
    options: MetricOptions & Pick<Plan, 'where'>,
    rows: readonly unknown[] | null,
  ): Tabulation[] {
    this.#specs = this.kpis ? computedKpis.here.parseKpis(this.kpis) : [];
    if (!this.#specs.length) {
      this.#lines = readyKpis.isHere
        ? readyKpis.here.linesOf(
            rows ?? [],
            options,
            this.language,
            this.metricLang,
            this.tolerance,
          )
        : [];
      this.#scope = null;
      return [];
    }
    const interval = readInterval(this.interval || 'month');
    return this.#specs.flatMap((spec) => computedKpis.here.foldsOf(spec, options, interval, this));
  }

  protected override measure(cells: Cell[][]): readonly Result[] {
    if (this.#specs.length) this.#lines = this.#computed(cells);
    if (!this.noDraft)
      kpiDrafts.here.draftLines(this.#lines, {
        lang: this.language,
        by: this.by || undefined,
        interval: (this.interval || 'month') as Interval,
      });
    this.#writing?.restore(this.#lines);
    this.#coming = null;
    return this.#lines.map((line) => line.result);
  }

  #computed(cells: Cell[][]): KpiLine[] {
    const { compare, timeZone, tolerance, words, language: lang, metricLang: names } = this;
    const about = { compare, timeZone, tolerance, words, lang, names, now: this.madeAt };
    const { scope, lines } = computedKpis.here.computedLines(this.#specs, cells, about);
    this.#scope = scope;
    return lines;
  }

  /** The rows are known before their numbers where they stand in the page, or `kpis` names them. */
  protected override rehearse(): void {
    super.rehearse();
    const { kpis, words } = this;
    const places = (rows: readonly unknown[] | null): KpiLine[] =>
      placesFor(rows, kpis, words, this.metricLang);
    let lines: KpiLine[];
    try {
      if (kpis && computedKpis.isHere) {
        lines = this.#computed(this.plan(this.metricOptions(), null).map((fold) => fold.cells()));
        for (const line of lines) line.trend = line.target ? [0, 1] : [];
      } else lines = places(this.#coming);
    } catch {
      // Said with the data.
      lines = places(null);
    }
    this.#places = fillPlaces(lines, words, !this.noDraft);
  }

  protected override draw(): TemplateResult {
    const { sort, words, language: lang } = this;
    const all = this.#shown;
    const editor = this.#editor;
    const lines = sort ? kpiSort.here.sortLines(all, sort, lang) : grouped(all);
    const shown = columnsOf(all, this.editable);
    const view: KpiView = {
      words,
      lang,
      name: (line) => this.choice(line.name, () => this.#markOf(line)),
      editor: (column, line) => editor?.field(lang, column, line),
    };
    let group = all.some((line) => line.group) ? undefined : '';
    const row = (line: KpiLine): TemplateResult => {
      const opens = line.group !== group && !sort;
      group = line.group;
      const cell = (c: Column): TemplateResult => drawCell(c, line, view);
      return html`${
          opens
            ? html`<tr role="row">
                <th class="group" role="rowheader" scope="rowgroup" colspan=${shown.length}>
                  ${line.group || words.other}
                </th>
              </tr>`
            : nothing
        }
        <tr role="row">
          ${editor?.cells(shown, cell) ?? shown.map(cell)}
        </tr>`;
    };
    return html`<table
      part="table"
      class="${shown.includes('trend') ? 'trends' : ''} ${shown.length > 8 ? 'many' : ''}"
      role="table"
      aria-label=${this.heading ?? this.defaultHeading}
    >
      <thead role="rowgroup">
        <tr role="row">
          ${shown.map((c) => this.#head(c))}
        </tr>
      </thead>
      <tbody role="rowgroup">
        ${editor?.rows(all, lines, !sort, row) ?? lines.map(row)}
      </tbody>
    </table>`;
  }

  get #editor(): KpiEditor | undefined {
    if (!this.editable) return undefined;
    if (kpiEditing.isHere) return (this.#writing ??= new kpiEditing.here.KpiEditor(this));
    void kpiEditing.bring()?.then(
      () => this.requestUpdate(),
      () => undefined,
    );
    return undefined;
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
      ${column === 'trend' ? label : html`<button title=${words.sortBy(label)} @click=${() => void this.#sortBy(column)}>${label}</button>`}
    </th>`;
  }

  async #sortBy(column: Column): Promise<void> {
    await kpiSort.bring();
    this.sort = kpiSort.here.nextSort(this.renderRoot, this.sort, column, this.language);
  }

  protected override sentence(): string {
    return tableSentence({
      name: this.heading ?? this.defaultHeading,
      statuses: statusesOf(this.#shown),
      staleMs: this.staleMs,
      lang: this.language,
    });
  }

  #markOf({ result }: KpiLine): Mark {
    const { period = null, since } = this.#scope ?? {};
    return { metric: result.metric, segment: null, period, since };
  }

  protected override explain(): readonly Explained[] {
    return this.#lines.flatMap(({ name, result }, i) => {
      const metric = metricAtHand(result.metric);
      const options = { ...this.metricOptions(), ...this.#specs[i]?.options };
      return metric ? [{ metric, name, options, result }] : [];
    });
  }

  protected override csv(): CsvCell[][] {
    return kpiData(this.#lines, this.words, this.language);
  }
}
