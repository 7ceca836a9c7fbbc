/** What a tile says to people who do not see it, and how keys move through it. */
import { expect, waitUntil } from '@open-wc/testing';
import { sendKeys } from '@web/test-runner-commands';
import {
  address,
  fetcherOf,
  liveRegion,
  part,
  partText,
  pause,
  room,
  rowsFor,
  saidBy,
  settled,
  tags,
  tile,
  type Tag,
  type Tile,
} from './tile';

// Months that are over.
const months = [
  { month: '2025-10', promoters: 412, passives: 174, detractors: 121 },
  { month: '2025-11', promoters: 431, passives: 172, detractors: 118 },
];
const steps = [
  { month: '2025-10', counts: [21, 24, 47, 214, 390] },
  { month: '2025-11', counts: [19, 22, 41, 206, 388] },
];

/** The sentence that stands for the picture. */
function sentenceOf(element: Tile): string {
  const root = element.shadowRoot!;
  const label = root.querySelector('.dial')?.getAttribute('aria-label');
  return label ?? root.querySelector('.sr:not([aria-live])')?.textContent ?? '';
}

/** The text of the live region. */
const announced = (element: Tile): string =>
  element.shadowRoot!.querySelector('[aria-live]')?.textContent ?? '';

describe('the sentence of', () => {
  const cases: [string, Tag, Record<string, string>, unknown, Record<string, string>][] = [
    [
      'a gauge with change and interval',
      'nps-gauge',
      { compare: 'previous' },
      months,
      {
        en: 'NPS +43 (November 2025), up 2.3 points from Oct 2025, within noise, 95% confidence interval 37.7 to 48.7, n 721',
        id: 'NPS +43 (November 2025), naik 2,3 poin dari Okt 2025, dalam variasi wajar, selang kepercayaan 95% 37,7 sampai 48,7, n 721',
      },
    ],
    [
      'a gauge below its target',
      'nps-gauge',
      { target: '> 50', benchmark: '{"value":31,"name":"Telco"}' },
      months.slice(1),
      {
        en: 'NPS +43, below target 50, 95% confidence interval 37.7 to 48.7, benchmark Telco +31, n 721',
        id: 'NPS +43, di bawah target 50, selang kepercayaan 95% 37,7 sampai 48,7, tolok ukur Telco +31, n 721',
      },
    ],
    [
      'a gauge whose target is met and not proven',
      'nps-gauge',
      { target: '>= 40' },
      months.slice(1),
      {
        en: 'NPS +43, on target 40, not proven, 95% confidence interval 37.7 to 48.7, n 721',
        id: 'NPS +43, target 40 tercapai, belum terbukti, selang kepercayaan 95% 37,7 sampai 48,7, n 721',
      },
    ],
    ['a gauge below zero', 'nps-gauge', {}, { value: -12 }, { en: 'NPS −12', id: 'NPS −12' }],
    [
      'a gauge of a ready value',
      'nps-gauge',
      {},
      { value: 38, n: 1412 },
      { en: 'NPS +38, n 1,412', id: 'NPS +38, n 1.412' },
    ],
    [
      'a card with its interval',
      'csat-card',
      {},
      steps.slice(1),
      {
        en: 'CSAT 87.9%, 95% confidence interval 85.2% to 90.1%, n 676',
        id: 'CSAT 87,9%, selang kepercayaan 95% 85,2% sampai 90,1%, n 676',
      },
    ],
    [
      'a card below its target',
      'csat-card',
      { target: '> 92%', compare: 'previous' },
      steps,
      {
        en: 'CSAT 87.9% (November 2025), up 1.1 points from Oct 2025, within noise, below target 92%, 95% confidence interval 85.2% to 90.1%, n 676',
        id: 'CSAT 87,9% (November 2025), naik 1,1 poin dari Okt 2025, dalam variasi wajar, di bawah target 92%, selang kepercayaan 95% 85,2% sampai 90,1%, n 676',
      },
    ],
    [
      'a card of a mean',
      'csat-card',
      { method: 'mean', target: '4.5' },
      steps.slice(1),
      {
        en: 'CSAT 4.36, below target 4.5, 95% confidence interval 4.29 to 4.44, n 676',
        id: '',
      },
    ],
  ];
  for (const [name, tag, attributes, data, texts] of cases)
    for (const [lang, text] of Object.entries(texts))
      if (text)
        it(`${name}, in ${lang}`, async () => {
          const element = tile(tag, {
            attributes: { ...attributes, lang, 'time-zone': 'Asia/Jakarta' },
            properties: { data },
          });
          await settled(element, 'ready');
          expect(sentenceOf(element)).to.equal(text);
        });

  const counts: Record<string, [string, string]> = {
    en: ['KPI targets', '1 on target · 1 to act on · 1 without data'],
    id: ['Target KPI', '1 tercapai · 1 perlu tindakan · 1 tanpa data'],
  };
  for (const [lang, [heading, text]] of Object.entries(counts))
    it(`a table counts what is met and what is not, in ${lang}`, async () => {
      const element = tile('kpi-target-table', {
        attributes: { lang, 'no-draft': '' },
        properties: {
          data: [...rowsFor['kpi-target-table'], { metric: 'aht', target: '<= 6:00', value: null }],
        },
      });
      await settled(element, 'ready');
      expect(part(element, 'table')!.getAttribute('aria-label')).to.equal(heading);
      expect(saidBy(element)).to.include(text);
    });

  const empties: Record<string, string> = {
    en: 'No responses yet Data appears once the first survey comes in.',
    id: 'Belum ada respons Data muncul setelah survei pertama masuk.',
  };
  for (const tag of tags)
    for (const [lang, text] of Object.entries(empties))
      it(`${tag} without data says why and what to do, in ${lang}`, async () => {
        const element = tile(tag, { attributes: { lang }, properties: { data: [] } });
        await settled(element, 'empty');
        expect(saidBy(element)).to.include(text);
      });

  const old: Record<string, RegExp> = {
    en: /data from 3 minutes ago$/,
    id: /data 3 menit lalu$/,
  };
  for (const tag of ['nps-gauge', 'csat-card'] as const)
    for (const [lang, text] of Object.entries(old))
      it(`${tag} with old data tells its age, in ${lang}`, async () => {
        const { now } = Date;
        const element = tile(tag, {
          attributes: { src: address(), lang },
          properties: { fetcher: fetcherOf({ body: rowsFor[tag] }, { status: 404 }) },
        });
        await settled(element, 'ready');
        try {
          Date.now = () => now() + 180_000;
          await element.refresh();
          await settled(element, 'stale');
          expect(sentenceOf(element)).to.match(text);
          expect(partText(element, 'footer').toLowerCase()).to.match(/3 (minutes ago|menit lalu)/);
        } finally {
          Date.now = now;
        }
      });
});

