/** What only the trend does: reading point by point, zooming, a million points, looking ahead. */
import { expect, waitUntil } from '@open-wc/testing';
import { emulateMedia } from '@web/test-runner-commands';
import type { TrendLine } from '../../src';
import { clipped, overlapping } from './room-for-text';
import { itAble } from '../support/engine';
import { liveRegion, pause, room, rowsFor, saidBy, settled, tile, unreadable } from './tile';

type Trend = TrendLine & HTMLElement;

/** Months from January 2024 on, as ready values. */
const months = (...values: (number | null)[]) =>
  values.map((value, i) => ({
    month: new Date(Date.UTC(2024, i)).toISOString().slice(0, 7),
    value,
  }));

async function trend(
  attributes: Record<string, string>,
  data: unknown,
  width = 600,
): Promise<Trend> {
  const box = room();
  box.style.width = `${width}px`;
  const element = tile('trend-line', {
    attributes: { lang: 'en', 'time-zone': 'UTC', ...attributes },
    properties: { data },
    into: box,
  }) as unknown as Trend;
  await settled(element as never, 'ready');
  await drawn(element);
  return element;
}

const one = <E extends Element>(element: Trend, selector: string): E =>
  element.shadowRoot!.querySelector<E>(selector)!;
const all = (element: Trend, selector: string): Element[] => [
  ...element.shadowRoot!.querySelectorAll(selector),
];
/** A number, since a failure that prints elements prints the whole page. */
const count = (element: Trend, selector: string): number => all(element, selector).length;
const drawn = (element: Trend) => waitUntil(() => !!element.view, 'a drawing', { timeout: 4000 });
const plotOf = (element: Trend) => one<HTMLElement>(element, '.plot');
const sliderOf = (element: Trend) => one<HTMLElement>(element, '[role=slider]');
/** The value of the slider: the sentence, and while keys read the chart, the point. */
const spoken = (element: Trend) => sliderOf(element).getAttribute('aria-valuetext')!;
const announced = (element: Trend) => one(element, '.sr[aria-live]')?.textContent;

/** A key on the chart; returns whether the page keeps it. */
async function press(element: Trend, key: string, shiftKey = false): Promise<boolean> {
  const event = new KeyboardEvent('keydown', { key, shiftKey, bubbles: true, cancelable: true });
  plotOf(element).dispatchEvent(event);
  await element.updateComplete;
  return event.defaultPrevented;
}

/** Somebody comes near: from then on the chart listens. */
async function wake(element: Trend): Promise<void> {
  sliderOf(element).focus();
  await press(element, 'ArrowRight');
  await waitUntil(() => one(element, '.cross'), 'the crosshair', { timeout: 4000 });
  await press(element, 'Escape');
  await waitUntil(() => !one(element, '.cross'));
  await liveRegion(element);
}

function point(element: Trend, type: string, x: number, y: number, init: PointerEventInit = {}) {
  const box = plotOf(element).getBoundingClientRect();
  plotOf(element).dispatchEvent(
    new PointerEvent(type, {
      clientX: box.left + x,
      clientY: box.top + y,
      bubbles: true,
      cancelable: true,
      pointerType: 'mouse',
      pointerId: 1,
      ...init,
    }),
  );
  return element.updateComplete;
}

const shape = (element: Trend) => element.view!.shape;
/** Months in sight, from 0. */
const inSight = (element: Trend): number[] =>
  shape(element).window.map((time) => {
    const date = new Date(time);
    return (date.getUTCFullYear() - 2024) * 12 + date.getUTCMonth();
  });

