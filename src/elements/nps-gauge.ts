import { html, nothing, svg, type TemplateResult } from 'lit';
import { stack, type Stretch } from '../charts/bars';
import { gauge, type GaugeShape } from '../charts/gauge';
import type { Metric, Result } from '../metrics/metric';
import { npsBrief } from '../metrics/nps-brief';
import { formatMargin, formatNumber, formatValue } from '../text/format';
import { SingleMetricElement, type Group } from './single-metric';
import { npsGaugeStyle } from '../styles/nps-gauge';

const groups = ['detractors', 'passives', 'promoters'] as const;
const scores = { detractors: [0, 1, 2, 3, 4, 5, 6], passives: [7, 8], promoters: [9, 10] };
const ranges = { detractors: '0–6', passives: '7–8', promoters: '9–10' };

/** A path is the cheapest of SVG's shapes: a `<rect>` costs three times as much to make. */
const block = ({ start, length }: Stretch): string => `M${start},0h${length}v8H${start}z`;

/**
 * The Net Promoter Score on −100..100 with its interval, target, benchmark and
 * change, and promoters, passives and detractors as a bar.
 *
 * @summary Net Promoter Score with its interval, target and groups.
 * @fires load - After data was drawn; `detail` is the Result.
 * @fires error - Data could not be had or read; `detail` has code, status, url, issues, message. Does not bubble.
 * @fires metric-select - A group was chosen; `detail` has metric, segment, period, filter. Bubbles.
 * @csspart frame - The tile.
 * @csspart heading - Its title.
 * @csspart value - The big number.
 * @csspart delta - The change.
 * @csspart status - The status against the target.
 * @csspart chart - The drawing.
 * @csspart legend - The groups with their shares.
 * @csspart footer - n and the age of the data.
 * @csspart menu - The menu button.
 * @csspart table - The table view.
 * @cssproperty --metrik-good - Colour of promoters and of a target that is met.
 * @cssproperty --metrik-bad - Colour of detractors and of a target that is missed.
 * @cssproperty --metrik-warn - Colour of what is near its limit.
 * @cssproperty --metrik-accent - Colour of lines and focus.
 * @cssproperty --metrik-neutral - Colour of passives and benchmarks.
 * @cssproperty --metrik-surface - The tile's background.
 * @cssproperty --metrik-border - Its border.
 * @cssproperty --metrik-track - What is not filled.
 * @cssproperty --metrik-text - Text.
 * @cssproperty --metrik-muted - Less important text.
 * @cssproperty --metrik-radius - Radius of its corners.
 * @cssproperty --metrik-gap - Its padding, by which other distances go.
 */
export class NpsGauge extends SingleMetricElement {
  static override styles = [...SingleMetricElement.styles, npsGaugeStyle];

  protected override get definition(): Metric {
    return npsBrief as Metric;
  }

  protected override draw(): TemplateResult {
    const { current: result, language: lang } = this;
    const value = result?.value ?? null;
    const { aims, mark: benchmark } = this;
    const shape = gauge({
      low: -100,
      high: 100,
      value,
      interval: result?.interval,
      targets: aims,
      benchmark: benchmark?.value ?? null,
    });
    const { targets: ticks, benchmark: ring } = shape;
    // The scale never changes, so what `dial` gives stands in the template.
    return html`<div class="dial" role="img" aria-label=${this.spoken}>
        <svg
          part="chart"
          class=${value !== null && value < 0 ? 'below' : nothing}
          viewBox="0 0 200 148"
          aria-hidden="true"
        >
          <path class="arc track" d="M29.53,124.47A76,76,0,1,1,170.47,124.47" />
          <path class="arc fill" d=${shape.fill} />
          <path class="arc band" d=${shape.band} />
          <line class="zero" x1="100" y1="27" x2="100" y2="13" />
          <text class="text" x="100" y="7" .textContent=${shape.zeroHidden ? '' : '0'}></text>
          <text class="text" x="29.53" y="141.47">−100</text>
          <text class="text" x="170.47" y="141.47">100</text>
          ${ring || aims.length ? this.#marks(ring, ticks, aims) : nothing}
        </svg>
        <div class="center" aria-hidden="true">
          <div
            class="big"
            part="value"
            .textContent=${formatValue(value, 'points', { lang, sign: true })}
          ></div>
          <div
            class="sub num"
            .textContent=${result?.interval ? `${formatMargin(result, { lang })} · 95%` : ''}
          ></div>
        </div>
        ${this.benchmarkMark()}
      </div>
      <div class="groups">${this.changeMark()}${this.statusMark()}${this.#groups(result)}</div>`;
  }

  /** The ring of the benchmark, and the ticks of the target with their numbers, where two have room. */
  #marks(
    ring: GaugeShape['benchmark'],
    ticks: GaugeShape['targets'],
    aims: readonly number[],
  ): TemplateResult {
    return svg`${ring ? svg`<circle class="ring" r="4.5" cx=${ring.cx} cy=${ring.cy} />` : nothing}${ticks.map(
      (aim, i) =>
        svg`<line class="goal" x1=${aim.x1} y1=${aim.y1} x2=${aim.x2} y2=${aim.y2} /><text class="text goal-text" x=${aim.tx} y=${aim.ty} text-anchor=${aim.anchor}>${i && aims[1]! - aims[0]! < 15 ? '' : formatNumber(aims[i]!, this.language)}</text>`,
    )}`;
  }

  /** Written out, not mapped: a template of its own for each group would double what a gauge costs. */
  #groups(result: Result | null): unknown {
    // A ready value says nothing about its groups.
    if (result && result.promoters === undefined) return nothing;
    const { language: lang } = this;
    const { detractors = 0, passives = 0, promoters = 0 } = result ?? {};
    const total = detractors + passives + promoters;
    const [low, middle, high] = stack([detractors, passives, promoters]) as [
      Stretch,
      Stretch,
      Stretch,
    ];
    const name = (group: (typeof groups)[number]): unknown =>
      this.choice(this.words[group], () => this.markOf(group, scores[group]));
    const size = (count: number): string => formatNumber(result && count, lang);
    const share = (count: number): string =>
      formatValue(total ? (count / total) * 100 : null, 'percent', { lang, digits: 0 });
    return html`<svg class="bar" viewBox="0 0 100 8" preserveAspectRatio="none" aria-hidden="true">
        <path class="detractors" d=${block(low)} />
        <path class="passives" d=${block(middle)} />
        <path class="promoters" d=${block(high)} />
      </svg>
      <dl part="legend">
        <div>
          <dt class="detractors">${name('detractors')} <span class="num">0–6</span></dt>
          <dd .textContent=${share(detractors)}></dd>
          <dd class="size" .textContent=${size(detractors)}></dd>
        </div>
        <div>
          <dt class="passives">${name('passives')} <span class="num">7–8</span></dt>
          <dd .textContent=${share(passives)}></dd>
          <dd class="size" .textContent=${size(passives)}></dd>
        </div>
        <div>
          <dt class="promoters">${name('promoters')} <span class="num">9–10</span></dt>
          <dd .textContent=${share(promoters)}></dd>
          <dd class="size" .textContent=${size(promoters)}></dd>
        </div>
      </dl>`;
  }

  protected override groups(): readonly Group[] {
    const { words, current } = this;
    const { n = 0, promoters } = current ?? {};
    return promoters === undefined
      ? []
      : groups.map((g) => {
          const count = current![g] ?? 0;
          return [`${words[g]} ${ranges[g]}`, count, n ? (count / n) * 100 : null];
        });
  }
}
