/** The elements on real data: the same figure by every way in. Reference figures: ../shared/data/figures.json. */
import { expect } from '@open-wc/testing';
import { dsvFormat } from 'd3-dsv';
import type { Result } from '../../src';
import { describeShared, sharedJson, sharedText } from '../support/shared';
import { partText, room, saidBy, settled, tile, unreadable, type Tag, type Tile } from './tile';

interface Figure {
  value: number;
  n: number;
  ci95?: [number, number];
  wilson95_pct?: [number, number];
  promoters?: number;
  passives?: number;
  detractors?: number;
}

const survey = '/shared/data/sfo-customer-survey-2018.csv';

/** Digits of a language, as its people write them. */
const numberIn: Record<string, { n: string; percent: string }> = {
  en: { n: 'n = 2,650', percent: '78.4%' },
  id: { n: 'n = 2.650', percent: '78,4%' },
};

/** Rows of a CSV file, read by other code than the kit's. */
async function rowsOf(path: string): Promise<Record<string, string>[]> {
  const [head, ...body] = dsvFormat(',').parseRows(await sharedText(path)) as [
    string[],
    ...string[][],
  ];
  return body.map((cells) => Object.fromEntries(head.map((name, i) => [name, cells[i] ?? ''])));
}

/** The rows counted by one field: what `SELECT field, count(*) … GROUP BY field` gives. */
function countedBy(rows: Record<string, string>[], field: string): unknown[] {
  const counts = new Map<string, number>();
  for (const row of rows) counts.set(row[field]!, (counts.get(row[field]!) ?? 0) + 1);
  return [...counts].map(([score, count]) => ({ score, count }));
}

const resultOf = (element: Tile): Result => element.result as Result;

/** A tile with the rows in a table inside, as a page without scripts shows them. */
function withTable(tag: Tag, rows: readonly object[], attributes: Record<string, string>): Tile {
  const element = document.createElement(tag) as Tile;
  for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, value);
  const table = document.createElement('table');
  const add = (cells: readonly string[], parent: HTMLElement) => {
    const row = parent.appendChild(document.createElement('tr'));
    for (const text of cells) row.appendChild(document.createElement('td')).textContent = text;
  };
  add(Object.keys(rows[0]!), table.createTHead());
  for (const row of rows) add(Object.values(row).map(String), table.createTBody());
  element.append(table);
  room().append(element);
  return element;
}

