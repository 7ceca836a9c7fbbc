/** What a reader is told of values that came and could not be used. */
import { expect } from '@open-wc/testing';
import { part, pause, settled, tile, type Tile } from './tile';

const textOf = (node: Element | null): string =>
  node?.textContent.replace(/\s+/g, ' ').trim() ?? '';

/** Scores on 1–5, and others that no scale has. */
const scores = (read: number, unread: number): { score: unknown }[] => [
  ...Array.from({ length: read }, () => ({ score: 5 })),
  ...Array.from({ length: unread }, (_, i) => ({ score: i % 2 ? 'chat' : 420 })),
];

describe('a KPI over a column that mostly does not fit', () => {
  const table = async (attributes: Record<string, string>, data: unknown[]): Promise<Tile> => {
    const element = tile('kpi-target-table', {
      attributes: { lang: 'en', 'time-zone': 'UTC', ...attributes },
      properties: { data },
    });
    await settled(element, 'ready');
    return element;
  };
  const analysis = (element: Tile): string =>
    textOf(element.shadowRoot!.querySelector('td.analysis'));

  for (const [lang, said] of [
    ['en', /^412 of 420 values could not be read\. On target/],
    ['id', /^412 dari 420 nilai tidak dapat dibaca\. Target tercapai/],
  ] as const)
    it(`says so before all else in ${lang}`, async () => {
      const element = await table({ kpis: 'csat > 40%', lang }, scores(8, 412));
      expect(analysis(element)).to.match(said);
    });

  it('says so without a target too, and with none that fits', async () => {
    expect(analysis(await table({ kpis: 'csat' }, scores(8, 412)))).to.equal(
      '412 of 420 values could not be read.',
    );
    expect(analysis(await table({ kpis: 'csat > 90%; volume' }, scores(0, 20)))).to.equal(
      '20 of 20 values could not be read. No data.',
    );
  });

  it('says so where nothing is drafted too, and only that', async () => {
    const data = [...scores(8, 412), { created_at: '2026-06-03' }];
    const element = await table({ kpis: 'csat > 40%; volume 5', 'no-draft': '' }, data);
    const texts = [...element.shadowRoot!.querySelectorAll('td.analysis')].map(textOf);
    expect(texts).to.deep.equal(['412 of 420 values could not be read.', '–']);
    expect(element.shadowRoot!.querySelector('td.action')).to.equal(null);
  });

  it('says so in a field to write in, whose text new data leaves alone', async () => {
    const attributes = { kpis: 'csat > 40%', 'no-draft': '', editable: '' };
    const element = await table(attributes, scores(8, 412));
    const field = (): HTMLTextAreaElement =>
      element.shadowRoot!.querySelector('td.analysis textarea')!;
    for (let i = 0; i < 200 && !field(); i++) await pause(10);
    expect(field().value).to.equal('412 of 420 values could not be read.');
    field().value = 'The export was cut off.';
    field().dispatchEvent(new Event('change'));
    element.data = scores(8, 400);
    await element.updateComplete;
    expect(field().value).to.equal('The export was cut off.');
  });

  it('says nothing of one stray value among a hundred', async () => {
    expect(analysis(await table({ kpis: 'csat > 90%' }, scores(99, 1)))).to.equal('On target.');
  });

  it('counts those of the period that it shows', async () => {
    const at = (rows: { score: unknown }[], created_at: string): unknown[] =>
      rows.map((row) => ({ ...row, created_at }));
    const data = [...at(scores(10, 50), '2026-05-03'), ...at(scores(40, 10), '2026-06-03')];
    const element = await table({ kpis: 'csat > 90%', compare: 'previous' }, data);
    expect(analysis(element)).to.match(/^10 of 50 values could not be read\./);
  });
});

describe('a tile of one metric of which many answers do not fit', () => {
  const answers = [...scores(70, 0), ...scores(0, 30)];
  for (const tag of ['nps-gauge', 'csat-card'])
    it(`says how many below ${tag}, in both languages`, async () => {
      const feet: string[] = [];
      for (const lang of ['en', 'id']) {
        const element = tile(tag, { attributes: { lang }, properties: { data: answers } });
        await settled(element, 'ready');
        feet.push(textOf(part(element, 'footer')));
      }
      expect(feet).to.deep.equal([
        'n = 70 · 30 answers could not be read.',
        'n = 70 · 30 jawaban tidak dapat dibaca.',
      ]);
    });

  it('says so of one answer, beside a small sample too', async () => {
    const element = tile('nps-gauge', {
      attributes: { lang: 'en' },
      properties: { data: [{ score: 'chat' }, { score: 9 }, { score: 8 }] },
    });
    await settled(element, 'ready');
    expect(textOf(part(element, 'footer'))).to.match(/ · 1 answer could not be read\.$/);
  });

  it('says nothing of one among a hundred, nor of blank ones', async () => {
    const data = [...scores(99, 1), ...Array.from({ length: 50 }, () => ({ score: '' }))];
    const element = tile('csat-card', { attributes: { lang: 'en' }, properties: { data } });
    await settled(element, 'ready');
    expect(textOf(part(element, 'footer'))).to.equal('n = 99');
  });

  it('says so of a trend, of all its periods', async () => {
    const data = answers.map((row, i) => ({ ...row, month: i % 2 ? '2026-05' : '2026-06' }));
    const element = tile('trend-line', {
      attributes: { lang: 'en', metric: 'csat' },
      properties: { data },
    });
    await settled(element, 'ready');
    expect(textOf(part(element, 'footer'))).to.equal('n = 70 · 30 answers could not be read.');
  });

  it('keeps it out of the foot of a table, which says it row by row', async () => {
    const element = tile('kpi-target-table', {
      attributes: { lang: 'en', kpis: 'csat > 90%; nps > 20' },
      properties: { data: answers },
    });
    await settled(element, 'ready');
    expect(part(element, 'footer') === null).to.equal(true);
  });
});

