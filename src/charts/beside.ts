/** Names beside marks inside a plot: none across another, where they can be off the lines. */
import { letterWidth } from './labels';
import { round } from './line-scales';

/** A mark that is to be named. */
export interface Marked {
  x: number;
  y: number;
  /** The line comes from above: there is more room below. */
  isLow: boolean;
}

/** Where a name stands: its baseline, and which part of it is at x. */
export interface NameSpot {
  x: number;
  y: number;
  anchor: 'start' | 'middle' | 'end';
}

interface Box {
  left: number;
  right: number;
  top: number;
  bottom: number;
}

/** Letters above and below their baseline. */
const [ascent, descent] = [9, 3];
/** Of the ring around a mark. */
const radius = 6;

const anchors = ['middle', 'start', 'end'] as const;

/** Above or below, where the line is not, then beside, then where it is. */
function spotsAround({ x, y, isLow }: Marked): NameSpot[] {
  const [above, below] = [y - 10, y + 18];
  const over = (at: number): NameSpot[] => anchors.map((anchor) => ({ x, y: at, anchor }));
  return [
    ...over(isLow ? below : above),
    { x: x + 10, y: y + 4, anchor: 'start' },
    { x: x - 10, y: y + 4, anchor: 'end' },
    ...over(isLow ? above : below),
  ];
}

function boxOf({ x, y, anchor }: NameSpot, width: number): Box {
  const left = x - width * { start: 0, middle: 0.5, end: 1 }[anchor];
  return { left, right: left + width, top: y - ascent, bottom: y + descent };
}

const touches = (a: Box, b: Box): boolean =>
  a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom;

/** Whether a step of a line, from left to right, passes through a box. */
function crosses([x0, y0]: readonly number[], [x1, y1]: readonly number[], box: Box): boolean {
  const [from, to] = [Math.max(x0!, box.left), Math.min(x1!, box.right)];
  if (from > to) return false;
  const yAt = (x: number): number =>
    y0! + (x1 === x0 ? 0 : ((y1! - y0!) * (x - x0!)) / (x1! - x0!));
  const [a, b] = [yAt(from), yAt(to)];
  return Math.min(a, b) < box.bottom && Math.max(a, b) > box.top;
}

/**
 * A place for the same name at each mark: inside the plot, so that no tick, event or label at the end
 * is under it, off the other marks and names, and across as few steps of the lines as can be.
 * `null` where there is none. `lines` are their points from left to right, `null` a gap.
 */
export function namesBeside(
  name: string,
  marks: readonly Marked[],
  lines: readonly (readonly (readonly [number, number] | null)[])[],
  plot: Box,
): (NameSpot | null)[] {
  const width = name.length * letterWidth;
  const taken = marks.map(({ x, y }) => ({
    left: x - radius,
    right: x + radius,
    top: y - radius,
    bottom: y + radius,
  }));
  return marks.map((mark) => {
    let best: { spot: NameSpot; box: Box; steps: number } | null = null;
    for (const spot of spotsAround(mark)) {
      const box = boxOf(spot, width);
      const isInside =
        box.left >= plot.left &&
        box.right <= plot.right &&
        box.top >= plot.top &&
        box.bottom <= plot.bottom;
      if (!isInside || taken.some((other) => touches(box, other))) continue;
      const steps = lines.reduce(
        (sum, line) =>
          sum +
          line.filter((to, i) => {
            const from = line[i - 1];
            return from && to && crosses(from, to, box);
          }).length,
        0,
      );
      if (!best || steps < best.steps) best = { spot, box, steps };
    }
    if (!best) return null;
    taken.push(best.box);
    const { x, y, anchor } = best.spot;
    return { x: round(x), y: round(y), anchor };
  });
}
