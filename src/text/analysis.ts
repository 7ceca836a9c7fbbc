/**
 * A first draft of what a number means: one or two sentences from the value,
 * what it was before, its target and its segments. A person edits it. It says
 * what was seen, and where chance would do as well, it says that too.
 */
import type { Direction, Result } from '../metrics/metric';
import { analysisWords, type AnalysisWords, type Step } from './analysis-words';
import { catalogueFor } from './catalogue';
import {
  durationStyle,
  formatDelta,
  formatNumber,
  formatValue,
  type FormatOptions,
  type TargetLike,
} from './format';
import type { StatusName } from './status';
import { isLossy } from './sample';

export { registerAnalysis, type AnalysisWords } from './analysis-words';

/** A segment's result: one channel, one agent. */
export interface SegmentResult {
  name: string;
  result: Result;
}

/** What is known about a KPI. Everything but the result may be absent. */
export interface AnalysisInput {
  result: Result;
  /** The same metric before. `step` speaks of "last month", else `label` is named: "Mei". */
  previous?: { value: number | null; label?: string; step?: Step } | null;
  /** The test between both, from `compare`. */
  comparison?: { significant?: boolean | null } | null;
  target?: TargetLike | null;
  status?: StatusName | null;
  /** False where the result's interval straddles the target. */
  proven?: boolean | null;
  /** Which way is better, where it is not the metric's own. */
  direction?: Direction;
  segments?: readonly SegmentResult[];
  /** The field that makes the segments: "channel". */
  by?: string;
  lang: string;
}

/** Below this many answers a value is said to come from a small sample. */
const SMALL = 30;
/** From this relative change on, a figure that is neither good nor bad asks for a look. */
const NOTABLE = 0.1;
/** Two-sided 95 % point of the normal distribution. */
const Z = 1.959963984540054;

/**
 * "Turun 3 poin dari Mei; di bawah target; terendah di kanal e-mail (78%)."
 * Empty where there is neither a change nor a target nor a segment to speak of.
 */
export function draftAnalysis(input: AnalysisInput): string {
  const { result, target, lang } = input;
  const t = analysisWords(lang);
  if (result.value === null || !Number.isFinite(result.value)) return t.noData;
  const o: FormatOptions = {
    lang,
    currency: result.currency,
    style: durationStyle(target) === 'clock' ? 'clock' : 'long',
  };
  const change = changePart(input, t, o);
  const worst = worstSegment(input);
  const parts = [change.text, targetPart(input, t, o), worst && segmentPart(input, worst, t, o)];
  const first = parts.filter(Boolean).join('; ');
  const sentences = first ? [`${first[0]!.toUpperCase()}${first.slice(1)}.`] : [];
  if (change.notable) sentences.push(t.investigate);
  if (result.unit !== 'count' && result.n > 0 && result.n < SMALL) {
    sentences.push(`${catalogueFor(lang).smallSample(formatNumber(result.n, lang))}.`);
  }
  return sentences.join(' ');
}

/** "412 of 420 values could not be read."; empty where they are few enough to be left unsaid. */
export function unreadValues(result: Pick<Result, 'n' | 'invalid'>, lang: string): string {
  if (!isLossy(result)) return '';
  const { invalid } = result;
  const all = result.n + invalid;
  return analysisWords(lang).unread(formatNumber(invalid, lang), formatNumber(all, lang), all);
}

function changePart(
  { result, previous, comparison, direction = result.direction }: AnalysisInput,
  t: AnalysisWords,
  o: FormatOptions,
): { text: string; notable: boolean } {
  const before = previous?.value;
  if (!previous || typeof before !== 'number' || !Number.isFinite(before)) {
    return { text: '', notable: false };
  }
  const value = result.value!;
  const delta = value - before;
  const since = previous.step
    ? t.sinceLast[previous.step]
    : previous.label
      ? t.since(previous.label)
      : t.sinceLast.period;
  // Numbers of things and money are told as a share of what they were; a share of 0 is nothing.
  const relative =
    (result.unit === 'count' || result.unit === 'currency') && before > 0 ? delta / before : null;
  const size =
    relative === null ? formatDelta(delta, result.unit, o) : percent(Math.abs(relative), o.lang);
  const zero = relative === null ? formatDelta(0, result.unit, o) : percent(0, o.lang);
  if (size === zero) return { text: t.unchanged(since), notable: false };
  const say = relative === null ? (delta > 0 ? t.rose : t.fell) : delta > 0 ? t.grew : t.shrank;
  const real = comparison?.significant ?? beyondChance(result, before);
  return {
    text: say(size, since) + (real === false ? `, ${t.noise}` : ''),
    notable: real !== false && direction === 'none' && Math.abs(relative ?? 0) >= NOTABLE,
  };
}

