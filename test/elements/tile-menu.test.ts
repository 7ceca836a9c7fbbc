import 'axe-core/axe.min.js';
import { expect, waitUntil } from '@open-wc/testing';
import { sendKeys, setViewport } from '@web/test-runner-commands';
import type { AxeResults } from 'axe-core';
import '../../src/define/csat-card';
import '../../src/define/kpi-target-table';
import '../../src/define/trend-line';
import type { MetricElement } from '../../src/elements/metric-element';
import { isGranted } from '../../src/export/allowed';
import { registerCatalogue } from '../../src/text/catalogue';
import { itAble } from '../support/engine';
import { counts, inside, itemsOf, openMenu, tileIn } from './tiles';

const { axe } = window as unknown as { axe: { run(node: Element): Promise<AxeResults> } };

/** Answers on a scale of five. */
const stars = [1, 2, 3, 4, 5].map((score) => ({ score, count: 10 * score }));

let room: HTMLElement;
const undo: (() => void)[] = [];
beforeEach(() => {
  room = document.createElement('div');
  room.lang = 'en';
  room.style.width = '340px';
  document.body.append(room);
});
afterEach(() => {
  room.remove();
  for (const restore of undo.splice(0)) restore();
});

/** Puts something in the place of what the browser has, until the test is over. */
function replace(object: object, name: string, value: unknown): void {
  const own = Object.getOwnPropertyDescriptor(object, name);
  Object.defineProperty(object, name, { value, configurable: true, writable: true });
  undo.push(() => {
    if (own) Object.defineProperty(object, name, own);
    else delete (object as Record<string, unknown>)[name];
  });
}

const focused = (tile: Element): string | null => {
  const { activeElement: at } = tile.shadowRoot!;
  return at && ((at as HTMLElement).dataset.id ?? at.className);
};
const pop = (tile: Element): HTMLElement | null => inside(tile, '.pop');

async function listening(tile: MetricElement, item: string): Promise<void> {
  (await openMenu(tile)).get(item)!.click();
}

/** Catches what would be printed, sheet by sheet. */
function catchSheets(): SVGSVGElement[] {
  const sheets: SVGSVGElement[] = [];
  replace(window, 'print', () =>
    sheets.push(...document.querySelectorAll<SVGSVGElement>('.metrik-paper > svg')),
  );
  return sheets;
}

/** Catches what a download would save. */
function catchDownload(): Promise<{ name: string; blob: Blob }> {
  return new Promise((done) => {
    const blobs: Blob[] = [];
    replace(URL, 'createObjectURL', (blob: Blob) => {
      blobs.push(blob);
      return `blob:${location.origin}/${blobs.length}`;
    });
    replace(HTMLAnchorElement.prototype, 'click', function (this: HTMLAnchorElement) {
      done({ name: this.download, blob: blobs.at(-1)! });
    });
  });
}

