/** What somebody can ask for who writes tags, attributes and a CSV file, and nothing else. */
import { expect } from '@open-wc/testing';
import type { Result } from '../../src';
import {
  address,
  drawn,
  fetcherOf,
  part,
  partText,
  pause,
  room,
  saidBy,
  settled,
  tile,
  type Tile,
} from './tile';

const textsOf = (element: Tile, selector: string): string[] =>
  [...element.shadowRoot!.querySelectorAll(selector)].map((node) =>
    node.textContent!.replace(/\s+/g, ' ').trim(),
  );

describe('a ready value as people write it', () => {
  const cases: [string, Record<string, string>, string, string][] = [
    ['with its unit', { value: '85%', n: '200', lang: 'en' }, '85%', 'n = 200'],
    ['in Indonesian', { value: '85,5', n: '1.200', lang: 'id' }, '85,5%', 'n = 1.200'],
    ['in Indonesian as id_ID', { value: '85,5', n: '1.200', lang: 'id_ID' }, '85,5%', 'n = 1.200'],
    ['with a round n', { value: '85', n: '1.000', lang: 'id' }, '85%', 'n = 1.000'],
    ['in English', { value: '85.5 %', n: '1,200', lang: 'en' }, '85.5%', 'n = 1,200'],
  ];
  for (const [name, attributes, value, n] of cases)
    it(`is read ${name}`, async () => {
      const element = tile('csat-card', { attributes });
      await settled(element, 'ready');
      expect(partText(element, 'value')).to.equal(value);
      expect(partText(element, 'footer')).to.equal(n);
    });

  it('is named where it is none', async () => {
    const element = tile('csat-card', { attributes: { value: 'ninety', lang: 'en' } });
    await settled(element, 'error');
    expect(saidBy(element)).to.include('invalid value: "ninety"');
    element.value = '90';
    await settled(element, 'ready');
    expect(partText(element, 'value')).to.equal('90%');
  });

  it('of few answers without an interval is said to be of a small sample', async () => {
    const of = (tag: string, n: string, lang: string): Tile =>
      tile(tag, { attributes: { value: '42', n, lang } });
    const tiles = [
      of('nps-gauge', '12', 'en'),
      of('nps-gauge', '12', 'id'),
      of('nps-gauge', '30', 'en'),
      // A share has its interval.
      of('csat-card', '12', 'en'),
    ];
    for (const element of tiles) await settled(element, 'ready');
    expect(tiles.map((element) => partText(element, 'footer'))).to.deep.equal([
      'Small sample (n = 12)',
      'Sampel kecil (n = 12)',
      'n = 30',
      'n = 12',
    ]);
  });
});

describe('a benchmark as people write it', () => {
  const cases: [tag: string, Record<string, string>, RegExp][] = [
    ['csat-card', { value: '85', benchmark: '84%', lang: 'en' }, /Benchmark 84%/],
    ['csat-card', { value: '85', benchmark: '84,5', lang: 'id' }, /Tolok ukur 84,5%/],
  ];
  for (const [tag, attributes, words] of cases)
    it(`is read from "${attributes.benchmark!}" in ${attributes.lang!}`, async () => {
      const element = tile(tag, { attributes });
      await settled(element, 'ready');
      expect(saidBy(element)).to.match(words);
    });

  it('that is none is told at the begin of a stream and at its end, not for each part', async () => {
    const line = `${JSON.stringify({ score: 9 })}\n`;
    const chunks = Array.from({ length: 12 }, () => line);
    const body = new ReadableStream({
      async pull(controller) {
        await pause(5);
        const chunk = chunks.pop();
        if (chunk) controller.enqueue(new TextEncoder().encode(chunk));
        else controller.close();
      },
    });
    const headers = { 'content-type': 'application/x-ndjson' };
    const element = tile('nps-gauge', {
      attributes: { benchmark: 'soon', lang: 'en' },
      properties: { fetcher: () => Promise.resolve(new Response(body, { headers })) },
    });
    const told: string[] = [];
    element.addEventListener('error', (event) => {
      told.push((event as unknown as CustomEvent<{ message: string }>).detail.message);
    });
    element.src = address();
    await settled(element, 'error');
    for (let i = 0; i < 400 && chunks.length; i++) await pause(10);
    await pause(100);
    expect(told.length).to.be.within(1, 2);
    expect(told[0]).to.equal('invalid benchmark: "soon"');
  });
});

describe('a target that is a range', () => {
  const numbers = async (target: string): Promise<[ticks: number, string[]]> => {
    const element = tile('nps-gauge', { attributes: { value: '42', target, lang: 'en' } });
    await settled(element, 'ready');
    const texts = textsOf(element, '.goal-text').filter(Boolean);
    return [element.shadowRoot!.querySelectorAll('line.goal').length, texts];
  };

  it('has a tick at both ends of it, with numbers where they have room', async () => {
    expect(await numbers('20..60')).to.deep.equal([2, ['20', '60']]);
    expect(await numbers('40..45')).to.deep.equal([2, ['40']]);
    expect(await numbers('> 50')).to.deep.equal([1, ['50']]);
  });
});

