import { expect } from '@open-wc/testing';
import { elsewhere, endpoint, type Step } from '../server/endpoint';
import { itAble } from '../support/engine';
import { Diary, World } from './world';

const good = '{"value": 42}';

/** Opens an address in a world that stands still and waits for the first news. */
async function first(url: string, options = {}): Promise<Diary> {
  const diary = new Diary(new World()).open(url, options);
  await diary.heard();
  diary.feed.close();
  return diary;
}

const failing: [string, Step, string, 'retry' | 'stop'][] = [
  ['a reset before the answer (chaos: reset after accept)', { reset: 'early' }, 'network', 'retry'],
  [
    'a reset in the body (chaos: reset mid-body)',
    { reset: 'mid', body: `[${good},${good},${good}]` },
    'network',
    'retry',
  ],
  [
    'a body shorter than announced (chaos: content-length longer than body)',
    { body: good, length: 100, chunks: [good] },
    'network',
    'retry',
  ],
  [
    'chunks that break off (chaos: chunked without terminator)',
    { chunks: ['[1,', 30], breaks: true },
    'network',
    'retry',
  ],
  [
    'a body longer than announced (chaos: content-length shorter than body)',
    { body: good, length: -5 },
    'syntax',
    'stop',
  ],
  [
    'a chain of 21 redirects (chaos: redirect chain 20)',
    { redirect: 'self', times: 21, body: good },
    'network',
    'retry',
  ],
  ['an HTML page', { type: 'text/html', body: '<!doctype html>' }, 'type', 'stop'],
  ['HTML that calls itself JSON', { body: '{"value": <b>' }, 'syntax', 'stop'],
  [
    'a size over the limit, announced (chaos: oversized with content-length)',
    { zeros: 2 ** 26, announced: true },
    'limit',
    'stop',
  ],
  [
    'a size over the limit, in chunks (chaos: oversized chunked)',
    { zeros: 2 ** 26 },
    'limit',
    'stop',
  ],
  ['a gzip bomb (chaos: gzip bomb)', { zeros: 2 ** 27, zip: true }, 'limit', 'stop'],
  ['a redirect without end (chaos: redirect loop)', { redirect: 'self' }, 'network', 'retry'],
  [
    'a redirect to javascript: (chaos: redirect to javascript:)',
    { redirect: 'javascript:__kitXss(0)' },
    'network',
    'retry',
  ],
];

describe('feed on a failing server', () => {
  for (const [name, step, code, then] of failing) {
    const title = `takes ${name} as ${code} and ${then === 'retry' ? 'tries again' : 'stops'}`;
    const test = async (): Promise<void> => {
      const { url, log } = endpoint(step);
      const diary = await first(url);
      expect(diary.error?.code).to.equal(code);
      expect(diary.retryAt === null ? 'stop' : 'retry').to.equal(then);
      expect(await log()).to.have.length.at.least(1);
    };
    if (step.breaks || step.reset === 'mid') itAble('notice chunks that break off', title, test);
    else it(title, test);
  }

  it('takes an announced size over the limit before any of it came (chaos: oversized with content-length)', async () => {
    // The body never comes, and time stands still.
    const diary = await first(endpoint({ body: good, length: 2 ** 26, stall: 1 }).url);
    expect(diary.error).to.include({ code: 'limit' });
  });

  it('hangs up as soon as the limit is passed (chaos: oversized chunked)', async () => {
    const { url, hungUp } = endpoint({ zeros: 2 ** 30 });
    await first(url, { maxBytes: 100_000 });
    await hungUp();
  });

  it('takes a refused connection as network and tries again (chaos: connection refused)', async () => {
    const diary = await first('http://127.0.0.1:1/');
    expect(diary.error).to.include({ code: 'network', url: 'http://127.0.0.1:1/' });
    expect(diary.retryAt).to.be.a('number');
  });

  it('reads what a redirect on the same origin leads to (chaos: redirect same origin)', async () => {
    const diary = await first(endpoint({ redirect: 'self', times: 1, body: good }).url);
    expect(diary.rows).to.deep.equal([{ value: 42 }]);
  });

  it('does not take data from where a redirect leads off the origin (chaos: redirect to other origin)', async () => {
    const other = await elsewhere({ body: good });
    const diary = await first(endpoint({ redirect: other.url }).url);
    expect(diary.error).to.include({ code: 'blocked' });
    expect(diary.error!.message).to.match(/^redirected to http:\/\/127/);
    expect((await other.log())[0]!.headers).not.to.have.property('cookie');
  });

  it('says that a redirect may have led to a log-in page (chaos: redirect to login HTML)', async () => {
    const page = endpoint({ type: 'text/html', body: '<h1>Log in</h1>' });
    const diary = await first(endpoint({ redirect: page.url }).url);
    expect(diary.error!.code).to.equal('type');
    expect(diary.error!.detail).to.equal('redirected: the session may have ended');
    expect(diary.retryAt).to.equal(null);
  });

  it('takes an answer without CORS as network, and stops after three retries (chaos: CORS refused)', async () => {
    const { url, log } = await elsewhere({ body: good, cors: false });
    const world = new World();
    const diary = new Diary(world).open(url);
    for (let count = 1; count <= 4; count++) {
      await diary.heard(count);
      expect(diary.error!.code).to.equal('network');
      // No further than the retry: an answer on its way must not run into the time-out.
      if (count < 4) await world.pass(diary.retryAt! - world.now());
    }
    expect(diary.retryAt).to.equal(null);
    expect(world.timers.size).to.equal(0);
    expect(await log()).to.have.length(4);
    diary.feed.close();
  });

  it('makes no request over http from an https page (chaos: mixed content)', async () => {
    const world = new World();
    const base = 'https://crm.example/app/';
    const diary = new Diary(world).open('http://crm.example/api', { base });
    await diary.heard();
    expect(diary.error).to.include({ code: 'blocked' });
    expect(diary.error!.message).to.include('http from an https page');
    expect(world.asked).to.deep.equal([]);
    diary.feed.close();
  });

  it('sends no cookie to another origin, and no referrer anywhere (chaos: CORS wildcard with credentials)', async () => {
    document.cookie = 'session=secret; path=/';
    const other = await elsewhere({ echo: true });
    const { rows } = await first(other.url);
    // A request with credentials would be refused at the server's wildcard.
    expect(rows).to.have.length(1);
    const { headers } = (await other.log())[0]!;
    expect(headers).not.to.have.property('cookie');
    expect(headers).not.to.have.property('referer');
    document.cookie = 'session=; path=/; max-age=0';
  });

  it('sends the headers it was given', async () => {
    const { url, log } = endpoint({ body: good });
    await first(url, { headers: { authorization: 'Bearer x' } });
    expect((await log())[0]!.headers['authorization']).to.equal('Bearer x');
  });

  it('shows a status and an address without its fragment', async () => {
    const { url } = endpoint({ status: 403 });
    const diary = await first(`${url}#token`);
    expect(diary.error).to.include({ code: 'http', status: 403, message: 'http 403', url });
  });
});