describe('a trend of records whose dates cannot be read', () => {
  const answers = (dates: string[]): unknown[] =>
    dates.map((created_at) => ({ score: 9, created_at }));
  const trend = (dates: string[], lang: string): Tile =>
    tile('trend-line', {
      attributes: { lang, metric: 'nps', interval: 'month', 'time-zone': 'UTC' },
      properties: { data: answers(dates) },
    });
  const unread = ['31/12/2026', '30/12/2026', '02/01/2026'];

  for (const [lang, said] of [
    ['en', 'No data 3 answers could not be read.'],
    ['id', 'Tidak ada data 3 jawaban tidak dapat dibaca.'],
  ] as const)
    it(`is not told to wait for a first answer, in ${lang}`, async () => {
      const element = trend(unread, lang);
      await settled(element, 'empty');
      const { children } = element.shadowRoot!.querySelector('.message')!;
      expect([...children].map(textOf).join(' ')).to.equal(said);
    });

  it('says how many are in no point, and what is wrong with them', async () => {
    const element = trend([...unread, '2026-10-02', '2026-11-02'], 'en');
    await settled(element, 'ready');
    expect(textOf(part(element, 'footer'))).to.equal('n = 2 · 3 answers could not be read.');
    const issues = [element.result].flat().flatMap((one) => one?.issues ?? []);
    expect(issues[0]).to.include({ row: 0, field: 'created_at' });
  });
});

describe('records without a date that can be read, where a figure is of the newest month', () => {
  const at = (dates: string[]): unknown[] => dates.map((created_at) => ({ score: 5, created_at }));
  const readable = ['2026-09-03', '2026-10-02', '2026-10-12', '2026-10-22'];
  const unread = ['31/12/2026', '30/12/2026', '02/01/2026'];
  const given = (tag: string, dates: string[], attributes: Record<string, string>): Tile =>
    tile(tag, {
      attributes: {
        lang: 'en',
        'time-zone': 'UTC',
        compare: 'previous',
        kpis: 'csat',
        ...attributes,
      },
      properties: { data: at(dates) },
    });
  const issuesOf = (element: Tile): unknown =>
    [element.result].flat().flatMap((one) => one?.issues ?? [])[0];

  for (const tag of ['nps-gauge', 'csat-card'])
    for (const [lang, said] of [
      ['en', '· 3 answers could not be read.'],
      ['id', '· 3 jawaban tidak dapat dibaca.'],
    ] as const)
      it(`are told below ${tag}, in ${lang}`, async () => {
        const element = given(tag, [...readable, ...unread], { lang });
        await settled(element, 'ready');
        expect(textOf(part(element, 'footer'))).to.include(said);
        expect([element.result].flat()[0]).to.include({ n: 3, invalid: 3 });
        expect(issuesOf(element)).to.deep.equal({
          row: 4,
          field: 'created_at',
          value: '"31/12/2026"',
        });
      });

  for (const [lang, said] of [
    ['en', /^3 of 6 values could not be read\./],
    ['id', /^3 dari 6 nilai tidak dapat dibaca\./],
  ] as const)
    it(`are told before the analysis of a KPI, in ${lang}`, async () => {
      const element = given('kpi-target-table', [...readable, ...unread], { lang });
      await settled(element, 'ready');
      expect(textOf(element.shadowRoot!.querySelector('td.analysis'))).to.match(said);
      expect(issuesOf(element)).to.include({ row: 4, field: 'created_at' });
    });

  for (const tag of ['nps-gauge', 'csat-card', 'kpi-target-table'])
    it(`leave ${tag} without a figure where there are no others`, async () => {
      const element = given(tag, unread, {});
      await settled(element, 'empty');
      expect(textOf(element.shadowRoot!.querySelector('.message'))).to.include(
        '3 answers could not be read.',
      );
    });

  for (const tag of ['nps-gauge', 'csat-card', 'kpi-target-table'])
    it(`are counted by ${tag} where they have no date at all, and where none is asked for`, async () => {
      const bare = given(tag, [], {});
      bare.data = [{ score: 5 }, { score: 4 }];
      const whole = given(tag, [...readable, ...unread], { compare: '', interval: 'month' });
      await settled(bare, 'ready');
      await settled(whole, 'ready');
      expect([bare.result].flat()[0]).to.include({ n: 2, invalid: 0 });
      expect([whole.result].flat()[0]).to.include({ n: 7, invalid: 0 });
    });
});
