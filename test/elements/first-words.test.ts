/** Indonesian is a chunk of its own: what the first tile of a page says before it is there, and where it never comes. */
import { expect } from '@open-wc/testing';
import { en } from '../../src/text/en';
import { id } from '../../src/text/id';
import { idLater } from '../../src/text/later';
import { frames } from '../support/frames';
import { address, fetcherOf, hear, pause, room, rowsFor, tags, type Tag, type Tile } from './tile';

/** English of the catalogue that is not Indonesian too, in words long enough to be none by chance. */
const english = textsOf(en).filter((text) => text.length > 3 && !textsOf(id).includes(text));

function textsOf(words: object): string[] {
  return Object.values(words).flatMap((word: unknown) =>
    typeof word === 'string'
      ? word
      : typeof word === 'function'
        ? (word as (...args: string[]) => string)('', '').trim()
        : textsOf(word as object),
  );
}

/** All that a shadow tree holds for eyes and ears, seen or not. */
function heldBy(root: Node): string {
  let held = '';
  for (const node of root.childNodes) {
    if (node.nodeName === 'STYLE') continue;
    if (node.nodeType === Node.TEXT_NODE) held += ` ${node.nodeValue}`;
    if (node.nodeType === Node.ELEMENT_NODE)
      for (const name of ['aria-label', 'title', 'data-label'])
        held += ` ${(node as Element).getAttribute(name) ?? ''}`;
    held += heldBy(node);
  }
  return held;
}

const englishIn = (tile: Tile): string[] => {
  const held = heldBy(tile.shadowRoot!);
  return english.filter((text) => held.includes(text));
};

interface Page {
  /** Lets the Indonesian words come, or fail to. */
  release(): void;
  /** Puts a tile in the page. */
  tile(tag: Tag, given: Given): Tile;
}

interface Given {
  lang?: string;
  src?: boolean;
  properties?: Record<string, unknown>;
}

/** A page in which nobody has asked for Indonesian yet; its chunk is `code` once it is released. */
async function pageWith(code: string): Promise<Page> {
  const frame = document.createElement('iframe');
  let release!: () => void;
  const held = new Promise<void>((done) => (release = done));
  const chunk = URL.createObjectURL(
    new Blob([`await window.held; ${code}`], { type: 'text/javascript' }),
  );
  const imports = { [new URL('../../src/text/id.ts', import.meta.url).href]: chunk };
  frame.srcdoc = `<!doctype html><html lang="id"><head>
    <script type="importmap">${JSON.stringify({ imports })}</script></head><body></body></html>`;
  const loaded = new Promise((done) => frame.addEventListener('load', done, { once: true }));
  frame.width = '600';
  room().append(frame);
  await loaded;
  const { contentWindow: page, contentDocument: doc } = frame;
  Object.assign(page!, { held });
  const script = doc!.createElement('script');
  script.type = 'module';
  script.src = new URL('../../src/define.ts', import.meta.url).href;
  const defined = new Promise((done, fail) => {
    script.addEventListener('load', done);
    script.addEventListener('error', fail);
  });
  doc!.head.append(script);
  await defined;
  return {
    release,
    tile(tag, { lang, src, properties }) {
      const tile = doc!.createElement(tag) as Tile;
      if (lang) tile.lang = lang;
      if (src) tile.src = address();
      Object.assign(tile, properties);
      doc!.body.append(tile);
      return tile;
    },
  };
}

const real = new URL('../../src/text/id.ts?held', import.meta.url).href;
const coming = `export const { id } = await import('${real}');`;
const missing = `throw new TypeError('offline');`;

const refused = { src: true, properties: { fetcher: fetcherOf({ status: 404 }) } };
const answered = (tag: Tag) => ({
  src: true,
  properties: { fetcher: fetcherOf({ body: rowsFor[tag] }) },
});

/** How a tile comes to each state. */
const cases: Readonly<Record<string, (tag: Tag) => Given>> = {
  idle: () => ({}),
  error: () => ({ properties: { data: '{"cut":' } }),
  'error from a src': () => refused,
  empty: () => ({ properties: { data: [] } }),
  ready: (tag) => ({ properties: { data: rowsFor[tag] } }),
  'ready from a src': (tag) => answered(tag),
};

