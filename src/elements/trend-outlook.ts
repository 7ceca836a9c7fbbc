/** Forecast and unusual points of a trend: loaded when they are asked for. */
import { forecast } from '../metrics/forecast';
import type { Interval } from '../metrics/time';
import { nextPeriod, periodWall } from '../metrics/time';
import { unusual } from '../metrics/trend';
import type { TrendPoint, TrendSeries } from './trend-series';

/** Points after which a pattern is taken to repeat, where there are enough of them. */
const seasons: Readonly<Record<Interval, number>> = {
  hour: 24,
  day: 7,
  week: 52,
  month: 12,
  quarter: 4,
  year: 1,
};

export interface Outlook {
  /** Method of the forecast; `null` where there is too little to go by. */
  forecast?: string | null;
  unusual?: string | null;
}

export interface OutlookOptions {
  /** How many periods to forecast; 0 for none. */
  steps: number;
  /** Scores beyond it are unusual; 0 marks none. */
  threshold: number;
  interval: Interval;
  /** The newest period is not over, and so no base for either. */
  isOpen: boolean;
  scale: readonly [number | null, number | null];
  timeZone: string;
}

/** Adds forecast and marks to the series; says by which methods. */
export function lookAhead(series: readonly TrendSeries[], options: OutlookOptions): Outlook {
  const { steps, threshold, interval, isOpen, scale, timeZone } = options;
  const outlook: Outlook = {};
  for (const one of series) {
    const past = isOpen ? one.points.slice(0, -1) : one.points;
    const values = past.map((point) => point.y);
    const count = values.filter((value) => value !== null).length;
    const season = count >= seasons[interval] * 2 ? seasons[interval] : 1;
    if (steps) {
      // Over the open period and on, so that as many as asked for lie in the future.
      const found = forecast(values, { steps: steps + (isOpen ? 1 : 0), season, scale });
      outlook.forecast ??= found?.method ?? null;
      let period = past.at(-1)?.period ?? '';
      one.ahead = found?.points.map(({ value, low, high }): TrendPoint => {
        period = nextPeriod(period, timeZone);
        return {
          period,
          x: periodWall(period),
          y: value,
          low,
          high,
          ahead: true,
          result: { value, interval: [low, high], n: 0 } as unknown as TrendPoint['result'],
        };
      });
    }
    if (threshold) {
      const found = unusual(values, { season, threshold });
      outlook.unusual ??= found?.method ?? null;
      for (const { index } of found?.points ?? []) past[index]!.unusual = true;
    }
  }
  return outlook;
}
