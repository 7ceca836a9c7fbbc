import 'axe-core/axe.min.js';
import { expect, waitUntil } from '@open-wc/testing';
import { sendKeys, sendMouse } from '@web/test-runner-commands';
import type { AxeResults } from 'axe-core';
import '../../src/define/csat-card';
import '../../src/define/kpi-target-table';
import '../../src/define/trend-line';
import { hrefOf, selectionOf, type Mark, type Selection } from '../../src/elements/drill-down';
import type { MetricElement } from '../../src/elements/metric-element';
import { counts, inside, tileIn } from './tiles';

const { axe } = window as unknown as { axe: { run(node: Element): Promise<AxeResults> } };

let room: HTMLElement;
let chosen: Selection[];
let forbids: boolean;
const hear = (event: Event): void => {
  chosen.push((event as CustomEvent<Selection>).detail);
  if (forbids) event.preventDefault();
};
/** A page that is followed would end the tests. */
const stay = (event: Event): void => {
  const link = event
    .composedPath()
    .find((node) => node instanceof Element && node.localName === 'a');
  if (!link) return;
  followed.push(event.defaultPrevented ? null : (link as Element).getAttribute('href'));
  event.preventDefault();
};
let followed: (string | null)[];

beforeEach(() => {
  chosen = [];
  followed = [];
  forbids = false;
  room = document.createElement('div');
  room.lang = 'en';
  document.body.append(room);
  document.addEventListener('metric-select', hear);
  document.addEventListener('click', stay);
});
afterEach(() => {
  room.remove();
  document.removeEventListener('metric-select', hear);
  document.removeEventListener('click', stay);
});

const hits = (tile: Element): HTMLElement[] => [
  ...tile.shadowRoot!.querySelectorAll<HTMLElement>('.hit'),
];
async function choosable(
  tag: string,
  given: Record<string, unknown>,
  count: number,
): Promise<MetricElement> {
  const tile = await tileIn(room, tag, { 'time-zone': 'Asia/Jakarta', ...given });
  await waitUntil(() => hits(tile).length === count, `${count} marks`, { timeout: 9000 });
  return tile;
}

const dated = Array.from({ length: 40 }, (_, i) => ({
  rating: i % 11,
  csat: 1 + (i % 5),
  channel: i % 2 ? 'email' : 'chat',
  at: `2026-0${i < 20 ? 4 : 5}-10T09:00:00+07:00`,
}));
const fields = 'score=rating created_at=at';
const may = { from: '2026-04-30T17:00:00.000Z', to: '2026-05-31T17:00:00.000Z' };