describeShared('nps-gauge on the airport survey of 2018', () => {
  // The header's blanks at the end belong to the name in a record; a CSV's are trimmed.
  const fields = 'score=NETPRO';
  let figure: Figure;
  let weighted: Figure;
  let rows: Record<string, string>[];
  before(async () => {
    const figures = await sharedJson<Record<string, Figure>>('data/figures.json');
    figure = figures['sfo2018.nps']!;
    weighted = figures['sfo2018.nps_weighted']!;
    rows = await rowsOf('data/sfo-customer-survey-2018.csv');
  });

  function check(element: Tile, lang: string): void {
    const result = resultOf(element);
    expect(result.value).to.be.closeTo(figure.value, 1e-9);
    expect(result.n).to.equal(figure.n);
    for (const group of ['promoters', 'passives', 'detractors'] as const)
      expect(result[group], group).to.equal(figure[group]);
    // Ours is the adjusted Wald interval; the figure's is the plain one, a little narrower.
    expect(result.interval![0]).to.be.closeTo(figure.ci95![0], 0.1);
    expect(result.interval![1]).to.be.closeTo(figure.ci95![1], 0.1);
    expect(partText(element, 'value')).to.equal('+31');
    expect(partText(element, 'footer')).to.include(numberIn[lang]!.n);
    expect(unreadable(element)).to.deep.equal([]);
  }

  const attributes = { fields, 'no-answer': '11' };
  for (const lang of ['en', 'id']) {
    it(`reads the file itself, in ${lang}`, async () => {
      const element = tile('nps-gauge', { attributes: { ...attributes, src: survey, lang } });
      await settled(element, 'ready');
      check(element, lang);
      expect(resultOf(element).unanswered).to.equal(rows.length - figure.n);
    });

    it(`reads the file by its header's own spelling, blanks and all, in ${lang}`, async () => {
      const spelled = { 'no-answer': '11', fields: "score='NETPRO  '", src: survey, lang };
      const element = tile('nps-gauge', { attributes: spelled });
      await settled(element, 'ready');
      check(element, lang);
    });

    it(`reads records, in ${lang}`, async () => {
      const element = tile('nps-gauge', {
        attributes: { 'no-answer': '11', fields: "score='NETPRO  '", lang },
        properties: { data: rows },
      });
      await settled(element, 'ready');
      check(element, lang);
    });

    it(`reads records in a table inside, in ${lang}`, async () => {
      const scores = rows.map((row) => ({ score: row['NETPRO  ']! }));
      const element = withTable('nps-gauge', scores, { 'no-answer': '11', lang });
      await settled(element, 'ready');
      check(element, lang);
    });

    it(`reads scores that a database has counted, in ${lang}`, async () => {
      const element = tile('nps-gauge', {
        attributes: { 'no-answer': '11', lang },
        properties: { data: countedBy(rows, 'NETPRO  ') },
      });
      await settled(element, 'ready');
      check(element, lang);
    });

    it(`reads the three groups, in ${lang}`, async () => {
      const { promoters, passives, detractors } = figure;
      const element = tile('nps-gauge', {
        attributes: { lang, data: JSON.stringify([{ promoters, passives, detractors }]) },
      });
      await settled(element, 'ready');
      check(element, lang);
    });

    it(`shows a ready result and a value alone, in ${lang}, and invents no groups`, async () => {
      const ready = tile('nps-gauge', {
        attributes: { lang },
        properties: { data: { value: figure.value, n: figure.n } },
      });
      const alone = tile('nps-gauge', {
        attributes: { value: String(figure.value), n: String(figure.n), lang },
      });
      for (const element of [ready, alone]) {
        await settled(element, 'ready');
        expect(resultOf(element).value).to.be.closeTo(figure.value, 1e-9);
        expect(partText(element, 'value')).to.equal('+31');
        expect(partText(element, 'footer')).to.include(numberIn[lang]!.n);
        expect(partText(element, 'legend')).to.equal('');
      }
    });
  }

  it('weighs the answers where the file has weights', async () => {
    const element = tile('nps-gauge', {
      attributes: { ...attributes, fields: `${fields} weight=WEIGHT`, src: survey },
    });
    await settled(element, 'ready');
    expect(resultOf(element).value).to.be.closeTo(weighted.value, 1e-9);
    expect(partText(element, 'value')).to.equal('+35');
  });

  it('counts code 11 as invalid where nobody says that it is a blank', async () => {
    const element = tile('nps-gauge', { attributes: { fields, src: survey } });
    await settled(element, 'ready');
    expect(resultOf(element).value).to.be.closeTo(figure.value, 1e-9);
    expect(resultOf(element).invalid).to.be.above(0);
  });
});

describeShared('csat-card on the airport survey of 2018', () => {
  let figure: Figure;
  let mean: Figure;
  let rows: Record<string, string>[];
  before(async () => {
    const figures = await sharedJson<Record<string, Figure>>('data/figures.json');
    figure = figures['sfo2018.csat_top2']!;
    mean = figures['sfo2018.csat_mean']!;
    rows = await rowsOf('data/sfo-customer-survey-2018.csv');
  });

  function check(element: Tile, lang: string): void {
    const result = resultOf(element);
    expect(result.value).to.be.closeTo(figure.value, 1e-9);
    expect(result.n).to.equal(figure.n);
    expect(result.interval![0]).to.be.closeTo(figure.wilson95_pct![0], 1e-9);
    expect(result.interval![1]).to.be.closeTo(figure.wilson95_pct![1], 1e-9);
    expect(partText(element, 'value')).to.equal(numberIn[lang]!.percent);
    expect(unreadable(element)).to.deep.equal([]);
  }

  const attributes = { fields: 'score=Q7ALL', 'no-answer': '0 6' };
  for (const lang of ['en', 'id']) {
    it(`reads the file itself, in ${lang}`, async () => {
      const element = tile('csat-card', { attributes: { ...attributes, src: survey, lang } });
      await settled(element, 'ready');
      check(element, lang);
    });

    it(`reads records and counted scores, in ${lang}`, async () => {
      const records = tile('csat-card', {
        attributes: { ...attributes, lang },
        properties: { data: rows },
      });
      const counted = tile('csat-card', {
        attributes: { 'no-answer': '0,6', lang },
        properties: { data: countedBy(rows, 'Q7ALL') },
      });
      for (const element of [records, counted]) {
        await settled(element, 'ready');
        check(element, lang);
      }
    });

    it(`reads counts by step and "satisfied of n", in ${lang}`, async () => {
      const counts = [1, 2, 3, 4, 5].map(
        (score) => rows.filter((row) => Number(row['Q7ALL'] || NaN) === score).length,
      );
      const { n } = figure;
      const satisfied = counts[3]! + counts[4]!;
      for (const data of [[{ counts }], [{ satisfied, n }], { value: figure.value, n }]) {
        const element = tile('csat-card', { attributes: { lang }, properties: { data } });
        await settled(element, 'ready');
        check(element, lang);
      }
      const alone = tile('csat-card', {
        attributes: { value: String(figure.value), n: String(n), lang },
      });
      await settled(alone, 'ready');
      check(alone, lang);
    });
  }

  it('shows each step with its share, the best first', async () => {
    const element = tile('csat-card', { attributes: { ...attributes, src: survey, lang: 'en' } });
    await settled(element, 'ready');
    const shares = [...element.shadowRoot!.querySelectorAll('.steps > div')].map((step) =>
      step.textContent!.replace(/\s+/g, ' ').trim(),
    );
    expect(shares.map((text) => text[0])).to.deep.equal(['5', '4', '3', '2', '1']);
    const sum = shares.reduce((total, text) => total + Number(/([\d.]+)%/.exec(text)![1]), 0);
    expect(sum).to.be.closeTo(100, 0.3);
  });

  it('gives the mean when asked, in the scale of the answers', async () => {
    const element = tile('csat-card', {
      attributes: { ...attributes, method: 'mean', src: survey, lang: 'id' },
    });
    await settled(element, 'ready');
    expect(resultOf(element).value).to.be.closeTo(mean.value, 1e-9);
    expect(partText(element, 'value')).to.equal('4');
  });
});

