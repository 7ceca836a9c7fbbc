/**
 * Time as records write it and as reports count it: instants, zones and calendar periods.
 *
 * Pure: no clock, no locale, no machine zone. Whoever wants the viewer's zone passes its name.
 */
export { isTimeZone, offsetAt, wallToMs } from './time/zone';
export { instantOf, parseInstant } from './time/instant';
export type { Instant } from './time/instant';
export {
  bucketer,
  comparePeriods,
  INTERVALS,
  intervalOf,
  isOver,
  nextPeriod,
  periodOf,
  periodRange,
  periodsBetween,
  periodWall,
  previousPeriod,
  readInterval,
} from './time/period';
export type { Interval } from './time/period';
