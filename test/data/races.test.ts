import { expect } from '@open-wc/testing';
import fc from 'fast-check';
import { engine } from '../support/engine';
import { Diary, turn, World } from './world';

/** One request that the test answers when it likes. */
interface Asked {
  url: string;
  /** Order of starting, over all addresses. */
  order: number;
  answer(response: Response): void;
  fail(): void;
  settled: boolean;
}

type Step =
  | { do: 'open'; src: number; refresh: boolean }
  | { do: 'reply' | 'fail' | 'error' | 'same'; which: number }
  | { do: 'refresh' | 'close' | 'hide' | 'show' | 'offline' | 'online' | 'restored' | 'focus' }
  | { do: 'pass'; milliseconds: number };

const plain = fc.constantFrom(
  ...(['refresh', 'close', 'hide', 'show', 'offline', 'online', 'restored', 'focus'] as const),
);
const step: fc.Arbitrary<Step> = fc.oneof(
  {
    weight: 4,
    arbitrary: fc.record({
      do: fc.constant('open' as const),
      src: fc.nat(2),
      refresh: fc.boolean(),
    }),
  },
  {
    weight: 8,
    arbitrary: fc.record({
      do: fc.constantFrom('reply' as const, 'fail' as const, 'error' as const, 'same' as const),
      which: fc.nat(5),
    }),
  },
  { weight: 4, arbitrary: plain.map((what) => ({ do: what })) },
  {
    weight: 5,
    arbitrary: fc.record({
      do: fc.constant('pass' as const),
      milliseconds: fc.constantFrom(1, 400, 3_000, 9_000, 40_000),
    }),
  },
);

/**
 * Plays steps on one feed, whose requests are answered in any order, and
 * keeps its own account of what must be shown: the newest started success of
 * the source that is open, or something marked as old.
 */
async function play(steps: readonly Step[]): Promise<void> {
  const asked: Asked[] = [];
  let inFlight = 0;
  let most = 0;
  const world: World = new World((input, init) => {
    inFlight++;
    most = Math.max(most, inFlight);
    return new Promise<Response>((resolve, reject) => {
      const settle = (done: () => void) => (): void => {
        if (one.settled) return;
        one.settled = true;
        inFlight--;
        done();
      };
      const one: Asked = {
        url: new URL(String(input)).pathname,
        order: asked.length,
        settled: false,
        answer: (response) => settle(() => resolve(response))(),
        fail: settle(() => reject(new TypeError('down'))),
      };
      init!.signal!.addEventListener(
        'abort',
        settle(() => reject(init!.signal!.reason as Error)),
      );
      asked.push(one);
    });
  });
  const diary = new Diary(world);
  let open: string | null = null;
  let openedAt = 0;
  let lastSuccess = -1;
  let ends = 0;
  let since = 0;

  for (const one of steps) {
    switch (one.do) {
      case 'open':
        open = `/${one.src}`;
        openedAt = asked.length;
        lastSuccess = -1;
        since = diary.told.length;
        diary.open(open, { refresh: one.refresh ? 10 : undefined });
        break;
      case 'close':
        diary.feed.close();
        await world.pass(0);
        open = null;
        ends = diary.told.length;
        break;
      case 'reply':
      case 'same':
      case 'fail':
      case 'error': {
        const waiting = asked.filter(({ settled }) => !settled);
        const it = waiting[one.which % (waiting.length || 1)];
        if (!it) break;
        if (one.do === 'fail') it.fail();
        else if (one.do === 'error') it.answer(new Response('', { status: 500 }));
        else {
          const order = one.do === 'same' ? 'same' : it.order;
          const body = JSON.stringify([{ url: it.url, order, started: 1 }]);
          it.answer(new Response(body, { headers: { 'content-type': 'application/json' } }));
          if (it.url === open && it.order >= openedAt) lastSuccess = it.order;
        }
        break;
      }
      case 'refresh':
        void diary.feed.refresh();
        break;
      case 'hide':
      case 'show':
        world.seen = one.do === 'show';
        world.wake(one.do === 'show' ? 'visible' : 'hidden');
        break;
      case 'offline':
      case 'online':
        world.network = one.do === 'online';
        world.wake(one.do);
        break;
      case 'pass':
        await world.pass(one.milliseconds);
        break;
      default:
        world.wake(one.do);
    }
    await turn();

    // At most one request is under way for one element.
    expect(most, 'requests at once').to.be.at.most(1);
    if (open === null) {
      expect(diary.told.length, 'told after close').to.equal(ends);
      continue;
    }
    if (diary.told.slice(since).some((line) => line.startsWith('rows'))) {
      expect((diary.rows[0] as { url: string }).url, 'source of what is told').to.equal(open);
    }
    const shown = diary.rows[0] as { url: string; order: number | string } | undefined;
    const fresh = [...diary.news].reverse().find((line) => line !== 'offline');
    if (fresh?.startsWith('rows') && lastSuccess >= 0 && shown) {
      expect(shown.url, 'source of what is shown').to.equal(open);
      if (shown.order !== 'same') {
        expect(shown.order, 'newest started success').to.equal(lastSuccess);
      }
    }
  }
  diary.feed.close();
  const told = diary.told.length;
  await world.pass(100_000);
  expect(diary.told.length, 'told after the end').to.equal(told);
  expect([world.timers.size, world.watchers.size, inFlight], 'left behind').to.deep.equal([
    0, 0, 0,
  ]);
}

describe('a feed, whatever happens in whatever order', () => {
  it('shows the newest started success of its source, and leaves nothing behind (chaos: out of order within polling)', async function () {
    this.timeout(60_000);
    await fc.assert(fc.asyncProperty(fc.array(step, { minLength: 3, maxLength: 25 }), play), {
      // A turn of the event loop takes WebKit far longer.
      numRuns: engine === 'webkit' ? 20 : 300,
      seed: 20261121,
    });
  });
});
