/** What the tests of all elements share: making a tile, waiting for it, reading what it shows. */
import { expect } from '@open-wc/testing';
import '../../src/define';
import { liveRegion as regionOf } from '../../src/elements/live-region';
import { frames } from '../support/frames';
import type { CsatCard, KpiTargetTable, MetricElement, State } from '../../src';

export const tags = ['nps-gauge', 'csat-card', 'kpi-target-table', 'trend-line'] as const;
export type Tag = (typeof tags)[number];

export const states: State[] = [
  'idle',
  'loading',
  'ready',
  'empty',
  'stale',
  'error',
  'offline',
  'blocked',
];

/** Records that each element can show. */
export const rowsFor: Readonly<Record<Tag, readonly unknown[]>> = {
  'nps-gauge': [{ promoters: 120, passives: 50, detractors: 30 }],
  'csat-card': [{ counts: [5, 10, 25, 90, 70] }],
  'kpi-target-table': [
    { metric: 'csat', value: 85, target: '> 90%', analysis: 'Dua kanal turun.', action: 'Latih.' },
    { metric: 'frt', value: 90, target: '< 2 menit', analysis: 'Baik.', action: 'Pertahankan.' },
  ],
  'trend-line': [
    { month: '2026-08', promoters: 100, passives: 50, detractors: 50 },
    { month: '2026-09', promoters: 120, passives: 50, detractors: 30 },
    { month: '2026-10', promoters: 130, passives: 40, detractors: 30 },
  ],
};

export const months = ['2026-08', '2026-09', '2026-10'];

/** A tile with a target, and what it is compared with. */
export const compared = {
  'nps-gauge': {
    attributes: { target: '> 60', benchmark: '31', compare: 'previous' },
    data: months.map((month, i) => ({
      month,
      promoters: 1200 + 90 * i,
      passives: 500,
      detractors: 300,
    })),
  },
  'csat-card': {
    attributes: { target: '> 92%', compare: 'previous' },
    data: months.map((month, i) => ({ month, counts: [19, 22, 41, 206, 350 + 20 * i] })),
  },
};

/** What the public surface of a tile is to a test. */
export type Tile = MetricElement & Partial<Pick<CsatCard, 'scale'> & Pick<KpiTargetTable, 'kpis'>>;

export interface Given {
  attributes?: Record<string, string>;
  properties?: Record<string, unknown>;
  /** Where it is put; default: the end of the body. */
  into?: Node;
}

const made: Element[] = [];

/** A tile that is in the page until the test's end. */
export function tile(tag: string, { attributes = {}, properties = {}, into }: Given = {}): Tile {
  const element = document.createElement(tag) as Tile;
  for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, value);
  Object.assign(element, properties);
  (into ?? document.body).appendChild(element);
  made.push(element);
  return element;
}

/** A box that is in the page until the test's end. */
export function room(tag = 'div'): HTMLElement {
  const element = document.createElement(tag);
  document.body.append(element);
  made.push(element);
  return element;
}

afterEach(() => {
  for (const element of made.splice(0)) element.remove();
});

export const pause = (ms = 0): Promise<void> => new Promise((done) => setTimeout(done, ms));

/** The states that hold for CSS. */
export const statesOf = (element: Element): State[] =>
  states.filter((state) => element.matches(`:state(${state})`));

/** Waits until the tile says `state`, in both its ways; fails with what it said instead. */
export async function settled(element: Tile, ...wanted: State[]): Promise<void> {
  const until = performance.now() + 8000;
  do {
    await element.updateComplete;
    if (wanted.includes(element.status)) break;
    await pause(5);
  } while (performance.now() < until);
  await element.updateComplete;
  expect(wanted, `${element.localName}: ${saidBy(element)}`).to.include(element.status);
  expect(statesOf(element)).to.deep.equal([element.status]);
}

/** Waits until a tile is ready and drawn: a size is told in one frame and drawn in the next. */
export async function drawn(element: Tile): Promise<void> {
  await settled(element, 'ready');
  await frames(4);
  await pause(60);
}

/** Every node of a shadow tree, nested ones too. */
export function* nodesOf(root: Node): Generator<Node> {
  for (const node of root.childNodes) {
    yield node;
    if (node instanceof Element && node.shadowRoot) yield* nodesOf(node.shadowRoot);
    yield* nodesOf(node);
  }
}

/** What a person reads in the shadow tree, blanks joined. */
export function saidBy(element: Element): string {
  let text = '';
  for (const node of nodesOf(element.shadowRoot!))
    if (node instanceof Text && !(node.parentNode instanceof HTMLStyleElement))
      text += ` ${node.data}`;
  return text.replace(/\s+/g, ' ').trim();
}

const forbidden = /\b(?:NaN|undefined|null|Infinity)\b|∞|\[object /;

/** Texts and attribute values of the shadow tree that show a number or a name that is none. */
export function unreadable(element: Element): string[] {
  const found: string[] = [];
  for (const node of nodesOf(element.shadowRoot!)) {
    if (node instanceof Text && !(node.parentNode instanceof HTMLStyleElement)) {
      // A message quotes the offending value as it was written.
      if (forbidden.test(node.data.replace(/"[^"]*"/g, ''))) found.push(node.data.trim());
    } else if (node instanceof Element) {
      for (const { name, value } of node.attributes)
        if (forbidden.test(value)) found.push(`${node.localName} ${name}="${value}"`);
    }
  }
  return found;
}

/** The live region of a tile, known to screen readers for long enough to be spoken at once. */
export async function liveRegion(element: Element): Promise<Element> {
  const region = regionOf(element.shadowRoot!);
  await pause(160);
  return region;
}

export const part = (element: Element, name: string): HTMLElement | null =>
  element.shadowRoot!.querySelector(`[part~="${name}"]`);

/** A part's text, blanks joined. */
export const partText = (element: Element, name: string): string =>
  (part(element, name)?.textContent ?? '').replace(/\s+/g, ' ').trim();

/** The events of a tile in the order they came. */
export interface Heard {
  type: string;
  detail: Record<string, unknown>;
}

export function hear(element: Element): Heard[] {
  const heard: Heard[] = [];
  for (const type of ['load', 'error'])
    element.addEventListener(type, (event) => {
      heard.push({ type, detail: (event as CustomEvent<Heard['detail']>).detail });
    });
  return heard;
}

export interface Answer {
  status?: number;
  type?: string;
  body?: unknown;
  /** Never answers. */
  silent?: boolean;
}

/** A `fetch` that gives these answers, one a request, the last again and again; it counts. */
export function fetcherOf(...answers: Answer[]): typeof fetch & { asked: number; aborted: number } {
  const fetcher = Object.assign(
    (_: RequestInfo | URL, init?: RequestInit): Promise<Response> => {
      const answer = answers[Math.min(fetcher.asked++, answers.length - 1)] ?? {};
      const { status = 200, type = 'application/json', body, silent } = answer;
      if (silent)
        return new Promise((_resolve, reject) => {
          init?.signal?.addEventListener('abort', () => {
            fetcher.aborted++;
            reject(init.signal!.reason as Error);
          });
        });
      const text = typeof body === 'string' ? body : JSON.stringify(body ?? []);
      return Promise.resolve(
        new Response(text, { status, headers: type ? { 'content-type': type } : {} }),
      );
    },
    { asked: 0, aborted: 0 },
  );
  return fetcher;
}

let last = 0;

/** An address that no other test asks, so that nothing is shared. */
export const address = (): string => `./tile-${Date.now()}-${last++}.json`;
