/** What only the KPI table does: its places before the data, its keys, its cells. */
import { expect } from '@open-wc/testing';
import { sendKeys } from '@web/test-runner-commands';
// The largest part of what a table waits for; what is left still comes when it is asked for.
import '../../src/elements/kpi-rows';
import { clipped, overlapping } from './room-for-text';
import { address, drawn, part, pause, room, saidBy, settled, tile, type Tile } from './tile';

const rows = [
  {
    metric: 'Customers satisfied with first-line service',
    target: '> 90%',
    value: 85,
    analysis: 'Down three points from October, and lowest of all in e-mail.',
    action: 'Train the e-mail team.',
    owner: 'Ayu Lestari',
    due: '2026-11-30',
    group: 'Experience',
  },
  {
    metric: 'Average speed of answer',
    target: '< 2 min',
    value: 150,
    analysis: 'Above target.',
    action: 'Add two agents to the morning shift, and look again in a week.',
    owner: '',
    due: '2026-Q4',
    group: 'Speed',
  },
  {
    metric: 'Calls',
    target: '1000',
    value: 1200,
    unit: 'count',
    direction: 'none',
    trend: [1000, 1100, 1200],
    analysis: 'As in last winter.',
    action: 'None.',
    due: '',
    group: 'Speed',
  },
];

const boxOf = (width: number): HTMLElement => {
  const box = room();
  box.style.width = `${width}px`;
  return box;
};

const kpiTile = (width: number, attributes: Record<string, string>, data: unknown = rows): Tile =>
  tile('kpi-target-table', {
    attributes: { lang: 'en', ...attributes },
    properties: data === undefined ? {} : { data },
    into: boxOf(width),
  });

const cells = (element: Tile, selector: string): string[] =>
  [...element.shadowRoot!.querySelectorAll(`tbody ${selector}`)].map((cell) =>
    cell.textContent!.replace(/\s+/g, ' ').trim(),
  );

// First in the file: the code of ready rows, once here, leaves nothing to wait for.
describe('before its code is there, a table of rows in the page', () => {
  it('has its final height at 240, 480, 640, 768 and 1200 px, and names what is to come', async () => {
    const widths = [240, 480, 640, 768, 1200];
    const tiles = widths.map((width) => kpiTile(width, { 'no-draft': '' }));
    const before = await Promise.all(
      tiles.map(async (element) => {
        await element.updateComplete;
        // Out of sight a tile may sleep, and be as high as it likes.
        for (const box of [element, part(element, 'frame')!])
          box.style.contentVisibility = 'visible';
        expect(element.status).to.equal('loading');
        expect(cells(element, 'tr > th:first-child')).to.include('Calls');
        expect(element.toCSV().split('\r\n')).to.have.length.below(3);
        return element.offsetHeight;
      }),
    );
    await Promise.all(tiles.map((element) => settled(element, 'ready')));
    for (const [i, element] of tiles.entries())
      expect(Math.abs(element.offsetHeight - before[i]!), `${widths[i]} px`).to.be.at.most(1);
  });
});

describe('before the answer, a table with kpis', () => {
  it('has as many rows as kpis names', async () => {
    const element = tile('kpi-target-table', {
      attributes: { lang: 'en', src: address(), kpis: 'csat > 90%; nps > 40;\n aht < 6:00' },
      properties: { fetcher: () => new Promise<Response>(() => undefined) },
      into: boxOf(240),
    });
    await element.updateComplete;
    expect(element.status).to.equal('loading');
    expect(cells(element, 'th')).to.have.length(3);
    // And when it knows their names.
    for (let i = 0; i < 200 && !saidBy(element).includes('Average handling time'); i++)
      await pause(10);
    expect(cells(element, 'th')).to.deep.equal([
      'Customer satisfaction',
      'Net Promoter Score',
      'Average handling time',
    ]);
  });
});

describe('a due date', () => {
  for (const [lang, said] of [
    ['en', ['Nov 30, 2026', 'Q4 2026', '–']],
    ['id', ['30 Nov 2026', 'Q4 2026', '–']],
  ] as const)
    it(`is the reader's own in ${lang}, and ISO in CSV`, async () => {
      const element = kpiTile(1200, { lang });
      await settled(element, 'ready');
      expect(cells(element, '.due')).to.deep.equal(said);
      expect(element.toCSV()).to.include('2026-11-30').and.to.include('2026-Q4');
    });
});

