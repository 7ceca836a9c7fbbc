/** Tiles for the tests of menu, exports and drill-down. */
import { waitUntil } from '@open-wc/testing';
import '../../src/define/nps-gauge';
import type { MetricElement } from '../../src/elements/metric-element';
import { frames } from '../support/frames';

export const counts = [{ promoters: 431, passives: 172, detractors: 118 }];

export const inside = <E extends Element = HTMLElement>(
  tile: Element,
  selector: string,
): E | null => tile.shadowRoot!.querySelector<E>(selector);

/** Adds a tile to the page and waits until it has drawn. */
export async function tileIn(
  room: Element,
  tag: string,
  given: Record<string, unknown> = { data: counts },
  status = 'ready',
): Promise<MetricElement> {
  const tile = document.createElement(tag) as MetricElement;
  for (const [name, value] of Object.entries(given))
    if (name in tile && typeof value !== 'string') Object.assign(tile, { [name]: value });
    else tile.setAttribute(name, String(value));
  room.append(tile);
  await waitUntil(() => tile.status === status, `<${tag}> is ${status}`, { timeout: 9000 });
  await tile.updateComplete;
  await frames();
  return tile;
}

/** Opens the menu and gives its items by id. */
export async function openMenu(tile: MetricElement): Promise<Map<string, HTMLElement>> {
  inside(tile, '.menu')!.click();
  await waitUntil(() => inside(tile, '.pop'), 'the menu is open', { timeout: 9000 });
  return itemsOf(tile);
}

export function itemsOf(tile: MetricElement): Map<string, HTMLElement> {
  const items = tile.shadowRoot!.querySelectorAll<HTMLElement>('.pop [data-id]');
  return new Map([...items].map((item) => [item.dataset.id!, item]));
}
