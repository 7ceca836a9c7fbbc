/** What a screen reader meets in a tile: in which order, under which names, and nothing twice. */
import { expect, waitUntil } from '@open-wc/testing';
import { sendKeys } from '@web/test-runner-commands';
import { announce } from '../../src/elements/live-region';
import {
  address,
  drawn,
  fetcherOf,
  liveRegion,
  pause,
  room,
  rowsFor,
  settled,
  tags,
  tile,
  type Tile,
} from './tile';

const months = [
  { month: '2025-10', promoters: 412, passives: 174, detractors: 121 },
  { month: '2025-11', promoters: 431, passives: 172, detractors: 118 },
];

/** Names and texts in reading order; what is hidden from readers, or is the tile's own style, is not there. */
function met(node: Node): string[] {
  if (node instanceof Text) return node.data.trim() ? [node.data.trim()] : [];
  if (!(node instanceof Element || node instanceof ShadowRoot)) return [];
  if (node instanceof Element) {
    if (node.localName === 'style' || node.getAttribute('aria-hidden') === 'true') return [];
    if (getComputedStyle(node).visibility === 'hidden') return [];
    const role = node.getAttribute('role');
    if (role === 'img') return [node.getAttribute('aria-label')!];
    if (role === 'slider') return [node.ariaLabel!, node.getAttribute('aria-valuetext')!];
    if (node.localName === 'button' && node.ariaLabel) return [node.ariaLabel];
  }
  return [...node.childNodes].flatMap(met);
}
const heardIn = (element: Tile): string[] =>
  met(element.shadowRoot!).map((text) => text.replace(/\s+/g, ' '));

const find = <E extends HTMLElement>(element: Tile, selector: string): E =>
  element.shadowRoot!.querySelector<E>(selector)!;
const announced = (element: Tile): string => find(element, '.sr[aria-live]')?.textContent ?? '';
const says = (element: Tile, text: string | RegExp): Promise<void> =>
  waitUntil(
    () => (typeof text === 'string' ? announced(element) === text : text.test(announced(element))),
    `says ${text}`,
    { timeout: 8000 },
  );

