import { html, nothing, type TemplateResult } from 'lit';
import type { CsvCell } from '../export/csv';
import type { Metric, MetricOptions, Result } from '../metrics/metric';
import { RowFold, type Cell } from '../metrics/row-fold';
import type { TargetStatus } from '../metrics/target';
import { dotted, formatValue } from '../text/format';
import { gaugeSentence } from '../text/sentence';
import { statusText } from '../text/status';
import type { Course } from './course';
import type { Mark } from './drill-down';
import { MetricElement } from './metric-element';
import { courses } from './on-demand';
import { statusPill, toneOf } from './status-pill';
import type { TableData } from './table-data';
import type { Explained } from './tile';

/** Answers that belong together: their name, number and share in percent. */
export type Group = readonly [name: string, count: number, share: number | null];

/**
 * An element that shows one metric's value, with its change from the previous
 * period or from before a date, and its course over the periods.
 */
export abstract class SingleMetricElement extends MetricElement<Result> {
  /** The result on the face. */
  protected current: Result | null = null;
  /** Where `current` stands against the target. */
  protected stand: TargetStatus | null = null;
  /** The metric over time, where `compare` or `interval` is set. */
  protected course: Course | null = null;

  /** The metric of this element. */
  protected abstract get definition(): Metric;

  protected override get defaultHeading(): string {
    return this.definition.text[this.metricLang].name;
  }

  protected override needs(rows: readonly unknown[] | null): unknown[] {
    return [...super.needs(rows), this.#hasCourse && courses.bring()];
  }

  get #hasCourse(): boolean {
    return !!(this.compare || this.interval);
  }

  protected override plan(options: MetricOptions): RowFold[] {
    const metric = this.definition;
    const total = new RowFold({ metric, ...options });
    return this.#hasCourse ? [total, ...courses.here.foldsOver(metric, options, this)] : [total];
  }

  protected override measure([all, ...parts]: Cell[][]): Result | null {
    const { compare, timeZone, language: lang, madeAt: now } = this;
    const total = all![0]?.result ?? null;
    this.course = this.#hasCourse
      ? courses.here.courseOf(this.definition, total, parts, { compare, timeZone, lang, now })
      : null;
    this.current = this.course ? this.course.current : total;
    try {
      this.stand = this.current && this.standing(this.current);
    } catch (error) {
      // A target in another unit must not be drawn on this scale.
      this.goal = null;
      throw error;
    }
    return this.current;
  }

  /** The target, or both ends of one that is a range; empty without any. */
  protected get aims(): number[] {
    const { goal } = this;
    return goal ? [...new Set([goal.low, goal.high])] : [];
  }

  protected override readAttributes(): void {
    this.stand = null;
    super.readAttributes();
  }

  protected override subtitle(): [string | undefined, string] {
    return [this.course?.title, this.timePlaces[0]];
  }

  protected override explain(): readonly Explained[] {
    const { definition: metric, current: result, course } = this;
    return result ? [{ metric, options: this.metricOptions(), result, at: course?.name }] : [];
  }

  /** The groups that make up `current`, where they are known. */
  protected abstract groups(): readonly Group[];

  /** The mark of a group; `score` are the answers in it, where they can be listed. */
  protected markOf(segment: string, score?: readonly (string | number)[]): Mark {
    const { definition, course } = this;
    const values = score && { score };
    const { period = null, since } = course ?? {};
    return { metric: definition.id, segment, period, values, since };
  }

  /** The groups, then the value, by period where there are any. */
  #lines() {
    const { current, course } = this;
    const { period = null, name: at = '–', steps = [] } = course ?? {};
    const name = this.definition.text[this.metricLang].short;
    return [
      ...this.groups().map(([group, n, value]) => {
        return { name: group, period, at, n, value, unit: 'percent' as const, interval: null };
      }),
      ...(current && (period === null || !steps.length) ? [{ ...current, name, period, at }] : []),
      ...steps.map((step) => ({ ...step.result, name, period: step.period, at: step.name })),
    ];
  }

  protected override async bringTable(): Promise<() => TableData> {
    const { groupTable } = await import('./group-table');
    return () => groupTable(this.#lines(), this.language);
  }

  protected override csv(): CsvCell[][] {
    const { words } = this;
    return [
      [words.segment, words.period, 'n', words.value, words.unit, '2.5%', '97.5%'],
      ...this.#lines().map(({ interval, ...line }) => [
        line.name,
        line.period,
        line.n,
        line.value,
        line.unit,
        interval?.[0],
        interval?.[1],
      ]),
    ];
  }

  protected override sentence(): string {
    const { current: result, course, stand, language: lang } = this;
    if (!result) return '';
    return gaugeSentence({
      name: this.definition.text[this.metricLang].short,
      result,
      target: this.goal,
      status: stand?.status,
      proven: stand?.proven,
      time: course?.title,
      change: course?.change ? courses.here.tellChange(course.change, lang) : '',
      benchmark: this.mark,
      staleMs: this.staleMs,
      lang,
    });
  }

  /** "Below target 90%" and, where the interval says so, "not proven", with its sign. */
  protected statusMark(): TemplateResult | typeof nothing {
    const { stand, goal, current, language: lang } = this;
    if (this.target && this.waiting)
      return statusPill('none', `${this.words.below} ${goal?.value ?? ''}`);
    if (!stand || !goal || !current) return nothing;
    const { status, proven } = stand;
    const said = statusText(status, current.value, goal, current.unit, { lang, withTarget: true });
    return statusPill(toneOf(status), dotted(said, proven === false && this.words.notProven));
  }

  /** The benchmark's name and value, with its ring as the key; in words the sentence has them. */
  protected benchmarkMark(): TemplateResult | typeof nothing {
    const { mark, words, language: lang, current, definition } = this;
    if (!mark) return nothing;
    const unit = (current ?? definition).unit;
    const name = mark.name ?? words.benchmark;
    return html`<p class="bench" aria-hidden="true">
      <svg viewBox="0 0 12 12"><circle class="ring" cx="6" cy="6" r="4" /></svg
      ><span title=${name}>${name}</span
      ><span class="num">${formatValue(mark.value, unit, { lang, sign: unit === 'points' })}</span>
    </p>`;
  }

  /** Arrow, size and proof of the change. */
  protected changeMark(): TemplateResult | typeof nothing {
    const { course, current, words, language: lang } = this;
    const change = course?.change;
    if (this.compare && this.waiting)
      return html`<p class="delta">
        ▲ ${words.points(2, '2,2')} ${this.timePlaces[1]}
        <span class="proof">${words.withinNoise}</span>
      </p>`;
    return change && current
      ? courses.here.drawChange(change, this.direction ?? current.direction, lang)
      : nothing;
  }
}
