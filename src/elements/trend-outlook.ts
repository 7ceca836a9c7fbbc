/** Forecast and unusual points of a trend: loaded when they are asked for. */
import { nothing, svg } from 'lit';
import { circles } from '../charts/path';
import { forecast } from '../metrics/forecast';
import { show } from '../metrics/number';
import type { Interval } from '../metrics/time';
import { nextPeriod, periodWall } from '../metrics/time';
import { unusual } from '../metrics/trend';
import { allWords } from '../text/later';
import type { TrendPoint } from './trend-series';
import { palette, type Outlook, type TrendModel, type TrendView } from './trend-model';

/** Points after which a pattern is taken to repeat, where there are enough of them. */
const seasons: Readonly<Record<Interval, number>> = {
  hour: 24,
  day: 7,
  week: 52,
  month: 12,
  quarter: 4,
  year: 1,
};

/** The attributes that ask for it. */
export interface OutlookAsked {
  /** How many periods to forecast. */
  forecast?: string;
  /** Scores beyond it are unusual. */
  unusual?: string;
}

/** A number above 0, up to 100; `missing` for an empty attribute, 0 where there is none. */
function amountOf(text: string | undefined, name: string, missing: number): number {
  if (text === undefined || text === null) return 0;
  const value = text === '' ? missing : Number(text);
  if (value > 0 && value <= 100) return value;
  throw new RangeError(`invalid ${name}: ${show(text)}; allowed: up to 100`);
}

/** Adds forecast and marks to the series; says by which methods. Throws `RangeError` on an amount that is none. */
export function lookAhead(
  { series, interval, isInstant, openPeriod, metric }: TrendModel,
  asked: OutlookAsked,
  timeZone: string,
): Outlook {
  const periods = Math.round(amountOf(asked.forecast, 'forecast', 4));
  // Instants have no next period to say anything about.
  const steps = isInstant ? 0 : periods;
  const threshold = amountOf(asked.unusual, 'unusual', 3.5);
  // The newest period, while it is not over, is no base for either.
  const isOpen = !!openPeriod;
  const { scale } = metric;
  const outlook: Outlook = {};
  for (const one of series.slice(0, palette)) {
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
          result: { value, interval: [low, high] } as unknown as TrendPoint['result'],
        };
      });
    }
    if (threshold) {
      const found = unusual(values, { season, threshold });
      outlook.unusual ??= found?.method ?? null;
      for (const { index } of found?.points ?? []) past[index]!.unusual = one.hasUnusual = true;
    }
  }
  return outlook;
}

/** Which methods found them, in words. */
export function outlookNotes({ forecast, unusual }: Outlook, lang: string): string[] {
  const words = allWords(lang);
  const notes: string[] = [];
  const named = (method: string | null): string =>
    method === null ? words.noData : (words.methodName?.(method) ?? method);
  if (forecast !== undefined) notes.push(`${words.forecast} (95%): ${named(forecast)}`);
  if (unusual !== undefined) notes.push(`${words.unusual}: ${named(unusual)}`);
  return notes;
}

/** More rings than this have no words beside them. */
const mostNamed = 3;

/** Rings around what is unusual; few are named, on the side that the line does not come from. */
export function drawUnusual({ shape, series, format }: TrendView, index: number): unknown {
  const { left, right, top, bottom } = shape.plot;
  const [from, to] = shape.window;
  const { points } = series[index]!;
  const odd = points.flatMap((p, i) => {
    if (!p.unusual || p.x < from || p.x > to) return [];
    const beside = [points[i - 1]?.y, points[i + 1]?.y].filter((y) => typeof y === 'number');
    return [{ x: shape.xOf(p.x), y: shape.yOf(p.y!), isLow: beside.every((y) => y > p.y!) }];
  });
  if (!odd.length) return nothing;
  const names = odd.map(({ x, y, isLow }) => {
    const isClear = isLow ? y + 20 < bottom : y - 20 > top;
    const isLeft = isClear ? x < left + 30 : x <= right - 60;
    const anchor = isLeft ? 'start' : isClear && x <= right - 30 ? 'middle' : 'end';
    const [dx, dy] = isClear ? [0, isLow ? 18 : -10] : [isLeft ? 10 : -10, 4];
    return svg`<text class="text halo" x=${x + dx} y=${y + dy} text-anchor=${anchor}>${allWords(format.lang).unusual}</text>`;
  });
  return svg`<path class="odd" d=${circles(odd, 6)} />${odd.length > mostNamed ? nothing : names}`;
}
