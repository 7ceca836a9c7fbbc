/** What `compare` asks of a trend, in words: loaded with the events. */
import { compareWith, type Comparison } from '../metrics/compare';
import { needsWholePeriod } from '../metrics/whole-period';
import { changeWords } from '../text/change';
import { allWords } from '../text/later';
import { formatPeriod } from '../text/period';
import type { SeriesWords } from '../text/trend-sentence';
import { splitOf } from './course';
import { palette, type TrendModel } from './trend-model';
import type { TrendPoint } from './trend-series';

/** So many lines are all named; of more those that really changed. */
const mostNamed = 3;

/**
 * The newest period and the one before it, where both have a value: as the other elements compare.
 * Of what part of a period has less, the newest whole one.
 */
function lastTwo(points: readonly TrendPoint[], openPeriod: string | null) {
  const last = points.at(-1);
  const isPart = last?.period === openPeriod && last?.result && needsWholePeriod(last.result);
  const [before, after] = (isPart ? points.slice(0, -1) : points).slice(-2);
  return before?.result && after?.result && after.y !== null && before.y !== null
    ? { before: before.result, after: after.result, from: before.period, to: after.period }
    : null;
}

/**
 * Adds to each line how it changed: the newest period from the one before or, of a single line,
 * after a date from before it. Returns what is said of periods below the chart; of a date the chart
 * tells itself.
 */
export function tellChanges(
  { metric, series, isInstant, openPeriod, events, tests }: TrendModel,
  lines: readonly SeriesWords[],
  compare: string,
  lang: string,
): string[] {
  const words = allWords(lang);
  const told = (comparison: Comparison, from: string): string =>
    changeWords({ ...comparison, from }, comparison.unit, { lang, style: 'long' });
  const split = splitOf(compare);
  if (split) {
    const test = tests[events.findIndex(({ isSplit }) => isSplit)];
    const from = `${words.before} ${formatPeriod(split, lang)}`;
    if (test && lines.length === 1) lines[0]!.change = told(test, from);
    return [];
  }
  const changes = series.slice(0, palette).flatMap(({ points }, i) => {
    const pair = isInstant ? null : lastTwo(points, openPeriod);
    if (!pair) return [];
    const comparison = compareWith(metric, pair.before, pair.after);
    const change = told(comparison, formatPeriod(pair.from, lang));
    const period = formatPeriod(pair.to, lang);
    return { line: lines[i]!, period, change, isReal: comparison.significant };
  });
  const named = changes.length > mostNamed ? changes.filter(({ isReal }) => isReal) : changes;
  for (const { line, period, change } of named) line.change = `${period}: ${change}`;
  const said =
    named
      .map(({ line, change }) => (lines.length > 1 ? `${line.name}: ${change}` : change))
      .join('; ') || words.withinNoise;
  return changes[0] ? [`${changes[0].period}: ${said}`] : [];
}
