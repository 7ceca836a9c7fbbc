/** Forecast and unusual points of a trend: loaded when they are asked for. */
import { forecast } from '../metrics/forecast';
import { show } from '../metrics/number';
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
  /** How many periods to forecast, as the attribute gives it. */
  forecast?: string;
  /** Scores beyond it are unusual, as the attribute gives it. */
  unusual?: string;
  /** Instants have no next period to say anything about. */
  isInstant: boolean;
  interval: Interval;
  /** The newest period is not over, and so no base for either. */
  isOpen: boolean;
  scale: readonly [number | null, number | null];
  timeZone: string;
}

/** A number above 0, up to 100; `missing` for an empty attribute, 0 where there is none. */
function amountOf(text: string | undefined, name: string, missing: number): number {
  if (text === undefined || text === null) return 0;
  const value = text === '' ? missing : Number(text);
  if (value > 0 && value <= 100) return value;
  throw new RangeError(`invalid ${name}: ${show(text)}; allowed: up to 100`);
}

/** Adds forecast and marks to the series; says by which methods. Throws `RangeError` on an amount that is none. */
export function lookAhead(series: readonly TrendSeries[], options: OutlookOptions): Outlook {
  const { interval, isOpen, scale, timeZone } = options;
  const periods = Math.round(amountOf(options.forecast, 'forecast', 4));
  const steps = options.isInstant ? 0 : periods;
  const threshold = amountOf(options.unusual, 'unusual', 3.5);
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
