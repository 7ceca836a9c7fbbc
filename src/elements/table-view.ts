import { html, nothing, type TemplateResult } from 'lit';
import { adopt } from '../styles/adopt';
import { tileExtras } from '../styles/tile-extras';
import { catalogueFor } from '../text/catalogue';
import { formatNumber } from '../text/format';
import { allWords } from '../text/later';
import { announce } from './live-region';
import type { TableData } from './table-data';
import type { Tile } from './tile';

/** Text that stands in columns of figures. */
const isFigure = (text: string): boolean =>
  /^[−+±<>≤≥]?\s*(\d|[A-Z]{0,3}[\s\u00a0$€£]*\d)|^–$/.test(text);

/** The numbers behind a picture as a table; scrolls in the room the picture had. */
export function tableView({ head, rows, more }: TableData, lang: string): TemplateResult {
  const figures = head.map((_, i) => i > 0 && rows.every((row) => isFigure(row[i] ?? '–')));
  const side = (i: number): string => (figures[i] ? 'end' : '');
  return html`<div class="view" tabindex="0" role="region" aria-label=${allWords(lang).table}>
    <table part="table" aria-labelledby="h">
      <thead>
        <tr>
          ${head.map((cell, i) => html`<th scope="col" class=${side(i)}>${cell}</th>`)}
        </tr>
      </thead>
      <tbody>
        ${rows.map(
          (row) =>
            html`<tr>
              ${row.map((cell, i) => (i ? html`<td class=${side(i)}>${cell}</td>` : html`<th scope="row">${cell}</th>`))}
            </tr>`,
        )}
      </tbody>
    </table>
    ${more ? html`<p class="notes muted">${catalogueFor(lang).andMore(formatNumber(more, lang))}</p>` : nothing}
  </div>`;
}

/** Whether a key is no letter that is written; what no key asked for is meant. */
export const isShortcut = (event?: KeyboardEvent, target?: EventTarget | null): boolean =>
  !event ||
  !(
    event.ctrlKey ||
    event.metaKey ||
    event.altKey ||
    /^(input|select|textarea)$/.test((target as Element).localName)
  );

/**
 * Changes between picture and table in the same room, once what makes the table is there. The focus
 * goes to the table; a picture that comes back is told of.
 */
export async function swap(
  { host, root, tableOpen, sentence }: Tile,
  coming: Promise<() => TableData> | undefined,
  change: (table: (() => TableData) | undefined) => void,
): Promise<void> {
  const table = await coming?.catch(() => null);
  // Code that cannot be had now is asked for again at the next press.
  if (table === null) return;
  const body = root.querySelector<HTMLElement>('.body')!;
  // Nothing to change to: the picture is a table, or a message stands in its place.
  if (body.querySelector(`:scope > .message${tableOpen ? '' : ', :scope > [part~=table]'}`)) return;
  adopt(root, tileExtras);
  const { clientHeight } = body;
  const { activeElement } = root;
  change(table);
  await host.updateComplete;
  const view = body.querySelector<HTMLElement>('.view');
  view?.style.setProperty('--_view', `${Math.max(clientHeight, 120)}px`);
  if (!activeElement) return;
  if (view) return view.focus();
  if (!activeElement.isConnected) root.querySelector<HTMLElement>('.menu')?.focus();
  announce(root, sentence());
}
