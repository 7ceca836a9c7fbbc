import { letterWidth, spread } from './labels';
import type { LineInput, LinePoint, LineSeries, LineSize } from './line-input';
import type { LineLabel, LineShape, Spot } from './line-shape';
import { extentOf, known, round, spanOf, xAxis, yAxis } from './line-scales';
import { bandPath, linePath } from './path';
import { timeTicks } from './time-ticks';

export type {
  LineInput,
  LinePoint,
  LineSeries,
  LineSize,
  PointSource,
  TargetMark,
} from './line-input';

export type { LineShape, Spot } from './line-shape';

/** Height of one row of event labels, and distance of labels at the right. */
const rowHeight = 15;

/** Positions of everything in a line chart; pure, rounded to 1/100. */
export function lineChart(input: LineInput, size: LineSize): LineShape {
  const char = size.charWidth ?? letterWidth;
  const { width, height, toWall = (t) => t } = size;
  const full = spanOf(input.series);
  const window = input.window ?? full;
  const [t0, t1] = window;
  const { clip = (points) => points } = input;
  const shown = input.series.map((s) => clip(s.points, window));
  const ahead = input.series.map((s) => clip(joinAhead(s), window));

  const bottom = Math.max(30, height - 22);
  const [low, high] = extentOf(input, [...shown, ...ahead], window);
  const y = yAxis(low, high, Math.max(2, Math.min(6, (bottom - 10) / 36)), input);
  const texts = y.marks.map((mark) => size.formatY(mark, y.step));
  const left = round(10 + char * Math.max(1, ...texts.map((text) => text.length)));
  const steps = input.target ?? [];
  const goal = steps.findLast((step) => (step.x ?? t0) <= t1);
  const labels = labelsOf(input, goal?.label);
  const labelWidth = 14 + char * 1.06 * Math.max(0, ...labels.map(({ text }) => text.length));
  const labelsFit =
    labels.length > 0 && labelWidth < width * 0.3 && labels.length * rowHeight <= bottom - 20;
  const right = round(Math.max(left + 20, width - (labelsFit ? labelWidth : 10)));
  const xOf = (t: number): number => round(left + ((t - t0) / (t1 - t0)) * (right - left));

  const events =
    input.layEvents?.({
      full,
      window,
      until: input.until,
      width,
      rows: height < 160 ? 1 : 2,
      charWidth: char,
      xOf,
    }) ?? [];
  const rows = events.reduce(
    (most, { label }) => (label?.text ? Math.max(most, label.row + 1) : most),
    0,
  );
  const top = Math.min(bottom - 20, 12 + rows * rowHeight + (size.reserve ?? 0));
  const yOf = (v: number): number =>
    round(
      bottom -
        ((Math.min(y.top, Math.max(y.bottom, v)) - y.bottom) / (y.top - y.bottom)) * (bottom - top),
    );

  const drawLine = (points: readonly LinePoint[] = []): string =>
    linePath(points.map((p) => (known(p.y) ? [xOf(p.x), yOf(p.y)] : null)));
  const drawBand = (points: readonly LinePoint[] = []): string =>
    bandPath(
      points.map((p) =>
        known(p.y) && known(p.low) && known(p.high) ? [xOf(p.x), yOf(p.low), yOf(p.high)] : null,
      ),
    );
  const spot = (p: LinePoint): Spot => ({ x: xOf(p.x), y: yOf(p.y as number) });

  const series = input.series.map(({ points, open, source }, i) => {
    const all = shown[i]!;
    // Dashed from the last full period on, where the open one is in sight and has a neighbour.
    const dashed =
      open && all.at(-1) === points.at(-1) && known(all.at(-1)?.y) && known(all.at(-2)?.y);
    const isEnd = ({ x }: LinePoint): boolean =>
      x === (source?.last(Infinity) ?? points.findLast((p) => known(p.y)))?.x;
    const last = source ? source.last(t1) : all.findLast((p) => known(p.y));
    return {
      path: drawLine(dashed ? all.slice(0, -1) : all),
      tail: dashed ? drawLine(all.slice(-2)) : '',
      band: drawBand(all),
      ahead: drawLine(ahead[i]),
      aheadBand: drawBand(ahead[i]),
      dots: all
        .filter((p, j) => known(p.y) && !known(all[j - 1]?.y) && !known(all[j + 1]?.y))
        .map(spot),
      last: last && last.x >= t0 ? { ...spot(last), isEnd: isEnd(last) } : null,
    };
  });

  const limit = (of: 'low' | 'high'): string =>
    steps.reduce((path, step, i) => {
      const from = Math.max(t0, step.x ?? t0);
      const to = Math.min(t1, steps[i + 1]?.x ?? t1);
      if (to < from) return path;
      return `${path}${path ? 'L' : 'M'}${xOf(from)},${yOf(step[of])}L${xOf(to)},${yOf(step[of])}`;
    }, '');

  const ends = labels.map(({ of, index }) =>
    of === 'series'
      ? (series[index]!.last?.y ?? top)
      : yOf(of === 'target' ? (goal?.high ?? 0) : input.benchmark!.value),
  );

  const count = Math.max(2, Math.floor((right - left) / 64));
  const ticksOf = (most: number) => timeTicks(toWall(t0), toWall(t1), most, size.least);
  let xTicks = ticksOf(count);
  // One time alone does not tell how fast it passes.
  if (xTicks.times.length < 2) xTicks = ticksOf(count * 2);

  return {
    plot: { left, right, top, bottom },
    yTicks: y.marks.map((value, i) => ({ y: yOf(value), value, text: texts[i] as string })),
    xTicks: xAxis(xTicks.times, xTicks.step, size, xOf, char),
    series,
    target: limit('low') + (steps.some((step) => step.high > step.low) ? limit('high') : ''),
    benchmark: input.benchmark ? yOf(input.benchmark.value) : null,
    events,
    labels: spread(ends, rowHeight, top, bottom).map((at, i) => ({ ...labels[i]!, y: at })),
    labelsFit,
    full,
    window,
    xOf,
    yOf,
    valueAt: (at) => y.bottom + ((bottom - at) / (bottom - top)) * (y.top - y.bottom),
    timeAt: (x) => t0 + ((x - left) / (right - left)) * (t1 - t0),
  };
}

/** Forecast points from the last known one on, with no width there. */
function joinAhead({ points, ahead, open }: LineSeries): readonly LinePoint[] {
  if (!ahead?.length) return [];
  const past = open ? points.slice(0, -1) : points;
  const from = past.findLast((p) => known(p.y));
  return from ? [{ x: from.x, y: from.y, low: from.y, high: from.y }, ...ahead] : ahead;
}

function labelsOf(
  { series, benchmark }: LineInput,
  goal: string | undefined,
): Omit<LineLabel, 'y'>[] {
  const labels: Omit<LineLabel, 'y'>[] = [];
  series.forEach(({ label }, index) => {
    if (label) labels.push({ text: label, of: 'series', index });
  });
  if (goal) labels.push({ text: goal, of: 'target', index: 0 });
  if (benchmark) labels.push({ text: benchmark.label, of: 'benchmark', index: 0 });
  return labels;
}