describe('marks', () => {
  it('are plain text where nothing can be chosen', async () => {
    const tile = await tileIn(room, 'nps-gauge');
    inside(tile, 'dt')!.click();
    expect(hits(tile)).to.deep.equal([]);
    expect(inside(tile, 'dl')!.querySelector('a, button, [tabindex], [role]')).to.equal(null);
    expect(chosen).to.deep.equal([]);
  });

  it('of NPS are its groups, with the scores in them', async () => {
    const tile = await choosable('nps-gauge', { data: counts, selectable: true }, 3);
    for (const hit of hits(tile)) hit.click();
    const wanted = { detractors: [0, 1, 2, 3, 4, 5, 6], passives: [7, 8], promoters: [9, 10] };
    expect(chosen).to.deep.equal(
      Object.entries(wanted).map(([segment, score]) => {
        return { metric: 'nps', segment, period: null, filter: { score } };
      }),
    );
  });

  it('name the records by their own fields, their period and what the tile keeps', async () => {
    const given = { data: dated, fields, where: 'channel=email', compare: 'previous' };
    const tile = await choosable('nps-gauge', { ...given, selectable: true }, 3);
    hits(tile)[2]!.click();
    const filter = { channel: ['email'], rating: [9, 10], at: may };
    const mark = { metric: 'nps', segment: 'promoters', period: '2026-05', filter };
    expect(chosen).to.deep.equal([mark]);
  });

  it('are told of outside of the shadow root that the tile stands in', async () => {
    const inner = document.createElement('div');
    room.attachShadow({ mode: 'closed' }).append(inner);
    const tile = await choosable('nps-gauge', { data: counts, selectable: true }, 3);
    inner.append(tile);
    hits(tile)[0]!.click();
    expect(chosen.map(({ segment }) => segment)).to.deep.equal(['detractors']);
  });

  it('say since when, where the face shows what came after a date', async () => {
    const given = { data: dated, fields, compare: '2026-05-01', selectable: true };
    const tile = await choosable('nps-gauge', given, 3);
    hits(tile)[1]!.click();
    expect(chosen[0]!.filter).to.deep.equal({ rating: [7, 8], at: { from: '2026-05-01' } });
  });

  it('of CSAT are its steps', async () => {
    const tile = await choosable(
      'csat-card',
      { data: dated, fields: 'score=csat', selectable: true },
      5,
    );
    expect(hits(tile).map((hit) => hit.textContent.trim())).to.deep.equal(
      [5, 4, 3, 2, 1].map((step) => `${step} ★`),
    );
    hits(tile)[0]!.click();
    expect(chosen).to.deep.equal([
      { metric: 'csat', segment: '5', period: null, filter: { csat: [5] } },
    ]);
  });

  it('of CSAT by thumbs are its words', async () => {
    const given = { data: [{ good: 8, bad: 2 }], scale: 'good-bad', selectable: true };
    const tile = await choosable('csat-card', given, 2);
    hits(tile)[0]!.click();
    expect(chosen[0]!.filter).to.deep.equal({ score: [chosen[0]!.segment] });
  });

  it('of the KPI table are its rows', async () => {
    const given = {
      data: dated,
      fields,
      kpis: 'nps > 40; csat(score=csat) > 90%',
      compare: 'previous',
    };
    const tile = await choosable('kpi-target-table', { ...given, selectable: true }, 2);
    hits(tile)[1]!.click();
    expect(chosen).to.deep.equal([
      { metric: 'csat', segment: null, period: '2026-05', filter: { at: may } },
    ]);
  });

  it('are pressed by Enter and Space, have focus that is seen, and are 24 px', async () => {
    const tile = await choosable('nps-gauge', { data: counts, selectable: true }, 3);
    const [first] = hits(tile) as [HTMLElement];
    inside(tile, '.menu')!.focus();
    await sendKeys({ press: 'Tab' });
    expect(tile.shadowRoot!.activeElement).to.equal(first);
    expect(getComputedStyle(first, '::after').outlineStyle).to.equal('solid');
    await sendKeys({ press: 'Enter' });
    await sendKeys({ press: 'Space' });
    expect(chosen.length).to.equal(2);
    for (const hit of hits(tile)) {
      const box = hit.getBoundingClientRect();
      expect(Math.min(box.width, box.height)).to.be.at.least(24);
    }
  });

  it('are pressed anywhere on their group', async () => {
    const tile = await choosable('nps-gauge', { data: counts, selectable: true }, 3);
    const box = inside(tile, 'dl > div:last-child dd')!.getBoundingClientRect();
    await sendMouse({
      type: 'click',
      position: [Math.round(box.left + 10), Math.round(box.top + 10)],
    });
    expect(chosen.map((one) => one.segment)).to.deep.equal(['promoters']);
  });

  for (const [tag, given, count] of [
    ['nps-gauge', { data: counts }, 3],
    ['csat-card', { data: [{ counts: [1, 0, 1, 3, 5] }] }, 5],
    ['kpi-target-table', { data: [{ metric: 'csat', target: '> 90%', value: 85 }] }, 1],
  ] as const)
    it(`of ${tag} pass axe as links and as buttons`, async () => {
      const tile = await choosable(tag, { ...given, selectable: true }, count);
      expect((await axe.run(room)).violations.map((v) => v.id)).to.deep.equal([]);
      tile.setAttribute('href-template', '/tickets?metric={metric}');
      await tile.updateComplete;
      expect(hits(tile).every((hit) => hit.localName === 'a')).to.equal(true);
      expect((await axe.run(room)).violations.map((v) => v.id)).to.deep.equal([]);
    });
});

