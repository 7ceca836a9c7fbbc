import { expect } from '@open-wc/testing';
import { endpoint } from '../server/endpoint';
import { Diary, turn, until, World } from './world';

/** A server of events whose connections the test holds in hand. */
class Events {
  readonly connections: {
    headers: Headers;
    send(text: string): void;
    end(): void;
    break(): void;
    open: boolean;
  }[] = [];
  answer: (() => Response) | null = null;

  readonly fetch: typeof fetch = (_input, init) => {
    const headers = new Headers(init!.headers);
    if (this.answer) {
      this.connections.push({ headers, send() {}, end() {}, break() {}, open: false });
      return Promise.resolve(this.answer());
    }
    let control!: ReadableStreamDefaultController<Uint8Array>;
    const body = new ReadableStream<Uint8Array>({
      start: (controller) => void (control = controller),
    });
    const connection = {
      headers,
      open: true,
      send: (text: string) => control.enqueue(new TextEncoder().encode(text)),
      end: () => control.close(),
      break: () => control.error(new TypeError('reset')),
    };
    init!.signal!.addEventListener('abort', () => {
      if (connection.open) control.error(init!.signal!.reason);
      connection.open = false;
    });
    this.connections.push(connection);
    return Promise.resolve(
      new Response(body, { headers: { 'content-type': 'text/event-stream' } }),
    );
  };

  get last(): Events['connections'][number] {
    return this.connections.at(-1)!;
  }
}

async function connected(options = {}): Promise<{ events: Events; world: World; diary: Diary }> {
  const events = new Events();
  const world = new World(events.fetch);
  const diary = new Diary(world).open('/live', { live: true, ...options });
  await until(() => events.connections.length > 0);
  await turn();
  return { events, world, diary };
}