/** The report in the source articles' own template, in two languages. */
const report: Record<string, Record<string, string>[]> = {
  id: [
    {
      metric: 'Jumlah panggilan masuk',
      target: '1000',
      value: '1200',
      direction: 'none',
      analysis: 'Peningkatan 20% dibandingkan bulan lalu.',
      action: 'Tinjau proses layanan pelanggan.',
    },
    {
      metric: 'Waktu tunggu rata-rata',
      target: '< 2 menit',
      value: '2,5 menit',
      analysis: 'Melebihi target.',
      action: 'Optimalkan penugasan agen.',
    },
    {
      metric: 'Skor CSAT',
      target: '> 90%',
      value: '85%',
      analysis: 'Di bawah target.',
      action: 'Tinjau umpan balik pelanggan.',
    },
  ],
  en: [
    {
      metric: 'Incoming calls',
      target: '1000',
      value: '1200',
      direction: 'none',
      analysis: 'Up 20% from last month.',
      action: 'Review the service process.',
    },
    {
      metric: 'Average waiting time',
      target: '< 2 minutes',
      value: '2.5 minutes',
      analysis: 'Above target.',
      action: 'Plan agents better.',
    },
    {
      metric: 'CSAT score',
      target: '> 90%',
      value: '85%',
      analysis: 'Below target.',
      action: 'Review the feedback.',
    },
  ],
};

/** Cells of the table, row by row. */
function cellsOf(element: Tile): string[][] {
  return [...element.shadowRoot!.querySelectorAll('tbody tr')].map((row) =>
    [...row.children].map((cell) => cell.textContent!.replace(/\s+/g, ' ').trim()),
  );
}

describe('kpi-target-table on the report of the source', () => {
  const shown: Record<string, string[][]> = {
    id: [
      ['Jumlah panggilan masuk', '1.000', '1.200', '+200', '+20%'],
      ['Waktu tunggu rata-rata', '< 2 menit', '2,5 menit', '+30 dtk', 'Melebihi target'],
      ['Skor CSAT', '> 90%', '85%', '−5 poin', 'Di bawah target'],
    ],
    en: [
      ['Incoming calls', '1,000', '1,200', '+200', '+20%'],
      ['Average waiting time', '< 2 min', '2.5 min', '+30 s', 'Above target'],
      ['CSAT score', '> 90%', '85%', '−5 points', 'Below target'],
    ],
  };
  const counts: Record<string, string> = {
    id: '1 dekat batas · 2 perlu tindakan',
    en: '1 close to the limit · 2 to act on',
  };
  for (const lang of ['id', 'en'])
    for (const way of ['data', 'script', 'table'] as const)
      it(`shows target, result, gap, status, analysis and action, in ${lang}, from ${way}`, async () => {
        const rows = report[lang]!;
        let element: Tile;
        if (way === 'data')
          element = tile('kpi-target-table', { attributes: { lang }, properties: { data: rows } });
        else if (way === 'table')
          element = withTable(
            'kpi-target-table',
            rows.map((row) => ({ direction: '', ...row })),
            { lang },
          );
        else {
          element = document.createElement('kpi-target-table') as Tile;
          element.lang = lang;
          const script = document.createElement('script');
          script.type = 'application/json';
          script.textContent = JSON.stringify({ rows });
          element.append(script);
          room().append(element);
        }
        await settled(element, 'ready');
        expect(cellsOf(element)).to.deep.equal(
          shown[lang]!.map((cells, i) => [...cells, rows[i]!['analysis'], rows[i]!['action']]),
        );
        expect(saidBy(element)).to.include(counts[lang]);
        expect(unreadable(element)).to.deep.equal([]);
        expect((element.result as Result[]).map(({ value }) => value)).to.deep.equal([
          1200, 150, 85,
        ]);
      });
});

