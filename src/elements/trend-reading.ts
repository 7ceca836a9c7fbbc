/** Reading the chart point by point: crosshair, values beside it, and the words for those who listen. */
import { html, nothing, render, svg, type TemplateResult } from 'lit';
import type { Span } from '../charts/zoom';
import { formatInterval, formatMargin, formatNumber, formatValue } from '../text/format';
import { allWords } from '../text/later';
import { formatPeriod } from '../text/period';
import { choiceInDrawing } from './drill-down';
import { lengthOf, nearestTo, pointAt, type TrendPoint, type TrendSeries } from './trend-series';
import { drawKey, lookOf, palette, type TrendHost, type TrendView } from './trend-model';

/** The point being read: a series by its place, and the position in it. */
export interface Place {
  series: number;
  at: number;
}

export interface Reading extends Place {
  point: TrendPoint;
}

/** "NPS +38 ± 4.6", and how many answers that is. */
export function pointWords(
  { nameOf, unit, format, words }: TrendView,
  series: TrendSeries,
  point: TrendPoint,
): { text: string; n: string } {
  const name = nameOf(series);
  const { result } = point;
  if (!result || point.y === null) return { text: `${name}: ${words.noData}`, n: '' };
  const value = formatValue(point.y, unit, { ...format, sign: unit === 'points' });
  if (point.ahead)
    return {
      text: `${allWords(format.lang).forecast}: ${name} ${value} (${formatInterval(result.interval, unit, format)})`,
      n: '',
    };
  const margin = result.interval ? ` ${formatMargin(result, format)}` : '';
  return {
    text: `${name} ${value}${margin}${point.unusual ? ` · ${allWords(format.lang).unusual}` : ''}`,
    n: result.n ? `n = ${formatNumber(result.n, format.lang)}` : '',
  };
}

/** The period of a point, and whether it is not over. */
export function periodWords(
  { format, words, openPeriod }: TrendView,
  { period, ahead }: TrendPoint,
): string[] {
  const text = formatPeriod(period, format.lang, 'long');
  return !ahead && period === openPeriod ? [text, words.partial] : [text];
}

/** Events of the period that begins at a point. */
function eventsAt({ events, series }: TrendView, { series: line, at, point }: Reading): string[] {
  const next = pointAt(series[line]!, at + 1);
  return events
    .filter(({ x }) => x >= point.x && (next ? x < next.x : false))
    .map(({ text }) => text);
}

/** What a key press says. */
export function spokenWords(view: TrendView, reading: Reading): string {
  const { text, n } = pointWords(view, view.series[reading.series]!, reading.point);
  return [...periodWords(view, reading.point), text, n, ...eventsAt(view, reading)]
    .filter(Boolean)
    .join(', ');
}

/** "January 2024 to March 2024": what is in sight. */
export function windowWords({ series: [first], format, words }: TrendView, window: Span): string {
  const [from, to] = window.map((time) => {
    const point = first && pointAt(first, nearestTo(first, time));
    return point ? formatPeriod(point.period, format.lang, 'long') : '';
  });
  return words.to(from!, to!);
}

/** One point of each series at the time of the one being read, that one included. */
export function pointsBeside(
  { series }: TrendView,
  { series: active, at, point }: Reading,
): Reading[] {
  return series.flatMap((one, line) => {
    if (line === active) return { series: line, at, point };
    const position = nearestTo(one, point.x);
    const other = position < 0 ? undefined : pointAt(one, position);
    // A series with other times has nothing to say here, unless it has a million of them.
    return other && (other.x === point.x || one.many)
      ? { series: line, at: position, point: other }
      : [];
  });
}

export const readingAt = ({ series }: TrendView, { series: line, at }: Place): Reading | null => {
  const one = series[line];
  const point = one && at >= 0 && at < lengthOf(one) ? pointAt(one, at) : undefined;
  return point ? { series: line, at, point } : null;
};