describe('reading a trend', () => {
  const data = [
    ...months(10, 20, null, 40).map((row) => ({ ...row, channel: 'chat', n: 100 })),
    ...months(30, 25, 20, 15).map((row) => ({ ...row, channel: 'mail', n: 50 })),
  ];
  const reading = () => trend({ metric: 'csat', by: 'channel' }, data);

  it('moves by keys through time and lines, and says every value once', async () => {
    const element = await reading();
    await wake(element);
    const heard: (string | null)[] = [];
    for (const key of 'ArrowRight ArrowRight ArrowRight ArrowDown ArrowUp End Home'.split(' ')) {
      await press(element, key);
      heard.push(spoken(element).replaceAll('\u00a0', ' '));
      expect(count(element, '.cross'), key).to.equal(1);
    }
    expect(heard).to.deep.equal([
      'January 2024, chat 10% ± 6 points, n = 100',
      'February 2024, chat 20% ± 7.8 points, n = 100',
      'March 2024, chat: No data',
      'March 2024, chat: No data',
      'March 2024, mail 20% ± 10.9 points, n = 50',
      'April 2024, mail 15% 7.6–27.4%, n = 50',
      'January 2024, mail 30% ± 12.3 points, n = 50',
    ]);
  });

  it('answers the first key, though its code is still on the way', async () => {
    const element = await reading();
    sliderOf(element).focus();
    expect(await press(element, 'End')).to.equal(true);
    await waitUntil(() => one(element, '.tip'), 'a reading', { timeout: 4000 });
    expect(spoken(element)).to.match(/^April 2024, chat 40%/);
  });

  it('ends with Escape, and leaves other keys to the page', async () => {
    const element = await reading();
    await wake(element);
    await press(element, 'ArrowRight');
    expect(await press(element, 'Escape')).to.equal(true);
    expect(count(element, '.cross')).to.equal(0);
    expect(await press(element, 'Escape')).to.equal(false);
    expect(await press(element, 'a')).to.equal(false);
    expect(await press(element, 'Tab')).to.equal(false);
  });

  it('follows the pointer to the nearest point, without a word', async () => {
    const element = await reading();
    await wake(element);
    const said = spoken(element);
    const { xOf, yOf } = shape(element);
    const april = Date.UTC(2024, 3);
    await point(element, 'pointermove', xOf(april) - 5, yOf(16));
    expect(one(element, '.tip').textContent).to.match(/April 2024[^]*chat 40%[^]*mail 15%/);
    expect(one(element, '.tip .on').textContent).to.include('mail');
    expect(spoken(element)).to.equal(said);
    await point(element, 'pointerleave', 0, 0);
    expect(count(element, '.tip')).to.equal(0);
  });

  for (const width of [160, 240, 600])
    it(`keeps the box of values inside the plot, ${width} px wide`, async () => {
      const element = await trend({ metric: 'csat', by: 'channel' }, data, width);
      await wake(element);
      const plot = plotOf(element).getBoundingClientRect();
      for (let i = 0; i < 4; i++) {
        await press(element, i ? 'ArrowRight' : 'Home');
        const tip = one(element, '.tip').getBoundingClientRect();
        expect(tip.left).to.be.at.least(plot.left - 0.5);
        expect(tip.right).to.be.at.most(plot.right + 0.5);
        expect(tip.top).to.be.at.least(plot.top - 0.5);
        expect(tip.bottom).to.be.at.most(plot.bottom + 0.5);
        const cross = one(element, '.cross').getBoundingClientRect();
        if (width === 600) expect(cross.left <= tip.left || cross.left >= tip.right).to.equal(true);
      }
    });

  it('stays at its time when the data is renewed', async () => {
    const element = await trend({ metric: 'csat' }, months(10, 20, 30));
    await wake(element);
    await press(element, 'Home');
    element.data = [{ month: '2023-12', value: 5 }, ...months(11, 20, 30)];
    await element.updateComplete;
    expect(one(element, '.tip').textContent).to.match(/January 2024[^]*11%/);
  });

  it('tells the page which records are behind a point', async () => {
    const element = await trend({ metric: 'csat', by: 'channel', selectable: '' }, data);
    const chosen: unknown[] = [];
    element.addEventListener('metric-select', (event) =>
      chosen.push((event as CustomEvent).detail),
    );
    await wake(element);
    await press(element, 'ArrowRight');
    await press(element, 'Enter');
    const { xOf, yOf } = shape(element);
    const at = [xOf(Date.UTC(2024, 1)), yOf(25)] as const;
    await point(element, 'pointerdown', ...at);
    await point(element, 'pointerup', ...at);
    expect(chosen).to.deep.equal([
      {
        metric: 'csat',
        segment: 'chat',
        period: '2024-01',
        filter: {
          channel: ['chat'],
          created_at: { from: '2024-01-01T00:00:00.000Z', to: '2024-02-01T00:00:00.000Z' },
        },
      },
      {
        metric: 'csat',
        segment: 'mail',
        period: '2024-02',
        filter: {
          channel: ['mail'],
          created_at: { from: '2024-02-01T00:00:00.000Z', to: '2024-03-01T00:00:00.000Z' },
        },
      },
    ]);
  });

  it('works again after the table view and after a move in the document', async () => {
    const element = await reading();
    await wake(element);
    room('section').append(element);
    await waitUntil(() => plotOf(element));
    await wake(element);
    await press(element, 'Home');
    expect(count(element, '.tip')).to.equal(1);
  });
});

