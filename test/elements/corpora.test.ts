/** Hostile and odd input from ../shared/corpora through every way into every element. */
import { expect } from '@open-wc/testing';
import type { Result } from '../../src';
import { describeShared, sharedJson } from '../support/shared';
import {
  address,
  fetcherOf,
  part,
  pause,
  rowsFor,
  saidBy,
  settled,
  tags,
  tile,
  unreadable,
  type Tag,
  type Tile,
} from './tile';
import { holds } from './holds';

interface Payload {
  id: number;
  cat: string;
  payload: string;
}

const page = window as unknown as { __kitXss: (id: unknown) => void };
const fired: unknown[] = [];
page.__kitXss = (id) => fired.push(id);

/** The tile with this text wherever a page or a server can put one. */
function withText(tag: Tag, text: string): Tile {
  const rows: Record<Tag, unknown[]> = {
    'nps-gauge': [{ score: 9, [text]: text }],
    'csat-card': [{ score: 5, [text]: text }],
    'kpi-target-table': [
      {
        metric: text || 'x',
        value: 85,
        target: '> 90%',
        analysis: text,
        action: text,
        owner: text,
        due: text,
        group: text,
        [text]: text,
      },
    ],
    'trend-line': [
      { month: '2026-08', channel: text, promoters: 4, passives: 1, detractors: 1 },
      { month: '2026-09', channel: text, promoters: 5, passives: 1, detractors: 1 },
      { month: '2026-09', channel: 'chat', promoters: 5, passives: 1, detractors: 1 },
    ],
  };
  return tile(tag, {
    attributes: {
      heading: text,
      note: text,
      target: '> 40',
      benchmark: JSON.stringify({ value: 31, name: text, source: text }),
      events: JSON.stringify([{ date: '2026-08-20', label: text }]),
      lang: 'en',
      ...(tag === 'trend-line' ? { by: 'channel', interval: 'month' } : {}),
      selectable: '',
      editable: '',
    },
    properties: { data: rows[tag] },
  });
}

/** Attributes that hold text of a page's author, and may be filled from anywhere. */
const attributes = [
  'source',
  'rows',
  'fields',
  'where',
  'credentials',
  'metric',
  'value',
  'n',
  'target',
  'tolerance',
  'direction',
  'benchmark',
  'compare',
  'interval',
  'by',
  'time-zone',
  'no-answer',
  'options',
  'theme',
  'density',
  'lang',
  'dir',
  'data',
  'scale',
  'satisfied-from',
  'method',
  'kpis',
  'events',
  'forecast',
  'refresh',
  'max-bytes',
  'href-template',
];

describeShared('XSS payloads', () => {
  let payloads: Payload[];
  before(async () => {
    payloads = (await sharedJson<{ entries: Payload[] }>('corpora/xss.json')).entries;
  });
  afterEach(async () => {
    await pause(20);
    expect(fired.splice(0)).to.deep.equal([]);
  });

  it('would fire on a page that took them for markup', async () => {
    const { payload } = payloads.find(({ id }) => id === 2)!;
    const box = document.createElement('div');
    box[('inner' + 'HTML') as 'innerHTML'] = payload;
    document.body.append(box);
    const end = performance.now() + 3000;
    while (!fired.length && performance.now() < end) await pause(20);
    box.remove();
    expect(fired.splice(0)).to.deep.equal([2]);
  });

  for (const tag of tags) {
    it(`are shown by ${tag} as they are written, wherever text is taken`, async function () {
      this.timeout(60_000);
      for (const { payload } of payloads) {
        const element = withText(tag, payload);
        await settled(element, 'ready');
        await holds(element, payload);
        expect(part(element, 'heading')!.textContent).to.equal(payload);
        expect(saidBy(element)).to.include(payload.replace(/\s+/g, ' ').trim());
        if (tag === 'kpi-target-table') {
          const text = element.shadowRoot!.querySelector('tbody tr:last-child')!;
          expect(text.textContent).to.include(payload);
          const boxes = [...text.querySelectorAll('textarea')].map((box) => box.value);
          // A text box has no line ends of its own.
          for (const value of boxes) expect(value).to.equal(payload.replace(/\r\n?/g, '\n'));
        }
        element.remove();
      }
    });

    it(`do nothing in any attribute of ${tag}`, async function () {
      this.timeout(60_000);
      for (const [i, name] of attributes.entries()) {
        const element = tile(tag, { properties: { data: rowsFor[tag] } });
        for (let j = i % 5; j < payloads.length; j += 5) {
          const { payload } = payloads[j]!;
          element.setAttribute(name, payload);
          await holds(element, `${name}="${payload}"`);
        }
        element.remove();
      }
    });

    it(`do nothing in the address of ${tag}`, async function () {
      this.timeout(60_000);
      const asked: string[] = [];
      const fetcher = (url: RequestInfo | URL) => {
        asked.push(String(url));
        return Promise.resolve(new Response('', { status: 404 }));
      };
      const element = tile(tag, { properties: { fetcher } });
      for (const { payload } of payloads) {
        element.src = payload;
        await holds(element, payload);
        await pause();
        await holds(element, payload);
      }
      for (const url of asked) expect(url).to.match(/^https?:/);
    });

    it(`do nothing in keys, errors and messages of ${tag}`, async function () {
      this.timeout(60_000);
      const heard: unknown[] = [];
      const element = tile(tag);
      element.addEventListener('error', (event) => heard.push(event));
      for (const { payload } of payloads) {
        for (const data of [
          [{ [payload]: 1 }],
          { [payload]: [{ score: 9 }] },
          { errors: [{ message: payload }] },
          payload,
        ]) {
          element.data = data;
          await holds(element, payload);
        }
      }
      expect(heard).to.not.be.empty;
    });
  }
});

