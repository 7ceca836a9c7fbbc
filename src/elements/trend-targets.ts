/** A target that changes: loaded where one is given. */
import { readTargets } from '../data/schema';
import { show } from '../metrics/number';
import { parseTarget, type Target } from '../metrics/target';
import { parseInstant, type Instant } from '../metrics/time';
import { parseList } from './json-attribute';
import type { TargetStep, TrendModel } from './trend-model';
import { extremesOf } from './trend-series';

/** The instant of a date that a page gave. Throws `RangeError` where it is none. */
export function instantAt(date: string | number, zone: string): Instant {
  const instant = parseInstant(date, zone);
  if (!instant) throw new RangeError(`invalid date: ${show(date)}`);
  return instant;
}

/** Its steps in rising time. Throws `RangeError` or `DataError` on what cannot be read. */
export function targetSteps(given: unknown, zone: string, lang: string): TargetStep[] {
  return readTargets(parseList(given, 'target'))
    .map(({ from, target }) => ({ at: instantAt(from, zone), target: parseTarget(target, lang) }))
    .sort((a, b) => a.at.ms - b.at.ms);
}

/** The target in force when the newest value was; `null` where none had begun. */
export function targetAt({ steps, series, isInstant }: TrendModel): Target | null {
  const newest = Math.max(...series.map((one) => extremesOf(one).last?.x ?? -Infinity));
  const step = steps.findLast(({ at }) => !at || (isInstant ? at.ms : at.wall) <= newest);
  return step?.target ?? null;
}