describe('zooming a trend', () => {
  const values = Array.from({ length: 24 }, (_, i) => (i === 3 ? 95 : 40 + (i % 5)));
  const zooming = (attributes: Record<string, string> = {}) =>
    trend({ metric: 'csat', ...attributes }, months(...values));

  it('by + and − around the point being read, by Shift and arrows along, by 0 to all', async () => {
    const element = await zooming();
    await wake(element);
    await press(element, 'End');
    await press(element, '+');
    expect(inSight(element)).to.deep.equal([11, 23]);
    expect(announced(element)).to.equal('December 2024 to December 2025');
    await press(element, 'ArrowLeft', true);
    expect(inSight(element)).to.deep.equal([8, 20]);
    await press(element, '-');
    expect(inSight(element)).to.deep.equal([0, 23]);
    await press(element, '+');
    await press(element, '0');
    expect(inSight(element)).to.deep.equal([0, 23]);
  });

  it('and reading, by keys alone, each press said once and politely', async () => {
    const element = await zooming();
    await wake(element);
    const status = await liveRegion(element);
    const heard: string[] = [];
    const said = new MutationObserver((records) => {
      const changed = new Set(records.map(({ target }) => target));
      const texts = [...changed].map((at) =>
        at === status ? status.textContent! : spoken(element),
      );
      heard.push(...texts.filter(Boolean).map((text) => text.replaceAll('\u00a0', ' ')));
    });
    said.observe(status, { childList: true });
    said.observe(sliderOf(element), { attributeFilter: ['aria-valuetext'] });
    for (const key of ['Home', 'ArrowRight', 'End', '+', 'Home', '0', '-', 'Escape', 'Escape']) {
      await press(element, key);
      // The same words once more come a moment later.
      await pause(200);
    }
    said.disconnect();
    expect(heard).to.deep.equal([
      'January 2024, CSAT 40%',
      'February 2024, CSAT 41%',
      'December 2025, CSAT 43%',
      'December 2024 to December 2025',
      'January 2024, CSAT 40%',
      'January 2024 to December 2025',
      'January 2024 to December 2025',
      'CSAT, 24 periods: from 40% (Jan 2024) to 43% (Dec 2025), lowest 40% (Jan 2024), highest 95% (Apr 2024)',
    ]);
    expect(shape(element).window).to.deep.equal(shape(element).full);
    expect(count(element, '.cross, .reset')).to.equal(0);
  });

  it('takes the values’ axis along, and draws nothing beyond the plot', async () => {
    const element = await zooming();
    await wake(element);
    await press(element, 'End');
    await press(element, '+');
    const { plot, valueAt, series } = shape(element);
    expect(valueAt(plot.top)).to.be.below(50);
    const xs = [...series[0]!.path.matchAll(/[ML]([\d.]+)/g)].map(([, x]) => Number(x));
    expect(Math.min(...xs)).to.equal(plot.left);
    expect(Math.max(...xs)).to.equal(plot.right);
  });

  it('by dragging over a stretch', async () => {
    const element = await zooming();
    await wake(element);
    const { xOf, timeAt } = shape(element);
    // Pointers stand on whole pixels, in WebKit also those that a script makes.
    const [start, end] = [Date.UTC(2024, 10), Date.UTC(2024, 6)].map((at) => Math.round(xOf(at)));
    await point(element, 'pointerdown', start!, 60);
    await point(element, 'pointermove', end!, 60);
    expect(count(element, '.select')).to.equal(1);
    await point(element, 'pointerup', end!, 60);
    await element.updateComplete;
    const [from, to] = shape(element).window;
    expect(from).to.be.closeTo(timeAt(end!), 2e7);
    expect(to).to.be.closeTo(timeAt(start!), 2e7);
    expect(count(element, '.select')).to.equal(0);
  });

  it('by the wheel with Ctrl, at the pointer; without it the page scrolls', async () => {
    const element = await zooming();
    await wake(element);
    const { xOf, timeAt } = shape(element);
    const box = plotOf(element).getBoundingClientRect();
    const x = xOf(Date.UTC(2024, 8));
    const at = timeAt(x);
    const turn = (init: WheelEventInit): boolean =>
      !plotOf(element).dispatchEvent(
        new WheelEvent('wheel', {
          clientX: box.left + x,
          deltaY: -300,
          cancelable: true,
          bubbles: true,
          ...init,
        }),
      );
    expect(turn({})).to.equal(false);
    expect(shape(element).window).to.deep.equal(shape(element).full);
    expect(turn({ ctrlKey: true })).to.equal(true);
    await element.updateComplete;
    expect(shape(element).window).to.not.deep.equal(shape(element).full);
    // To a pixel or two: the room that the texts of the axes take is not the same.
    const [from, to] = shape(element).window;
    expect((shape(element).timeAt(x) - at) / (to - from)).to.be.closeTo(0, 0.01);
  });

  it('by two fingers, each keeping its time', async () => {
    const element = await zooming();
    await wake(element);
    const { timeAt } = shape(element);
    const [a, b] = [200, 320];
    const times = [timeAt(a), timeAt(b)];
    const touch = (pointerId: number) => ({ pointerType: 'touch', pointerId });
    await point(element, 'pointerdown', a, 60, touch(5));
    await point(element, 'pointerdown', b, 60, touch(6));
    await point(element, 'pointermove', a - 60, 60, touch(5));
    await point(element, 'pointermove', b + 60, 60, touch(6));
    expect(shape(element).timeAt(a - 60)).to.be.closeTo(times[0]!, 1e7);
    expect(shape(element).timeAt(b + 60)).to.be.closeTo(times[1]!, 1e7);
    for (const id of [5, 6]) await point(element, 'pointerup', 0, 0, touch(id));
  });

  it('by two fingers, then moved by the one that stays, until a double tap', async () => {
    const element = await zooming();
    await wake(element);
    const touch = (pointerId: number) => ({ pointerType: 'touch', pointerId });
    await point(element, 'pointerdown', 200, 60, touch(5));
    await point(element, 'pointerdown', 300, 60, touch(6));
    await point(element, 'pointermove', 400, 60, touch(6));
    await point(element, 'pointerup', 400, 60, touch(6));
    const { window, timeAt } = shape(element);
    const time = timeAt(200);
    await point(element, 'pointermove', 150, 60, touch(5));
    expect(shape(element).timeAt(150)).to.be.closeTo(time, 1e7);
    const length = ([from, to]: readonly [number, number]): number => to - from;
    expect(length(shape(element).window)).to.be.closeTo(length(window), 1);
    expect(count(element, '.cross')).to.equal(0);
    await point(element, 'pointerup', 150, 60, touch(5));
    expect(length(shape(element).window)).to.be.closeTo(length(window), 1);
    for (const id of [7, 8]) {
      await point(element, 'pointerdown', 200, 60, touch(id));
      await point(element, 'pointerup', 203, 62, touch(id));
    }
    await element.updateComplete;
    expect(shape(element).window).to.deep.equal(shape(element).full);
  });

  it('by fingers chooses nothing: only a tap does', async () => {
    const element = await zooming({ selectable: '' });
    await wake(element);
    let chosen = 0;
    element.addEventListener('metric-select', () => chosen++);
    const { xOf, yOf } = shape(element);
    const [x, y] = [xOf(Date.UTC(2024, 6)), yOf(45)];
    const touch = { pointerType: 'touch', pointerId: 5 };
    await point(element, 'pointerdown', x - 80, y, touch);
    await point(element, 'pointermove', x, y, touch);
    await point(element, 'pointerup', x, y, touch);
    expect([count(element, '.cross'), chosen]).to.deep.equal([1, 0]);
    await point(element, 'pointerdown', x, y, touch);
    await point(element, 'pointercancel', x, y, touch);
    expect([count(element, '.cross'), chosen]).to.deep.equal([0, 0]);
    await point(element, 'pointerdown', x, y, touch);
    await waitUntil(() => one(element, '.chosen'), 'a mark to choose', { timeout: 4000 });
    await point(element, 'pointerup', x, y, touch);
    expect(chosen).to.equal(1);
  });

  it('shows a button that shows all again, and gives the chart its focus back', async () => {
    const element = await zooming();
    expect(count(element, '.reset')).to.equal(0);
    await wake(element);
    await press(element, '+');
    const button = one<HTMLElement>(element, '.reset');
    expect(button.textContent).to.equal('Reset zoom');
    expect(button.getBoundingClientRect().height).to.be.at.least(24);
    button.click();
    await element.updateComplete;
    expect(count(element, '.reset')).to.equal(0);
    expect(element.shadowRoot!.activeElement).to.equal(sliderOf(element));
  });

  it('brings a point into sight that a key leads to', async () => {
    const element = await zooming();
    await wake(element);
    await press(element, 'End');
    await press(element, '+');
    await press(element, 'Home');
    expect(spoken(element)).to.match(/^January 2024/);
    expect(inSight(element)[0]).to.equal(0);
    expect(count(element, '.cross')).to.equal(1);
  });

  it('does none of it with no-zoom', async () => {
    const element = await zooming({ 'no-zoom': '' });
    await wake(element);
    for (const key of ['+', '-', '0']) expect(await press(element, key), key).to.equal(false);
    await point(element, 'pointerdown', 100, 60);
    await point(element, 'pointermove', 300, 60);
    await point(element, 'pointerup', 300, 60);
    expect(shape(element).window).to.deep.equal(shape(element).full);
  });
});

