/**
 * A million points on a few hundred pixels without losing one extreme. The
 * lowest and highest value of every block are kept from the start, so that any
 * part can be drawn at any width at the price of its pixels, not of its points.
 */

/** Points in a block: about as many as there are blocks in a pixel column of a million points. */
const fan = 64;

export interface PointIndex {
  /** Rising, finite. */
  readonly x: Float64Array;
  /** NaN is a gap. */
  readonly y: Float64Array;
  /** Lowest and highest of each block; Infinity, −Infinity in an empty one. */
  readonly lows: Float64Array;
  readonly highs: Float64Array;
  /** First and last position with a value; −1 where there is none. */
  readonly first: number;
  readonly last: number;
}

/** Numbers as a typed array: the given one where it is one, a copy otherwise. What is no number is NaN. */
function column(values: ArrayLike<unknown>): Float64Array {
  return values instanceof Float64Array
    ? values
    : Float64Array.from(values as ArrayLike<number>, (v) => (typeof v === 'number' ? v : NaN));
}

/**
 * Position of the first x of a block that is no number or before the last, −1 where all rise; notes
 * its lowest and highest y. A loop of its own, since engines optimise a function that runs often,
 * not one that runs long.
 */
function readBlock(
  x: Float64Array,
  y: Float64Array,
  block: number,
  lows: Float64Array,
  highs: Float64Array,
): number {
  const start = block * fan;
  const end = Math.min(y.length, start + fan);
  let before = start ? x[start - 1]! : -Number.MAX_VALUE;
  let min = Infinity;
  let max = -Infinity;
  for (let i = start; i < end; i++) {
    const time = x[i]!;
    if (!(time >= before)) return i;
    before = time;
    const value = y[i]!;
    if (value < min) min = value;
    if (value > max) max = value;
  }
  lows[block] = min;
  highs[block] = max;
  // Infinity can only be at the end of what rises.
  return before < Infinity ? -1 : x.indexOf(Infinity);
}

/** A copy in which what is not finite is a gap. */
const finite = (y: Float64Array): Float64Array =>
  y.map((value) => (Number.isFinite(value) ? value : NaN));

/**
 * Reads every point once. Typed arrays are used as they are and must not be
 * written to afterwards. Values that are not finite are gaps. Throws
 * `RangeError` where x is not finite or falls, or the lengths differ.
 */
export function indexPoints(xs: ArrayLike<unknown>, ys: ArrayLike<unknown>): PointIndex {
  const x = column(xs);
  const y = column(ys);
  const { length } = x;
  if (length !== y.length) throw new RangeError(`x has ${length} points, y ${y.length}`);
  const blocks = Math.ceil(length / fan);
  const lows = new Float64Array(blocks);
  const highs = new Float64Array(blocks);
  for (let block = 0; block < blocks; block++) {
    const fault = readBlock(x, y, block, lows, highs);
    if (fault >= 0)
      throw new RangeError(
        `x must be finite and rise: ${x[fault]}${fault ? ` after ${x[fault - 1]}` : ''} at ${fault}`,
      );
    if (lows[block] === -Infinity || highs[block] === Infinity) return indexPoints(x, finite(y));
  }
  let first = 0;
  while (first < length && Number.isNaN(y[first])) first++;
  let last = length - 1;
  while (last >= 0 && Number.isNaN(y[last])) last--;
  return { x, y, lows, highs, first: first < length ? first : -1, last };
}

/** Position of the first point at or after a time; the number of points where there is none. */
export function firstAt({ x }: PointIndex, time: number): number {
  let from = 0;
  let to = x.length;
  while (from < to) {
    const middle = (from + to) >>> 1;
    if (x[middle]! < time) from = middle + 1;
    else to = middle;
  }
  return from;
}

/** Position of the first point after a time; the number of points where there is none. */
export function firstAfter(index: PointIndex, time: number): number {
  let position = firstAt(index, time);
  while (index.x[position] === time) position++;
  return position;
}

/** Lowest and highest so far, in one place, so that hundreds of columns make no garbage. */
interface Extent {
  min: number;
  max: number;
}

function widen(
  extent: Extent,
  lows: Float64Array,
  highs: Float64Array,
  from: number,
  to: number,
): void {
  let { min, max } = extent;
  for (let i = from; i < to; i++) {
    if (lows[i]! < min) min = lows[i]!;
    if (highs[i]! > max) max = highs[i]!;
  }
  extent.min = min;
  extent.max = max;
}

