import { expect } from '@open-wc/testing';
import { elsewhere, endpoint, type Step } from '../server/endpoint';
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
  ['a reset before the answer', { reset: 'early' }, 'network', 'retry'],
  ['a reset in the body', { reset: 'mid', body: `[${good},${good},${good}]` }, 'network', 'retry'],
  [
    'a body shorter than announced',
    { body: good, length: 100, chunks: [good] },
    'network',
    'retry',
  ],
  ['a body longer than announced', { body: good, length: -5 }, 'syntax', 'stop'],
  ['a chain of 21 redirects', { redirect: 'self', times: 21, body: good }, 'network', 'retry'],
  ['an HTML page', { type: 'text/html', body: '<!doctype html>' }, 'type', 'stop'],
  ['HTML that calls itself JSON', { body: '{"value": <b>' }, 'syntax', 'stop'],
  ['a size over the limit, announced', { zeros: 2 ** 26, announced: true }, 'limit', 'stop'],
  ['a size over the limit, in chunks', { zeros: 2 ** 26 }, 'limit', 'stop'],
  ['a gzip bomb', { zeros: 2 ** 27, zip: true }, 'limit', 'stop'],
  ['a redirect without end', { redirect: 'self' }, 'network', 'retry'],
  ['a redirect to javascript:', { redirect: 'javascript:__kitXss(0)' }, 'network', 'retry'],
];

describe('feed on a failing server', () => {
  for (const [name, step, code, then] of failing) {
    it(`takes ${name} as ${code} and ${then === 'retry' ? 'tries again' : 'stops'}`, async () => {
      const { url, log } = endpoint(step);
      const diary = await first(url);
      expect(diary.error?.code).to.equal(code);
      expect(diary.retryAt === null ? 'stop' : 'retry').to.equal(then);
      expect(await log()).to.have.length.at.least(1);
    });
  }

  it('hangs up as soon as the limit is passed', async () => {
    const { url, hungUp } = endpoint({ zeros: 2 ** 30 });
    await first(url, { maxBytes: 100_000 });
    await hungUp();
  });

  it('takes a refused connection as network and tries again', async () => {
    const diary = await first('http://127.0.0.1:1/');
    expect(diary.error).to.include({ code: 'network', url: 'http://127.0.0.1:1/' });
    expect(diary.retryAt).to.be.a('number');
  });

  it('reads what a redirect on the same origin leads to', async () => {
    const diary = await first(endpoint({ redirect: 'self', times: 1, body: good }).url);
    expect(diary.rows).to.deep.equal([{ value: 42 }]);
  });

  it('does not take data from where a redirect leads off the origin', async () => {
    const other = await elsewhere({ body: good });
    const diary = await first(endpoint({ redirect: other.url }).url);
    expect(diary.error).to.include({ code: 'blocked' });
    expect(diary.error!.message).to.match(/^redirected to http:\/\/127/);
    expect((await other.log())[0]!.headers).not.to.have.property('cookie');
  });

  it('says that a redirect may have led to a log-in page', async () => {
    const page = endpoint({ type: 'text/html', body: '<h1>Log in</h1>' });
    const diary = await first(endpoint({ redirect: page.url }).url);
    expect(diary.error!.code).to.equal('type');
    expect(diary.error!.detail).to.equal('redirected: the session may have ended');
  });

  it('takes an answer without CORS as network', async () => {
    const diary = await first((await elsewhere({ body: good, cors: false })).url);
    expect(diary.error!.code).to.equal('network');
  });

  it('sends no cookie to another origin, and no referrer anywhere', async () => {
    document.cookie = 'session=secret; path=/';
    const other = await elsewhere({ echo: true });
    await first(other.url);
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
  it('takes a fetch that throws as network', async () => {
    const diary = await first('/x', {
      fetcher: () => {
        throw new Error('patched');
      },
    });
    expect(diary.error!.code).to.equal('network');
  });

  it('takes a fetch that answers nothing as network', async () => {
    const diary = await first('/x', { fetcher: () => Promise.resolve(undefined) });
    expect(diary.error!.code).to.equal('network');
  });

  it('never uses an opaque answer', async () => {
    const { url } = await elsewhere({ body: good });
    const diary = await first('/x', { fetcher: () => fetch(url, { mode: 'no-cors' }) });
    expect(diary.error!.code).to.equal('network');
  });

  it('does not throw into a page whose JSON.parse throws', async () => {
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
