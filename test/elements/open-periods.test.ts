/** What a tile says of a period that is not over, and of a time that begins at a date. */
import { expect } from '@open-wc/testing';
import { address, part, pause, room, saidBy, settled, tile, type Tile } from './tile';

const textsOf = (element: Tile, selector: string): string[] =>
  [...element.shadowRoot!.querySelectorAll(selector)].map((node) =>
    node.textContent.replace(/\s+/g, ' ').trim(),
  );

/** The sentence that stands for the picture. */
const spokenBy = (element: Tile): string =>
  element.shadowRoot!.querySelector('.dial')?.getAttribute('aria-label') ??
  textsOf(element, '.sr').join();

const today = new Date();
/** The middle of a month before this one. */
const ago = (months: number): Date =>
  new Date(Date.UTC(today.getUTCFullYear(), today.getUTCMonth() - months, 15));
const at = (...times: Date[]): { created_at: string; score: number }[] =>
  times.map((time) => ({ created_at: time.toISOString(), score: 5 }));

async function made(
  tag: string,
  attributes: Record<string, string>,
  data: readonly unknown[],
): Promise<Tile> {
  const element = tile(tag, {
    attributes: { lang: 'en', 'time-zone': 'UTC', ...attributes },
    properties: { data },
  });
  await settled(element, 'ready');
  return element;
}

describe('a number of contacts in a month that is not over', () => {
  const data = at(ago(1), ago(1), ago(1), today);
  const previous = { compare: 'previous' };

  for (const [lang, partial] of [
    ['en', 'incomplete'],
    ['id', 'belum lengkap'],
  ] as const)
    it(`is shown beside the plan of the whole month, and not judged by it, in ${lang}`, async () => {
      const kpis = 'volume 5; volume < 2; csat > 90%';
      const element = await made('kpi-target-table', { kpis, lang, ...previous }, data);
      expect(textsOf(element, 'td.target').slice(0, 2)).to.deep.equal(['5', '< 2']);
      expect(textsOf(element, 'td.result').slice(0, 2)).to.deep.equal(['1', '1']);
      expect(textsOf(element, 'td.gap').slice(0, 2)).to.deep.equal(['–', '–']);
      const [plan, most, csat] = textsOf(element, 'td.status');
      expect([plan, most]).to.deep.equal([partial, partial]);
      expect(csat).to.not.equal(partial);
      for (const analysis of textsOf(element, 'td.analysis').slice(0, 2))
        expect(analysis).to.match(new RegExp(`^\\S+ \\d{4}: ${partial}\\.$`));
      expect(textsOf(element, 'td.action').slice(0, 2)).to.deep.equal(['–', '–']);
      const file = element.toCSV().split('\r\n');
      expect(file[1]).to.include(`,${partial},`);
    });

  it('says so where nothing is drafted too', async () => {
    const attributes = { kpis: 'volume 5; csat > 90%', 'no-draft': '', ...previous };
    const element = await made('kpi-target-table', attributes, data);
    const [volume, csat] = textsOf(element, 'td.analysis');
    expect(volume).to.match(/^\S+ \d{4}: incomplete\.$/);
    expect(csat).to.equal('–');
  });

  it('is counted under no status, and a table of such alone still names the month', async () => {
    const element = await made('kpi-target-table', { kpis: 'volume 5', ...previous }, data);
    expect(textsOf(element, '.sub')).to.have.length(1);
    expect(textsOf(element, '.sub')[0]).to.match(/^\S+ \d{4}: incomplete$/);
    expect(saidBy(element)).to.not.match(/no data/i);
    const both = await made(
      'kpi-target-table',
      { kpis: 'volume 5; csat > 90%', ...previous },
      data,
    );
    expect(textsOf(both, '.sub')[0]).to.match(/: incomplete · 1 on target$/);
  });

  it('is what customers who left in part of a month are, too', async () => {
    const customers = data.map(({ created_at }, i) => ({ created_at, churned: i === 3 }));
    const attributes = { kpis: 'churn < 5%; retention > 90%', 'no-draft': '', ...previous };
    const element = await made('kpi-target-table', attributes, customers);
    expect(textsOf(element, 'td.status')).to.deep.equal(['incomplete', 'incomplete']);
  });

  it('is judged once the month is over', async () => {
    const whole = at(ago(2), ago(2), ago(1));
    const element = await made('kpi-target-table', { kpis: 'volume 5', ...previous }, whole);
    expect(textsOf(element, 'td.status')).to.deep.equal(['−80%']);
  });
});