describeShared('values of the wrong type', () => {
  let values: unknown[];
  before(async () => {
    values = (await sharedJson<{ values: unknown[] }>('corpora/type-confusion.json')).values;
  });

  /** Fields that an element reads. */
  const fieldsOf: Record<Tag, string[]> = {
    'nps-gauge': ['score', 'count', 'created_at', 'promoters', 'passives', 'value', 'n'],
    'csat-card': ['score', 'count', 'counts', 'satisfied', 'n', 'good', 'bad', 'month'],
    'kpi-target-table': [
      'metric',
      'value',
      'target',
      'previous',
      'unit',
      'n',
      'trend',
      'analysis',
      'owner',
      'group',
      'direction',
      'tolerance',
    ],
    'trend-line': ['score', 'month', 'channel', 'value', 'promoters', 'n', 'x', 'y'],
  };

  for (const tag of tags) {
    it(`leave ${tag} in one state without anything unreadable`, async function () {
      this.timeout(30_000);
      const more: Record<string, string> =
        tag === 'trend-line' ? { by: 'channel' } : { interval: 'month' };
      const element = tile(tag, { attributes: { lang: 'en', ...more } });
      const good = rowsFor[tag][0] as object;
      for (const value of values) {
        const given: unknown[] = [value, [value], [good, value], { rows: value }, { data: value }];
        for (const field of fieldsOf[tag]) given.push([{ ...good, [field]: value }]);
        for (const data of given) {
          element.data = data;
          const text = JSON.stringify(data);
          await holds(element, text);
          expect(unreadable(element), text).to.deep.equal([]);
        }
      }
    });

    it(`are no heading, note, event or benchmark of ${tag}`, async () => {
      const element = tile(tag, { properties: { data: rowsFor[tag] } });
      for (const value of values)
        for (const name of ['heading', 'note', 'benchmark', 'events', 'target', 'by', 'options']) {
          Object.assign(element, { [name]: value });
          await holds(element, `${name}: ${JSON.stringify(value)}`);
          expect(unreadable(element), `${name}: ${JSON.stringify(value)}`).to.deep.equal([]);
          Object.assign(element, { [name]: undefined });
        }
    });
  }
});

