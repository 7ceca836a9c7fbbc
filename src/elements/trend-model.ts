/** What a trend is made of: what was read and computed, what is drawn, and who reads it. */
import { html, type TemplateResult } from 'lit';
import type { EventText } from '../charts/events';
import type { Span } from '../charts/zoom';
import type { LineShape } from '../charts/line';
import type { Comparison } from '../metrics/compare';
import type { Metric, Result, Unit } from '../metrics/metric';
import type { Target } from '../metrics/target';
import type { Instant, Interval } from '../metrics/time';
import type { Words } from '../text/catalogue';
import type { FormatOptions } from '../text/format';
import type { MetricElement } from './metric-element';
import type { Mark } from './drill-down';
import type { TrendPoint, TrendSeries } from './trend-series';

/** Lines that are told apart by colour and dash; more are drawn in neutral. */
export const palette = 8;

/** Class of the look of a line. */
export const lookOf = (index: number): string => (index < palette ? `s${index}` : 'rest');

/** A piece of line in its look. */
export const drawKey = (look: string): TemplateResult =>
  html`<svg class="key" aria-hidden="true"><path class=${look} d="M1,5H19" /></svg>`;

/** Something that happened. */
export interface Happened {
  at: Instant;
  label: string;
  /** Its calendar day, where before ends and after begins. */
  day: string;
  /** The date of `compare`: all before it against all after. */
  isSplit: boolean;
}

/** What was looked for, where it was asked for. */
export interface Outlook {
  forecast?: Search;
  unusual?: Search;
}

/** By which method, and whether anything was found; or why it could not be looked for, as the words name it. */
export type Search =
  { method: string; isFound: boolean } | 'tooFewValues' | 'tooManyPoints' | 'needsInterval';

/** A target, and from when it holds; `null` all along. */
export interface TargetStep {
  at: Instant | null;
  target: Target;
}

/** What was read and computed: all that does not depend on size, window and language. */
export interface TrendModel {
  metric: Metric;
  series: TrendSeries[];
  interval: Interval;
  /** Points stand at their own instants, and x is epoch ms in place of wall-clock time. */
  isInstant: boolean;
  timeZone?: string;
  events: readonly Happened[];
  /** What came of each event; `null` where it cannot be tested. */
  tests: readonly (Comparison | null)[];
  /** What changed from the period before, in words. */
  changes: readonly string[];
  steps: readonly TargetStep[];
  /** The period that is not over, if the newest is one. */
  openPeriod: string | null;
  /** Wall-clock end of the last period. */
  until?: number;
  outlook: Outlook | null;
}

/** Before there is any data. */
export const emptyTrend: Omit<TrendModel, 'metric'> = {
  series: [],
  interval: 'month',
  isInstant: false,
  events: [],
  tests: [],
  changes: [],
  steps: [],
  openPeriod: null,
  outlook: null,
};

/** What is drawn, for those who draw it and those who read it out. */
export interface TrendView {
  shape: LineShape;
  /** Of the plot, in units of the drawing. */
  size: readonly [number, number];
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
}

/** What a reader of the chart needs from its element. */
export interface TrendHost extends MetricElement<readonly Result[]> {
  readonly view: TrendView | null;
  readonly noZoom: boolean;
  /** `null` shows all. @internal */
  zoomTo(window: Span | null): void;
  /** What a point stands for, where its records can be named. @internal */
  markOf(series: TrendSeries, point: TrendPoint): Mark | null;
}