describe('the live region', () => {
  const now = performance.now.bind(performance);
  let ahead = 0;
  /** As if nothing had been spoken for a minute. */
  const quietMinute = (): void => void (ahead += 60_000);
  before(() => (performance.now = () => now() + ahead));
  beforeEach(quietMinute);
  after(() => {
    performance.now = now;
  });
  /** Longer than a change waits for others and a new region for its readers. */
  const heard = (): Promise<void> => pause(500);

  for (const tag of tags) {
    it(`of ${tag} is silent at first and when nothing changed`, async () => {
      const rows = rowsFor[tag];
      const element = tile(tag, { attributes: { lang: 'en' }, properties: { data: rows } });
      await settled(element, 'ready');
      const region = await liveRegion(element);
      expect(announced(element)).to.equal('');
      let changes = 0;
      const observer = new MutationObserver((records) => (changes += records.length));
      observer.observe(region, { childList: true, subtree: true, characterData: true });
      element.data = structuredClone(rows);
      await settled(element, 'ready');
      element.heading = 'Another name';
      element.heading = undefined;
      element.theme = 'dark';
      await element.updateComplete;
      await heard();
      observer.disconnect();
      expect(changes).to.equal(0);
    });
  }

  it('says new numbers once, politely', async () => {
    const element = tile('nps-gauge', {
      attributes: { lang: 'en' },
      properties: { data: months.slice(0, 1) },
    });
    await settled(element, 'ready');
    let changes = 0;
    const region = await liveRegion(element);
    const observer = new MutationObserver((records) => (changes += records.length));
    observer.observe(region, { childList: true, subtree: true, characterData: true });
    element.data = months.slice(1);
    await settled(element, 'ready');
    await heard();
    expect(announced(element)).to.match(/^NPS \+43, /);
    expect(changes).to.be.within(1, 2);
    observer.disconnect();
  });

  /** Gauges side by side, each with other numbers than at first. */
  async function changing(count: number, lang = 'en'): Promise<Tile[]> {
    const elements = Array.from({ length: count }, () =>
      tile('nps-gauge', { attributes: { lang }, properties: { data: months.slice(0, 1) } }),
    );
    for (const element of elements) await settled(element, 'ready');
    for (const element of elements) element.data = months.slice(1);
    return elements;
  }
  const saidOf = (elements: readonly Tile[]): string[] => elements.map(announced).filter(Boolean);

  it('speaks for each of a few tiles that change together', async () => {
    const elements = await changing(3);
    await heard();
    expect(saidOf(elements)).to.deep.equal(Array(3).fill(announced(elements[0]!)));
    expect(announced(elements[0]!)).to.match(/^NPS \+43, /);
  });

  it('tells of many tiles in one message, in both languages', async () => {
    expect(
      await changing(5).then(async (elements) => (await heard(), saidOf(elements))),
    ).to.deep.equal(['5 tiles have new numbers']);
    quietMinute();
    expect(
      await changing(5, 'id').then(async (elements) => (await heard(), saidOf(elements))),
    ).to.deep.equal(['Angka pada 5 kartu telah berubah']);
  });

  it('does not speak for tiles that are gone or not shown', async () => {
    const elements = await changing(5);
    elements[0]!.remove();
    elements[1]!.hidden = true;
    await heard();
    expect(saidOf(elements.slice(0, 2))).to.deep.equal([]);
    expect(saidOf(elements.slice(2)).length).to.equal(3);
  });

  it('leaves time between messages, and then says what is so by then', async function () {
    this.timeout(10_000);
    const [element] = (await changing(1)) as [Tile];
    await waitUntil(() => /^NPS \+43, /.test(announced(element)));
    element.data = months.slice(0, 1);
    await settled(element, 'ready');
    element.data = [{ month: '2025-11', promoters: 40, passives: 40, detractors: 20 }];
    await settled(element, 'ready');
    await heard();
    expect(announced(element)).to.match(/^NPS \+43, /);
    await waitUntil(() => /^NPS \+20, /.test(announced(element)), 'told later', { timeout: 8000 });
  });

  it('made for what it says, is known to readers before it speaks, the newest last', async () => {
    const element = tile('nps-gauge', {
      attributes: { lang: 'en' },
      properties: { data: months.slice(0, 1) },
    });
    await settled(element, 'ready');
    const regions = (): number => element.shadowRoot!.querySelectorAll('[aria-live]').length;
    expect(regions()).to.equal(0);
    // Seen where it stands, empty, by a reader that looks whenever the page changes.
    const seen: string[] = [];
    const observer = new MutationObserver(() => seen.push(announced(element)));
    observer.observe(element.shadowRoot!, { childList: true, subtree: true });
    element.data = [{ month: '2025-11', promoters: 40, passives: 40, detractors: 20 }];
    await settled(element, 'ready');
    element.data = months.slice(1);
    await settled(element, 'ready');
    await waitUntil(() => regions() === 1);
    expect(announced(element)).to.equal('');
    await waitUntil(() => /^NPS \+43, /.test(announced(element)));
    observer.disconnect();
    expect(seen[0]).to.equal('');
    element.data = undefined;
    await settled(element, 'idle');
    expect(regions()).to.equal(1);
  });

  it('says nothing of an answer that is the same, 304 or not', async () => {
    const element = tile('nps-gauge', {
      attributes: { src: address(), lang: 'en' },
      properties: { fetcher: fetcherOf({ body: rowsFor['nps-gauge'] }) },
    });
    await settled(element, 'ready');
    await element.refresh();
    await settled(element, 'ready');
    expect(announced(element)).to.equal('');
  });
});

