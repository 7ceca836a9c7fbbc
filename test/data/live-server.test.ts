import { expect } from '@open-wc/testing';
import '../../src/define';
import type { MetricElement } from '../../src';
import { endpoint, type Endpoint, type Step } from '../server/endpoint';
import { canDo } from '../support/engine';
import { Diary, until, World } from './world';

const events = { type: 'text/event-stream' };

/** Opens a live feed on a server, in a world whose time stands still. */
function live(...steps: Step[]): { diary: Diary; world: World; server: Endpoint } {
  const server = endpoint(...steps);
  const world = new World();
  return { diary: new Diary(world).open(server.url, { live: true }), world, server };
}

/** Lets time pass, a frame at a time, until something is so. */
async function passing(world: World, so: () => boolean, step = 20): Promise<void> {
  for (let tries = 0; !so(); tries++) {
    if (tries > 500) throw new Error(`never: ${so}`);
    await world.pass(step);
    await new Promise((done) => setTimeout(done, 2));
  }
}

/** Leaves, and lets the connection end. */
async function end(diary: Diary, world: World): Promise<void> {
  diary.feed.close();
  await world.pass(0);
  expect([world.timers.size, world.watchers.size]).to.deep.equal([0, 0]);
}

describe('live, from a server', () => {
  it('goes on after the connection broke, with the last id', async () => {
    const { diary, world, server } = live(
      { ...events, chunks: ['id: 7\ndata: {"a":1}\n\n'], open: true },
      { ...events, chunks: ['id: 7\ndata: {"a":1}\n\nid: 8\ndata: {"a":2}\n\n'], open: true },
    );
    // What came just before a break may be lost with it, and is then sent again.
    await passing(world, () => diary.rows.length === 1);
    await server.breakOff();
    await passing(world, () => diary.rows.length === 2);
    expect(diary.rows).to.deep.equal([{ a: 1 }, { a: 2 }]);
    expect(diary.news.filter((line) => !line.startsWith('rows'))).to.deep.equal([
      'live true',
      'live false',
      ...(canDo('notice chunks that break off') ? ['failed network'] : []),
      'live true',
      'append 1',
    ]);
    const log = await server.log();
    expect(log.map(({ headers }) => headers['last-event-id'])).to.deep.equal([undefined, '7']);
    expect(log[0]!.headers['accept']).to.equal('text/event-stream');
    await end(diary, world);
  });

  it('goes on where the server closes, at most eight times a minute (chaos: SSE closes every 1 s)', async () => {
    const { diary, world, server } = live({ ...events, chunks: ['data: {"a":1}\n\n'] });
    await diary.heard(2);
    for (let second = 0; second < 60; second++) {
      await world.pass(1_000);
      await until(() => world.asking === 0);
      await new Promise((done) => setTimeout(done, 5));
    }
    expect((await server.log()).length).to.be.within(4, 8);
    await end(diary, world);
  });

  it('drops a bad event, and stays connected (chaos: SSE bad JSON in the middle)', async () => {
    const { diary, world, server } = live({
      ...events,
      chunks: ['data: {"a":1}\n\ndata: {bad\n\n', 10, 'data: {"a":', 10, '2}\n\n'],
      open: true,
    });
    await passing(world, () => diary.rows.length === 2);
    expect(diary.news).to.include('failed syntax');
    expect(await server.log()).to.have.length(1);
    await end(diary, world);
    await server.hungUp();
  });

  it('drops what is numbered below the last (chaos: SSE older sequence number)', async () => {
    const { diary, world } = live({
      ...events,
      chunks: ['id: 5\ndata: {"a":5}\n\nid: 4\ndata: {"a":4}\n\nid: 6\ndata: {"a":6}\n\n'],
      open: true,
    });
    await passing(world, () => diary.rows.length === 2);
    expect(diary.rows).to.deep.equal([{ a: 5 }, { a: 6 }]);
    await end(diary, world);
  });

  it('is closed for good by 204 (chaos: SSE 204)', async () => {
    const { diary, world, server } = live(
      { ...events, chunks: ['data: {"a":1}\n\n'] },
      { status: 204 },
    );
    await passing(world, () => diary.news.includes('live false'));
    await passing(world, () => world.asked.length === 2, 500);
    await until(() => world.asking === 0);
    await world.pass(600_000);
    expect(await server.log()).to.have.length(2);
    expect(diary.error).to.equal(null);
    await end(diary, world);
  });

  it('polls where the answer is a page (chaos: SSE wrong type)', async () => {
    const { diary, world, server } = live(
      { type: 'text/html', body: '<!doctype html>' },
      { body: '[{"a":1}]' },
    );
    await diary.heard();
    expect(diary.error).to.include({ code: 'type', message: 'got text/html instead of events' });
    await passing(world, () => diary.rows.length === 1, 1_000);
    expect((await server.log())[1]!.headers['accept']).to.match(/^application\/json/);
    await end(diary, world);
  });

  it('gives up an event of a megabyte (chaos: SSE 1 MB line)', async () => {
    const { diary, world, server } = live({ ...events, repeat: { unit: 'data: x', n: 200_000 } });
    await passing(world, () => diary.error !== null);
    expect(diary.error).to.include({ code: 'limit' });
    await world.pass(600_000);
    expect(await server.log()).to.have.length(1);
    await end(diary, world);
  });

  it('is given up after 45 s of silence, and opened again (chaos: SSE silent 60 s)', async () => {
    const { diary, world, server } = live({ ...events, chunks: [': here\n\n'], open: true });
    await diary.heard();
    await new Promise((done) => setTimeout(done, 50));
    await world.pass(46_000);
    await diary.heard(3);
    expect(diary.error).to.include({ code: 'timeout' });
    await passing(world, () => world.asked.length === 2, 1_000);
    await server.hungUp();
    await end(diary, world);
  });

  it('is drawn at most once a frame, whatever comes (chaos: SSE 10000 msg/s for 10 s)', async function () {
    this.timeout(30_000);
    const count = 100_000;
    const { url } = endpoint({ ...events, flood: count });
    const tile = document.createElement('nps-gauge') as MetricElement;
    let drawings = 0;
    let frames = 0;
    let most = 0;
    tile.addController({ hostUpdated: () => void drawings++ });
    tile.src = url;
    tile.live = true;
    let before = 0;
    let running = true;
    const frame = (): void => {
      frames++;
      most = Math.max(most, drawings - before);
      before = drawings;
      if (running) requestAnimationFrame(frame);
    };
    document.body.append(tile);
    await until(() => tile.status === 'ready');
    before = drawings;
    requestAnimationFrame(frame);
    const answers = (): number => (tile.result as { n: number }).n;
    for (let tries = 0; answers() < count && tries < 10_000; tries++)
      await new Promise((done) => setTimeout(done, 2));
    // What came last is drawn with a frame too.
    for (let i = 0; i < 2; i++) await new Promise(requestAnimationFrame);
    running = false;
    expect(answers()).to.equal(count);
    expect(frames).to.be.greaterThan(1);
    expect(most).to.be.at.most(1);
    // Where frames are few, drawings are: never one for each of the events.
    expect(drawings).to.be.lessThan(count / 10);
    tile.remove();
  });
});

describe('a hundred tiles of one address', () => {
  it('make one request to the server (chaos: 100 elements same src)', async () => {
    const { url, log } = endpoint({ delay: 50, body: '[{"score":9},{"score":3}]' });
    const tiles = Array.from({ length: 100 }, () => {
      const tile = document.createElement('nps-gauge') as MetricElement;
      tile.src = url;
      return tile;
    });
    document.body.append(...tiles);
    await until(() => tiles.every(({ status }) => status === 'ready'));
    expect(await log()).to.have.length(1);
    for (const tile of tiles) {
      expect((tile.result as { n: number }).n).to.equal(2);
      tile.remove();
    }
  });
});