describe('many points', () => {
  const minute = 60_000;
  const length = 20_000;
  const spike = 12_345;
  function columns(change: (y: Float64Array) => void = () => undefined) {
    const x = Float64Array.from({ length }, (_, i) => Date.UTC(2026, 0, 1) + i * minute);
    const y = Float64Array.from({ length }, (_, i) => 50 + Math.sin(i / 500));
    y[spike] = 90;
    change(y);
    return { x, y };
  }
  const canvasOf = (element: Trend) => one<HTMLCanvasElement>(element, 'canvas');
  const painted = async (element: Trend) => {
    await waitUntil(() => canvasOf(element)?.width > 300, 'a canvas', { timeout: 4000 });
    return canvasOf(element).getContext('2d')!;
  };
  /** Whether there is ink at a position of the plot, in CSS pixels. */
  const inkAt = (context: CanvasRenderingContext2D, x: number, y: number): boolean => {
    const ratio = devicePixelRatio;
    const { data } = context.getImageData(x * ratio - 1, y * ratio - 1, 3, 3);
    return data.some((value, i) => i % 4 === 3 && value > 100);
  };

  it('are drawn on a canvas, the one spike among them', async () => {
    const element = await trend({ metric: 'csat' }, columns());
    const context = await painted(element);
    const { xOf, yOf } = shape(element);
    const x = xOf(Date.UTC(2026, 0, 1) + spike * minute);
    expect(inkAt(context, x, yOf(89.5))).to.equal(true);
    expect(inkAt(context, x, yOf(70))).to.equal(true);
    expect(inkAt(context, x + 8, yOf(70))).to.equal(false);
    expect(
      all(element, '[part=chart] path.path').every((path) => !path.getAttribute('d')),
    ).to.equal(true);
    expect(unreadable(element)).to.deep.equal([]);
  });

  it('are drawn as a line once few of them are in sight', async () => {
    const element = await trend({ metric: 'csat' }, columns());
    await painted(element);
    const at = Date.UTC(2026, 0, 1) + spike * minute;
    element.zoomTo([at - 20 * minute, at + 20 * minute]);
    await element.updateComplete;
    const { xOf, yOf } = shape(element);
    const context = await painted(element);
    expect(inkAt(context, xOf(at), yOf(89.7))).to.equal(true);
    expect(inkAt(context, xOf(at - minute / 2), yOf(70))).to.equal(true);
    expect(inkAt(context, xOf(at - 10 * minute), yOf(70))).to.equal(false);
  });

  it('leave a gap where there are none', async () => {
    const element = await trend(
      { metric: 'csat' },
      columns((y) => y.fill(NaN, 5000, 8000)),
    );
    const context = await painted(element);
    const { xOf, plot } = shape(element);
    const x = Math.round(xOf(Date.UTC(2026, 0, 1) + 6500 * minute) * devicePixelRatio);
    const { data } = context.getImageData(x, 0, 1, plot.bottom * devicePixelRatio);
    expect(data.some(Boolean)).to.equal(false);
  });

  it('are read at the spike that the pointer is on', async () => {
    const element = await trend({ metric: 'csat' }, columns());
    await painted(element);
    await wake(element);
    const { xOf, yOf } = shape(element);
    await point(element, 'pointermove', xOf(Date.UTC(2026, 0, 1) + spike * minute), yOf(88));
    expect(one(element, '.tip').textContent).to.include('CSAT 90%');
  });

  it('are passed by keys in steps that are seen, stopping at what stands out', async () => {
    const element = await trend({ metric: 'csat' }, columns());
    await painted(element);
    await wake(element);
    const at = Date.UTC(2026, 0, 1) + spike * minute;
    await point(element, 'pointermove', shape(element).xOf(at) - 8, 100);
    let x = 0;
    const heard: (string | null)[] = [];
    for (let i = 0; i < 8; i++) {
      await press(element, 'ArrowRight');
      const now = Number(/M([\d.]+)/.exec(one(element, '.cross').getAttribute('d')!)![1]);
      expect(now - x, `step ${i}`).to.be.at.least(0.9);
      x = now;
      heard.push(spoken(element));
    }
    expect(heard.some((text) => text?.includes('CSAT 90%'))).to.equal(true);
  });

  it('take a colour of the theme, and another when it changes', async () => {
    const element = await trend({ metric: 'csat', theme: 'light' }, columns());
    const colour = (context: CanvasRenderingContext2D) => context.fillStyle;
    expect(colour(await painted(element))).to.equal('#2458c6');
    element.theme = 'dark';
    await waitUntil(() => colour(canvasOf(element).getContext('2d')!) === '#7ea6ff');
    element.theme = 'light';
    await waitUntil(() => colour(canvasOf(element).getContext('2d')!) === '#2458c6');
  });

  it('are as sharp as the screen', async () => {
    const element = await trend({ metric: 'csat' }, columns());
    await painted(element);
    const { width } = plotOf(element).getBoundingClientRect();
    expect(canvasOf(element).width).to.equal(Math.round(Math.round(width) * devicePixelRatio));
  });

  /** How far the path of a million points reaches, in pixels from the top of the plot. */
  const reach = (d: string): [top: number, bottom: number] => {
    const ys = [...d.matchAll(/,([\d.]+)|V([\d.]+)/g)].map(([, a, b]) => Number(a ?? b));
    return [Math.min(...ys), Math.max(...ys)];
  };

  it('are a path while the page is printed, the spike in it, and a canvas again', async () => {
    const element = await trend({ metric: 'csat', theme: 'dark' }, columns());
    await painted(element);
    dispatchEvent(new Event('beforeprint'));
    await element.updateComplete;
    expect(count(element, 'canvas')).to.equal(0);
    const path = one(element, '.path.many').getAttribute('d')!;
    const [top] = reach(path);
    expect(Math.abs(top - shape(element).yOf(90))).to.be.below(0.1);
    expect(path.length).to.be.below(60_000);
    dispatchEvent(new Event('afterprint'));
    await element.updateComplete;
    expect(count(element, '.path.many')).to.equal(0);
    await painted(element);
  });

  itAble('emulate media', 'are drawn for the width of the sheet', async () => {
    const element = await trend({ metric: 'csat' }, columns());
    await painted(element);
    const sheet = document.createElement('style');
    sheet.textContent = '@media print { trend-line { width: 400px } }';
    document.head.append(sheet);
    try {
      await emulateMedia({ media: 'print' });
      await waitUntil(() => !count(element, 'canvas'), 'paper');
      expect(shape(element).plot.right).to.be.below(400);
    } finally {
      await emulateMedia({ media: 'screen' });
      sheet.remove();
    }
    await painted(element);
    expect(shape(element).plot.right).to.be.above(400);
  });

  it('are a path in pictures, in the colour of the theme that is asked for', async () => {
    const element = await trend({ metric: 'csat', theme: 'dark' }, columns());
    await painted(element);
    for (const [theme, colour] of [
      ['light', 'rgb(36,88,198)'],
      ['dark', 'rgb(126,166,255)'],
    ] as const) {
      const text = await element.toSVG({ theme });
      const { documentElement: svg } = new DOMParser().parseFromString(text, 'image/svg+xml');
      const path = [...svg.querySelectorAll('path')].find(
        (one) => (one.getAttribute('d')?.length ?? 0) > 2000,
      )!;
      expect(path.getAttribute('stroke')).to.equal(colour);
      const [top] = reach(path.getAttribute('d')!);
      expect(Math.abs(top - shape(element).yOf(90))).to.be.below(0.1);
      expect(svg.querySelectorAll('image')).to.have.length(0);
    }
  });

  it('that fall in time are refused with the place', async () => {
    const element = tile('trend-line', {
      attributes: { lang: 'en', metric: 'csat' },
      properties: { data: { x: [3, 1, 2], y: [1, 2, 3] } },
    });
    await settled(element, 'error');
    expect(saidBy(element)).to.include('x must be finite and rise: 1 after 3 at 1');
  });

  it('may be several series, each with a name', async () => {
    const { x, y } = columns();
    const element = await trend({ metric: 'csat' }, [
      { name: 'chat', x, y },
      { name: 'mail', x, y: y.map((value) => value - 20) },
    ]);
    await painted(element);
    expect(count(element, 'canvas')).to.equal(2);
    expect(saidBy(element)).to.match(/chat 5\d(\.\d)?%[^]*mail 3\d(\.\d)?%/);
  });

  it('few enough are marks of their own, at their own times', async () => {
    const rows = [3, 9, 15].map((hour) => ({
      time: `2026-06-03T${String(hour).padStart(2, '0')}:30:00Z`,
      value: hour,
      n: 40,
    }));
    const element = await trend({ metric: 'csat', 'time-zone': 'Asia/Jakarta' }, rows);
    expect(count(element, 'canvas')).to.equal(0);
    expect(one(element, '[part=chart] path.path').getAttribute('d')!.split('L')).to.have.length(3);
    await wake(element);
    await press(element, 'Home');
    expect(spoken(element)).to.match(/10:30.*CSAT 3%.*n = 40/);
  });
});

