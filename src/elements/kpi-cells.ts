/** The cells of the KPI table. */
import { html, nothing, svg, type TemplateResult } from 'lit';
import { bullet } from '../charts/bullet';
import { sparkline } from '../charts/sparkline';
import type { Words } from '../text/catalogue';
import { formatPeriod } from '../text/period';
import type { Column, Editable } from './kpi-columns';
import type { KpiLine } from './kpi-rows';
import { gapText, standingText, targetText, valueText } from './kpi-texts';
import { statusPill, toneOf, type Tone } from './status-pill';

/** What a cell needs of its table. */
export interface KpiView {
  words: Words;
  lang: string;
  /** Name of a line; a link or a button where lines can be chosen. */
  name(line: KpiLine): unknown;
  /** A field to write in, where the table is editable. */
  editor(column: Editable, line: KpiLine): unknown;
}

const spark = { width: 80, height: 26 };

/** One cell of a line; on narrow tiles its label stands before it. */
export function drawCell(column: Column, line: KpiLine, view: KpiView): TemplateResult {
  if (column === 'metric') return html`<th role="rowheader" scope="row">${view.name(line)}</th>`;
  const [look, content] = contentOf(column, line, view);
  return html`<td role="cell" class="${look} ${column}" data-label=${view.words[column]}>
    ${content}
  </td>`;
}

/** Further classes of a cell, and what is in it. */
function contentOf(
  column: Exclude<Column, 'metric'>,
  line: KpiLine,
  view: KpiView,
): [look: string, content: unknown] {
  const { lang, words } = view;
  switch (column) {
    case 'target':
      return ['', html`<bdi>${targetText(line, lang)}</bdi>`];
    case 'gap':
      return ['', html`<bdi part="delta">${gapText(line, lang)}</bdi>`];
    case 'result':
      return [
        'num',
        html`<span><bdi part="value">${valueText(line, lang)}</bdi>${drawBar(line)}</span>`,
      ];
    case 'trend':
      return ['', drawCourse(line, view)];
    case 'status': {
      const said = standingText(line, words, lang);
      return ['', said ? statusPill(lineTone(line), html`<bdi>${said}</bdi>`) : '–'];
    }
    case 'analysis':
    case 'action':
      return ['why', view.editor(column, line) ?? (line[column] || '–')];
    case 'owner':
      return [line.owner ? '' : 'void', line.owner || '–'];
    case 'due':
      return [line.due ? '' : 'void', formatPeriod(line.due, lang) || '–'];
  }
}

const lineTone = ({ standing }: KpiLine): Tone => toneOf(standing?.status ?? 'no-data');

function drawBar(line: KpiLine): unknown {
  const { result, target, scale } = line;
  if (result.value === null) return nothing;
  const shape = bullet({
    value: result.value,
    target: target?.low,
    targetEnd: target?.op === 'range' ? target.high : null,
    low: scale[0],
    high: scale[1],
  });
  const mark = (x: number | null): unknown =>
    x === null ? nothing : svg`<rect class="goal" x="${x}%" y="1" width="2" height="14" />`;
  return html`<svg part="chart" class="bar ${lineTone(line)}" aria-hidden="true">
    <rect class="rail" width="100%" height="6" y="5" rx="3" />
    <rect class="run" x="${shape.start}%" width="${shape.length}%" height="6" y="5" rx="3" />
    ${mark(shape.target)}${mark(shape.targetEnd)}
  </svg>`;
}

function drawCourse(line: KpiLine, { words, lang }: KpiView): unknown {
  const { trend } = line;
  const known = trend.filter((value) => value !== null);
  if (trend.length < 2) return '–';
  const ends = [known[0], known.at(-1)].map((value) => valueText(line, lang, value ?? null));
  const { path, last } = sparkline(trend, spark.width, spark.height);
  return html`<svg
    part="chart"
    class="course"
    viewBox="0 0 ${spark.width} ${spark.height}"
    role="img"
    aria-label=${words.fromTo(ends[0]!, ends[1]!)}
  >
    <path d=${path} />
    ${last ? svg`<circle r="2.5" cx=${last.x} cy=${last.y} />` : nothing}
  </svg>`;
}
