/** Series of odd values and values outside their domain: ../shared/corpora/naughty-numbers.json. */
import { expect, waitUntil } from '@open-wc/testing';
import type { Result, TrendLine } from '../../src';
import {
  compareBenchmark,
  compareWith,
  compute,
  forecast,
  metricById,
  metrics,
  movingAverage,
  unusual,
} from '../../src/metrics';
import { describeShared, sharedJson } from '../support/shared';
import { partText, room, saidBy, settled, tile, unreadable, type Tile } from './tile';

type Values = (number | null)[];

interface Corpus {
  arrays: { name: string; values: Values }[];
  domainRules: { el: string; rule: string; bad: number[] }[];
}

/** What is not finite in a value of any shape, by its path. */
function notFinite(value: unknown, path = ''): string[] {
  if (typeof value === 'number') return Number.isFinite(value) ? [] : [`${path}: ${value}`];
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, one]) => notFinite(one, `${path}.${key}`));
}

const monthOf = (i: number): string => new Date(Date.UTC(2024, i)).toISOString().slice(0, 7);

function wide(tag: string, attributes: Record<string, string>, data: unknown): Tile {
  const box = room();
  box.style.width = '700px';
  return tile(tag, {
    attributes: { lang: 'en', ...attributes },
    properties: data ? { data } : {},
    into: box,
  });
}

describeShared('arrays of ../shared/corpora/naughty-numbers.json', () => {
  let corpus: Corpus;
  before(async () => {
    corpus = await sharedJson<Corpus>('corpora/naughty-numbers.json');
    expect(corpus.arrays.length).to.equal(19);
  });

  it('give finite figures only, whichever metric they are answers of', () => {
    for (const { name, values } of corpus.arrays)
      for (const { id, fields } of metrics) {
        const recordsOf = (names: readonly string[]) =>
          values.map((value) => Object.fromEntries(names.map((field) => [field, value])));
        const answers = recordsOf([...fields, 'value']);
        for (const records of [answers, recordsOf([...fields, 'value', 'count'])]) {
          let result: Result;
          try {
            result = compute(id, { records });
          } catch (error) {
            expect(error, `${id} of ${name}`).to.be.instanceOf(RangeError);
            continue;
          }
          expect(notFinite(result), `${id} of ${name}`).to.deep.equal([]);
        }
      }
  });

  it('give finite changes from any value to any other', () => {
    const clv = metricById('clv');
    const ready = (value: number) => compute(clv, { value });
    const all = [...new Set(corpus.arrays.flatMap(({ values }) => values))].filter(
      (value) => value !== null,
    );
    for (const before of all)
      for (const after of all)
        for (const change of [
          compareWith(clv, ready(before), ready(after)),
          compareBenchmark(ready(after), before),
        ])
          expect(notFinite(change), `${before} to ${after}`).to.deep.equal([]);
  });

  it('give finite averages, forecasts and unusual points', () => {
    for (const { name, values } of corpus.arrays) {
      // Twelve at least, so that there is something to judge by.
      const long = Array.from({ length: 12 }, (_, i) => values[i % values.length] ?? null);
      for (const series of [values, long]) {
        expect(notFinite(movingAverage(series, 2)), name).to.deep.equal([]);
        expect(notFinite(unusual(series)), name).to.deep.equal([]);
        expect(notFinite(forecast(series, { steps: 3 })), name).to.deep.equal([]);
        expect(notFinite(forecast(series, { steps: 3, season: 4 })), name).to.deep.equal([]);
      }
    }
  });

  it('are drawn by trend-line, each value where it belongs', async function () {
    this.timeout(30_000);
    for (const { name, values } of corpus.arrays) {
      const rows = values.map((value, i) => ({ month: monthOf(i), value }));
      const element = wide('trend-line', { metric: 'clv' }, rows);
      await settled(element, 'ready', 'empty');
      const isEmpty = values.every((value) => value === null);
      expect(element.status, name).to.equal(isEmpty ? 'empty' : 'ready');
      if (!isEmpty) {
        const trend = element as unknown as TrendLine;
        await waitUntil(() => !!trend.view, `a drawing of ${name}`, { timeout: 4000 });
        expect(
          trend.view!.series[0]!.points.map(({ y }) => y),
          name,
        ).to.deep.equal(values);
        const { series, yTicks, xTicks, plot } = trend.view!.shape;
        expect(notFinite([series, yTicks, xTicks, plot]), name).to.deep.equal([]);
        const ys = yTicks.map(({ y }) => y);
        expect(new Set(yTicks.map(({ text }) => text)).size, `${name}: ticks told apart`).to.equal(
          ys.length,
        );
      }
      expect(unreadable(element), name).to.deep.equal([]);
      element.remove();
    }
  });

  it('are courses of the KPI table', async () => {
    for (const { name, values } of corpus.arrays) {
      const row = { metric: 'calls', value: values.at(-1) ?? null, trend: values, target: '> 1' };
      const element = wide('kpi-target-table', {}, [row]);
      await settled(element, 'ready', 'empty');
      expect(unreadable(element), name).to.deep.equal([]);
      element.remove();
    }
  });
});

