/** What a tile looks like where it matters to be seen: contrast, forced colours, motion, size, room. */
import { expect } from '@open-wc/testing';
import { emulateMedia, executeServerCommand } from '@web/test-runner-commands';
import { canDo, describeAble, itAble } from '../support/engine';
import { contrast, token } from './colours';
import {
  address,
  drawn,
  nodesOf,
  part,
  pause,
  room,
  rowsFor,
  settled,
  tags,
  tile,
  type Tag,
  type Tile,
} from './tile';
import { full, held, whole } from './whole';

const gauge = (attributes: Record<string, string> = {}, into?: Node): Tile =>
  tile('nps-gauge', {
    attributes: { target: '> 40', benchmark: '31', ...attributes },
    properties: { data: rowsFor['nps-gauge'] },
    into,
  });

describe('contrast', () => {
  const text = ['text', 'muted', 'good', 'bad', 'warn', 'accent'];
  const marks = ['good', 'bad', 'warn', 'accent', 'neutral', 'text'];
  for (const theme of ['light', 'dark']) {
    for (const name of text)
      it(`of the text colour ${name} on the tile is at least 4.5, ${theme}`, async () => {
        const element = gauge({ theme });
        await settled(element, 'ready');
        const on = getComputedStyle(part(element, 'frame')!).backgroundColor;
        expect(contrast(token(element, name), on)).to.be.at.least(4.5);
      });
    for (const name of marks)
      it(`of the mark colour ${name} on the tile is at least 3, ${theme}`, async () => {
        const element = gauge({ theme });
        await settled(element, 'ready');
        const on = getComputedStyle(part(element, 'frame')!).backgroundColor;
        expect(contrast(token(element, name), on)).to.be.at.least(3);
      });
    for (const [target, tone] of [
      ['> 40', 'good'],
      ['> 60', 'bad'],
      ['45', 'good'],
    ] as const)
      it(`of a pill's words on their tint is at least 4.5, ${tone}, ${theme}`, async () => {
        const element = gauge({ theme, target });
        await settled(element, 'ready');
        const { color, backgroundColor } = getComputedStyle(part(element, 'status')!);
        expect(part(element, 'status')!.classList.contains(tone)).to.equal(true);
        expect(contrast(color, backgroundColor)).to.be.at.least(4.5);
      });
  }

  it('of near and stale pills is at least 4.5 in both themes', async () => {
    for (const theme of ['light', 'dark']) {
      const element = gauge({ theme, target: '> 46', tolerance: '2' });
      await settled(element, 'ready');
      const pill = part(element, 'status')!;
      expect(pill.classList.contains('warn')).to.equal(true);
      const { color, backgroundColor } = getComputedStyle(pill);
      expect(contrast(color, backgroundColor), theme).to.be.at.least(4.5);
    }
  });

  itAble('emulate media', 'follows the system with theme="auto" and the page without', async () => {
    const auto = gauge({ theme: 'auto' });
    const box = room();
    box.style.colorScheme = 'dark';
    const inherited = gauge({}, box);
    const surface = (element: Tile) => getComputedStyle(part(element, 'frame')!).backgroundColor;
    await settled(auto, 'ready');
    await settled(inherited, 'ready');
    expect(surface(inherited)).to.equal('rgb(23, 30, 38)');
    try {
      await emulateMedia({ colorScheme: 'dark' });
      expect(surface(auto)).to.equal('rgb(23, 30, 38)');
      await emulateMedia({ colorScheme: 'light' });
      expect(surface(auto)).to.equal('rgb(255, 255, 255)');
    } finally {
      await emulateMedia({ colorScheme: 'light' });
    }
  });
});