describe('groups of the KPI table', () => {
  it('stand together under their names until somebody sorts', async () => {
    const element = kpiTile(1200, {}, [rows[1], rows[0], rows[2]]);
    await settled(element, 'ready');
    expect(cells(element, 'th')).to.deep.equal([
      'Speed',
      rows[1]!.metric,
      'Calls',
      'Experience',
      rows[0]!.metric,
    ]);
  });

  for (const [lang, other] of [
    ['en', 'Other'],
    ['id', 'Lainnya'],
  ] as const)
    it(`have a name also where rows are of none, in ${lang}`, async () => {
      const none = { metric: 'Calls', value: 5 };
      for (const [given, said] of [
        [
          [rows[0], none],
          ['Experience', other],
        ],
        [
          [none, rows[0]],
          [other, 'Experience'],
        ],
        [[none, none], []],
      ] as const) {
        const element = kpiTile(1200, { lang }, [...given]);
        await settled(element, 'ready');
        expect(cells(element, '.group')).to.deep.equal(said);
      }
    });
});

describe('a table of all its columns', () => {
  const all = [
    { ...rows[0], trend: [70, 80, 85], value: '85%' },
    {
      ...rows[0],
      group: 'Cost',
      metric: 'Biaya per kontak',
      value: 'Rp 2.400.000',
      target: '< Rp 2.000.000',
    },
  ];
  for (const width of [1000, 1100, 1200, 1300])
    for (const attributes of [{}, { editable: '' }] as Record<string, string>[])
      it(`is as wide as its tile of ${width} px, with ${JSON.stringify(attributes)}`, async () => {
        const element = kpiTile(width, { lang: 'id', ...attributes }, all);
        await settled(element, 'ready');
        expect(element.shadowRoot!.querySelectorAll('thead th').length).to.equal(10);
        const table = part(element, 'table')!;
        const { right } = table.parentElement!.getBoundingClientRect();
        expect(table.getBoundingClientRect().right).to.be.at.most(right + 0.5);
        for (const cell of table.querySelectorAll('td'))
          expect(cell.getBoundingClientRect().right).to.be.at.most(right + 0.5);
      });
});

/** The element that has the focus inside the tile: its label or its words. */
function focused(element: Tile): string {
  const active = element.shadowRoot!.activeElement;
  return active?.getAttribute('aria-label') ?? active?.textContent?.trim() ?? '';
}

describe('by keys alone', () => {
  it('heads, rows and cells of a table are reached in their order, and used', async () => {
    const element = kpiTile(1200, { editable: '', selectable: '', 'no-draft': '' }, [
      { metric: 'A', value: 9, target: '> 5', analysis: 'why', action: 'what' },
      { metric: 'B', value: 4, target: '> 5', analysis: 'so', action: '' },
    ]);
    await settled(element, 'ready');
    for (let i = 0; i < 200 && !element.shadowRoot!.querySelector('.hit'); i++) await pause(10);
    const told: string[] = [];
    for (const type of ['metric-select', 'kpi-save'])
      element.addEventListener(type, (event) => {
        const { metric, field, value } = (event as CustomEvent<Record<string, string>>).detail;
        told.push([type, metric, field, value].filter(Boolean).join(' '));
      });
    const reached: string[] = [];
    for (let i = 0; i < 15; i++) {
      await sendKeys({ press: 'Tab' });
      reached.push(focused(element));
      if (reached[i] === 'A') await sendKeys({ press: 'Enter' });
      if (reached[i] === 'Edit Analysis: A') {
        await sendKeys({ type: ' not' });
        await sendKeys({ press: 'Escape' });
        const field = element.shadowRoot!.activeElement as HTMLTextAreaElement;
        expect(field.value, 'taken back').to.equal('why');
        await sendKeys({ type: '!' });
        await sendKeys({ down: 'Control' });
        await sendKeys({ press: 'Enter' });
        await sendKeys({ up: 'Control' });
        expect(told.at(-1)).to.match(/^kpi-save A analysis .*!/);
      }
      if (reached[i] === 'Edit Action: B') await sendKeys({ type: 'more' });
    }
    expect(reached.slice(0, 14)).to.deep.equal([
      'Menu',
      ...['Metric', 'Target', 'Result', 'Gap', 'Status', 'Analysis', 'Action'],
      ...['A', 'Edit Analysis: A', 'Edit Action: A'],
      ...['B', 'Edit Analysis: B', 'Edit Action: B'],
    ]);
    expect(told[0]).to.equal('metric-select A');
    // Once each: leaving a field that was saved already tells nothing.
    expect(told.filter((text) => text.startsWith('kpi-save'))).to.have.length(2);
    expect(told.at(-1)).to.equal('kpi-save B action more');
    expect(element.toCSV()).to.include('more');
  });

  it('the heads of a narrow table come into sight with the focus', async () => {
    const element = kpiTile(320, { 'no-draft': '' });
    await settled(element, 'ready');
    const head = element.shadowRoot!.querySelector<HTMLElement>('thead')!;
    expect(head.offsetHeight).to.be.at.most(1);
    head.querySelector('button')!.focus();
    expect(head.offsetHeight).to.be.above(20);
    expect(getComputedStyle(head).clipPath).to.equal('none');
    expect(element.scrollWidth).to.be.at.most(320);
  });
});

