/**
 * The words of the tiles, by language. English and Indonesian ship with the
 * kit; a page can register others, or replace single words of these.
 */
import type { FailureDetail } from './because';
import { en } from './en';
import type { FormulaWords } from './formula-words';
import { id } from './id';

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
export interface Catalogue {
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
  metTarget(target: string): string;
  nearTarget(target: string): string;
  aboveTarget(target: string): string;
  belowTarget(target: string): string;

  // States of a tile.
  loading: string;
  /** Events arrive as they happen. */
  live: string;
  liveLost: string;
  rowsRead(count: number, text: string): string;
  idleTitle: string;
  idleHint: string;
  emptyTitle: string;
  emptyHint: string;
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
  changeFrom(delta: string, period: string): string;
  rose(delta: string): string;
  fell(delta: string): string;
  unchanged: string;
  realChange(p: string): string;
  withinNoise: string;
  partial: string;
  before: string;
  after: string;
  points(count: number, text: string): string;

  // Words on the marks and in the table views.
  interval: string;
  intervalFromTo(low: string, high: string): string;
  to(low: string, high: string): string;
  promoters: string;
  passives: string;
  detractors: string;
  score: string;
  count: string;
  share: string;
  period: string;
  segment: string;
  value: string;
  benchmark: string;
  event: string;
  forecast: string;
  unusual: string;
  all: string;
  other: string;
  change: string;
  outOf(from: string, to: string, scale: string): string;
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
  edit(column: string): string;
  save: string;
  cancel: string;
  countMet(count: string): string;
  countNear(count: string): string;
  countMissed(count: string): string;
  countNoData(count: string): string;

  // Menu.
  menu: string;
  refresh: string;
  showTable: string;
  showChart: string;
  formula: string;
  copyValue: string;
  copyImage: string;
  copied: string;
  downloadPng: string;
  downloadSvg: string;
  downloadCsv: string;
  fullScreen: string;
  print: string;
  close: string;
  resetZoom: string;
  /** Around a formula; left out: English, for "id" Indonesian. */
  formulaWords?: Partial<FormulaWords>;

  // Pieces of the sentences that stand for a chart.
  periods(count: number, text: string): string;
  series(count: number, text: string): string;
  andMore(count: string): string;
  fromTo(first: string, last: string): string;
  lowest(value: string): string;
  highest(value: string): string;
  benchmarkOf(name: string, value: string): string;
}

const catalogues = /* @__PURE__ */ new Map<string, Catalogue>();

/**
 * Adds a language, or replaces words of one that is there. `lang` is a BCP 47
 * tag, of which the language alone counts. Words left out are the English ones
 * (for "id": the Indonesian ones).
 */
export function registerCatalogue(lang: string, words: Partial<Catalogue>): void {
  const language = languageOf(lang);
  // An own `units` of undefined would hide English ones, and must: they are words too.
  const base: Catalogue = own(language) ?? { ...en, units: undefined };
  catalogues.set(language, { ...base, ...words });
}

/** The words of a language; English where there are none. */
export function catalogueFor(lang: string): Catalogue {
  return own(languageOf(lang)) ?? en;
}

/** A tag that Intl takes and that has a catalogue, so that words and numbers never mix languages. */
export function localeFor(lang: string): string {
  return (own(languageOf(lang)) && canonical(lang)) || 'en';
}

function own(language: string): Catalogue | undefined {
  return catalogues.get(language) ?? (language === 'id' ? id : language === 'en' ? en : undefined);
}

const languages = /* @__PURE__ */ new Map<string, string>();

function languageOf(lang: string): string {
  let language = languages.get(lang);
  if (!language) languages.set(lang, (language = canonical(lang)?.split('-')[0] ?? 'en'));
  return language;
}

const tags = /* @__PURE__ */ new Map<string, string | null>();

/** "in_ID" is "id-ID"; what is no language tag at all is `null`. */
function canonical(lang: string): string | null {
  let tag = tags.get(lang);
  if (tag === undefined) {
    try {
      tag = Intl.getCanonicalLocales(String(lang).replaceAll('_', '-'))[0] ?? null;
    } catch {
      tag = null;
    }
    tags.set(lang, tag);
  }
  return tag;
}
