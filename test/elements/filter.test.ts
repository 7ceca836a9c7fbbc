/** What a reader is told where `where` or `fields` is why there is nothing to show. */
import { expect } from '@open-wc/testing';
import { address, fetcherOf, saidBy, settled, tags, tile, type Tile } from './tile';

const answers = [
  { score: 9, channel: 'chat', region: 'Barat', created_at: '2026-06-03' },
  { score: 2, channel: 'email', region: 'Timur', created_at: '2026-06-04' },
  { score: 7, channel: 'chat', region: 'Barat', created_at: '2026-06-05' },
];

/** The message in place of a picture: title and hint. */
const said = (element: Tile): string[] =>
  [...element.shadowRoot!.querySelectorAll('.message > strong, .message > span')].map(
    ({ textContent }) => textContent,
  );

const given = (attributes: Record<string, string>, data: unknown = answers, tag = 'nps-gauge') =>
  tile(tag, {
    attributes: { lang: 'en', 'time-zone': 'UTC', ...attributes },
    properties: { data },
  });

describe('a filter that no record matches', () => {
  const words = {
    en: [
      'No record matches the filter',
      'None of 3 records has channel = "chatt". Values of channel: "chat", "email".',
    ],
    id: [
      'Tidak ada data yang cocok dengan filter',
      'Tidak satu pun dari 3 baris memiliki channel = "chatt". Isi channel: "chat", "email".',
    ],
  };
  for (const tag of tags)
    for (const lang of ['en', 'id'] as const)
      it(`is named on ${tag} with its value and those there are, in ${lang}`, async () => {
        const kpis = 'nps > 20; volume 5';
        const element = given({ lang, kpis, where: 'channel=chatt' }, answers, tag);
        await settled(element, 'empty');
        expect(said(element)).to.deep.equal(words[lang]);
      });

  it('is told with its alternatives', async () => {
    const element = given({ where: 'channel="live chat"|whatsapp' });
    await settled(element, 'empty');
    expect(said(element)[1]).to.match(/has channel = "live chat" \| "whatsapp"\. Values/);
  });

  it('is told as a whole where each condition is met by some record', async () => {
    const element = given({ where: 'channel=chat region=Timur' });
    await settled(element, 'empty');
    expect(said(element)[1]).to.equal(
      'None of 3 records has channel = "chat" and region = "Timur".',
    );
  });

  it('is told by the condition that none meets, where there are others', async () => {
    const element = given({ where: 'channel=chat region=Tengah' });
    await settled(element, 'empty');
    expect(said(element)[1]).to.equal(
      'None of 3 records has region = "Tengah". Values of region: "Barat", "Timur".',
    );
  });

  it('is told to ask for a column that there is not', async () => {
    const element = given({ where: 'chanel=chat' });
    await settled(element, 'empty');
    expect(said(element)[1]).to.equal(
      'None of 3 records has a column "chanel". Columns: "score", "channel", "region", "created_at".',
    );
  });

  it('lists no values of a field that is no category', async () => {
    const data = Array.from({ length: 40 }, (_, i) => ({ score: 9, email: `${i}@example.com` }));
    const element = given({ where: 'email=ani@example.com' }, data);
    await settled(element, 'empty');
    expect(said(element)[1]).to.equal('None of 40 records has email = "ani@example.com".');
  });

  it('is told of a file of which no row is kept in memory', async () => {
    const body = `score,channel\n${'9,chat\n8,email\n'.repeat(40_000)}`;
    const element = tile('nps-gauge', {
      attributes: { lang: 'id', src: address(), where: 'channel=chatt' },
      properties: { fetcher: fetcherOf({ body, type: 'text/csv' }) },
    });
    await settled(element, 'empty');
    expect(said(element)[1]).to.equal(
      'Tidak satu pun dari 80.000 baris memiliki channel = "chatt". Isi channel: "chat", "email".',
    );
  });

  it('is forgotten once it is mended, and where there are no records at all', async () => {
    const element = given({ where: 'channel=chatt' });
    await settled(element, 'empty');
    element.setAttribute('where', 'channel=email');
    await settled(element, 'ready');
    element.data = [];
    await settled(element, 'empty');
    expect(said(element)[0]).to.equal('No responses yet');
  });

  it('is not blamed where it keeps records that nobody has answered', async () => {
    const element = given({ where: 'channel=chat' }, [{ score: null, channel: 'chat' }]);
    await settled(element, 'empty');
    expect(said(element)[0]).to.equal('No responses yet');
  });
});

describe('a filter over KPI rows that come ready', () => {
  const rows = [
    { metric: 'csat', value: 85, team: 'A' },
    { metric: 'frt', value: 90, team: 'B' },
  ];

  it('keeps those it asks for', async () => {
    const element = given({ where: 'team=B' }, rows, 'kpi-target-table');
    await settled(element, 'ready');
    expect([element.result].flat().map((result) => result?.metric)).to.deep.equal(['frt']);
  });

  it('is named where it keeps none', async () => {
    const element = given({ where: 'team=C' }, rows, 'kpi-target-table');
    await settled(element, 'empty');
    expect(said(element)[1]).to.match(/^None of 2 records has team = "C"\./);
  });
});

