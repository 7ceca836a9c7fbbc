import { expect, waitUntil } from '@open-wc/testing';
import '../../src/define/csat-card';
import '../../src/define/kpi-target-table';
import '../../src/define/trend-line';
import type { MetricElement } from '../../src/elements/metric-element';
import { counts, inside, tileIn } from '../elements/tiles';

let room: HTMLElement;
beforeEach(() => {
  room = document.createElement('div');
  room.lang = 'en';
  room.style.width = '340px';
  document.body.append(room);
});
afterEach(() => room.remove());

const parsed = (text: string): Element => {
  const { documentElement } = new DOMParser().parseFromString(text, 'image/svg+xml');
  expect(documentElement.querySelector('parsererror'), 'well-formed').to.equal(null);
  return documentElement;
};
const texts = (svg: Element): string[] =>
  [...svg.querySelectorAll('text')].map((text) => text.textContent);

/** Bytes of a picture, painted on white. */
async function pixels(source: ImageBitmapSource | HTMLImageElement, width: number, height: number) {
  const canvas = document.createElement('canvas');
  Object.assign(canvas, { width, height });
  const context = canvas.getContext('2d', { willReadFrequently: true })!;
  context.fillStyle = '#fff';
  context.fillRect(0, 0, width, height);
  const image = source instanceof HTMLImageElement ? source : await createImageBitmap(source);
  context.drawImage(image, 0, 0, width, height);
  return context.getImageData(0, 0, width, height).data;
}

/** Share of pixels that differ by more than an edge's smoothing. */
function difference(a: Uint8ClampedArray, b: Uint8ClampedArray): number {
  let off = 0;
  for (let i = 0; i < a.length; i += 4)
    if ([0, 1, 2].some((k) => Math.abs(a[i + k]! - b[i + k]!) > 96)) off++;
  return off / (a.length / 4);
}

async function imageOf(svg: string): Promise<HTMLImageElement> {
  const image = new Image();
  image.src = `data:image/svg+xml,${encodeURIComponent(svg)}`;
  await image.decode();
  return image;
}

const kpis = [
  { metric: 'csat', target: '> 90%', value: 85, n: 300, analysis: 'Down 2 points; see "email"' },
  { metric: 'Calls', target: '1000', value: 1200 },
];
const months = [
  { month: '2026-08', promoters: 100, passives: 50, detractors: 50 },
  { month: '2026-09', promoters: 120, passives: 50, detractors: 30 },
  { month: '2026-10', promoters: 130, passives: 40, detractors: 30 },
];
const tiles: [tag: string, given: Record<string, unknown>][] = [
  ['nps-gauge', { data: counts, target: '> 40', benchmark: '31' }],
  ['csat-card', { data: [{ counts: [19, 22, 41, 206, 388] }], target: '> 85%' }],
  ['kpi-target-table', { data: kpis }],
  ['trend-line', { data: months, target: '> 40', interval: 'month', 'time-zone': 'Asia/Jakarta' }],
];

/** A tile whose picture is there: a line is drawn when its size is known. */
async function drawn(tag: string, given: Record<string, unknown>): Promise<MetricElement> {
  const tile = await tileIn(room, tag, given);
  await waitUntil(() => inside(tile, 'svg path, td'), 'drawn');
  return tile;
}

/** WCAG 2.2, contrast of two colours such as `rgb(1,2,3)`. */
function contrast(a: string, b: string): number {
  const light = (colour: string): number => {
    const [red, green, blue] = colour
      .match(/\d+/g)!
      .map((c) => Number(c) / 255)
      .map((c) => (c <= 0.04045 ? c / 12.92 : ((c + 0.055) / 1.055) ** 2.4));
    return 0.2126 * red! + 0.7152 * green! + 0.0722 * blue!;
  };
  const [x, y] = [light(a), light(b)];
  return (Math.max(x, y) + 0.05) / (Math.min(x, y) + 0.05);
}