describe('what surrounds the picture', () => {
  for (const tag of tags) {
    it(`of ${tag} is a figure named by its heading`, async () => {
      const element = tile(tag, {
        attributes: { heading: 'Service desk' },
        properties: { data: rowsFor[tag] },
      });
      await settled(element, 'ready');
      const figure = part(element, 'frame')!;
      const named = element.shadowRoot!.getElementById(figure.getAttribute('aria-labelledby')!);
      expect(figure.localName).to.equal('figure');
      expect(named!.textContent).to.equal('Service desk');
    });

    it(`of ${tag} keeps drawings without a name out of the way`, async () => {
      const element = tile(tag, { properties: { data: rowsFor[tag] } });
      await settled(element, 'ready');
      await pause(50);
      for (const svg of element.shadowRoot!.querySelectorAll('svg')) {
        const isNamed = !!svg.getAttribute('aria-label') && svg.hasAttribute('role');
        expect(
          isNamed || !!svg.closest('[aria-hidden="true"]'),
          svg.outerHTML.slice(0, 90),
        ).to.equal(true);
      }
    });
  }
});

describe('the keyboard', () => {
  const data = [
    { metric: 'B', value: 2, target: '> 1', group: '' },
    { metric: 'A', value: 3, target: '> 9', group: '' },
    { metric: 'C', value: null, target: '> 1', group: '' },
  ];
  const names = (element: Tile) =>
    [...element.shadowRoot!.querySelectorAll('tbody th')].map((cell) => cell.textContent!.trim());
  const heads = (element: Tile) =>
    [...element.shadowRoot!.querySelectorAll<HTMLElement>('thead th')].map(
      (head) => `${head.textContent!.trim()}: ${head.getAttribute('aria-sort') ?? 'none'}`,
    );

  it('sorts the KPI table up, down and back, with what is missing last', async () => {
    const box = room();
    box.style.width = '1100px';
    const element = tile('kpi-target-table', {
      attributes: { lang: 'en', 'no-draft': '' },
      properties: { data },
      into: box,
    });
    await settled(element, 'ready');
    expect(names(element)).to.deep.equal(['B', 'A', 'C']);
    const button = element.shadowRoot!.querySelector<HTMLElement>('thead .result button')!;
    expect(button.textContent).to.equal('Result');
    expect(button.title).to.equal('Sort by Result');
    button.focus();
    const press = async (wanted: string[], sort: string) => {
      await sendKeys({ press: 'Enter' });
      // The code that sorts comes when it is first asked for.
      const isSorted = () => heads(element).includes(`Result: ${sort}`);
      for (let i = 0; i < 100 && !isSorted(); i++) await pause(20);
      expect(names(element)).to.deep.equal(wanted);
      expect(heads(element)).to.include(`Result: ${sort}`);
      expect(element.shadowRoot!.activeElement).to.equal(button);
    };
    await press(['B', 'A', 'C'], 'ascending');
    await press(['A', 'B', 'C'], 'descending');
    await press(['B', 'A', 'C'], 'none');
  });

  it('reaches every column and the menu by Tab, each with its focus in sight', async () => {
    const box = room();
    box.style.width = '1100px';
    const element = tile('kpi-target-table', {
      attributes: { lang: 'en', 'no-draft': '' },
      properties: { data: rowsFor['kpi-target-table'] },
      into: box,
    });
    await settled(element, 'ready');
    const reached: string[] = [];
    for (let i = 0; i < 12; i++) {
      await sendKeys({ press: 'Tab' });
      const active = element.shadowRoot!.activeElement as HTMLElement | null;
      if (!active) {
        if (reached.length) break;
        continue;
      }
      const name = active.getAttribute('aria-label') ?? active.textContent;
      // After the last stop of a page some engines begin anew.
      if (name === reached[0]) break;
      const { outlineStyle, outlineWidth } = getComputedStyle(active);
      expect(outlineStyle, active.outerHTML).to.equal('solid');
      expect(parseFloat(outlineWidth)).to.be.at.least(2);
      reached.push(name);
    }
    expect(reached).to.deep.equal([
      'Menu',
      'Metric',
      'Target',
      'Result',
      'Gap',
      'Status',
      'Analysis',
      'Action',
    ]);
  });

  it('says from where to where a course went, and keeps heads to their names', async () => {
    const box = room();
    box.style.width = '1100px';
    for (const [lang, course, head] of [
      ['en', 'from 81% to 85%', 'Result'],
      ['id', 'dari 81% ke 85%', 'Hasil'],
    ] as const) {
      const element = tile('kpi-target-table', {
        attributes: { lang, 'no-draft': '' },
        properties: {
          data: [{ metric: 'csat', value: 85, target: '> 90%', trend: [null, 81, 79, 85, null] }],
        },
        into: box,
      });
      await settled(element, 'ready');
      const drawing = element.shadowRoot!.querySelector('.course')!;
      expect(drawing.getAttribute('role')).to.equal('img');
      expect(drawing.getAttribute('aria-label')).to.equal(course);
      // A cell is read with the name of its column, not with what a click on it does.
      const column = element.shadowRoot!.querySelector('thead .result')!;
      expect(column.textContent.trim()).to.equal(head);
      expect(column.querySelector('[aria-label]')).to.equal(null);
    }
  });

  it('writes into analysis and action of an editable table, and tells it', async () => {
    const box = room();
    box.style.width = '1100px';
    const element = tile('kpi-target-table', {
      attributes: { lang: 'en', editable: '' },
      properties: {
        data: [{ metric: 'Calls', value: 9, target: '> 5', analysis: 'a', action: '' }],
      },
      into: box,
    });
    await settled(element, 'ready');
    const saved: unknown[] = [];
    document.body.addEventListener('kpi-save', (e) => saved.push((e as CustomEvent).detail), {
      once: true,
    });
    const text = element.shadowRoot!.querySelector('textarea')!;
    expect(text.getAttribute('aria-label')).to.equal('Edit Analysis: Calls');
    text.focus();
    await sendKeys({ type: 't!' });
    text.blur();
    expect(text.value).to.equal('at!');
    expect(saved).to.deep.equal([
      { metric: 'Calls', name: 'Calls', field: 'analysis', value: 'at!' },
    ]);
    // What was written stays when the tile is drawn again, and only new data replaces it.
    element.heading = 'New';
    await element.updateComplete;
    expect(element.shadowRoot!.querySelector('textarea')!.value).to.equal('at!');
  });

  it('presses "Try again" of a tile that failed', async () => {
    const element = tile('nps-gauge', {
      attributes: { src: address(), lang: 'en' },
      properties: { fetcher: fetcherOf({ status: 404 }, { body: rowsFor['nps-gauge'] }) },
    });
    await settled(element, 'error');
    const retry = element.shadowRoot!.querySelector<HTMLElement>('.retry')!;
    expect(retry.localName).to.equal('button');
    retry.focus();
    await sendKeys({ press: 'Space' });
    await settled(element, 'ready');
  });
});
