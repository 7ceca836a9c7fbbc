import { html, nothing, type TemplateResult } from 'lit';
import type { Comparison } from '../metrics/compare';
import type { Metric, MetricOptions, Result } from '../metrics/metric';
import { Tabulation, type Cell } from '../metrics/tabulate';
import type { TargetStatus } from '../metrics/target';
import { previousPeriod, readInterval } from '../metrics/time';
import {
  changeArrow,
  formatDelta,
  formatInterval,
  formatNumber,
  formatP,
  formatPeriod,
  formatValue,
} from '../text/format';
import { gaugeSentence } from '../text/sentence';
import { statusText } from '../text/status';
import { blank } from './blank';
import type { Mark } from './drill-down';
import { MetricElement, type TableData } from './metric-element';
import { comparing } from './on-demand';
import { statusPill, toneOf, type Tone } from './status-pill';
import type { Explained } from './tile';

/** Answers that belong together: their name, number and share in percent. */
export type Group = readonly [name: string, count: number, share: number | null];

/** What a value changed from, and by how much. */
export interface Change {
  comparison: Comparison;
  /** In the reader's words: "Mei 2026", "before". */
  from: string;
}

/**
 * An element that shows one metric's value, with its change from the previous
 * period or from before a date, and its course over the periods.
 */
export abstract class SingleMetricElement extends MetricElement {
  /** The result on the face. */
  protected current: Result | null = null;
  protected change: Change | null = null;
  /** Where `current` stands against the target. */
  protected stand: TargetStatus | null = null;
  /** Period of `current`, where the face shows one period. */
  protected period: string | null = null;
  /** The metric by period, when `interval` is set. */
  protected course: Cell[] = [];

  /** The metric of this element. */
  protected abstract get definition(): Metric;

  protected override get defaultHeading(): string {
    return this.definition.text[this.metricLang].name;
  }

  protected override plan(options: MetricOptions): Tabulation[] {
    const metric = this.definition;
    const interval = this.interval && readInterval(this.interval);
    const total = new Tabulation({ metric, ...options });
    const split = this.#split();
    if (split)
      return [
        total,
        new Tabulation({ metric, ...options, to: split }),
        new Tabulation({ metric, ...options, from: split }),
        ...(interval ? [new Tabulation({ metric, ...options, interval })] : []),
      ];
    // Set to nothing is not the same as not set: then there is no course.
    const course = interval ?? (this.compare ? 'month' : '');
    return course ? [total, new Tabulation({ metric, ...options, interval: course })] : [total];
  }

