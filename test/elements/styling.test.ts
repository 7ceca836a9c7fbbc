/** What a page may style: the parts, properties and attributes that the documents name. */
import { expect } from '@open-wc/testing';
import { sendKeys } from '@web/test-runner-commands';
import { contrast, token } from './colours';
import {
  address,
  drawn,
  fetcherOf,
  months,
  nodesOf,
  part,
  pause,
  room,
  settled,
  tags,
  tile,
} from './tile';
import type { Tag, Tile } from './tile';

interface Named {
  name: string;
}
interface Declaration {
  tagName?: Tag;
  cssParts: Named[];
  cssProperties: Named[];
}

const textOf = async (path: string): Promise<string> => (await fetch(path)).text();
const manifest = JSON.parse(await textOf('/custom-elements.json')) as {
  modules: { declarations: Declaration[] }[];
};
const declared = new Map(
  manifest.modules.flatMap(({ declarations }) => declarations).map((one) => [one.tagName, one]),
);
const namesOf = (list: Named[]): string[] => list.map(({ name }) => name).sort();

const channels = ['Telephone, all lines', 'E-mail', 'Chat', 'WhatsApp Business', 'Walk-in'];
/** What shows all of an element: on target, missed, close to the limit; one line and many. */
const given: Record<Tag, { attributes: Record<string, string>[]; data: unknown }> = {
  'nps-gauge': {
    attributes: [
      { target: '> 20', tolerance: '0' },
      { target: '> 60', tolerance: '0' },
      { target: '> 48', tolerance: '9' },
    ].map((own) => ({ benchmark: '31', compare: 'previous', ...own })),
    data: months.map((month, i) => ({ month, promoters: 120 + i, passives: 50, detractors: 30 })),
  },
  'csat-card': {
    attributes: [
      { target: '> 70%', tolerance: '0' },
      { target: '> 95%', tolerance: '0' },
      { target: '> 82%', tolerance: '5' },
    ].map((own) => ({ compare: 'previous', ...own })),
    data: months.map((month, i) => ({ month, counts: [5, 10, 25, 90, 70 + i] })),
  },
  'kpi-target-table': {
    attributes: [{ tolerance: '5' }],
    data: ['> 80%', '> 95%', '> 89%', undefined].map((target) => ({
      metric: 'csat',
      value: 85,
      target,
      trend: [80, 82, 85],
    })),
  },
  'trend-line': {
    attributes: [
      { by: 'channel', target: '> 20', benchmark: '31' },
      { by: 'channel', where: "channel='Chat'" },
    ],
    data: months.flatMap((month, i) =>
      channels.map((channel, k) => ({
        month,
        channel,
        promoters: 60 + i + k * 9,
        passives: 9,
        detractors: 30,
      })),
    ),
  },
};

/** These, one from an address and one that still waits for its answer. */
async function shown(tag: Tag, look: Record<string, string> = {}): Promise<Tile[]> {
  const { attributes, data } = given[tag];
  const box = room();
  box.style.width = '480px';
  for (const [name, value] of Object.entries(look)) box.style.setProperty(name, value);
  const made = attributes.map((own) =>
    tile(tag, {
      attributes: { lang: 'en', 'time-zone': 'Asia/Jakarta', ...own },
      properties: { data },
      into: box,
    }),
  );
  for (const one of made) await drawn(one);
  for (const answer of [{ body: data }, { silent: true }])
    made.push(
      tile(tag, {
        attributes: { ...attributes[0], src: address() },
        properties: { fetcher: fetcherOf(answer) },
        into: box,
      }),
    );
  await settled(made.at(-2)!, 'ready');
  await settled(made.at(-1)!, 'loading');
  return made;
}

const elementsOf = (element: Tile): Element[] =>
  [...nodesOf(element.shadowRoot!)].filter((node) => node instanceof Element);

const partsOf = (element: Tile): string[] => elementsOf(element).flatMap((node) => [...node.part]);

describe('what a page may style of', () => {
  for (const tag of tags) {
    const { cssParts, cssProperties } = declared.get(tag)!;

    it(`${tag} are the parts that the manifest names, and no others`, async () => {
      const found = new Set((await shown(tag)).flatMap(partsOf));
      const [first] = await shown(tag);
      part(first!, 'menu')!.focus();
      await sendKeys({ press: 't' });
      for (let i = 0; i < 200 && !first!.shadowRoot!.querySelector('table'); i++) await pause(20);
      for (const name of partsOf(first!)) found.add(name);
      expect([...found].sort()).to.deep.equal(namesOf(cssParts));
    });

    const sizes: Record<string, keyof CSSStyleDeclaration> = {
      '--metrik-radius': 'borderTopLeftRadius',
      '--metrik-gap': 'paddingTop',
    };
    for (const name of namesOf(cssProperties))
      it(`${tag} is ${name}`, async () => {
        const size = sizes[name];
        const made = await shown(tag, { [name]: size ? '7px' : 'rgb(1, 2, 3)' });
        part(made[0]!, 'menu')!.focus();
        const values = made.flatMap(elementsOf).flatMap((node) => {
          const style = getComputedStyle(node);
          return size
            ? [style[size]]
            : [style.color, style.backgroundColor, style.borderTopColor, style.outlineColor].concat(
                node instanceof SVGElement ? [style.fill, style.stroke] : [],
              );
        });
        expect(values).to.include(size ? '7px' : 'rgb(1, 2, 3)');
      });

    it(`${tag} is its density`, async () => {
      const [element] = await shown(tag);
      const inset = () => parseFloat(getComputedStyle(part(element!, 'frame')!).paddingTop);
      const before = inset();
      element!.density = 'compact';
      await element!.updateComplete;
      expect(inset()).to.be.below(before);
    });
  }

  const selectors = /(?<=```css\n)[^`]+/;
  for (const theme of ['light', 'dark'])
    it(`a tile branded as the README shows is legible, ${theme}`, async () => {
      const [rules] = selectors.exec(await textOf('/README.md')) ?? [];
      const named = [...rules!.matchAll(/--metrik-(\w+):/g)].map(([, name]) => name!);
      expect(rules!.trim().split('\n')).to.have.lengthOf(5);
      const plain = await shown('nps-gauge');
      const style = document.createElement('style');
      style.textContent = rules!;
      document.head.append(style);
      try {
        const [element] = await shown('nps-gauge');
        plain[0]!.remove();
        element!.theme = theme;
        await element!.updateComplete;
        const { backgroundColor: ground } = getComputedStyle(part(element!, 'frame')!);
        const colours = named.filter((name) => name !== 'radius');
        expect(colours).to.not.be.empty;
        for (const name of colours)
          expect(contrast(token(element!, name), ground), name).to.be.at.least(4.5);
      } finally {
        style.remove();
      }
    });
});
