/**
 * What a metric is: a fold over records, and the Result it ends in.
 *
 * The same definition serves an array, a stream, a worker's partial sum, one
 * segment of a heat map and a row that a database has already counted.
 */

/** What a value is measured in. Percentages are 0 to 100, `points` are NPS-like −100 to 100. */
export type Unit = 'percent' | 'points' | 'seconds' | 'count' | 'currency' | 'score';

/** Which way is better: more, less, inside a range, or neither. */
export type Direction = 'up' | 'down' | 'range' | 'none';

/** The two languages that ship with the kit. */
export type Lang = 'en' | 'id';

/** The words of a metric in one language. */
export interface MetricText {
  /** Full name: "Net Promoter Score". */
  name: string;
  /** What fits a narrow tile or a table cell: "NPS". */
  short: string;
  /** One sentence: what is asked or measured. */
  description: string;
}

/** A record that could not be used, named so that it can be found in the source. */
export interface Issue {
  /** Position in the input, from 0. */
  row: number;
  /** The canonical field that could not be read. */
  field: string;
  /** The offending value as short text. */
  value: string;
}

/** The outcome of a metric over some records. Unrounded; rounding is for display. */
export interface Result {
  /** The metric's id. */
  metric: string;
  /** `null` when nobody answered or the value is undefined; a true 0 is 0. */
  value: number | null;
  unit: Unit;
  direction: Direction;
  /** The variant that was computed, in words that a reader can look up: "top-two-box", "offered ≤ 20 s". */
  method: string;
  /** Σ of the weights of the valid answers (their number, where there are no weights). */
  n: number;
  /** The sample size that intervals use: (Σw)² / Σw² (Kish) of survey weights; n where weights count people. */
  nEffective?: number;
  /** Σ of the weights of records whose value is out of scale or not a number. */
  invalid: number;
  /** Σ of the weights of records with no answer. */
  unanswered: number;
  /** The first ten invalid records, by row and field. */
  issues?: Issue[];
  numerator?: number;
  denominator?: number;
  /** The groups or scale steps that make up n, in the order they are drawn. */
  parts?: Record<string, number>;
  /** 95 % interval, clipped to the scale; `null` where there is none. */
  interval: readonly [number, number] | null;
  mean?: number;
  median?: number;
  p90?: number;
  /** Sample standard deviation of the values, where the metric is a mean. */
  sd?: number;
  /** % of values within the limit `sla`. */
  withinPercent?: number;
  /** Records still waiting for what is measured (no reply yet, repeat window open). */
  pending?: number;
  /** ISO 4217 code, with unit `currency`. */
  currency?: string;
  promoters?: number;
  passives?: number;
  detractors?: number;
}

/** Options of one computation. Which of them a metric reads is said in its file. */
export interface MetricOptions {
  /** Canonical field -> the record's own key or dotted path: `{ score: 'answers.nps' }`. */
  fields?: Readonly<Record<string, string>>;
  /**
   * Values that mean "no answer", besides null, absent and blank: for the
   * answer field as a list, or by canonical field.
   */
  noAnswer?: readonly (string | number)[] | Readonly<Record<string, readonly (string | number)[]>>;
  /** Values that mean yes, and no, in yes-or-no fields, before the usual words: `{ yes: [1], no: [2] }`. */
  yes?: readonly (string | number)[];
  no?: readonly (string | number)[];
  /** The variant of the formula: "top-two-box", "mean", "offered" … */
  method?: string;
  /** The answer scale: "1-5", "1-7", "1-10", "good-bad". */
  scale?: string;
  /** Lowest score that counts as satisfied. */
  satisfiedFrom?: number;
  /** Lowest score that counts as easy (CES). */
  easyFrom?: number;
  /** Limit in seconds for "% within". */
  sla?: number;
  /** Threshold T of a service level, in seconds; waiting exactly T counts. */
  seconds?: number;
  /** Abandons this short are left out of both sides, in seconds. */
  shortAbandonSeconds?: number;
  /** Turn a monthly rate into a yearly one, 1 − (1 − m)^12. */
  annualise?: boolean;
  /** ISO 4217 code of amounts. */
  currency?: string;
  /** What is being measured within a family (engagement: "click-through", "visit-frequency" …). */
  kind?: string;
  /** The base of a rate, named: "sent", "delivered". */
  base?: string;
  /** IANA zone for wall times and calendar periods; default: the viewer's. */
  timeZone?: string;
  /** How durations are written in the records. */
  durations?: 'seconds' | 'm:ss' | 'h:mm:ss' | 'day-fraction' | 'iso';
  /** Working hours that durations count in: "Mon-Fri 08:00-17:00". */
  businessHours?: string;
  /** Calendar days without working hours, YYYY-MM-DD. */
  holidays?: readonly string[];
  /** −1..1 cut-offs of sentiment scores: at least `positiveFrom` is positive, at most `negativeTo` negative. */
  positiveFrom?: number;
  negativeTo?: number;
}

/** Counts that every fold keeps. */
export interface Tally {
  /** Σw of valid answers. */
  n: number;
  /** Σw² of valid answers. */
  squares: number;
  /** Some weight was a fraction: weights are survey weights, not numbers of people. */
  survey: boolean;
  invalid: number;
  unanswered: number;
  issues: Issue[];
}

/** The running state of a fold: its tally, and what the metric adds to it. */
export interface FoldState {
  tally: Tally;
}

/** How two results of a metric are tested against each other. */
export type Test = 'nps' | 'proportion' | 'mean' | 'none';

/** One metric: its words and its fold. */
export interface Metric<State extends FoldState = FoldState> {
  readonly id: string;
  readonly unit: Unit;
  readonly direction: Direction;
  /** Bounds that the value cannot leave; `null` on an open side. */
  readonly scale: readonly [number | null, number | null];
  readonly test: Test;
  readonly text: Readonly<Record<Lang, MetricText>>;
  /** Nobody agrees on its method or its base, so its name goes with it: "Service level (offered ≤ 20 s)". */
  readonly isNamedByMethod?: boolean;
  /** Canonical record fields. */
  readonly fields: readonly string[];
  /** Canonical component fields, for rows that are already counted. */
  readonly components: readonly string[];
  /** The component fields that tell such a row from a record: all of them are there. */
  readonly componentKeys: readonly string[];
  /** The formula for the face, in the field's own signs: "(promoters − detractors) / n × 100". */
  formula(options: MetricOptions, lang: Lang): string;
  /** An empty state. Throws `RangeError` on an option that cannot be used, naming it and what is allowed. */
  start(options: MetricOptions): State;
  /** Adds one record that stands for `weight` answers (finite, at least 0). Never throws for any JSON value. */
  add(state: State, record: unknown, weight: number, row: number): void;
  /** Adds counts somebody else has made. Throws `RangeError` where they contradict each other. */
  addComponents(state: State, components: Readonly<Record<string, unknown>>, row: number): void;
  /** What a ready value becomes under the options: a monthly churn made yearly. Absent: itself. */
  given?(value: number, options: MetricOptions): number;
  /** A new state as if both inputs had been read in one pass. Changes neither. */
  merge(a: State, b: State): State;
  finish(state: State): Result;
}
