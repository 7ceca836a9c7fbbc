import { expect } from '@open-wc/testing';
import { endpoint } from '../server/endpoint';
import { itAble } from '../support/engine';
import { Diary, turn, World } from './world';

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

  it('drop half a line at the end of NDJSON (chaos: stream of NDJSON half line at end)', async () => {
    const diary = await read({ type: 'application/x-ndjson', body: '{"a":1}\n{"a":2}\n{"a' });
    expect(diary.rows).to.deep.equal([{ a: 1 }, { a: 2 }]);
  });

  it('are unchanged where the same comes again (chaos: same body again)', async () => {
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

  it('rest after each eight milliseconds of work', async () => {
    const world = new World();
    world.toil = 3;
    const { worked } = world;
    const stretches: number[] = [];
    let looks = 0;
    world.worked = () => {
      looks++;
      return worked();
    };
    world.rest = async () => {
      stretches.push(looks);
      looks = 0;
      await turn();
    };
    const step = { type: 'application/x-ndjson', lines: 60_000 };
    const diary = await read(step, { streaming: true }, world);
    expect(diary.rows).to.have.length(60_000);
    expect(stretches.length).to.be.greaterThan(3);
    // One look sets the beginning; 3, 6 and 9 ms later it is asked whether to go on.
    expect(new Set(stretches)).to.deep.equal(new Set([4]));
  });

  it('of JSON are the same read in slices', async () => {
    const records = Array.from({ length: 30_000 }, (_, id) => ({
      id,
      score: id % 11,
      at: '2026-06-03',
    }));
    const whole = new Diary(new World(() => Promise.resolve(Response.json(records)))).open('/a');
    await whole.heard();
    expect(whole.rows).to.deep.equal(records);
    const odd = [...records, { id: [1] }];
    const other = new Diary(new World(() => Promise.resolve(Response.json(odd)))).open('/b');
    await other.heard();
    expect(other.rows).to.deep.equal(odd);
    whole.feed.close();
    other.feed.close();
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

  itAble('notice chunks that break off', 'begin anew when they break off', async () => {
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
