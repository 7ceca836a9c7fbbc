/** Text of at most `most` characters; what is cut off shows as an ellipsis. */
export function shorten(text: string, most: number): string {
  const signs = [...text];
  if (signs.length <= most) return text;
  return most < 3
    ? ''
    : `${signs
        .slice(0, most - 1)
        .join('')
        .trimEnd()}…`;
}

/** Pushes labels apart to at least `gap`, keeping their order, inside [top, bottom]. */
export function spread(ys: readonly number[], gap: number, top: number, bottom: number): number[] {
  const order = ys.map((y, i) => ({ y, i })).sort((a, b) => a.y - b.y || a.i - b.i);
  let floor = top;
  for (const o of order) {
    o.y = Math.max(o.y, floor);
    floor = o.y + gap;
  }
  let ceiling = bottom;
  for (const o of order.reverse()) {
    o.y = Math.min(o.y, ceiling);
    ceiling = o.y - gap;
  }
  const out = new Array<number>(ys.length);
  for (const o of order) out[o.i] = Math.round(o.y * 100) / 100;
  return out;
}

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

/** Distance of a label from its line. */
const pad = 4;
/** Distance between two labels in one row. */
const between = 10;

/**
 * Labels of events, in rows above the plot: to the right of their line, else to
 * its left, in the first row with room, none across another or beyond the edges.
 * What fits nowhere is shortened to the widest room there is; a long label
 * leaves room for as many events after it as there are other rows. `events` in
 * rising x.
 */
export function placeEvents(
  events: readonly EventText[],
  left: number,
  right: number,
  charWidth: number,
  rows: number,
): EventLabel[] {
  const ends = new Array<number>(rows).fill(left);
  return events.map(({ x, name, test }, i) => {
    const wanted = (name.length + test.length) * charWidth;
    const next = events[i + rows];
    const limit = next ? Math.min(right, next.x - pad) : right;
    let best = { room: -1, row: 0, before: false };
    for (let row = 0; row < rows; row++) {
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
    if (text) ends[row] = at + (before ? 0 : text.length * charWidth) + between;
    return { x: Math.round(at * 100) / 100, before, row, text };
  });
}
