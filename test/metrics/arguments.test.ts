/** What a program calls wrongly, which types alone do not keep it from: each argument of each export. */
import { expect } from '@open-wc/testing';
import * as engine from '../../src/metrics';

type Call = (...given: unknown[]) => unknown;

const { compute, metricById, parseInstant, parseTarget } = engine;
const records = [{ score: 9, created_at: '2026-06-01', customer_id: 'a' }];
const result = compute('nps', { records });
const day = parseInstant('2026-06-01', 'UTC');
const plan = { metric: 'nps', timeZone: 'UTC' };
const now = Date.UTC(2026, 5, 15);
const month = { ...plan, interval: 'month' };
const series = [1, 2, 3, 4, 5, 6, 7, 8, 9, 10];

/** The names of an export's arguments, and one call of it that is right; `?` may be left out. */
const exports: Readonly<Record<string, readonly [names: string, ...right: unknown[]]>> = {
  compute: ['metric given options?', 'nps', { records }, {}],
  compare: ['metric before after options?', 'nps', { records }, { records }, {}],
  computeWith: ['metric given options?', metricById('nps'), { records }, {}],
  compareWith: ['metric before after', metricById('nps'), result, result],
  compareBenchmark: ['result benchmark', result, 31],
  tabulate: ['records plan', records, month],
  comparePrevious: ['records plan', records, { ...month, now }],
  compareAt: ['records plan', records, { ...plan, at: '2026-06-15' }],
  cohorts: ['records options?', records, { timeZone: 'UTC' }],
  customersDuring: ['records period options?', records, '2026-06', { timeZone: 'UTC' }],
  forecast: ['values options', series, { steps: 2 }],
  movingAverage: ['values window', series, 3],
  unusual: ['values options?', series, { season: 1 }],
  metricById: ['metric', 'nps'],
  isBetter: ['delta direction', 3, 'up'],
  parseQuantity: ['written lang?', '90%', 'en'],
  parseTarget: ['target lang? unit?', '> 40', 'en', 'points'],
  parseTargets: ['steps options', [{ from: '2026-01', target: '> 40' }], { timeZone: 'UTC' }],
  directed: ['target direction', parseTarget('40'), 'up'],
  status: ['result target options?', result, '> 40', {}],
  parseInstant: ['value timeZone', '2026-06-01', 'UTC'],
  periodOf: ['instant interval', day, 'month'],
  periodRange: ['period timeZone', '2026-06', 'UTC'],
  periodsBetween: ['first last timeZone? limit?', '2026-06', '2026-07', 'UTC', 10],
  nextPeriod: ['period timeZone?', '2026-06', 'UTC'],
  previousPeriod: ['period timeZone?', '2026-06', 'UTC'],
};

/** `null` and what is of another kind than almost any argument. */
const wrong: readonly unknown[] = [
  ...[null, undefined, 7, NaN, 'npz', true, Symbol('x'), 10n],
  ...[[], {}, [null], Object.create(null) as unknown, () => 1],
];

/** Arguments that may be anything, since a value that cannot be read is an answer. */
const anything = ['isBetter delta', 'parseInstant value'];

/** What came of a call: what it threw, or `null`. */
function thrownBy(call: () => unknown): unknown {
  try {
    call();
    return null;
  } catch (error) {
    return error;
  }
}

describe('arguments of the engine', () => {
  it('are known for every function that it exports', () => {
    const functions = Object.entries(engine)
      .filter(([name, value]) => typeof value === 'function' && name !== 'Tabulation')
      .map(([name]) => name);
    expect(functions.sort()).to.deep.equal(Object.keys(exports).sort());
  });

  for (const [name, [names, ...right]] of Object.entries(exports)) {
    const call = (engine as unknown as Record<string, Call>)[name]!;

    it(`${name}: the right call is right`, () => {
      expect(thrownBy(() => call(...right))).to.equal(null);
    });

    names.split(' ').forEach((written, position) => {
      const argument = written.replace('?', '');
      it(`${name}: a wrong ${argument} is refused in words`, () => {
        for (const value of wrong) {
          if (value === undefined && written.endsWith('?')) continue;
          const given = right.with(position, value);
          const error = thrownBy(() => call(...given));
          const say = `${typeof value} ${typeof value === 'object' ? JSON.stringify(value) : String(value)}`;
          if (value === null && !anything.includes(`${name} ${argument}`))
            expect(String((error as Error | null)?.message), say).to.match(
              new RegExp(
                `^(invalid|unknown) ${argument.replace('timeZone', 'time.?[zZ]one')}: null`,
              ),
            );
          if (!error) continue;
          expect(error, `${say}: ${String(error)}`).to.be.instanceOf(RangeError);
          expect((error as Error).message, say).to.match(
            /^(invalid|unknown|missing|no|nothing|cannot|too) ?[\w ]*/,
          );
          expect((error as Error).message, say).to.not.match(
            /is not|specified|Cannot|object Object/,
          );
        }
      });
    });
  }

  it('Tabulation: a wrong plan and wrong records are refused in words', () => {
    for (const value of wrong) {
      const made = thrownBy(() => new engine.Tabulation(value as never));
      expect(made, String(made)).to.be.instanceOf(RangeError);
      expect((made as Error).message).to.match(/^(invalid plan|unknown metric): /);
      if (Array.isArray(value)) continue;
      const tabulation = new engine.Tabulation({ metric: metricById('nps') });
      const added = thrownBy(() => tabulation.add(value as never));
      expect((added as Error).message).to.match(/^invalid records: /);
    }
  });

  it('names what is missing', () => {
    for (const [call, message] of [
      [() => compute('nps', undefined as never), 'invalid given: undefined; an object is needed'],
      [() => engine.status(result, null as never), 'invalid target: null; '],
      [() => engine.status(null as never, '> 1'), 'invalid result: null; an object is needed'],
      [() => engine.tabulate('x' as never, plan), 'invalid records: "x"; a list is needed'],
      [() => engine.tabulate(records, {} as never), 'unknown metric: undefined'],
    ] as const)
      expect(call).to.throw(RangeError, message);
  });
});