describe('links', () => {
  const template = '/tickets?m={metric}&s={segment}&p={period}';

  it('are real ones that the event goes along with', async () => {
    const tile = await choosable('nps-gauge', { data: counts, 'href-template': template }, 3);
    hits(tile)[2]!.click();
    expect(followed).to.deep.equal(['/tickets?m=nps&s=promoters&p=']);
    expect(chosen.map((one) => one.segment)).to.deep.equal(['promoters']);
  });

  it('are not followed where the page forbids it', async () => {
    forbids = true;
    const tile = await choosable('nps-gauge', { data: counts, 'href-template': template }, 3);
    hits(tile)[2]!.click();
    expect(followed).to.deep.equal([null]);
  });

  it('open a tab of their own without telling the page', async () => {
    const tile = await choosable('nps-gauge', { data: counts, 'href-template': template }, 3);
    hits(tile)[0]!.dispatchEvent(
      new MouseEvent('click', { bubbles: true, composed: true, cancelable: true, ctrlKey: true }),
    );
    expect(chosen).to.deep.equal([]);
    expect(followed).to.deep.equal(['/tickets?m=nps&s=detractors&p=']);
  });

  const host = (hrefTemplate?: string, given = {}) =>
    Object.assign(document.createElement('div'), { hrefTemplate, ...given });
  const mark: Mark = { metric: 'nps', segment: 'e-mail & chat/1', period: '2026-05' };
  const links: [title: string, template: string | undefined, mark: Mark, href: string | null][] = [
    [
      'fill in URL components',
      template,
      mark,
      '/tickets?m=nps&s=e-mail%20%26%20chat%2F1&p=2026-05',
    ],
    ['may be absolute', 'https://crm.test/{metric}', mark, 'https://crm.test/nps'],
    ['may be relative', 'tickets/{period}#top', mark, 'tickets/2026-05#top'],
    ['leave other braces alone', '/x?q={other}', mark, '/x?q={other}'],
    ['are none without a template', undefined, mark, null],
    ['are no scripts', 'javascript:alert(1)', mark, null],
    ['are no scripts in disguise', ' java\nscript:alert(1)', mark, null],
    [
      'are no scripts by way of a segment',
      '{segment}',
      { ...mark, segment: 'javascript:x()' },
      'javascript%3Ax()',
    ],
    ['are no data', 'data:text/html,{segment}', mark, null],
    ['are no blobs', 'blob:https://a.test/1', mark, null],
    ['do not leave their folder', '/tickets/{segment}/', { ...mark, segment: '..' }, null],
    ['are none for half a character', template, { ...mark, segment: '\ud800' }, null],
    ['are none that cannot be read', 'https://[', mark, null],
  ];
  for (const [title, given, about, href] of links)
    it(title, () => {
      expect(hrefOf(host(given), about)).to.equal(href);
    });

  it('that are unsafe leave a button where marks can be chosen, else text', async () => {
    const unsafe = { data: counts, 'href-template': 'javascript:alert(1)' };
    const tile = await choosable('nps-gauge', { ...unsafe, selectable: true }, 3);
    expect(hits(tile).every((hit) => hit.localName === 'button')).to.equal(true);
    tile.selectable = false;
    await tile.updateComplete;
    expect(hits(tile)).to.deep.equal([]);
    expect(inside(tile, 'dt')!.textContent).to.include('Detractors');
  });

  it('and their filters do not reach a prototype', () => {
    const given = host(undefined, { fields: 'score=__proto__', where: 'constructor=x' });
    const { filter } = selectionOf(given, { ...mark, period: null, values: { score: [9] } });
    expect(Object.keys(filter)).to.deep.equal(['constructor', '__proto__']);
    expect(Object.getPrototypeOf(filter)).to.equal(Object.prototype);
  });
});

describe('points of trend-line', () => {
  const given = { data: dated, fields, metric: 'nps', 'time-zone': 'Asia/Jakarta' };
  const filter = { channel: ['email'], at: may };
  const wanted = { metric: 'nps', segment: 'email', period: '2026-05', filter };

  async function read(more: Record<string, unknown>): Promise<MetricElement> {
    room.style.width = '600px';
    const tile = await tileIn(room, 'trend-line', { ...given, ...more });
    await waitUntil(() => inside(tile, '.plot path'), 'drawn', { timeout: 9000 });
    inside(tile, '.read')!.focus();
    await sendKeys({ press: 'End' });
    await waitUntil(() => inside(tile, '.over .ring'), 'read', { timeout: 9000 });
    return tile;
  }

  it('are chosen by Enter where they are read', async () => {
    const tile = await read({ by: 'channel', selectable: true });
    while (!/email/.test(inside(tile, '.tip .on')?.textContent ?? ''))
      await sendKeys({ press: 'ArrowDown' });
    await sendKeys({ press: 'Enter' });
    expect(chosen).to.deep.equal([wanted]);
  });

  it('are links that Enter follows', async () => {
    await read({ 'href-template': '/tickets?p={period}' });
    await sendKeys({ press: 'Enter' });
    expect(followed).to.deep.equal(['/tickets?p=2026-05']);
    expect(chosen.map((one) => one.period)).to.deep.equal(['2026-05']);
  });

  it('are chosen once by a press of the pointer', async () => {
    const tile = await read({ selectable: true });
    const box = inside(tile, '.over .ring')!.getBoundingClientRect();
    const position: [number, number] = [
      Math.round(box.left + box.width / 2),
      Math.round(box.top + box.height / 2),
    ];
    await sendMouse({ type: 'move', position });
    await sendMouse({ type: 'click', position });
    expect(chosen.map((one) => one.period)).to.deep.equal(['2026-05']);
  });

  it('are only read where nothing can be chosen', async () => {
    const tile = await read({});
    await sendKeys({ press: 'Enter' });
    expect(inside(tile, '.over a')).to.equal(null);
    expect(chosen).to.deep.equal([]);
  });
});
