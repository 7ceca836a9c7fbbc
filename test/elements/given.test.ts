import { expect } from '@open-wc/testing';
import type { Result } from '../../src/metrics/metric';
import {
  address,
  drawn,
  fetcherOf,
  hear,
  partText,
  pause,
  room,
  saidBy,
  settled,
  tile,
  type Tile,
} from './tile';

const clickhouse = {
  meta: [{ name: 'score', type: 'UInt8' }],
  data: [{ score: 9 }, { score: 10 }, { score: 3 }],
  rows: 3,
};
const sheet = `/*O_o*/
google.visualization.Query.setResponse({"table":{"cols":[{"label":"score"}],"rows":[{"c":[{"v":9}]},{"c":[{"v":10}]},{"c":[{"v":3}]}]}});`;
const buckets = {
  aggregations: {
    score: {
      buckets: [
        { key: 9, doc_count: 2 },
        { key: 3, doc_count: 1 },
      ],
    },
  },
};

const resultOf = (element: Tile): Result => element.result as Result;

/** Each is two promoters and a detractor. */
const given: [string, unknown, Record<string, string>][] = [
  ['ClickHouse', clickhouse, {}],
  ['Elasticsearch', buckets, {}],
  ['columns', { score: [9, 10, 3] }, {}],
  [
    'a list at a path',
    { page: { list: [{ score: 9 }, { score: 10 }, { score: 3 }] } },
    { rows: 'page.list' },
  ],
  ['CSV', 'score,channel\n9,email\n10,chat\n3,email\n', {}],
  ['CSV of one column, named', 'score\n9\n10\n3\n', { source: 'csv' }],
  ['NDJSON', '{"score":9}\n{"score":10}\n{"score":3}\n', { source: 'ndjson' }],
  ['a sheet', sheet, {}],
  ['JSON as text', JSON.stringify(clickhouse), {}],
];

function check(element: Tile): void {
  const { n, promoters, detractors } = resultOf(element);
  expect({ n, promoters, detractors }).to.deep.equal({ n: 3, promoters: 2, detractors: 1 });
}

describe('data in the page', () => {
  for (const [name, data, attributes] of given) {
    it(`is read from the property: ${name}`, async () => {
      const element = tile('nps-gauge', { attributes, properties: { data } });
      await element.updateComplete;
      expect(element.status).to.equal('ready');
      check(element);
    });

    it(`is read from a script inside: ${name}`, async () => {
      const element = document.createElement('nps-gauge') as Tile;
      for (const [key, value] of Object.entries(attributes)) element.setAttribute(key, value);
      const script = document.createElement('script');
      script.type = 'application/json';
      script.textContent = typeof data === 'string' ? data : JSON.stringify(data);
      element.append(script);
      room().append(element);
      await settled(element, 'ready');
      check(element);
    });
  }

  const json = '[{"score":9},{"score":10},{"score":3}]';
  for (const [type, text] of [
    ['text/json', json],
    ['text/csv', 'score\n9\n10\n3'],
    [null, json],
  ] as const)
    it(`is read from a script whose type is ${type ?? 'forgotten'}`, async () => {
      const element = document.createElement('nps-gauge') as Tile;
      element.setAttribute('source', type === 'text/csv' ? 'csv' : 'rows');
      const script = document.createElement('script');
      if (type) script.type = type;
      script.textContent = text;
      element.append(script);
      room().append(element);
      await settled(element, 'ready');
      check(element);
    });

  it('is refused where it has no known shape, with one event', async () => {
    const element = tile('nps-gauge', { properties: { data: { meta: { a: {} } } } });
    const heard = hear(element);
    await settled(element, 'error');
    expect(heard.map(({ type, detail }) => `${type} ${String(detail['code'])}`)).to.deep.equal([
      'error contract',
    ]);
  });

  it('is what was given last, however long its reader takes', async () => {
    const element = tile('nps-gauge', { properties: { data: clickhouse } });
    await Promise.resolve();
    element.data = [{ score: 1 }];
    await settled(element, 'ready');
    expect(resultOf(element).n).to.equal(1);
    element.data = { score: [9, 9] };
    element.data = [{ score: 2 }, { score: 3 }, { score: 4 }, { score: 5 }];
    await settled(element, 'ready');
    expect(resultOf(element).n).to.equal(4);
    element.data = { score: [9, 9] };
    await element.updateComplete;
    expect(resultOf(element).n).to.equal(2);
  });

  it('is not taken by a tile that was removed meanwhile', async () => {
    const element = tile('nps-gauge', { properties: { data: clickhouse } });
    const heard = hear(element);
    await Promise.resolve();
    element.remove();
    await element.updateComplete;
    expect(heard).to.deep.equal([]);
    document.body.append(element);
    await settled(element, 'ready');
    check(element);
    element.remove();
  });
});

