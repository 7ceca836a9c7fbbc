/** The sequences of ../shared/corpora/dates.json: the engine's periods and the line that is drawn of them. */
import { expect, waitUntil } from '@open-wc/testing';
import type { TrendLine } from '../../src';
import { tabulate } from '../../src/metrics';
import { describeShared, sharedJson } from '../support/shared';
import { room, settled, tile, unreadable } from './tile';

interface Sequence {
  name: string;
  zone?: string;
  from?: string;
  to?: string;
  fromUtc?: string;
  hours?: number;
  expectTicks?: number;
  expectPoints?: number;
  dates?: string[];
}

const HOUR = 3_600_000;

const stepped = (from: number, count: number, step: number): string[] =>
  Array.from({ length: count }, (_, i) => new Date(from + i * step).toISOString());

/** Calendar days from one to another, both included. */
const daysOf = (from: string, to: string): string[] =>
  stepped(
    Date.parse(from),
    Math.round((Date.parse(to) - Date.parse(from)) / (24 * HOUR)) + 1,
    24 * HOUR,
  ).map((day) => day.slice(0, 10));

async function lineOf(
  times: readonly string[],
  { interval, zone = 'UTC' }: { interval: string; zone?: string },
): Promise<TrendLine> {
  const box = room();
  box.style.width = '900px';
  const element = tile('trend-line', {
    attributes: { lang: 'en', metric: 'nps', interval, 'time-zone': zone },
    properties: { data: times.map((created_at, i) => ({ created_at, score: i % 2 ? 9 : 3 })) },
    into: box,
  });
  await settled(element, 'ready');
  const trend = element as unknown as TrendLine;
  await waitUntil(() => !!trend.view, 'a drawing', { timeout: 4000 });
  expect(unreadable(element)).to.deep.equal([]);
  return trend;
}

const pointsOf = (trend: TrendLine) => trend.view!.series[0]!.points;

describeShared('sequences of ../shared/corpora/dates.json', () => {
  let sequences: Map<string, Sequence>;
  before(async () => {
    const corpus = await sharedJson<{ sequences: Sequence[] }>('corpora/dates.json');
    sequences = new Map(corpus.sequences.map((one) => [one.name, one]));
    expect(sequences.size).to.equal(8);
  });

  for (const name of [
    'daily over spring change',
    'daily over autumn change',
    'day that starts at 01:00',
  ])
    it(`${name}: a point and a tick for each calendar day`, async () => {
      const { zone, from, to, expectTicks } = sequences.get(name)!;
      const days = daysOf(from!, to!);
      expect(days).to.have.length(expectTicks!);
      const cells = tabulate(
        days.map((created_at) => ({ created_at, score: 9 })),
        { metric: 'nps', interval: 'day', timeZone: zone },
      );
      expect(cells.map(({ period }) => period)).to.deep.equal(days);
      const trend = await lineOf(days, { interval: 'day', zone });
      expect(pointsOf(trend).map(({ period }) => period)).to.deep.equal(days);
      const { xTicks } = trend.view!.shape;
      expect(xTicks.map(({ time }) => new Date(time).toISOString().slice(0, 10))).to.deep.equal(
        days,
      );
      const gaps = xTicks.slice(2, -1).map(({ x }, i) => x - xTicks[i + 1]!.x);
      for (const gap of gaps) expect(gap).to.be.closeTo(gaps[0]!, 0.02);
    });

  it('hourly over autumn change: each hour of the long day is a point of its own', async () => {
    const { zone, fromUtc, hours, expectPoints } = sequences.get('hourly over autumn change')!;
    const times = stepped(Date.parse(fromUtc!), hours!, HOUR);
    const cells = tabulate(
      times.map((created_at) => ({ created_at, score: 9 })),
      { metric: 'nps', interval: 'hour', timeZone: zone },
    );
    expect(cells).to.have.length(expectPoints!);
    expect(cells.every(({ result }) => result.n === 1)).to.equal(true);
    const points = pointsOf(await lineOf(times, { interval: 'hour', zone }));
    expect(points).to.have.length(expectPoints!);
    points.slice(1).forEach(({ x }, i) => expect(x).to.be.above(points[i]!.x));
  });

  it('unsorted: the line rises in time', async () => {
    const { dates } = sequences.get('unsorted')!;
    const trend = await lineOf(dates!, { interval: 'day' });
    expect(pointsOf(trend).map(({ period }) => period)).to.deep.equal([...dates!].sort());
    expect(pointsOf(trend).map(({ y }) => y)).to.deep.equal([100, -100, -100]);
  });

  it('duplicate: answers of one day are one point of both', async () => {
    const { dates } = sequences.get('duplicate')!;
    const points = pointsOf(await lineOf(dates!, { interval: 'day' }));
    expect(points.map(({ period, y }) => [period, y])).to.deep.equal([
      ['2026-01-01', 0],
      ['2026-01-02', -100],
    ]);
  });

  it('one point: a dot and no line', async () => {
    const trend = await lineOf(sequences.get('one point')!.dates!, { interval: 'day' });
    const { path, dots, last } = trend.view!.shape.series[0]!;
    expect(path).to.not.match(/[LHVC]/);
    expect([dots.length, last?.isEnd]).to.deep.equal([1, true]);
  });

  it('month ends: three months, none passed over', async () => {
    const { dates } = sequences.get('month ends')!;
    const points = pointsOf(await lineOf(dates!, { interval: 'month' }));
    expect(points.map(({ period, y }) => [period, y])).to.deep.equal([
      ['2026-01', -100],
      ['2026-02', 100],
      ['2026-03', -100],
    ]);
  });
});