describe('the menu of a tile', () => {
  it('does not open for a tile that went while its code came', async () => {
    const tile = await tileIn(room, 'nps-gauge');
    const button = inside(tile, '.menu')!;
    button.click();
    tile.remove();
    // A second tile's menu opens with the same code, so the first one has had it too.
    await openMenu(await tileIn(room, 'nps-gauge'));
    expect(pop(tile)).to.equal(null);
    expect(button.getAttribute('aria-expanded')).not.to.equal('true');
  });

  it('opens over the page, says that it is open, and starts at its first item', async () => {
    const tile = await tileIn(room, 'nps-gauge');
    const button = inside(tile, '.menu')!;
    expect(button.getAttribute('aria-haspopup')).to.equal('menu');
    const items = await openMenu(tile);
    expect(pop(tile)!.matches(':popover-open')).to.equal(true);
    expect(pop(tile)!.getAttribute('role')).to.equal('menu');
    expect(button.getAttribute('aria-expanded')).to.equal('true');
    expect(focused(tile)).to.equal([...items.keys()][0]);
    for (const item of items.values()) {
      expect(item.getAttribute('role')).to.match(/^menuitem/);
      expect(item.offsetHeight).to.be.at.least(24);
    }
  });

  const labels = {
    en: 'View table T, Formula, Download PNG, Download SVG, Download CSV, Print',
    id: 'Lihat tabel T, Rumus, Unduh PNG, Unduh SVG, Unduh CSV, Cetak',
  };
  for (const [lang, wanted] of Object.entries(labels))
    it(`is in the tile's language: ${lang}`, async () => {
      const items = await openMenu(await tileIn(room, 'nps-gauge', { data: counts, lang }));
      const said = [...items]
        .filter(([id]) => !/copy|full/.test(id))
        .map(([, item]) =>
          item.textContent
            .trim()
            .replace(/\s+/g, ' ')
            .replace(/(\S)T$/, '$1 T'),
        );
      expect(said.join(', ')).to.equal(wanted);
    });

  it('passes axe, open and with its formula', async () => {
    const tile = await tileIn(room, 'nps-gauge');
    const items = await openMenu(tile);
    expect((await axe.run(room)).violations.map((v) => v.id)).to.deep.equal([]);
    items.get('formula')!.click();
    expect((await axe.run(room)).violations.map((v) => v.id)).to.deep.equal([]);
  });

  it('goes by arrows round and round, and to its ends', async () => {
    const tile = await tileIn(room, 'nps-gauge');
    const ids = [...(await openMenu(tile)).keys()];
    const press = async (key: string): Promise<string | null> => {
      await sendKeys({ press: key });
      return focused(tile);
    };
    expect(await press('ArrowDown')).to.equal(ids[1]);
    expect(await press('End')).to.equal(ids.at(-1));
    expect(await press('ArrowDown')).to.equal(ids[0]);
    expect(await press('ArrowUp')).to.equal(ids.at(-1));
    expect(await press('Home')).to.equal(ids[0]);
  });

  it('goes to what is typed', async () => {
    const tile = await tileIn(room, 'nps-gauge');
    await openMenu(tile);
    await sendKeys({ press: 'p' });
    expect(focused(tile)).to.equal('print');
  });

  it('takes letters typed quickly as one word, and does not change the view', async () => {
    const tile = await tileIn(room, 'nps-gauge', { data: counts, lang: 'en' });
    await openMenu(tile);
    // At one stroke: keys sent one by one take as long as the machine is busy.
    const taken = [...'download st'].map((key) => {
      const event = new KeyboardEvent('keydown', {
        key,
        bubbles: true,
        composed: true,
        cancelable: true,
      });
      tile.shadowRoot!.activeElement!.dispatchEvent(event);
      return `${event.defaultPrevented ? '' : 'not '}${key}:${focused(tile)}`;
    });
    // A blank that is taken presses no item.
    expect(taken.slice(-3)).to.deep.equal([' :png', 's:svg', 't:svg']);
    expect(pop(tile)).not.to.equal(null);
    expect(inside(tile, '.view')).to.equal(null);
  });

  it('gives focus back on Escape', async () => {
    const tile = await tileIn(room, 'nps-gauge');
    await openMenu(tile);
    await sendKeys({ press: 'Escape' });
    expect(pop(tile)).to.equal(null);
    expect(focused(tile)).to.equal('menu');
    expect(inside(tile, '.menu')!.getAttribute('aria-expanded')).to.equal('false');
  });

  it('keeps Escape from the dialog that it stands in', async () => {
    const dialog = document.createElement('dialog');
    room.append(dialog);
    dialog.showModal();
    const tile = await tileIn(dialog, 'nps-gauge');
    await openMenu(tile);
    // A dialog that a page makes itself closes at any Escape that it hears of.
    let heard = 0;
    dialog.addEventListener('keydown', () => heard++);
    await sendKeys({ press: 'Escape' });
    expect(pop(tile)).to.equal(null);
    expect(dialog.open).to.equal(true);
    expect(heard).to.equal(0);
  });

  it('closes on Tab and goes on behind its button', async () => {
    const tile = await tileIn(room, 'nps-gauge');
    const next = document.createElement('button');
    room.append(next);
    await openMenu(tile);
    await sendKeys({ press: 'Tab' });
    expect(pop(tile)).to.equal(null);
    expect(document.activeElement).to.equal(next);
  });

  it('closes on a press outside, on its button, and when focus goes elsewhere', async () => {
    const tile = await tileIn(room, 'nps-gauge');
    await openMenu(tile);
    document.body.dispatchEvent(new PointerEvent('pointerdown', { bubbles: true, composed: true }));
    expect(pop(tile)).to.equal(null);
    await openMenu(tile);
    inside(tile, '.menu')!.click();
    await waitUntil(() => !pop(tile));
    await openMenu(tile);
    const other = document.createElement('button');
    room.append(other);
    other.focus();
    expect(pop(tile)).to.equal(null);
    expect(document.activeElement).to.equal(other);
  });

  itAble('make a window as narrow', 'stays on the screen at 160 px and in a corner', async () => {
    await setViewport({ width: 180, height: 260 });
    room.style.width = '160px';
    const tile = await tileIn(room, 'nps-gauge');
    await openMenu(tile);
    const box = pop(tile)!.getBoundingClientRect();
    await setViewport({ width: 800, height: 600 });
    expect(box.left).to.be.at.least(0);
    expect(box.right).to.be.at.most(180);
    expect(box.top).to.be.at.least(0);
    expect(box.bottom).to.be.at.most(260);
  });

  it('opens under its button at the other side in a right-to-left page', async () => {
    room.dir = 'rtl';
    const tile = await tileIn(room, 'nps-gauge');
    await openMenu(tile);
    const at = inside(tile, '.menu')!.getBoundingClientRect();
    const box = pop(tile)!.getBoundingClientRect();
    expect(box.left).to.be.closeTo(Math.max(8, at.left), 1);
    expect(box.top).to.be.at.least(at.bottom);
  });

  it('offers no refresh without a source, and asks anew with one', async () => {
    expect([...(await openMenu(await tileIn(room, 'nps-gauge'))).keys()]).to.not.include('refresh');
    let asked = 0;
    const fetcher = (async () => {
      asked++;
      return Response.json(counts);
    }) as typeof fetch;
    const tile = await tileIn(room, 'nps-gauge', { src: '/nps.json?menu', fetcher });
    await listening(tile, 'refresh');
    await waitUntil(() => asked === 2, 'asked again');
    await tile.updateComplete;
    expect(pop(tile)).to.equal(null);
  });

  it('offers nothing of a tile without data but full screen', async () => {
    const tile = await tileIn(room, 'nps-gauge', {}, 'idle');
    inside(tile, '.menu')!.click();
    await waitUntil(() => pop(tile));
    expect([...itemsOf(tile).keys()].filter((id) => id !== 'full-screen')).to.deep.equal([]);
  });

  it('offers no table where the picture is one', async () => {
    const data = [{ metric: 'csat', target: '> 90%', value: 85 }];
    const tile = await tileIn(room, 'kpi-target-table', { data });
    expect([...(await openMenu(tile)).keys()]).to.not.include('table');
  });
});

