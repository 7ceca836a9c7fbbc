/** A metric over time: by period, and what it changed from. */
import { html, type TemplateResult } from 'lit';
import { compareWith, type Comparison } from '../metrics/compare';
import type { Direction, Metric, MetricOptions, Result } from '../metrics/metric';
import type { Cell } from '../metrics/row-fold';
import { Tabulation } from '../metrics/tabulate';
import { withRejected } from '../metrics/tally';
import { isOver, previousPeriod, readInterval } from '../metrics/time';
import { viewerZone } from '../metrics/viewer-zone';
import { changeArrow, changeWords, formatP } from '../text/change';
import { formatDelta } from '../text/format';
import { allWords } from '../text/later';
import { formatPeriod } from '../text/period';
import { hold } from './hold';
import type { Tone } from './status-pill';

/** What a value changed from, and by how much. */
export interface Change {
  comparison: Comparison;
  /** In the reader's words: "Mei 2026", "before". */
  from: string;
}

/** What `compare` and `interval` ask for. */
export interface Course {
  /** The result on the face. */
  current: Result | null;
  /** Period of `current`, where the face shows one period, and its name. */
  period: string | null;
  name?: string;
  /** What `current` is of, in words. */
  title?: string;
  /** The day that `current` begins at, where the face shows what came after a date. */
  since?: string;
  change: Change | null;
  /** The metric by period, when there is an interval. */
  steps: readonly Step[];
}

export interface Step {
  period: string | null;
  /** The period in words. */
  name: string;
  result: Result;
}

/** The attributes, and what they are read by. */
export interface CourseOptions {
  compare?: string;
  interval?: string;
  timeZone?: string;
  lang: string;
  /** When the data was made, in epoch ms. */
  now: number;
}

/**
 * What a figure is of: "November 2026", "November 2026: incomplete" while more of it is to come,
 * "since 1 Jul 2026"; `undefined` where it is of all time.
 */
export function timeTitle(
  { period, since, isOpen }: { period: string | null; since?: string; isOpen: boolean },
  lang: string,
): string | undefined {
  const words = allWords(lang);
  if (since) return `${words.since} ${formatPeriod(since, lang)}`;
  if (period === null) return undefined;
  const name = formatPeriod(period, lang, 'long');
  return isOpen ? `${name}: ${words.partial}` : name;
}

/** The date that `compare` splits at, or `null`. Throws `RangeError` where it is neither that nor `previous`. */
export function splitOf(compare: string | undefined): string | null {
  if (!compare || compare === 'previous') return null;
  if (!/^\d{4}-\d\d-\d\d$/.test(compare))
    throw new RangeError(
      `invalid compare: "${compare}"; allowed: previous, or a date such as 2026-06-15`,
    );
  return compare;
}

/** What the page asks to compare. */
type Asked = Pick<CourseOptions, 'compare' | 'interval'>;

/** The folds that a course is read from. Throws `RangeError` for attributes that cannot be used. */
export function foldsOver(
  metric: Metric,
  options: MetricOptions,
  { compare, interval: written }: Asked,
): Tabulation[] {
  const interval = written && readInterval(written);
  const split = splitOf(compare);
  const folds = split ? [{ to: split }, { from: split }] : [];
  // Set to nothing is not the same as not set: then there are no periods.
  const steps = interval ?? (compare && !split ? 'month' : '');
  return [...folds, ...(steps ? [{ interval: steps }] : [])].map(
    (part) => new Tabulation({ metric, ...options, ...part }),
  );
}

/** Of the cells by period, the records whose time cannot be read, if there are any. */
const undatedIn = (cells: readonly Cell[]): Result | undefined =>
  cells.find(({ period }) => period === null)?.result;

/** The result of a period, which tells of the records that may be of it and have no time that can be read. */
export function withUndated(result: Result, cells: readonly Cell[]): Result {
  const undated = undatedIn(cells);
  return undated ? withRejected(result, undated) : result;
}

