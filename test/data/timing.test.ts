import { expect } from '@open-wc/testing';
import { endpoint, type Step } from '../server/endpoint';
import { Diary, turn, until, World } from './world';

const good = '{"value": 42}';
const json = (body: string, init: ResponseInit = {}): Response =>
  new Response(body, { ...init, headers: { 'content-type': 'application/json', ...init.headers } });

/** A world whose server answers at once, one after the other, the last for ever. */
function serving(...answers: (() => Response)[]): World {
  let count = 0;
  const world: World = new World(() => {
    try {
      return Promise.resolve(answers[Math.min(count++, answers.length - 1)]!());
    } catch (error) {
      return Promise.reject(error as Error);
    }
  });
  return world;
}
const ok = (): Response => json(good);
const status =
  (code: number, headers = {}) =>
  (): Response =>
    json('', { status: code, headers });
const down = (): never => {
  throw new TypeError('refused');
};

describe('time-outs', () => {
  const stalls: [string, Step][] = [
    ['no headers (chaos: headers never come)', { delay: 60_000 }],
    ['a body that stalls (chaos: body stalls)', { body: '[1,2,3,4,5,6]', stall: 10 }],
    ['chunks without an end (chaos: chunked without terminator)', { chunks: ['[1,'], open: true }],
  ];
  for (const [name, step] of stalls) {
    it(`gives up on ${name} after 10 s, hangs up and tries again`, async () => {
      const { url, hungUp } = endpoint(step);
      const world = new World();
      const diary = new Diary(world).open(url);
      await until(() => world.asked.length > 0);
      // The answer's first part is on its way in real time.
      await new Promise((done) => setTimeout(done, 100));
      await world.pass(9_900);
      expect(diary.news).to.deep.equal([]);
      await world.pass(200);
      await diary.heard();
      expect(diary.error).to.include({ code: 'timeout', message: 'no answer within 10 s' });
      expect(diary.retryAt).to.be.a('number');
      await hungUp();
      diary.feed.close();
    });
  }

  it('gives up on a drip of a byte a second (chaos: slow drip 1 byte/s)', async () => {
    const signals: AbortSignal[] = [];
    const world = new World((_input, init) => {
      const signal = init!.signal!;
      signals.push(signal);
      const body = new ReadableStream({
        start(controller) {
          const drip = (): void => {
            if (signal.aborted) controller.error(signal.reason);
            else {
              controller.enqueue(new Uint8Array([32]));
              world.after(1000, drip);
            }
          };
          drip();
        },
      });
      return Promise.resolve(new Response(body, { headers: { 'content-type': 'text/plain' } }));
    });
    const diary = new Diary(world).open('/x');
    await world.pass(9_500);
    expect(diary.news).to.deep.equal([]);
    await world.pass(1_500);
    expect(diary.news).to.deep.equal(['failed timeout']);
    expect(signals[0]!.aborted).to.equal(true);
    diary.feed.close();
  });

  it('waits for an answer that is slow but in time (chaos: slow but in time)', async () => {
    const { url } = endpoint({ delay: 200, body: good });
    const world = new World();
    const diary = new Diary(world).open(url);
    await until(() => world.asked.length > 0);
    await world.pass(9_000);
    await diary.heard();
    expect(diary.told).to.deep.equal(['loading', 'rows 1']);
    diary.feed.close();
  });
});