/**
 * What can be said without a test of both sides: a former value inside today's
 * interval is no proven change, and two counts have to differ by more than
 * Poisson counts do by chance, z = (a − b) / √(a + b). Real arrivals vary more
 * than that, so this only keeps small changes from being praised. `null`:
 * cannot tell.
 */
function beyondChance({ value, unit, interval }: Result, before: number): boolean | null {
  if (interval) return interval[0] <= before && before <= interval[1] ? false : null;
  if (unit !== 'count' || value! < 0 || before < 0) return null;
  return Math.abs(value! - before) / Math.sqrt(value! + before) > Z;
}

function targetPart(
  { result, target, status, proven, previous, direction = result.direction }: AnalysisInput,
  t: AnalysisWords,
  o: FormatOptions,
): string {
  if (!target || !status || status === 'no-data') return '';
  const value = result.value!;
  const { low, high } = target;
  if (direction === 'none' && target.op === '=') {
    // The plan was last month's figure: the change has already said it.
    if (previous?.value === low) return '';
    if (value === low || low === 0)
      return value === low ? t.onPlan : value > low ? t.above : t.below;
    const off = percent(Math.abs((value - low) / low), o.lang);
    return value > low ? t.overPlan(off) : t.underPlan(off);
  }
  const doubt = proven === false ? `, ${t.notProven}` : '';
  if (status === 'met') return t.met + doubt;
  if (status === 'missed') return (value > high ? t.above : t.below) + doubt;
  const gap = Math.min(Math.abs(value - low), Math.abs(value - high));
  return gap === 0 ? t.onLimit : t.gap(formatDelta(gap, result.unit, o));
}

/**
 * The segment to begin with: the lowest where more is better, the highest where
 * less is. Named only if its own interval leaves the overall value outside, or,
 * where the metric has no interval, from 30 answers on. `null` where none
 * stands out, or neither way is better.
 */
export function worstSegment({
  result,
  segments,
  direction = result.direction,
}: Pick<AnalysisInput, 'result' | 'segments' | 'direction'>): SegmentResult | null {
  const all = result.value;
  if (!segments || segments.length < 2 || all === null) return null;
  if (direction !== 'up' && direction !== 'down') return null;
  const sign = direction === 'up' ? 1 : -1;
  let worst: SegmentResult | null = null;
  for (const segment of segments) {
    const { value, interval, n } = segment.result;
    if (value === null || (value - all) * sign >= 0) continue;
    const apart = interval ? (interval[direction === 'up' ? 1 : 0] - all) * sign < 0 : n >= SMALL;
    if (apart && (!worst || (value - worst.result.value!) * sign < 0)) worst = segment;
  }
  return worst;
}

function segmentPart(
  { result, by = '', direction = result.direction, lang }: AnalysisInput,
  { name, result: { value } }: SegmentResult,
  t: AnalysisWords,
  o: FormatOptions,
): string {
  const text = formatValue(value, result.unit, { ...o, sign: result.unit === 'points' });
  const segment = segmentName(by, name, lang);
  return direction === 'up' ? t.lowest(segment, text) : t.highest(segment, text);
}

/** "kanal e-mail": a segment as it is called in a sentence. */
export function segmentName(by: string, name: string, lang: string): string {
  return analysisWords(lang).segment(by, name);
}

/** A share as a percentage, whole from 10 % on. */
function percent(share: number, lang: string): string {
  return formatValue(share * 100, 'percent', { lang, digits: share >= 0.0995 ? 0 : 1 });
}