describe('for those who listen', () => {
  for (const width of [240, 768, 1200])
    it(`the KPI table is one at ${width} px, with a cell for every head it shows`, async () => {
      const element = kpiTile(width, { 'no-draft': '' });
      await settled(element, 'ready');
      const shown = (row: Element): Element[] =>
        [...row.children].filter((cell) => getComputedStyle(cell).display !== 'none');
      const [head, ...body] = [...element.shadowRoot!.querySelectorAll('tr')].filter(
        (row) => !row.querySelector('.group'),
      );
      const heads = shown(head!);
      for (const cell of heads) expect(cell.getAttribute('role')).to.equal('columnheader');
      expect(body).to.have.length(3);
      for (const row of body) {
        expect(row.getAttribute('role')).to.equal('row');
        const [name, ...others] = shown(row);
        expect(name!.getAttribute('role')).to.equal('rowheader');
        expect(others.length + 1).to.be.at.least(heads.length);
        for (const [i, cell] of others.entries()) {
          expect(cell.getAttribute('role')).to.equal('cell');
          if (heads[i + 1])
            expect(cell.getAttribute('data-label')).to.equal(heads[i + 1]!.textContent!.trim());
        }
      }
    });
});

describe('editable', () => {
  for (const width of [240, 1200])
    it(`shows the whole text of each field, ${width} px`, async () => {
      const element = kpiTile(width, { 'no-draft': '', editable: '' });
      await settled(element, 'ready');
      const fields = () => [...element.shadowRoot!.querySelectorAll('textarea')];
      for (let i = 0; i < 200 && !fields().length; i++) await pause(10);
      expect(fields()).to.not.be.empty;
      for (const field of fields())
        expect(field.scrollHeight, field.value).to.be.at.most(field.clientHeight + 1);
    });

  it('can be given and taken while what was written stays', async () => {
    const element = kpiTile(1200, { 'no-draft': '' });
    await settled(element, 'ready');
    element.setAttribute('editable', '');
    await element.updateComplete;
    const field = () => element.shadowRoot!.querySelector('textarea');
    for (let i = 0; i < 200 && !field(); i++) await pause(10);
    field()!.focus();
    await sendKeys({ type: 'Seen.' });
    field()!.blur();
    element.removeAttribute('editable');
    await element.updateComplete;
    expect(field()).to.equal(null);
    expect(cells(element, '.analysis')[0]).to.include('Seen.');
  });
});

describe('the bar of a mean', () => {
  it('is measured against its target, not against a hundred', async () => {
    const element = tile('kpi-target-table', {
      attributes: { lang: 'en', 'no-draft': '', kpis: 'csat(method=mean) > 4' },
      properties: { data: [{ counts: [0, 0, 0, 50, 50] }] },
      into: boxOf(1200),
    });
    await settled(element, 'ready');
    expect(cells(element, 'td.num')).to.deep.equal(['4.5']);
    const run = element.shadowRoot!.querySelector('.run')!;
    // 4.5 of a bar that ends 15 % beyond it.
    expect(parseFloat(run.getAttribute('width')!)).to.be.closeTo(100 / 1.15, 0.1);
  });
});

describe('a KPI table of 160 px', () => {
  it('puts a name under a label that leaves it no room', async () => {
    const element = kpiTile(160, { 'no-draft': '', lang: 'id' });
    await settled(element, 'ready');
    const [owner] = element.shadowRoot!.querySelectorAll<HTMLElement>('td.owner');
    expect(owner!.textContent!.trim()).to.equal('Ayu Lestari');
    expect(owner!.offsetHeight).to.be.below(60);
    expect(element.scrollWidth).to.be.at.most(160);
  });
});