describe('four hundred lines', () => {
  const agents = Array.from({ length: 400 }, (_, agent) =>
    months(60 + (agent % 30), 62, 61 + (agent % 20), 65 + (agent % 9)).map((row) => ({
      ...row,
      agent: `Agent ${agent + 1}`,
      n: agent % 50 ? 10 : 900 - agent,
    })),
  ).flat();

  for (const width of [160, 240, 480, 768, 1200])
    it(`name the eight largest and count the others, ${width} px wide`, async () => {
      const element = await trend({ metric: 'csat', by: 'agent', target: '> 70%' }, agents, width);
      const text = saidBy(element);
      for (let agent = 1; agent <= 351; agent += 50)
        expect(text).to.match(new RegExp(`Agent ${agent} \\d`));
      expect(text)
        .to.include('and 392 more')
        .and.not.match(/Agent 2 \d/);
      expect(clipped(element)).to.deep.equal([]);
      expect(overlapping(element)).to.deep.equal([]);
      // One path for all that have no name.
      expect(count(element, '[part=chart] path')).to.be.below(40);
      const { plot } = shape(element);
      expect(plot.right - plot.left).to.be.above(width * 0.4);
      expect(spoken(element))
        .to.match(/^CSAT, 400 series: Agent 1 from /)
        .and.match(/; and 394 more, target >\s70%$/);
    });

  it('are read one by one, also those without a name, told from the others', async () => {
    const element = await trend({ metric: 'csat', by: 'agent' }, agents, 768);
    await wake(element);
    await press(element, 'End');
    for (let i = 0; i < 30; i++) await press(element, 'ArrowUp');
    await press(element, 'ArrowDown');
    expect(spoken(element)).to.match(/^April 2024, Agent \d+ \d\d%\s±/);
    const { stroke } = getComputedStyle(one(element, '.over .rest .path'));
    expect(stroke).to.not.equal(getComputedStyle(one(element, '[part=chart] .rest')).stroke);
    expect(one(element, '.tip').textContent).to.match(/and 39\d more/);
  });
});

