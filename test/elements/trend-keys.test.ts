/** Keys that come before what reads the chart: none is lost, and their order is kept. */
import { expect, waitUntil } from '@open-wc/testing';
import { drawn, room, settled, tile, type Tile } from './tile';

const data = Array.from({ length: 6 }, (_, i) => ({ month: `2024-0${i + 1}`, value: 40 + i }));

/** A trend whose plot is there, but not yet drawn. */
async function undrawn(into: Element = room()): Promise<Tile> {
  const element = tile('trend-line', {
    attributes: { lang: 'en', metric: 'csat', 'time-zone': 'UTC' },
    properties: { data },
    into,
  });
  await settled(element, 'ready');
  return element;
}

const sliderOf = (element: Tile): HTMLElement =>
  element.shadowRoot!.querySelector('[role=slider]')!;

/** Presses keys in one task; returns which of them the page keeps from scrolling. */
function press(element: Tile, ...keys: (string | KeyboardEventInit)[]): boolean[] {
  return keys.map((key) => {
    const init = typeof key === 'string' ? { key } : key;
    const event = new KeyboardEvent('keydown', { ...init, bubbles: true, cancelable: true });
    sliderOf(element).dispatchEvent(event);
    return event.defaultPrevented;
  });
}

const reads = (element: Tile, period: string): Promise<void> =>
  waitUntil(
    () => element.shadowRoot!.querySelector('.tip strong')?.textContent === period,
    `reads ${period}, not ${element.shadowRoot!.querySelector('.tip strong')?.textContent}`,
    { timeout: 4000 },
  );

describe('the first keys on a trend', () => {
  // The first tests of this file have the code still to come; in the others it is at hand.
  it('are forgotten when the reader goes elsewhere while the code is on its way', async () => {
    const [left, stays] = [await undrawn(), await undrawn()];
    await drawn(left);
    sliderOf(left).focus();
    press(left, 'ArrowRight', '+');
    sliderOf(stays).focus();
    press(stays, 'ArrowRight');
    await reads(stays, 'January 2024');
    expect(left.shadowRoot!.querySelectorAll('.tip, .reset').length).to.equal(0);
  });

  for (const when of ['while the code is on its way', 'while nothing is drawn yet'])
    it(`all count, ${when}`, async () => {
      const element = await undrawn();
      sliderOf(element).focus();
      expect(press(element, 'ArrowRight', 'ArrowRight', 'ArrowRight')).to.deep.equal([
        true,
        true,
        true,
      ]);
      await reads(element, 'March 2024');
    });

  it('keep their order', async () => {
    const element = await undrawn();
    sliderOf(element).focus();
    press(element, 'End', 'ArrowLeft', 'ArrowLeft', 'Home', 'ArrowRight');
    await reads(element, 'February 2024');
  });

  it('read the first point without the focus being told of', async () => {
    const element = await undrawn();
    press(element, 'ArrowRight');
    await reads(element, 'January 2024');
  });

  it('count once the tile has a size', async () => {
    const box = room();
    box.style.display = 'none';
    const element = await undrawn(box);
    press(element, 'ArrowRight', 'ArrowRight');
    box.style.display = '';
    await reads(element, 'February 2024');
  });

  it('are the page’s where they mean something to the browser', async () => {
    const element = await undrawn();
    expect(press(element, { key: 'ArrowLeft', altKey: true }, 'a', 'Tab')).to.deep.equal([
      false,
      false,
      false,
    ]);
  });

  it('are forgotten when the reader goes elsewhere before anything is drawn', async () => {
    const box = room();
    box.style.display = 'none';
    const element = await undrawn(box);
    press(element, 'ArrowRight');
    sliderOf(element).dispatchEvent(new FocusEvent('focusout', { bubbles: true }));
    box.style.display = '';
    await waitUntil(() => element.shadowRoot!.querySelector('[part=chart] path'));
    await element.updateComplete;
    expect(element.shadowRoot!.querySelector('.tip')).to.equal(null);
  });
});
