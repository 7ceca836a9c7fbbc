/** What a series looks like apart from its noise: moving averages, and points that stand out. */

/** A value, or a gap. What is not finite counts as a gap. */
type Value = number | null | undefined;

/** Beyond it the square of a deviation, or a sum of such squares, has no end. */
const largest = 1e150;

/** Whether all values, gaps left out, can be judged by how far they are from each other. */
export const areMeasurable = (values: readonly Value[]): boolean =>
  values.every((value) => !isNumber(value) || Math.abs(value) <= largest);

const isNumber = (value: Value): value is number => Number.isFinite(value);

/** The mean of a window up to each point. */
export interface MovingAverage {
  /** "moving average of 7". */
  method: string;
  /** One for each point; `null` until the window is full and wherever there is a gap in it. */
  values: (number | null)[];
}

/**
 * The mean of each point and the `window` − 1 before it. A gap stays a gap: nothing is made up for
 * it, and it is no zero. Throws `RangeError` for a window that is no whole number from 1.
 */
export function movingAverage(values: readonly Value[], window: number): MovingAverage {
  if (!Number.isInteger(window) || window < 1) throw new RangeError(`invalid window: ${window}`);
  let sum = 0;
  let present = 0;
  const averages = values.map((value, i) => {
    const leaving = values[i - window];
    if (isNumber(leaving)) {
      sum -= leaving;
      present--;
    }
    if (isNumber(value)) {
      sum += value;
      present++;
    }
    if (i % window === 0) {
      // Added up anew once a window, so that what rounding leaves behind does not pile up.
      sum = 0;
      for (let j = Math.max(0, i - window + 1); j <= i; j++) {
        const one = values[j];
        if (isNumber(one)) sum += one;
      }
    }
    if (present !== window) return null;
    // The sum of finite numbers may be none; their shares are.
    return Number.isFinite(sum)
      ? sum / window
      : values.slice(i - window + 1, i + 1).reduce<number>((mean, one) => mean + one! / window, 0);
  });
  return { method: `moving average of ${window}`, values: averages };
}

const sortedOf = (values: readonly number[]): Float64Array => Float64Array.from(values).sort();

/** The median, of all or of all but the one at a rank. */
function medianOf(sorted: Float64Array, without = Infinity): number {
  const at = (rank: number): number => sorted[rank < without ? rank : rank + 1]!;
  const count = sorted.length - (without < Infinity ? 1 : 0);
  const half = count >> 1;
  return count % 2 ? at(half) : at(half - 1) / 2 + at(half) / 2;
}

const median = (values: readonly number[]): number => medianOf(sortedOf(values));

/** Of a normal distribution: its standard deviation to its mean distance from the median. */
const meanToDeviation = 1.253314;

/** Mean distance from the median. */
function meanOff(values: readonly number[]): number {
  if (!values.length) return 0;
  const centre = median(values);
  return values.reduce((sum, value) => sum + Math.abs(value - centre), 0) / values.length;
}

/**
 * How far values are from their median, in standard deviations of a normal distribution: MAD / 0.6745.
 * Where more than half of them are equal and MAD is 0, the mean absolute deviation × 1.2533.
 */
function spreadOf(values: readonly number[]): number {
  if (!values.length) return 0;
  const centre = median(values);
  return (
    median(values.map((value) => Math.abs(value - centre))) / 0.6745 ||
    meanOff(values) * meanToDeviation
  );
}

function scoresOf(values: readonly number[], spread: number): number[] {
  if (!values.length) return [];
  const centre = median(values);
  return values.map((value) => (spread > 0 ? (value - centre) / spread : 0));
}

/**
 * Modified z-scores: 0.6745 (x − median) / MAD, by which outliers do not hide themselves as they do
 * in mean and standard deviation (Iglewicz & Hoaglin, "How to Detect and Handle Outliers", 1993,
 * who call 3.5 and more an outlier). Where more than half of the values are equal and MAD is 0, the
 * mean absolute deviation × 1.2533 stands in for it; where all are equal, every score is 0.
 */
export const robustScores = (values: readonly number[]): number[] =>
  scoresOf(values, spreadOf(values));

export interface UnusualOptions {
  /**
   * Points after which the pattern may repeat: 7 for days, 12 for months. Default 1, no season. It
   * counts where there are three of it and the values do repeat.
   */
  season?: number;
  /** Scores beyond it, to either side, are unusual. Default 3.5. */
  threshold?: number;
}

export interface UnusualPoint {
  /** Position in the series, from 0. */
  index: number;
  value: number;
  /** The baseline at this point. */
  expected: number;
  /** How many robust standard deviations the value is from it; below it is negative. */
  score: number;
}

export interface Unusual {
  /** "robust z beyond 3.5 from a running median with season 7". */
  method: string;
  points: UnusualPoint[];
}

/**
 * The level at each point: the median of a window around it, of an even one the mean of both that
 * have the point in their middle. Near the ends, where there is no full window, the slope of the
 * nearest ones goes on.
 */
function runningMedian(values: readonly Value[], window: number): (number | null)[] {
  const half = window >> 1;
  const last = values.length - 1 - half;
  const medianFrom = (from: number): number[] => {
    const present = values.slice(from, from + window).filter(isNumber);
    return present.length ? [median(present)] : [];
  };
  const levels: (number | null)[] = values.map((_, i) => {
    if (i < half || i > last) return null;
    const around = [...medianFrom(i - half), ...(window % 2 ? [] : medianFrom(i - half + 1))];
    return around.length ? median(around) : null;
  });
  for (const [from, step] of [
    [half, 1],
    [last, -1],
  ] as const) {
    const edge = levels[from] ?? null;
    if (edge === null) continue;
    const inner = levels[from + step * half] ?? edge;
    for (let i = 1; i <= half; i++) levels[from - step * i] = edge - ((inner - edge) / half) * i;
  }
  return levels;
}