describeShared('domain rules of ../shared/corpora/naughty-numbers.json', () => {
  let rules: Map<string, number[]>;
  before(async () => {
    const corpus = await sharedJson<Corpus>('corpora/naughty-numbers.json');
    rules = new Map(corpus.domainRules.map(({ el, bad }) => [el, bad]));
    expect([...rules.keys()]).to.have.length(4);
  });

  it('nps-gauge: no score beyond −100 to 100', async () => {
    for (const value of rules.get('nps-gauge')!) {
      expect(() => compute('nps', { value, n: 200 })).to.throw(RangeError, 'outside -100 to 100');
      const ways: Record<string, string>[] = [
        { value: String(value) },
        { data: JSON.stringify({ value }) },
      ];
      for (const given of ways) {
        const element = wide('nps-gauge', given, undefined);
        await settled(element, 'error', 'empty');
        expect((element.result as Result | null)?.value ?? null, `${value}`).to.equal(null);
      }
    }
  });

  it('nps-gauge: the three groups are people, and make up the total', () => {
    const { promoters, passives, detractors, n } = compute('nps', {
      components: { promoters: 120, passives: 50, detractors: 30 },
    });
    expect(promoters! + passives! + detractors!).to.equal(n);
    for (const detractors of [-1, -0.5, NaN, Infinity])
      expect(() =>
        compute('nps', { components: { promoters: 120, passives: 50, detractors } }),
      ).to.throw(RangeError, 'invalid detractors');
    expect(() =>
      compute('nps', { components: { promoters: 1, passives: 1, detractors: 1.5 } }),
    ).to.throw(RangeError);
  });

  it('csat-card: a share is 0 to 100, an answer a step of its scale', async () => {
    const bad = rules.get('csat-card')!;
    for (const value of bad.filter((one) => one < 0 || one > 100)) {
      expect(() => compute('csat', { value, n: 200 })).to.throw(RangeError, 'outside 0 to 100');
      const element = wide('csat-card', { value: String(value) }, undefined);
      await settled(element, 'error', 'empty');
      expect((element.result as Result | null)?.value ?? null, `${value}`).to.equal(null);
    }
    for (const scale of ['1-5', '1-7'])
      for (const score of bad) {
        const { n, invalid } = compute('csat', { records: [{ score }] }, { scale });
        expect([n, invalid], `${score} on ${scale}`).to.deep.equal([0, 1]);
      }
  });

  it('kpi-target-table: no ratio to a target of 0, and a negative target keeps its sign', async () => {
    const rows = [
      { metric: 'Complaints', value: 3, target: '0' },
      { metric: 'Margin', value: -3, target: '>= -5' },
    ];
    const element = wide('kpi-target-table', {}, rows);
    await settled(element, 'ready');
    expect(unreadable(element)).to.deep.equal([]);
    const said = saidBy(element);
    expect(said).to.include('−5');
    expect(partText(element, 'delta')).to.equal('+3');
  });

  it('trend-line: sorted by time on entry, rows of one time kept in order', async () => {
    const rows = ['2026-01-03', '2026-01-01', '2026-01-02', '2026-01-02', '2026-01-02'].map(
      (created_at, i) => ({ created_at, value: 10 * i }),
    );
    const element = wide('trend-line', { metric: 'clv' }, rows);
    await settled(element, 'ready');
    const trend = element as unknown as TrendLine;
    await waitUntil(() => !!trend.view, 'a drawing', { timeout: 4000 });
    expect(trend.view!.series[0]!.points.map(({ y }) => y)).to.deep.equal([10, 20, 30, 40, 0]);
  });
});
