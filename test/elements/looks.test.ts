/** What a tile looks like where it matters to be seen: contrast, forced colours, motion, size, room. */
import { expect } from '@open-wc/testing';
import { emulateMedia, executeServerCommand } from '@web/test-runner-commands';
import { canDo, describeAble, itAble } from '../support/engine';
import { frames } from '../support/frames';
import {
  address,
  compared,
  drawn,
  months,
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

type Colour = [r: number, g: number, b: number];

/** A computed colour as sRGB, 0 to 1, on what it lies: `rgb(…)`, `rgba(…)` or `color(srgb …)`. */
function colourOf(text: string, on?: Colour): Colour {
  const numbers = text.match(/-?[\d.]+(?:e-?\d+)?/g)!.map(Number);
  expect(numbers, text).to.have.lengthOf.at.least(3);
  const scale = text.startsWith('color(') ? 1 : 255;
  const alpha = numbers[3] ?? 1;
  return numbers
    .slice(0, 3)
    .map((n, i) => (n / scale) * alpha + (on?.[i] ?? 1) * (1 - alpha)) as Colour;
}

/** WCAG 2.2, relative luminance and contrast. */
function luminance(colour: Colour): number {
  const [r, g, b] = colour.map((c) => (c <= 0.04045 ? c / 12.92 : ((c + 0.055) / 1.055) ** 2.4));
  return 0.2126 * r! + 0.7152 * g! + 0.0722 * b!;
}

function contrast(a: string, ground: string): number {
  const on = colourOf(ground);
  const [x, y] = [luminance(colourOf(a, on)), luminance(on)];
  return (Math.max(x, y) + 0.05) / (Math.min(x, y) + 0.05);
}

/** What a token of the tile is as a colour. */
function token(element: Tile, name: string): string {
  const probe = document.createElement('i');
  probe.style.color = `var(--_${name})`;
  part(element, 'frame')!.append(probe);
  const { color } = getComputedStyle(probe);
  probe.remove();
  return color;
}

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

  it('lets a page brand a tile by five properties', async () => {
    const box = room();
    for (const name of ['surface', 'text', 'accent', 'good', 'border'])
      box.style.setProperty(`--metrik-${name}`, 'rgb(1, 2, 3)');
    const element = gauge({}, box);
    await settled(element, 'ready');
    for (const name of ['surface', 'text', 'accent', 'good', 'border'])
      expect(token(element, name)).to.equal('rgb(1, 2, 3)');
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

const full: Record<Tag, { attributes: Record<string, string>; data: unknown }> = {
  ...compared,
  'kpi-target-table': {
    attributes: { kpis: 'csat > 75%; nps(score=nps) > 40; aht < 4:00', 'no-draft': '' },
    data: months.flatMap((month) =>
      [2, 3, 4, 5].map((score, i) => ({
        month,
        count: 400,
        score,
        nps: 5 + i,
        handle_seconds: 400 + 40 * i,
      })),
    ),
  },
  'trend-line': { attributes: { target: '> 40' }, data: rowsFor['trend-line'] },
};

/** A tile with everything on it. */
function whole(tag: Tag, attributes: Record<string, string> = {}, into?: Node): Tile {
  return tile(tag, {
    attributes: { 'time-zone': 'Asia/Jakarta', ...full[tag].attributes, ...attributes },
    properties: { data: full[tag].data },
    into,
  });
}

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

/** A tile is given its size in one frame and drawn in the next; where it is out of sight, neither. */
async function atRest(): Promise<void> {
  await frames(4);
  await pause();
}

/** A tile whose answer is held back until `answer` is called. */
function held(tag: Tag, attributes: Record<string, string>, into: Node) {
  let answer: (() => void) | undefined;
  const fetcher = () =>
    new Promise<Response>((resolve) => {
      answer = () => resolve(Response.json(full[tag].data));
    });
  /** Code that a tile needs comes before its data is asked for. */
  const asked = async () => {
    while (!answer) await pause(10);
    await element.updateComplete;
    await atRest();
  };
  const element = tile(tag, {
    attributes: {
      src: address(),
      'time-zone': 'Asia/Jakarta',
      ...full[tag].attributes,
      ...attributes,
    },
    properties: { fetcher },
    into,
  });
  return { element, asked, answer: () => answer!() };
}

describe('motion', () => {
  afterEach(async () => {
    if (canDo('emulate media')) await emulateMedia({ reducedMotion: 'no-preference' });
  });
  const running = (element: Tile) =>
    element.shadowRoot!.getAnimations().filter(({ playState }) => playState === 'running').length;

  for (const tag of tags) {
    it(`of ${tag} is only a sign of waiting`, async () => {
      const { element, asked, answer } = held(tag, {}, room());
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
      const { element } = held(tag, {}, room());
      await settled(element, 'loading');
      await pause(100);
      expect(running(element)).to.equal(0);
    });
  }
});

const widths = [160, 240, 320, 480, 768, 1200];

describe('the height of a tile', () => {
  for (const tag of tags)
    for (const lang of ['en', 'id'])
      // A legend of a trend, whose lines are known with the data, takes two lines in the narrowest.
      for (const width of tag === 'trend-line' ? widths.slice(1) : widths)
        it(`is the same before and after the data: ${tag}, ${lang}, ${width} px`, async () => {
          const box = room();
          box.style.width = `${width}px`;
          const { element, asked, answer } = held(tag, { lang }, box);
          await asked();
          const before = element.offsetHeight;
          answer();
          await settled(element, 'ready');
          await atRest();
          expect(Math.abs(element.offsetHeight - before), `${before} px before`).to.be.at.most(1);
        });

  for (const tag of tags)
    it(`stays when ${tag} gets other numbers`, async () => {
      const element = whole(tag);
      await settled(element, 'ready');
      await pause(50);
      const before = element.offsetHeight;
      element.data = structuredClone(full[tag].data);
      await settled(element, 'ready');
      expect(element.offsetHeight).to.equal(before);
    });
});

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