describe('the face of a gauge or a card', () => {
  const month = (lang: string): string =>
    today.toLocaleDateString(lang, { month: 'long', year: 'numeric', timeZone: 'UTC' });
  const open = at(ago(1), ago(1), today);
  const cases: [lang: string, partial: string, since: string][] = [
    ['en', 'incomplete', 'since Jul 1, 2026'],
    ['id', 'belum lengkap', 'sejak 1 Jul 2026'],
  ];
  for (const tag of ['nps-gauge', 'csat-card'])
    for (const [lang, partial, since] of cases) {
      it(`says and speaks of ${tag} that its month is not over, in ${lang}`, async () => {
        const ways: Record<string, string>[] = [{}, { interval: 'month' }];
        for (const way of ways) {
          const element = await made(tag, { lang, compare: 'previous', ...way }, open);
          const title = `${month(lang)}: ${partial}`;
          expect(textsOf(element, 'figcaption .sub')).to.deep.equal([title]);
          expect(spokenBy(element)).to.include(` (${title}), `);
        }
      });

      it(`says and speaks of ${tag} which date its figure begins at, in ${lang}`, async () => {
        const data = [...at(ago(40)), { created_at: '2026-07-01', score: 5 }];
        const element = await made(tag, { lang, compare: '2026-07-01' }, data);
        expect(textsOf(element, 'figcaption .sub')).to.deep.equal([since]);
        expect(spokenBy(element)).to.include(` (${since}), `);
      });
    }

  for (const tag of ['nps-gauge', 'csat-card'])
    it(`says so after the page's own words on ${tag}`, async () => {
      const attributes = { compare: 'previous', note: 'All channels' };
      const element = await made(tag, attributes, open);
      expect(textsOf(element, 'figcaption .sub')).to.deep.equal([
        `All channels · ${month('en')}: incomplete`,
      ]);
      element.compare = '2026-07-01';
      await element.updateComplete;
      expect(textsOf(element, 'figcaption .sub')).to.deep.equal([
        'All channels · since Jul 1, 2026',
      ]);
      element.compare = undefined;
      await element.updateComplete;
      expect(textsOf(element, 'figcaption .sub')).to.deep.equal(['All channels']);
    });

  describe('until data comes', () => {
    const now = Date.now;
    // Months have names of many lengths.
    before(() => (Date.now = () => Date.UTC(2026, 10, 21)));
    after(() => (Date.now = now));
    const rows = (...days: string[]) => days.map((created_at) => ({ created_at, score: 5 }));

    /** Height of the head before the data comes and after, and what stands under its title. */
    async function heads(
      tag: string,
      width: number,
      attributes: Record<string, string>,
      data: readonly unknown[],
    ) {
      const into = room();
      into.style.width = `${width}px`;
      let answer!: (response: Response) => void;
      const coming = new Promise<Response>((resolve) => (answer = resolve));
      const element = tile(tag, {
        attributes: {
          ...{ compare: 'previous', 'time-zone': 'UTC', src: address(), ...attributes },
          ...(tag === 'kpi-target-table' && { kpis: 'csat > 90%', 'no-draft': '' }),
        },
        properties: { fetcher: () => coming },
        into,
      });
      await settled(element, 'loading');
      const head = element.shadowRoot!.querySelector('figcaption')!;
      const held = head.offsetHeight;
      const seen = (selector: string): string =>
        getComputedStyle(head.querySelector(selector)!).visibility;
      expect([seen('.sub'), seen('.blank')]).to.deep.equal(['visible', 'hidden']);
      answer(Response.json(data));
      await settled(element, 'ready');
      return { held, after: head.offsetHeight, title: textsOf(element, 'figcaption .sub')[0] };
    }

    const month = rows('2026-10-15', '2026-11-15');
    const cases: [of: string, attributes: Record<string, string>, data: object[], title: RegExp][] =
      [
        ['', {}, month, / 2026: (inc|belum)/],
        [', beside a note', { note: 'All channels' }, month, / 2026: (inc|belum)/],
        [', of a month that is over', {}, rows('2026-09-15', '2026-10-15'), / 2026(?!:)/],
        [
          ', of a week',
          { interval: 'week' },
          rows('2026-11-10', '2026-11-17'),
          / 47, .* 2026: (inc|belum)/,
        ],
        [', of the time from a date on', { compare: '2026-11-01' }, month, /^(since|sejak) /],
      ];
    for (const tag of ['nps-gauge', 'csat-card', 'kpi-target-table'])
      for (const lang of ['en', 'id'])
        for (const [of, attributes, data, title] of cases)
          it(`has the room of its title on ${tag}, in ${lang}${of}`, async () => {
            for (const width of [160, 240, 320, 480]) {
              const head = await heads(tag, width, { lang, ...attributes }, data);
              expect(head.title).to.match(title);
              expect(head.after, `${width} px`).to.equal(head.held);
            }
          });
  });

  it('names a month that is over, and says no more of it', async () => {
    const element = await made('nps-gauge', { compare: 'previous' }, at(ago(2), ago(1)));
    expect(textsOf(element, 'figcaption .sub')[0]).to.match(/^\S+ \d{4}$/);
  });

  it('is of all time beside its course; the table tells that the newest month is not over', async () => {
    const element = await made('csat-card', { interval: 'month' }, open);
    expect(textsOf(element, 'figcaption .sub')).to.deep.equal([]);
    part(element, 'menu')!.dispatchEvent(
      new KeyboardEvent('keydown', { key: 't', bubbles: true, composed: true }),
    );
    for (let i = 0; i < 200 && !part(element, 'table'); i++) await pause(10);
    const periods = textsOf(element, '.view tbody tr > :nth-child(2)');
    expect(periods.at(-1)).to.match(/^\S+ \d{4} · incomplete$/);
    expect(periods.at(-2)).to.match(/^\S+ \d{4}$/);
  });
});

