/** What changed: since the period before, at a date, against a benchmark. */
import { compareWith, difference, type Comparison } from './compare';
import type { Direction, Metric, Result } from './metric';
import { show } from './number';
import { Tabulation, type Plan } from './tabulate';
import { instantOf, periodOf, periodRange, previousPeriod, type Interval } from './time';
import { viewerZone } from './viewer-zone';

/** Whether a change is for the better; `null` where there is none, or no direction is better. */
export function isBetter(delta: number | null, direction: Direction): boolean | null {
  if (!delta || (direction !== 'up' && direction !== 'down')) return null;
  return delta > 0 === (direction === 'up');
}

export interface Change extends Comparison {
  before: Result;
  after: Result;
  /** Whether the change is for the better. Says nothing about its being real: see `significant`. */
  better: boolean | null;
}

export interface PeriodChange extends Change {
  /** "2026-06". */
  period: string;
  previous: string;
  /** The period has not ended, so both sides are its first part only. */
  partial: boolean;
}

type Between = Omit<Plan, 'by' | 'interval' | 'from' | 'to'>;

function resultBetween(
  records: Iterable<unknown>,
  plan: Between,
  from?: number,
  to?: number,
): Result {
  const tabulation = new Tabulation({ ...plan, from, to });
  tabulation.add(records);
  return tabulation.cells()[0]!.result;
}

function changeOf(metric: Metric, before: Result, after: Result): Change {
  const comparison = compareWith(metric, before, after);
  return { ...comparison, before, after, better: isBetter(comparison.delta, after.direction) };
}

/**
 * A period (by default the one that `now` falls in) against the one before. Where it has not ended,
 * the first part of it is held against as much of the one before, and `partial`
 * says so: five days of June are never set against all of May.
 *
 * `now` is given in epoch milliseconds, since the engine has no clock.
 */
export function comparePrevious(
  records: Iterable<unknown>,
  plan: Between & { interval: Interval; now: number; period?: string },
): PeriodChange {
  const { interval, now, period: asked, ...rest } = plan;
  if (!Number.isFinite(now)) throw new RangeError(`invalid now: ${show(now)}`);
  const rows = Array.isArray(records) ? records : [...records];
  const zone = plan.timeZone ?? viewerZone();
  const period = asked ?? periodOf(instantOf(now, zone), interval);
  const previous = previousPeriod(period, zone);
  const current = periodRange(period, zone);
  const past = periodRange(previous, zone);
  const partial = now < current.end;
  // A shorter month before ends before its share is up: 31 days of March meet all of February.
  const elapsed = Math.max(0, now - current.start);
  const share = partial ? Math.min(past.start + elapsed, past.end) : past.end;
  const after = resultBetween(rows, rest, current.start, partial ? now : current.end);
  const before = resultBetween(rows, rest, past.start, share);
  return { ...changeOf(plan.metric, before, after), period, previous, partial };
}

/** Before and from a date on, such as the day a process changed: "2026-06-15". */
export function compareAt(
  records: Iterable<unknown>,
  plan: Between & { at: string | number },
): Change {
  const { at, ...rest } = plan;
  const rows = Array.isArray(records) ? records : [...records];
  const side = (range: Pick<Plan, 'from' | 'to'>): Result => {
    const tabulation = new Tabulation({ ...rest, ...range });
    tabulation.add(rows);
    return tabulation.cells()[0]!.result;
  };
  return changeOf(plan.metric, side({ to: at }), side({ from: at }));
}

/**
 * Against a value that others publish. Its own uncertainty is not known, so the
 * difference is called real only where the result's interval leaves it out.
 */
export function compareBenchmark(
  result: Result,
  benchmark: number,
): Pick<Comparison, 'delta' | 'relative' | 'interval' | 'significant'> & {
  better: boolean | null;
} {
  if (!Number.isFinite(benchmark)) throw new RangeError(`invalid benchmark: ${show(benchmark)}`);
  const { value, interval, direction } = result;
  const change = value === null ? { delta: null, relative: null } : difference(benchmark, value);
  return {
    ...change,
    interval: interval && [interval[0] - benchmark, interval[1] - benchmark],
    significant: interval && (benchmark < interval[0] || benchmark > interval[1]),
    better: isBetter(change.delta, direction),
  };
}