describe('KPI rows in a CSV file', () => {
  const table = async (body: string, lang = 'en'): Promise<Tile> => {
    const element = tile('kpi-target-table', {
      attributes: { src: address(), lang },
      properties: { fetcher: fetcherOf({ body, type: 'text/csv' }) },
    });
    await settled(element, 'ready', 'error');
    return element;
  };

  it('may leave cells blank, and hold a course in one', async () => {
    const element = await table(
      'metric,target,value,trend,tolerance,owner,due\n' +
        'csat,> 90%,85%,82; 84; –; 85,,Ayu,2026-12-01\n' +
        'frt,< 2 menit,"2,5 menit",,,,\n' +
        'Calls,1.000,1.200,900 1.000 1.200,,,\n',
      'id',
    );
    expect(element.status).to.equal('ready');
    const courses = [...element.shadowRoot!.querySelectorAll('.course')].map((course) =>
      course.getAttribute('aria-label'),
    );
    expect(courses).to.deep.equal(['dari 82% ke 85%', 'dari 900 ke 1.200']);
  });

  it('keep the currency that is written before a figure', async () => {
    const element = await table('metric,target,value\nPendapatan,>= Rp 2 jt,"Rp 2,4 jt"\n', 'id');
    const money = /^.?\s?Rp\s(2 jt|2,4 jt|2\.\d{3}\.000|2\.400\.000)$/;
    expect(textsOf(element, 'td.result')[0]).to.match(money);
    expect(textsOf(element, 'td.target')[0]).to.match(money);
  });

  it('name the part of a course that is no figure', async () => {
    const element = await table('metric,value,trend\ncsat,85,82; high\n');
    expect(saidBy(element)).to.include('invalid trend: "high"');
  });
});