  protected override measure(cells: Cell[][]): Result | null {
    const split = this.#split();
    const total = cells[0]![0]?.result ?? null;
    this.course = (split ? cells[3] : cells[1]) ?? [];
    this.change = null;
    this.period = null;
    this.current = total;
    if (split) {
      const [before, after] = [cells[1]![0]?.result, cells[2]![0]?.result];
      this.current = after ?? total;
      if (before && after)
        this.#compare(before, after, `${this.words.before} ${formatPeriod(split, this.language)}`);
    } else if (this.compare === 'previous') {
      const known = this.course.filter((cell) => cell.period !== null);
      const last = known.at(-1);
      if (last) {
        this.current = last.result;
        this.period = last.period;
        const previous = known.find((cell) => cell.period === previousPeriod(last.period!));
        if (previous)
          this.#compare(
            previous.result,
            last.result,
            formatPeriod(previous.period!, this.language),
          );
      }
    }
    try {
      this.stand = this.current && this.standing(this.current);
    } catch (error) {
      // A target in another unit must not be drawn on this scale.
      this.goal = null;
      throw error;
    }
    return this.current;
  }

  protected override readAttributes(): void {
    this.stand = null;
    super.readAttributes();
  }

  /** The date that `compare` splits at, or `null`. */
  #split(): string | null {
    if (!this.compare || this.compare === 'previous') return null;
    if (!/^\d{4}-\d\d-\d\d$/.test(this.compare))
      throw new RangeError(
        `invalid compare: "${this.compare}"; allowed: previous, or a date such as 2026-06-15`,
      );
    return this.compare;
  }

  #compare(before: Result, after: Result, from: string): void {
    this.change = { comparison: comparing.here.compareWith(this.definition, before, after), from };
  }

  protected override subtitle(): string | undefined {
    const period = this.waiting && this.compare === 'previous' ? '2026-11' : this.period;
    const text = period === null ? undefined : formatPeriod(period, this.language, 'long');
    return this.note ?? (this.waiting && text ? blank(text) : text);
  }

  protected override explain(): readonly Explained[] {
    const { definition: metric, current: result, period } = this;
    const at = period === null ? undefined : formatPeriod(period, this.language);
    return result ? [{ metric, options: this.metricOptions(), result, at }] : [];
  }

  /** The groups that make up `current`, where they are known. */
  protected abstract groups(): readonly Group[];

  /** The mark of a group; `score` are the answers in it, where they can be listed. */
  protected markOf(segment: string, score?: readonly (string | number)[]): Mark {
    const { definition, period } = this;
    const values = score && { score };
    return { metric: definition.id, segment, period, values, since: this.#split() ?? undefined };
  }

  /** The groups, then the value, by period where there are any. */
  protected override table(): TableData {
    const { words, language: lang, current, period, course } = this;
    const name = this.definition.text[this.metricLang].short;
    const lines = [
      ...this.groups().map(([group, n, value]) => {
        return { name: group, period, n, value, unit: 'percent' as const, interval: null };
      }),
      ...(current && (period === null || !course.length) ? [{ ...current, name, period }] : []),
      ...course.map((cell) => ({ ...cell.result, name, period: cell.period })),
    ];
    return {
      head: [words.segment, words.period, 'n', words.value, words.interval],
      rows: lines.map(({ interval, unit, ...line }) => [
        line.name,
        line.period === null ? '–' : formatPeriod(line.period, lang),
        formatNumber(line.n, lang),
        formatValue(line.value, unit, { lang, digits: 1, sign: unit === 'points' }),
        formatInterval(interval, unit, { lang }),
      ]),
      csv: [
        [words.segment, words.period, 'n', words.value, 'unit', '2.5%', '97.5%'],
        ...lines.map(({ interval, ...line }) => [
          line.name,
          line.period,
          line.n,
          line.value,
          line.unit,
          interval?.[0],
          interval?.[1],
        ]),
      ],
    };
  }

  protected override sentence(): string {
    const { current: result, change, stand } = this;
    if (!result) return '';
    return gaugeSentence({
      name: this.definition.text[this.metricLang].short,
      result,
      target: this.goal,
      status: stand?.status,
      proven: stand?.proven,
      change: change && { ...change.comparison, from: change.from },
      benchmark: this.mark,
      staleMs: this.staleMs,
      lang: this.language,
    });
  }

  /** "Below target 90%" and, where the interval says so, "not proven", with its sign. */
  protected statusMark(): TemplateResult | typeof nothing {
    const { stand, goal, current, language: lang } = this;
    if (this.target && this.waiting)
      return statusPill('none', blank(`${this.words.below} ${goal?.value ?? ''}`));
    if (!stand || !goal || !current) return nothing;
    const { status, proven } = stand;
    const said = statusText(status, current.value, goal, current.unit, { lang, withTarget: true });
    return statusPill(
      toneOf(status),
      proven === false ? `${said} · ${this.words.notProven}` : said,
    );
  }

  /** The benchmark's name and value, with its ring as the key. */
  protected benchmarkMark(): TemplateResult | typeof nothing {
    const { mark, words, language: lang, current, definition } = this;
    if (!mark) return nothing;
    const unit = (current ?? definition).unit;
    const name = mark.name ?? words.benchmark;
    return html`<p class="bench">
      <svg viewBox="0 0 12 12" aria-hidden="true"><circle class="ring" cx="6" cy="6" r="4" /></svg
      ><span title=${name}>${name}</span
      ><span class="num">${formatValue(mark.value, unit, { lang, sign: unit === 'points' })}</span>
    </p>`;
  }

  /** Arrow, size and proof of the change. */
  protected changeMark(): TemplateResult | typeof nothing {
    const { change, current, words, language: lang } = this;
    if (this.compare && this.waiting)
      return html`<p class="delta">
        ${blank(`▲ ${words.changeFrom(words.points(2, '2,2'), 'Okt 2026')}`)}
        <span class="proof">${blank(words.withinNoise)}</span>
      </p>`;
    if (!change || !current || change.comparison.delta === null) return nothing;
    const { delta, p, significant } = change.comparison;
    const direction = this.direction ?? current.direction;
    const tone: Tone =
      !significant || direction === 'none' || direction === 'range' || delta === 0
        ? 'none'
        : delta > 0 === (direction === 'up')
          ? 'good'
          : 'bad';
    const proof =
      significant === null
        ? ''
        : significant
          ? words.realChange(formatP(p, lang))
          : words.withinNoise;
    return html`<p part="delta" class="delta ${tone}">
      ${changeArrow(delta)}
      ${words.changeFrom(formatDelta(delta, current.unit, { lang }), change.from)}
      <span class="proof">${proof}</span>
    </p>`;
  }
}
