/** What a reader sees of a tile while its server, its network and its page misbehave. */
import { expect } from '@open-wc/testing';
import { endpoint, type Endpoint, type Step } from '../server/endpoint';
import { frames } from '../support/frames';
import {
  address,
  fetcherOf,
  hear,
  liveRegion,
  nodesOf,
  partText,
  pause,
  rowsFor,
  saidBy,
  settled,
  tags,
  tile,
  type Tag,
  type Tile,
} from './tile';

const body = (tag: Tag): string => JSON.stringify(rowsFor[tag]);

/** A tile at a server of its own that plays these steps. */
function at(tag: Tag, ...steps: Step[]): { element: Tile; server: Endpoint } {
  const server = endpoint(...steps);
  return { element: tile(tag, { attributes: { src: server.url, lang: 'en' } }), server };
}

/** Waits until all is drawn, which may take several frames, and nothing more is written. */
async function still(element: Tile): Promise<void> {
  const watched = watch(element);
  for (let quiet = 0, tries = 0; quiet < 10; tries++) {
    expect(tries, 'frames until it was drawn').to.be.below(500);
    await frames(1);
    await pause(5);
    quiet = watched.take().length ? 0 : quiet + 1;
  }
  watched.stop();
}

/** Everything that is written to a tile: its own attributes, and its shadow tree with those inside. */
function watch(element: Tile): { take(): string[]; stop(): void } {
  const written: string[] = [];
  const note = (records: MutationRecord[]): void => {
    for (const { type, target, attributeName } of records)
      written.push(`${type} ${target.nodeName} ${attributeName ?? target.textContent}`);
  };
  const observer = new MutationObserver(note);
  const all = { attributes: true, characterData: true, childList: true, subtree: true };
  const roots: Node[] = [element, element.shadowRoot!];
  for (const node of nodesOf(element.shadowRoot!))
    if (node instanceof Element && node.shadowRoot) roots.push(node.shadowRoot);
  for (const root of roots) observer.observe(root, all);
  return {
    take() {
      note(observer.takeRecords());
      return written.splice(0);
    },
    stop: () => observer.disconnect(),
  };
}

/** Waits until the server was asked so often. */
async function asked({ log }: Endpoint, count: number): Promise<void> {
  while ((await log()).length < count) await pause(5);
}

const fresh = { 'cache-control': 'no-store' };
const same: [string, (tag: Tag) => Step][] = [
  ['the same body (chaos: same body again)', (tag) => ({ body: body(tag), headers: fresh })],
  [
    'the same body under another ETag (chaos: etag changes, body same)',
    (tag) => ({ body: body(tag), etag: 'each', headers: fresh }),
  ],
  ['a 304 (chaos: 304 with etag)', (tag) => ({ body: body(tag), etag: true, headers: fresh })],
];

for (const tag of tags)
  describe(`${tag} that is told nothing new`, () => {
    for (const [name, step] of same)
      it(`writes nothing and says nothing at ${name}`, async () => {
        const { element, server } = at(tag, step(tag));
        await settled(element, 'ready');
        await still(element);
        const region = await liveRegion(element);
        const heard = hear(element);
        const watched = watch(element);
        await element.refresh();
        await asked(server, 2);
        await settled(element, 'ready');
        await frames(5);
        expect(watched.take()).to.deep.equal([]);
        expect(region.textContent).to.equal('');
        expect(heard.filter(({ type }) => type === 'error')).to.deep.equal([]);
        // The same watch sees what is new.
        element.heading = 'Another name';
        await element.updateComplete;
        expect(watched.take()).to.not.deep.equal([]);
        watched.stop();
      });
  });

