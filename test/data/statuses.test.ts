import { expect } from '@open-wc/testing';
import { endpoint } from '../server/endpoint';
import { Diary, World } from './world';

const good = '{"value": 42}';
const corpus = await fetch('/shared/corpora/chaos-scenarios.json');

interface Entry {
  status: number;
  class: string;
}

/** What the corpus calls it, from what the feed told. */
async function verdict(status: number): Promise<string> {
  const redirect = [301, 302, 303, 307, 308].includes(status);
  const { url } = redirect
    ? endpoint({ status, redirect: 'self', times: 1, body: good })
    : endpoint({ status, body: good });
  const diary = new Diary(new World()).open(url);
  await diary.heard();
  diary.feed.close();
  if (diary.news[0] === 'rows 1') return redirect ? 'redirect' : 'ok';
  return `error:${diary.error!.code}, ${diary.retryAt === null ? 'stop' : 'retry'}`;
}

if (corpus.ok) {
  describe('feed on every status of the corpus', () => {
    const told = (async () => ((await corpus.json()) as { statuses: Entry[] }).statuses)();

    it('does what the corpus says', async () => {
      const wrong: string[] = [];
      // 300 has no fixed meaning for a browser, which does not follow it; 304 has a test of its own.
      const entries = (await told).filter(({ status }) => status !== 304 && status !== 300);
      await Promise.all(
        entries.map(async (entry) => {
          const got = await verdict(entry.status);
          if (got !== entry.class && !entry.class.startsWith(`${got}:`)) {
            wrong.push(`${entry.status}: ${got}, not ${entry.class}`);
          }
        }),
      );
      expect(wrong).to.deep.equal([]);
      expect(entries.length).to.be.greaterThan(40);
    });
  });
} else {
  describe.skip('feed on every status of the corpus (skipped: ../shared is absent)', () => {});
}

describe('feed on a status', () => {
  it('keeps the data at a 304 (chaos: 304 with etag)', async () => {
    // The browser's cache, which would ask by itself, has nothing.
    const headers = { 'cache-control': 'no-store' };
    const { url, log } = endpoint({ body: good, etag: true, headers });
    const diary = new Diary(new World()).open(url);
    await diary.heard();
    await diary.feed.refresh();
    expect(diary.news).to.deep.equal(['rows 1', 'unchanged']);
    expect((await log())[1]!.headers['if-none-match']).to.equal('"one"');
    diary.feed.close();
  });

  it('takes a 304 that nobody asked for as an error (chaos: 304 without prior data)', async () => {
    const diary = new Diary(new World()).open(endpoint({ status: 304 }).url);
    await diary.heard();
    expect(diary.error).to.include({ code: 'http', status: 304 });
    expect(diary.retryAt).to.equal(null);
    diary.feed.close();
  });

  it('takes 300 as an error', async () => {
    expect(await verdict(300)).to.equal('error:http, stop');
  });
});
