import { html, type TemplateResult } from 'lit';
import type { Benchmark } from '../data/schema';
import type { Unit } from '../metrics/metric';
import { adopt } from '../styles/adopt';
import { benchmarkStyle } from '../styles/benchmark';
import { catalogueFor } from '../text/catalogue';
import { formatValue } from '../text/format';

/** The benchmark's name and value below the picture, with its ring as the key. */
export function drawBenchmark(
  tile: Element,
  { value, name = '' }: Benchmark,
  unit: Unit,
  lang: string,
): TemplateResult {
  adopt(tile.shadowRoot, benchmarkStyle);
  const said = name || catalogueFor(lang).benchmark;
  return html`<p class="bench" aria-hidden="true">
    <svg viewBox="0 0 12 12"><circle class="ring" cx="6" cy="6" r="4" /></svg
    ><span title=${said}>${said}</span
    ><span class="num">${formatValue(value, unit, { lang, sign: unit === 'points' })}</span>
  </p>`;
}