describe('retries', () => {
  it('reach a server that is back at the fourth request (chaos: 500 x3 then 200)', async () => {
    const world = serving(status(500), status(500), status(500), ok);
    const diary = new Diary(world).open('/x');
    await world.pass(60_000);
    expect(diary.told).to.deep.equal([
      'loading',
      'failed http',
      'failed http',
      'failed http',
      'rows 1',
    ]);
    expect(world.asked).to.have.length(4);
    expect(world.timers.size).to.equal(0);
    diary.feed.close();
  });

  it('stop after the third, and say when the next comes', async () => {
    const world = serving(down);
    const diary = new Diary(world).open('/x');
    await turn();
    expect(diary.retryAt).to.equal(world.now() + 500);
    await world.pass(3_600_000);
    expect(world.asked).to.have.length(4);
    expect(diary.retryAt).to.equal(null);
    diary.feed.close();
  });

  it('begin anew at the next poll, four at most for each (chaos: 500 forever)', async () => {
    const world = serving(status(500));
    const diary = new Diary(world).open('/x', { refresh: 60 });
    await world.pass(30_000);
    expect(world.asked).to.have.length(4);
    expect(diary.retryAt).to.be.greaterThan(world.now());
    await world.pass(60_000);
    expect(world.asked).to.have.length(8);
    diary.feed.close();
  });

  const floors: [string, number, () => string, number, number][] = [
    ['seconds (chaos: 429 Retry-After 3)', 429, () => '3', 3_000, 4_000],
    [
      'a date (chaos: 503 Retry-After date)',
      503,
      () => new Date(1_790_000_005_000).toUTCString(),
      5_000,
      6_000,
    ],
    ['a negative number (chaos: Retry-After -1 / abc)', 429, () => '-1', 0, 1_000],
    ['a word (chaos: Retry-After -1 / abc)', 429, () => 'abc', 0, 1_000],
    ['an exponent (chaos: Retry-After -1 / abc)', 429, () => '1e9', 0, 1_000],
  ];
  for (const [name, code, value, least, most] of floors) {
    it(`take a Retry-After of ${name} for what it is`, async () => {
      const world = serving(status(code, { 'retry-after': value() }), ok);
      const diary = new Diary(world).open('/x');
      await turn();
      const wait = diary.retryAt! - world.now();
      expect(wait).to.be.within(least, most);
      await world.pass(wait - 1);
      expect(world.asked).to.have.length(1);
      await world.pass(1);
      expect(diary.news).to.deep.equal(['failed http', 'rows 1']);
      diary.feed.close();
    });
  }

  it('do not wait a day (chaos: Retry-After 86400)', async () => {
    const world = serving(status(503, { 'retry-after': '86400' }));
    const diary = new Diary(world).open('/x');
    await turn();
    expect(diary.retryAt).to.equal(null);
    expect(world.timers.size).to.equal(0);
    diary.feed.close();
  });

  for (const [asked, hours] of [
    ['an hour', 1],
    ['a day (chaos: Retry-After 86400)', 24],
  ] as const)
    for (const chance of [0, 0.5, 1])
      it(`poll again an hour after a Retry-After of ${asked}, with a chance of ${chance}`, async () => {
        const world = serving(status(503, { 'retry-after': String(hours * 3600) }), ok);
        world.chance = chance;
        const diary = new Diary(world).open('/x', { refresh: 60 });
        await turn();
        expect(diary.retryAt! - world.now()).to.equal(3_600_000);
        await world.pass(3_599_999);
        expect(world.asked).to.have.length(1);
        await world.pass(1);
        expect(diary.news).to.deep.equal(['failed http', 'rows 1']);
        diary.feed.close();
      });

  it('of a hundred clients of a server that is down are spread (chaos: 100 elements, server down)', async () => {
    const world = serving(down);
    let seed = 1;
    world.random = () => (seed = (seed * 16807) % 2147483647) / 2147483647;
    const diaries = Array.from({ length: 100 }, (_, i) => new Diary(world).open(`/x${i}`));
    await turn();
    const slots = new Map<number, number>();
    for (const diary of diaries) {
      const slot = Math.floor((diary.retryAt! - world.now()) / 100);
      slots.set(slot, (slots.get(slot) ?? 0) + 1);
    }
    expect(Math.max(...slots.values())).to.be.at.most(25);
    await world.pass(60_000);
    for (let i = 0; i < 100; i++) {
      expect(world.asked.filter((url) => url.endsWith(`/x${i}`))).to.have.length(4);
    }
    for (const diary of diaries) diary.feed.close();
  });
});