describe('a `refresh` as people write it', () => {
  const { setTimeout } = window;
  let waits: number[] = [];
  beforeEach(() => {
    waits = [];
    window.setTimeout = ((act: () => void, ms = 0, ...rest: unknown[]) => {
      waits.push(ms / 1000);
      return setTimeout(act, ms, ...rest);
    }) as typeof window.setTimeout;
  });
  afterEach(() => (window.setTimeout = setTimeout));

  const polling = (refresh: unknown, lang: string): Tile =>
    tile('nps-gauge', {
      attributes: { src: address(), lang, ...(typeof refresh === 'string' && { refresh }) },
      properties: {
        fetcher: fetcherOf({ body: [{ score: 9 }] }),
        ...(typeof refresh !== 'string' && { refresh }),
      },
    });

  for (const [refresh, lang, seconds] of [
    ['60', 'id', 60],
    [60, 'en', 60],
    ['5 menit', 'id', 300],
    ['1,5 menit', 'id', 90],
    ['5 min', 'en', 300],
    ['30s', 'en', 30],
    ['1:30', 'en', 90],
    ['1 jam 30 menit', 'id', 5400],
  ] as const)
    it(`polls every ${seconds} s, give or take a tenth: ${refresh} (${lang})`, async () => {
      await settled(polling(refresh, lang), 'ready');
      const isPoll = (wait: number): boolean => Math.abs(wait - seconds) <= seconds / 10;
      for (let i = 0; i < 40 && !waits.some(isPoll); i++) await pause(5);
      expect(waits.some(isPoll), waits.join()).to.equal(true);
    });

  for (const [lang, sentence] of [
    ['en', 'The data does not fit this tile'],
    ['id', 'Data tidak sesuai untuk tampilan ini'],
  ] as const)
    it(`is told where it is no time, and asks nobody, in ${lang}`, async () => {
      const element = polling('sering', lang);
      const heard = hear(element);
      await settled(element, 'error');
      const why = 'invalid refresh: "sering"; allowed: 60, 30s, 5 min';
      expect(saidBy(element)).to.include(`${sentence}: ${why} (contract)`);
      expect(heard.map(({ detail }) => detail['message'])).to.deep.equal([why]);
      element.setAttribute('refresh', '5 min');
      await settled(element, 'ready');
    });

  it('is told where it is of another unit', async () => {
    const element = polling('5%', 'en');
    await settled(element, 'error');
    expect(saidBy(element)).to.include('invalid refresh: "5%"');
  });
});

describe('`max-bytes` as people write it', () => {
  const note = 'x'.repeat(18_000);
  const limited = (maxBytes: unknown, lang: string): Tile =>
    tile('nps-gauge', {
      attributes: {
        src: address(),
        lang,
        source: 'rows',
        ...(typeof maxBytes === 'string' && { 'max-bytes': maxBytes }),
      },
      properties: {
        fetcher: fetcherOf({ body: JSON.stringify([{ score: 9, note }]) }),
        ...(typeof maxBytes !== 'string' && { maxBytes }),
      },
    });

  for (const [written, lang, bytes] of [
    ['10000', 'en', 10_000],
    ['10 kB', 'en', 10_000],
    ['10 KiB', 'en', 10_240],
    ['0.01 MB', 'en', 10_000],
    ['0,01 MB', 'id', 10_000],
    [10_000, 'en', 10_000],
  ] as const)
    it(`is a limit of ${bytes} bytes: ${written} (${lang})`, async () => {
      const element = limited(written, lang);
      await settled(element, 'error');
      expect(saidBy(element)).to.include(`answer is larger than ${bytes} bytes (limit)`);
    });

  for (const written of ['1 MB', '1MiB', '20 kb', '1g'])
    it(`lets a smaller answer through: ${written}`, async () => {
      await settled(limited(written, 'en'), 'ready');
    });

  for (const [lang, sentence] of [
    ['en', 'The data does not fit this tile'],
    ['id', 'Data tidak sesuai untuk tampilan ini'],
  ] as const)
    it(`is told where it is no size, in ${lang}`, async () => {
      const element = limited('besar', lang);
      await settled(element, 'error');
      const why = 'invalid max-bytes: "besar"; allowed: 5000000, 10 MB';
      expect(saidBy(element)).to.include(`${sentence}: ${why} (contract)`);
      element.setAttribute('max-bytes', '1 MB');
      await settled(element, 'ready');
    });
});

