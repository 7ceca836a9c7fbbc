/** Tiles out of sight sleep when data comes, and nobody notices. */
import { expect } from '@open-wc/testing';
import { frames } from '../support/frames';
import { pause, room, rowsFor, settled, tags, tile, type Tile } from './tile';

const isAsleep = (element: Tile): boolean => element.matches(':state(asleep)');

async function until(isTrue: () => boolean, ms = 6000): Promise<void> {
  const end = performance.now() + ms;
  while (!isTrue() && performance.now() < end) await pause(20);
  expect(isTrue()).to.equal(true);
}

/** A column of one tile far above the reader, who is at its end, and awake. */
async function above(tag: Tile['localName'], rows: readonly unknown[]): Promise<Tile> {
  const column = room();
  column.style.width = '300px';
  const element = tile(tag, { properties: { data: rows }, into: column });
  const rest = document.createElement('div');
  rest.style.height = '9000px';
  column.append(rest);
  await settled(element, 'ready');
  await until(() => !isAsleep(element));
  await frames(2);
  scrollTo(0, document.documentElement.scrollHeight);
  await frames(3);
  return element;
}

const other = { 'nps-gauge': [{ promoters: 10, passives: 50, detractors: 140 }] };

describe('a tile out of sight', () => {
  for (const tag of tags)
    it(`${tag} sleeps through new data, moves nothing, and wakes`, async () => {
      const element = await above(tag, rowsFor[tag]);
      const { height } = element.getBoundingClientRect();
      const { scrollHeight } = document.documentElement;
      const at = scrollY;
      expect(at).to.be.greaterThan(4000);
      element.data = [...rowsFor[tag]];
      await element.updateComplete;
      expect(isAsleep(element)).to.equal(true);
      await frames(3);
      expect(element.getBoundingClientRect().height).to.equal(height);
      expect(document.documentElement.scrollHeight).to.equal(scrollHeight);
      expect(scrollY).to.equal(at);
      await until(() => !isAsleep(element));
      await frames(2);
      expect(element.getBoundingClientRect().height).to.equal(height);
      expect(scrollY).to.equal(at);
    });

  it('says and finds the new numbers, and takes focus, while it sleeps', async () => {
    const element = await above('nps-gauge', rowsFor['nps-gauge']);
    element.data = other['nps-gauge'];
    await element.updateComplete;
    await frames(3);
    expect(isAsleep(element)).to.equal(true);
    const root = element.shadowRoot!;
    expect(root.querySelector('[role=img]')!.ariaLabel).to.contain('−65');
    expect(root.querySelector('[part=value]')!.textContent).to.contain('−65');
    const menu = root.querySelector<HTMLElement>('.menu')!;
    menu.focus();
    expect(root.activeElement).to.equal(menu);
    await frames(2);
    const { top } = menu.getBoundingClientRect();
    expect(top).to.be.within(0, innerHeight);
  });

  it('gives the same picture asleep as awake', async () => {
    const element = await above('nps-gauge', rowsFor['nps-gauge']);
    const awake = await element.toSVG();
    element.data = [...rowsFor['nps-gauge']];
    await element.updateComplete;
    await frames(3);
    expect(isAsleep(element)).to.equal(true);
    expect(await element.toSVG()).to.equal(awake);
    expect(isAsleep(element)).to.equal(false);
  });

  it('stays awake where data comes without end, until it has an end', async () => {
    const element = await above('nps-gauge', rowsFor['nps-gauge']);
    const feed = async (): Promise<void> => {
      element.data = [...rowsFor['nps-gauge']];
      await element.updateComplete;
      await pause(100);
    };
    await feed();
    expect(isAsleep(element)).to.equal(true);
    const end = performance.now() + 8000;
    while (isAsleep(element) && performance.now() < end) await feed();
    for (let i = 0; i < 3; i++) {
      await feed();
      expect(isAsleep(element)).to.equal(false);
    }
    await pause(1000);
    await feed();
    expect(isAsleep(element)).to.equal(true);
  });
});