describe('the table view', () => {
  it('is one key away while the tile has focus, in the room of the picture', async () => {
    const tile = await tileIn(room, 'nps-gauge');
    const { offsetHeight: height } = tile;
    inside(tile, '.menu')!.focus();
    await sendKeys({ press: 't' });
    await waitUntil(() => inside(tile, '.view'));
    const rows = [...inside(tile, '.view')!.querySelectorAll('tbody tr')];
    expect(rows.map((row) => [...row.children].map((cell) => cell.textContent))).to.deep.equal([
      ['Detractors 0–6', '–', '118', '16.4%', '–'],
      ['Passives 7–8', '–', '172', '23.9%', '–'],
      ['Promoters 9–10', '–', '431', '59.8%', '–'],
      ['NPS', '–', '721', '+43.4', '37.7–48.7'],
    ]);
    expect(tile.offsetHeight).to.be.closeTo(height, 1);
    await sendKeys({ press: 'T' });
    await waitUntil(() => !inside(tile, '.view'));
    expect(focused(tile)).to.equal('menu');
    expect(tile.offsetHeight).to.be.closeTo(height, 1);
  });

  it('passes axe', async () => {
    const tile = await tileIn(room, 'nps-gauge');
    await listening(tile, 'table');
    await waitUntil(() => inside(tile, '.view'));
    expect((await axe.run(room)).violations.map((v) => v.id)).to.deep.equal([]);
  });

  it('is left and found again by the menu', async () => {
    const tile = await tileIn(room, 'csat-card', { data: [{ counts: [1, 0, 1, 3, 5] }] });
    await listening(tile, 'table');
    await waitUntil(() => inside(tile, '.view'));
    expect((await openMenu(tile)).get('table')!.textContent).to.include('View chart');
    itemsOf(tile).get('table')!.click();
    await waitUntil(() => !inside(tile, '.view'));
  });

  for (const key of ['Control+t', 'Alt+t'])
    it(`is not meant by ${key}`, async () => {
      const tile = await tileIn(room, 'nps-gauge');
      const [held, letter] = key.split('+') as [string, string];
      const event = { key: letter, bubbles: true, ctrlKey: /C/.test(held), altKey: /A/.test(held) };
      inside(tile, '.menu')!.dispatchEvent(new KeyboardEvent('keydown', event));
      await new Promise((done) => setTimeout(done, 50));
      expect(inside(tile, '.view')).to.equal(null);
    });

  it('is not meant by a t that is written into a field', async () => {
    const data = [{ metric: 'csat', target: '> 90%', value: 85 }];
    const tile = await tileIn(room, 'kpi-target-table', { data, editable: '' });
    inside(tile, 'textarea')!.focus();
    await sendKeys({ press: 't' });
    expect(inside<HTMLTextAreaElement>(tile, 'textarea')!.value).to.include('t');
    expect(inside(tile, '.view')).to.equal(null);
  });

  it('says no false 0 before there is data', async () => {
    const tile = await tileIn(room, 'nps-gauge', {}, 'idle');
    expect(tile.toCSV()).to.equal('Segment,Period,n,Value,Unit,2.5%,97.5%\r\n');
  });
});

