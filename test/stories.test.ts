import 'axe-core/axe.min.js';
import { expect, waitUntil } from '@open-wc/testing';
import { emulateMedia } from '@web/test-runner-commands';
import { render, type TemplateResult } from 'lit';
import type { RunOptions, AxeResults } from 'axe-core';
import { canDo } from './support/engine';
import { frames } from './support/frames';

type Args = Record<string, unknown>;
type Loaded = Record<string, unknown>;
interface Context {
  args: Args;
  loaded: Loaded;
  globals: Record<string, string>;
}
interface Annotations {
  title?: string;
  component?: string;
  args?: Args;
  loaders?: ((context: Context) => Loaded | Promise<Loaded>)[];
  render?: (args: Args, context: Context) => TemplateResult;
}

const { axe, metrikTests } = window as unknown as {
  axe: { run(node: Element, options: RunOptions): Promise<AxeResults> };
  metrikTests?: { stories?: string[] };
};
const files = metrikTests?.stories ?? [];
const levels = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'];

const { documentElement: page } = document;

/** Exactly one of these holds once an element has drawn. */
const states = ['idle', 'loading', 'ready', 'empty', 'stale', 'error', 'offline', 'blocked'];
/** Stories named after a state show it; all others show data. */
const shown: Record<string, string> = {
  Idle: 'idle',
  Loading: 'loading',
  Empty: 'empty',
  Stale: 'stale',
  Error: 'error',
  Offline: 'offline',
  Blocked: 'blocked',
};

function statesOf(element: Element): string[] {
  return states.filter((state) => element.matches(`:state(${state})`));
}

/** What a person reads, in shadow trees too; not the style sheets. */
function textOf(node: Node): string {
  if (node instanceof HTMLStyleElement || node instanceof HTMLScriptElement) return '';
  if (node instanceof Text) return node.data;
  const inside = node instanceof Element && node.shadowRoot ? textOf(node.shadowRoot) : '';
  return inside + [...node.childNodes].map(textOf).join(' ');
}

/** A finding of axe on one line, with the first places. */
function found({ id, nodes }: AxeResults['violations'][number]): string {
  const places = nodes.slice(0, 3).map(({ html, any }) => {
    const tag = html.replace(/<!--.*?-->|\s+/g, ' ').slice(0, 100);
    return `${tag} (${any[0]?.message ?? ''})`;
  });
  return `${id}, ${nodes.length} ×: ${places.join(' | ')}`;
}

async function show(
  meta: Annotations,
  story: Annotations,
  room: HTMLElement,
  theme: string,
): Promise<void> {
  const context: Context = {
    args: { ...meta.args, ...story.args },
    loaded: {},
    globals: { theme, lang: 'en' },
  };
  for (const load of [...(meta.loaders ?? []), ...(story.loaders ?? [])]) {
    Object.assign(context.loaded, await load(context));
  }
  const draw = story.render ?? meta.render;
  if (!draw) throw new Error('a story without render');
  render(draw(context.args, context), room);
}

type Module = Record<string, Annotations>;
const modules = await Promise.allSettled(
  files.map((file) => import(`/stories/${file}`) as Promise<Module>),
);

describe('stories', () => {
  let room: HTMLElement;
  // Where that cannot be, what waits is seen as it moves.
  before(async () => {
    if (canDo('emulate media')) await emulateMedia({ reducedMotion: 'reduce' });
  });
  beforeEach(() => {
    room = document.createElement('main');
    document.body.append(room);
  });
  afterEach(() => {
    room.remove();
    page.removeAttribute('style');
  });

  it('are found', () => {
    expect(files).to.not.be.empty;
  });

  for (const [index, loading] of modules.entries()) {
    it(`${files[index]} loads`, () => {
      if (loading.status === 'rejected') throw loading.reason;
    });
    if (loading.status === 'rejected') continue;
    const { default: meta, ...stories } = loading.value;
    const tag = meta?.component ?? '';
    describe(meta?.title ?? files[index]!, () => {
      for (const [name, story] of Object.entries(stories))
        for (const theme of ['light', 'dark']) {
          const state = shown[name] ?? 'ready';
          it(`${name} is ${state}, says nothing unreadable and passes axe, ${theme}`, async () => {
            Object.assign(page.style, {
              colorScheme: theme,
              background: 'Canvas',
              color: 'CanvasText',
            });
            await show(meta!, story, room, theme);
            const elements = [...room.querySelectorAll(tag)];
            expect(elements, `<${tag}> in the story`).to.not.be.empty;
            const settled = () => elements.every((element) => statesOf(element).includes(state));
            await waitUntil(settled, '', { timeout: 8000 }).catch(() => undefined);
            for (const element of elements) expect(statesOf(element)).to.deep.equal([state]);
            // What axe takes for the ground of a text is told by where boxes stand once drawn.
            await frames();
            expect(textOf(room)).to.not.match(/\b(NaN|undefined|null|Infinity)\b|\[object /);
            const { violations } = await axe.run(room, { runOnly: levels });
            expect(violations.map(found)).to.deep.equal([]);
          });
        }
    });
  }
});
