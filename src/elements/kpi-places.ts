/** Lines that hold the places of those to come. They are drawn but never seen, spoken or exported. */
import { remarksOf } from '../data/kpi-remarks';
import { own } from '../metrics/field';
import type { Lang } from '../metrics/metric';
import { metricAtHand } from '../metrics/on-demand';
import type { Words } from '../text/catalogue';
import type { KpiLine } from './kpi-rows';

/** What a cell is drawn from. */
type Place = Partial<Record<string, unknown>>;

/** A line as long as that of a row will be; texts alone count. */
function placeOf(row: unknown, lang: Lang): KpiLine {
  const text = (key: string): string => {
    const value = own(row, key) ?? '';
    return typeof value === 'object' ? '' : String(value);
  };
  const metric = metricAtHand(text('metric').toLowerCase());
  const aim = text('target');
  const place: Place = {
    name: metric?.text[lang].name ?? text('metric'),
    unit: metric?.unit ?? (/%/.test(aim) ? 'percent' : /[a-z:]/i.test(aim) ? 'seconds' : 'count'),
    target: aim && { op: '>', value: 90, low: 90, high: 90, text: aim },
    trend: own(row, 'trend') ? [0, 1] : [],
    scale: [0, 100],
    direction: text('direction') || metric?.direction,
    ...remarksOf(text),
  };
  return place as unknown as KpiLine;
}

/** Lines for rows that are at hand, for as many as are named, or for four. */
export function placesFor(
  rows: readonly unknown[] | null,
  kpis: string | undefined,
  words: Words,
  lang: Lang,
): KpiLine[] {
  const some = kpis?.split(/[;\n]/).filter((piece) => piece.trim()) ?? [1, 2, 3, 4];
  const unknown = { metric: words.below, target: '90', trend: true };
  return (rows ?? some.map(() => unknown)).map((row) => placeOf(row, lang));
}

/** Fills in what a line lacks without data, as long as it mostly is. */
export function fillPlaces(lines: KpiLine[], words: Words, isDrafted: boolean): KpiLine[] {
  for (const line of lines) {
    const { target } = line;
    // On the side of its target where a result is missed.
    const value = !target ? 88 : line.direction === 'down' ? target.high * 1.1 : target.low * 0.9;
    line.result = { ...line.result, value };
    if (!target) continue;
    // A plan is told by how far it was missed, all else by words.
    const status = line.direction === 'none' ? 'near' : 'missed';
    line.standing = { status, gap: -8, proven: null };
    if (isDrafted && !line.analysis && !line.action) line.analysis = line.action = words.emptyHint;
  }
  return lines;
}