describe('many tiles that come at once', () => {
  const isDrawn = (element: Tile): boolean => !!element.shadowRoot!.querySelector('figure');

  /** A column of tiles, each in a cell of its own, that is far longer than the window is high. */
  async function column(count: number, told?: (tile: Tile, event: Event) => void): Promise<Tile[]> {
    scrollTo(0, 0);
    const grid = room();
    grid.style.width = '300px';
    const elements = Array.from({ length: count }, () => {
      const into = document.createElement('div');
      into.style.height = '300px';
      grid.append(into);
      const element = tile('nps-gauge', { properties: { data: rowsFor['nps-gauge'] }, into });
      if (told) element.addEventListener('load', (event) => told(element, event));
      return element;
    });
    await Promise.all(elements.map((element) => settled(element, 'ready')));
    return elements;
  }

  it('are drawn at once where they are in sight; the others have their result', async () => {
    const elements = await column(60);
    expect(isDrawn(elements[0]!)).to.equal(true);
    const last = elements.at(-1)!;
    expect(isDrawn(last)).to.equal(false);
    expect(last.result).to.deep.equal(elements[0]!.result);
    await frames(2);
    for (const element of elements) {
      const { top } = element.getBoundingClientRect();
      if (top > 0 && top < innerHeight) expect(isDrawn(element)).to.equal(true);
    }
  });

  it('are all drawn when the page has come to rest', async () => {
    const elements = await column(60);
    await until(() => elements.every(isDrawn));
    expect(elements.at(-1)!.shadowRoot!.querySelector('svg')!.getAttribute('aria-label')).to.equal(
      elements[0]!.shadowRoot!.querySelector('svg')!.getAttribute('aria-label'),
    );
  });

  it('are drawn when they are scrolled into sight', async () => {
    const elements = await column(60);
    const last = elements.at(-1)!;
    last.scrollIntoView();
    await frames(3);
    expect(isDrawn(last)).to.equal(true);
    expect(elements.every(isDrawn)).to.equal(false);
  });

  it('are all drawn before the page is printed', async () => {
    const elements = await column(60);
    expect(elements.every(isDrawn)).to.equal(false);
    dispatchEvent(new Event('beforeprint'));
    await elements.at(-1)!.updateComplete;
    expect(elements.every(isDrawn)).to.equal(true);
  });

  it('give a picture before they were drawn', async () => {
    const elements = await column(60);
    const last = elements.at(-1)!;
    expect(isDrawn(last)).to.equal(false);
    expect(await last.toSVG()).to.equal(await elements[0]!.toSVG());
  });

  it('fire load once they are drawn, with the newest result', async () => {
    const heard = new Map<Tile, { detail: unknown; wasDrawn: boolean }>();
    const elements = await column(60, (element, event) => {
      const { detail } = event as CustomEvent<unknown>;
      heard.set(element, { detail, wasDrawn: isDrawn(element) });
    });
    const last = elements.at(-1)!;
    last.data = other['nps-gauge'];
    await last.updateComplete;
    expect([heard.has(elements[0]!), heard.has(last)]).to.deep.equal([true, false]);
    await until(() => heard.size === elements.length);
    expect([...heard.values()].every(({ wasDrawn }) => wasDrawn)).to.equal(true);
    expect(heard.get(last)!.detail).to.equal(last.result);
  });

  it('are drawn when they are taken out and put back', async () => {
    const elements = await column(60);
    const last = elements.at(-1)!;
    expect(isDrawn(last)).to.equal(false);
    last.remove();
    elements[0]!.parentElement!.prepend(last);
    await last.updateComplete;
    expect(isDrawn(last)).to.equal(true);
  });

  it('are all drawn at once where they are few', async () => {
    const elements = await column(40);
    expect(elements.every(isDrawn)).to.equal(true);
  });

  it('take new data before they were drawn, and say nothing of a change', async () => {
    const elements = await column(60);
    const last = elements.at(-1)!;
    last.data = other['nps-gauge'];
    await last.updateComplete;
    expect(isDrawn(last)).to.equal(false);
    await until(() => isDrawn(last));
    // Longer than a change waits to be told.
    await new Promise((done) => setTimeout(done, 500));
    const root = last.shadowRoot!;
    expect(root.querySelector('[part=value]')!.textContent).to.contain('−65');
    expect(root.querySelector('[aria-live]')?.textContent ?? '').to.equal('');
  });
});