/** Draws crosshair, rings and the box of values; `selected` is the stretch being dragged over. */
export function drawReading(
  over: HTMLElement,
  host: TrendHost,
  reading: Reading | null,
  selected: readonly [number, number] | null,
): void {
  const { view } = host;
  if (!view || (!reading && !selected)) return void render(nothing, over);
  const { shape } = view;
  const { top, bottom } = shape.plot;
  const beside = reading ? pointsBeside(view, reading) : [];
  const x = reading ? shape.xOf(reading.point.x) : 0;
  render(
    html`<svg viewBox="0 0 ${view.size.join(' ')}" preserveAspectRatio="none">
        ${
          selected
            ? svg`<path class="select" d="M${selected[0]},${top}H${selected[1]}V${bottom}H${selected[0]}z" />`
            : nothing
        }
        ${reading ? svg`${band(view, reading)}<path class="cross" d="M${x},${top}V${bottom}" />` : nothing}
        ${beside.map(({ series, point }) => {
          const isActive = series === reading!.series;
          if (point.y === null || (series >= palette && !isActive)) return nothing;
          const ring = svg`<circle class="ring ${lookOf(series)}" r=${isActive ? 5.5 : 4} cx=${shape.xOf(point.x)} cy=${shape.yOf(point.y)} />`;
          const mark = isActive ? host.markOf(view.series[series]!, point) : null;
          return mark ? choiceInDrawing(host, ring, mark) : ring;
        })}</svg
      >${reading && !selected ? box(view, reading, beside) : nothing}`,
    over,
  );
  const tip = over.querySelector<HTMLElement>('.tip');
  if (tip && reading) place(tip, view, reading);
}

/** The line being read, and its interval, among many whose intervals would hide each other. */
function band({ shape, series }: TrendView, { series: line }: Reading): unknown {
  const drawn = shape.series[line];
  if (!drawn || series.length < 3) return nothing;
  return svg`<g class=${lookOf(line)}>${drawn.band ? svg`<path class="area" d=${drawn.band} />` : nothing}${line >= palette ? svg`<path class="path" d=${drawn.path} />` : nothing}</g>`;
}

/** The values at the crosshair, as many as there is room for, the one being read always. */
function box(view: TrendView, reading: Reading, beside: readonly Reading[]): TemplateResult {
  const { shape, words, format, series, benchmark } = view;
  const room = Math.max(1, Math.floor((shape.plot.bottom - 40) / 22));
  const others = beside.filter((one) => one.series !== reading.series && one.point.y !== null);
  const kept = new Set([reading, ...others.slice(0, room - 1)].map((one) => one.series));
  const shown = beside.filter((one) => kept.has(one.series));
  const more = beside.length - shown.length;
  return html`<div class="tip" dir=${words.dir} lang=${format.lang}>
    <strong>${periodWords(view, reading.point).join(' · ')}</strong>
    ${shown.map(({ series: line, point }) => {
      const { text, n } = pointWords(view, series[line]!, point);
      return html`<p
        class="${lookOf(line)} ${line === reading.series && shown.length > 1 ? 'on' : ''}"
      >
        ${drawKey('path')}<bdi>${text}</bdi> <span class="muted">${n}</span>
      </p>`;
    })}
    ${more > 0 ? html`<p class="muted">${words.andMore(formatNumber(more, format.lang))}</p>` : nothing}
    ${benchmark ? html`<p>${drawKey('bench')}${benchmark}</p>` : nothing}
    ${eventsAt(view, reading).map((text) => html`<p class="muted">${text}</p>`)}
  </div>`;
}

/** Beside the crosshair, or where there is no room, above or below the point; always inside the plot. */
function place(tip: HTMLElement, { shape, size }: TrendView, { point }: Reading): void {
  const { offsetWidth: width, offsetHeight: height } = tip;
  const { clientWidth: all, clientHeight: tall } = tip.parentElement!.parentElement!;
  const scale = all / size[0];
  // The ring grows with the chart's letters.
  const gap = 12 * scale;
  const x = shape.xOf(point.x) * scale;
  const after = x + gap + width <= all;
  const beside = after || x - gap - width >= 0;
  const left = after ? x + gap : beside ? x - gap - width : (all - width) / 2;
  const y = shape.yOf(point.y ?? 0) * scale;
  const above = y > tall / 2;
  const top = beside ? shape.plot.top * scale + 4 : above ? y - height - gap : y + gap;
  tip.style.setProperty('left', `${Math.max(0, Math.min(all - width, left))}px`);
  tip.style.setProperty('top', `${Math.max(0, Math.min(tall - height, top))}px`);
}

/** The way back from what was zoomed. */
export function drawReset(host: TrendHost, lang: string): TemplateResult {
  const showAll = (): void => {
    host.zoomTo(null);
    host.renderRoot.querySelector<HTMLElement>('.read')?.focus();
  };
  return html`<button class="retry reset" @click=${showAll}>${allWords(lang).resetZoom}</button>`;
}

/** The ring of the point being read is a link, or tells the page, where marks can be chosen. */
export function choosePoint(plot: HTMLElement): boolean {
  const mark = plot.querySelector('.over .chosen');
  mark?.dispatchEvent(new MouseEvent('click', { bubbles: true, cancelable: true, composed: true }));
  return !!mark;
}
