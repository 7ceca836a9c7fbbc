/** What the face of a gauge and of a card says beside its value. */
import { expect } from '@open-wc/testing';
import { dial } from '../../src/charts/gauge';
import {
  address,
  drawn,
  hear,
  pause,
  room,
  rowsFor,
  saidBy,
  settled,
  tile,
  type Tile,
} from './tile';

const inside = (element: Tile, selector: string): Element[] => [
  ...element.shadowRoot!.querySelectorAll(selector),
];

/** Waits until the selector matches so many, at most three seconds: code of a target comes on demand. */
async function count(element: Tile, selector: string, wanted: number): Promise<void> {
  const end = performance.now() + 3000;
  while (inside(element, selector).length !== wanted && performance.now() < end) await pause(10);
  expect(inside(element, selector)).to.have.length(wanted);
}

const plain = (element: Element): string => element.textContent.replaceAll(/\s+/g, ' ').trim();

describe('the gauge’s drawing', () => {
  it('has the track, zero and ends that charts/gauge gives for its dial', async () => {
    const element = tile('nps-gauge', { properties: { data: rowsFor['nps-gauge'] } });
    await settled(element, 'ready');
    const { track, zero, ends } = dial();
    expect(inside(element, '.track')[0]!.getAttribute('d')).to.equal(track);
    const numbers = (node: Element, ...names: string[]): number[] =>
      names.map((name) => Number(node.getAttribute(name)));
    expect(numbers(inside(element, '.zero')[0]!, 'x1', 'y1', 'x2', 'y2')).to.deep.equal([
      zero.x1,
      zero.y1,
      zero.x2,
      zero.y2,
    ]);
    const texts = inside(element, 'text.text').map((node) => numbers(node, 'x', 'y'));
    expect(texts).to.deep.equal([
      [zero.tx, zero.ty],
      [ends[0].x, ends[0].y],
      [ends[1].x, ends[1].y],
    ]);
  });

  for (const [promoters, passives, detractors] of [
    [700, 350, 230],
    [10, 5, 4],
  ])
    it(`leaves room between the interval of ${promoters!} promoters and the arc at 160 px`, async () => {
      const box = room();
      box.style.cssText = 'width: 160px; font-family: DejaVu Sans, Verdana, sans-serif';
      const data = [{ promoters, passives, detractors }];
      const element = tile('nps-gauge', { properties: { data }, into: box });
      await drawn(element);
      const picture = inside(element, '.dial > svg')[0]!.getBoundingClientRect();
      const range = document.createRange();
      range.selectNodeContents(inside(element, '.center .sub')[0]!);
      const text = range.getBoundingClientRect();
      // In the drawing's units: its arc has its middle at 100, 96 and its inner edge 69.5 from there.
      const scale = 200 / picture.width;
      const across = (text.width / 2) * scale;
      const down = (text.bottom - picture.top) * scale - 96;
      expect(Math.hypot(across, down)).to.be.below(69.5);
    });

  for (const size of [14, 16, 24, 32])
    it(`has its groups beside or below each other, never two and one, letters of ${size} px`, async () => {
      const box = room();
      box.style.font = `${size}px system-ui`;
      const element = tile('nps-gauge', { properties: { data: rowsFor['nps-gauge'] }, into: box });
      await drawn(element);
      for (let width = 160; width < 1000; width = Math.ceil(width * 1.03)) {
        box.style.width = `${width}px`;
        const tops = inside(element, 'dl > div').map((group) => group.getBoundingClientRect().top);
        expect([1, 3], `${width} px`).to.include(new Set(tops).size);
      }
    });

  it('has no tick of a target in another unit, which the tile names', async () => {
    const element = tile('nps-gauge', { properties: { data: rowsFor['nps-gauge'] } });
    await settled(element, 'ready');
    element.setAttribute('target', '> 40');
    await count(element, '.goal', 1);
    element.setAttribute('target', '< 90 s');
    await settled(element, 'stale');
    expect(inside(element, '.goal, .goal-text')).to.deep.equal([]);
    expect(saidBy(element)).to.include('90 s');
    element.setAttribute('target', '> 40');
    await settled(element, 'ready');
    await count(element, '.goal', 1);
  });

  it('is not there where the first target is in another unit', async () => {
    const element = tile('nps-gauge', {
      attributes: { target: '< 90 s' },
      properties: { data: rowsFor['nps-gauge'] },
    });
    await settled(element, 'error');
    expect(inside(element, '.goal, svg[part~=chart]')).to.deep.equal([]);
    expect(saidBy(element)).to.include('90 s');
  });
});

