import type { EventRoom, LineEvent } from './events';

/** One point of a series. `x` is time in ms; a `null` y is a gap. */
export interface LinePoint {
  x: number;
  y: number | null;
  low?: number | null;
  high?: number | null;
}

/** What the scales need of a series whose points are too many to be drawn one by one. */
export interface PointSource {
  span: readonly [number, number];
  /** Lowest and highest value between two times; [Infinity, −Infinity] of none. */
  extent(from: number, to: number): readonly [number, number];
  /** The newest value up to a time. */
  last(to: number): { x: number; y: number } | null;
}

export interface LineSeries {
  /** In rising x. */
  points: readonly LinePoint[];
  /** What is written at its right end; without one it is not named. */
  label?: string;
  /** The last point is of a period that is not over. */
  open?: boolean;
  /** Forecast points, after the others. */
  ahead?: readonly LinePoint[];
  /** In place of `points`, of which there are none then. */
  source?: PointSource;
}

/** A limit, or a range of them, from `x` until the next; without x all along. */
export interface TargetMark {
  x: number | null;
  low: number;
  high: number;
  /** What is written at its right end while it is the one in force. */
  label?: string;
}

export interface LineInput {
  series: readonly LineSeries[];
  /** In rising x. */
  target?: readonly TargetMark[];
  benchmark?: { value: number; label: string } | null;
  /** Lays out the events; it comes with those that have any. */
  layEvents?(room: EventRoom): LineEvent[];
  /** Bounds the y axis does not pass (a percentage ends at 100) unless a value does. */
  bounds?: readonly [number | null, number | null];
  /** The part of x to show; default: all. */
  window?: readonly [number, number] | null;
  /** Cuts lines at its edges; it comes with what zooms. */
  clip?<P extends LinePoint>(points: readonly P[], window: readonly [number, number]): readonly P[];
  /** End of the last period: events up to it belong to the last point. */
  until?: number;
  /** Whether intervals are drawn, and need room. */
  hasBands?: boolean;
  /** Values are seconds: ticks at whole minutes and hours. */
  isDuration?: boolean;
}

export interface LineSize {
  width: number;
  height: number;
  /** Text of a y tick, the distance of ticks given. */
  formatY(value: number, step: number): string;
  /** Text of an x tick, the distance of ticks given; the first has nothing before it to lean on. */
  formatX(time: number, step: number, isFirst: boolean): string;
  /** No x ticks closer than this, in ms. */
  least?: number;
  /** From x to wall-clock time and back; default: x is wall-clock time. */
  toWall?(time: number): number;
  fromWall?(wall: number): number;
  /** Height kept free above the plot. */
  reserve?: number;
  /** About how wide one character is, in the units of `width`. */
  charWidth?: number;
}
