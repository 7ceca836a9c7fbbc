/** The engine's functions with their arguments checked, for programs; elements call the plain ones. */
import {
  array,
  either,
  figure,
  guarded,
  list,
  metric,
  moment,
  number,
  object,
  optional,
  rows,
  target,
  text,
  type Kind,
} from './arguments';
import * as change from './change';
import * as cohort from './cohort';
import * as comparison from './compare';
import * as computing from './compute';
import * as customers from './customers';
import * as looking from './forecast';
import * as quantity from './quantity';
import * as targets from './target';
import * as targetSeries from './target-series';
import * as time from './time';
import * as trend from './trend';

const options: Kind = optional(object);
const timeZone: Kind = optional(text);
const lang: Kind = optional(text);

/** One Result of a Metric object; see there. */
export const computeWith = /* @__PURE__ */ guarded(computing.computeWith, {
  metric,
  given: object,
  options,
});
/** Two Results of one metric: the change, its interval and whether it is real. */
export const compareWith = /* @__PURE__ */ guarded(comparison.compareWith, {
  metric: object,
  before: object,
  after: object,
});
/** A Result against a value that others publish. */
export const compareBenchmark = /* @__PURE__ */ guarded(change.compareBenchmark, {
  result: object,
  benchmark: number,
});
/** Who comes back, when, and for how much, from one record an order. */
export const cohorts = /* @__PURE__ */ guarded(cohort.cohorts, {
  records: list,
  options,
});
/** How many customers there were, came and left within a period, from one record a customer. */
export const customersDuring = /* @__PURE__ */ guarded(customers.customersDuring, {
  records: list,
  period: text,
  options,
});
/** The points after a series, each with a 95 % prediction interval; `null` where there is too little to go by. */
export const forecast = /* @__PURE__ */ guarded(looking.forecast, {
  values: array,
  options: object,
});
/** The mean of each point and the `window` − 1 before it; a gap stays a gap. */
export const movingAverage = /* @__PURE__ */ guarded(trend.movingAverage, {
  values: array,
  window: number,
});
/** Points far from where level and season put them; `null` where there are too few to judge. */
export const unusual = /* @__PURE__ */ guarded(trend.unusual, {
  values: array,
  options,
});
/** Whether a change is for the better; `null` where there is none, or no direction is better. */
export const isBetter = /* @__PURE__ */ guarded(change.isBetter, {
  delta: [(value) => value === null || number[0](value), number[1]],
  direction: text,
});
/** A quantity as people write it, "2 menit", "Rp 2,4 jt"; `null` where the text is none. */
export const parseQuantity = /* @__PURE__ */ guarded(quantity.parseQuantity, {
  written: text,
  lang,
});
/** A target as people write it: "> 90%", "< 2 menit", "80%..88%". */
export const parseTarget = /* @__PURE__ */ guarded(targets.parseTarget, {
  target: figure,
  lang,
  unit: optional(text),
});
/** A target that changes over time, from its steps. */
export const parseTargets = /* @__PURE__ */ guarded(targetSeries.parseTargets, {
  steps: rows,
  options: object,
});
/** The target as the metric's direction means it: a bare number is "at least" where up is better. */
export const directed = /* @__PURE__ */ guarded(targets.directed, {
  target,
  direction: optional(text),
});
/** Where a result stands against a target: met, near, missed or no data, the gap, and whether it is proven. */
export const status = /* @__PURE__ */ guarded(targets.status, {
  result: object,
  target: either(figure, target),
  options,
});
/** A time value as records hold it; `null` for what is none. */
export const parseInstant = /* @__PURE__ */ guarded(time.parseInstant, {
  value: [() => true, ''],
  timeZone: text,
});
/** The period an instant falls in: "2026-06". */
export const periodOf = /* @__PURE__ */ guarded(time.periodOf, {
  instant: moment,
  interval: text,
});
/** When a period begins and ends in a zone, in epoch ms, the end excluded. */
export const periodRange = /* @__PURE__ */ guarded(time.periodRange, {
  period: text,
  timeZone: text,
});
/** Every period from `first` to `last`, both included; where there are more than `limit`, the newest. */
export const periodsBetween = /* @__PURE__ */ guarded(time.periodsBetween, {
  first: text,
  last: text,
  timeZone,
  limit: optional(number),
});
/** The period after. For hours give the zone; without it the offset is taken to stay. */
export const nextPeriod = /* @__PURE__ */ guarded(time.nextPeriod, {
  period: text,
  timeZone,
});
/** The period before. For hours give the zone; without it the offset is taken to stay. */
export const previousPeriod = /* @__PURE__ */ guarded(time.previousPeriod, {
  period: text,
  timeZone,
});