/** Shapes that carry meaning, by element: each must be told from what it lies on. */
const marksOf: Partial<Record<Tag, [selector: string, property: 'fill' | 'stroke'][]>> = {
  'nps-gauge': [
    ['.arc.fill', 'stroke'],
    ['.zero', 'stroke'],
    ['.goal', 'stroke'],
    ['.ring', 'stroke'],
    ['.bar .detractors', 'fill'],
    ['.bar .passives', 'fill'],
    ['.bar .promoters', 'fill'],
    ['.text', 'fill'],
  ],
  'csat-card': [
    ['.good .run', 'fill'],
    ['.bad .run', 'fill'],
    ['.none .run', 'fill'],
    ['path.course', 'stroke'],
    ['.dot', 'fill'],
  ],
  'kpi-target-table': [
    ['.run', 'fill'],
    ['.bar .goal', 'fill'],
    ['.course path', 'stroke'],
    ['.pill .icon', 'stroke'],
  ],
};

describeAble('emulate media', 'forced colours', () => {
  before(() => executeServerCommand('forced-colors', 'active'));
  after(() => executeServerCommand('forced-colors', 'none'));

  it('are in force', () => {
    expect(matchMedia('(forced-colors: active)').matches).to.equal(true);
  });

  for (const [tag, marks] of Object.entries(marksOf))
    it(`keep every mark of ${tag} in sight`, async () => {
      const box = room();
      box.style.width = '1200px';
      const element = whole(tag as Tag, {}, box);
      await settled(element, 'ready');
      const on = getComputedStyle(part(element, 'frame')!).backgroundColor;
      for (const [selector, property] of marks) {
        const mark = element.shadowRoot!.querySelector(selector);
        expect(mark, selector).to.not.equal(null);
        expect(contrast(getComputedStyle(mark!)[property], on), selector).to.be.at.least(3);
      }
    });

  it('tell the filled part of a scale from the rest', async () => {
    const element = whole('nps-gauge');
    const card = whole('csat-card');
    await settled(element, 'ready');
    await settled(card, 'ready');
    const at = (from: Tile, selector: string, property: 'fill' | 'stroke') =>
      getComputedStyle(from.shadowRoot!.querySelector(selector)!)[property];
    expect(
      contrast(at(element, '.arc.fill', 'stroke'), at(element, '.track', 'stroke')),
    ).to.be.at.least(3);
    expect(contrast(at(card, '.good .run', 'fill'), at(card, '.rail', 'fill'))).to.be.at.least(3);
  });

  it('draw the edge of the tile and of a pill', async () => {
    const element = whole('nps-gauge');
    await settled(element, 'ready');
    const frame = getComputedStyle(part(element, 'frame')!);
    const pill = getComputedStyle(part(element, 'status')!);
    expect(contrast(frame.borderTopColor, frame.backgroundColor)).to.be.at.least(3);
    expect(pill.borderTopStyle).to.equal('solid');
  });
});

describe('motion', () => {
  afterEach(async () => {
    if (canDo('emulate media')) await emulateMedia({ reducedMotion: 'no-preference' });
  });
  const running = (element: Tile) =>
    element.shadowRoot!.getAnimations().filter(({ playState }) => playState === 'running').length;

  for (const tag of tags) {
    it(`of ${tag} is only a sign of waiting`, async () => {
      const { element, asked, answer } = held(tag, full[tag].attributes, room());
      await settled(element, 'loading');
      await asked();
      expect(running(element)).to.equal(1);
      answer();
      await settled(element, 'ready');
      await pause(50);
      expect(running(element)).to.equal(0);
    });

    itAble('emulate media', `of ${tag} is none where less motion is wanted`, async () => {
      await emulateMedia({ reducedMotion: 'reduce' });
      const { element } = held(tag, full[tag].attributes, room());
      await settled(element, 'loading');
      await pause(100);
      expect(running(element)).to.equal(0);
    });
  }
});

const widths = [160, 240, 320, 480, 768, 1200];

const longHeading =
  'Kepuasan pelanggan atas penyelesaian keluhan di semua kanal selama dua belas bulan';

