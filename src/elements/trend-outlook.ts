/** Forecast and unusual points of a trend: loaded when they are asked for. */
import { svg } from 'lit';
import { namesBeside } from '../charts/beside';
import { known } from '../charts/line-scales';
import { circles } from '../charts/path';
import { forecast } from '../metrics/forecast';
import { show } from '../metrics/number';
import type { Interval } from '../metrics/time';
import { nextPeriod, periodWall } from '../metrics/time';
import { unusual } from '../metrics/trend';
import { adopt } from '../styles/adopt';
import { trendExtraStyle } from '../styles/trend-extras';
import { allWords } from '../text/later';
import type { TrendPoint } from './trend-series';
import { palette, type Outlook, type Search, type TrendModel, type TrendView } from './trend-model';

/** Points after which a pattern is taken to repeat, where there are enough of them. */
const seasons: Readonly<Record<Interval, number>> = {
  hour: 24,
  day: 7,
  week: 52,
  month: 12,
  quarter: 4,
  year: 1,
};

/** The element, and its attributes that ask for it. */
interface Asking {
  readonly shadowRoot: ShadowRoot | null;
  /** How many periods to forecast. */
  forecast?: string | number;
  /** Scores beyond it are unusual. */
  unusual?: string | number | boolean;
}

/** A number above 0, up to 100; `missing` for an empty attribute or `true`, 0 where there is none. */
function amountOf(text: Asking['unusual'], name: string, missing: number): number {
  if (text === undefined || text === null || text === false) return 0;
  const value = text === '' || text === true ? missing : Number(text);
  if (value > 0 && value <= 100) return value;
  throw new RangeError(`invalid ${name}: ${show(text)}; allowed: up to 100`);
}

/** Of several lines: found in any, by the method of the first that could be looked at. */
function joined(before: Search | undefined, now: Search): Search {
  if (typeof now === 'string') return before ?? now;
  if (!before || typeof before === 'string') return now;
  return { ...before, isFound: before.isFound || now.isFound };
}

/** Adds forecast and marks to the series; says by which methods. Throws `RangeError` on an amount that is none. */
export function lookAhead(
  { series, interval, isInstant, openPeriod, metric }: TrendModel,
  asked: Asking,
  timeZone: string,
): Outlook {
  adopt(asked.shadowRoot, trendExtraStyle);
  const periods = Math.round(amountOf(asked.forecast, 'forecast', 4));
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
    // Instants have no next period to say anything about.
    if (periods && isInstant) outlook.forecast = 'needsInterval';
    else if (periods) {
      // Over the open period and on, so that as many as asked for lie in the future.
      const found = forecast(values, { steps: periods + (isOpen ? 1 : 0), season, scale });
      const search = found ? { method: found.method, isFound: true } : 'tooFewValues';
      outlook.forecast = joined(outlook.forecast, search);
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
      const odd = found?.points ?? [];
      for (const { index } of odd) past[index]!.unusual = one.hasUnusual = true;
      const search = found
        ? { method: found.method, isFound: odd.length > 0 }
        : one.many
          ? 'tooManyPoints'
          : 'tooFewValues';
      outlook.unusual = joined(outlook.unusual, search);
    }
  }
  return outlook;
}

/** Which methods found them, that there are none, or why they were not looked for, in words. */
export function outlookNotes({ forecast, unusual }: Outlook, lang: string): string[] {
  const words = allWords(lang);
  const told = (name: string, search: Search | undefined): string[] => {
    if (!search) return [];
    if (typeof search === 'string') return [`${name}: ${words[search]}`];
    const method = words.methodName?.(search.method) ?? search.method;
    return [`${name}: ${search.isFound ? method : words.noneFound(method)}`];
  };
  return [...told(`${words.forecast} (95%)`, forecast), ...told(words.unusual, unusual)];
}

/** A line with more rings than this has no words beside them. */
const mostNamed = 3;

/** Rings around what is unusual; few are named, where no other text and best no line is. */
export function drawUnusual({ shape, series, format }: TrendView): unknown {
  const [from, to] = shape.window;
  const name = allWords(format.lang).unusual;
  const ringed = series.slice(0, palette).map(({ points }) =>
    points.flatMap((p, i) => {
      if (!p.unusual || p.x < from || p.x > to) return [];
      const beside = [points[i - 1]?.y, points[i + 1]?.y].filter(known);
      return [{ x: shape.xOf(p.x), y: shape.yOf(p.y!), isLow: beside.every((y) => y > p.y!) }];
    }),
  );
  const lines = series.map(({ points }) =>
    points.map(({ x, y }) => (known(y) ? ([shape.xOf(x), shape.yOf(y)] as const) : null)),
  );
  const named = ringed.filter((odd) => odd.length <= mostNamed).flat();
  const names = namesBeside(name, named, lines, shape.plot).map(
    (spot) =>
      spot &&
      svg`<text class="text halo" x=${spot.x} y=${spot.y} text-anchor=${spot.anchor}>${name}</text>`,
  );
  return svg`<path class="odd" d=${circles(ringed.flat(), 6)} />${names}`;
}
