import { expect } from '@open-wc/testing';
import { Feed } from '../../src/data/feed';
import { endpoint } from '../server/endpoint';
import { Diary, World } from './world';

const csv = 'score,channel\n9,Café ☕ 😀\n7,"a\nb"\n';
const rows = [
  { score: '9', channel: 'Café ☕ 😀' },
  { score: '7', channel: 'a\nb' },
];
const utf8 = (text: string): string => btoa(String.fromCharCode(...new TextEncoder().encode(text)));

async function read(step: object, options = {}, world = new World()): Promise<Diary> {
  const diary = new Diary(world).open(endpoint(step).url, options);
  await diary.heard();
  for (let i = 0; !diary.done && !diary.error && i < 500; i++) {
    await new Promise((done) => setTimeout(done, 10));
  }
  diary.feed.close();
  return diary;
}

describe('texts', () => {
  for (const split of [1, 2, 3, 5]) {
    it(`are read wherever their bytes are cut: every ${split}`, async () => {
      const diary = await read({ type: 'text/csv', base64: utf8(csv), split });
      expect(diary.rows).to.deep.equal(rows);
    });
  }

  it('may come compressed', async () => {
    const diary = await read({ type: 'text/csv', body: csv, gzip: true });
    expect(diary.rows).to.deep.equal(rows);
  });

  it('may be gzip files', async () => {
    const step = { type: 'application/gzip', body: csv, zipped: true };
    const diary = await read(step, { source: 'csv' });
    expect(diary.rows).to.deep.equal(rows);
  });

  it('that call themselves gzip and are not are refused', async () => {
    const diary = await read({ type: 'application/gzip', body: csv }, { source: 'csv' });
    expect(diary.error).to.include({ code: 'syntax', message: 'not gzip' });
  });

  it('may be UTF-16 with a mark, as spreadsheets save them', async () => {
    const bytes = [0xff, 0xfe, ...[...'score\tx\n9\t1'].flatMap((c) => [c.charCodeAt(0), 0])];
    const diary = await read({ type: 'text/csv', base64: btoa(String.fromCharCode(...bytes)) });
    expect(diary.rows).to.deep.equal([{ score: '9', x: '1' }]);
  });

  it('without a telling type are known by how they begin', async () => {
    const told = async (body: string): Promise<string[]> =>
      (await read({ type: 'text/plain', body })).news;
    expect(await told('score,a\n9,b\n')).to.deep.equal(['rows 1']);
    expect(await told('[{"score":9},{"score":8}]')).to.deep.equal(['rows 2']);
    expect(await told('<html>Log in</html>')).to.deep.equal(['failed type']);
    expect(await told('nonsense')).to.deep.equal(['failed syntax']);
  });

  it('are read by the name of the source whatever their type', async () => {
    const diary = await read({ type: 'application/json', body: 'a b;c\n1;2' }, { source: 'csv' });
    expect(diary.rows).to.deep.equal([{ 'a b': '1', c: '2' }]);
  });

  it('drop half a line at the end of NDJSON', async () => {
    const diary = await read({ type: 'application/x-ndjson', body: '{"a":1}\n{"a":2}\n{"a' });
    expect(diary.rows).to.deep.equal([{ a: 1 }, { a: 2 }]);
  });

  it('are unchanged where the same comes again', async () => {
    const diary = new Diary(new World()).open(endpoint({ type: 'text/csv', body: csv }).url);
    await diary.heard();
    await diary.feed.refresh();
    expect(diary.news).to.deep.equal(['rows 2', 'unchanged']);
    diary.feed.close();
  });
});

describe('long texts', () => {
  const lines = 60_000;
  const long = { type: 'application/x-ndjson', lines };

  it('are told as they come where rows are folded', async () => {
    const diary = await read(long, { streaming: true });
    expect(diary.rows).to.have.length(lines);
    expect(diary.rows[lines - 1]).to.include({ id: lines - 1 });
    expect(diary.news.length).to.be.greaterThan(10);
    expect(diary.news.slice(1).every((line) => line.startsWith('append'))).to.equal(true);
  });

  it('are told whole where they are not', async () => {
    const diary = await read(long);
    expect(diary.news).to.deep.equal([`rows ${lines}`]);
  });

  it('have no limit but the page’s own where rows are folded', async () => {
    const diary = await read(long, { streaming: true, maxBytes: 1_000_000 });
    expect(diary.error).to.include({
      code: 'limit',
      message: 'answer is larger than 1000000 bytes',
    });
  });

  it('keep no task busy for 50 ms', async () => {
    const tasks: number[] = [];
    const observer = new PerformanceObserver((list) => {
      for (const entry of list.getEntries()) tasks.push(entry.duration);
    });
    observer.observe({ type: 'longtask' });
    // Rows are let go, as a fold does.
    let count = 0;
    await new Promise<void>((done, failed) => {
      const nothing = (): void => {};
      const feed = new Feed({
        loading: nothing,
        rows: (rows, info) => {
          count += rows.length;
          if (info.done) {
            feed.close();
            done();
          }
        },
        unchanged: nothing,
        progress: nothing,
        failed,
        offline: nothing,
        live: nothing,
      });
      const { url } = endpoint({ type: 'application/x-ndjson', lines: 300_000 });
      feed.open({ src: url, base: location.href, streaming: true });
    });
    await new Promise((done) => setTimeout(done, 50));
    observer.disconnect();
    expect(count).to.equal(300_000);
    // Entries begin at 50 ms; a shared machine may preempt one task now and then.
    expect(tasks.filter((duration) => duration > 100)).to.deep.equal([]);
    expect(tasks.length).to.be.at.most(5);
  });

  it('say how far they have come after 300 ms', async () => {
    const record = '{"a":1}\n';
    const diary = await read(
      {
        type: 'application/x-ndjson',
        chunks: [record, 400, record, 400, record],
      },
      { streaming: true },
      Object.assign(new World(), { now: () => Date.now() }),
    );
    expect(diary.rows).to.have.length(3);
    expect(diary.bytes).to.be.greaterThan(0);
    expect(diary.news.length).to.be.greaterThan(1);
  });

  it('begin anew when they break off', async () => {
    const world = new World();
    const { url } = endpoint(
      { type: 'application/x-ndjson', lines: 60_000, cut: 20_000 },
      { type: 'application/x-ndjson', body: '{"a":2}\n' },
    );
    const diary = new Diary(world).open(url, { streaming: true });
    while (!diary.error) await new Promise((done) => setTimeout(done, 10));
    expect(diary.error.code).to.equal('network');
    await world.pass(1_000);
    while (!diary.done) await new Promise((done) => setTimeout(done, 10));
    expect(diary.rows).to.deep.equal([{ a: 2 }]);
    diary.feed.close();
  });
});