describe('a reader who listens', () => {
  it('meets a gauge as title, menu, one sentence and the groups', async () => {
    const element = tile('nps-gauge', {
      attributes: {
        lang: 'en',
        target: '> 50',
        compare: 'previous',
        benchmark: '{"value":31,"name":"Industry"}',
      },
      properties: { data: months },
    });
    await settled(element, 'ready');
    expect(heardIn(element)).to.deep.equal([
      'Net Promoter Score',
      'November 2025',
      'Menu',
      'NPS +43 (November 2025), up 2.3 points from Oct 2025, within noise, below target 50, 95% confidence interval 37.7 to 48.7, benchmark Industry +31, n 721',
      ...['Detractors', '0–6', '16%', '118'],
      ...['Passives', '7–8', '24%', '172'],
      ...['Promoters', '9–10', '60%', '431'],
      'n = 721',
    ]);
  });

  it('meets a card the same way, each step with one value', async () => {
    const element = tile('csat-card', {
      attributes: { lang: 'id', target: '> 80%' },
      properties: { data: [{ counts: [10, 10, 10, 30, 40] }] },
    });
    await settled(element, 'ready');
    expect(heardIn(element)).to.deep.equal([
      'Kepuasan pelanggan',
      'Menu',
      'CSAT 70%, di bawah target 80%, selang kepercayaan 95% 60,4% sampai 78,1%, n 100',
      'Skor 4–5 dari skala 5',
      ...['5 ★', '40%', '4 ★', '30%', '3 ★', '10%', '2 ★', '10%', '1 ★', '10%'],
      'n = 100',
    ]);
  });

  for (const tag of tags)
    it(`finds ${tag} by its heading`, async () => {
      const element = tile(tag, {
        attributes: { lang: 'en', heading: 'Telephone' },
        properties: { data: rowsFor[tag] },
      });
      await settled(element, 'ready');
      const headings = element.shadowRoot!.querySelectorAll('h1, h2, h3, h4, h5, h6');
      expect([...headings].map((h) => h.textContent)).to.deep.equal(['Telephone']);
    });

  for (const [lang, text] of [
    ['en', 'Loading'],
    ['id', 'Memuat'],
  ] as const)
    it(`is told that data is on its way, in ${lang}`, async () => {
      let answer: (response: Response) => void = () => undefined;
      const element = tile('nps-gauge', {
        attributes: { src: address(), lang },
        properties: { fetcher: () => new Promise<Response>((resolve) => (answer = resolve)) },
      });
      await settled(element, 'loading');
      expect(heardIn(element)).to.deep.equal(['Net Promoter Score', 'Menu', text]);
      await waitUntil(() => {
        answer(Response.json(rowsFor['nps-gauge']));
        return element.status === 'ready';
      });
      await element.updateComplete;
      expect(heardIn(element)).to.not.include(text);
    });

  it('is told that data could no longer be had', async () => {
    const body = rowsFor['nps-gauge'];
    const element = tile('nps-gauge', {
      attributes: { src: address(), lang: 'en' },
      properties: { fetcher: fetcherOf({ body }, { status: 404 }) },
    });
    await settled(element, 'ready');
    await element.refresh();
    await settled(element, 'stale');
    await says(element, 'The data could not be loaded');
  });

  it('keeps a place in the tile after "Try again", and hears what came of it', async () => {
    const element = tile('nps-gauge', {
      attributes: { src: address(), lang: 'en' },
      properties: { fetcher: fetcherOf({ status: 404 }, { body: months.slice(1) }) },
    });
    await settled(element, 'error');
    find(element, '.retry').focus();
    await sendKeys({ press: 'Enter' });
    expect(element.shadowRoot!.activeElement).to.equal(find(element, '.menu'));
    await settled(element, 'ready');
    await says(element, /^NPS \+43, /);
  });

  it('hears the same message again where it is said again, and does not meet it later', async function () {
    this.timeout(15_000);
    const element = tile('nps-gauge', { properties: { data: months } });
    await settled(element, 'ready');
    const region = await liveRegion(element);
    const heard: string[] = [];
    const observer = new MutationObserver(() => heard.push(region.textContent!));
    observer.observe(region, { childList: true });
    announce(element.shadowRoot!, 'Saved');
    await pause(20);
    announce(element.shadowRoot!, 'Saved');
    await waitUntil(() => heard.length === 3);
    expect(heard).to.deep.equal(['Saved', '', 'Saved']);
    await waitUntil(() => region.textContent === '', 'gone', { timeout: 12_000 });
    observer.disconnect();
  });
});

describe('a trend, to a reader who listens,', () => {
  const data = ['chat', 'mail'].flatMap((channel, i) =>
    [1, 2, 3].map((month) => ({ month: `2024-0${month}`, channel, value: 40 + 10 * i + month })),
  );
  async function reading(lang: string): Promise<Tile> {
    const element = tile('trend-line', {
      attributes: { lang, metric: 'csat', by: 'channel', 'time-zone': 'UTC' },
      properties: { data },
    });
    await drawn(element);
    return element;
  }
  const slider = (element: Tile): HTMLElement => find(element, '[role=slider]');
  const valueOf = (element: Tile): [number: string, words: string] => [
    slider(element).getAttribute('aria-valuenow')!,
    slider(element).getAttribute('aria-valuetext')!.replaceAll('\u00a0', ' '),
  ];

  for (const [lang, label, whole, first] of [
    ['en', 'Trend', /^CSAT, 2 series: /, 'January 2024, chat 41%'],
    ['id', 'Tren', /^CSAT, 2 seri: /, 'Januari 2024, chat 41%'],
  ] as const)
    it(`is a slider along its points, in ${lang}`, async () => {
      const element = await reading(lang);
      const at = slider(element);
      expect(at.ariaLabel).to.equal(label);
      expect(at.querySelector('*')).to.equal(null);
      const [zero, sentence] = valueOf(element);
      expect(zero).to.equal('0');
      expect(sentence).to.match(whole);
      at.focus();
      await sendKeys({ press: 'Home' });
      await waitUntil(() => find(element, '.tip'), 'read', { timeout: 4000 });
      expect(valueOf(element)).to.deep.equal(['1', first]);
      // A number of its own for each point: where only the words change, Firefox tells nobody.
      await sendKeys({ press: 'ArrowRight' });
      expect(valueOf(element)[0]).to.equal('2');
      await sendKeys({ press: 'ArrowUp' });
      expect(valueOf(element)[0]).to.equal('5');
      expect(at.getAttribute('aria-valuemax')).to.equal('6');
      await sendKeys({ press: 'Escape' });
      expect(valueOf(element)).to.deep.equal(['0', sentence]);
    });

  it('keeps its sentence and its point up to date with the data', async () => {
    const element = await reading('en');
    slider(element).focus();
    await sendKeys({ press: 'End' });
    await waitUntil(() => find(element, '.tip'), 'read', { timeout: 4000 });
    expect(valueOf(element)[1]).to.equal('March 2024, chat 43%');
    element.data = data.map((row) => ({ ...row, value: row.value + 1 }));
    await drawn(element);
    expect(valueOf(element)[1]).to.equal('March 2024, chat 44%');
    await sendKeys({ press: 'Escape' });
    expect(valueOf(element)[1]).to.include('to 44% (Mar 2024)');
  });
});

