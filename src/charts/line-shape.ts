import type { LineEvent } from './events';

/** A place in the picture, in pixels. */
export interface Spot {
  x: number;
  y: number;
}

/** A text at the right end. */
export interface LineLabel {
  text: string;
  y: number;
  of: 'series' | 'target' | 'benchmark';
  /** Place of the series in the input. */
  index: number;
}

/** Where everything in a line chart stands, in pixels. */
export interface LineShape {
  plot: { left: number; right: number; top: number; bottom: number };
  yTicks: { y: number; value: number; text: string }[];
  xTicks: { x: number; time: number; text: string }[];
  series: {
    path: string;
    band: string;
    /** The last step, to a period that is not over. */
    tail: string;
    ahead: string;
    aheadBand: string;
    /** Points that have no neighbour to join: drawn as dots. */
    dots: Spot[];
    /** The newest point in the window, and whether it is the newest there is. */
    last: (Spot & { isEnd: boolean }) | null;
  }[];
  target: string;
  benchmark: number | null;
  events: readonly LineEvent[];
  /** Texts at the right end, moved apart so that none covers another. */
  labels: LineLabel[];
  /** Whether labels fit at the right; if not they belong above the plot. */
  labelsFit: boolean;
  /** All of the time there is, and the part that is shown. */
  full: readonly [number, number];
  window: readonly [number, number];
  xOf(time: number): number;
  yOf(value: number): number;
  timeAt(x: number): number;
  valueAt(y: number): number;
}
