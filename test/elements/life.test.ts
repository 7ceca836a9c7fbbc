/** How a tile comes, moves and goes, and what a page around it may do. */
import { expect } from '@open-wc/testing';
import { define } from '../../src';
import { endpoint } from '../server/endpoint';
import {
  address,
  fetcherOf,
  hear,
  part,
  partText,
  pause,
  room,
  rowsFor,
  saidBy,
  settled,
  tags,
  tile,
  unreadable,
  type Tag,
  type Tile,
} from './tile';

const jsonScript = (value: unknown): HTMLScriptElement => {
  const script = document.createElement('script');
  script.type = 'application/json';
  script.textContent = JSON.stringify(value);
  return script;
};

/** Waits until `isTrue`, at most two seconds. */
async function until(isTrue: () => boolean): Promise<void> {
  const end = performance.now() + 2000;
  while (!isTrue() && performance.now() < end) await pause(10);
  expect(isTrue()).to.equal(true);
}

/** Waits for the picture: a line is drawn when its size is known. */
async function drawn(element: Tile): Promise<void> {
  const end = performance.now() + 3000;
  while (!element.shadowRoot?.querySelector('path, td') && performance.now() < end) await pause(10);
}

let last = 0;

describe('an element that is there before its class', () => {
  for (const tag of tags) {
    /** An undefined tag that becomes `tag` when `upgrade` is called. */
    const early = (): { name: string; upgrade: () => void } => {
      const prefix = `early${last++}-`;
      return { name: prefix + tag, upgrade: () => define({ prefix }) };
    };

    it(`${tag} takes attributes and children that were there`, async () => {
      const { name, upgrade } = early();
      const element = document.createElement(name) as Tile;
      element.setAttribute('heading', 'Early');
      element.append(jsonScript(rowsFor[tag]));
      room().append(element);
      expect(element.shadowRoot).to.equal(null);
      upgrade();
      await settled(element, 'ready');
      expect(partText(element, 'heading')).to.equal('Early');
    });

    it(`${tag} takes properties that were set on it as a plain element`, async () => {
      const { name, upgrade } = early();
      const element = document.createElement(name) as Tile;
      Object.assign(element, { data: rowsFor[tag], heading: 'Early', lang: 'id' });
      room().append(element);
      upgrade();
      await settled(element, 'ready');
      expect(partText(element, 'heading')).to.equal('Early');
      // The accessors work afterwards: no own property stands before them.
      for (const key of ['data', 'heading'])
        expect(Object.hasOwn(element, key), key).to.equal(false);
      element.heading = 'Late';
      element.data = [];
      await settled(element, 'empty');
      expect(partText(element, 'heading')).to.equal('Late');
    });

    it(`${tag} works outside the document and draws when it is put in`, async () => {
      const element = document.createElement(tag) as Tile;
      element.data = rowsFor[tag];
      await pause();
      room().append(element);
      await settled(element, 'ready');
    });
  }
});

describe('an element that is moved', () => {
  for (const tag of tags) {
    it(`${tag} keeps its data and asks at most once (chaos: removed and re-added)`, async () => {
      const fetcher = fetcherOf({ body: rowsFor[tag] });
      const element = tile(tag, { attributes: { src: address() }, properties: { fetcher } });
      await settled(element, 'ready');
      await drawn(element);
      const said = saidBy(element);
      const heard = hear(element);
      const other = room();
      other.append(element);
      expect(element.status).to.equal('ready');
      await pause(50);
      await settled(element, 'ready');
      expect(saidBy(element)).to.equal(said);
      expect(fetcher.asked).to.equal(1);
      expect(heard.filter(({ type }) => type === 'error')).to.deep.equal([]);
    });

    it(`${tag} keeps the request that is under way (chaos: removed and re-added)`, async () => {
      let answer: (response: Response) => void = () => {};
      const signals: AbortSignal[] = [];
      const fetcher = (_: unknown, init?: RequestInit): Promise<Response> => {
        signals.push(init!.signal!);
        return new Promise((resolve) => (answer = resolve));
      };
      const element = tile(tag, { attributes: { src: address() }, properties: { fetcher } });
      await until(() => signals.length === 1);
      room().append(element);
      await pause(30);
      expect(signals[0]!.aborted).to.equal(false);
      answer(Response.json(rowsFor[tag]));
      await settled(element, 'ready');
      expect(signals).to.have.lengthOf(1);
    });
  }

  it('keeps what was given by property', async () => {
    const element = tile('nps-gauge', { properties: { data: rowsFor['nps-gauge'] } });
    await settled(element, 'ready');
    room().append(element);
    await pause();
    await settled(element, 'ready');
    expect(partText(element, 'value')).to.equal('+45');
  });
});

