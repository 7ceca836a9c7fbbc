import { shorten } from '../charts/labels';
import { lineChart } from '../charts/line';
import type { Span } from '../charts/zoom';
import type { Benchmark } from '../data/schema';
import type { Instant } from '../metrics/time';
import type { Words } from '../text/catalogue';
import { formatTarget, formatValue, type FormatOptions } from '../text/format';
import { formatPeriod } from '../text/period';
import { tickText } from './trend-marks';
import { extremesOf, unitOf, type TrendSeries } from './trend-series';
import { palette, type TrendModel, type TrendView } from './trend-model';
import { happenings, instants, outlooks, readers } from './trend-on-demand';
import { leastOf, leasts } from './trend-words';

/** How it is to be shown. */
export interface TrendFrame {
  /** Of the plot, in units of the drawing. */
  size: readonly [number, number];
  window: Span | null;
  mark: Benchmark | null;
  words: Words;
  lang: string;
  nameOf(series: TrendSeries): string;
}

/** Said below the plot: what is dashed, forecast or ringed, and by which method. */
export function notesOf(
  { openPeriod, changes, outlook }: TrendModel,
  { words, lang }: Pick<TrendFrame, 'words' | 'lang'>,
): string[] {
  return [
    ...(openPeriod ? [`${formatPeriod(openPeriod, lang)}: ${words.partial}`] : []),
    ...changes,
    ...(outlook ? outlooks.here.outlookNotes(outlook, lang) : []),
  ];
}

const lastIn = ({ many, points }: TrendSeries, to: number): number | null =>
  (many ? many.last(to) : points.findLast((p) => p.y !== null && p.x <= to))?.y ?? null;

/** Geometry and words of the chart; `null` while there is no size. */
export function trendView(model: TrendModel, frame: TrendFrame): TrendView | null {
  const { metric, series, isInstant, openPeriod } = model;
  const { window, mark, words, lang, nameOf } = frame;
  const [width, height] = frame.size;
  if (!width || !height) return null;
  const { unit, currency } = unitOf(model);
  const format: FormatOptions = { lang, currency };
  const least = isInstant ? leastOf(series) : leasts[model.interval];
  const timeOf = (at: Instant): number => (isInstant ? at.ms : at.wall);
  const labelOf = (one: TrendSeries): string => {
    // Two lines of a legend, where it does not fit beside the line.
    const name = shorten(nameOf(one), Math.max(24, width / 4));
    // The value beside which the label stands: the newest in sight.
    const value = window ? lastIn(one, window[1]) : (extremesOf(one).last?.y ?? null);
    return `${name} ${formatValue(value, unit, { ...format, sign: unit === 'points' })}`;
  };
  const events = model.events.length ? happenings.here.eventTexts(model, format, words) : [];
  const benchmark = mark && {
    value: mark.value,
    label: `${mark.name ?? words.benchmark} ${formatValue(mark.value, unit, format)}`,
  };
  const shape = lineChart(
    {
      series: series.map((one, i) => ({
        points: one.points,
        ahead: one.ahead,
        source: one.many,
        open: !!openPeriod,
        label: i < palette ? labelOf(one) : undefined,
      })),
      target: model.steps.map(({ at, target }) => ({
        x: at && timeOf(at),
        low: target.low,
        high: target.high,
        label: `${words.target} ${formatTarget(target, unit, { ...format, bare: true })}`,
      })),
      benchmark,
      ...(events.length && { layEvents: (room) => happenings.here.layEvents(events, room) }),
      bounds: metric.scale,
      ...(window && { window, clip: readers.here.clip }),
      hasBands: series.length < 3,
      until: model.until,
      isDuration: unit === 'seconds',
    },
    {
      width,
      height,
      least,
      // For the button that shows all again.
      reserve: window ? 24 : 0,
      formatX: (time, step, isFirst) => tickText(time, step, isFirst, least, lang),
      formatY: (value, step) => formatValue(value, unit, { ...format, compact: true, step }),
      ...(isInstant && instants.here.clockOf(model.timeZone)),
    },
  );
  return {
    shape,
    size: frame.size,
    series,
    unit,
    format,
    words,
    nameOf,
    openPeriod,
    benchmark: benchmark && benchmark.label,
    events,
  };
}