describe('kpi-target-table with kpis from records', () => {
  // Five answers of which four are satisfied; waits of 60, 90 and 150 s; handling of 300 and 420 s.
  const records = [
    { score: 5, first_response_seconds: 60, handle_seconds: 300, created_at: '2026-09-02' },
    { score: 4, first_response_seconds: 90, handle_seconds: 420, created_at: '2026-09-12' },
    { score: 4, first_response_seconds: 150, created_at: '2026-10-02' },
    { score: 5, created_at: '2026-10-03' },
    { score: 2, created_at: '2026-10-04' },
  ];

  it('computes each against its own target, once through the records', async () => {
    const element = tile('kpi-target-table', {
      attributes: {
        kpis: 'csat > 75%; frt < 2 menit; aht <= 6:00',
        lang: 'id',
        'no-draft': '',
        'time-zone': 'Asia/Jakarta',
      },
      properties: { data: records },
    });
    await settled(element, 'ready');
    const results = element.result as Result[];
    expect(results.map(({ metric, value }) => [metric, value])).to.deep.equal([
      ['csat', 80],
      ['frt', 90],
      ['aht', 360],
    ]);
    const cells = cellsOf(element).map((row) => row.slice(0, 3));
    expect(cells).to.deep.equal([
      ['Kepuasan pelanggan', '> 75%', '80%'],
      ['Waktu respons pertama', '< 2 menit', '1,5 menit'],
      ['Waktu penanganan rata-rata', '≤ 6:00', '6:00'],
    ]);
    expect(unreadable(element)).to.deep.equal([]);
  });

  it('shows the newest period and its change with compare="previous"', async () => {
    const element = tile('kpi-target-table', {
      attributes: {
        kpis: 'csat > 75%',
        compare: 'previous',
        lang: 'en',
        'no-draft': '',
        'time-zone': 'Asia/Jakarta',
      },
      properties: { data: records },
    });
    await settled(element, 'ready');
    // October: two of three.
    expect((element.result as Result[])[0]!.value).to.be.closeTo(200 / 3, 1e-9);
    expect(saidBy(element)).to.include('October 2026');
  });

  it('says that a KPI has no data, and invents no zero', async () => {
    const element = tile('kpi-target-table', {
      attributes: { kpis: 'csat > 75%; frt < 2 min', lang: 'en', 'no-draft': '' },
      properties: { data: [{ score: 5, first_response_seconds: null }] },
    });
    await settled(element, 'ready');
    const [, frt] = cellsOf(element);
    expect(frt!.slice(2).join(' ')).to.include('No data');
    expect(frt!.slice(2).join(' ')).to.not.match(/\d/);
  });
});

describeShared('kpi-target-table on a year of NHS 111 calls', () => {
  it('adds the counts of every provider and month before it divides', async () => {
    const figures = await sharedJson<Record<string, Figure>>('data/figures.json');
    const element = tile('kpi-target-table', {
      attributes: {
        src: '/shared/data/nhs111-mds-2015-16.csv',
        kpis:
          "abandonment(offered='Nhs1 Number Calls Offered SUM' abandoned='Nhs1 Abandoned Calls SUM') < 5%; " +
          "service-level(method=answered seconds=60 answered='Nhs1 Answered Calls SUM' answered_within='Nhs1 Answered 60sec SUM') >= 95%",
        'no-draft': '',
        lang: 'en',
      },
    });
    await settled(element, 'ready');
    const [abandoned, level] = element.result as [Result, Result];
    expect(abandoned.value).to.be.closeTo(figures['nhs.year.abandonment']!.value, 1e-9);
    expect(abandoned.n).to.equal(figures['nhs.year.abandonment']!.n);
    expect(level.value).to.be.closeTo(figures['nhs.year.service_level_60']!.value, 1e-9);
    const cells = cellsOf(element).map((row) => row.slice(1, 3));
    expect(cells).to.deep.equal([
      ['< 5%', '3.1%'],
      ['≥ 95%', '87.8%'],
    ]);
  });
});
