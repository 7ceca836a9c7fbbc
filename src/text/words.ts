import type { FailureDetail } from './because';

/** Why data could not be had: the codes of `DataError`, and no network at all. */
export type ErrorCode =
  | 'network'
  | 'timeout'
  | 'http'
  | 'type'
  | 'syntax'
  | 'contract'
  | 'limit'
  | 'empty'
  | 'blocked'
  | 'offline';

/** Every word and sentence of one language. Arguments are texts that are already formatted. */
export interface Catalogue extends FirstWords, LaterWords {}

/** What a tile may say as soon as it stands there. */
export interface FirstWords {
  dir: 'ltr' | 'rtl';
  /** Short words after a number of seconds, minutes, hours and days; left out: those of Intl. */
  units?: readonly [seconds: string, minutes: string, hours: string, days: string];
  /** Last touch on what `Intl.RelativeTimeFormat` says. */
  tidyAge?(age: string): string;

  // Status against a target, as a label.
  met: string;
  near: string;
  above: string;
  below: string;
  noData: string;
  /** The interval straddles the target. */
  notProven: string;
  /** With the target in it; left out: the target after the label. */
  metTarget?(target: string): string;
  nearTarget?(target: string): string;
  aboveTarget?(target: string): string;
  belowTarget?(target: string): string;

  // States of a tile.
  /** Events arrive as they happen. */
  live: string;
  liveLost: string;
  loading: string;
  rowsRead(count: number, text: string): string;
  idleTitle: string;
  idleHint: string;
  emptyHint: string;
  /** Answers have come, and none that counts. */
  unread(count: number, text: string): string;
  errorTitle: string;
  errors: Readonly<Record<ErrorCode, (about: FailureDetail) => string>>;
  retry: string;
  retryIn(duration: string): string;
  justNow: string;
  updated(age: string): string;
  staleTitle: string;
  stale(age: string): string;
  smallSample(n: string): string;

  // Change.
  withinNoise: string;
  partial: string;
  points(count: number, text: string): string;

  // Words on the marks and in the table views.
  interval: string;
  to(low: string, high: string): string;
  promoters: string;
  passives: string;
  detractors: string;
  period: string;
  segment: string;
  value: string;
  unit: string;
  benchmark: string;
  other: string;
  /** Groups of answers on a scale of two. */
  good: string;
  bad: string;
  satisfied: string;
  /** What a share counts: "Score 4–5 on a scale of 5". */
  scored(steps: string, scale: string): string;
  meanOf(scale: string): string;
  shareOfGood: string;
  week(week: string): string;
  weekShort(week: string): string;
  quarter(quarter: string, year: string): string;

  // Columns of the KPI table.
  metric: string;
  target: string;
  result: string;
  gap: string;
  trend: string;
  status: string;
  analysis: string;
  action: string;
  owner: string;
  due: string;
  sortBy(column: string): string;
  countMet(count: string): string;
  countNear(count: string): string;
  countMissed(count: string): string;
  countNoData(count: string): string;

  menu: string;

  // Pieces of the sentences that stand for a chart.
  periods(count: number, text: string): string;
  series(count: number, text: string): string;
  andMore(count: string): string;
  fromTo(first: string, last: string): string;
  lowest(value: string): string;
  highest(value: string): string;
  benchmarkOf(name: string, value: string): string;
}

/** What is said once the menu is open, the numbers are shown as a table, or there is a forecast. */
export interface LaterWords {
  refresh: string;
  showTable: string;
  /** The table view itself. */
  table: string;
  showChart: string;
  formula: string;
  copyValue: string;
  copyImage: string;
  copied: string;
  /** Said once of many tiles that changed together. */
  manyChanged(count: string): string;
  downloadPng: string;
  downloadSvg: string;
  downloadCsv: string;
  fullScreen: string;
  print: string;
  close: string;
  rose(delta: string): string;
  fell(delta: string): string;
  unchanged: string;
  changeFrom(delta: string, period: string): string;
  realChange(p: string): string;
  /** "before Mei 2026": the part before a change. */
  before: string;
  /** "since 1 Jul 2026": what comes after a change. */
  since: string;
  forecast: string;
  unusual: string;
  /** Nothing is unusual, looked for by this method. */
  noneFound(method: string): string;
  /** Why a forecast or what is unusual could not be had. */
  tooFewValues: string;
  tooManyPoints: string;
  needsInterval: string;
  resetZoom: string;
  edit(column: string): string;
  // Why there is nothing to show; nobody has answered, or what else.
  emptyTitle: string;
  unmatched: string;
  /** "None of 412 records has channel = …": of `count` records, in a text. */
  noneHas(count: number, text: string, what: string): string;
  column(name: string): string;
  columns(names: string): string;
  valuesOf(name: string, values: string): string;
  /** What was written is kept. */
  saved: string;
  sorted(column: string, way: string): string;
  ascending: string;
  descending: string;
  /** Rows stand as they came. */
  unsorted: string;
  /** A method as the metrics name it, in this language: "Holt-Winters, additive, damped trend". */
  methodName?(method: string): string;
  /** Around a formula. */
  formulaWords: Partial<FormulaWords>;
}

/** The words around a formula. */
export interface FormulaWords {
  /** How a value is computed: "top-two-box, 1-5". */
  method: string;
  /** Somebody else computed it. */
  given: string;
  /** Answers out of scale, or not a number. */
  invalid: string;
  /** Records without an answer. */
  unanswered: string;
}

/** The words of one language; those for later only where it has its own. */
export type Words = FirstWords & Partial<LaterWords>;
