import { html, nothing, svg, type TemplateResult } from 'lit';
import type { LineShape } from '../charts/line';
import { circles } from '../charts/path';
import { formatNumber } from '../text/format';
import { DAY, formatPeriod } from '../text/period';
import { drawKey, lookOf, palette, type TrendView } from './trend-model';
import { happenings, outlooks } from './trend-on-demand';

/** From so many lines on, those without a name are a ground. */
const crowd = 40;

/** Text of a tick, which says no more than the distance between ticks needs, and the year where one begins. */
export function tickText(
  time: number,
  step: number,
  isFirst: boolean,
  least: number,
  lang: string,
): string {
  const iso = new Date(time).toISOString();
  const at = iso.indexOf('T');
  const date = iso.slice(0, at);
  if (step < DAY)
    return formatPeriod(
      iso.slice(at, at + 6) === 'T00:00' ? date : iso.slice(0, at + 6),
      lang,
      'tick',
    );
  if (step < 28 * DAY) return formatPeriod(date, lang, 'tick');
  if (step >= 360 * DAY) return formatPeriod(date.slice(0, -6), lang, 'tick');
  const month = date.slice(0, -3);
  const period =
    least >= 90 * DAY ? `${month.slice(0, -3)}-Q${Math.ceil(+month.slice(-2) / 3)}` : month;
  return formatPeriod(period, lang, isFirst || month.endsWith('-01') ? 'short' : 'tick');
}

/** The lines behind everything. */
export const drawGrid = ({ plot, yTicks }: LineShape): TemplateResult =>
  svg`<path class="grid" d=${yTicks.map(({ y }) => `M${plot.left},${y}H${plot.right}`).join('')} />`;

function drawSeries(view: TrendView, index: number): TemplateResult {
  const { shape, series } = view;
  const { path, tail, ahead, dots, last, band, aheadBand } = shape.series[index]!;
  const area = series.length < 3 ? band + aheadBand : '';
  return svg`<g class=${lookOf(index)}>
    ${area ? svg`<path class="area" d=${area} />` : nothing}
    <path class="path" d=${path} />
    ${tail ? svg`<path class="path open" d=${tail} />` : nothing}
    ${ahead ? svg`<path class="path ahead" d=${ahead} />` : nothing}
    ${dots.length ? svg`<path class="dot" d=${circles(dots, 2.5)} />` : nothing}
    ${last?.isEnd ? svg`<circle class="dot ${tail ? 'hollow' : ''}" r="3.5" cx=${last.x} cy=${last.y} />` : nothing}
  </g>` as TemplateResult;
}

/** The chart itself, as the contents of an `<svg>`. */
export function drawMarks(view: TrendView): TemplateResult {
  const { shape, series } = view;
  const { left, right, bottom } = shape.plot;
  const rest = shape.series
    .slice(palette)
    .map((s) => s.path + s.tail + circles(s.dots, 1))
    .join('');
  return svg`${shape.yTicks.map((t) => svg`<text class="text" x=${left - 6} y=${t.y + 4} text-anchor="end">${t.text}</text>`)}
    ${shape.xTicks.map((t) => svg`<text class="text" x=${t.x} y=${bottom + 18} text-anchor="middle">${t.text}</text>`)}
    ${shape.target ? svg`<path class="goal" d=${shape.target} />` : nothing}
    ${shape.benchmark === null ? nothing : svg`<path class="bench" d="M${left},${shape.benchmark}H${right}" />`}
    ${rest ? svg`<path class="path rest ${series.length > crowd ? 'crowd' : ''}" d=${rest} />` : nothing}
    ${series.slice(0, palette).map((_, i) => drawSeries(view, i))}
    ${shape.events.length ? happenings.here.drawEvents(view) : nothing}
    ${series.some((one) => one.hasUnusual) ? outlooks.here.drawUnusual(view) : nothing}
    ${
      shape.labelsFit
        ? shape.labels.map(
            ({ text, y, of, index }) =>
              svg`<text class="text ${of === 'series' ? `name ${lookOf(index)}` : of === 'target' ? 'goal-text' : ''}" part=${of === 'series' ? 'value' : nothing} x=${right + 8} y=${y + 4}>${text}</text>`,
          )
        : nothing
    }` as TemplateResult;
}

/** The names of the lines with their looks, where they do not fit beside them, and how many have none. */
export function drawLegend({ shape, series, words, format, nameOf }: TrendView): unknown {
  const more = series.length - palette;
  const labels = shape.labelsFit ? [] : shape.labels;
  if (!labels.length && more <= 0) return nothing;
  return html`<div part="legend" class="legend" aria-hidden="true">
    ${labels.map(
      ({ text, of, index }) =>
        html`<span
          class=${lookOf(index)}
          title=${of === 'series' ? nameOf(series[index]!) : nothing}
          >${drawKey(of === 'series' ? 'path' : of === 'target' ? 'goal' : 'bench')}${text}</span
        >`,
    )}
    ${more > 0 ? html`<span class="rest">${drawKey('path rest')}${words.andMore(formatNumber(more, format.lang))}</span>` : nothing}
  </div>`;
}

/** What has the focus while the chart is read, and what screen readers meet: a slider along time. */
export const drawSlider = (label: string, spoken: string): TemplateResult =>
  html`<div
    class="read"
    tabindex="0"
    role="slider"
    aria-label=${label}
    aria-valuenow="0"
    aria-valuetext=${spoken}
  ></div>`;