describe('KPIs computed from records', () => {
  const records = [
    ...['2026-05-03', '2026-05-09', '2026-05-12'].map((created_at) => ({ created_at, score: 2 })),
    { created_at: '2026-05-20', score: 5, channel: 'chat' },
    { created_at: '2026-06-15', score: 5, channel: 'chat' },
    { created_at: '2026-06-20', score: 4, channel: 'email' },
  ];
  const table = async (attributes: Record<string, string>, data: unknown[] = records) => {
    const element = tile('kpi-target-table', {
      attributes: { lang: 'en', 'time-zone': 'UTC', ...attributes },
      properties: { data },
    });
    await settled(element, 'ready', 'error');
    return element;
  };

  it('are of the time from a date on, and tell what changed with it', async () => {
    for (const by of ['', 'channel']) {
      const element = await table({ kpis: 'csat > 90%; volume 5', compare: '2026-06-15', by });
      const values = (element.result as readonly { value: number | null }[]).map(
        ({ value }) => value,
      );
      expect(values).to.deep.equal([100, 2]);
      expect(textsOf(element, 'td.analysis')[0]).to.match(
        /^Up 75 points from before Jun 15, 2026.*on target/,
      );
    }
  });

  it('name a comparison that there is none of', async () => {
    const element = await table({ kpis: 'csat > 90%', compare: 'yesterday' });
    expect(element.status).to.equal('error');
    expect(saidBy(element)).to.include('invalid compare: "yesterday"');
  });

  it('say that a period is not over, and hold no part of it against a whole one', async () => {
    const today = new Date();
    const last = new Date(Date.UTC(today.getUTCFullYear(), today.getUTCMonth() - 1, 15));
    const data = [last, last, last, today].map((at) => ({
      created_at: at.toISOString(),
      score: 5,
    }));
    const attributes = { kpis: 'volume 5; csat > 90%', compare: 'previous' };
    const element = await table(attributes, data);
    const [volume, csat] = textsOf(element, 'td.analysis');
    expect(textsOf(element, '.sub')[0]).to.match(/\d{4}: incomplete · /);
    expect(volume).to.match(/: incomplete\.$/);
    expect(csat).to.match(/^Unchanged/);
  });

  /** A record that every metric below can read. */
  const everything = {
    score: 4,
    rating: 5,
    first_response_seconds: 90,
    resolved_first_contact: true,
    not_resolvable_first_line: false,
    answered: true,
    wait_seconds: 12,
    churned: false,
    resolved: true,
    engaged: true,
    visits: 3,
    newsletter: true,
  };

  for (const [lang, names] of [
    [
      'en',
      [
        'Customer satisfaction',
        'Customer satisfaction (mean)',
        'Customer satisfaction (≥ 3)',
        'Customer satisfaction (scale 1–10)',
        'Customer satisfaction (good or bad)',
        'Customer satisfaction (rating)',
        'First response time',
        'First response time (p90)',
        'First response time (within 5 min)',
        'First contact resolution (net)',
        'First contact resolution (gross)',
        'Abandonment rate (without abandons within 5 s)',
        'Abandonment rate (without abandons within 10 s)',
        'Customer churn',
        'Customer churn (yearly)',
        'Net Promoter Score',
      ],
    ],
    [
      'id',
      [
        'Kepuasan pelanggan',
        'Kepuasan pelanggan (rata-rata)',
        'Kepuasan pelanggan (≥ 3)',
        'Kepuasan pelanggan (skala 1–10)',
        'Kepuasan pelanggan (baik atau buruk)',
        'Kepuasan pelanggan (rating)',
        'Waktu respons pertama',
        'Waktu respons pertama (p90)',
        'Waktu respons pertama (dalam 5 menit)',
        'Penyelesaian pada kontak pertama (neto)',
        'Penyelesaian pada kontak pertama (bruto)',
        'Tingkat panggilan tak terjawab (tanpa yang terputus dalam 5 dtk)',
        'Tingkat panggilan tak terjawab (tanpa yang terputus dalam 10 dtk)',
        'Tingkat churn pelanggan',
        'Tingkat churn pelanggan (tahunan)',
        'Net Promoter Score',
      ],
    ],
  ] as const)
    it(`of one metric are told apart by what differs, in ${lang}`, async () => {
      const kpis = [
        'csat > 85%; csat(method=mean) > 4; csat(satisfied-from=3) > 85%',
        'csat(scale=1-10); csat(scale=good-bad); csat(score=rating)',
        'frt < 2:00; frt(method=p90) < 5:00; frt(method=within sla=300) > 90%',
        'fcr(method=net); fcr(method=gross)',
        'abandonment(short-abandon-seconds=5); abandonment(shortAbandonSeconds=10)',
        'churn; churn(annualise=true); nps > 50',
      ];
      const element = await table({ kpis: kpis.join(';'), lang }, [everything]);
      expect(textsOf(element, 'tbody th')).to.deep.equal(names);
    });

  for (const [lang, names] of [
    [
      'en',
      [
        'Service level (offered ≤ 20 s)',
        'Response rate (of sent)',
        'Response rate (of delivered)',
        'Resolution rate (of handled)',
        'Customer engagement (click-through, of newsletter)',
        'Customer engagement (visits per user)',
      ],
    ],
    [
      'id',
      [
        'Tingkat layanan (masuk ≤ 20 dtk)',
        'Tingkat respons (dari yang terkirim)',
        'Tingkat respons (dari yang tersampaikan)',
        'Tingkat penyelesaian (dari yang ditangani)',
        'Keterlibatan pelanggan (rasio klik, dari newsletter)',
        'Keterlibatan pelanggan (kunjungan per pengguna)',
      ],
    ],
  ] as const)
    it(`name method and base where no authority has settled them, in ${lang}`, async () => {
      const kpis = [
        'service-level(method=offered seconds=20) > 80%',
        'response-rate; response-rate(base=delivered); resolution-rate',
        'engagement(base=newsletter); engagement(kind=visit-frequency)',
      ];
      const element = await table({ kpis: kpis.join(';'), lang }, [everything]);
      expect(textsOf(element, 'tbody th')).to.deep.equal(names);
    });

  it('use an option as attributes write it, and name one that there is not', async () => {
    const element = await table({ kpis: 'csat(satisfied-from=3)' });
    const [result] = element.result as Result[];
    expect(result!.method).to.equal('≥ 3, 1-5');
    element.kpis = 'csat(satisfiedform=3)';
    await settled(element, 'stale');
    expect(saidBy(element)).to.include('unknown option of csat: "satisfiedform"');
  });

  it('keep the sign before the number in a page from right to left', async () => {
    const box = room();
    box.dir = 'rtl';
    const element = tile('kpi-target-table', {
      attributes: { lang: 'en' },
      properties: { data: [{ metric: 'Calls', target: '1000', value: 1200, direction: 'none' }] },
      into: box,
    });
    await settled(element, 'ready');
    const text = part(element, 'status')!.querySelector('bdi')!;
    expect(text.textContent).to.equal('+20%');
    expect(getComputedStyle(text).direction).to.equal('ltr');
  });
});