/** What a season adds at each of its places, and how well the seasons agree on it. */
interface Pattern {
  offsets: number[];
  /** How far values are from what the other seasons say of their place. */
  spread: number;
  /** Whether that is nearer than to the level alone: the values do repeat. */
  isReal: boolean;
}

/** Below this share of it a season is worth more than the chance that there seems to be one. */
const leastGain = 0.8;

function patternOf(
  values: readonly Value[],
  levels: readonly (number | null)[],
  season: number,
): Pattern {
  const places: number[][] = Array.from({ length: season }, () => []);
  values.forEach((value, i) => {
    const level = levels[i] ?? null;
    if (isNumber(value) && level !== null) places[i % season]!.push(value - level);
  });
  const alone = places.flat();
  const repeated = places.flatMap((place) => {
    const sorted = sortedOf(place);
    return sorted.length < 2 ? [] : Array.from(sorted, (one, i) => one - medianOf(sorted, i));
  });
  // By the mean, to which a place that is far off counts, though it be one in seven.
  const off = meanOff(repeated);
  return {
    offsets: places.map((place) => (place.length ? median(place) : 0)),
    spread: off * meanToDeviation,
    isReal: repeated.length > 0 && off < meanOff(alone) * leastGain,
  };
}

/**
 * A spread is at least this share of that of the steps from point to point, which in noise is 1.4
 * times that of the points: so noise is judged by itself, and a smooth curve, that a running median
 * follows exactly but for its turns, by how fast it moves.
 */
const leastOfSteps = 0.7;

/** What rounding leaves behind, as a share of the largest value. */
const rounding = 64 * Number.EPSILON;

/** Points far from their baseline; `null` where a season was given and the values do not repeat. */
function pointsOff(values: readonly Value[], season: number): UnusualPoint[] | null {
  // Whole seasons, so that each of their places counts alike.
  const window = Math.ceil(7 / season) * season;
  const half = window >> 1;
  const last = values.length - 1 - half;
  let pattern: Pattern | null = null;
  const offsetAt = (i: number): number => pattern?.offsets[i % season] ?? 0;
  const flatten = () => values.map((value, i) => (isNumber(value) ? value - offsetAt(i) : null));
  let flat = flatten();
  // Once more on the level without the season, whose ups and downs move a median where one is missing.
  for (let round = 0; season > 1 && round < 2; round++) {
    pattern = patternOf(values, runningMedian(flat, window), season);
    if (!pattern.isReal) return null;
    flat = flatten();
  }
  const levels = runningMedian(flat, window);
  const steps = flat.flatMap((value, i) => {
    const before = flat[i - 1] ?? null;
    return value === null || before === null ? [] : [value - before];
  });
  const places = values.flatMap((value, index) => {
    const level = levels[index] ?? null;
    if (!isNumber(value) || level === null) return [];
    const usual = [level];
    // Near the ends nobody knows whether the slope goes on, stops or turns: all between is usual.
    if (index < half) usual.push(levels[half]!, flat[index + 1] ?? level);
    else if (index > last) usual.push(levels[last]!, flat[index - 1] ?? level);
    const base = Math.min(Math.max(...usual), Math.max(Math.min(...usual), flat[index]!));
    return [{ index, value, expected: base + offsetAt(index) }];
  });
  const residuals = places.map(({ value, expected }) => value - expected);
  const largestOf = places.reduce((most, { value }) => Math.max(most, Math.abs(value)), 0);
  const spread = Math.max(
    spreadOf(residuals),
    pattern?.spread ?? 0,
    leastOfSteps * spreadOf(steps),
    rounding * largestOf,
  );
  const scores = scoresOf(residuals, spread);
  return places.map((place, i) => ({ ...place, score: scores[i]! }));
}

/**
 * Points far from where level and season put them. The baseline is a running median over a season
 * (at least 7 points) plus the median distance of each place in the season from it, so neither a
 * trend, nor a step, nor the outliers themselves pull it away. What is left is judged as by
 * `robustScores`, and also by how far the seasons are from each other and how large the steps from
 * point to point are: a curve as smooth as a sine, of whatever length, has nothing unusual.
 *
 * @returns `null` where there are too few points to judge: below 8, or two seasons; and where one is
 * beyond 1e150
 * @throws RangeError for a season or threshold that cannot be used
 */
export function unusual(values: readonly Value[], options: UnusualOptions = {}): Unusual | null {
  const { season = 1, threshold = 3.5 } = options;
  if (!Number.isInteger(season) || season < 1) throw new RangeError(`invalid season: ${season}`);
  if (!(threshold > 0)) throw new RangeError(`invalid threshold: ${threshold}`);
  const present = values.filter(isNumber);
  if (present.length < Math.max(8, season * 2) || !areMeasurable(present)) return null;

  // Of two values nobody can say which one is off.
  const seasonal = season > 1 && present.length >= season * 3 ? pointsOff(values, season) : null;
  const points = seasonal ?? pointsOff(values, 1)!;
  return {
    method: `robust z beyond ${threshold} from a running median${seasonal ? ` with season ${season}` : ''}`,
    points: points.filter(({ score }) => Math.abs(score) > threshold),
  };
}