for (const tag of tags)
  describe(`${tag} at a server that misbehaves`, () => {
    it('is busy once while an answer is slow (chaos: slow but in time)', async () => {
      const { element } = at(tag, { delay: 300, body: body(tag) });
      await settled(element, 'loading');
      const busy = (): boolean => !!element.shadowRoot!.querySelector('[aria-busy="true"]');
      const seen = [busy()];
      const observer = new MutationObserver(() => {
        if (busy() !== seen.at(-1)) seen.push(busy());
      });
      observer.observe(element.shadowRoot!, { attributes: true, childList: true, subtree: true });
      await settled(element, 'ready');
      await still(element);
      observer.disconnect();
      expect(seen).to.deep.equal([true, false]);
      expect((await liveRegion(element)).textContent).to.equal('');
    });

    it('keeps its numbers in place while it flaps (chaos: flapping 200/500)', async () => {
      const good: Step = { body: body(tag), headers: fresh };
      const { element } = at(tag, good, { status: 500 }, good, { status: 500 }, good);
      await settled(element, 'ready');
      await still(element);
      const { result } = element;
      const shown = [...element.shadowRoot!.querySelectorAll('[part="value"], td, svg text')];
      const texts = shown.map((node) => node.textContent);
      expect(shown).to.not.have.length(0);
      for (const state of ['stale', 'ready', 'stale', 'ready'] as const) {
        await element.refresh();
        await settled(element, state);
        expect(shown.map((node) => node.isConnected && node.textContent)).to.deep.equal(texts);
        expect(element.result).to.deep.equal(result);
      }
    });

    it('asks once after a hundred addresses in one task (chaos: src changed 100 times in one task)', async () => {
      const other = endpoint({ body: '[]' });
      const { element, server } = at(tag, { body: body(tag) });
      for (let i = 0; i < 100; i++) element.src = i % 2 ? server.url : other.url;
      await settled(element, 'ready');
      expect([(await other.log()).length, (await server.log()).length]).to.deep.equal([0, 1]);
    });
  });

for (const tag of tags)
  describe(`${tag} on a page that misbehaves`, () => {
    const patches: [string, () => () => void, string][] = [
      [
        'whose fetch throws (chaos: host page patched fetch throws)',
        () => {
          const { fetch } = window;
          window.fetch = () => {
            throw new Error('patched');
          };
          return () => (window.fetch = fetch);
        },
        'network',
      ],
      [
        'whose fetch gives nothing (chaos: host page patched fetch returns undefined)',
        () => {
          const { fetch } = window;
          window.fetch = () => undefined as unknown as Promise<Response>;
          return () => (window.fetch = fetch);
        },
        'network',
      ],
      [
        'whose JSON.parse throws (chaos: host patched JSON.parse)',
        () => {
          const { parse } = JSON;
          JSON.parse = () => {
            throw new Error('patched');
          };
          return () => (JSON.parse = parse);
        },
        'syntax',
      ],
    ];
    for (const [name, patch, code] of patches)
      it(`says so on one ${name}, and throws nothing into it`, async () => {
        const server = endpoint({ body: body(tag) });
        const mend = patch();
        try {
          const element = tile(tag, { attributes: { src: server.url, lang: 'en' } });
          const heard = hear(element);
          await settled(element, 'error');
          // The first retry may come at once.
          expect([...new Set(heard.map(({ detail }) => detail['code']))]).to.deep.equal([code]);
        } finally {
          mend();
        }
      });
  });

describe('a tile whose page comes and goes', () => {
  const make = (tag: Tag, ...answers: Parameters<typeof fetcherOf>) => {
    const fetcher = fetcherOf(...answers);
    const attributes = { src: address(), lang: 'en' };
    return { fetcher, element: tile(tag, { attributes, properties: { fetcher } }) };
  };

  for (const tag of tags) {
    it(`${tag} keeps its numbers while it asks anew after a return (chaos: bfcache back)`, async () => {
      const { fetcher, element } = make(tag, { body: rowsFor[tag] }, { silent: true });
      await settled(element, 'ready');
      await still(element);
      const said = saidBy(element);
      window.dispatchEvent(new PageTransitionEvent('pageshow', { persisted: true }));
      while (fetcher.asked < 2) await pause();
      await frames(1);
      expect(element.status).to.equal('ready');
      expect(saidBy(element)).to.equal(said);
      expect(fetcher.asked).to.equal(2);
    });

    it(`${tag} is stale without a network, and fresh within a second of its return (chaos: offline mid-poll)`, async () => {
      const { fetcher, element } = make(tag, { body: rowsFor[tag] });
      await settled(element, 'ready');
      const value = partText(element, tag === 'kpi-target-table' ? 'table' : 'value');
      window.dispatchEvent(new Event('offline'));
      await settled(element, 'stale');
      expect(saidBy(element)).to.include(value.slice(0, 3));
      expect(fetcher.asked).to.equal(1);
      window.dispatchEvent(new Event('online'));
      await settled(element, 'ready');
      expect(fetcher.asked).to.equal(2);
    });
  }

  it('asks nothing for fifty looks at a tile that is well (chaos: focus x50 in 1 s)', async () => {
    const { fetcher, element } = make('nps-gauge', { body: rowsFor['nps-gauge'] });
    await settled(element, 'ready');
    for (let i = 0; i < 50; i++) window.dispatchEvent(new Event('focus'));
    await pause(20);
    expect(fetcher.asked).to.equal(1);
  });
});
