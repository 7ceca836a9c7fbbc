import { expect } from '@open-wc/testing';
import {
  address,
  fetcherOf,
  hear,
  pause,
  room,
  rowsFor,
  saidBy,
  settled,
  tags,
  tile,
  unreadable,
  type Answer,
  type Tag,
  type Tile,
} from './tile';
import { atRest } from './whole';

/** A tile that asks an endpoint which gives these answers. */
function asking(tag: Tag, answers: Answer[], attributes: Record<string, string> = {}): Tile {
  return tile(tag, {
    attributes: { src: address(), lang: 'en', ...attributes },
    properties: { fetcher: fetcherOf(...answers) },
  });
}

const silent: Answer = { silent: true };
const refusal: Answer = { status: 404, body: { error: 'no such report' } };

for (const tag of tags) {
  const rows = rowsFor[tag];
  const good: Answer = { body: rows };

  describe(`${tag}, state by state`, () => {
    afterEach(function () {
      for (const element of document.querySelectorAll<Tile>(tag))
        expect(unreadable(element), element.status).to.deep.equal([]);
    });

    it('is idle without any data and says what to give', async () => {
      const element = tile(tag, { attributes: { lang: 'en' } });
      const heard = hear(element);
      await settled(element, 'idle');
      expect(saidBy(element)).to.include('No data source yet');
      expect(element.result).to.equal(null);
      expect(heard).to.deep.equal([]);
    });

    it('is loading until the answer comes, without numbers', async () => {
      const element = asking(tag, [silent]);
      const heard = hear(element);
      await settled(element, 'loading');
      await pause(30);
      expect(element.status).to.equal('loading');
      expect(element.result).to.equal(null);
      expect(heard).to.deep.equal([]);
      expect(element.shadowRoot!.querySelector('[aria-busy="true"]')).to.not.equal(null);
    });

    it('is ready with data and fires load with the Result once it is drawn', async () => {
      const element = tile(tag, { attributes: { lang: 'en' } });
      let drawn = '';
      element.addEventListener('load', () => (drawn = saidBy(element)));
      const heard = hear(element);
      element.data = rows;
      await settled(element, 'ready');
      expect(heard).to.deep.equal([{ type: 'load', detail: element.result }]);
      expect(element.result).to.not.equal(null);
      expect(drawn).to.equal(saidBy(element));
    });

    it('is empty where nobody answered, with the reason in words and no zero', async () => {
      const element = tile(tag, { attributes: { lang: 'en' }, properties: { data: [] } });
      const heard = hear(element);
      await settled(element, 'empty');
      expect(saidBy(element)).to.include('No responses yet');
      expect(saidBy(element)).to.not.match(/\d/);
      expect(heard.map(({ type }) => type)).to.deep.equal(['load']);
    });

    it('is stale when the second answer fails and keeps the last good data', async () => {
      const element = asking(tag, [good, refusal]);
      const heard = hear(element);
      await settled(element, 'ready');
      const { result } = element;
      const values = numbersOf(element);
      await element.refresh();
      await settled(element, 'stale');
      expect(element.result).to.equal(result);
      for (const value of values) expect(saidBy(element)).to.include(value);
      expect(saidBy(element)).to.include('The data source answered with error 404');
      expect(heard.map(({ type }) => type)).to.deep.equal(['load', 'error']);
    });

    it('says why it is stale in one line, or where that has no room, to who asks', async () => {
      const element = asking(tag, [good, refusal]);
      const box = element.parentElement!;
      box.style.width = '240px';
      await settled(element, 'ready');
      await element.refresh();
      await settled(element, 'stale');
      const cause = element.shadowRoot!.querySelector<HTMLElement>('.last')!;
      const retry = element.shadowRoot!.querySelector<HTMLElement>('.foot .retry')!;
      expect(retry.getAttribute('aria-label')).to.equal('Try again');
      expect(retry.offsetWidth).to.be.at.least(24);
      expect(retry.offsetHeight).to.be.at.least(24);
      expect(getComputedStyle(cause).opacity).to.equal('0');
      retry.focus();
      expect(getComputedStyle(cause).opacity).to.equal('1');
      expect(cause.scrollWidth).to.be.at.most(cause.clientWidth);
      const [over, foot] = [cause, retry.parentElement!].map((e) => e.getBoundingClientRect());
      expect(over!.bottom).to.be.at.most(foot!.top + 1);
      expect(over!.top).to.be.at.least(element.getBoundingClientRect().top);
      retry.blur();
      for (const width of [420, 600]) {
        box.style.width = `${width}px`;
        await atRest();
        expect(getComputedStyle(cause).opacity).to.equal('1');
        expect(cause.offsetHeight).to.be.below(1.6 * parseFloat(getComputedStyle(cause).fontSize));
        retry.focus();
        expect(cause.scrollWidth).to.be.at.most(cause.clientWidth);
        retry.blur();
      }
    });

    it('is ready again after a failure that passed', async () => {
      const element = asking(tag, [good, refusal, { body: [...rows] }]);
      await settled(element, 'ready');
      await element.refresh();
      await settled(element, 'stale');
      element.shadowRoot!.querySelector<HTMLElement>('.retry')!.click();
      await settled(element, 'ready');
      expect(saidBy(element)).to.not.include('404');
    });

    it('is error when the first answer fails, and goes on when the next is good', async () => {
      const element = asking(tag, [refusal, good]);
      const heard = hear(element);
      await settled(element, 'error');
      expect(saidBy(element)).to.include('The data source answered with error 404 (http)');
      element.shadowRoot!.querySelector<HTMLElement>('.retry')!.click();
      await settled(element, 'ready');
      expect(heard.map(({ type }) => type)).to.deep.equal(['error', 'load']);
    });

    it('fires error with code, status, url, issues and message; it does not bubble', async () => {
      const parent = room();
      let bubbled = 0;
      parent.addEventListener('error', () => bubbled++);
      const src = address();
      const element = tile(tag, {
        attributes: { src },
        properties: { fetcher: fetcherOf(refusal) },
        into: parent,
      });
      const heard = hear(element);
      await settled(element, 'error');
      expect(heard).to.have.lengthOf(1);
      const { detail } = heard[0]!;
      expect(Object.keys(detail).sort()).to.deep.equal(
        ['code', 'issues', 'message', 'status', 'url'].sort(),
      );
      expect(detail['code']).to.equal('http');
      expect(detail['status']).to.equal(404);
      expect(detail['url']).to.equal(new URL(src, document.baseURI).href);
      expect(detail['message']).to.equal('http 404');
      expect(bubbled).to.equal(0);
    });

    it('is blocked at an address that may not be asked, and asks nobody', async () => {
      const fetcher = fetcherOf(good);
      const element = tile(tag, {
        attributes: { src: 'javascript:alert(1)', lang: 'en' },
        properties: { fetcher },
      });
      await settled(element, 'blocked');
      expect(saidBy(element)).to.include('javascript:alert(1)');
      expect(fetcher.asked).to.equal(0);
    });

    it('says so where an empty answer fails afterwards, and invents no zero', async () => {
      const element = asking(tag, [{ body: [] }, refusal]);
      await settled(element, 'empty');
      await element.refresh();
      await settled(element, 'stale');
      expect(saidBy(element)).to.include('No responses yet');
      expect(saidBy(element)).to.include('404');
    });

    it('forgets the numbers when the data is taken away', async () => {
      const element = tile(tag, { properties: { data: rows } });
      await settled(element, 'ready');
      element.data = undefined;
      await settled(element, 'idle');
      expect(element.result).to.equal(null);
    });
  });

  describe(`${tag} on answers that are no data`, () => {
    // What may be asked for again is asked for late.
    const { random } = Math;
    before(() => (Math.random = () => 0.99));
    after(() => (Math.random = random));

    const cases: [string, Answer, string, RegExp][] = [
      ['text that is not JSON', { body: '{"a": 1,' }, 'syntax', /cannot be read.*\{\\?"a/],
      [
        'an HTML log-in page',
        { body: '<!doctype html><form>', type: 'text/html' },
        'type',
        /log-in/,
      ],
      ['a server error', { status: 500, body: 'oops', type: 'text/plain' }, 'http', /error 500/],
      ['no body', { status: 204, body: undefined }, 'empty', /empty answer/],
      ['a wrong shape', { body: [{ shoe: 42 }] }, 'contract', /does not fit.*(shoe|metric)/],
      ['a number', { body: 7 }, 'contract', /does not fit.*7/],
      ['text in JSON', { body: '"hello"' }, 'contract', /does not fit.*hello/],
    ];
    for (const [name, answer, code, words] of cases) {
      const first =
        answer.status === 204
          ? Object.assign(() => Promise.resolve(new Response(null, { status: 204 })), {})
          : fetcherOf(answer);
      it(`says what is wrong with ${name}`, async () => {
        const element = tile(tag, {
          attributes: { src: address(), lang: 'en' },
          properties: { fetcher: first },
        });
        const heard = hear(element);
        await settled(element, 'error');
        expect(heard.map(({ detail }) => detail['code'])).to.deep.equal([code]);
        expect(saidBy(element)).to.match(words);
        expect(unreadable(element)).to.deep.equal([]);
      });
    }

    it('keeps the last good data through each of them', async () => {
      const answers = cases.map(([, answer]) => answer).filter(({ status }) => status !== 204);
      const element = asking(tag, [good, ...answers]);
      await settled(element, 'ready');
      const values = numbersOf(element);
      for (let i = 0; i < answers.length; i++) {
        await element.refresh();
        await settled(element, 'stale');
        for (const value of values) expect(saidBy(element)).to.include(value);
      }
    });
  });
}

/** Ways to give the same rows to a tile. */
const ways: Record<string, (tag: Tag, attributes: Record<string, string>) => Tile> = {
  'the data property': (tag, attributes) =>
    tile(tag, { attributes, properties: { data: rowsFor[tag] } }),
  'a script inside': (tag, attributes) => {
    const parent = room();
    const element = document.createElement(tag) as Tile;
    const script = document.createElement('script');
    script.type = 'application/json';
    script.textContent = JSON.stringify(rowsFor[tag]);
    element.append(script);
    for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, value);
    parent.append(element);
    return element;
  },
  src: (tag, attributes) => asking(tag, [{ body: rowsFor[tag] }, silent], attributes),
};

describe('an attribute that cannot be read', () => {
  const bad: [Tag, string, string, string, RegExp][] = [
    ['nps-gauge', 'target', '> ninety', '> 40', /> ninety/],
    ['nps-gauge', 'target', '< 2 menit', '> 40', /< 2 menit.*seconds/],
    ['nps-gauge', 'benchmark', '{"value":', '31', /\{\\?"value/],
    ['nps-gauge', 'benchmark', '{"value":"x"}', '{"value":31}', /value.*x/],
    ['nps-gauge', 'interval', 'fortnight', 'month', /fortnight.*month/],
    ['nps-gauge', 'compare', 'yesterday', 'previous', /yesterday.*previous/],
    ['nps-gauge', 'tolerance', 'some', '2', /some/],
    ['nps-gauge', 'where', 'channel', 'month=2026-09', /channel/],
    ['nps-gauge', 'fields', '=', 'score=score', /fields.*=/],
    ['nps-gauge', 'direction', 'sideways', 'down', /sideways.*up/],
    ['nps-gauge', 'time-zone', 'Mars/Base', 'Asia/Jakarta', /Mars\/Base/],
    ['csat-card', 'target', '> ninety', '> 90%', /> ninety/],
    ['csat-card', 'scale', '1-6', '1-5', /1-6.*1-5/],
    ['csat-card', 'method', 'median', 'mean', /median.*mean/],
    ['csat-card', 'satisfied-from', 'four', '4', /four/],
    ['csat-card', 'satisfied-from', '9', '4', /satisfiedFrom: 9/],
    ['csat-card', 'interval', 'fortnight', 'month', /fortnight/],
    ['csat-card', 'compare', '2026-6-1', '2026-06-01', /2026-6-1/],
    ['kpi-target-table', 'kpis', 'npz > 40', '', /npz.*nps/],
    ['kpi-target-table', 'kpis', '> 40', '', /> 40/],
    ['trend-line', 'metric', 'npz', 'nps', /npz.*nps/],
    ['trend-line', 'target', '> ninety', '> 40', /> ninety/],
    ['trend-line', 'interval', 'fortnight', 'month', /fortnight/],
    ['trend-line', 'benchmark', 'some', '31', /some/],
    ['trend-line', 'events', '[{"date":"soon"}]', '[]', /label|soon/],
  ];
  for (const [tag, name, wrong, right, words] of bad)
    for (const [way, make] of Object.entries(ways)) {
      const needsTime = name === 'interval' || name === 'time-zone' || name === 'compare';
      it(`${tag} ${name}="${wrong}" is said in one sentence and mended, with ${way}`, async () => {
        const extra: Record<string, string> = name === 'tolerance' ? { target: '> 60' } : {};
        if (name === 'direction') extra['target'] = '60';
        if (name === 'time-zone') extra['interval'] = 'month';
        const element = make(tag, {
          lang: 'en',
          ...extra,
          [name]: wrong,
        });
        const heard = hear(element);
        await settled(element, 'error');
        expect(saidBy(element)).to.match(words);
        expect(saidBy(element)).to.include('does not fit');
        expect(unreadable(element)).to.deep.equal([]);
        expect(heard.map(({ type }) => type)).to.deep.equal(['error']);
        expect(heard[0]!.detail['code']).to.equal('contract');
        if (needsTime && tag !== 'trend-line') return;
        element.setAttribute(name, right);
        // `src` may not be asked again: its second answer never comes.
        await settled(element, 'ready', 'empty');
        expect(saidBy(element)).to.not.match(words);
        expect(heard.at(-1)!.type).to.equal('load');
        expect(heard).to.have.lengthOf(2);
      });
    }

  for (const [way, make] of Object.entries(ways))
    it(`that breaks a tile with numbers leaves them standing, with ${way}`, async () => {
      const element = make('nps-gauge', { lang: 'en', target: '> 40' });
      await settled(element, 'ready');
      expect(saidBy(element)).to.include('On target 40');
      element.setAttribute('target', '> ninety');
      await settled(element, 'stale');
      expect(saidBy(element)).to.include('+45');
      expect(saidBy(element)).to.include('> ninety');
      expect(saidBy(element)).to.not.include('On target');
      element.setAttribute('target', '> 50');
      await settled(element, 'ready');
      expect(saidBy(element)).to.include('Below target 50');
    });

  it('asks for nothing while it is mended', async () => {
    const fetcher = fetcherOf({ body: rowsFor['nps-gauge'] });
    const element = tile('nps-gauge', {
      attributes: { src: address(), target: '> ninety' },
      properties: { fetcher },
    });
    await settled(element, 'error');
    element.target = '> 40';
    await settled(element, 'ready');
    element.interval = 'never';
    await settled(element, 'stale');
    element.interval = undefined;
    await settled(element, 'ready');
    expect(fetcher.asked).to.equal(1);
  });

  it('is told once, however often the tile is drawn', async () => {
    const element = tile('nps-gauge', {
      attributes: { target: '> ninety' },
      properties: { data: rowsFor['nps-gauge'] },
    });
    const heard = hear(element);
    await settled(element, 'error');
    for (const heading of ['a', 'b', 'c']) {
      element.heading = heading;
      await element.updateComplete;
    }
    await pause();
    expect(heard).to.have.lengthOf(1);
  });
});

/** The numbers that a tile shows in its value part or its table. */
function numbersOf(element: Tile): string[] {
  const shown = element.shadowRoot!.querySelectorAll('[part="value"], td, dd');
  return [...shown]
    .map((node) => node.textContent!.replace(/\s+/g, ' ').trim())
    .filter((text) => /\d/.test(text) && text.length < 12);
}
