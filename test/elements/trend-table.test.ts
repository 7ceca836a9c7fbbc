/** The numbers behind a trend: its table view and its file. */
import { expect, waitUntil } from '@open-wc/testing';
import { drawn, part, tile, type Tile } from './tile';

async function trend(attributes: Record<string, string>, data: unknown): Promise<Tile> {
  const element = tile('trend-line', {
    attributes: { lang: 'en', 'time-zone': 'UTC', ...attributes },
    properties: { data },
  });
  await drawn(element);
  return element;
}

const cellsOf = (row: Element): string[] => [...row.children].map((cell) => cell.textContent!);

/** Head and rows of the table view. */
async function tableOf(element: Tile): Promise<string[][]> {
  part(element, 'menu')!.dispatchEvent(
    new KeyboardEvent('keydown', { key: 't', bubbles: true, composed: true }),
  );
  await waitUntil(() => part(element, 'table'), 'a table', { timeout: 8000 });
  return [...element.shadowRoot!.querySelectorAll('.view tr')].map(cellsOf);
}

const fileOf = (element: Tile): string[][] =>
  element
    .toCSV()
    .trim()
    .split('\r\n')
    .map((line) => line.split(','));

const answers = [
  { month: '2024-01', promoters: 60, passives: 20, detractors: 20 },
  { month: '2024-02' },
  { month: '2024-03', promoters: 20, passives: 20, detractors: 60 },
];

describe('the numbers behind a trend', () => {
  it('have their intervals and the sign of a score, in the table view and in the file', async () => {
    const element = await trend({}, answers);
    expect(await tableOf(element)).to.deep.equal([
      ['Period', 'Value', 'n', '95% confidence interval'],
      ['Jan 2024', '+40', '100', '23.4–54.3'],
      ['Feb 2024', '–', '0', '–'],
      ['Mar 2024', '−40', '100', '−54.3 to −23.4'],
    ]);
    const [head, first, gap] = fileOf(element);
    expect(head).to.deep.equal(['Period', 'Value', 'n', '2.5%', '97.5%']);
    expect(first!.slice(0, 3)).to.deep.equal(['2024-01', '40', '100']);
    expect(first!.slice(3).map((end) => Number(end).toFixed(1))).to.deep.equal(['23.4', '54.3']);
    expect(gap).to.deep.equal(['2024-02', '', '0', '', '']);
  });

  it('have no column of intervals where there are none', async () => {
    const element = await trend({}, [
      { month: '2024-01', value: 12 },
      { month: '2024-02', value: -3 },
    ]);
    expect(await tableOf(element)).to.deep.equal([
      ['Period', 'Value', 'n'],
      ['Jan 2024', '+12', '–'],
      ['Feb 2024', '−3', '–'],
    ]);
    expect(fileOf(element)[0]).to.deep.equal(['Period', 'Value', 'n']);
  });

  it('have the interval of a forecast', async () => {
    const data = Array.from({ length: 12 }, (_, i) => ({
      month: `2024-${String(i + 1).padStart(2, '0')}`,
      value: 40 + i + (i % 3),
    }));
    const element = await trend({ forecast: '1' }, data);
    const [head, ...rows] = await tableOf(element);
    expect(head!.at(-1)).to.equal('95% confidence interval');
    expect(rows[0]!.at(-1)).to.equal('–');
    expect(rows.at(-1)![0]).to.equal('Jan 2025 · Forecast');
    expect(rows.at(-1)!.at(-1)).to.match(/^\d.*[–o ]+\d/);
    expect(fileOf(element).at(-1)!.slice(3).map(Number).every(Number.isFinite)).to.equal(true);
  });

  it('of more than three lines have their intervals in the file only', async () => {
    for (const [lines, columns] of [
      [3, 3],
      [4, 2],
    ] as const) {
      const data = Array.from({ length: lines }, (_, i) =>
        answers.map((row) => ({ ...row, team: `t${i}` })),
      ).flat();
      const element = await trend({ by: 'team' }, data);
      expect((await tableOf(element))[0]).to.have.length(1 + lines * columns);
      expect(fileOf(element)[0]).to.have.length(1 + lines * 4);
    }
  });

  it('have a row for each time of lines that are measured at times of their own', async () => {
    const rows = [
      ['09:00', 1, 'a'],
      ['09:20', 2, 'a'],
      ['09:40', 3, 'a'],
      ['09:10', 4, 'b'],
      ['09:20', 5, 'b'],
      ['10:00', 6, 'c'],
    ].map(([time, value, line]) => ({ time: `2024-01-01T${time}`, value, line }));
    const element = await trend({ by: 'line', metric: 'csat' }, rows);
    const values = (await tableOf(element)).slice(1).map(([, a, , b, , c]) => [a, b, c].join(' '));
    const expected = ['1% – –', '– 4% –', '2% 5% –', '3% – –', '– – 6%'];
    expect(values).to.deep.equal(expected);
    expect(fileOf(element)).to.deep.equal([
      ['Period', 'a', 'n', 'b', 'n', 'c', 'n'],
      ['2024-01-01T09:00', '1', '', '', '', '', ''],
      ['2024-01-01T09:10', '', '', '4', '', '', ''],
      ['2024-01-01T09:20', '2', '', '5', '', '', ''],
      ['2024-01-01T09:40', '3', '', '', '', '', ''],
      ['2024-01-01T10:00', '', '', '', '', '6', ''],
    ]);
  });

  it('have the values of every line of very many points, the table its newest rows', async () => {
    const minutes = (from: number) => ({
      x: Array.from({ length: 3000 }, (_, i) => Date.UTC(2024, 0, 1) + (from + i) * 60_000),
      y: Array.from({ length: 3000 }, (_, i) => from + i),
    });
    const element = await trend({}, [
      { name: 'a', ...minutes(0) },
      { name: 'b', ...minutes(500) },
    ]);
    const file = fileOf(element).slice(1);
    expect(file).to.have.length(3500);
    expect(file[600]).to.deep.equal(['2024-01-01T10:00', '600', '', '600', '']);
    const [, more, ...rows] = await tableOf(element);
    expect(more![0]).to.equal('and 2,500 more');
    expect(rows).to.have.length(1000);
    expect(rows.at(-1)!.slice(1)).to.deep.equal(['–', '–', '+3,499', '–']);
  });

  it('name the year of a week', async () => {
    const data = ['2025-09-01', '2026-09-07'].map((date) => ({ ...answers[0], month: date }));
    const element = await trend({ interval: 'week' }, data);
    const rows = await tableOf(element);
    expect(rows[1]![0]).to.equal('Week 36, September 1 – 7, 2025');
    expect(rows.at(-1)![0]).to.equal('Week 37, September 7 – 13, 2026');
  });

  it('follow new data while the table is shown', async () => {
    const element = await trend({}, answers);
    await tableOf(element);
    element.data = answers.slice(0, 1);
    await drawn(element);
    const rows = [...element.shadowRoot!.querySelectorAll('.view tbody tr')].map(cellsOf);
    expect(rows).to.deep.equal([['Jan 2024', '+40', '100', '23.4–54.3']]);
  });
});