describe('a trend looks ahead', () => {
  const wave = Array.from({ length: 36 }, (_, i) => ({
    month: new Date(Date.UTC(2023, i)).toISOString().slice(0, 7),
    value: 50 + 10 * Math.sin(i / 1.91),
  }));

  it('not at all unless asked', async () => {
    const element = await trend({ metric: 'csat' }, wave);
    expect(count(element, '.ahead, .odd, .notes')).to.equal(0);
  });

  it('as many periods as asked for, with the method named and an interval', async () => {
    const element = await trend({ metric: 'csat', forecast: '4' }, wave);
    expect(one(element, '.ahead').getAttribute('d')!.split('L')).to.have.length(5);
    expect(one(element, '.notes').textContent).to.equal(
      'Forecast (95%): Holt-Winters, additive, damped trend',
    );
    expect(new Date(shape(element).full[1]).toISOString().slice(0, 7)).to.equal('2026-04');
    await wake(element);
    await press(element, 'End');
    expect(spoken(element)).to.match(/^April 2026, Forecast: CSAT [\d.]+% \([\d.]+–[\d.]+%\)$/);
  });

  it('and says so where there is too little to go by', async () => {
    const element = await trend({ metric: 'csat', forecast: '2' }, wave.slice(0, 4));
    expect(count(element, '.ahead')).to.equal(0);
    expect(one(element, '.notes').textContent).to.equal('Forecast (95%): too few values');
  });

  it('and rings what is unusual, with the threshold said', async () => {
    const values = Array.from({ length: 30 }, (_, i) => (i === 17 ? 80 : 50 + (i % 3)));
    const element = await trend({ metric: 'csat', unusual: '' }, months(...values));
    expect(count(element, '.odd')).to.equal(1);
    expect(all(element, 'text').map((text) => text.textContent)).to.include('Unusual');
    expect(one(element, '.notes').textContent).to.match(/^Unusual: robust z beyond 3.5/);
  });

  it('and writes beside the ring where the line is not, inside the plot', async () => {
    for (const value of [80, 20]) {
      const values = Array.from({ length: 30 }, (_, i) => (i === 17 ? value : 50 + (i % 3)));
      const element = await trend({ metric: 'csat', unusual: '' }, months(...values), 320);
      const text = all(element, 'text').find((node) => node.textContent === 'Unusual')!;
      const at = text.getBoundingClientRect();
      const box = plotOf(element).getBoundingClientRect();
      const { plot, xOf, yOf } = shape(element);
      const point = { x: box.left + xOf(Date.UTC(2025, 5)), y: box.top + yOf(value) };
      expect(at.top - box.top).to.be.at.least(plot.top - 12);
      expect(at.bottom - box.top).to.be.at.most(plot.bottom + 1);
      expect(at.right).to.be.at.most(box.right);
      // The line comes from above to a low, from below to a high.
      const isBeside = at.left > point.x || at.right < point.x;
      const isOff = value > 50 ? at.bottom < point.y : at.top > point.y;
      expect(isBeside || isOff, String(value)).to.equal(true);
    }
  });

  it('and names its methods in the language of the tile', async () => {
    const data = wave.map((row, i) => (i === 20 ? { ...row, value: 95 } : row));
    const element = await trend({ metric: 'csat', forecast: '4', unusual: '', lang: 'id' }, data);
    expect(one(element, '.notes').textContent).to.equal(
      'Proyeksi (95%): Holt-Winters, aditif, tren teredam · ' +
        'Tidak biasa: skor z kokoh melebihi 3,5 dari median bergerak dengan musim 12',
    );
  });

  it('and says so where nothing is unusual, where too little is known and where nothing was looked for', async () => {
    const note = async (data: unknown, lang: string): Promise<string> => {
      const element = await trend({ metric: 'csat', unusual: '', lang }, data);
      expect(count(element, '.odd')).to.equal(0);
      return one(element, '.notes').textContent;
    };
    const calm = months(...Array.from({ length: 12 }, (_, i) => 50 + (i % 3)));
    const x = Float64Array.from({ length: 3000 }, (_, i) => Date.UTC(2026, 0, 1, 0, i));
    const many = { x, y: x.map((_, i) => 50 + (i % 3)) };
    const z = 'robust z beyond 3.5 from a running median';
    expect(await note(calm, 'en')).to.equal(`Unusual: none found (${z})`);
    expect(await note(calm, 'id')).to.equal(
      'Tidak biasa: tidak ada (skor z kokoh melebihi 3,5 dari median bergerak)',
    );
    expect(await note(calm.slice(0, 4), 'en')).to.equal('Unusual: too few values');
    expect(await note(calm.slice(0, 4), 'id')).to.equal('Tidak biasa: nilai terlalu sedikit');
    expect(await note(many, 'en')).to.equal('Unusual: too many points');
    expect(await note(many, 'id')).to.equal('Tidak biasa: titik terlalu banyak');
    const instants = await trend({ metric: 'csat', forecast: '4' }, many);
    expect(one(instants, '.notes').textContent).to.equal(
      'Forecast (95%): needs an interval, such as day',
    );
  });

  for (const [name, value] of [
    ['forecast', '0'],
    ['forecast', 'four'],
    ['forecast', '1e9'],
    ['unusual', '-1'],
  ] as const)
    it(`refuses ${name}="${value}"`, async () => {
      const element = tile('trend-line', {
        attributes: { lang: 'en', metric: 'csat', [name]: value },
        properties: { data: wave },
      });
      await settled(element, 'error');
      expect(saidBy(element)).to.include(`invalid ${name}: "${value}"; allowed: up to 100`);
    });
});