describeShared('names that lead to a prototype', () => {
  interface Corpus {
    keys: string[];
    documents: string[];
    paths: (string | unknown[])[];
    attributes: string[];
  }
  let corpus: Corpus;
  before(async () => {
    corpus = await sharedJson<Corpus>('corpora/proto-pollution.json');
  });
  const shape = () =>
    [Object.prototype, Array.prototype, Function.prototype].map((p) => Reflect.ownKeys(p).length);

  for (const tag of tags)
    it(`change nothing on the page through ${tag}`, async () => {
      const before = shape();
      const element = tile(tag, { attributes: { lang: 'en' } });
      const check = async (given: string) => {
        await holds(element, given);
        expect(unreadable(element), given).to.deep.equal([]);
        expect(({} as Record<string, unknown>)['polluted'], given).to.equal(undefined);
        expect(shape(), given).to.deep.equal(before);
      };
      for (const text of corpus.documents) {
        element.data = JSON.parse(text) as unknown;
        await check(text);
        element.data = text;
        await check(text);
        element.data = [JSON.parse(text)] as unknown;
        await check(`[${text}]`);
      }
      for (const key of corpus.keys) {
        const row = { ...(rowsFor[tag][0] as object) };
        Object.defineProperty(row, key, { value: 'x', enumerable: true });
        element.data = [row];
        await check(key);
        element.fields = `score=${key}`;
        await check(`fields ${key}`);
        element.fields = undefined;
        element.by = key;
        await check(`by ${key}`);
        element.by = undefined;
      }
      for (const path of corpus.paths) {
        if (typeof path !== 'string') continue;
        element.rows = path;
        await check(path);
        element.rows = undefined;
        element.fields = `score='${path}'`;
        await check(path);
        element.fields = undefined;
      }
      for (const name of corpus.attributes.filter((text) => /^[\w-]+$/.test(text))) {
        if (name === 'style' || name.startsWith('on')) continue;
        element.setAttribute(name, 'x');
        await check(name);
        element.removeAttribute(name);
      }
    });

  it('are segments like any other', async () => {
    const element = tile('trend-line', {
      attributes: { by: 'channel', interval: 'month', lang: 'en' },
      properties: {
        data: corpus.keys.slice(0, 6).flatMap((channel) => [
          { month: '2026-08', channel, promoters: 4, passives: 1, detractors: 1 },
          { month: '2026-09', channel, promoters: 5, passives: 1, detractors: 1 },
        ]),
      },
    });
    await settled(element, 'ready');
    expect(element.toCSV()).to.include('__proto__');
  });
});

describeShared('odd texts', () => {
  let texts: string[];
  before(async () => {
    texts = (await sharedJson<{ entries: string[] }>('corpora/naughty-strings.json')).entries;
  });

  for (const tag of tags)
    it(`are shown by ${tag} as given, and the tile keeps its width`, async function () {
      this.timeout(90_000);
      for (const text of texts) {
        const element = withText(tag, text);
        element.style.width = '300px';
        await settled(element, 'ready');
        await holds(element, text.slice(0, 60));
        // A lone half of a pair is replaced where a page stores it, not by the tile.
        expect(part(element, 'heading')!.textContent).to.equal(text);
        expect(element.scrollWidth, text.slice(0, 60)).to.be.at.most(300);
        element.remove();
      }
    });
});

describeShared('odd numbers', () => {
  interface Entry {
    raw: string;
    verdict: 'accept' | 'gap' | 'reject' | 'syntax';
  }
  let entries: Entry[];
  before(async () => {
    entries = (await sharedJson<{ entries: Entry[] }>('corpora/naughty-numbers.json')).entries;
  });

  for (const [tag, field] of [
    ['nps-gauge', 'score'],
    ['csat-card', 'score'],
  ] as const)
    it(`are read by ${tag} as the verdict says`, async function () {
      this.timeout(30_000);
      for (const { raw, verdict } of entries) {
        const given = raw.length > 40 ? `${raw.slice(0, 40)}…` : raw;
        const element = tile(tag, {
          attributes: { src: address(), lang: 'en' },
          properties: { fetcher: fetcherOf({ body: `[{"${field}":${raw}}]` }) },
        });
        await settled(element, 'ready', 'empty', 'error');
        // What is no JSON is quoted as it was written.
        if (verdict !== 'syntax') expect(unreadable(element), given).to.deep.equal([]);
        if (verdict === 'syntax') {
          expect(element.status, given).to.equal('error');
        } else {
          const { n, invalid, unanswered } = element.result as Result;
          const counted =
            verdict === 'accept' ? [true, false] : [n === 0 && invalid > 0, unanswered > 0];
          expect([n + invalid === 1 && counted[0], counted[1]], given).to.deep.equal([
            verdict !== 'gap',
            verdict === 'gap',
          ]);
        }
        element.remove();
      }
    });

  for (const tag of tags)
    it(`give no false figure as a ready value of ${tag}`, async function () {
      this.timeout(30_000);
      for (const { raw, verdict } of entries) {
        const given = raw.length > 40 ? `${raw.slice(0, 40)}…` : raw;
        const row = `{"metric":"calls","month":"2026-09","value":${raw}}`;
        const element = tile(tag, {
          attributes: { src: address(), lang: 'en' },
          properties: { fetcher: fetcherOf({ body: `[${row}]` }) },
        });
        await settled(element, 'ready', 'empty', 'error');
        // What is no JSON is quoted as it was written.
        if (verdict !== 'syntax') expect(unreadable(element), given).to.deep.equal([]);
        if (verdict === 'syntax') expect(element.status, given).to.equal('error');
        else if (verdict === 'gap') expect(element.status, given).to.equal('empty');
        element.remove();
      }
    });
});
