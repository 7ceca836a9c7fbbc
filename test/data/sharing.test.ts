import { expect } from '@open-wc/testing';
import { Feed } from '../../src/data/feed';
import { endpoint } from '../server/endpoint';
import { Diary, turn, World } from './world';

const good = '{"rows":[{"score":9},{"score":7}]}';

const many = (world: World, url: string, options = {}): Diary[] =>
  Array.from({ length: 100 }, () => new Diary(world).open(url, options));

describe('feeds of one address', () => {
  it('make one request, a hundred of them (chaos: 100 elements same src)', async () => {
    const { url, log } = endpoint({ body: good });
    const diaries = many(new World(), url);
    await Promise.all(diaries.map((diary) => diary.heard()));
    expect(await log()).to.have.length(1);
    for (const diary of diaries) {
      expect(diary.told).to.deep.equal(['loading', 'rows 2']);
      diary.feed.close();
    }
  });

  it('make one request for a hundred calls of refresh()', async () => {
    const { url, log } = endpoint({ body: good });
    const diaries = many(new World(), url);
    await Promise.all(diaries.map((diary) => diary.heard()));
    await Promise.all(diaries.map((diary) => diary.feed.refresh()));
    expect(await log()).to.have.length(2);
    for (const diary of diaries) {
      expect(diary.news).to.deep.equal(['rows 2', 'unchanged']);
      diary.feed.close();
    }
  });

  it('tell nobody who left while another was told', async () => {
    const { url } = endpoint({ body: good });
    const world = new World();
    const second = new Diary(world);
    const nothing = (): void => {};
    const first = new Feed(
      {
        loading: nothing,
        rows: () => second.feed.close(),
        unchanged: nothing,
        progress: nothing,
        failed: nothing,
        offline: nothing,
        live: nothing,
      },
      world,
    );
    first.open({ src: url, base: location.href });
    second.open(url);
    const third = new Diary(world).open(url);
    await third.heard();
    expect(second.news).to.deep.equal([]);
    first.close();
    third.feed.close();
  });

  it('may each take another list out of it', async () => {
    const { url, log } = endpoint({ body: '{"a":[{"x":1}],"b":[{"x":2},{"x":3}]}' });
    const world = new World();
    const a = new Diary(world).open(url, { rows: 'a' });
    const b = new Diary(world).open(url, { rows: 'b' });
    const c = new Diary(world).open(url, { rows: 'c' });
    await Promise.all([a.heard(), b.heard(), c.heard()]);
    expect([a.news, b.news, c.news]).to.deep.equal([['rows 1'], ['rows 2'], ['failed contract']]);
    expect(await log()).to.have.length(1);
    for (const diary of [a, b, c]) diary.feed.close();
  });

  it('are told the data in hand when they come a moment later', async () => {
    const { url, log } = endpoint({ body: good });
    const world = new World();
    const early = new Diary(world).open(url);
    await early.heard();
    const late = new Diary(world).open(url);
    await late.heard();
    expect(late.told).to.deep.equal(['rows 2']);
    expect(await log()).to.have.length(1);
    early.feed.close();
    late.feed.close();
  });

  it('ask anew for one that comes much later, and tell all', async () => {
    const { url, log } = endpoint({ body: good }, { body: '[]' });
    const world = new World();
    const early = new Diary(world).open(url);
    await early.heard();
    await world.pass(10_000);
    const late = new Diary(world).open(url);
    await late.heard();
    await early.heard(2);
    expect([early.news, late.news]).to.deep.equal([['rows 2', 'rows 0'], ['rows 0']]);
    expect(await log()).to.have.length(2);
    early.feed.close();
    late.feed.close();
  });

  it('ask apart where headers, credentials or fetchers differ', async () => {
    const { url, log } = endpoint({ body: good });
    const world = new World();
    const diaries = [
      new Diary(world).open(url),
      new Diary(world).open(url, { headers: { 'x-a': '1' } }),
      new Diary(world).open(url, { credentials: 'include' }),
      new Diary(world).open(url, { fetcher: (...args) => fetch(...args) }),
    ];
    await Promise.all(diaries.map((diary) => diary.heard()));
    expect(await log()).to.have.length(4);
    for (const diary of diaries) diary.feed.close();
  });

  it('share one request while it fails, and wait for the retry together', async () => {
    const world = new World(() => Promise.reject(new TypeError('down')));
    const first = new Diary(world).open('/x');
    await turn();
    const second = new Diary(world).open('/x');
    await world.pass(100);
    expect(world.asked).to.have.length(1);
    await world.pass(1_000);
    expect(world.asked).to.have.length(2);
    expect(second.news).to.deep.equal(['failed network']);
    first.feed.close();
    second.feed.close();
  });

  it('poll as often as the one that polls most', async () => {
    const world = new World(() => Promise.resolve(new Response('[]')));
    const slow = new Diary(world).open('/x', { refresh: 60 });
    const fast = new Diary(world).open('/x', { refresh: 10 });
    await world.pass(10_500);
    expect(world.asked).to.have.length(2);
    fast.feed.close();
    slow.feed.close();
  });
});