describe('a benchmark on the face', () => {
  const name = 'Telecommunications and utilities in South-East Asia';
  const cases: [string, Tile['localName'], string, string, string][] = [
    ['en', 'nps-gauge', '31', 'Benchmark +31', 'a number'],
    ['id', 'nps-gauge', '31', 'Tolok ukur +31', 'a number'],
    ['en', 'nps-gauge', `{"value":-12,"name":"${name}"}`, `${name} −12`, 'a long name'],
    ['en', 'csat-card', '{"value":88.5,"name":"Telco"}', 'Telco 88.5%', 'a name'],
    ['id', 'csat-card', '{"value":88.5,"name":"Telko"}', 'Telko 88,5%', 'a name'],
  ];
  for (const [lang, tag, benchmark, said, what] of cases)
    it(`${tag} says name and value of ${what}, ${lang}, in one line at 160 px`, async () => {
      const box = document.createElement('div');
      box.style.width = '160px';
      document.body.append(box);
      const element = tile(tag, {
        attributes: { lang, benchmark },
        properties: { data: rowsFor[tag as 'nps-gauge'] },
        into: box,
      });
      await settled(element, 'ready');
      const [line] = inside(element, '.bench');
      expect(inside(element, '.bench')).to.have.length(1);
      expect([...line!.children].slice(1).map(plain).join(' ')).to.equal(said);
      expect(line!.querySelector('circle.ring')).to.not.equal(null);
      const { left, right, height } = line!.getBoundingClientRect();
      const frame = box.getBoundingClientRect();
      expect(left).to.be.at.least(frame.left);
      expect(right).to.be.at.most(frame.right);
      expect(height).to.be.below(30);
      const value = line!.lastElementChild!.getBoundingClientRect();
      expect(value.right).to.be.at.most(right + 0.5);
      expect(value.width).to.be.above(10);
      const svg = await element.toSVG();
      for (const word of said.split(' ')) expect(svg).to.include(word);
      box.remove();
    });

  it('is not there without one', async () => {
    for (const tag of ['nps-gauge', 'csat-card'] as const) {
      const element = tile(tag, { properties: { data: rowsFor[tag] } });
      await settled(element, 'ready');
      expect(inside(element, '.bench, .ring')).to.deep.equal([]);
    }
  });
});

describe('the groups of a scale of two', () => {
  const cases: [unknown, Record<string, string>, Record<string, string[]>][] = [
    [
      [{ good: 40, bad: 10 }],
      { scale: 'good-bad' },
      { en: ['Good', 'Bad'], id: ['Baik', 'Buruk'] },
    ],
    [[{ satisfied: 40, n: 50 }], {}, { en: ['Satisfied', 'Other'], id: ['Puas', 'Lainnya'] }],
  ];
  for (const [data, attributes, names] of cases)
    for (const [lang, wanted] of Object.entries(names))
      it(`are called ${wanted.join(' and ')} on the face, in the table and in CSV`, async () => {
        const element = tile('csat-card', {
          attributes: { ...attributes, lang },
          properties: { data },
        });
        await settled(element, 'ready');
        expect(inside(element, '.steps dt').map(plain)).to.deep.equal(wanted);
        for (const word of wanted) expect(element.toCSV()).to.match(new RegExp(`^${word},`, 'm'));
        element
          .shadowRoot!.querySelector('figure')!
          .dispatchEvent(new KeyboardEvent('keydown', { key: 't' }));
        const end = performance.now() + 3000;
        while (!inside(element, '.view').length && performance.now() < end) await pause(20);
        expect(inside(element, '.view tbody th').map(plain).slice(0, 2)).to.deep.equal(wanted);
      });
});