describe('feed with a page that tampers', () => {
  it('takes a fetch that throws as network (chaos: host page patched fetch throws)', async () => {
    const diary = await first('/x', {
      fetcher: () => {
        throw new Error('patched');
      },
    });
    expect(diary.error!.code).to.equal('network');
  });

  it('takes a fetch that answers nothing as network (chaos: host page patched fetch returns undefined)', async () => {
    const diary = await first('/x', { fetcher: () => Promise.resolve(undefined) });
    expect(diary.error!.code).to.equal('network');
  });

  it('never uses an opaque answer (chaos: opaque response)', async () => {
    const { url } = await elsewhere({ body: good });
    const diary = await first('/x', { fetcher: () => fetch(url, { mode: 'no-cors' }) });
    expect(diary.error!.code).to.equal('network');
  });

  it('does not throw into a page whose JSON.parse throws (chaos: host patched JSON.parse)', async () => {
    const { url } = endpoint({ body: good });
    const { parse } = JSON;
    const diary = new Diary(new World()).open(url);
    try {
      JSON.parse = () => {
        throw new Error('patched');
      };
      await diary.heard();
    } finally {
      JSON.parse = parse;
    }
    expect(diary.error!.code).to.equal('syntax');
    diary.feed.close();
  });

  it('sends the same request when Object.prototype was written to', async () => {
    const hostile: Record<string, unknown> = {
      ...{ src: '/evil', href: '/evil', value: 'x', rows: 'x', headers: { evil: '1' } },
      ...{ credentials: 'include', method: 'POST', body: 'x', signal: {}, fetcher: () => null },
      ...{ request: () => false, maxBytes: 1, source: 'csv', refresh: 5, live: true },
    };
    const clean = endpoint({ echo: true });
    await first(clean.url);
    const { url, log } = endpoint({ echo: true });
    const prototype = Object.prototype as Record<string, unknown>;
    try {
      for (const key of Object.keys(hostile)) prototype[key] = hostile[key];
      const diary = new Diary(new World());
      diary.feed.open(Object.assign(Object.create(null), { src: url, base: location.href }));
      await diary.heard();
      diary.feed.close();
      expect([...diary.news, diary.error?.detail].join()).to.equal('rows 1,');
    } finally {
      for (const key of Object.keys(hostile)) delete prototype[key];
    }
    const [got, expected] = [(await log())[0]!, (await clean.log())[0]!];
    expect(got.method).to.equal('GET');
    expect(got.headers).to.deep.equal(expected.headers);
  });
});

describe('feed with hooks', () => {
  it('lets the page change the headers of a request', async () => {
    const { url, log } = endpoint({ body: good });
    await first(url, {
      request: (init: { url: string; headers: Record<string, string> }) => {
        init.headers['authorization'] = 'Bearer y';
        return true;
      },
    });
    expect((await log())[0]!.headers['authorization']).to.equal('Bearer y');
  });

  it('makes no request that the page cancels', async () => {
    const { url, log } = endpoint({ body: good });
    const diary = await first(url, { request: () => false });
    expect(diary.error).to.include({ code: 'blocked', message: 'the page cancelled the request' });
    expect(await log()).to.have.length(0);
  });

  it('names a source that nobody knows, before any request', async () => {
    const { url, log } = endpoint({ body: good });
    const diary = await first(url, { source: 'clickhose' });
    expect(diary.error!.message).to.match(/^unknown source: clickhose; known are .*rows/);
    expect(await log()).to.have.length(0);
  });
});