describe('an element that is removed', () => {
  for (const tag of tags) {
    it(`${tag} ends its request within 50 ms and tells nothing afterwards (chaos: element removed mid-flight)`, async () => {
      let answer: (response: Response) => void = () => {};
      let signal: AbortSignal | undefined;
      const fetcher = (_: unknown, init?: RequestInit): Promise<Response> => {
        signal = init!.signal!;
        return new Promise((resolve) => (answer = resolve));
      };
      const element = tile(tag, { attributes: { src: address() }, properties: { fetcher } });
      const heard = hear(element);
      await until(() => !!signal);
      element.remove();
      await pause(50);
      expect(signal!.aborted).to.equal(true);
      answer(Response.json(rowsFor[tag]));
      await pause(30);
      expect(heard).to.deep.equal([]);
      expect(element.status).to.equal('loading');
    });

    it(`${tag} leaves no timer behind (chaos: element removed mid-flight)`, async () => {
      const timers = new Set<unknown>();
      const { setInterval: begin, clearInterval: end } = window;
      window.setInterval = ((...args: Parameters<typeof begin>) => {
        const id = begin(...args);
        timers.add(id);
        return id;
      }) as typeof begin;
      window.clearInterval = (id) => {
        timers.delete(id);
        end(id);
      };
      try {
        const fetcher = fetcherOf({ body: rowsFor[tag] });
        const element = tile(tag, {
          attributes: { src: address(), refresh: '5' },
          properties: { fetcher },
        });
        await settled(element, 'ready');
        element.remove();
        await pause(50);
        expect(timers.size).to.equal(0);
        expect(fetcher.asked).to.equal(1);
      } finally {
        Object.assign(window, { setInterval: begin, clearInterval: end });
      }
    });

    it(`${tag} comes back with its data`, async () => {
      const fetcher = fetcherOf({ body: rowsFor[tag] });
      const element = tile(tag, { attributes: { src: address() }, properties: { fetcher } });
      await settled(element, 'ready');
      element.remove();
      await pause(20);
      room().append(element);
      await settled(element, 'ready');
      expect(element.result).to.not.equal(null);
    });
  }

  it('is awake when it is put back', async () => {
    const element = tile('nps-gauge');
    await settled(element, 'idle');
    expect(element.matches(':state(asleep)')).to.equal(true);
    const parent = element.parentElement!;
    element.remove();
    parent.append(element);
    await element.updateComplete;
    expect(element.matches(':state(asleep)')).to.equal(false);
  });

  it('fires no load for data that it was given just before', async () => {
    const element = tile('nps-gauge');
    await settled(element, 'idle');
    const heard = hear(element);
    element.data = rowsFor['nps-gauge'];
    element.remove();
    await pause(30);
    expect(heard).to.deep.equal([]);
  });
});