describe('toSVG', () => {
  for (const [tag, given] of tiles)
    it(`gives ${tag} as one file that needs nothing else`, async () => {
      const text = await (await drawn(tag, given)).toSVG();
      const svg = parsed(text);
      expect(svg.localName).to.equal('svg');
      const names = new Set([...svg.querySelectorAll('*')].map((node) => node.localName));
      for (const name of names)
        expect(name).to.match(/^(title|desc|g|rect|line|path|circle|text|clipPath)$/);
      expect(text).to.not.match(/var\(|color\(|light-dark|class=|part=|style=|<!--|NaN|undefined/);
      for (const node of svg.querySelectorAll('*')) {
        for (const name of ['fill', 'stroke'])
          expect(node.getAttribute(name) ?? 'none').to.match(/^(none|rgb\(\d+,\d+,\d+\))$/);
        for (const { value, name } of node.attributes)
          if (!/font/.test(name)) expect(value, name).to.not.match(/%/);
      }
    });

  for (const dir of ['ltr', 'rtl'])
    for (const tag of ['nps-gauge', 'csat-card'])
      it(`ends a benchmark's name in dots where the tile does: ${tag}, ${dir}`, async () => {
        const name = 'All service centres of the region, telephone and e-mail, by the last survey';
        const benchmark = JSON.stringify({ name, value: 31 });
        const given = { ...tiles.find(([one]) => one === tag)![1], benchmark, dir };
        const tile = await drawn(tag, given);
        const shown = inside(tile, '.bench [title]')!;
        expect(shown.scrollWidth).to.be.above(shown.clientWidth);
        const text = [...parsed(await tile.toSVG()).querySelectorAll('text')].find((one) =>
          one.textContent.startsWith('All service'),
        )!;
        expect(text.textContent).to.match(/^All service centres.*…$/);
        const room = shown.getBoundingClientRect();
        expect(Number(text.getAttribute('textLength'))).to.be.within(room.width * 0.8, room.width);
        const left = tile.getBoundingClientRect().left + Number(text.getAttribute('x'));
        expect(left).to.be.within(room.left - 1, room.right + 1);
      });

  it('says heading, sentence, value, groups and n, and leaves the menu out', async () => {
    const tile = await tileIn(room, 'nps-gauge', { data: counts, heading: 'Loyalty & more <b>' });
    const svg = parsed(await tile.toSVG());
    expect(svg.querySelector('title')!.textContent).to.equal('Loyalty & more <b>');
    expect(svg.querySelector('desc')!.textContent).to.match(/^NPS \+43/);
    expect(texts(svg)).to.include.members(['Loyalty & more <b>', '+43', 'Promoters', 'n = 721']);
    expect(texts(svg).join()).to.not.include('•••');
  });

  it('puts each text where it stands on the screen', async () => {
    const tile = await tileIn(room, 'nps-gauge', { data: counts, target: '> 40' });
    const frame = inside(tile, 'figure')!.getBoundingClientRect();
    const drawn = document.importNode(parsed(await tile.toSVG()), true);
    room.append(drawn);
    for (const [selector, text] of [
      ['.big', '+43'],
      ['.heading', 'Net Promoter Score'],
      ['dt.promoters', 'Promoters'],
    ] as const) {
      const node = inside(tile, selector)!;
      const range = document.createRange();
      range.selectNodeContents([...node.childNodes].find((n) => n.textContent?.trim() === text)!);
      const wanted = range.getBoundingClientRect();
      const got = [...drawn.querySelectorAll('text')].find((n) => n.textContent === text)!;
      // In the picture's own units: Firefox adds a pixel around the box on the screen.
      const box = got.getBBox();
      expect(box.x).to.be.closeTo(wanted.left - frame.left, 1);
      expect(box.width).to.be.closeTo(wanted.width, 1.5);
      expect(box.y + box.height / 2).to.be.closeTo(
        (wanted.top + wanted.bottom) / 2 - frame.top,
        1.5,
      );
    }
  });

  it('gives light and dark whatever the tile shows, and leaves the tile as it was', async () => {
    const tile = await tileIn(room, 'nps-gauge', { data: counts, theme: 'dark' });
    const surface = async (theme?: 'light' | 'dark'): Promise<string | null> =>
      parsed(await tile.toSVG({ theme }))
        .querySelector('rect')!
        .getAttribute('fill');
    expect(await surface()).to.equal('rgb(23,30,38)');
    expect(await surface('light')).to.equal('rgb(255,255,255)');
    expect(await surface('dark')).to.equal('rgb(23,30,38)');
    expect(tile.getAttribute('theme')).to.equal('dark');
  });

  for (const [tag, given] of tiles)
    it(`takes the dark colours of ${tag} along, each text told from its ground`, async () => {
      const tile = await drawn(tag, { ...given, theme: 'dark' });
      const text = await tile.toSVG();
      expect(text).to.not.match(
        /var\(|light-dark|currentcolor|url\((?!#)|https?:(?!\/\/www\.w3\.org)/i,
      );
      const svg = parsed(text);
      const ground = svg.querySelector('rect')!.getAttribute('fill')!;
      expect(ground).to.equal('rgb(23,30,38)');
      const letters = [...svg.querySelectorAll('text')].filter((node) => node.textContent.trim());
      expect(letters.length).to.be.above(4);
      for (const letter of letters) {
        const fill = letter.closest('[fill]')?.getAttribute('fill') ?? 'rgb(0,0,0)';
        expect(contrast(fill, ground), letter.textContent).to.be.at.least(4.5);
      }
      // As an image it can reach nothing, so what it shows is in the file.
      const { offsetWidth: width, offsetHeight: height } = inside(tile, 'figure')!;
      const shown = await pixels(await imageOf(text), width, height);
      const blank = shown.slice().fill(0);
      for (let i = 0; i < blank.length; i += 4) blank.set([23, 30, 38, 255], i);
      expect(difference(shown, blank)).to.be.above(0.01);
    });

  it('is the same in a page that scales the tile', async () => {
    const tile = await tileIn(room, 'nps-gauge');
    const plain = parsed(await tile.toSVG());
    room.style.transform = 'scale(0.5)';
    const scaled = parsed(await tile.toSVG());
    expect(scaled.getAttribute('viewBox')).to.equal(plain.getAttribute('viewBox'));
    const x = (svg: Element): number =>
      Number(
        [...svg.querySelectorAll('text')].find((n) => n.textContent === '+43')!.getAttribute('x'),
      );
    expect(x(scaled)).to.be.closeTo(x(plain), 1);
  });

  it('resolves colours that a page gives in other notations', async () => {
    const tile = await tileIn(room, 'nps-gauge');
    tile.style.setProperty('--metrik-good', 'oklch(0.6 0.2 30)');
    tile.style.setProperty('--metrik-surface', 'color-mix(in srgb, red, blue)');
    const svg = parsed(await tile.toSVG());
    expect(svg.querySelector('rect')!.getAttribute('fill')).to.match(/^rgb\(12[78],0,12[78]\)$/);
  });

  it('says when in place of how long ago', async () => {
    const at = Date.UTC(2026, 4, 3, 2, 0);
    const fetcher = (async () =>
      new Response(JSON.stringify(counts), {
        headers: {
          'content-type': 'application/json',
          'last-modified': new Date(at).toUTCString(),
        },
      })) as typeof fetch;
    const tile = await tileIn(room, 'nps-gauge', { src: '/nps.json?dated', fetcher });
    const age = inside(tile, '.age') as (HTMLElement & { at: number }) | null;
    if (!age) throw new Error('the tile says no age');
    const when = new Intl.DateTimeFormat('en', { dateStyle: 'medium', timeStyle: 'short' });
    const said = texts(parsed(await tile.toSVG()));
    expect(said).to.include(when.format(age.at));
    expect(said.join()).to.not.match(/ago|just now/);
  });

  it('rejects where the tile has no size', async () => {
    const tile = await tileIn(room, 'nps-gauge');
    room.style.display = 'none';
    const error = await tile.toSVG().catch((thrown: unknown) => thrown);
    expect(error).to.be.instanceOf(RangeError);
    expect((error as Error).message).to.equal('not displayed: <nps-gauge>');
  });
});

describe('toPNG', () => {
  const sized = async (tile: MetricElement, scale?: number): Promise<[number, number]> => {
    const { width, height } = await createImageBitmap(await tile.toPNG({ scale }));
    return [width, height];
  };

  it('has two pixels for each CSS pixel unless told', async () => {
    const tile = await tileIn(room, 'nps-gauge');
    const { offsetWidth: width, offsetHeight: height } = inside(tile, 'figure')!;
    expect((await tile.toPNG()).type).to.equal('image/png');
    expect(await sized(tile)).to.deep.equal([2 * width, 2 * height]);
    expect(await sized(tile, 1)).to.deep.equal([width, height]);
  });

  it('is as large as it is told, all over', async () => {
    const tile = await tileIn(room, 'nps-gauge');
    const { offsetWidth: width, offsetHeight: height } = inside(tile, 'figure')!;
    const painted = await pixels(await tile.toPNG(), 2 * width, 2 * height);
    const shown = await pixels(await imageOf(await tile.toSVG()), 2 * width, 2 * height);
    expect(difference(painted, shown)).to.be.below(0.004);
  });

  it('stays inside what a canvas can be', async () => {
    const [width, height] = await sized(await tileIn(room, 'nps-gauge'), 40);
    expect(Math.max(width, height)).to.equal(16_384);
  }).timeout(120_000);

  for (const scale of [0, -1, NaN])
    it(`rejects scale ${scale}`, async () => {
      const tile = await tileIn(room, 'nps-gauge');
      const error = await tile.toPNG({ scale }).catch((thrown: unknown) => thrown);
      expect((error as Error).message).to.equal(`invalid scale: ${scale}`);
    });

  for (const [tag, given] of tiles)
    it(`paints ${tag} as a browser draws its SVG`, async () => {
      const tile = await drawn(tag, given);
      const { offsetWidth: width, offsetHeight: height } = inside(tile, 'figure')!;
      const painted = await pixels(await tile.toPNG({ scale: 1 }), width, height);
      const shown = await pixels(await imageOf(await tile.toSVG()), width, height);
      expect(difference(painted, shown)).to.be.below(0.004);
      // And neither is blank; a line is thin.
      const blank = new Uint8ClampedArray(painted.length).fill(255);
      expect(difference(painted, blank)).to.be.above(tag === 'trend-line' ? 0.01 : 0.02);
    });
});
