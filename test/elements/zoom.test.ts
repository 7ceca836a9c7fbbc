/** What readers do to a page: zoom, larger letters, wider spacing, paper. Nothing is lost by it. */
import { expect } from '@open-wc/testing';
import { emulateMedia, setViewport } from '@web/test-runner-commands';
import { describeAble } from '../support/engine';
import { clipped, overlapping } from './room-for-text';
import {
  address,
  compared,
  months,
  drawn,
  fetcherOf,
  part,
  pause,
  room,
  settled,
  tags,
  tile,
  type Tag,
  type Tile,
} from './tile';

const given: Record<Tag, { attributes: Record<string, string>; data: unknown }> = {
  ...compared,
  'kpi-target-table': {
    attributes: {},
    data: [
      {
        metric: 'csat',
        value: 85,
        target: '> 90%',
        n: 300,
        analysis: 'Keluhan pengiriman naik di dua kanal sejak awal bulan.',
        action: 'Tambah dua agen pada malam hari.',
        owner: 'Dewi',
        due: '2026-12-01',
      },
      { metric: 'frt', value: 90, target: '< 2 menit', n: 812, analysis: 'Baik.' },
    ],
  },
  'trend-line': {
    attributes: { target: '> 40', benchmark: '31' },
    data: months.map((month, i) => ({
      month,
      promoters: 100 + 10 * i,
      passives: 50,
      detractors: 40,
    })),
  },
};

async function whole(tag: Tag, into: Node, attributes: Record<string, string> = {}): Promise<Tile> {
  const element = tile(tag, {
    attributes: { 'time-zone': 'Asia/Jakarta', ...given[tag].attributes, ...attributes },
    properties: { data: given[tag].data },
    into,
  });
  await drawn(element);
  return element;
}

/** Letters, words and lines as far apart as WCAG 2.2, 1.4.12 has them; inside the tile too. */
const spaced = new CSSStyleSheet();
spaced.replaceSync(`* {
  line-height: 1.5 !important;
  letter-spacing: 0.12em !important;
  word-spacing: 0.16em !important;
}
p { margin-bottom: 2em !important }`);

const langs = ['en', 'id'];

describeAble('make a window as narrow', 'a page of 320 CSS pixels, as 1280 are at 400 %', () => {
  beforeEach(() => setViewport({ width: 320, height: 256 }));
  afterEach(() => setViewport({ width: 800, height: 600 }));

  for (const tag of tags)
    for (const lang of langs)
      it(`scrolls one way only and loses nothing of ${tag}, ${lang}`, async () => {
        const box = room('main');
        const element = await whole(tag, box, { lang });
        expect(document.documentElement.scrollWidth).to.be.at.most(320);
        expect(clipped(element)).to.deep.equal([]);
        expect(overlapping(element)).to.deep.equal([]);
      });
});

describe('letters twice as large', () => {
  for (const tag of tags)
    for (const width of [320, 640, 1280])
      it(`are all there in ${tag}, ${width} px wide`, async () => {
        const box = room();
        Object.assign(box.style, { width: `${width}px`, fontSize: '200%' });
        for (const lang of langs) {
          const element = await whole(tag, box, { lang });
          expect(element.scrollWidth, lang).to.be.at.most(width);
          expect(clipped(element), lang).to.deep.equal([]);
          expect(overlapping(element), lang).to.deep.equal([]);
          element.remove();
        }
      });
});

describe('wider spacing of letters, words and lines (WCAG 1.4.12)', () => {
  for (const tag of tags)
    for (const width of [240, 320, 480, 768])
      it(`cuts nothing off ${tag}, ${width} px wide`, async () => {
        const box = room();
        box.style.width = `${width}px`;
        for (const lang of langs) {
          const element = await whole(tag, box, { lang });
          const root = element.shadowRoot!;
          root.adoptedStyleSheets = [...root.adoptedStyleSheets, spaced];
          await pause(60);
          expect(clipped(element), lang).to.deep.equal([]);
          expect(overlapping(element), lang).to.deep.equal([]);
          element.remove();
        }
      });
});

describeAble('emulate media', 'paper', () => {
  beforeEach(() => emulateMedia({ media: 'print' }));
  afterEach(() => emulateMedia({ media: 'screen' }));

  for (const tag of tags) {
    it(`has ${tag} in light colours, whatever the screen has`, async () => {
      const box = room();
      box.style.colorScheme = 'dark';
      for (const theme of ['dark', 'auto', undefined]) {
        const element = await whole(tag, box, theme ? { theme } : {});
        const { backgroundColor, color } = getComputedStyle(part(element, 'frame')!);
        expect([backgroundColor, color], theme).to.deep.equal([
          'rgb(255, 255, 255)',
          'rgb(22, 32, 44)',
        ]);
      }
    });

    it(`has all of ${tag} and nothing to press`, async () => {
      const box = room();
      box.style.width = '640px';
      const element = await whole(tag, box);
      const failed = tile(tag, {
        into: box,
        attributes: { src: address() },
        properties: { fetcher: fetcherOf({ status: 404 }) },
      });
      await settled(failed, 'error');
      expect(clipped(element)).to.deep.equal([]);
      expect(overlapping(element)).to.deep.equal([]);
      for (const root of [element, failed])
        for (const button of root.shadowRoot!.querySelectorAll('.menu, .retry'))
          expect(getComputedStyle(button).display).to.equal('none');
      expect(getComputedStyle(part(element, 'frame')!).breakInside).to.equal('avoid');
    });
  }
});
