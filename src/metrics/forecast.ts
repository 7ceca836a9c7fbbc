/**
 * Forecasts of a series by exponential smoothing, with their uncertainty.
 *
 * Additive Holt-Winters (Holt 1957, Winters 1960), its trend damped by default since an undamped
 * one runs on for ever (Gardner & McKenzie 1985). Starting values and errors are those of R's
 * `HoltWinters`, so that published figures can be held against it.
 */

import { minimise } from './forecast/minimise';
import { areMeasurable } from './trend';

/** A value, or a gap. What is not finite counts as a gap. */
type Value = number | null | undefined;

export interface ForecastOptions {
  /** How many points to forecast, from 1. */
  steps: number;
  /** Points after which the pattern repeats: 7 for days, 12 for months. Default 1, no season. */
  season?: number;
  /** Whether the trend levels off. Default true. */
  damped?: boolean;
  /** What the value cannot leave, as a metric's `scale`; forecast and interval are clipped to it. */
  scale?: readonly [number | null, number | null];
}

export interface ForecastPoint {
  value: number;
  /** 95 % prediction interval. */
  low: number;
  high: number;
}

export interface Forecast {
  /** "Holt-Winters, additive, damped trend", "Holt, damped trend", "seasonal naive", "naive". */
  method: string;
  points: ForecastPoint[];
}

/** Two-sided 95 % of the normal distribution. */
const Z = 1.959963984540054;

/** Older points than this do not count; their weight would be next to nothing. */
const MOST_POINTS = 2000;

/** Longest season that is looked for. */
const LONGEST_SEASON = 1000;

/** Without a season, fewer points than this are too few to fit a trend to. */
const FEWEST_FOR_TREND = 10;

interface State {
  level: number;
  trend: number;
  /** The last season, oldest first; empty without one. */
  seasonal: number[];
}

/** How fast level, trend and season follow the data, and how the trend is damped; each 0 to 1. */
interface Smoothing {
  alpha: number;
  beta: number;
  gamma: number;
  phi: number;
}

/** Gaps filled along straight lines; for starting values only. */
function fillGaps(values: readonly (number | null)[]): number[] {
  const known = values.flatMap((value, i) => (value === null ? [] : [i]));
  return values.map((value, i) => {
    if (value !== null) return value;
    const before = known.findLast((one) => one < i) ?? known[0]!;
    const after = known.find((one) => one > i) ?? known.at(-1)!;
    const from = values[before]!;
    return before === after
      ? from
      : from + ((values[after]! - from) * (i - before)) / (after - before);
  });
}

/**
 * Level, trend and season to begin with, from a decomposition of the first two seasons: the trend
 * is a line through their centred moving average, the season what is left of it.
 */
function beginSeasonal(values: readonly (number | null)[], season: number): State {
  const first = fillGaps(values.slice(0, season * 2));
  const half = season / 2;
  const from = Math.floor(half);
  const trend: number[] = [];
  for (let i = from; i + from < first.length; i++) {
    let sum = 0;
    for (let j = i - from; j <= i + from; j++) {
      // An even season reaches half a point too far on both sides.
      sum += first[j]! * (season % 2 === 0 && Math.abs(j - i) === half ? 0.5 : 1);
    }
    trend.push(sum / season);
  }
  const count = trend.length;
  const meanX = (count + 1) / 2;
  const meanY = trend.reduce((sum, one) => sum + one, 0) / count;
  let xy = 0;
  let xx = 0;
  trend.forEach((one, i) => {
    xy += (i + 1 - meanX) * (one - meanY);
    xx += (i + 1 - meanX) ** 2;
  });
  const slope = xx > 0 ? xy / xx : 0;

  const sums = new Array<number>(season).fill(0);
  const counts = new Array<number>(season).fill(0);
  trend.forEach((one, i) => {
    const phase = (i + from) % season;
    sums[phase]! += first[i + from]! - one;
    counts[phase]!++;
  });
  const figure = sums.map((sum, i) => (counts[i] ? sum / counts[i]! : 0));
  const centre = figure.reduce((sum, one) => sum + one, 0) / season;
  return {
    level: meanY - slope * meanX,
    trend: slope,
    seasonal: figure.map((one) => one - centre),
  };
}

/** Where smoothing begins: the state before the point at `from`. */
interface Begin {
  state: State;
  from: number;
}

function begin(values: readonly (number | null)[], season: number): Begin {
  if (season > 1) return { state: beginSeasonal(values, season), from: season };
  const [first, second] = fillGaps(
    values.slice(0, values.findIndex((one, i) => i > 0 && one !== null) + 1),
  );
  return { state: { level: second!, trend: second! - first!, seasonal: [] }, from: 2 };
}

/** Runs through the series; its state at the end, and the squared errors of forecasting each next point. */
function smooth(
  values: readonly (number | null)[],
  { state, from }: Begin,
  { alpha, beta, gamma, phi }: Smoothing,
): State & { squares: number; errors: number } {
  let { level, trend } = state;
  const seasonal = [...state.seasonal];
  const season = seasonal.length;
  let squares = 0;
  let errors = 0;
  for (let i = from; i < values.length; i++) {
    const value = values[i]!;
    const phase = season ? i % season : 0;
    const before = level;
    const moved = phi * trend;
    if (value === null) {
      level += moved;
      trend = moved;
      continue;
    }
    const part = season ? seasonal[phase]! : 0;
    const error = value - (level + moved + part);
    squares += error * error;
    errors++;
    level = alpha * (value - part) + (1 - alpha) * (level + moved);
    trend = beta * (level - before) + (1 - beta) * moved;
    if (season) seasonal[phase] = gamma * (value - level) + (1 - gamma) * part;
  }
  return { level, trend, seasonal, squares, errors };
}