/** Elements that stick out of the tile. */
function outside(element: Tile): string[] {
  const frame = part(element, 'frame')!.getBoundingClientRect();
  const found: string[] = [];
  for (const node of nodesOf(element.shadowRoot!)) {
    if (!(node instanceof Element) || node.closest('.sr, defs, title')) continue;
    // The head of a table whose rows have become cards is there to be heard.
    const head = node.closest('thead');
    if (head && getComputedStyle(head).clipPath !== 'none') continue;
    const { left, right, width } = node.getBoundingClientRect();
    if (!width || getComputedStyle(node).visibility === 'hidden') continue;
    // Half of a line's width, and the letters of a mark, may reach into the padding.
    if (left < frame.left - 0.5 || right > frame.right + 0.5)
      found.push(
        `${node.localName}.${node.getAttribute('class')} ${Math.round(left - frame.left)}..${Math.round(right - frame.left)} of ${frame.width}: ${node.textContent!.trim().slice(0, 30)}`,
      );
  }
  return found;
}

describe('a tile of', () => {
  for (const width of widths)
    for (const tag of tags)
      it(`${width} px holds ${tag} with a heading of 80 letters, in both languages`, async () => {
        const box = room();
        box.style.width = `${width}px`;
        for (const lang of ['en', 'id']) {
          const element = whole(tag, { lang, heading: longHeading, note: longHeading }, box);
          await settled(element, 'ready');
          await pause(80);
          expect(element.scrollWidth, lang).to.be.at.most(width);
          expect(outside(element), lang).to.deep.equal([]);
        }
      });

  for (const width of [240, 480])
    it(`${width} px holds the names of lines on a page whose letters and words stand far apart`, async () => {
      const box = room();
      Object.assign(box.style, { width: `${width}px`, letterSpacing: '0.12em' });
      Object.assign(box.style, { wordSpacing: '0.16em', lineHeight: '1.5' });
      const data = ['2026-08', '2026-09'].flatMap((month, i) =>
        ['WhatsApp Web', 'Phone'].map((channel) => ({ month, channel, value: 80.3 + i })),
      );
      const element = tile('trend-line', {
        attributes: { lang: 'en', metric: 'csat', by: 'channel', target: '> 80%' },
        properties: { data },
        into: box,
      });
      await drawn(element);
      expect(outside(element)).to.deep.equal([]);
    });

  for (const width of [160, 320])
    for (const tag of tags)
      it(`${width} px holds the messages of ${tag}`, async () => {
        const box = room();
        box.style.width = `${width}px`;
        const refuse = () => Promise.resolve(new Response('', { status: 404 }));
        const src = () =>
          `./${'a-very-long-address-without-any-blank-'.repeat(4)}${address().slice(2)}`;
        const failed = tile(tag, {
          attributes: { src: src(), lang: 'id' },
          properties: { fetcher: refuse },
          into: box,
        });
        const wrong = tile(tag, {
          attributes: { target: `> ${'ninety'.repeat(20)}`, kpis: 'npz'.repeat(30), lang: 'en' },
          properties: { data: rowsFor[tag] },
          into: box,
        });
        const empty = tile(tag, {
          attributes: { lang: 'id' },
          properties: { data: [] },
          into: box,
        });
        await settled(failed, 'error');
        await settled(wrong, 'error');
        await settled(empty, 'empty');
        for (const element of [failed, wrong, empty]) {
          expect(element.scrollWidth).to.be.at.most(width);
          expect(outside(element)).to.deep.equal([]);
        }
      });

  for (const width of [160, 480, 1200])
    for (const tag of tags)
      it(`${width} px gives every target of ${tag} at least 24 px`, async () => {
        const box = room();
        box.style.width = `${width}px`;
        const element = whole(tag, { lang: 'en', selectable: '' }, box);
        const failed = tile(tag, {
          attributes: { src: address() },
          properties: { fetcher: () => Promise.resolve(new Response('', { status: 404 })) },
          into: box,
        });
        await settled(element, 'ready');
        await settled(failed, 'error');
        await pause(80);
        for (const root of [element, failed])
          for (const target of root.shadowRoot!.querySelectorAll<HTMLElement>(
            'button, a, textarea, [role="button"]',
          )) {
            const { width: across, height } = target.getBoundingClientRect();
            if (!across && !height) continue;
            if (
              target.closest('thead') &&
              getComputedStyle(target.closest('thead')!).clipPath !== 'none'
            )
              continue;
            expect(Math.min(across, height), target.outerHTML.slice(0, 120)).to.be.at.least(24);
          }
      });
});