describe('what a tile opens, to a reader who listens,', () => {
  it('takes the focus as a table with a name, and says when the picture is back', async () => {
    const element = tile('nps-gauge', {
      attributes: { lang: 'en' },
      properties: { data: months.slice(1) },
    });
    await settled(element, 'ready');
    find(element, '.menu').focus();
    await sendKeys({ press: 't' });
    await waitUntil(() => find(element, '.view'), 'the table', { timeout: 4000 });
    const view = find(element, '.view');
    await waitUntil(() => element.shadowRoot!.activeElement === view, 'focus in the table');
    expect([view.getAttribute('role'), view.ariaLabel]).to.deep.equal(['region', 'Table']);
    const named = find(element, 'table').getAttribute('aria-labelledby')!;
    expect(find(element, `#${named}`).textContent).to.equal('Net Promoter Score');
    await sendKeys({ press: 't' });
    await says(element, /^NPS \+43, /);
    expect(element.shadowRoot!.activeElement).to.equal(find(element, '.menu'));
  });

  it('begins the formula at its title, in a dialog with a name', async () => {
    const element = tile('nps-gauge', {
      attributes: { lang: 'en' },
      properties: { data: months.slice(1) },
    });
    await settled(element, 'ready');
    find(element, '.menu').focus();
    await sendKeys({ press: 'Enter' });
    await waitUntil(() => find(element, '[data-id=formula]'), 'the menu', { timeout: 4000 });
    await sendKeys({ press: 'f' });
    await sendKeys({ press: 'Enter' });
    await waitUntil(() => find(element, '[role=dialog]'), 'the formula', { timeout: 4000 });
    const { activeElement } = element.shadowRoot!;
    expect(activeElement!.localName).to.equal('h4');
    expect(activeElement!.textContent).to.equal('Net Promoter Score');
    expect(activeElement!.closest('[role=dialog]')!.ariaLabel).to.equal('Formula');
  });

  it('says how the KPI table is sorted, and that what was written is kept', async () => {
    const box = room();
    box.style.width = '1100px';
    const element = tile('kpi-target-table', {
      attributes: { lang: 'id', editable: '' },
      properties: { data: [{ metric: 'Panggilan', value: 9, target: '> 5', analysis: 'a' }] },
      into: box,
    });
    await settled(element, 'ready');
    find(element, 'thead .result button').focus();
    for (const text of [
      'Diurutkan menurut Hasil, menaik',
      'Diurutkan menurut Hasil, menurun',
      'Dalam urutan semula',
    ]) {
      await sendKeys({ press: 'Enter' });
      await says(element, text);
    }
    find(element, 'textarea').focus();
    await sendKeys({ type: 'b' });
    await sendKeys({ down: 'Control' });
    await sendKeys({ press: 'Enter' });
    await sendKeys({ up: 'Control' });
    await says(element, 'Tersimpan');
  });
});
