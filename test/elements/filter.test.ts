/** What a reader is told where `where` or `fields` is why there is nothing to show. */
import { expect } from '@open-wc/testing';
import { address, fetcherOf, settled, tags, tile, type Tile } from './tile';

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