describe('an empty answer', () => {
  for (const tag of ['nps-gauge', 'csat-card', 'trend-line'] as const)
    it(`leaves ${tag} empty when it comes again unchanged`, async () => {
      let asked = 0;
      const fetcher = (): Promise<Response> =>
        Promise.resolve(
          asked++
            ? new Response(null, { status: 304 })
            : new Response('[]', { headers: { 'content-type': 'application/json', etag: '"1"' } }),
        );
      const element = tile(tag, {
        attributes: { lang: 'en', src: address() },
        properties: { fetcher },
      });
      await settled(element, 'empty');
      await element.refresh();
      expect(asked).to.equal(2);
      await settled(element, 'empty');
      expect(saidBy(element)).to.include('No responses yet');
    });
});

/** Attributes, counts, and what the card says of them. */
const scales: [given: Record<string, string>, data: unknown, en: string, id: string][] = [
  [{}, [1, 2, 3, 4, 5], 'Score 4–5 on a scale of 5', 'Skor 4–5 dari skala 5'],
  [{ scale: '1-7' }, [1, 1, 1, 1, 1, 1, 1], 'Score 6–7 on a scale of 7', 'Skor 6–7 dari skala 7'],
  [
    { scale: '1-10', 'satisfied-from': '8' },
    [1, 1, 1, 1, 1, 1, 1, 1, 1, 1],
    'Score 8–10 on a scale of 10',
    'Skor 8–10 dari skala 10',
  ],
  [{ 'satisfied-from': '5' }, [1, 2, 3, 4, 5], 'Score 5 on a scale of 5', 'Skor 5 dari skala 5'],
  [{ method: 'mean' }, [1, 2, 3, 4, 5], 'Mean on a scale of 5', 'Rata-rata dari skala 5'],
  [{ scale: 'good-bad' }, { good: 4, bad: 1 }, 'Share of good answers', 'Porsi jawaban baik'],
];

describe('the scale of a card', () => {
  const ruleOf = (element: Tile): string =>
    element.shadowRoot!.querySelector('.rule')?.textContent ?? '';
  for (const [given, counts, en, id] of scales)
    for (const [lang, said] of [
      ['en', en],
      ['id', id],
    ] as const)
      it(`is said with the steps that count: "${said}"`, async () => {
        const element = tile('csat-card', {
          attributes: { ...given, lang },
          properties: { data: [{ counts }] },
        });
        await settled(element, 'ready');
        expect(ruleOf(element)).to.equal(said);
        // Those who listen hear it too.
        expect(element.shadowRoot!.querySelector('.rule')!.closest('[aria-hidden]')).to.equal(null);
      });

  it('is not made up for a value, or a share, whose scale nobody told', async () => {
    const value = tile('csat-card', { attributes: { value: '87.4', n: '12' } });
    const share = tile('csat-card', { properties: { data: [{ satisfied: 8, n: 10 }] } });
    const told = tile('csat-card', { attributes: { value: '87.4', scale: '1-7', lang: 'en' } });
    for (const element of [value, share, told]) await settled(element, 'ready');
    expect([value, share, told].map(ruleOf)).to.deep.equal(['', '', 'Score 6–7 on a scale of 7']);
  });
});

describe('a row whose getter removes the element', () => {
  for (const tag of ['nps-gauge', 'csat-card'] as const)
    it(`makes ${tag} fire nothing`, async () => {
      const element = tile(tag);
      await settled(element, 'idle');
      const heard = hear(element);
      let read = 0;
      const row = {
        get score(): number {
          read++;
          element.remove();
          return 9;
        },
      };
      element.data = [row];
      const end = performance.now() + 3000;
      while (!read && performance.now() < end) await pause(10);
      await element.updateComplete;
      await pause(30);
      expect(read).to.be.above(0);
      expect(element.isConnected).to.equal(false);
      expect(heard).to.deep.equal([]);
    });
});

describe('the course of a card', () => {
  for (const [target, lines] of [
    ['80–90%', 2],
    ['> 85%', 1],
  ] as const)
    it(`has ${lines} lines of the target ${target}`, async () => {
      const data = ['2026-05', '2026-06'].map((month) => ({ month, counts: [10, 5, 5, 40, 60] }));
      const element = tile('csat-card', {
        attributes: { target, interval: 'month', lang: 'en' },
        properties: { data },
      });
      await settled(element, 'ready');
      const [goal] = inside(element, '.spark .goal');
      const heights = [...goal!.getAttribute('d')!.matchAll(/M0,([\d.]+)H120/g)].map(([, y]) => y);
      expect(new Set(heights).size).to.equal(lines);
    });
});
