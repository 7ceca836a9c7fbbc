/** Colours that a page may hand to a tile, good and bad: ../shared/corpora/colors.json. */
import { expect } from '@open-wc/testing';
import '../../src/define';
import type { MetricElement } from '../../src/elements/metric-element';
import { counts, inside, tileIn } from '../elements/tiles';
import { describeShared, sharedJson } from '../support/shared';

interface Corpus {
  accept: string[];
  reject: string[];
  redos: { unit: string; tail: string; n: number; end: string }[];
}

const names = [
  ...['surface', 'border', 'track', 'text', 'muted'],
  ...['good', 'bad', 'warn', 'accent', 'neutral'],
].map((name) => `--metrik-${name}`);

const tiles: [tag: string, given: Record<string, unknown>][] = [
  ['nps-gauge', { data: counts, target: '> 40', benchmark: '31' }],
  ['csat-card', { data: [{ counts: [19, 22, 41, 206, 388] }], target: '> 85%' }],
  ['kpi-target-table', { data: [{ metric: 'csat', target: '> 90%', value: 85, n: 300 }] }],
  [
    'trend-line',
    {
      data: ['2026-08', '2026-09'].map((month) => ({ month, ...counts[0] })),
      interval: 'month',
      'time-zone': 'UTC',
    },
  ],
];

const paint = /^(none|rgb\(\d+,\d+,\d+\))$/;

describeShared('the colours of ../shared/corpora/colors.json', () => {
  let corpus: Corpus;
  let room: HTMLElement;
  before(async () => {
    corpus = await sharedJson<Corpus>('corpora/colors.json');
    expect([corpus.accept.length, corpus.reject.length]).to.deep.equal([11, 20]);
  });
  beforeEach(() => {
    room = document.createElement('div');
    room.lang = 'en';
    room.style.width = '340px';
    document.body.append(room);
  });
  afterEach(() => room.remove());

  /** Every paint of the picture, as it stands in the file. */
  async function paintsOf(tile: MetricElement): Promise<string[]> {
    const { documentElement } = new DOMParser().parseFromString(
      await tile.toSVG(),
      'image/svg+xml',
    );
    return [...documentElement.querySelectorAll('*')].flatMap((node) =>
      ['fill', 'stroke'].map((name) => node.getAttribute(name) ?? 'none'),
    );
  }

  /** Gives the tile the colour under every name; a browser may refuse it here already. */
  function give(tile: HTMLElement, colour: string): void {
    for (const name of names) tile.style.setProperty(name, colour);
  }

  it('are taken, on the tile and in its picture, where they are colours', async () => {
    const tile = await tileIn(room, 'nps-gauge', tiles[0]![1]);
    const figure = inside(tile, 'figure')!;
    const probe = document.createElement('i');
    room.append(probe);
    for (const colour of corpus.accept) {
      tile.style.setProperty('--metrik-surface', colour);
      probe.style.color = getComputedStyle(figure).color;
      probe.style.backgroundColor = colour;
      const expected = getComputedStyle(probe).backgroundColor;
      expect(getComputedStyle(figure).backgroundColor, colour).to.equal(expected);
      const [r, g, b, a] = expected.match(/[\d.]+/g)!;
      const ground = a === '0' ? 'none' : `rgb(${r},${g},${b})`;
      expect((await paintsOf(tile)).find((one) => one !== 'none' || a === '0')).to.equal(ground);
    }
  });

  for (const [tag, given] of tiles)
    it(`never reach the picture of ${tag} where they are none`, async function () {
      this.timeout(30_000);
      const tile = await tileIn(room, tag, given);
      const long = corpus.redos.map(({ unit, tail, n, end }) => unit + tail.repeat(n) + end);
      for (const colour of [...corpus.reject, ...long]) {
        give(tile, colour);
        const wrong = (await paintsOf(tile)).filter((one) => !paint.test(one));
        expect(wrong, colour.slice(0, 40)).to.deep.equal([]);
      }
      expect(tile.status).to.equal('ready');
    });
});