describe('a feed that changes', () => {
  it('makes one request for a hundred sources in one task (chaos: src changed 100 times in one task)', async () => {
    const last = endpoint({ body: good });
    const other = endpoint({ body: '[]' });
    const diary = new Diary(new World());
    for (let i = 0; i < 99; i++) diary.open(other.url);
    diary.open(last.url);
    await diary.heard();
    expect([(await other.log()).length, (await last.log()).length]).to.deep.equal([0, 1]);
    expect(diary.told).to.deep.equal(['loading', 'rows 2']);
    diary.feed.close();
  });

  it('never shows the slow answer of the source before (chaos: out of order: A slow, B fast, src A then B)', async () => {
    const slow = endpoint({ delay: 300, body: good });
    const fast = endpoint({ body: '[{"score":1}]' });
    const diary = new Diary().open(slow.url);
    await new Promise((done) => setTimeout(done, 50));
    diary.open(fast.url);
    await diary.heard();
    await slow.hungUp();
    await new Promise((done) => setTimeout(done, 350));
    expect(diary.news).to.deep.equal(['rows 1']);
    expect(diary.rows).to.deep.equal([{ score: 1 }]);
    diary.feed.close();
  });

  it('is quiet after it was closed, and hangs up within 50 ms (chaos: element removed mid-flight)', async () => {
    const { url, hungUp } = endpoint({ delay: 500, body: good });
    let aborted = 0;
    const diary = new Diary().open(url, {
      fetcher: (input, init) => {
        init!.signal!.addEventListener('abort', () => (aborted = performance.now()));
        return fetch(input, init);
      },
    });
    await new Promise((done) => setTimeout(done, 100));
    const closed = performance.now();
    diary.feed.close();
    await hungUp();
    expect(aborted - closed).to.be.within(0, 50);
    expect(diary.told).to.deep.equal(['loading']);
  });

  it('leaves no timer and no watcher behind', async () => {
    const world = new World(() => Promise.resolve(new Response('[]')));
    const diary = new Diary(world).open('/x', { refresh: 10 });
    await turn();
    expect([world.timers.size, world.watchers.size]).to.deep.equal([1, 1]);
    diary.feed.close();
    await world.pass(0);
    expect([world.timers.size, world.watchers.size]).to.deep.equal([0, 0]);
  });

  it('keeps its request when it is moved (chaos: removed and re-added)', async () => {
    const { url, log } = endpoint({ delay: 100, body: good });
    const diary = new Diary().open(url);
    await new Promise((done) => setTimeout(done, 30));
    diary.feed.close();
    diary.open(url);
    await diary.heard();
    expect(await log()).to.have.length(1);
    expect((await log())[0]!.aborted).to.equal(false);
    diary.feed.close();
  });
});