describe('polls', () => {
  it('come every `refresh` seconds, give or take a tenth', async () => {
    const world = serving(ok);
    const diary = new Diary(world).open('/x', { refresh: 30 });
    await world.pass(29_000);
    expect(world.asked).to.have.length(1);
    world.chance = 0;
    await world.pass(1_000);
    expect(world.asked).to.have.length(2);
    await world.pass(27_000);
    expect(world.asked).to.have.length(3);
    diary.feed.close();
  });

  it('are five seconds apart at least', async () => {
    const world = serving(ok);
    const diary = new Diary(world).open('/x', { refresh: 0.1 });
    await world.pass(4_000);
    expect(world.asked).to.have.length(1);
    await world.pass(1_001);
    expect(world.asked).to.have.length(2);
    diary.feed.close();
  });

  for (const refresh of [0, -5, NaN, undefined]) {
    it(`never come with ${refresh}`, async () => {
      const world = serving(ok);
      const diary = new Diary(world).open('/x', { refresh });
      await world.pass(100_000);
      expect(world.asked).to.have.length(1);
      expect(world.timers.size).to.equal(0);
      diary.feed.close();
    });
  }

  it('tell nothing new of the same body, whatever its ETag (chaos: etag changes, body same)', async () => {
    const { url } = endpoint({ body: good, etag: 'each' });
    const diary = new Diary(new World()).open(url);
    await diary.heard();
    await diary.feed.refresh();
    expect(diary.news).to.deep.equal(['rows 1', 'unchanged']);
    diary.feed.close();
  });

  it('keep quiet while a server flaps, but for the failure and the data (chaos: flapping 200/500)', async () => {
    let n = 0;
    const world = new World(() => Promise.resolve(n++ % 2 ? json('', { status: 500 }) : ok()));
    const diary = new Diary(world).open('/x', { refresh: 10 });
    await world.pass(25_000);
    expect(diary.told.filter((line) => line === 'loading')).to.have.length(1);
    expect(diary.news.slice(0, 3)).to.deep.equal(['rows 1', 'failed http', 'unchanged']);
    diary.feed.close();
  });

  it('rest while the page is hidden, and one follows when it is seen (chaos: hidden tab 10 min)', async () => {
    const world = serving(ok);
    const diary = new Diary(world).open('/x', { refresh: 30 });
    await world.pass(1_000);
    world.seen = false;
    world.wake('hidden');
    await world.pass(600_000);
    expect(world.asked).to.have.length(1);
    world.seen = true;
    world.wake('visible');
    await world.pass(1_000);
    expect(world.asked).to.have.length(2);
    diary.feed.close();
  });

  it('do not follow a look that comes before they are due', async () => {
    const world = serving(ok);
    const diary = new Diary(world).open('/x', { refresh: 30 });
    await world.pass(1_000);
    world.wake('visible');
    world.wake('resume');
    world.wake('focus');
    await world.pass(1_000);
    expect(world.asked).to.have.length(1);
    diary.feed.close();
  });

  it('make one request after eight hours of sleep, and go on after a clock was set back (chaos: laptop sleep: clock jumps 8 h; clock goes back 1 h)', async () => {
    const world = serving(ok);
    const diary = new Diary(world).open('/x', { refresh: 30 });
    await world.pass(20_000);
    world.time += 28_800_000;
    await world.pass(15_000);
    expect(world.asked).to.have.length(2);
    world.time -= 3_600_000;
    await world.pass(31_000);
    expect(world.asked).to.have.length(3);
    diary.feed.close();
  });

  it('rest while the browser is offline, and return within a second (chaos: offline mid-poll)', async () => {
    const world = serving(ok);
    const diary = new Diary(world).open('/x', { refresh: 30 });
    await world.pass(1_000);
    world.network = false;
    world.wake('offline');
    await world.pass(100_000);
    expect(diary.news).to.deep.equal(['rows 1', 'offline']);
    world.network = true;
    world.wake('online');
    await world.pass(1_000);
    expect(world.asked).to.have.length(2);
    diary.feed.close();
  });
});

describe('data marked as old by the loss of the network', () => {
  it('is asked for again when it returns, polled or not', async () => {
    for (const refresh of [undefined, 3_600]) {
      const world = serving(ok);
      const diary = new Diary(world).open('/x', { refresh });
      await world.pass(1_000);
      for (const wake of ['offline', 'online'] as const) {
        world.network = wake === 'online';
        world.wake(wake);
        await world.pass(1_000);
      }
      expect(diary.news).to.deep.equal(['rows 1', 'offline', 'unchanged']);
      expect(world.asked).to.have.length(2);
      diary.feed.close();
    }
  });
});

describe('a page that comes and goes', () => {
  it('makes no request while offline at the start, and one when online (chaos: offline at start)', async () => {
    const world = serving(ok);
    world.network = false;
    const diary = new Diary(world).open('/x');
    await world.pass(10_000);
    expect(diary.told).to.deep.equal(['loading', 'offline']);
    expect(world.asked).to.have.length(0);
    world.network = true;
    world.wake('online');
    await world.pass(1_000);
    expect(diary.news).to.deep.equal(['offline', 'rows 1']);
    expect(world.asked).to.have.length(1);
    diary.feed.close();
  });

  it('makes one request when it thaws, for the polls that it slept through (chaos: frozen then resumed)', async () => {
    const world = serving(ok);
    const diary = new Diary(world).open('/x', { refresh: 30 });
    await turn();
    world.seen = false;
    await world.pass(120_000);
    world.seen = true;
    world.wake('resume');
    world.wake('visible');
    await world.pass(100);
    expect(world.asked).to.have.length(2);
    diary.feed.close();
  });

  it('asks anew when it returns from the back-forward cache (chaos: bfcache back)', async () => {
    const world = serving(ok);
    const diary = new Diary(world).open('/x');
    await turn();
    world.wake('restored');
    await turn();
    expect(diary.news).to.deep.equal(['rows 1', 'unchanged']);
    diary.feed.close();
  });

  it('tries a failed address at focus, once in five seconds (chaos: focus x50 in 1 s)', async () => {
    const world = serving(status(401));
    const diary = new Diary(world).open('/x');
    await world.pass(6_000);
    for (let i = 0; i < 50; i++) {
      world.wake('focus');
      await world.pass(20);
    }
    expect(world.asked).to.have.length(2);
    diary.feed.close();
  });

  it('reads a refused address after refresh() (chaos: 401 then 200 after reload())', async () => {
    const diary = new Diary(new World()).open(endpoint({ status: 401 }, { body: good }).url);
    await diary.heard();
    expect(diary.retryAt).to.equal(null);
    await diary.feed.refresh();
    expect(diary.told).to.deep.equal(['loading', 'failed http', 'loading', 'rows 1']);
    diary.feed.close();
  });
});
