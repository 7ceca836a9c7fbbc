/** Events above a line chart: their labels, none across another or the line of another. */
import { shorten } from './labels';
import { round } from './path';

/** What is written at an event: its name, and what its test came to, which is kept longer. */
export interface EventText {
  x: number;
  name: string;
  test: string;
}

export interface EventLabel {
  /** Where the text begins, or ends where `before` is set. */
  x: number;
  before: boolean;
  /** 0 is the upper row. */
  row: number;
  /** Shortened to its room; empty where there is none. */
  text: string;
}

/** An event in the window. */
export interface LineEvent {
  /** Its place in the input. */
  index: number;
  x: number;
  /** Where the next begins. */
  end: number;
  /** `null` where the event itself is before the window. */
  label: EventLabel | null;
  /** Labels are their numbers: their texts do not fit. */
  isNumber: boolean;
}

/** What the chart knows before its events are laid out. */
export interface EventRoom {
  /** All of the time there is, and the part that is shown. */
  full: readonly [number, number];
  window: readonly [number, number];
  /** End of the last period: events up to it belong to the last point. */
  until?: number;
  width: number;
  /** Rows that labels may take. */
  rows: number;
  charWidth: number;
  xOf(time: number): number;
}

/** Distance of a label from its line. */
const pad = 4;
/** Distance between two labels in one row. */
const between = 10;

/**
 * Labels of events, in rows above the plot: to the right of their line, else to
 * its left, in the first row with room, none across another, a line or beyond the edges.
 * A line begins at its label and passes the rows below, so a long label leaves room for as
 * many events after it as there are rows below it. What fits nowhere is shortened to the
 * widest room there is. `crossed` labels may have lines of others across them: more have
 * room. `events` in rising x.
 */
export function placeEvents(
  events: readonly EventText[],
  left: number,
  right: number,
  charWidth: number,
  rows: number,
  crossed = false,
): EventLabel[] {
  const ends = new Array<number>(rows).fill(left);
  return events.map(({ x, name, test }, i) => {
    const wanted = (name.length + test.length) * charWidth;
    let best = { room: -1, row: 0, before: false };
    for (let row = 0; row < rows; row++) {
      if (!crossed && ends.slice(row + 1).some((end) => end > x + between - pad)) continue;
      const next = events[i + rows - (crossed ? 0 : row)];
      const limit = next ? Math.min(right, next.x - pad) : right;
      const sides = [
        { room: x + pad < ends[row]! ? 0 : limit - x - pad, row, before: false },
        { room: x - pad - ends[row]!, row, before: true },
      ];
      for (const side of sides) if (best.room < wanted && side.room > best.room) best = side;
    }
    const { room, row, before } = best;
    const most = Math.floor(room / charWidth);
    const text =
      most >= test.length + 6 ? shorten(name, most - test.length) + test : shorten(name, most);
    const at = before ? x - pad : x + pad;
    if (text) {
      ends[row] = at + (before ? 0 : text.length * charWidth) + between;
      for (let below = row + 1; below < rows; below++)
        ends[below] = Math.max(ends[below]!, x + pad);
    }
    return { x: round(at), before, row, text };
  });
}

/** What is left of a name says nothing any more. */
const isMaimed = (text: string): boolean => /^.{0,8}…/u.test(text);

/**
 * The events in the window. Where one of several has no room for its text, all are labelled by their
 * numbers, for a list beside the chart. `given` in rising x, which is time in ms.
 */
export function layEvents(
  given: readonly EventText[],
  { full, window: [t0, t1], until, width, rows, charWidth, xOf }: EventRoom,
): LineEvent[] {
  const events = given.flatMap((event, index) => {
    const end = Math.min(t1, given[index + 1]?.x ?? t1);
    const isLast = event.x > t1 && t1 === full[1] && event.x < (until ?? t1);
    const x = isLast ? t1 : event.x;
    return x > t1 || end < t0 ? [] : [{ ...event, x, index, end }];
  });
  const inside = events.filter((event) => event.x >= t0);
  const place = (texts: readonly EventText[], crossed?: boolean): EventLabel[] =>
    placeEvents(texts, 0, width, charWidth, Math.min(inside.length, rows), crossed);
  const isLost = ({ text }: EventLabel): boolean => !text;
  const spots = inside.map((event) => ({ ...event, x: xOf(event.x) }));
  let placed = place(spots);
  const isNumber =
    inside.length > 1 && placed.some((label) => isLost(label) || isMaimed(label.text));
  if (isNumber) {
    const numbers = spots.map(({ x, index }) => ({ x, name: String(index + 1), test: '' }));
    placed = place(numbers);
    if (placed.some(isLost)) placed = place(numbers, true);
  }
  return events.map((event) => ({
    index: event.index,
    x: xOf(Math.max(t0, event.x)),
    end: xOf(event.end),
    label: placed[inside.indexOf(event)] ?? null,
    isNumber,
  }));
}