/** The smoothing with the least squared error, from two starts, since the surface has more than one valley. */
function fit(
  values: readonly (number | null)[],
  start: Begin,
  seasonal: boolean,
  damped: boolean,
): Smoothing {
  const clip = (value: number, low = 0, high = 1): number => Math.max(low, Math.min(high, value));
  const smoothing = (at: readonly number[]): Smoothing => ({
    alpha: clip(at[0]!),
    beta: clip(at[1]!),
    gamma: seasonal ? clip(at[2]!) : 0,
    // Below 0.8 the trend is gone at once, above 0.98 it might as well not be damped (Hyndman & Athanasopoulos).
    phi: damped ? clip(at[seasonal ? 3 : 2]!, 0.8, 0.98) : 1,
  });
  const parameters = (...all: number[]): number[] =>
    all.filter((_, i) => (i !== 2 || seasonal) && (i !== 3 || damped));
  const squares = (at: readonly number[]): number => {
    // What is cut off outside 0 to 1 costs a little, so that the search comes back.
    const outside = at.reduce((sum, one) => sum + Math.abs(one - clip(one)), 0);
    return smooth(values, start, smoothing(at)).squares * (1 + outside);
  };
  const [one, other] = [parameters(0.3, 0.1, 0.1, 0.9), parameters(0.3, 0.1, 0.8, 0.95)].map((at) =>
    minimise(squares, at),
  );
  return smoothing(squares(one!) <= squares(other!) ? one! : other!);
}

/** The value a season before, again and again; the error grows with each season ahead. */
function naive(
  values: readonly (number | null)[],
  season: number,
  steps: number,
): [number, number][] | null {
  const last = values.length;
  let squares = 0;
  let count = 0;
  values.forEach((value, i) => {
    const before = values[i - season] ?? null;
    if (value === null || before === null) return;
    squares += (value - before) ** 2;
    count++;
  });
  if (!count) return null;
  const points: [number, number][] = [];
  for (let step = 0; step < steps; step++) {
    let at = last - season + (step % season);
    while (at >= 0 && values[at] === null) at -= season;
    const value = values[at];
    if (value === undefined || value === null) return null;
    points.push([value, Math.sqrt((squares / count) * (Math.floor(step / season) + 1))]);
  }
  return points;
}

/** Means and standard errors of the additive model (Hyndman et al. 2008, table 6.2). */
function holtWinters(
  values: readonly (number | null)[],
  season: number,
  steps: number,
  damped: boolean,
): [number, number][] {
  const start = begin(values, season);
  const smoothing = fit(values, start, season > 1, damped);
  const { level, trend, seasonal, squares, errors } = smooth(values, start, smoothing);
  const { alpha, beta, gamma, phi } = smoothing;
  const fitted = 2 + (season > 1 ? 1 : 0) + (damped ? 1 : 0);
  const variance = squares / Math.max(1, errors - fitted);
  const points: [number, number][] = [];
  let growth = 0;
  let spread = 1;
  for (let step = 1; step <= steps; step++) {
    growth += phi ** step;
    const part = season > 1 ? seasonal[(values.length + step - 1) % season]! : 0;
    points.push([level + growth * trend + part, Math.sqrt(variance * spread)]);
    const repeats = season > 1 && step % season === 0;
    spread += (alpha * (1 + beta * growth) + (repeats ? gamma * (1 - alpha) : 0)) ** 2;
  }
  return points;
}

/**
 * Forecasts the points that come after a series, each with a 95 % prediction interval from the
 * errors that the method made in the series itself. Gaps are stepped over. With three seasons or
 * more (ten points where there is no season) by Holt-Winters, with fewer by the last season again.
 *
 * @returns `null` below two full seasons or six points: there is nothing to go by; and where a value
 * is beyond 1e150
 * @throws RangeError for steps or a season that are no whole number from 1, and a season over 1000
 */
export function forecast(values: readonly Value[], options: ForecastOptions): Forecast | null {
  const { steps, season = 1, damped = true, scale = [null, null] } = options;
  if (!Number.isInteger(steps) || steps < 1) throw new RangeError(`invalid steps: ${steps}`);
  if (!Number.isInteger(season) || season < 1 || season > LONGEST_SEASON)
    throw new RangeError(`invalid season: ${season}`);
  const recent = values.slice(-Math.max(MOST_POINTS, season * 4));
  const series = recent.map((value) => (Number.isFinite(value) ? (value as number) : null));
  while (series.length && series[0] === null) series.shift();
  const known = series.filter((value) => value !== null).length;
  if (known < 6 || known < season * 2 || !areMeasurable(series)) return null;

  const enough = season > 1 ? known >= season * 3 : known >= FEWEST_FOR_TREND;
  const found = enough ? holtWinters(series, season, steps, damped) : naive(series, season, steps);
  if (!found) return null;
  const [low, high] = scale;
  const clip = (value: number): number => Math.max(low ?? value, Math.min(high ?? value, value));
  const trend = damped ? ', damped trend' : '';
  return {
    method: enough
      ? `${season > 1 ? 'Holt-Winters, additive' : 'Holt'}${trend}`
      : `${season > 1 ? 'seasonal ' : ''}naive`,
    points: found.map(([value, error]) => ({
      value: clip(value),
      low: clip(value - Z * error),
      high: clip(value + Z * error),
    })),
  };
}