function findExtent(extent: Extent, index: PointIndex, from: number, to: number): void {
  extent.min = Infinity;
  extent.max = -Infinity;
  const { y, lows, highs } = index;
  // The ragged ends by points, what lies between by blocks.
  const start = Math.min(to, Math.ceil(from / fan) * fan);
  const end = Math.max(start, Math.floor(to / fan) * fan);
  widen(extent, y, y, from, start);
  widen(extent, lows, highs, start / fan, end / fan);
  widen(extent, y, y, end, to);
}

/** Lowest and highest value of the points `from` to `to`, the latter excluded; [Infinity, −Infinity] of none. */
export function extentOf(index: PointIndex, from: number, to: number): [number, number] {
  const extent = { min: 0, max: 0 };
  findExtent(extent, index, from, to);
  return [extent.min, extent.max];
}

/** As `firstAt`, from a position on, where about `stride` further is a good guess. */
function firstNear(x: Float64Array, time: number, from: number, stride: number): number {
  let low = from;
  let high = Math.min(x.length, from + stride);
  // Mostly points are evenly spaced and the guess is off by one at most.
  for (let step = 1; high < x.length && x[high]! < time; step *= 2) {
    low = high + 1;
    high = Math.min(x.length, high + step);
  }
  for (let step = 1; high - step >= low; step *= 2) {
    if (x[high - step]! < time) {
      low = high - step + 1;
      break;
    }
    high -= step;
  }
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (x[middle]! < time) low = middle + 1;
    else high = middle;
  }
  return high;
}

/** What is drawn in each pixel column of a window: values, NaN in a column without. */
export interface Columns {
  /** The first and the last value of the column, that its neighbours are joined to. */
  first: Float64Array;
  last: Float64Array;
  low: Float64Array;
  high: Float64Array;
  /** 1 where no gap lies between this column and the one with a value before it. */
  joined: Uint8Array;
}

/** Position of the nearest point with a value at or after `from`, before `to`; `to` where there is none. */
function known(y: Float64Array, from: number, to: number): number {
  while (from < to && Number.isNaN(y[from])) from++;
  return from;
}

/**
 * The points between two times, both included, brought down to `width` columns.
 * The lowest and the highest value of every column survive, always.
 */
export function decimate(index: PointIndex, from: number, to: number, width: number): Columns {
  const { x, y } = index;
  const first = new Float64Array(width).fill(NaN);
  const last = new Float64Array(width).fill(NaN);
  const low = new Float64Array(width).fill(NaN);
  const high = new Float64Array(width).fill(NaN);
  const joined = new Uint8Array(width);
  let start = firstAt(index, from);
  // The neighbour outside, from which the line comes in.
  let before = start - 1;
  let stride = 1;
  const extent = { min: 0, max: 0 };
  for (let column = 0; column < width; column++) {
    const until = from + ((to - from) * (column + 1)) / width;
    let end = firstNear(x, column === width - 1 ? to : until, start, stride);
    if (column === width - 1) while (end < x.length && x[end] === to) end++;
    if (end <= start) continue;
    stride = end - start;
    const head = known(y, start, end);
    if (head < end) {
      let tail = end - 1;
      while (Number.isNaN(y[tail])) tail--;
      findExtent(extent, index, head, tail + 1);
      first[column] = y[head]!;
      last[column] = y[tail]!;
      low[column] = extent.min;
      high[column] = extent.max;
      joined[column] = before >= 0 && head === before + 1 && !Number.isNaN(y[before]) ? 1 : 0;
      before = tail;
    }
    start = end;
  }
  return { first, last, low, high, joined };
}

/** The first positions of the lowest and the highest value of all; −1 where there is none. */
export function extremesAt(index: PointIndex): { low: number; high: number } {
  const [min, max] = extentOf(index, 0, index.x.length);
  const at = (blocks: Float64Array, value: number): number =>
    min > max ? -1 : index.y.indexOf(value, blocks.indexOf(value) * fan);
  return { low: at(index.lows, min), high: at(index.highs, max) };
}

/**
 * The position in `from` to `to` (excluded) whose value is nearest to `value`,
 * a gap never; −1 where there is none.
 */
export function nearestValue({ y }: PointIndex, from: number, to: number, value: number): number {
  let best = -1;
  let distance = Infinity;
  for (let i = from; i < to; i++) {
    const off = Math.abs(y[i]! - value);
    if (off < distance) {
      distance = off;
      best = i;
    }
  }
  return best;
}
