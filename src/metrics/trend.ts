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

function median(values: readonly number[]): number {
  const sorted = Float64Array.from(values).sort();
  const half = sorted.length >> 1;
  return sorted.length % 2 ? sorted[half]! : sorted[half - 1]! / 2 + sorted[half]! / 2;
}

/**
 * Modified z-scores: 0.6745 (x − median) / MAD, by which outliers do not hide themselves as they do
 * in mean and standard deviation (Iglewicz & Hoaglin, "How to Detect and Handle Outliers", 1993,
 * who call 3.5 and more an outlier). Where more than half of the values are equal and MAD is 0, the
 * mean absolute deviation × 1.2533 stands in for it; where all are equal, every score is 0.
 */
export function robustScores(values: readonly number[]): number[] {
  if (!values.length) return [];
  const centre = median(values);
  const deviations = values.map((value) => Math.abs(value - centre));
  const spread =
    median(deviations) / 0.6745 ||
    (deviations.reduce((sum, one) => sum + one, 0) / deviations.length) * 1.253314;
  return values.map((value) => (spread > 0 ? (value - centre) / spread : 0));
}

export interface UnusualOptions {
  /** Points after which the pattern repeats: 7 for days, 12 for months. Default 1, no season. */
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
 * The level at each point: the median of a window around it. Near the ends, where there is no full
 * window, the slope of the nearest ones goes on.
 */
function runningMedian(values: readonly Value[], window: number): (number | null)[] {
  const half = window >> 1;
  const last = values.length - 1 - half;
  const levels: (number | null)[] = values.map((_, i) => {
    if (i < half || i > last) return null;
    const present = values.slice(i - half, i + half + 1).filter(isNumber);
    return present.length ? median(present) : null;
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

/**
 * Points far from where level and season put them. The baseline is a running median over a season
 * (at least 7 points) plus the median distance of each place in the season from it, so neither a
 * trend, nor a step, nor the outliers themselves pull it away. What is left is judged by
 * `robustScores`.
 *
 * @returns `null` where there are too few points to judge: below 8, or two seasons; and where one is
 * beyond 1e150
 * @throws RangeError for a season or threshold that cannot be used
 */
export function unusual(values: readonly Value[], options: UnusualOptions = {}): Unusual | null {
  const { season = 1, threshold = 3.5 } = options;
  if (!Number.isInteger(season) || season < 1) throw new RangeError(`invalid season: ${season}`);
  if (!(threshold > 0)) throw new RangeError(`invalid threshold: ${threshold}`);
  const window = Math.max(7, season % 2 ? season : season + 1);
  const present = values.filter(isNumber);
  if (present.length < Math.max(8, season * 2) || values.length < window) return null;
  if (!areMeasurable(present)) return null;

  const levels = runningMedian(values, window);
  const phases: number[][] = Array.from({ length: season }, () => []);
  values.forEach((value, i) => {
    const level = levels[i] ?? null;
    if (isNumber(value) && level !== null) phases[i % season]!.push(value - level);
  });
  const offsets = phases.map((phase) => (season > 1 && phase.length ? median(phase) : 0));

  const places: { index: number; value: number; expected: number }[] = [];
  values.forEach((value, index) => {
    const level = levels[index] ?? null;
    if (isNumber(value) && level !== null)
      places.push({ index, value, expected: level + offsets[index % season]! });
  });
  const scores = robustScores(places.map(({ value, expected }) => value - expected));
  return {
    method: `robust z beyond ${threshold} from a running median${season > 1 ? ` with season ${season}` : ''}`,
    points: places
      .map((place, i) => ({ ...place, score: scores[i]! }))
      .filter(({ score }) => Math.abs(score) > threshold),
  };
}