describe('an element where nobody sees it', () => {
  for (const tag of tags) {
    const places: [string, () => [HTMLElement, () => void]][] = [
      [
        'display: none',
        () => {
          const box = room();
          box.style.display = 'none';
          return [box, () => (box.style.display = '')];
        },
      ],
      [
        'a box of 0 × 0',
        () => {
          const box = room();
          Object.assign(box.style, { width: '0', height: '0', overflow: 'hidden' });
          return [box, () => box.removeAttribute('style')];
        },
      ],
      [
        'closed <details>',
        () => {
          const box = room('details') as HTMLDetailsElement;
          return [box, () => (box.open = true)];
        },
      ],
      [
        'nested shadow roots',
        () => {
          let inner: ShadowRoot | null = null;
          let host = room();
          const outer = host;
          for (let i = 0; i < 3; i++) {
            inner = host.attachShadow({ mode: 'open' });
            host = inner.appendChild(document.createElement('div'));
          }
          outer.hidden = true;
          return [host, () => (outer.hidden = false)];
        },
      ],
    ];
    for (const [name, make] of places)
      it(`${tag} in ${name} is ready, and whole once it is shown`, async () => {
        const [box, show] = make();
        const element = tile(tag, { properties: { data: rowsFor[tag] }, into: box });
        await settled(element, 'ready');
        expect(unreadable(element)).to.deep.equal([]);
        show();
        // A size is told in one frame and drawn in the next.
        await until(() =>
          [...element.shadowRoot!.querySelectorAll('[part~=chart] :is(path, rect), .run')].some(
            (mark) => mark.getBoundingClientRect().width > 20,
          ),
        );
        expect(element.offsetHeight).to.be.above(60);
        expect(unreadable(element)).to.deep.equal([]);
      });
  }
});

describe('the language of an element', () => {
  const isIndonesian = (element: Tile) => !saidBy(element).includes('Detractors');
  const make = (lang?: string, into?: Node): Tile =>
    tile('nps-gauge', {
      attributes: lang ? { lang } : {},
      properties: { data: rowsFor['nps-gauge'] },
      into,
    });
  afterEach(() => (document.documentElement.lang = 'en'));

  it('is its own lang', async () => {
    const element = make('id');
    await settled(element, 'ready');
    expect(saidBy(element)).to.include('Detractor');
    expect(isIndonesian(element)).to.equal(true);
  });

  it('is inherited, through shadow roots too', async () => {
    const outer = room();
    outer.lang = 'id';
    const box = outer.attachShadow({ mode: 'open' }).appendChild(document.createElement('div'));
    const element = make(undefined, box);
    await settled(element, 'ready');
    expect(isIndonesian(element)).to.equal(true);
    const other = document.createElement('div');
    other.lang = 'en';
    box.append(other);
    other.append(element);
    await settled(element, 'ready');
    expect(isIndonesian(element)).to.equal(false);
  });

  it('follows the page', async () => {
    const element = make();
    await settled(element, 'ready');
    expect(isIndonesian(element)).to.equal(false);
    document.documentElement.lang = 'id-ID';
    await until(() => isIndonesian(element));
    document.documentElement.lang = 'en';
    await until(() => !isIndonesian(element));
  });

  it('follows a change on itself, with numbers and targets read anew', async () => {
    const element = tile('kpi-target-table', {
      attributes: { lang: 'en', 'no-draft': '' },
      properties: { data: [{ metric: 'Calls', value: 1200, target: '1.000' }] },
    });
    await settled(element, 'ready');
    // One to three decimals after a point in English; a thousand in Indonesian.
    expect(partText(element, 'table')).to.include('1,200');
    element.lang = 'id';
    await until(() => partText(element, 'table').includes('1.200'));
    expect(partText(element, 'table')).to.include('1.000');
  });

  it('falls back to English for a language nobody registered', async () => {
    const element = make('tlh');
    await settled(element, 'ready');
    expect(saidBy(element)).to.include('Detractors');
  });

  it('reads a lang as other programs write it', async () => {
    for (const lang of ['id_ID', 'ID', 'in']) {
      const element = tile('csat-card', {
        attributes: { lang },
        properties: { data: rowsFor['csat-card'] },
      });
      await settled(element, 'ready');
      expect(partText(element, 'heading'), lang).to.equal('Kepuasan pelanggan');
    }
  });

  it('survives a lang that is none', async () => {
    for (const lang of ['', 'x', 'not a language', '-', 'id_ID', '<b>']) {
      const element = make(lang || undefined);
      element.setAttribute('lang', lang);
      await settled(element, 'ready');
      expect(unreadable(element), lang).to.deep.equal([]);
    }
  });
});

