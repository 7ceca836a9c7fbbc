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
    expect(root.querySelector('svg')!.getAttribute('aria-label')).to.contain('−65');
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