describe('a KPI table of 480 to 999 px', () => {
  for (const width of [480, 768])
    it(`keeps cells under their heads at ${width} px`, async () => {
      const element = kpiTile(width, { 'no-draft': '', lang: 'id' });
      await settled(element, 'ready');
      const left = (node: Element): number => node.getBoundingClientRect().left;
      const heads = [...element.shadowRoot!.querySelectorAll<HTMLElement>('thead th')];
      const shown = heads.filter((head) => head.offsetWidth);
      expect(shown.length).to.be.at.least(4);
      for (const row of element.shadowRoot!.querySelectorAll('tbody tr:not(:has(.group))'))
        for (const head of shown)
          expect(left(row.children[heads.indexOf(head)]!), head.className).to.be.closeTo(
            left(head),
            0.5,
          );
    });

  for (const width of [480, 640, 768])
    it(`has the gap right under its target, beside the bar, at ${width} px`, async () => {
      const element = kpiTile(width, { 'no-draft': '' }, [
        { metric: 'csat', target: '> 90%', value: 87.9, trend: [1, 2] },
        { metric: 'A name of so many words that it takes four lines', target: '9', value: 8 },
      ]);
      await drawn(element);
      const rows = [...element.shadowRoot!.querySelectorAll('tbody tr')];
      expect(rows.length).to.equal(2);
      for (const row of rows) {
        const [target, gap, bar] = ['.target bdi', '.gap bdi', '.bar'].map((selector) =>
          row.querySelector(selector)!.getBoundingClientRect(),
        ) as [DOMRect, DOMRect, DOMRect];
        expect(gap.left).to.be.closeTo(target.left, 0.5);
        expect(gap.top - target.bottom).to.be.within(0, target.height);
        expect(gap.right).to.be.at.most(bar.left);
        expect(bar.top).to.be.below(gap.bottom);
      }
    });

  const money = (id: boolean, figure: string): string =>
    `Rp ${id ? figure : figure.replaceAll('.', ',')}`;
  const inWideLetters = (element: Tile): Tile => {
    element.style.fontFamily = 'DejaVu Sans, Verdana, sans-serif';
    return element;
  };
  const unproven = Array.from({ length: 40 }, (_, i) => ({ score: i % 9 ? 5 : 3 }));
  for (const lang of ['en', 'id'])
    for (const width of [480, 560, 640, 768]) {
      it(`breaks no number inside at ${width} px, in ${lang}`, async () => {
        const of = (target: string, value: string): object => ({
          metric: 'Clv',
          target: money(lang === 'id', target),
          value: money(lang === 'id', value),
          direction: 'up',
          trend: [1, 2],
        });
        const data = [
          of('2.500.000', '2.437.500'),
          of('1.250.000.000', '1.137.500.000'),
          { metric: 'frt', target: '< 2 min', value: 150 },
        ];
        const element = inWideLetters(kpiTile(width, { lang, 'no-draft': '' }, data));
        await drawn(element);
        const figures = element.shadowRoot!.querySelectorAll('tbody bdi');
        expect(figures.length).to.be.at.least(9);
        for (const figure of figures) {
          const text = [...figure.childNodes].find((node) => node instanceof Text)!;
          for (const [number] of text.data.matchAll(/[\d.,:]+/g)) {
            const range = document.createRange();
            const from = text.data.indexOf(number);
            range.setStart(text, from);
            range.setEnd(text, from + number.length);
            expect(range.getClientRects().length, text.data).to.equal(1);
          }
        }
        expect(overlapping(element)).to.deep.equal([]);
      });

      it(`has the longest status in three lines at most at ${width} px, in ${lang}`, async () => {
        const element = inWideLetters(kpiTile(width, { lang, kpis: 'csat > 90%' }, unproven));
        await drawn(element);
        const pill = part(element, 'status')!;
        expect(pill.textContent).to.include(' · ');
        const line = parseFloat(getComputedStyle(pill).lineHeight);
        expect(pill.querySelector('bdi')!.getBoundingClientRect().height).to.be.at.most(3.2 * line);
      });
    }
});

describe('the drawings of the KPI table', () => {
  const wide = (element: Tile, name: string): number =>
    [...element.shadowRoot!.querySelectorAll(`svg.${name}`)].filter((svg) => svg.clientWidth > 50)
      .length;
  const widths: [width: number, courses: number][] = [
    [320, 1],
    [480, 0],
    [639, 0],
    [640, 1],
    [768, 1],
    [999, 1],
    [1200, 1],
  ];
  for (const lang of ['en', 'id'])
    for (const dir of ['ltr', 'rtl'])
      for (const [width, courses] of widths)
        it(`are there, and leave room for the words, ${width} px wide, ${lang}, ${dir}`, async () => {
          const element = kpiTile(width, { lang, dir });
          await settled(element, 'ready');
          expect(wide(element, 'bar')).to.equal(3);
          expect(wide(element, 'course')).to.equal(courses);
          expect(clipped(element)).to.deep.equal([]);
          expect(overlapping(element)).to.deep.equal([]);
          const edge = element.getBoundingClientRect();
          for (const svg of element.shadowRoot!.querySelectorAll('svg.bar')) {
            const { left, right } = svg.getBoundingClientRect();
            const cell = svg.closest('td')!.getBoundingClientRect();
            expect(Math.max(cell.left - left, right - cell.right)).to.be.at.most(1);
            expect(cell.right).to.be.at.most(edge.right);
          }
        });
});