describe('data inside an element', () => {
  for (const tag of tags) {
    it(`${tag} sees a script that is added later`, async () => {
      const element = tile(tag);
      await settled(element, 'idle');
      element.append(jsonScript(rowsFor[tag]));
      await settled(element, 'ready');
    });

    it(`${tag} follows a script whose text changes, and its removal`, async () => {
      const script = jsonScript(rowsFor[tag]);
      const element = tile(tag);
      element.append(script);
      await settled(element, 'ready');
      script.textContent = '[]';
      await settled(element, 'empty');
      script.firstChild!.nodeValue = '{"a":';
      await settled(element, 'stale');
      script.textContent = JSON.stringify(rowsFor[tag]);
      await settled(element, 'ready');
      script.remove();
      await settled(element, 'idle');
    });
  }

  it('is seen by a parser that gets the page piece by piece', async () => {
    const [head, tail] = ['[{"promoters":120,"pass', 'ives":50,"detractors":30}]'];
    const { url } = endpoint({
      type: 'text/html',
      chunks: [
        '<!doctype html><html lang="en"><script type="module" async src="/src/define.ts"></script>',
        '<nps-gauge>\n',
        1500,
        `<script type="application/json">${head}`,
        100,
        `${tail}</script>`,
        100,
        '</nps-gauge>',
      ],
    });
    const frame = room('iframe') as HTMLIFrameElement;
    frame.src = url;
    const value = () => {
      const element = frame.contentDocument?.querySelector('nps-gauge');
      return element?.shadowRoot ? partText(element, 'value') : '';
    };
    const end = performance.now() + 8000;
    while (value() !== '+45' && performance.now() < end) await pause(20);
    expect(value()).to.equal('+45');
  });

  it('does not ask again because of other children', async () => {
    const fetcher = fetcherOf({ body: rowsFor['nps-gauge'] });
    const element = tile('nps-gauge', { attributes: { src: address() }, properties: { fetcher } });
    await settled(element, 'ready');
    const heard = hear(element);
    element.append(' ', document.createElement('span'), document.createComment('x'));
    await pause(20);
    expect(heard).to.deep.equal([]);
    expect(fetcher.asked).to.equal(1);
  });

  it('loses to the data property and wins over src', async () => {
    const fetcher = fetcherOf({ body: [{ promoters: 0, passives: 0, detractors: 5 }] });
    const element = tile('nps-gauge', { properties: { fetcher } });
    element.append(jsonScript(rowsFor['nps-gauge']));
    element.src = address();
    await settled(element, 'ready');
    expect(partText(element, 'value')).to.equal('+45');
    expect(fetcher.asked).to.equal(0);
    element.data = [{ promoters: 1, passives: 0, detractors: 0 }];
    await until(() => partText(element, 'value') === '+100');
  });
});

describe('two tiles of one address', () => {
  it('ask once', async () => {
    const fetcher = fetcherOf({ body: rowsFor['trend-line'] });
    const src = address();
    const elements = (['nps-gauge', 'trend-line', 'nps-gauge'] as Tag[]).map((tag) =>
      tile(tag, { attributes: { src }, properties: { fetcher } }),
    );
    for (const element of elements) await settled(element, 'ready');
    expect(fetcher.asked).to.equal(1);
  });

  it('ask once with and without a dot before it, and anew with other headers', async () => {
    const fetcher = fetcherOf({ body: rowsFor['nps-gauge'] });
    const src = address();
    const make = (properties: object, path = src) =>
      tile('nps-gauge', { attributes: { src: path }, properties: { fetcher, ...properties } });
    const elements = [
      make({}),
      make({}, src.replace('./', '')),
      make({ headers: { 'x-team': 'a' } }),
    ];
    for (const element of elements) await settled(element, 'ready');
    expect(fetcher.asked).to.equal(2);
  });
});

describe('define', () => {
  it('registers every element under a prefix, beside the plain names', async () => {
    define({ prefix: 'acme-' });
    define({ prefix: 'acme-' });
    define();
    for (const tag of tags) {
      const element = tile(`acme-${tag}`, { properties: { data: rowsFor[tag] } });
      await settled(element, 'ready');
      expect(unreadable(element)).to.deep.equal([]);
    }
  });

  it('leaves a tag alone that is taken', () => {
    class Other extends HTMLElement {}
    customElements.define('other-nps-gauge', Other);
    define({ prefix: 'other-' });
    expect(customElements.get('other-nps-gauge')).to.equal(Other);
    expect(customElements.get('other-csat-card')).to.not.equal(undefined);
  });
});