describe('the formula in the menu', () => {
  const said = (tile: MetricElement): string => pop(tile)!.textContent.replace(/\s+/g, ' ');

  it('has the numbers in it, the method, the counts and the interval', async () => {
    const data = [
      ...Array<object>(3).fill({ score: 10 }),
      { score: 2 },
      { score: 11 },
      { score: '' },
    ];
    const tile = await tileIn(room, 'nps-gauge', { data });
    await listening(tile, 'formula');
    expect(pop(tile)!.getAttribute('role')).to.equal('dialog');
    expect(said(tile)).to.include('(promoters − detractors) / n × 100');
    expect(said(tile)).to.include('(3 − 1) / 4 × 100 = +50');
    expect(said(tile)).to.match(
      /Method promoters ≥ 9, detractors < 7 ?n 4 ?Invalid 1 ?No answer 1/,
    );
    expect(said(tile)).to.include('95% confidence interval');
  });

  it('is in Indonesian with its decimal comma', async () => {
    const tile = await tileIn(room, 'nps-gauge', { data: counts, lang: 'id' });
    await listening(tile, 'formula');
    expect(said(tile)).to.include('(promoter − detractor) / n × 100');
    expect(said(tile)).to.include('(431 − 118) / 721 × 100 = +43,4');
    expect(said(tile)).to.match(
      /Metode promoter ≥ 9, detractor < 7 ?n 721 ?Tidak valid 0 ?Tanpa jawaban 0/,
    );
  });

  it('takes the words of a registered catalogue', async () => {
    registerCatalogue('eo', { formula: 'Formulo', formulaWords: { method: 'Metodo' } });
    const tile = await tileIn(room, 'nps-gauge', { data: counts, lang: 'eo' });
    await listening(tile, 'formula');
    expect(pop(tile)!.getAttribute('aria-label')).to.equal('Formulo');
    expect(said(tile)).to.match(/Metodo .*Invalid 0/);
  });

  it('says of a given value only what is known', async () => {
    const tile = await tileIn(room, 'nps-gauge', { value: '38' });
    await listening(tile, 'formula');
    expect(said(tile)).to.include('Method given, not computed here');
    expect(said(tile)).to.not.match(/ n 0|Invalid/);
  });

  it('says of which line of a trend it is, and of which period', async () => {
    const data = ['email', 'chat'].flatMap((channel) => ({
      month: '2026-08',
      channel,
      ...counts[0],
    }));
    const given = { data, by: 'channel', lang: 'en', 'time-zone': 'Asia/Jakarta' };
    const tile = await tileIn(room, 'trend-line', given);
    await listening(tile, 'formula');
    expect(inside(tile, '.pop h4')!.textContent).to.equal('Net Promoter Score · email · Aug 2026');
  });

  it('calls the rows of a KPI table as the table does', async () => {
    const kpis = 'csat(method=mean) > 4; csat(satisfied-from=3) > 85%';
    const data = [{ score: 5 }, { score: 2 }];
    const tile = await tileIn(room, 'kpi-target-table', { data, kpis, lang: 'en' });
    await listening(tile, 'formula');
    const titles = [...pop(tile)!.querySelectorAll('h4')].map((title) => title.textContent);
    const rows = [...tile.shadowRoot!.querySelectorAll('tbody th')].map((row) =>
      row.textContent.trim(),
    );
    expect(titles).to.deep.equal(rows);
    expect(new Set(titles).size).to.equal(2);
  });

  it('closes on Escape and on its button, back to the menu button', async () => {
    const tile = await tileIn(room, 'nps-gauge');
    await listening(tile, 'formula');
    await sendKeys({ press: 'Escape' });
    expect(focused(tile)).to.equal('menu');
    await listening(tile, 'formula');
    await sendKeys({ press: 'Tab' });
    expect(focused(tile)).to.equal('close');
    await sendKeys({ press: 'Enter' });
    expect(pop(tile)).to.equal(null);
    expect(focused(tile)).to.equal('menu');
  });
});

