import { html, nothing, type TemplateResult } from 'lit';
import type { CsvCell } from '../export/csv';
import type { Metric, MetricOptions, Result, Unit } from '../metrics/metric';
import { RowFold, type Cell } from '../metrics/row-fold';
import type { TargetStatus } from '../metrics/target';
import { dotted } from '../text/format';
import { gaugeSentence } from '../text/sentence';
import { statusText, type StatusName } from '../text/status';
import type { Course } from './course';
import type { Mark } from './drill-down';
import { MetricElement } from './metric-element';
import { hold } from './hold';
import { benchmarks, courses } from './on-demand';
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
    return [
      ...super.needs(rows),
      this.#hasCourse && courses.bring(),
      this.benchmark && benchmarks.bring(),
    ];
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
    return [this.course?.title, this.timePlace];
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

  get #unit(): Unit {
    return (this.current ?? this.definition).unit;
  }

  /** "Below target 90%" and, where the interval says so, "not proven", with its sign. */
  protected statusMark(): TemplateResult | typeof nothing {
    if (!this.target) return nothing;
    const { stand, goal, current, words, language: lang } = this;
    const say = (status: StatusName, value: number, proven: boolean | null) => {
      const said = goal && statusText(status, value, goal, this.#unit, { lang, withTarget: true });
      return dotted(said, proven === false && words.notProven);
    };
    const pill =
      stand && statusPill(toneOf(stand.status), say(stand.status, current!.value!, stand.proven));
    return hold(say('missed', -Infinity, false), pill, 'told');
  }

  /** The benchmark's name and value, with its ring as the key; in words the sentence has them. */
  protected benchmarkMark(): TemplateResult | typeof nothing {
    if (!this.benchmark) return nothing;
    const { mark } = this;
    return mark && benchmarks.isHere
      ? benchmarks.here.drawBenchmark(this, mark, this.#unit, this.language)
      : html`<p class="sub bench"> </p>`;
  }

  /** Arrow, size and proof of the change. */
  protected changeMark(): TemplateResult | typeof nothing {
    if (!this.compare) return nothing;
    const direction = this.direction ?? this.current?.direction;
    return courses.isHere
      ? courses.here.drawChange(this.course?.change, direction, this, this.language)
      : hold('–\n–');
  }
}
