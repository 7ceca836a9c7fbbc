import { expect } from '@open-wc/testing';
import type { DataError } from '../../src/data/data-error';
import type { Feed } from '../../src/data/feed';
import { elsewhere, endpoint } from '../server/endpoint';

/** What a feed tells first on a page with this Content-Security-Policy. */
async function under(csp: string, src: string): Promise<{ error: DataError; retryAt: unknown }> {
  const frame = document.createElement('iframe');
  const loaded = new Promise<typeof Feed>((resolve) => {
    const take = (event: Event): void => resolve((event as CustomEvent<typeof Feed>).detail);
    window.addEventListener('page', take, { once: true });
  });
  frame.src = `/misbehave-page?${new URLSearchParams({ csp })}`;
  document.body.append(frame);
  const PageFeed = await loaded;
  return new Promise((resolve) => {
    const nothing = (): void => {};
    const feed = new PageFeed({
      loading: nothing,
      rows: () => resolve({ error: null as unknown as DataError, retryAt: null }),
      unchanged: nothing,
      progress: nothing,
      failed: (error, retryAt) => {
        feed.close();
        frame.remove();
        resolve({ error, retryAt });
      },
      offline: nothing,
      live: nothing,
    });
    feed.open({ src, base: location.href });
  });
}

describe('a page whose policy forbids the address', () => {
  it('is told so, and no retry follows (chaos: CSP blocks connect)', async () => {
    const { url, log } = endpoint({ body: '[]' });
    const { error, retryAt } = await under("connect-src 'none'", url);
    expect(error.code).to.equal('blocked');
    expect(error.message).to.equal(`the page's policy does not allow ${location.origin}`);
    expect(retryAt).to.equal(null);
    expect(await log()).to.have.length(0);
  });

  it('is told so of another origin too', async () => {
    const { url } = await elsewhere({ body: '[]' });
    const { error } = await under("connect-src 'self'", url);
    expect(error.code).to.equal('blocked');
  });

  it('is not what a broken connection is taken for', async () => {
    const { error, retryAt } = await under("connect-src 'self'", endpoint({ reset: 'early' }).url);
    expect(error.code).to.equal('network');
    expect(retryAt).to.be.a('number');
  });
});

describe('a page whose service worker answers with a log-in page', () => {
  it('is told the type, and no retry follows (chaos: service worker returns HTML)', async () => {
    const scope = '/misbehave-page';
    const worker = await navigator.serviceWorker.register('/misbehave-worker.js', { scope });
    try {
      const { installing } = worker;
      await new Promise<void>((done) => {
        if (!installing || worker.active) return done();
        installing.addEventListener('statechange', () => {
          if (installing.state === 'activated') done();
        });
      });
      const { url, log } = endpoint({ body: '[{"score":9}]' });
      const { error, retryAt } = await under('', url);
      expect(error).to.include({ code: 'type', message: 'got text/html instead of data' });
      expect(retryAt).to.equal(null);
      expect(await log()).to.have.length(0);
    } finally {
      await worker.unregister();
    }
  });
});