describe('live', () => {
  it('tells that it is, and each event once a frame (chaos: SSE normal)', async () => {
    const { events, world, diary } = await connected();
    events.last.send('data: {"score":9}\n\ndata: [{"score":8},{"score":7}]\n\n');
    await turn();
    expect(diary.news).to.deep.equal(['live true']);
    await world.pass(20);
    expect(diary.news).to.deep.equal(['live true', 'rows 3']);
    events.last.send(': heartbeat\n\ndata: {"score":1}\n\n');
    await world.pass(20);
    expect(diary.news.at(-1)).to.equal('append 1');
    expect(diary.rows).to.have.length(4);
    diary.feed.close();
  });

  it('asks for events', async () => {
    const { events, diary } = await connected({ headers: { authorization: 'x' } });
    expect(events.last.headers.get('accept')).to.equal('text/event-stream');
    expect(events.last.headers.get('authorization')).to.equal('x');
    diary.feed.close();
  });

  it('replaces all where an event says so', async () => {
    const { events, world, diary } = await connected();
    events.last.send('data: {"a":1}\n\n');
    await world.pass(20);
    events.last.send('data: {"a":2}\n\ndata: {"replace":[{"a":3}]}\n\ndata: {"a":4}\n\n');
    await world.pass(20);
    expect(diary.rows).to.deep.equal([{ a: 3 }, { a: 4 }]);
    diary.feed.close();
  });

  it('reads events wherever they are cut, whatever ends their lines (chaos: SSE message split over chunks)', async () => {
    const { events, world, diary } = await connected();
    for (const sign of 'id: 1\r\ndata: {"a":\r\ndata:"é"}\r\n\r\ndata: {"a":2}\r\rdata: {"a":3}\n\n') {
      events.last.send(sign);
    }
    await world.pass(20);
    expect(diary.rows).to.deep.equal([{ a: 'é' }, { a: 2 }, { a: 3 }]);
    diary.feed.close();
  });

  it('drops a bad event, tells it, and stays (chaos: SSE bad JSON in the middle)', async () => {
    const { events, world, diary } = await connected();
    events.last.send('data: {"a":1}\n\ndata: {bad\n\ndata: 7\n\ndata: {"a":2}\n\n');
    await world.pass(20);
    expect(diary.news).to.deep.equal(['live true', 'failed syntax', 'failed contract', 'rows 2']);
    expect(events.last.open).to.equal(true);
    diary.feed.close();
  });

  it('drops events that come again (chaos: SSE older sequence number)', async () => {
    const { events, world, diary } = await connected();
    events.last.send('id: 5\ndata: {"a":5}\n\nid: 4\ndata: {"a":4}\n\nid: 6\ndata: {"a":6}\n\n');
    await world.pass(20);
    expect(diary.rows).to.deep.equal([{ a: 5 }, { a: 6 }]);
    diary.feed.close();
  });

  it('ignores events of another name', async () => {
    const { events, world, diary } = await connected();
    events.last.send('event: ping\ndata: {"a":1}\n\nevent: message\ndata: {"a":2}\n\n');
    await world.pass(20);
    expect(diary.rows).to.deep.equal([{ a: 2 }]);
    diary.feed.close();
  });

  it('connects again with the last id, and says that it broke', async () => {
    const { events, world, diary } = await connected();
    events.last.send('id: x7\ndata: {"a":1}\n\n');
    await world.pass(20);
    events.last.break();
    await world.pass(2_000);
    expect(events.connections).to.have.length(2);
    expect(events.last.headers.get('last-event-id')).to.equal('x7');
    expect(diary.news).to.deep.equal([
      'live true',
      'rows 1',
      'live false',
      'failed network',
      'live true',
    ]);
    events.last.send('data: {"a":2}\n\n');
    await world.pass(20);
    expect(diary.rows).to.deep.equal([{ a: 1 }, { a: 2 }]);
    diary.feed.close();
  });

  for (const chance of [0, 0.5, 0.999]) {
    it(`connects at most eight times a minute to a server that closes each second, chance ${chance}`, async () => {
      const { events, world, diary } = await connected();
      world.chance = chance;
      for (let second = 0, seen = 0; second < 60; second++) {
        await world.pass(1_000);
        for (; seen < events.connections.length; seen++) events.connections[seen]!.end();
      }
      expect(events.connections.length).to.be.within(4, 8);
      diary.feed.close();
    });
  }

  it('waits as long as the server asks', async () => {
    const { events, world, diary } = await connected();
    events.last.send('retry: 20000\n\n');
    await turn();
    events.last.end();
    await world.pass(19_900);
    expect(events.connections).to.have.length(1);
    await world.pass(200);
    expect(events.connections).to.have.length(2);
    diary.feed.close();
  });

  it('takes 45 s of silence for a broken connection (chaos: SSE silent 60 s)', async () => {
    const { events, world, diary } = await connected();
    events.last.send(': here\n\n');
    await world.pass(44_000);
    expect(events.last.open).to.equal(true);
    await world.pass(3_000);
    expect(diary.error).to.include({ code: 'timeout' });
    expect(events.connections).to.have.length(2);
    diary.feed.close();
  });

  it('closes a stream with an event of a megabyte (chaos: SSE 1 MB line)', async () => {
    const { events, world, diary } = await connected();
    events.last.send(`data: "${'x'.repeat(1_000_000)}`);
    await world.pass(100);
    expect(diary.error).to.include({
      code: 'limit',
      message: 'event is longer than 1000000 characters',
    });
    await world.pass(600_000);
    expect(events.connections).to.have.length(1);
    expect(events.last.open).to.equal(false);
    diary.feed.close();
  });

  it('stops for good at 204 (chaos: SSE 204)', async () => {
    const { events, world, diary } = await connected();
    events.answer = () => new Response(null, { status: 204 });
    events.last.end();
    await world.pass(600_000);
    expect(events.connections).to.have.length(2);
    expect(diary.news).to.deep.equal(['live true', 'live false']);
    expect(world.timers.size).to.equal(0);
    diary.feed.close();
  });

  it('falls back to polling where the answer is a page (chaos: SSE wrong type)', async () => {
    const events = new Events();
    events.answer = () => new Response('<html>', { headers: { 'content-type': 'text/html' } });
    const world = new World(events.fetch);
    const diary = new Diary(world).open('/live', { live: true });
    await until(() => diary.news.length > 0);
    expect(diary.error).to.include({ code: 'type', message: 'got text/html instead of events' });
    events.answer = () =>
      new Response('[{"a":1}]', { headers: { 'content-type': 'application/json' } });
    await world.pass(34_000);
    expect(diary.news).to.deep.equal(['failed type', 'rows 1']);
    await world.pass(34_000);
    expect(events.connections).to.have.length(3);
    diary.feed.close();
  });

  it('reads a document where the answer is one, and polls it', async () => {
    const events = new Events();
    events.answer = () =>
      new Response('[{"a":1}]', { headers: { 'content-type': 'application/json' } });
    const world = new World(events.fetch);
    const diary = new Diary(world).open('/live', { live: true, refresh: 10 });
    await diary.heard();
    await world.pass(10_000);
    expect(diary.news).to.deep.equal(['rows 1', 'unchanged']);
    diary.feed.close();
  });

  it('stays quiet and closed after close()', async () => {
    const { events, world, diary } = await connected();
    events.last.send('data: {"a":1}\n\n');
    await turn();
    diary.feed.close();
    await world.pass(1_000);
    expect(events.last.open).to.equal(false);
    expect(diary.news).to.deep.equal(['live true']);
    expect([world.timers.size, world.watchers.size]).to.deep.equal([0, 0]);
  });

  it('reads a server’s events as they come (chaos: SSE normal; SSE message split over chunks)', async () => {
    const { url, log, hungUp } = endpoint({
      type: 'text/event-stream',
      chunks: [': hi\n\n', 'data: {"a"', 20, ':1}\n\nid: 2\ndata: {"a":2}\n\n'],
      open: true,
    });
    const diary = new Diary().open(url, { live: true });
    await until(() => diary.rows.length === 2);
    expect(diary.news[0]).to.equal('live true');
    diary.feed.close();
    await hungUp();
    expect(await log()).to.have.length(1);
  });

  it('tells a flood once a frame (chaos: SSE 10000 msg/s for 10 s)', async () => {
    const { events, world, diary } = await connected();
    for (let frame = 0; frame < 60; frame++) {
      let text = '';
      for (let i = 0; i < 167; i++) text += `data: {"a":${i}}\n\n`;
      events.last.send(text);
      await world.pass(16);
    }
    await world.pass(20);
    expect(diary.rows).to.have.length(60 * 167);
    expect(diary.news.length).to.be.at.most(62);
    diary.feed.close();
  });

  it('forgets a Retry-After of a day once it has connected again', async () => {
    const { events, world, diary } = await connected();
    const busy = { status: 503, headers: { 'retry-after': '86400' } };
    events.answer = () => new Response('', busy);
    events.last.break();
    await world.pass(2_000);
    expect([events.connections.length, world.timers.size]).to.deep.equal([2, 0]);
    events.answer = null;
    world.wake('online');
    await turn();
    expect(diary.news.at(-1)).to.equal('live true');
    events.last.break();
    await world.pass(2_000);
    expect(events.connections).to.have.length(4);
    diary.feed.close();
  });
});