/**
 * What there is of the newest period where no record has a time that can be read: nothing, and why.
 * `undefined` where none has any time, so that nothing could be read wrong.
 */
export function unreadTimes(cells: readonly Cell[]): Result | undefined {
  const undated = undatedIn(cells);
  return undated?.issues?.some(({ value }) => value !== 'null') ? undated : undefined;
}

/** Reads the cells of those folds; `total` is the metric of all rows. */
export function courseOf(
  metric: Metric,
  total: Result | null,
  cells: Cell[][],
  { compare, timeZone, lang, now }: CourseOptions,
): Course {
  const split = splitOf(compare);
  const words = allWords(lang);
  const parts = cells[split ? 2 : 0] ?? [];
  const newest = parts.findLast(({ period }) => period !== null)?.period ?? null;
  const isOpen = newest !== null && !isOver(newest, timeZone || viewerZone(), now);
  const steps = parts.map(({ period, result }) => {
    const name = period === null ? '–' : formatPeriod(period, lang);
    const isPart = isOpen && period === newest;
    return { period, result, name: isPart ? `${name} · ${words.partial}` : name };
  });
  const course: Course = { current: total, period: null, change: null, steps };
  const change = (before: Result, after: Result, from: string): Change => {
    return { comparison: compareWith(metric, before, after), from };
  };
  if (split) {
    const [before, after] = [cells[0]![0]?.result, cells[1]![0]?.result];
    course.current = after ?? total;
    course.since = split;
    course.title = timeTitle({ period: null, since: split, isOpen: false }, lang);
    if (before && after)
      course.change = change(before, after, `${words.before} ${formatPeriod(split, lang)}`);
  } else if (compare) {
    const known = steps.filter((step) => step.period !== null);
    const last = known.at(-1);
    if (!last) return { ...course, current: unreadTimes(parts) ?? total };
    const { period, name } = last;
    const result = withUndated(last.result, parts);
    const title = timeTitle({ period, isOpen }, lang);
    Object.assign(course, { current: result, period, name, title });
    const previous = known.find((step) => step.period === previousPeriod(period!));
    if (previous) course.change = change(previous.result, result, previous.name);
  }
  return course;
}

/** As long as what a change is from mostly is. */
function longestFrom({ compare, interval }: Asked): string {
  if (compare !== 'previous') return 'sebelum 22 Sep 2026';
  return interval === 'week' ? 'Minggu 40, 22 – 28 Sep' : 'Sep 2026';
}

/** Arrow, size and proof of a change, in the room of the longest; in words the sentence has them. */
export function drawChange(
  change: Change | null | undefined,
  direction: Direction | undefined,
  asked: Asked,
  lang: string,
): TemplateResult {
  const words = allWords(lang);
  // The proof is written smaller.
  const longest = `▲ ${words.changeFrom(words.points(2, '22,2'), longestFrom(asked))}\nperubahan nyata (p 0,0`;
  const { delta = null, p, significant, unit } = change?.comparison ?? {};
  if (!change || delta === null) return hold(longest);
  const isJudged = significant && direction !== 'none' && direction !== 'range' && delta !== 0;
  const tone: Tone = !isJudged ? 'none' : delta > 0 === (direction === 'up') ? 'good' : 'bad';
  const proof = significant ? words.realChange(formatP(p!, lang)) : words.withinNoise;
  return hold(
    longest,
    html`<p part="delta" class="delta ${tone}">
      ${changeArrow(delta)} ${words.changeFrom(formatDelta(delta, unit!, { lang }), change.from)}
      <span class="proof">${significant === null ? '' : proof}</span>
    </p>`,
  );
}

/** The same for the sentence. */
export const tellChange = ({ comparison, from }: Change, lang: string): string =>
  changeWords({ ...comparison, from }, comparison.unit, { lang, style: 'long' });
