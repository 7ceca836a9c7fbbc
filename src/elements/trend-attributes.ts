import type { ChartEvent } from '../data/schema';
import { show } from '../metrics/number';
import type { Target } from '../metrics/target';
import { INTERVALS, isInterval, parseInstant, type Instant, type Interval } from '../metrics/time';
import { isStructured, parseList } from './attributes';
import { contracts, targets } from './on-demand';

/** Something that happened, in time order. */
export interface Happened {
  at: Instant;
  label: string;
  /** Its calendar day, where before ends and after begins. */
  day: string;
}

/** A target, and from when it holds; `null` all along. */
export interface TargetStep {
  at: Instant | null;
  target: Target;
}

function instantAt(date: string | number, zoneOf: () => string): Instant {
  const instant = parseInstant(date, zoneOf());
  if (!instant) throw new RangeError(`invalid date: ${show(date)}`);
  return instant;
}

/** Events in rising time. Throws `RangeError` or `DataError` on what cannot be read. */
export function eventsOf(
  given: string | readonly ChartEvent[] | undefined,
  zoneOf: () => string,
): Happened[] {
  const list = parseList(given, 'events');
  if (!isStructured(given)) return [];
  return contracts.here
    .readEvents(list)
    .map(({ date, label }) => {
      const at = instantAt(date, zoneOf);
      return { at, label, day: new Date(at.wall).toISOString().split('T')[0]! };
    })
    .sort((a, b) => a.at.ms - b.at.ms);
}

/** The steps of a target that changes, in rising time; `null` where it is one for all time. */
export function targetSteps(
  given: string | undefined,
  zoneOf: () => string,
  lang: string,
): TargetStep[] | null {
  if (!isStructured(given)) return null;
  return contracts.here
    .readTargets(parseList(given, 'target'))
    .map(({ from, target }) => ({
      at: instantAt(from, zoneOf),
      target: targets.here.parseTarget(target, lang),
    }))
    .sort((a, b) => a.at.ms - b.at.ms);
}

/** Throws `RangeError` for an interval that does not exist. */
export function intervalNamed(text: string | undefined): Interval {
  const interval = text || 'month';
  if (isInterval(interval)) return interval;
  throw new RangeError(`unknown interval: ${interval}; allowed: ${INTERVALS.join(', ')}`);
}

/** A number above 0 as an attribute gives it; `missing` for an empty one, 0 where there is none. */
export function amountOf(
  text: string | undefined,
  name: string,
  missing: number,
  most: number,
): number {
  if (text === undefined || text === null) return 0;
  const value = text === '' ? missing : Number(text);
  if (value > 0 && value <= most) return value;
  throw new RangeError(`invalid ${name}: ${show(text)}; allowed: up to ${most}`);
}