describe('a field mapped to a column that no record has', () => {
  for (const [lang, words] of [
    [
      'en',
      [
        'No data',
        'None of 3 records has a column "sent". Columns: "score", "channel", "region", "created_at".',
      ],
    ],
    [
      'id',
      [
        'Tidak ada data',
        'Tidak satu pun dari 3 baris memiliki kolom "sent". Kolom yang ada: "score", "channel", "region", "created_at".',
      ],
    ],
  ] as const)
    it(`is named where it leaves a trend without points, in ${lang}`, async () => {
      const element = given({ lang, fields: 'created_at=sent' }, answers, 'trend-line');
      await settled(element, 'empty');
      expect(said(element)).to.deep.equal(words);
    });

  it('is no fault where the column is there and blank', async () => {
    const data = [{ rating: null }, { rating: '' }];
    const element = given({ fields: 'score=rating' }, data);
    await settled(element, 'empty');
    expect(said(element)[0]).to.equal('No responses yet');
  });
});

describe('a column that no record has, where it is asked for', () => {
  const columns = '"score", "channel", "region", "created_at"';
  const dividing = {
    en: ['No data', `None of 3 records has a column "chanel". Columns: ${columns}.`],
    id: [
      'Tidak ada data',
      `Tidak satu pun dari 3 baris memiliki kolom "chanel". Kolom yang ada: ${columns}.`,
    ],
  };
  for (const tag of ['trend-line', 'kpi-target-table'] as const)
    for (const lang of ['en', 'id'] as const)
      it(`is named where ${tag} is to be divided by it, in ${lang}`, async () => {
        const element = given({ lang, kpis: 'nps > 20', by: 'chanel' }, answers, tag);
        await settled(element, 'empty');
        expect(said(element)).to.deep.equal(dividing[lang]);
        element.setAttribute('by', 'channel');
        await settled(element, 'ready');
      });

  it('is named where ready points are to be divided by it', async () => {
    const data = answers.map((row, i) => ({ date: row.created_at, value: i, channel: 'a' }));
    const element = given({ by: 'chanel' }, data, 'trend-line');
    await settled(element, 'empty');
    expect(said(element)[1]).to.match(
      /has a column "chanel"\. Columns: "date", "value", "channel"/,
    );
  });

  it('is named where a file of which no row is kept is divided by it', async () => {
    const body = `score,channel,date\n${'9,chat,2026-06-01\n8,email,2026-07-01\n'.repeat(40_000)}`;
    const element = tile('trend-line', {
      attributes: { lang: 'en', src: address(), by: 'chanel' },
      properties: { fetcher: fetcherOf({ body, type: 'text/csv' }) },
    });
    await settled(element, 'empty');
    expect(said(element)[1]).to.equal(
      'None of 80,000 records has a column "chanel". Columns: "score", "channel", "date".',
    );
  });

  it('is no fault where some record has it, or it is blank', async () => {
    const data = [...answers, { score: 9, created_at: '2026-06-06', team: null }];
    const element = given({ by: 'team' }, data, 'trend-line');
    await settled(element, 'ready');
  });

  for (const tag of ['nps-gauge', 'csat-card', 'kpi-target-table'] as const)
    it(`is named on ${tag} where times are compared, and no figure of all time is shown`, async () => {
      const fields = 'score=score created_at=dibuat';
      const element = given({ fields, compare: 'previous', kpis: 'nps > 20' }, answers, tag);
      await settled(element, 'empty');
      expect(said(element)[1]).to.equal(
        `None of 3 records has a column "dibuat". Columns: ${columns}.`,
      );
      expect(saidBy(element)).to.not.include('±');
    });

  it('is told where times are compared, or drawn, and records have none of a known name', async () => {
    const data = answers.map(({ score, created_at }) => ({ score, tanggal: created_at }));
    const words = 'None of 3 records has a column "created_at". Columns: "score", "tanggal".';
    for (const element of [given({ compare: '2026-06-04' }, data), given({}, data, 'trend-line')]) {
      await settled(element, 'empty');
      expect(said(element)).to.deep.equal(['No data', words]);
    }
  });

  it('is no fault of a ready value, which needs no count', async () => {
    const ready = tile('csat-card', {
      attributes: { lang: 'en', value: '80', n: '100', fields: 'count=jumlah' },
    });
    await settled(ready, 'ready');
    const table = given(
      { fields: 'count=jumlah' },
      [{ metric: 'CSAT', value: 85, target: '> 90%' }],
      'kpi-target-table',
    );
    await settled(table, 'ready');
    expect(saidBy(table)).to.include('85%');
  });

  it('is named where it is to say how many a row stands for', async () => {
    const element = given({ fields: 'count=jumlah' });
    await settled(element, 'empty');
    expect(said(element)[1]).to.match(/^None of 3 records has a column "jumlah"\./);
  });
});

describe('a filter over ready points', () => {
  const data = ['a', 'b', 'a'].map((channel, i) => ({
    date: `2026-06-0${i + 1}`,
    value: i,
    channel,
  }));

  it('keeps those it asks for', async () => {
    const element = given({ where: 'channel=a' }, data, 'trend-line');
    await settled(element, 'ready');
    expect([element.result].flat().map((result) => result?.value)).to.deep.equal([0, 2]);
  });

  it('is named where it keeps none', async () => {
    const element = given({ where: 'channel=c' }, data, 'trend-line');
    await settled(element, 'empty');
    expect(said(element)[1]).to.equal(
      'None of 3 records has channel = "c". Values of channel: "a", "b".',
    );
  });
});
