import type { LineShape } from '../charts/line';
import { panSpan, type Span } from '../charts/zoom';

/** A drag shorter than this is a click. */
const short = 6;

/** A pressed pointer on the chart: it marks a part of the time to zoom to, or moves what is shown. */
export class Drag {
  /** What is marked, in pixels of the plot. */
  selected: readonly [number, number] | null = null;

  /** `start` is where it went down, `window` what was shown then. */
  constructor(
    private readonly start: number,
    private readonly window: Span,
    readonly pans: boolean,
  ) {}

  hasMoved(x: number): boolean {
    return Math.abs(x - this.start) >= short;
  }

  /** What to show with the pointer at `x`; `null` where it marks. */
  move(x: number, { plot }: LineShape): Span | null {
    if (this.pans) return panSpan(this.window, (this.start - x) / (plot.right - plot.left));
    const inside = (at: number): number => Math.max(plot.left, Math.min(plot.right, at));
    this.selected = [inside(Math.min(x, this.start)), inside(Math.max(x, this.start))];
    return null;
  }

  /** The time that is marked; `null` where that is too little to be meant. */
  marked({ timeAt }: LineShape): Span | null {
    const [from, to] = this.selected ?? [0, 0];
    return to - from >= short ? [timeAt(from), timeAt(to)] : null;
  }
}