describe('copying and saving', () => {
  it('copies the value as it is shown, and says so', async () => {
    const copied: string[] = [];
    replace(navigator, 'clipboard', {
      writeText: async (text: string) => void copied.push(text),
    });
    const tile = await tileIn(room, 'nps-gauge');
    await listening(tile, 'copy-value');
    await waitUntil(() => inside(tile, '.sr[aria-live]')?.textContent === 'Copied');
    expect(copied).to.deep.equal(['+43']);
    expect(itemsOf(tile).get('copy-value')!.textContent).to.equal('✓ Copied');
    await waitUntil(() => !pop(tile), 'closes by itself', { timeout: 3000 });
  });

  it('copies the picture as PNG', async () => {
    let written: ClipboardItem[] = [];
    replace(navigator, 'clipboard', {
      writeText: async () => undefined,
      write: async (items: ClipboardItem[]) => void (written = items),
    });
    const tile = await tileIn(room, 'nps-gauge');
    await listening(tile, 'copy-image');
    await waitUntil(() => written.length);
    expect(written[0]!.types).to.deep.equal(['image/png']);
    const blob = await written[0]!.getType('image/png');
    expect((await createImageBitmap(blob)).width).to.equal(680);
  });

  it('takes back what the browser refuses', async () => {
    replace(navigator, 'clipboard', { writeText: () => Promise.reject(new Error('denied')) });
    const tile = await tileIn(room, 'nps-gauge');
    await listening(tile, 'copy-value');
    await waitUntil(() => !itemsOf(tile).has('copy-value'));
    expect(pop(tile)).to.not.equal(null);
  });

  it('saves CSV that Excel reads as UTF-8, named after the heading', async () => {
    const saved = catchDownload();
    const tile = await tileIn(room, 'nps-gauge', { data: counts, heading: 'Loyalitas: Q3/2026 ★' });
    await listening(tile, 'csv');
    const { name, blob } = await saved;
    expect(name).to.equal('loyalitas-q3-2026.csv');
    const bytes = new Uint8Array(await blob.arrayBuffer());
    expect([...bytes.slice(0, 3)]).to.deep.equal([0xef, 0xbb, 0xbf]);
    expect(await blob.text()).to.equal(tile.toCSV());
    expect(tile.toCSV().split('\r\n')[4]).to.match(
      /^NPS,,721,43\.4119278779\d+,points,37\.7\d+,48\.7\d+$/,
    );
  });

  for (const [item, type] of [
    ['png', 'image/png'],
    ['svg', 'image/svg+xml'],
  ] as const)
    it(`saves ${item}`, async () => {
      const saved = catchDownload();
      await listening(await tileIn(room, 'nps-gauge'), item);
      const { name, blob } = await saved;
      expect(name).to.equal(`net-promoter-score.${item}`);
      expect(blob.type).to.equal(type);
      expect(blob.size).to.be.above(2000);
    });

  it('prints the one tile, light, and leaves the page as it was', async () => {
    const printed: string[] = [];
    const sheets = document.adoptedStyleSheets.length;
    replace(window, 'print', () => {
      const paper = document.querySelector('.metrik-paper > svg')!;
      printed.push(
        paper.querySelector('title')!.textContent,
        paper.querySelector('rect')!.getAttribute('fill')!,
      );
    });
    const tile = await tileIn(room, 'nps-gauge', { data: counts, theme: 'dark' });
    await listening(tile, 'print');
    await waitUntil(() => printed.length);
    expect(printed).to.deep.equal(['Net Promoter Score', 'rgb(255,255,255)']);
    dispatchEvent(new Event('afterprint'));
    expect(document.querySelector('.metrik-paper')).to.equal(null);
    expect(document.adoptedStyleSheets.length).to.equal(sheets);
  });

  it('prints a long table on several sheets, parted below its rows, in letters as large', async () => {
    const sheets = catchSheets();
    const data = Array.from({ length: 30 }, (_, i) => ({
      metric: `KPI ${i}`,
      target: '> 80%',
      value: 75,
    }));
    const tile = await tileIn(room, 'kpi-target-table', { data });
    const whole = new DOMParser().parseFromString(await tile.toSVG(), 'image/svg+xml');
    await listening(tile, 'print');
    await waitUntil(() => sheets.length);
    dispatchEvent(new Event('afterprint'));
    expect(sheets.length).to.be.above(3);
    const parts = sheets.map((sheet) => sheet.getAttribute('viewBox')!.split(' ').map(Number));
    expect(parts[0]![1]).to.equal(0);
    parts.forEach(([, top, width, height], i) => {
      expect(width).to.equal(tile.offsetWidth);
      expect(height).to.be.at.most(width! * 1.3);
      const below = parts[i + 1]?.[1] ?? tile.offsetHeight;
      expect(top! + height!).to.be.closeTo(below, 0.01);
    });
    for (const text of whole.querySelectorAll('text')) {
      const y = Number(text.getAttribute('y'));
      const letters = Number(text.getAttribute('font-size'));
      const isWhole = parts.some(([, top, , height]) => y - letters >= top! && y <= top! + height!);
      expect(isWhole, text.textContent).to.equal(true);
    }
    // Each sheet has what is seen on it, and not all of the picture.
    const all = whole.querySelectorAll('text').length;
    sheets.forEach((sheet, i) => {
      const [, top, , height] = parts[i]!;
      const seen = [...whole.querySelectorAll('text')].filter((text) => {
        const y = Number(text.getAttribute('y'));
        return y > top! && y < top! + height!;
      });
      const placed = (text: Element) => `${text.getAttribute('y')} ${text.textContent}`;
      const texts = [...sheet.querySelectorAll('text')].map(placed);
      expect(texts).to.include.members(seen.map(placed));
      expect(texts.length).to.be.below(all / 2);
    });
  });

  it('prints the heading of a group on the sheet of its rows, and a small table on one', async () => {
    const sheets = catchSheets();
    const data = Array.from({ length: 24 }, (_, i) => ({
      metric: `KPI ${i}`,
      group: `Group ${Math.floor(i / 2)}`,
      target: '> 80%',
      value: 75,
    }));
    const tile = await tileIn(room, 'kpi-target-table', { data });
    await listening(tile, 'print');
    await waitUntil(() => sheets.length);
    dispatchEvent(new Event('afterprint'));
    const frame = inside(tile, 'figure')!.getBoundingClientRect().top;
    const headings = [...tile.shadowRoot!.querySelectorAll('tr:has(.group)')].map((row) =>
      Math.round(row.getBoundingClientRect().bottom - frame),
    );
    expect(headings).to.have.length(12);
    for (const sheet of sheets.slice(0, -1)) {
      const [, top, , height] = sheet.getAttribute('viewBox')!.split(' ').map(Number);
      expect(headings).not.to.include(Math.round(top! + height!));
    }
    sheets.length = 0;
    room.style.width = '160px';
    const card = await tileIn(room, 'csat-card', { data: stars });
    await listening(card, 'table');
    await waitUntil(() => inside(card, '.view'));
    await listening(card, 'print');
    await waitUntil(() => sheets.length);
    dispatchEvent(new Event('afterprint'));
    expect(sheets).to.have.length(1);
  });

  it('opens where an attribute cannot be read, without the formula', async () => {
    const tile = await tileIn(room, 'csat-card', { data: stars });
    tile.setAttribute('options', 'foo=1');
    await waitUntil(() => tile.status === 'stale');
    const items = await openMenu(tile);
    expect([...items.keys()])
      .to.include('csv')
      .and.not.include('formula');
  });

  it('has no table for a message', async () => {
    const tile = await tileIn(room, 'csat-card', { data: stars });
    const press = async (): Promise<boolean> => {
      inside(tile, '.menu')!.focus();
      await sendKeys({ press: 't' });
      await new Promise((done) => setTimeout(done, 50));
      return !!inside(tile, '.view');
    };
    inside(tile, '.menu')!.focus();
    await sendKeys({ press: 't' });
    await waitUntil(() => inside(tile, '.view'));
    expect(await press()).to.equal(false);
    tile.data = [];
    await waitUntil(() => tile.status === 'empty');
    expect(await press()).to.equal(false);
    tile.data = stars;
    await waitUntil(() => tile.status === 'ready');
    await tile.updateComplete;
    expect(!!inside(tile, '.view')).to.equal(false);
    expect(await press()).to.equal(true);
  });

  it('leaves nothing behind where printing is refused, which nothing tells of', async () => {
    let asked = 0;
    replace(window, 'print', () => asked++);
    const sheets = document.adoptedStyleSheets.length;
    const tile = await tileIn(room, 'nps-gauge');
    await listening(tile, 'print');
    await waitUntil(() => asked);
    expect(document.querySelector('.metrik-paper')).to.not.equal(null);
    document.body.dispatchEvent(new PointerEvent('pointerdown', { bubbles: true }));
    expect(document.querySelector('.metrik-paper')).to.equal(null);
    expect(document.adoptedStyleSheets.length).to.equal(sheets);
  });

  it('makes names of analyses safe for a spreadsheet', async () => {
    const data = [{ metric: '=HYPERLINK("https://x.test")', target: '> 1', value: 2 }];
    const tile = await tileIn(room, 'kpi-target-table', { data });
    expect(tile.toCSV()).to.include(`"'=HYPERLINK(""https://x.test"")"`);
  });
});

