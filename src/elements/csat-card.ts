import { html, nothing, svg, type TemplateResult } from 'lit';
import { lengths } from '../charts/bars';
import { sparkline } from '../charts/sparkline';
import { csatRule } from '../metrics/csat-rule';
import type { Metric, MetricOptions, Result } from '../metrics/metric';
import { bringMeans, metricAtHand } from '../metrics/on-demand';
import { formatMargin, formatValue } from '../text/format';
import type { Mark } from './drill-down';
import { SingleMetricElement, type Group } from './single-metric';
import { csatCardStyle } from '../styles/csat-card';

const spark = { width: 120, height: 44 };

const isStep = (name: string): boolean => Number.isFinite(Number(name));

/**
 * Customer satisfaction: the share of satisfied answers with its interval,
 * status against the target, change, the distribution over the scale's steps
 * and its course.
 *
 * @summary Share of satisfied customers with distribution and course.
 * @fires load - After data was drawn; `detail` is the Result.
 * @fires error - Data could not be had or read; `detail` has code, status, url, issues, message. Does not bubble.
 * @fires metric-select - A step was chosen; `detail` has metric, segment, period, filter. Bubbles.
 * @csspart frame - The tile.
 * @csspart heading - Its title.
 * @csspart value - The big number.
 * @csspart delta - The change.
 * @csspart status - The status against the target.
 * @csspart chart - The course over time.
 * @csspart legend - The distribution over the scale's steps.
 * @csspart footer - n and the age of the data.
 * @csspart menu - The menu button.
 * @csspart table - The table view.
 * @cssproperty --metrik-good - Colour of satisfied answers and of a target that is met.
 * @cssproperty --metrik-bad - Colour of dissatisfied answers and of a target that is missed.
 * @cssproperty --metrik-warn - Colour of what is near its limit.
 * @cssproperty --metrik-accent - Colour of lines and focus.
 * @cssproperty --metrik-neutral - Colour of the steps between.
 * @cssproperty --metrik-surface - The tile's background.
 * @cssproperty --metrik-border - Its border.
 * @cssproperty --metrik-track - What is not filled.
 * @cssproperty --metrik-text - Text.
 * @cssproperty --metrik-muted - Less important text.
 * @cssproperty --metrik-radius - Radius of its corners.
 * @cssproperty --metrik-gap - Its padding, by which other distances go.
 */
export class CsatCard extends SingleMetricElement {
  static override readonly inputs = [
    ...SingleMetricElement.inputs,
    'scale',
    'satisfiedFrom',
    'method',
  ];

  static override styles = [...SingleMetricElement.styles, csatCardStyle];
  static override properties = {
    scale: {},
    satisfiedFrom: { attribute: 'satisfied-from' },
    method: {},
  };

  /** Answer scale: `1-5` (default), `1-7`, `1-10`, `good-bad`. */
  scale?: string;
  /** Lowest score that counts as satisfied; default: the top two steps. */
  satisfiedFrom?: number | string;
  /** `top-two-box` (default) or `mean`. */
  method?: string;

  /** Which answers are satisfied. */
  #rule = csatRule({});

  protected override get definition(): Metric {
    return metricAtHand('csat')!;
  }

  protected override metricOptions(): MetricOptions {
    const options = super.metricOptions();
    if (this.scale) options.scale = this.scale;
    const from = this.satisfiedFrom ?? '';
    // What is no number goes on as text, so that the metric names it.
    if (from !== '') options.satisfiedFrom = (Number.isNaN(+from) ? from : +from) as number;
    if (this.method) options.method = this.method;
    return options;
  }

  protected override needs(rows: readonly unknown[] | null): unknown[] {
    return [...super.needs(rows), bringMeans(`${this.method} ${this.options}`)];
  }

  protected override readAttributes(): void {
    super.readAttributes();
    this.#rule = csatRule(this.metricOptions());
  }

