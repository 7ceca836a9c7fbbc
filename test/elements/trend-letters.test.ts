/** The letters of a trend's chart grow with those of its tile, and everything is found where it is drawn. */
import { expect, waitUntil } from '@open-wc/testing';
import type { TrendLine } from '../../src';
import { clipped, overlapping } from './room-for-text';
import { drawn, pause, room, tile } from './tile';

type Trend = TrendLine & HTMLElement;

const months = Array.from({ length: 12 }, (_, i) => ({
  month: `2024-${String(i + 1).padStart(2, '0')}`,
  value: 40 + ((i * 7) % 12),
}));
const minutes = {
  x: Array.from({ length: 5000 }, (_, i) => Date.UTC(2026, 0, 1) + i * 60_000),
  y: Array.from({ length: 5000 }, (_, i) => (i === 3000 ? 90 : 50)),
};

async function trend(style: Partial<CSSStyleDeclaration>, data: unknown, width = 600) {
  const box = room();
  Object.assign(box.style, { width: `${width}px`, ...style });
  const attributes = {
    lang: 'en',
    metric: 'csat',
    'time-zone': 'UTC',
    target: '> 45%',
    events: '[{"date":"2024-06-15","label":"New IVR"},{"date":"2024-09-15","label":"Chat bot"}]',
  };
  const element = tile('trend-line', { attributes, properties: { data }, into: box });
  await drawn(element);
  return { box, element: element as unknown as Trend };
}

const all = (element: Trend, selector: string): Element[] => [
  ...element.shadowRoot!.querySelectorAll(selector),
];
/** Size of the letters on the screen, in pixels. */
function letters(element: Trend): number {
  const tick = all(element, '[part=chart] text')[0] as SVGTextElement;
  return parseFloat(getComputedStyle(tick).fontSize) * tick.getScreenCTM()!.d;
}
const plotOf = (element: Trend) => all(element, '.plot')[0] as HTMLElement;

function move(element: Trend, clientX: number, clientY: number): void {
  const init = { clientX, clientY, bubbles: true, pointerType: 'mouse' };
  plotOf(element).dispatchEvent(new PointerEvent('pointermove', init));
}

/** Reads what is drawn at the ring or spike at a place of the screen. */
async function readAt(element: Trend, x: number, y: number): Promise<string> {
  plotOf(element).dispatchEvent(new PointerEvent('pointerenter'));
  await waitUntil(() => (move(element, x, y), all(element, '.tip').length), 'a reading');
  return all(element, '.tip')[0]!.textContent.replace(/\s+/g, ' ');
}

const middle = ({ left, right, top, bottom }: DOMRect) =>
  [(left + right) / 2, (top + bottom) / 2] as const;

describe('the letters of a trend’s chart', () => {
  it('grow with those of the page, at once when they change, and back', async () => {
    const { box, element } = await trend({}, months);
    const normal = letters(element);
    for (const [size, ratio] of [
      ['24px', 1.5],
      ['200%', 2],
      ['', 1],
    ] as const) {
      box.style.fontSize = size;
      await pause(120);
      expect(letters(element) / normal, size).to.be.closeTo(ratio, 0.03);
    }
  });

  it('do not get smaller than they are made for', async () => {
    const { element } = await trend({ fontSize: '10px' }, months);
    const { element: normal } = await trend({}, months);
    expect(letters(element)).to.be.closeTo(letters(normal), 0.2);
  });

  for (const width of [240, 320, 480, 768])
    for (const size of ['150%', '200%'])
      it(`lie over no other, ${width} px wide at ${size}`, async () => {
        const { element } = await trend({ fontSize: size }, months, width);
        expect(clipped(element)).to.deep.equal([]);
        expect(overlapping(element)).to.deep.equal([]);
        expect(element.scrollWidth).to.be.at.most(width);
      });

  for (const [name, style] of [
    ['twice as large', { fontSize: '200%' }],
    ['on a tile that is scaled', { transform: 'scale(0.7)', transformOrigin: '0 0' }],
  ] as const)
    it(`leave the pointer its points: ${name}`, async () => {
      const { element } = await trend(style, months);
      const [x, y] = middle(all(element, 'circle.dot')[0]!.getBoundingClientRect());
      expect(await readAt(element, x, y)).to.match(/^ ?December 2024/);
      const ring = all(element, '.ring')[0]!.getBoundingClientRect();
      expect(middle(ring)[0]).to.be.closeTo(x, 1.5);
      expect(middle(ring)[1]).to.be.closeTo(y, 1.5);
      const tip = all(element, '.tip')[0]!.getBoundingClientRect();
      const plot = plotOf(element).getBoundingClientRect();
      expect(tip.left).to.be.at.least(plot.left - 0.5);
      expect(tip.right).to.be.at.most(ring.left);
    });

  it('take a line of very many points along, on the screen and in pictures', async () => {
    const { element } = await trend({ fontSize: '200%' }, minutes);
    const { shape, size } = element.view!;
    const plot = plotOf(element).getBoundingClientRect();
    const canvas = all(element, 'canvas')[0] as HTMLCanvasElement & { outline(): string };
    expect(canvas.width).to.be.closeTo(plot.width * devicePixelRatio, 2);
    const scale = plot.width / size[0];
    const x = shape.xOf(minutes.x[3000]!) * scale;
    const y = shape.yOf(90) * scale;
    expect(await readAt(element, plot.left + x, plot.top + y)).to.include('90%');
    const highest = [...canvas.outline().matchAll(/M([\d.]+),([\d.]+)/g)]
      .map(([, left, top]) => [Number(left), Number(top)] as const)
      .reduce((best, one) => (one[1] < best[1] ? one : best));
    expect(highest[0]).to.be.closeTo(x, 1.5);
    expect(highest[1]).to.be.closeTo(y, 1.5);
  });
});