describe('an option that there is not', () => {
  for (const tag of ['csat-card', 'trend-line'] as const)
    it(`is named with those that there are, on ${tag}`, async () => {
      const element = tile(tag, {
        attributes: { lang: 'en', options: 'satisfied=3' },
        properties: { data: [{ score: 4, month: '2026-06' }] },
      });
      await settled(element, 'error');
      expect(saidBy(element)).to.include('unknown option: "satisfied"; allowed: method, scale');
      element.setAttribute('options', 'satisfied-from=3');
      await settled(element, 'ready');
    });
});

describe('an attribute of few words that holds another', () => {
  for (const [name, value, allowed] of [
    ['credentials', 'yes', 'include, same-origin'],
    ['direction', 'naik', 'up, down, range, none'],
  ] as const)
    for (const [lang, sentence] of [
      ['en', 'The data does not fit this tile'],
      ['id', 'Data tidak sesuai untuk tampilan ini'],
    ] as const)
      it(`is told in one sentence and forgotten once it is mended: ${name}="${value}" (${lang})`, async () => {
        const element = tile('nps-gauge', {
          attributes: { lang, [name]: value },
          properties: { data: [{ score: 9 }] },
        });
        const heard = hear(element);
        await settled(element, 'error');
        const why = `invalid ${name}: "${value}"; allowed: ${allowed}`;
        expect(saidBy(element)).to.include(`${sentence}: ${why} (contract)`);
        expect(heard.map(({ detail }) => detail['message'])).to.deep.equal([why]);
        element.setAttribute(name, allowed.split(', ')[0]!);
        await settled(element, 'ready');
        expect(heard.map(({ type }) => type)).to.deep.equal(['error', 'load']);
      });

  it('is none where it is blank, or one of them', async () => {
    for (const [theme, density, credentials] of [
      ['', '', ''],
      ['auto', 'compact', 'include'],
      ['dark', '', 'same-origin'],
      // A look that there is not costs no number.
      ['gelap', 'rapat', ''],
    ] as const) {
      const element = tile('csat-card', {
        attributes: { theme, density, credentials },
        properties: { data: [{ score: 5 }] },
      });
      await settled(element, 'ready');
    }
  });
});

// React and Vue write `<nps-gauge refresh="60">` to the property, since there is one of that name.
describe('an attribute written to the property of its name', () => {
  it('is how often to poll, for `refresh` too, whose method stays', async () => {
    const fetcher = fetcherOf({ body: [{ score: 9 }] }, { body: [{ score: 3 }] });
    const element = tile('nps-gauge', { properties: { refresh: '60', fetcher, src: address() } });
    await settled(element, 'ready');
    expect(element.refreshSeconds).to.equal('60');
    await element.refresh();
    expect(resultOf(element).value).to.equal(-100);
    expect(fetcher.asked).to.equal(2);
  });

  it('may be the number that the text of the attribute would be', async () => {
    const properties = { value: 42, n: 12, target: 50, benchmark: 31, tolerance: 2, lang: 'en' };
    const element = tile('nps-gauge', { properties });
    await settled(element, 'ready');
    expect(partText(element, 'value')).to.equal('+42');
    expect(partText(element, 'status')).to.include('Below target 50');
  });

  it('is a mark where it is the number 0', async () => {
    const properties = { value: 42, target: 0, benchmark: 0, lang: 'en' };
    const element = tile('nps-gauge', { properties });
    await settled(element, 'ready');
    expect(partText(element, 'status')).to.include('target 0');
    expect(element.shadowRoot!.textContent).to.include('Benchmark');
  });

  it('names a code that is no answer, 0 too', async () => {
    const element = tile('nps-gauge', { properties: { data: [{ score: 0 }], noAnswer: 0 } });
    await settled(element, 'empty');
    expect(resultOf(element)).to.include({ n: 0, unanswered: 1 });
  });

  const points = [9, 12, 10, 13, 11, 60, 12, 10, 11, 9].map((value, i) => ({
    month: `2026-${String(i + 1).padStart(2, '0')}`,
    value,
  }));
  for (const [unusual, rings] of [
    ['', 1],
    [true, 1],
    [false, 0],
  ] as const)
    it(`is unusual="${unusual}" as ${typeof unusual}`, async () => {
      const element = tile('trend-line', { properties: { data: points, unusual } });
      await settled(element, 'ready');
      await drawn(element);
      expect(element.shadowRoot!.querySelectorAll('.odd')).to.have.lengthOf(rings);
    });
});