describe('the sentence of a trend', () => {
  for (const [lang, partial] of [
    ['en', 'incomplete'],
    ['id', 'belum lengkap'],
  ] as const)
    it(`says that its newest month is not over, in ${lang}`, async () => {
      const element = await made('trend-line', { lang, metric: 'csat' }, at(ago(1), today));
      const spoken = element.shadowRoot!.querySelector('[role=slider]')!.ariaValueText;
      expect(spoken).to.match(new RegExp(`\\(\\S+ \\d{4}\\).*\\(\\S+ \\d{4}: ${partial}\\)`));
    });

  it('does not hold a number of contacts so far against the target of the whole month', async () => {
    const data = at(ago(1), today, today);
    const attributes = { metric: 'volume', target: '> 5' };
    const spoken = (element: Tile) =>
      element.shadowRoot!.querySelector('[role=slider]')!.ariaValueText!;
    const open = spoken(await made('trend-line', attributes, data));
    expect(open).to.match(/\(\S+ \d{4}: incomplete\), target >\s5$/);
    const over = spoken(await made('trend-line', attributes, data.slice(0, 1)));
    expect(over).to.include('below target 5');
  });

  it('holds neither customers lost nor those kept so far against a target', async () => {
    const row = (time: Date) => {
      return {
        month: time.toISOString().slice(0, 7),
        customers_start: 100,
        customers_lost: 4,
        customers_end: 96,
        customers_new: 0,
      };
    };
    const said = async (data: unknown[], metric: string): Promise<string> => {
      const element = await made('trend-line', { metric, target: '50%' }, data);
      return element.shadowRoot!.querySelector('[role=slider]')!.ariaValueText!;
    };
    for (const metric of ['churn', 'retention']) {
      const open = await said([row(ago(1)), row(today)], metric);
      expect(open).to.match(/: incomplete\), target .?\s?50%$/);
      expect(await said([row(ago(1))], metric))
        .to.include('target 50%')
        .and.not.match(/, target 50%$/);
    }
  });

  it('says nothing of it once all are over', async () => {
    const element = await made('trend-line', { metric: 'csat' }, at(ago(2), ago(1)));
    const spoken = element.shadowRoot!.querySelector('[role=slider]')!.ariaValueText;
    expect(spoken).to.not.include('incomplete');
  });
});

describe('a KPI table', () => {
  it('says what it is of, and how its rows stand, after the words of the page', async () => {
    const attributes = { kpis: 'csat > 90%', compare: '2026-07-01', note: 'All channels' };
    const element = await made('kpi-target-table', attributes, at(today));
    expect(textsOf(element, '.sub')).to.deep.equal([
      'All channels · since Jul 1, 2026 · 1 on target',
    ]);
  });
});

describe('a KPI table of the time from a date on', () => {
  for (const [lang, since] of [
    ['en', 'since Jul 1, 2026'],
    ['id', 'sejak 1 Jul 2026'],
  ] as const)
    it(`says which date its figures begin at, in ${lang}`, async () => {
      const data = [...at(ago(40)), { created_at: '2026-07-01', score: 5 }];
      const attributes = { lang, kpis: 'csat > 90%', compare: '2026-07-01' };
      const element = await made('kpi-target-table', attributes, data);
      expect(textsOf(element, '.sub')[0]).to.match(new RegExp(`^${since} · 1 `));
    });
});
