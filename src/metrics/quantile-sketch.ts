/**
 * Medians and percentiles of a fold: exact up to 100,000 values, beyond that a sketch of bounded
 * size whose relative error is at most 0.5 %. Merging does not depend on order, and the state is
 * plain data that a worker can post.
 */

/** Most values that are kept one by one. */
export const MOST_EXACT = 100_000;

/**
 * Relative error of a bin, a little under the promised 0.005 to leave room for rounding. Bins are
 * those of DDSketch (Masson, Rim & Lee, VLDB 2019): bin i holds γ^(i−1) < v ≤ γ^i.
 */
const ERROR = 0.0049;
const GAMMA = (1 + ERROR) / (1 - ERROR);
const LOG_GAMMA = Math.log(GAMMA);

/** Added to bin numbers so that those of all positive numbers, 5e-324 on, are above zero. */
const SHIFT = 100_000;

export interface Quantiles {
  /** How the quantiles of this state are found. */
  method: 'exact' | 'sketch';
  /** How many values were added, whatever their weights. */
  entries: number;
  /** The values, in order of arrival; empty in a sketch. */
  values: number[];
  /** Their weights; `null` while all are 1. */
  weights: number[] | null;
  /** Weight by bin; `null` while exact. */
  bins: Map<number, number> | null;
  min: number;
  max: number;
  /** All weights so far are whole numbers, that is, counts. */
  whole: boolean;
}

/** An empty state. */
export function start(): Quantiles {
  return {
    method: 'exact',
    entries: 0,
    values: [],
    weights: null,
    bins: null,
    min: Infinity,
    max: -Infinity,
    whole: true,
  };
}

/** Bins in the order of their values: negative ones below 0, which is that of zero. */
function binOf(value: number): number {
  if (value === 0) return 0;
  const size = Math.ceil(Math.log(Math.abs(value)) / LOG_GAMMA) + SHIFT;
  return value < 0 ? -size : size;
}

function valueOf(bin: number): number {
  if (bin === 0) return 0;
  // In logarithms, since γ^i of the largest numbers is past the end of them.
  const size = Math.exp((Math.abs(bin) - SHIFT) * LOG_GAMMA + Math.log(2 / (GAMMA + 1)));
  return bin < 0 ? -size : size;
}

function addToBins(bins: Map<number, number>, { values, weights }: Quantiles): void {
  values.forEach((value, i) => {
    const bin = binOf(value);
    bins.set(bin, (bins.get(bin) ?? 0) + (weights ? weights[i]! : 1));
  });
}

function becomeSketch(state: Quantiles): void {
  addToBins((state.bins = new Map()), state);
  state.method = 'sketch';
  state.values = [];
  state.weights = null;
}

/** Adds a value that stands for `weight` answers. What is not finite, and weights of 0 or less, change nothing. */
export function add(state: Quantiles, value: number, weight = 1): void {
  if (!Number.isFinite(value) || !(weight > 0 && weight < Infinity)) return;
  state.entries++;
  if (value < state.min) state.min = value;
  if (value > state.max) state.max = value;
  if (state.whole && weight % 1 !== 0) state.whole = false;
  if (state.bins) {
    const bin = binOf(value);
    state.bins.set(bin, (state.bins.get(bin) ?? 0) + weight);
    return;
  }
  if (weight !== 1 && !state.weights) state.weights = state.values.map(() => 1);
  state.values.push(value);
  state.weights?.push(weight);
  if (state.entries > MOST_EXACT) becomeSketch(state);
}

/** A new state as if both had been filled in one pass. Changes neither. */
export function merge(a: Quantiles, b: Quantiles): Quantiles {
  const merged: Quantiles = {
    ...start(),
    entries: a.entries + b.entries,
    min: Math.min(a.min, b.min),
    max: Math.max(a.max, b.max),
    whole: a.whole && b.whole,
  };
  if (merged.entries > MOST_EXACT) {
    merged.method = 'sketch';
    const bins = (merged.bins = new Map(a.bins));
    for (const [bin, weight] of b.bins ?? []) bins.set(bin, (bins.get(bin) ?? 0) + weight);
    addToBins(bins, a);
    addToBins(bins, b);
    return merged;
  }
  merged.values = [...a.values, ...b.values];
  if (a.weights || b.weights) {
    const weightsOf = ({ values, weights }: Quantiles): number[] => weights ?? values.map(() => 1);
    merged.weights = [...weightsOf(a), ...weightsOf(b)];
  }
  return merged;
}

/** Values ascending, and with each the weight of it and all before it. */
interface Ladder {
  values: ArrayLike<number>;
  /** `null` where every weight is 1. */
  upTo: Float64Array | null;
  total: number;
}

function ladderOf({ values, weights, bins, min, max }: Quantiles): Ladder {
  if (!bins && !weights) {
    return { values: Float64Array.from(values).sort(), upTo: null, total: values.length };
  }
  const pairs: [number, number][] = bins
    ? [...bins].map(([bin, weight]) => [bin, weight])
    : values.map((value, i) => [value, weights![i]!]);
  pairs.sort((a, b) => a[0] - b[0] || a[1] - b[1]);
  const upTo = new Float64Array(pairs.length);
  let total = 0;
  pairs.forEach(([, weight], i) => (upTo[i] = total += weight));
  return {
    values: pairs.map(([value]) => (bins ? Math.max(min, Math.min(max, valueOf(value))) : value)),
    upTo,
    total,
  };
}

/** Position of the first value whose weight and that of all before it come to more than `weight`. */
function above(upTo: Float64Array, weight: number): number {
  let low = 0;
  let high = upTo.length - 1;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (upTo[middle]! > weight) high = middle;
    else low = middle + 1;
  }
  return low;
}

/** The value at a place of the list in which each value stands as often as its weight says. */
function valueAt({ values, upTo }: Ladder, place: number): number {
  return values[upTo ? above(upTo, place) : Math.min(place, values.length - 1)]!;
}

function quantileOf(ladder: Ladder, q: number, whole: boolean): number {
  const { total } = ladder;
  if (whole) {
    // R-7 of Hyndman & Fan (1996), the default of R, NumPy and Excel's PERCENTILE.
    const place = (total - 1) * q;
    const below = Math.floor(place);
    const low = valueAt(ladder, below);
    return below === place ? low : low + (valueAt(ladder, below + 1) - low) * (place - below);
  }
  // the inverse of the distribution, halfway where it has a step exactly at q. Unlike R-7 it
  // does not change when all weights are scaled, and for the median the two agree.
  const slack = total * 1e-12;
  return (valueAt(ladder, total * q - slack) + valueAt(ladder, total * q + slack)) / 2;
}

/**
 * Several quantiles at once, sorting once; each `q` is 0 to 1. `null` where nothing was added.
 *
 * Whole weights are counts: a value with weight 3 is three values, by R-7. With other weights it is
 * R-2 of the weighted distribution.
 */
export function quantiles(state: Quantiles, qs: readonly number[]): (number | null)[] {
  if (state.entries === 0) return qs.map(() => null);
  const ladder = ladderOf(state);
  return qs.map((q) => {
    if (!(q >= 0 && q <= 1)) throw new RangeError(`invalid quantile: ${q}`);
    return quantileOf(ladder, q, state.whole);
  });
}

/** One quantile, as `quantiles`: 0.5 is the median, 0.9 the 90th percentile. */
export function quantile(state: Quantiles, q: number): number | null {
  return quantiles(state, [q])[0]!;
}
