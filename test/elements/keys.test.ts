/** A reader with a keyboard alone, through each tile from its first stop to its last. */
import { expect, waitUntil as waitUntilSoon } from '@open-wc/testing';
import { sendKeys } from '@web/test-runner-commands';
import type { Selection } from '../../src';
import { pause, room, rowsFor, settled, tags, tile, type Tag, type Tile } from './tile';

/** Where Tab stops in each tile whose marks can be chosen, by what a screen reader says. */
const stops: Record<Tag, string[]> = {
  'nps-gauge': ['Menu', 'Detractors', 'Passives', 'Promoters'],
  'csat-card': ['Menu', '5 ★', '4 ★', '3 ★', '2 ★', '1 ★'],
  'kpi-target-table': ['Menu', 'Metric', 'Customer satisfaction', 'First response time'],
  'trend-line': ['Menu', 'Trend'],
};

/** A picture's reader, a menu and a table are fetched with the first key that asks for them. */
const waitUntil = (isTrue: () => unknown, message: string): Promise<void> =>
  waitUntilSoon(isTrue, message, { timeout: 8000 });

const activeIn = (element: Tile): HTMLElement | null =>
  element.shadowRoot!.activeElement as HTMLElement | null;

function nameOf(node: Element): string {
  return (node.getAttribute('aria-label') ?? node.textContent).replace(/\s+/g, ' ').trim();
}

/** An outline of two pixels, on the element itself or on the area that it takes presses for. */
const hasOutline = (node: Element): boolean =>
  [null, '::after'].some((which) => {
    const { outlineStyle, outlineWidth } = getComputedStyle(node, which);
    return outlineStyle === 'solid' && parseFloat(outlineWidth) >= 2;
  });

async function press(key: string): Promise<void> {
  const [held, last] = key.includes('+') ? key.split('+') : ['', key];
  if (held) await sendKeys({ down: held });
  await sendKeys({ press: last! });
  if (held) await sendKeys({ up: held });
  await pause(10);
}

/** A tile with marks to choose, and a button before and after it. */
async function between(
  tag: Tag,
): Promise<{ element: Tile; before: HTMLElement; after: HTMLElement }> {
  const box = room();
  box.style.width = '1100px';
  const button = (text: string): HTMLElement =>
    Object.assign(document.createElement('button'), { textContent: text });
  const [before, after] = [button('before'), button('after')];
  box.append(before);
  const element = tile(tag, {
    attributes: { lang: 'en', selectable: '', 'no-draft': '' },
    properties: { data: rowsFor[tag] },
    into: box,
  });
  box.append(after);
  await settled(element, 'ready');
  // The picture of a line comes with its size, and its reader with the first key.
  const picture = tag === 'trend-line' ? '[part="chart"] path' : 'svg, table';
  await waitUntil(() => element.shadowRoot!.querySelector(picture), 'a picture');
  await pause(100);
  return { element, before, after };
}

for (const tag of tags)
  describe(`${tag} by keyboard alone`, () => {
    it('is left where it was entered, stop by stop, each in sight', async () => {
      const { element, before, after } = await between(tag);
      before.focus();
      const said: string[] = [];
      for (let i = 0; i < 20; i++) {
        await press('Tab');
        const active = activeIn(element);
        if (!active) break;
        said.push(nameOf(active));
        expect(hasOutline(active), active.outerHTML.slice(0, 120)).to.equal(true);
      }
      expect(document.activeElement).to.equal(after);
      for (const stop of stops[tag])
        expect(
          said.some((name) => name.includes(stop)),
          `${stop} in ${said.join(' | ')}`,
        ).to.equal(true);
      for (let i = 0; i < said.length; i++) await press('Shift+Tab');
      expect(nameOf(activeIn(element)!)).to.equal('Menu');
      await press('Shift+Tab');
      expect(document.activeElement).to.equal(before);
    });

    it('opens its menu, goes through it and comes back', async () => {
      const { element, before } = await between(tag);
      before.focus();
      await press('Tab');
      const menu = activeIn(element)!;
      for (const open of ['Enter', 'Space']) {
        await press(open);
        await waitUntil(() => activeIn(element)?.dataset.id, 'an item has focus');
        const items = [...element.shadowRoot!.querySelectorAll<HTMLElement>('.pop [data-id]')];
        expect(items.length).to.be.above(2);
        for (const [key, at] of [
          ['ArrowDown', 1],
          ['End', -1],
          ['ArrowDown', 0],
          ['ArrowUp', -1],
          ['Home', 0],
        ] as const) {
          await press(key);
          expect(activeIn(element), key).to.equal(items.at(at));
        }
        await press('Escape');
        expect(element.shadowRoot!.querySelector('.pop')).to.equal(null);
        expect(activeIn(element)).to.equal(menu);
      }
    });

    const hasTable = tag !== 'kpi-target-table';
    it(
      hasTable ? 'shows its numbers by T, and its picture again' : 'stays by T, being a table',
      async () => {
        const { element, before } = await between(tag);
        before.focus();
        await press('Tab');
        await press('t');
        if (!hasTable) {
          await pause(60);
          expect(element.shadowRoot!.querySelector('.view')).to.equal(null);
          return;
        }
        const view = () => element.shadowRoot!.querySelector<HTMLElement>('.view');
        await waitUntil(view, 'the table');
        expect(view()!.querySelectorAll('tbody tr').length).to.be.above(1);
        expect(activeIn(element), 'focus stays in the tile').to.not.equal(null);
        await press('t');
        await waitUntil(() => !view(), 'the picture');
        expect(activeIn(element), 'focus stays in the tile').to.not.equal(null);
      },
    );

    it('tells the page which mark was chosen', async () => {
      const { element, after } = await between(tag);
      const chosen: Selection[] = [];
      element.addEventListener('metric-select', ({ detail }) => chosen.push(detail));
      after.focus();
      await press('Shift+Tab');
      if (tag === 'trend-line') {
        await press('End');
        await waitUntil(() => element.shadowRoot!.querySelector('.over .ring'), 'a point is read');
      }
      await press('Enter');
      await waitUntil(() => chosen.length, 'metric-select');
      expect(chosen).to.have.lengthOf(1);
      expect(chosen[0]!.metric).to.equal(
        { 'nps-gauge': 'nps', 'csat-card': 'csat', 'kpi-target-table': 'frt', 'trend-line': 'nps' }[
          tag
        ],
      );
    });
  });
