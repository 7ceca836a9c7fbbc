import { expect } from '@open-wc/testing';
import fc from 'fast-check';
import { layEvents } from '../../src/charts/events';
import { lineChart, type LineInput, type LinePoint, type LineSize } from '../../src/charts/line';
import { clip } from '../../src/charts/zoom';
import { double, holdsOnlyNumbers } from './doubles';

const day = 86_400_000;
const size: LineSize = {
  width: 220,
  height: 122,
  formatY: (value) => String(value),
  formatX: (time) => new Date(time).toISOString().slice(5, 10),
  charWidth: 6,
};
const points = (...ys: (number | null)[]): LinePoint[] => ys.map((y, i) => ({ x: i * day, y }));
const chart = (input: Partial<LineInput> & { ys?: (number | null)[] }, other = size) =>
  lineChart({ series: [{ points: points(...(input.ys ?? [])) }], clip, ...input }, other);

describe('a line chart', () => {
  it('draws values on ticks that are round, with room for their texts', () => {
    const shape = chart({ ys: [0, 10, 20] });
    expect(shape.plot).to.deep.equal({ left: 22, right: 210, top: 12, bottom: 100 });
    expect(shape.yTicks.map(({ text }) => text)).to.deep.equal(['0', '10', '20']);
    expect(shape.series[0]!.path).to.equal('M22,95.29L116,56L210,16.71');
    expect(shape.xTicks.map(({ text }) => text)).to.deep.equal(['01-01', '01-02', '01-03']);
  });

  it('leaves a gap where a value is missing, and shows a point alone as a dot', () => {
    const { series, xOf } = chart({ ys: [1, 2, null, 2, null, 1, 1] });
    const { path, dots } = series[0]!;
    expect(path.match(/M/g)).to.have.length(3);
    expect(dots).to.have.length(1);
    expect(dots[0]!.x).to.equal(xOf(3 * day));
  });

  it('puts one point in the middle, with room around it', () => {
    const { series, plot } = chart({ ys: [5] });
    const middle = { x: (plot.left + plot.right) / 2, y: (plot.top + plot.bottom) / 2 };
    expect(series[0]!.dots).to.deep.equal([middle]);
  });

  it('of no points has axes and no marks', () => {
    const shape = chart({ ys: [] });
    expect(shape.series[0]).to.deep.include({ path: '', band: '', dots: [], last: null });
    expect(shape.yTicks).to.not.be.empty;
  });

  it('sets the last step apart where its period is not over', () => {
    const input = { series: [{ points: points(1, 2, 3), open: true }] };
    const { path, tail } = chart(input).series[0]!;
    expect([path.match(/L/g)?.length, tail.match(/L/g)?.length]).to.deep.equal([1, 1]);
    expect(path.split('L').at(-1)).to.equal(tail.slice(1).split('L')[0]);
    expect(
      chart({ series: [{ points: points(1, null, 3), open: true }] }).series[0]!.tail,
    ).to.equal('');
  });

  it('continues into the forecast from the last full period, its width growing from none', () => {
    const ahead = [{ x: 3 * day, y: 4, low: 3, high: 5 }];
    const shape = chart({ series: [{ points: points(1, 2, 3), ahead }] });
    expect(shape.full).to.deep.equal([0, 3 * day]);
    expect(shape.series[0]!.ahead.startsWith(`M${shape.xOf(2 * day)},${shape.yOf(3)}L`)).to.equal(
      true,
    );
    const open = chart({ series: [{ points: points(1, 2, 3), ahead, open: true }] });
    expect(open.series[0]!.ahead.startsWith(`M${open.xOf(day)},${open.yOf(2)}L`)).to.equal(true);
  });

  it('keeps values that are all equal inside the bounds of the metric', () => {
    for (const value of [0, 40, 100]) {
      const { yTicks, series, plot } = chart({ ys: [value, value], bounds: [0, 100] });
      for (const tick of yTicks) expect(tick.value, String(value)).to.be.within(0, 100);
      expect(series[0]!.last!.y).to.be.within(plot.top, plot.bottom);
    }
    const free = chart({ ys: [40, 40] });
    expect(free.series[0]!.last!.y).to.equal((free.plot.top + free.plot.bottom) / 2);
  });

  it('names two times at least, where there is room for their texts', () => {
    const weeks = Array.from({ length: 60 }, (_, i) => ({
      x: Date.UTC(2025, 8, 1) + i * 7 * day,
      y: i,
    }));
    const { xTicks } = lineChart({ series: [{ points: weeks }] }, { ...size, least: 7 * day });
    expect(xTicks.map(({ text }) => text)).to.deep.equal(['01-01', '07-01']);
  });

  it('does not pass the bounds of the metric, unless a value does', () => {
    const bounds = [0, 100] as const;
    const inside = chart({ ys: [1, 99], bounds });
    expect([inside.valueAt(100), inside.valueAt(inside.plot.top)]).to.deep.equal([0, 100]);
    const outside = chart({ ys: [-5, 120], bounds });
    expect(outside.valueAt(100)).to.equal(-5);
    expect(outside.valueAt(outside.plot.top)).to.equal(120);
  });

  it('ticks durations at whole minutes', () => {
    const { yTicks } = chart({ ys: [100, 400], isDuration: true });
    for (const { value } of yTicks) expect(value % 60).to.equal(0);
  });

  it('ticks durations of days at whole and half days, where there is room for no more', () => {
    for (const ys of [
      [50_000, 190_000],
      [0, 300_000],
      [86_400, 864_000],
    ]) {
      const { yTicks } = chart({ ys, isDuration: true });
      expect(yTicks.length).to.be.at.least(2);
      for (const { value } of yTicks) expect(value % 43_200, ys.join()).to.equal(0);
    }
  });

  it('follows a window with both axes, lines reaching its edges', () => {
    const shape = chart({ ys: [0, 100, 0, 10, 20], window: [2.5 * day, 4 * day] });
    expect(shape.window).to.deep.equal([2.5 * day, 4 * day]);
    expect(shape.full).to.deep.equal([0, 4 * day]);
    expect(shape.valueAt(shape.plot.top)).to.be.below(25);
    expect(shape.series[0]!.path).to.equal(
      `M${shape.plot.left},${shape.yOf(5)}L${shape.xOf(3 * day)},${shape.yOf(10)}L${shape.plot.right},${shape.yOf(20)}`,
    );
  });

  it('draws a line that only crosses the window', () => {
    const shape = chart({ ys: [0, 100], window: [0.4 * day, 0.6 * day] });
    expect(shape.series[0]!.path).to.equal(
      `M${shape.plot.left},${shape.yOf(40)}L${shape.plot.right},${shape.yOf(60)}`,
    );
    expect(shape.series[0]!.last?.isEnd).to.equal(false);
  });

  it('steps where the target changes', () => {
    const target = [
      { x: 0, low: 1, high: 1 },
      { x: day, low: 2, high: 2 },
    ];
    const { target: path, xOf, yOf, plot } = chart({ ys: [1, 2, 3], target });
    expect(path).to.equal(
      `M${plot.left},${yOf(1)}L${xOf(day)},${yOf(1)}L${xOf(day)},${yOf(2)}L${plot.right},${yOf(2)}`,
    );
    const range = chart({ ys: [1, 2, 3], target: [{ x: null, low: 1, high: 3 }] });
    expect(range.target.match(/M/g)).to.have.length(2);
  });

  it('puts labels beside the lines where they fit, apart from each other, else not', () => {
    const series = ['chat', 'mail'].map((label) => ({ points: points(1, 2), label }));
    const wide = chart(
      { series, target: [{ x: null, low: 2, high: 2, label: 'Target 2' }] },
      {
        ...size,
        width: 400,
      },
    );
    expect(wide.labelsFit).to.equal(true);
    expect(wide.labels.map(({ text, of }) => `${of} ${text}`)).to.deep.equal([
      'series chat',
      'series mail',
      'target Target 2',
    ]);
    const ys = wide.labels.map(({ y }) => y).sort((a, b) => a - b);
    expect(Math.min(ys[1]! - ys[0]!, ys[2]! - ys[1]!)).to.be.at.least(15);
    expect(chart({ series }, { ...size, width: 126 }).labelsFit).to.equal(false);
  });

  it('keeps events in the window, with their place in the list', () => {
    const events = [0.5, 1.5, 3.5].map((x) => ({ x: x * day, name: 'e', test: '' }));
    const shape = chart({
      ys: [1, 2, 3, 4, 5],
      layEvents: (room) => layEvents(events, room),
      window: [day, 3 * day],
    });
    expect(shape.events.map(({ index, label }) => [index, !!label])).to.deep.equal([
      [0, false],
      [1, true],
    ]);
    expect(shape.events[0]!.x).to.equal(shape.plot.left);
  });

  it('takes the scales of many points from their source', () => {
    const source = {
      span: [0, 10 * day] as const,
      extent: () => [3, 7] as const,
      last: () => ({ x: 9 * day, y: 4 }),
    };
    const shape = chart({ series: [{ points: [], source }] });
    expect(shape.full).to.deep.equal([0, 10 * day]);
    expect(shape.valueAt(100)).to.be.closeTo(2.76, 1e-9);
    expect(shape.series[0]!.last).to.deep.include({ x: shape.xOf(9 * day), y: shape.yOf(4) });
  });

  it('marks local midnights where x is an instant', () => {
    const hours = 7 * 3_600_000;
    const shape = chart(
      { ys: [1, 2, 3] },
      { ...size, toWall: (time) => time + hours, fromWall: (wall) => wall - hours },
    );
    for (const { time } of shape.xTicks) expect((time + hours) % day).to.equal(0);
  });

  it('holds nothing but finite numbers, whatever the values and the size', () => {
    const value = fc.option(double);
    fc.assert(
      fc.property(
        fc.array(fc.record({ y: value, low: value, high: value }), { maxLength: 30 }),
        double,
        fc.integer({ min: 0, max: 2000 }),
        fc.integer({ min: 0, max: 500 }),
        fc.constantFrom([null, null], [0, 100], [-100, 100]),
        (rows, mark, width, height, bounds) => {
          const series = [{ points: rows.map((row, i) => ({ x: i * day, ...row })), label: 'a' }];
          const shape = lineChart(
            {
              series,
              bounds: bounds as [number | null, number | null],
              target: Number.isFinite(mark)
                ? [{ x: null, low: mark, high: mark, label: 'Target' }]
                : [],
            },
            { ...size, width, height, formatY: () => '1' },
          );
          const drawn = Object.values(shape).filter((value) => typeof value !== 'function');
          expect(holdsOnlyNumbers(drawn)).to.equal(true);
        },
      ),
      { numRuns: 300 },
    );
  });
});
