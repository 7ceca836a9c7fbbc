import type { EventText } from '../charts/events';
import type { Span } from '../charts/zoom';
import type { LineShape } from '../charts/line';
import type { Unit } from '../metrics/metric';
import type { Instant } from '../metrics/time';
import type { Words } from '../text/catalogue';
import type { FormatOptions } from '../text/format';
import type { MetricElement } from './metric-element';
import type { Mark } from './drill-down';
import { onDemand } from './on-demand';
import type { TrendPoint, TrendSeries } from './trend-series';

/** What draws and tests events. */
export const happenings = /* @__PURE__ */ onDemand(() => import('./trend-events'));

/** What forecasts, finds what is unusual and draws it. */
export const outlooks = /* @__PURE__ */ onDemand(() => import('./trend-outlook'));

/** Something that happened. */
export interface Happened {
  at: Instant;
  label: string;
  /** Its calendar day, where before ends and after begins. */
  day: string;
}

/** Lines that are told apart by colour and dash; more are drawn in neutral. */
export const palette = 8;

/** Class of the look of a line. */
export const lookOf = (index: number): string => (index < palette ? `s${index}` : 'rest');

/** What is drawn, for those who draw it and those who read it out. */
export interface TrendView {
  shape: LineShape;
  series: readonly TrendSeries[];
  unit: Unit;
  format: FormatOptions;
  words: Words;
  nameOf(series: TrendSeries): string;
  /** The period that is not over, if the newest is one. */
  openPeriod: string | null;
  benchmark: string | null;
  /** In rising time; `text` is the name and what its test came to. */
  events: readonly (EventText & { text: string })[];
  /** Said below the plot: what is dashed, forecast or ringed, and by which method. */
  notes: readonly string[];
}

/** What a reader of the chart needs from its element. */
export interface TrendHost extends MetricElement {
  readonly view: TrendView | null;
  readonly canZoom: boolean;
  /** `null` shows all. */
  zoomTo(window: Span | null): void;
  /** Says it to those who listen. */
  say(text: string): void;
  /** What a point stands for, where its records can be named. */
  markOf(series: TrendSeries, point: TrendPoint): Mark | null;
}