describe('the marks of a trend', () => {
  const now = new Date();
  const thisMonth = now.toISOString().slice(0, 7);
  const lastMonth = new Date(Date.UTC(now.getUTCFullYear(), now.getUTCMonth() - 1))
    .toISOString()
    .slice(0, 7);
  const before = new Date(Date.UTC(now.getUTCFullYear(), now.getUTCMonth() - 2))
    .toISOString()
    .slice(0, 7);

  it('tell a period that is not over by dashes and by a word', async () => {
    const rows = [before, lastMonth, thisMonth].map((month, i) => ({ month, value: 40 + i }));
    const element = await trend({ metric: 'csat' }, rows);
    expect(count(element, '.open')).to.equal(1);
    expect(one(element, '.notes').textContent).to.match(/: incomplete$/);
    const over = await trend({ metric: 'csat' }, rows.slice(0, 2));
    expect(count(over, '.open, .notes')).to.equal(0);
  });

  it('name eight lines of twelve and count the others', async () => {
    const rows = Array.from({ length: 12 }, (_, team) =>
      months(40 + team, 41 + team).map((row) => ({ ...row, team: `T${team}`, n: 100 + team })),
    ).flat();
    const element = await trend({ metric: 'csat', by: 'team' }, rows, 900);
    expect(count(element, '.name')).to.equal(8);
    expect(count(element, '[part=chart] path.path')).to.equal(9);
    expect(saidBy(element)).to.include('and 4 more');
    expect(count(element, '.area')).to.equal(0);
    // The largest have the names.
    expect(all(element, '.name').map((name) => name.textContent!.split(' ')[0])).to.include('T11');
    await wake(element);
    await press(element, 'End');
    for (let i = 0; i < 11; i++) await press(element, 'ArrowUp');
    for (let i = 0; i < 11; i++) await press(element, 'ArrowDown');
    expect(spoken(element)).to.match(/T0 41%/);
    expect(all(element, '.tip p').length).to.be.below(13);
  });

  it('shorten the label of an event and keep all of it as its title', async () => {
    const label = 'A new interactive voice response in all languages of the country';
    const events = JSON.stringify([{ date: '2024-02-10', label }]);
    const element = await trend({ metric: 'csat', events }, months(40, 41, 42, 43), 300);
    const [text] = all(element, 'text:has(title)');
    expect(text!.querySelector('title')!.textContent).to.include(label);
    expect(text!.lastChild!.parentElement!.textContent).to.include('…');
  });

  it('number events that have no room for their names, and list them below', async () => {
    const events = JSON.stringify(
      ['Chat opened', 'New telephone system', 'New IVR', 'Training of all teams'].map(
        (label, i) => ({ date: `2024-0${i + 1}-10`, label }),
      ),
    );
    const element = await trend({ metric: 'csat', events }, months(40, 41, 42, 43, 44), 200);
    expect(all(element, 'text:has(title)').map((text) => text.lastChild!.nodeValue)).to.deep.equal([
      '1',
      '2',
      '3',
      '4',
    ]);
    const listed = all(element, '.notes span').map((note) => note.textContent!.split(' · ')[0]);
    expect(listed).to.deep.equal([
      '1\u00a0Chat opened',
      '2\u00a0New telephone system',
      '3\u00a0New IVR',
      '4\u00a0Training of all teams',
    ]);
  });

  it('keep an event whose ready values cannot be put together for a test', async () => {
    const events = JSON.stringify([{ date: '2024-02-10', label: 'New IVR' }]);
    const element = await trend({ metric: 'aht', events }, months(40, 41, 42, 43));
    expect(all(element, 'title').map((title) => title.textContent)).to.deep.equal(['New IVR']);
    const shares = months(40, 41, 82, 83).map((row) => ({ ...row, n: 500 }));
    const tested = await trend({ metric: 'csat', events }, shares);
    expect(one(tested, 'title').textContent).to.match(/^New IVR · \+42 points \(p < 0.001\)$/);
  });

  it('keep an event of the last period', async () => {
    const events = JSON.stringify([{ date: '2024-03-20', label: 'Late' }]);
    const element = await trend({ metric: 'csat', events }, months(40, 41, 42));
    expect(saidBy(element)).to.include('Late');
  });

  it('step with a target that changes', async () => {
    const target = JSON.stringify([
      { from: '2024-01-01', target: '> 30' },
      { from: '2024-04-01', target: '> 60' },
    ]);
    const element = await trend({ metric: 'csat', target }, months(40, 41, 42, 43));
    expect(one(element, '.goal').getAttribute('d')!.split('L')).to.have.length(4);
    expect(saidBy(element)).to.include('Target 60%');
    // The name of a step is that of the newest in sight.
    await wake(element);
    await press(element, 'Home');
    await press(element, '+');
    expect(saidBy(element)).to.include('Target 30%').and.not.include('Target 60%');
  });

  it('are held to the target of their time, and to none before it begins', async () => {
    const steps = (...given: [from: string, target: string][]) =>
      JSON.stringify(given.map(([from, target]) => ({ from, target })));
    const said = async (target: string) =>
      spoken(await trend({ metric: 'csat', target }, months(40, 41, 42, 43)));
    expect(await said(steps(['2024-01-01', '> 42'], ['2024-05-01', '> 60']))).to.match(
      /, on target 42%$/,
    );
    expect(await said(steps(['2024-01-01', '> 30'], ['2024-03-01', '> 60']))).to.match(
      /, below target 60%$/,
    );
    expect(await said(steps(['2025-01-01', '> 60']))).to.not.include('target');
  });

  it('refuse a target in another unit', async () => {
    const element = await trend({ metric: 'csat' }, months(40, 41));
    element.target = '< 2 min';
    await waitUntil(() => element.status === 'stale', 'the failure', { timeout: 4000 });
    expect(saidBy(element)).to.include('in seconds, the metric in percent');
  });

  it('stay as they are when nothing has changed', async () => {
    const element = await trend({ events: '[{"date":"2026-09-10","label":"x"}]' }, [
      ...rowsFor['trend-line'],
    ]);
    const records: MutationRecord[] = [];
    const observer = new MutationObserver((list) => records.push(...list));
    const watched = { childList: true, subtree: true, attributes: true, characterData: true };
    observer.observe(element.shadowRoot!, watched);
    element.requestUpdate();
    await element.updateComplete;
    await pause(20);
    observer.disconnect();
    expect(records).to.be.empty;
  });

  it('run from left to right in a page that does not', async () => {
    const element = await trend({ metric: 'csat', dir: 'rtl' }, months(40, 41, 42));
    const { xOf } = shape(element);
    expect(xOf(Date.UTC(2024, 0))).to.be.below(xOf(Date.UTC(2024, 2)));
    expect(getComputedStyle(plotOf(element)).direction).to.equal('ltr');
  });
});