/** Waits until a tile is drawn, however long its words take. */
async function until(tile: Tile, state: string): Promise<void> {
  while (!tile.matches(`:state(${state})`)) await pause(5);
}

const isHidden = (tile: Tile): boolean =>
  [...tile.shadowRoot!.querySelectorAll('.body > *')].every(
    (one) => getComputedStyle(one).visibility === 'hidden',
  );

for (const tag of tags) {
  describe(`${tag}, the first Indonesian one of a page`, () => {
    it('holds no word of English in any state while its words are on their way, or after', async () => {
      const page = await pageWith(coming);
      const found: string[] = [];
      const tiles = Object.entries(cases).map(([name, given]) => {
        const tile = page.tile(tag, given(tag));
        const look = (): void => {
          found.push(...englishIn(tile).map((text) => `${name}: ${text}`));
        };
        const everything = {
          subtree: true,
          childList: true,
          attributes: true,
          characterData: true,
        };
        new MutationObserver(look).observe(tile.shadowRoot!, everything);
        return { name, tile, look };
      });
      await pause(80);
      for (const { look } of tiles) look();
      page.release();
      for (const { name, tile, look } of tiles) {
        await until(tile, name.split(' ')[0]!);
        await tile.updateComplete;
        look();
      }
      expect(found).to.deep.equal([]);
      expect(heldBy(tiles[0]!.tile.shadowRoot!)).to.include(id.idleTitle);
      expect(heldBy(tiles[1]!.tile.shadowRoot!)).to.include(id.errorTitle);
      expect(heldBy(tiles[3]!.tile.shadowRoot!)).to.include(idLater.emptyTitle);
    });

    it('holds the place of an idle or an error text in its size; only the words wait, no state does', async () => {
      const page = await pageWith(coming);
      const idle = page.tile(tag, {});
      const failed = page.tile(tag, { properties: { data: '{"cut":' } });
      const heard = hear(failed);
      await until(failed, 'error');
      await pause(80);
      expect(idle.status).to.equal('idle');
      expect(idle.matches(':state(idle)')).to.equal(true);
      expect(idle.matches(':state(loading)')).to.equal(false);
      expect(failed.status).to.equal('error');
      expect(isHidden(idle), 'idle').to.equal(true);
      expect(isHidden(failed), 'error').to.equal(true);
      expect(heard, 'not before it is drawn').to.deep.equal([]);
      await frames();
      const { height } = idle.getBoundingClientRect();
      page.release();
      await idle.updateComplete;
      await failed.updateComplete;
      await frames();
      expect(isHidden(idle), 'idle').to.equal(false);
      expect(isHidden(failed), 'error').to.equal(false);
      expect(heard.map(({ type }) => type)).to.deep.equal(['error']);
      expect(idle.getBoundingClientRect().height).to.equal(height);
    });

    it('keeps English that is drawn until the words are here', async () => {
      const page = await pageWith(coming);
      const tile = page.tile(tag, { lang: 'en' });
      await tile.updateComplete;
      tile.lang = 'id';
      await pause(80);
      expect(heldBy(tile.shadowRoot!)).to.include(en.idleTitle);
      expect(isHidden(tile)).to.equal(false);
      page.release();
      await tile.updateComplete;
      expect(heldBy(tile.shadowRoot!)).to.include(id.idleTitle);
      expect(englishIn(tile)).to.deep.equal([]);
    });

    it('is drawn in English where the words cannot be had', async () => {
      const page = await pageWith(missing);
      const idle = page.tile(tag, {});
      const ready = page.tile(tag, cases.ready!(tag));
      page.release();
      await idle.updateComplete;
      await until(ready, 'ready');
      expect(heldBy(idle.shadowRoot!)).to.include(en.idleTitle);
      expect(isHidden(idle)).to.equal(false);
      expect(isHidden(ready)).to.equal(false);
    });
  });
}
