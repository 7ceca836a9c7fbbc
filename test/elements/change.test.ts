/** What a tile says of a change: which way, how much, whether it is good, and whether it is real. */
import { expect } from '@open-wc/testing';
import {
  address,
  fetcherOf,
  part,
  partText,
  pause,
  saidBy,
  settled,
  tile,
  type Tile,
} from './tile';

const month = (at: string, promoters: number, detractors: number): object => ({
  month: at,
  promoters,
  passives: 100,
  detractors,
});

describe('a change from the month before', () => {
  const cases: [string, object[], Record<string, string>, string, RegExp][] = [
    [
      'up and real',
      [month('2026-09', 500, 400), month('2026-10', 700, 200)],
      {},
      'good',
      /^▲ .*real/,
    ],
    [
      'down and real',
      [month('2026-09', 700, 200), month('2026-10', 500, 400)],
      {},
      'bad',
      /^▼ .*real/,
    ],
    [
      'up where less is better',
      [month('2026-09', 500, 400), month('2026-10', 700, 200)],
      { direction: 'down' },
      'bad',
      /^▲/,
    ],
    [
      'down where less is better',
      [month('2026-09', 700, 200), month('2026-10', 500, 400)],
      { direction: 'down' },
      'good',
      /^▼/,
    ],
    [
      'up where neither is better',
      [month('2026-09', 500, 400), month('2026-10', 700, 200)],
      { direction: 'none' },
      'none',
      /^▲/,
    ],
    [
      'up by what chance would do as well',
      [month('2026-09', 500, 400), month('2026-10', 505, 395)],
      {},
      'none',
      /^▲ .*within noise/,
    ],
    ['none at all', [month('2026-09', 500, 400), month('2026-10', 500, 400)], {}, 'none', /^= 0/],
  ];
  for (const [name, data, attributes, tone, words] of cases)
    it(`${name} is ${tone}`, async () => {
      const element = tile('nps-gauge', {
        attributes: { compare: 'previous', 'time-zone': 'Asia/Jakarta', lang: 'en', ...attributes },
        properties: { data },
      });
      await settled(element, 'ready');
      const tones = ['good', 'bad', 'none'].filter((t) =>
        part(element, 'delta')!.classList.contains(t),
      );
      expect(tones).to.deep.equal([tone]);
      expect(partText(element, 'delta')).to.match(words);
    });
});

describe('another option', () => {
  it('is read from the rows of a stream that are at hand', async () => {
    const body = ['email', 'chat', 'email', 'chat']
      .map((channel, i) => JSON.stringify({ channel, score: channel === 'email' ? 10 : 2 + i }))
      .join('\n');
    const fetcher = fetcherOf({ body, type: 'application/x-ndjson' });
    const element: Tile = tile('nps-gauge', {
      attributes: { src: address(), source: 'ndjson', lang: 'en' },
      properties: { fetcher },
    });
    await settled(element, 'ready');
    expect(partText(element, 'value')).to.equal('0');
    element.where = 'channel=email';
    // What reads conditions comes with the first of them; till then the numbers stay.
    for (let i = 0; i < 200 && partText(element, 'value') === '0'; i++) await pause(10);
    await settled(element, 'ready');
    expect(partText(element, 'value')).to.equal('+100');
    expect(fetcher.asked).to.equal(1);
  });
});

describe('a tolerance in the brackets of a KPI', () => {
  it('counts for that KPI alone, before the one of the table', async () => {
    const element = tile('kpi-target-table', {
      attributes: {
        kpis: 'csat(tolerance=6) > 90%; csat > 90%; csat(tolerance=1) > 90%',
        tolerance: '4.5',
        lang: 'en',
        'no-draft': '',
      },
      properties: {
        data: [
          { score: 5, count: 86 },
          { score: 1, count: 14 },
        ],
      },
    });
    await settled(element, 'ready');
    const said = [...element.shadowRoot!.querySelectorAll('tbody .pill')].map((pill) =>
      pill.textContent.split('·')[0]!.trim(),
    );
    expect(said).to.deep.equal(['Close to the limit', 'Close to the limit', 'Below target']);
  });
});

describe('the tolerance of a table of ready rows', () => {
  it('counts for the rows without their own', async () => {
    const row = { metric: 'csat', value: 86, target: '> 90%' };
    const element = tile('kpi-target-table', {
      attributes: { tolerance: '4,5', lang: 'id', 'no-draft': '' },
      properties: { data: [row, { ...row, tolerance: 1 }, { ...row, tolerance: '' }] },
    });
    await settled(element, 'ready');
    const said = [...element.shadowRoot!.querySelectorAll('tbody .pill')].map((pill) =>
      pill.textContent.trim(),
    );
    expect(said).to.deep.equal(['Dekat batas', 'Di bawah target', 'Dekat batas']);
  });
});

describe('the unit of a ready row', () => {
  it('is refused where there is none of that name, and those that there are are named', async () => {
    const element = tile('kpi-target-table', {
      attributes: { lang: 'en' },
      properties: { data: [{ metric: 'Calls', value: 86, unit: 'percents' }] },
    });
    await settled(element, 'error');
    expect(saidBy(element)).to.match(/invalid unit: "percents"; allowed: percent,/);
  });
});
