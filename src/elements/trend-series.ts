import type { LinePoint } from '../charts/line';
import type { Result } from '../metrics/metric';
import type { Cell } from '../metrics/tabulate';
import { periodsBetween, periodWall } from '../metrics/time';

/** One line of the trend: a segment over the periods. */
export interface TrendSeries {
  /** `null` where nothing divides the records. */
  segment: string | null;
  points: TrendPoint[];
}

export interface TrendPoint extends LinePoint {
  period: string;
  /** `null` in a period without records. */
  result: Result | null;
}

/** Above this, a span is drawn without filling in the periods that have no records. */
const mostPeriods = 5000;

/** Cells by segment, each period of the whole span in its place; a period without records is a gap. */
export function seriesOf(cells: readonly Cell[]): TrendSeries[] {
  const bySegment = new Map<string | null, Map<string, Result>>();
  let first: string | null = null;
  let last: string | null = null;
  for (const { segment, period, result } of cells) {
    if (period === null) continue;
    let periods = bySegment.get(segment);
    if (!periods) bySegment.set(segment, (periods = new Map()));
    periods.set(period, result);
    if (first === null || period < first) first = period;
    if (last === null || period > last) last = period;
  }
  if (first === null || last === null) return [];
  const all = periodsBetween(first, last);
  const complete = all.length > 0 && all.length <= mostPeriods && all.at(-1) === last;
  return [...bySegment].map(([segment, results]) => ({
    segment,
    points: (complete ? all : [...results.keys()].sort()).map((period) => {
      const result = results.get(period) ?? null;
      return {
        period,
        result,
        x: periodWall(period),
        y: result?.value ?? null,
        low: result?.interval?.[0] ?? null,
        high: result?.interval?.[1] ?? null,
      };
    }),
  }));
}
