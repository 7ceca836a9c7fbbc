/** A line of very many points, as the strokes of a pen: no more than its room can show. */
import { decimate, firstAfter, firstAt, type PointIndex } from './decimate';
import { round } from './line-scales';

/** What draws, in the units of the room. */
export interface Pen {
  moveTo(x: number, y: number): void;
  lineTo(x: number, y: number): void;
  /** One column of the room, from its top to its bottom. */
  bar(x: number, top: number, bottom: number): void;
}

/** Where a line is drawn. */
export interface DenseRoom {
  left: number;
  /** Columns, each one unit wide; a whole number. */
  width: number;
  yOf(value: number): number;
}

/**
 * Draws what lies between two times. Where several points share a column, a bar from its lowest to
 * its highest value, which no line would show more of; where they do not, the line itself.
 */
export function traceLine(
  index: PointIndex,
  window: readonly [number, number],
  room: DenseRoom,
  pen: Pen,
): void {
  const start = Math.max(0, firstAt(index, window[0]) - 1);
  const end = Math.min(index.x.length, firstAfter(index, window[1]) + 1);
  if (end - start <= room.width * 1.5) tracePoints(index, window, room, pen, start, end);
  else traceColumns(index, window, room, pen);
}

/** Every point, the line from and to those outside cut off at the window. */
function tracePoints(
  { x, y }: PointIndex,
  [from, to]: readonly [number, number],
  { left, width, yOf }: DenseRoom,
  pen: Pen,
  start: number,
  end: number,
): void {
  const perMs = width / (to - from);
  let isOpen = false;
  for (let i = start; i < end; i++) {
    const edge = Math.max(from, Math.min(to, x[i]!));
    let value = y[i]!;
    if (edge !== x[i]) {
      const other = edge === from ? i + 1 : i - 1;
      value += ((y[other]! - value) * (edge - x[i]!)) / (x[other]! - x[i]!);
    }
    // A gap, also where there is no point on the other side of the edge.
    const isKnown = !Number.isNaN(value);
    const at = left + (edge - from) * perMs;
    if (isKnown && isOpen) pen.lineTo(at, yOf(value));
    else if (isKnown) {
      pen.moveTo(at, yOf(value));
      // A point alone is still a mark.
      pen.lineTo(at + 0.01, yOf(value));
    }
    isOpen = isKnown;
  }
}

function traceColumns(
  index: PointIndex,
  [from, to]: readonly [number, number],
  { left, width, yOf }: DenseRoom,
  pen: Pen,
): void {
  const { first, last, low, high, joined } = decimate(index, from, to, width);
  let before = -1;
  for (let column = 0; column < width; column++) {
    if (Number.isNaN(low[column])) continue;
    let top = yOf(high[column]!);
    let bottom = yOf(low[column]!);
    if (before >= 0 && joined[column]) {
      const came = yOf(last[before]!);
      if (before === column - 1) {
        top = Math.min(top, came);
        bottom = Math.max(bottom, came);
      } else {
        pen.moveTo(left + before + 0.5, came);
        pen.lineTo(left + column + 0.5, yOf(first[column]!));
      }
    }
    pen.bar(left + column, top, bottom);
    before = column;
  }
}

/** The same as a path, `scale` columns to a unit of the drawing. */
export function densePath(
  index: PointIndex,
  window: readonly [number, number],
  room: DenseRoom,
  scale: number,
): string {
  let path = '';
  const add = (sign: string, x: number, y: number): void =>
    void (path += `${sign}${round(x / scale)},${round(y)}`);
  traceLine(
    index,
    window,
    { ...room, left: room.left * scale, width: Math.round(room.width * scale) },
    {
      moveTo: (x, y) => add('M', x, y),
      lineTo: (x, y) => add('L', x, y),
      bar(x, top, bottom) {
        add('M', x + 0.5, top);
        path += `V${round(Math.max(bottom, top + 0.01))}`;
      },
    },
  );
  return path;
}