describe('what the host forbids', () => {
  const offered = async (): Promise<string[]> => [
    ...(await openMenu(await tileIn(room, 'nps-gauge'))).keys(),
  ];
  const cases: [title: string, object: object, name: string, value: unknown, gone: string[]][] = [
    ['no clipboard', navigator, 'clipboard', undefined, ['copy-value', 'copy-image']],
    ['no way to copy a picture', window, 'ClipboardItem', undefined, ['copy-image']],
    [
      'a permissions policy against the clipboard',
      document,
      'featurePolicy',
      { allowsFeature: (name: string) => name !== 'clipboard-write' },
      ['copy-value', 'copy-image'],
    ],
    ['no full screen', document, 'fullscreenEnabled', false, ['full-screen']],
    ['no printing', window, 'print', undefined, ['print']],
  ];
  for (const [title, object, name, value, gone] of cases)
    it(`is not offered: ${title}`, async () => {
      replace(object, name, value);
      const ids = await offered();
      for (const id of gone) expect(ids).to.not.include(id);
      expect(ids).to.include('csv');
    });

  const view = (given: Record<string, unknown>): Window =>
    ({
      frameElement: null,
      origin: 'https://a.test',
      location: { protocol: 'https:' },
      ...given,
    }) as never;
  const frame = (sandbox?: string): HTMLIFrameElement => {
    const element = document.createElement('iframe');
    if (sandbox !== undefined) element.setAttribute('sandbox', sandbox);
    return element;
  };
  const top = view({});
  const frames: [title: string, view: Window, granted: boolean][] = [
    ['a page of its own', top, true],
    ['a file of one’s own', view({ origin: 'null', location: { protocol: 'file:' } }), true],
    ['a sandbox without an origin', view({ origin: 'null' }), false],
    ['a frame without a sandbox', view({ frameElement: frame(), parent: top }), true],
    ['an empty sandbox', view({ frameElement: frame(''), parent: top }), false],
    [
      'a sandbox that grants it',
      view({ frameElement: frame('allow-same-origin allow-downloads'), parent: top }),
      true,
    ],
    [
      'a frame in a sandbox that does not',
      view({
        frameElement: frame(),
        parent: view({ frameElement: frame('allow-modals'), parent: top }),
      }),
      false,
    ],
  ];
  for (const [title, given, granted] of frames)
    it(`${granted ? 'lets' : 'does not let'} ${title} save files`, () => {
      expect(isGranted('allow-downloads', given)).to.equal(granted);
    });
});
