import { expect } from '@open-wc/testing';
import { compareAt, compareBenchmark, comparePrevious, compute, isBetter } from '../../src/metrics';

const timeZone = 'Asia/Jakarta';
const answer = (created_at: string, score: number): object => ({ created_at, score });
const answers = [
  answer('2026-05-03', 2),
  answer('2026-05-20', 9),
  answer('2026-05-21', 10),
  answer('2026-06-02', 9),
  answer('2026-06-04', 7),
];
const noon = (day: string): number => Date.parse(`${day}T12:00:00+07:00`);

describe('comparePrevious', () => {
  it('sets a part of June against the same part of May, and says so', () => {
    const change = comparePrevious(answers, {
      metric: 'nps',
      interval: 'month',
      timeZone,
      now: noon('2026-06-05'),
    });
    expect([change.period, change.previous, change.partial]).to.deep.equal([
      '2026-06',
      '2026-05',
      true,
    ]);
    expect([change.before.value, change.after.value, change.delta]).to.deep.equal([-100, 50, 150]);
  });

  it('sets a period that has ended against the whole one before', () => {
    const plan = {
      metric: 'nps',
      interval: 'month',
      timeZone,
      now: noon('2026-07-05'),
      period: '2026-06',
    } as const;
    const change = comparePrevious(answers, plan);
    expect([change.partial, change.before.n, change.after.n]).to.deep.equal([false, 3, 2]);
  });

  it('a longer month meets all of a shorter one before, never more', () => {
    const rows = [answer('2026-02-28', 9), answer('2026-03-01', 1), answer('2026-03-30', 9)];
    const change = comparePrevious(rows, {
      metric: 'nps',
      interval: 'month',
      timeZone,
      now: noon('2026-03-31'),
    });
    expect([change.before.n, change.after.n]).to.deep.equal([1, 2]);
  });

  it('nothing before is no change', () => {
    const change = comparePrevious(answers, {
      metric: 'nps',
      interval: 'year',
      timeZone,
      now: noon('2026-06-05'),
    });
    expect([change.delta, change.better, change.before.value]).to.deep.equal([null, null, null]);
  });

  it('reads rows once, so an iterator will do', () => {
    const rows = answers[Symbol.iterator]();
    expect(
      comparePrevious(rows, { metric: 'nps', interval: 'month', timeZone, now: noon('2026-06-05') })
        .before.n,
    ).to.equal(1);
  });

  it('needs to be told the time', () => {
    expect(() => comparePrevious([], { metric: 'nps', interval: 'month', now: NaN })).to.throw(
      RangeError,
      'invalid now: NaN',
    );
  });
});

describe('compareAt', () => {
  it('splits at the beginning of the day in the zone', () => {
    const change = compareAt(answers, { metric: 'nps', at: '2026-06-02', timeZone });
    expect([change.before.n, change.after.n, change.better]).to.deep.equal([3, 2, true]);
    const moved = compareAt([{ created_at: '2026-06-01T18:00:00Z', score: 9 }], {
      metric: 'nps',
      at: '2026-06-02',
      timeZone,
    });
    expect([moved.before.n, moved.after.n]).to.deep.equal([0, 1]);
  });
});

describe('compareBenchmark', () => {
  it('is real only where the interval leaves the benchmark out', () => {
    const result = compute('csat', { components: { satisfied: 80, n: 100 } });
    const against = (value: number): unknown[] => {
      const { delta, significant, better } = compareBenchmark(result, value);
      return [delta, significant, better];
    };
    expect(against(70)).to.deep.equal([10, true, true]);
    expect(against(75)).to.deep.equal([5, false, true]);
    expect(against(90)).to.deep.equal([-10, true, false]);
    // An end of the interval belongs to it.
    for (const end of result.interval!) expect(against(end)[1]).to.equal(false);
    expect(compareBenchmark(compute('csat', { value: null }), 70).delta).to.equal(null);
    expect(() => compareBenchmark(result, NaN)).to.throw(RangeError, 'invalid benchmark: NaN');
  });
});

describe('isBetter', () => {
  it('depends on the direction, and is null where none is better', () => {
    expect([isBetter(1, 'up'), isBetter(1, 'down'), isBetter(-1, 'down')]).to.deep.equal([
      true,
      false,
      true,
    ]);
    expect([
      isBetter(0, 'up'),
      isBetter(null, 'up'),
      isBetter(1, 'none'),
      isBetter(1, 'range'),
    ]).to.deep.equal(Array(4).fill(null));
  });
});