  /** Which answers count, of which scale; of a value from elsewhere only what the page says. */
  #ruleText(): string {
    const { words, current } = this;
    const { high, from, mean, words: isGoodBad } = this.#rule;
    const isKnown = this.waiting || !!this.scale || Object.keys(current?.parts ?? {}).some(isStep);
    if (isGoodBad) return current && !current.parts ? '' : words.shareOfGood;
    if (!isKnown) return '';
    const scale = `${high}`;
    return mean
      ? words.meanOf(scale)
      : words.scored(from === high ? scale : `${from}–${high}`, scale);
  }

  protected override draw(): TemplateResult {
    const { current: result, language: lang } = this;
    const unit = result?.unit ?? 'percent';
    return html`<p class="sr">${this.spoken}</p>
      <div class="card">
        <div>
          <div class="top" aria-hidden="true">
            <div class="big" part="value">
              ${formatValue(result?.value ?? null, unit, { lang })}
            </div>
            ${this.#course()}
          </div>
          <div class="says">${this.statusMark()} ${this.changeMark()} ${this.benchmarkMark()}</div>
          ${this.#basis(result)}
        </div>
        ${this.#steps(result)}
      </div>`;
  }

  /** How far the figure may be off, and what it counts. */
  #basis(result: Result | null): unknown {
    const rule = this.#ruleText();
    const margin = this.waiting
      ? `± ${this.words.points(2, '2,2')}`
      : result?.interval && formatMargin(result, { lang: this.language });
    if (!margin && !rule) return nothing;
    return html`<p class="sub basis">
      ${margin ? html`<span class="num" aria-hidden="true">${margin} · 95%</span>` : nothing}
      ${rule && html`<span class="rule">${rule}</span>`}
    </p>`;
  }

  #course(): unknown {
    const isComing = this.waiting && (this.interval || this.compare === 'previous');
    const steps = this.course?.steps ?? [];
    if (steps.length < 2 && !isComing) return nothing;
    const shape = sparkline(
      steps.map((step) => step.result.value),
      spark.width,
      spark.height,
      this.aims,
    );
    return html`<svg
      class="spark"
      part="chart"
      viewBox="0 0 ${spark.width} ${spark.height}"
      preserveAspectRatio="none"
      aria-hidden="true"
    >
      <path class="goal" d=${shape.targets.map((y) => `M0,${y}H${spark.width}`).join('')} />
      <path class="course" d=${shape.path} />
      ${shape.last ? svg`<circle class="dot" r="3" cx=${shape.last.x} cy=${shape.last.y} />` : nothing}
    </svg>`;
  }

  /** Scale steps, the best first, with how they count. */
  #parts(
    result: Result | null,
  ): { name: string; count: number; share: number | null; tone: 'good' | 'bad' | 'none' }[] {
    const { low, high, from: satisfied } = this.#rule;
    const steps = high - low + 1;
    // While there is no answer the steps of the scale hold their places.
    const parts = Object.entries(
      result?.parts ??
        (result ? {} : Object.fromEntries(Array.from({ length: steps }, (_, i) => [i + 1, 0]))),
    );
    // As they come parts rise from the worst; whole-number keys are sorted so by the language.
    parts.reverse();
    const total = parts.reduce((sum, [, count]) => sum + count, 0);
    const middle = parts.length ? (Number(parts[0]![0]) + 1) / 2 : 0;
    return parts.map(([name, count]) => ({
      name,
      count,
      share: total ? (count / total) * 100 : null,
      tone:
        name === 'good' || Number(name) >= satisfied
          ? 'good'
          : name === 'bad' || Number(name) < middle
            ? 'bad'
            : 'none',
    }));
  }

  /** A group in the reader's words; a step is its own name. */
  #nameOf(name: string): string {
    return isStep(name) ? name : this.words[name as 'good' | 'bad' | 'satisfied' | 'other'];
  }

  #markOf(name: string): Mark {
    const known = isStep(name) ? [Number(name)] : /^(good|bad)$/.test(name) ? [name] : undefined;
    return this.markOf(name, known);
  }

  #steps(result: Result | null): unknown {
    const parts = this.#parts(result);
    if (!parts.length) return nothing;
    const { language: lang } = this;
    const runs = lengths(
      parts.map((p) => p.share),
      100,
    );
    return html`<dl part="legend" class="steps">
      ${parts.map(
        (p, i) =>
          html`<div class=${p.tone}>
            <dt>
              ${this.choice(isStep(p.name) ? `${p.name} ★` : this.#nameOf(p.name), () => this.#markOf(p.name))}
            </dt>
            <dd aria-hidden="true">
              <svg class="step">
                <rect class="rail" width="100%" height="8" rx="4" />
                <rect class="run" width="${runs[i]!}%" height="8" rx="4" />
              </svg>
            </dd>
            <dd>${formatValue(p.share, 'percent', { lang })}</dd>
          </div>`,
      )}
    </dl>`;
  }

  protected override groups(): readonly Group[] {
    return this.current
      ? this.#parts(this.current).map((p) => [this.#nameOf(p.name), p.count, p.share])
      : [];
  }
}