describe('a page that resets everything', () => {
  const resets = [
    '* { all: unset }',
    '* { all: initial !important }',
    'svg { display: none } svg * { fill: red !important }',
    'table, tr, td, th, button, figure, p { display: none }',
    '* { margin: 1em !important; box-sizing: content-box !important; text-align: right }',
    ':root { font-size: 4px } * { line-height: 0 }',
    '* { animation: turn 9s infinite !important } @keyframes turn { to { opacity: 0.9; rotate: 1turn } }',
  ];
  for (const tag of tags)
    for (const reset of resets)
      it(`${tag} stays whole under ${reset}`, async () => {
        const box = room();
        box.style.width = '600px';
        const plain = tile(tag, { properties: { data: rowsFor[tag] }, into: box });
        await settled(plain, 'ready');
        await pause(150);
        const marks = ['svg', 'path', 'rect', 'td', '[part~="value"]', '.menu', 'figcaption'];
        const seen = (element: Element) =>
          marks.map((mark) => {
            const nodes = [...element.shadowRoot!.querySelectorAll(mark)];
            return `${mark} ${nodes.filter((node) => getComputedStyle(node).display !== 'none').length}`;
          });
        const wanted = seen(plain);
        plain.remove();
        const style = document.createElement('style');
        style.textContent = reset;
        document.head.append(style);
        try {
          const wide = room();
          wide.style.setProperty('width', '600px', 'important');
          wide.style.setProperty('display', 'block', 'important');
          const element = tile(tag, { properties: { data: rowsFor[tag] }, into: wide });
          await settled(element, 'ready');
          // A line is drawn when its size is known.
          for (let i = 0; i < 50 && String(seen(element)) !== String(wanted); i++) await pause(20);
          expect(seen(element)).to.deep.equal(wanted);
          expect(getComputedStyle(element).display).to.equal('block');
          expect(getComputedStyle(element).containerType).to.equal('inline-size');
          expect(part(element, 'frame')!.offsetHeight).to.be.above(60);
          const sizes = [...element.shadowRoot!.querySelectorAll('svg')].filter(
            (node) => getComputedStyle(node).display !== 'none',
          );
          for (const node of sizes)
            expect(node.getBoundingClientRect().width, node.outerHTML.slice(0, 80)).to.be.above(0);
        } finally {
          style.remove();
        }
      });
});

describe('hidden', () => {
  for (const tag of tags)
    it(`takes ${tag} away and gives it back`, async () => {
      const element = tile(tag, {
        attributes: { hidden: '' },
        properties: { data: rowsFor[tag] },
      });
      await settled(element, 'ready');
      expect(getComputedStyle(element).display).to.equal('none');
      element.hidden = false;
      expect(getComputedStyle(element).display).to.equal('block');
    });
});

describe('a page whose Object.prototype was written to', () => {
  // Not `value` and `get`: with those, Object.defineProperty itself fails, on any page.
  const names = [
    'n',
    'score',
    'count',
    'fields',
    'where',
    'interval',
    'method',
    'noAnswer',
    'target',
    'headers',
    'fetcher',
    'source',
    'rows',
    'op',
    'unit',
    'parts',
    'polluted',
  ];
  for (const tag of tags)
    it(`leaves ${tag} as it is`, async () => {
      const rows = rowsFor[tag];
      const plain = tile(tag, { attributes: { lang: 'en' }, properties: { data: rows } });
      await settled(plain, 'ready');
      await drawn(plain);
      const said = saidBy(plain);
      const before = Object.getOwnPropertyNames(Object.prototype).length;
      for (const name of names) (Object.prototype as Record<string, unknown>)[name] = 'polluted';
      let element: Tile;
      try {
        element = tile(tag, { attributes: { lang: 'en' }, properties: { data: rows } });
        await drawn(element);
      } finally {
        // The test's own tools do not survive this.
        for (const name of names) Reflect.deleteProperty(Object.prototype, name);
      }
      await settled(element, 'ready');
      expect(saidBy(element)).to.equal(said);
      expect(Object.getOwnPropertyNames(Object.prototype).length).to.equal(before);
    });
});