describe('a trend', () => {
  const month = (i: number): string => `2024-${String(i + 1).padStart(2, '0')}`;
  const counts = [40, 41, 40, 60, 61, 60].map((promoters, i) => {
    return { month: month(i), promoters, passives: 20, detractors: 20 };
  });
  const trend = async (
    attributes: Record<string, string>,
    data: unknown[],
    width = 640,
  ): Promise<Tile> => {
    const into = room();
    into.style.width = `${width}px`;
    const element = tile('trend-line', {
      attributes: { lang: 'en', 'time-zone': 'UTC', ...attributes },
      properties: { data },
      into,
    });
    await drawn(element);
    return element;
  };
  const events = JSON.stringify([{ date: '2024-04-01', label: 'New IVR' }]);

  it('says below it what came of an event, where the chart has no room for that', async () => {
    const narrow = await trend({ events }, counts, 240);
    expect(textsOf(narrow, '.notes')[0]).to.match(/^New IVR · \+\d.* points \(/);
    const wide = await trend({ events }, counts, 900);
    expect(textsOf(wide, '.notes').join()).to.not.include('New IVR');
  });

  it('counts no answers behind a forecast', async () => {
    const element = await trend({ forecast: '2', metric: 'nps' }, counts);
    const rows = element.toCSV().trim().split(/\r?\n/);
    expect(rows.slice(-3).map((row) => row.split(',')[2])).to.deep.equal(['100', '', '']);
  });

  it('of very many lines shows as a table those in colour, and has all in its file', async () => {
    const data = counts.flatMap((row, i) =>
      Array.from({ length: 400 }, (_, agent) => ({ ...row, agent: `a${agent}`, passives: i })),
    );
    const element = await trend({ by: 'agent' }, data.slice(0, 800));
    part(element, 'menu')!.dispatchEvent(
      new KeyboardEvent('keydown', { key: 't', bubbles: true, composed: true }),
    );
    for (let i = 0; i < 200 && !part(element, 'table'); i++) await pause(10);
    expect(textsOf(element, '.view thead th').length).to.equal(1 + 2 * 8);
    expect(textsOf(element, '.view .notes')).to.deep.equal(['and 392 more']);
    expect(element.toCSV().split(/\r?\n/)[0]!.split(',').length).to.equal(1 + 4 * 400);
  });
});

describe('answers of which none can be read', () => {
  const rows = [
    { month: '2026-10', rating: 'chat' },
    { month: '2026-11', rating: 'mail' },
  ];
  for (const tag of ['nps-gauge', 'csat-card', 'trend-line'])
    it(`are no empty survey to ${tag}`, async () => {
      const said: string[] = [];
      for (const lang of ['en', 'id']) {
        const attributes = { lang, fields: 'score=rating', data: JSON.stringify(rows) };
        const element = tile(tag, { attributes });
        await settled(element, 'empty');
        said.push(textsOf(element, '.message > *').join(' '));
      }
      expect(said).to.deep.equal([
        'No data 2 answers could not be read.',
        'Tidak ada data 2 jawaban tidak dapat dibaca.',
      ]);
    });

  it('are told from blank ones, which nobody gave', async () => {
    const attributes = { lang: 'en', data: '[{"score":""},{"score":null}]' };
    const element = tile('nps-gauge', { attributes });
    await settled(element, 'empty');
    expect(textsOf(element, '.message > *')[0]).to.equal('No responses yet');
  });
});

describe('an attribute that cannot be read', () => {
  it('leaves no number of answers below its message', async () => {
    const attributes = { metric: 'volume', forecast: '0', lang: 'en' };
    const data = [{ created_at: '2026-08' }];
    const element = tile('trend-line', { attributes, properties: { data } });
    await settled(element, 'error');
    expect(saidBy(element)).to.include('invalid forecast: "0"');
    expect(part(element, 'footer') === null).to.equal(true);
    element.setAttribute('forecast', '1');
    await settled(element, 'ready');
    expect(partText(element, 'footer')).to.equal('n = 1');
  });
});

describe('the parts that a page can style', () => {
  const months = ['2026-10', '2026-11'].map((month) => ({ month, score: 9, count: 400 }));
  const card = months.map((row) => ({ ...row, score: 4 }));
  const kpis = [{ metric: 'csat', target: '> 90%', value: 85, n: 400, trend: [82, 85] }];
  const common = ['frame', 'heading', 'value', 'chart', 'menu'];
  const cases: [string, Record<string, string>, unknown, string[]][] = [
    ['nps-gauge', { target: '> 50', compare: 'previous' }, months, ['delta', 'status', 'legend']],
    ['csat-card', { target: '> 50', compare: 'previous' }, card, ['delta', 'status', 'legend']],
    ['kpi-target-table', {}, kpis, ['delta', 'status', 'table']],
    ['trend-line', {}, months, ['footer']],
  ];
  for (const [tag, attributes, rows, more] of cases)
    it(`are in ${tag}`, async () => {
      const element = tile(tag, { attributes: { ...attributes, data: JSON.stringify(rows) } });
      await settled(element, 'ready');
      await drawn(element);
      const missing = [...common, ...more].filter((name) => !part(element, name));
      expect(missing).to.deep.equal([]);
    });
});
