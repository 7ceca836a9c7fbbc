/** Where the pointer or the next key press leads. */
import { readingAt, type Place } from './trend-reading';
import { lengthOf, nearestTo, pointAt } from './trend-series';
import type { TrendView } from './trend-model';

/** The point nearest to a position: in time first, then among the series. */
export function placeAt({ shape, series }: TrendView, x: number, y: number): Place | null {
  const time = shape.timeAt(x);
  const pixel = shape.timeAt(x + 1) - time;
  let best: Place | null = null;
  let distance = Infinity;
  series.forEach((one, line) => {
    let at = nearestTo(one, time);
    // Where a pixel holds many points, the one that the pointer is on.
    const picked = one.many?.pick(time - pixel, time + pixel, shape.valueAt(y)) ?? -1;
    if (picked >= 0) at = picked;
    const point = at < 0 ? undefined : pointAt(one, at);
    if (!point) return;
    const off =
      Math.abs(shape.xOf(point.x) - x) * 4 +
      (point.y === null ? 1e4 : Math.abs(shape.yOf(point.y) - y));
    if (off < distance) {
      distance = off;
      best = { series: line, at };
    }
  });
  return best;
}

/** The least that a step moves on the screen, so that every one is seen. */
const leastPixels = 2;

/**
 * Some points on; where that is less than two pixels, so far, to the value that
 * stands out there. The first step goes to that end of the window that the
 * others lead away from.
 */
export function stepFrom(
  view: TrendView,
  place: Place | null,
  way: 1 | -1,
  steps: number,
): Place | null {
  const { shape, series } = view;
  const line = place?.series ?? 0;
  const one = series[line];
  const count = one ? lengthOf(one) : 0;
  if (!one || !count) return null;
  const reading = place && readingAt(view, place);
  if (!reading) {
    const [from, to] = shape.window;
    return { series: line, at: nearestTo(one, way > 0 ? from : to) };
  }
  const at = Math.max(0, Math.min(count - 1, reading.at + way * steps));
  const { x, y } = reading.point;
  const span = shape.timeAt(leastPixels * steps) - shape.timeAt(0);
  const { many } = one;
  if (!many || Math.abs(many.xAt(at) - x) >= span) return { series: line, at };
  const from = x + span * (way > 0 ? 0.5 : -1.5);
  const [low, high] = many.extent(from, from + span);
  const was = y ?? 0;
  const picked = many.pick(from, from + span, high - was > was - low ? high : low);
  return { series: line, at: picked >= 0 ? picked : nearestTo(one, x + way * span) };
}

/** The first or the last point of the line being read. */
export function endOf({ series }: TrendView, place: Place | null, isFirst: boolean): Place | null {
  const line = place?.series ?? 0;
  const one = series[line];
  return one && lengthOf(one) ? { series: line, at: isFirst ? 0 : lengthOf(one) - 1 } : null;
}

/** The next line below (1) or above (−1) at the time being read; at the outermost it stays. */
export function lineBeside(view: TrendView, place: Place | null, way: 1 | -1): Place | null {
  const reading = place && readingAt(view, place);
  if (!reading) return stepFrom(view, null, -1, 1);
  const lines = view.series.flatMap((one, line) => {
    const at = line === reading.series ? reading.at : nearestTo(one, reading.point.x);
    return at < 0 ? [] : [{ series: line, at, y: pointAt(one, at)!.y ?? -Infinity }];
  });
  lines.sort((a, b) => b.y - a.y || a.series - b.series);
  const next = lines[lines.findIndex(({ series }) => series === reading.series) + way];
  return next ? { series: next.series, at: next.at } : reading;
}
