/** Every state of every tile, light and dark: what axe says, and that it is drawn at all. */
import 'axe-core/axe.min.js';
import { expect } from '@open-wc/testing';
import type { AxeResults, RunOptions } from 'axe-core';
import type { State } from '../../src';
import {
  address,
  fetcherOf,
  part,
  pause,
  room,
  rowsFor,
  settled,
  tags,
  tile,
  unreadable,
} from './tile';
import type { Tag, Tile } from './tile';

const { axe } = window as unknown as {
  axe: { run(node: Element, options: RunOptions): Promise<AxeResults> };
};
const levels = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'];
/** Where a tile takes one, all are below it. */
const target: Partial<Record<Tag, { target: string }>> = {
  'nps-gauge': { target: '> 60' },
  'csat-card': { target: '> 90%' },
  'trend-line': { target: '> 60' },
};
const refusal = { status: 404 };

/** How a tile comes to be in each state. */
const ways: Record<State, (tag: Tag, into: Node) => Tile | Promise<Tile>> = {
  idle: (tag, into) => tile(tag, { into }),
  loading: (tag, into) => asking(tag, into, [{ silent: true }]),
  ready: (tag, into) => asking(tag, into, [{ body: rowsFor[tag] }]),
  empty: (tag, into) => tile(tag, { into, properties: { data: [] } }),
  stale: async (tag, into) => {
    const element = asking(tag, into, [{ body: rowsFor[tag] }, refusal]);
    await settled(element, 'ready');
    await element.refresh();
    return element;
  },
  error: (tag, into) => asking(tag, into, [refusal]),
  offline: (tag, into) => {
    Object.defineProperty(navigator, 'onLine', { value: false, configurable: true });
    return asking(tag, into, [{ body: rowsFor[tag] }]);
  },
  blocked: (tag, into) => tile(tag, { into, attributes: { src: 'javascript:alert(1)' } }),
};

function asking(tag: Tag, into: Node, answers: Parameters<typeof fetcherOf>): Tile {
  return tile(tag, {
    into,
    attributes: { src: address(), ...target[tag] },
    properties: { fetcher: fetcherOf(...answers) },
  });
}

describe('a tile that is', () => {
  const { documentElement: page } = document;
  afterEach(() => {
    Reflect.deleteProperty(navigator, 'onLine');
    page.removeAttribute('style');
  });

  for (const theme of ['light', 'dark'])
    for (const tag of tags)
      for (const [state, make] of Object.entries(ways) as [State, (typeof ways)[State]][])
        it(`${state} passes axe and fills its frame: ${tag}, ${theme}`, async () => {
          const own = { colorScheme: theme, background: 'Canvas', color: 'CanvasText' };
          Object.assign(page.style, own);
          const box = room('main');
          box.style.width = '480px';
          const element = await make(tag, box);
          await settled(element, state);
          await pause(30);
          expect(unreadable(element)).to.deep.equal([]);
          expect(part(element, 'frame')!.offsetHeight).to.be.above(100);
          const { violations } = await axe.run(box, { runOnly: levels });
          const found = violations.map(({ id, nodes }) => `${id}: ${nodes[0]!.html.slice(0, 120)}`);
          expect(found).to.deep.equal([]);
        });
});
