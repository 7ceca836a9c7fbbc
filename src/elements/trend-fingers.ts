import type { LineShape } from '../charts/line';
import { isPart, pinchSpan, type Span } from '../charts/zoom';

/** A finger that moves less is tapping. */
const still = 8;
/** Two taps so close in ms and pixels are a double tap. */
const soon = 350;
const near = 30;

interface Finger {
  x: number;
  /** Time that it holds. */
  time: number;
}

/** Where a finger is, in pixels of the plot, and when in ms. */
interface Touch {
  id: number;
  x: number;
  y: number;
  at: number;
}

/** The fingers on the chart: two zoom, one moves what was zoomed, a short one taps. */
export class Fingers {
  readonly #down = new Map<number, Finger>();
  /** Where the first one came down, while it may still be a tap. */
  #first: Touch | null = null;
  #lastTap: Touch | null = null;
  /** One finger has begun to move the window. */
  #isMoving = false;

  put({ timeAt }: LineShape, touch: Touch): void {
    const { id, x, y } = touch;
    const finger = this.#down.get(id);
    if (finger) finger.x = x;
    else {
      this.#first = this.#down.size ? null : touch;
      this.#down.set(id, { x, time: timeAt(x) });
    }
    if (this.#first && Math.hypot(x - this.#first.x, y - this.#first.y) >= still)
      this.#first = null;
  }

  /** What came of it: `tap`, `double` for the second of two, or nothing. */
  lift({ timeAt }: LineShape, touch: Touch): 'tap' | 'double' | null {
    const { id, x, y, at } = touch;
    this.#down.delete(id);
    // Who stays goes on from what is there now.
    for (const finger of this.#down.values()) finger.time = timeAt(finger.x);
    this.#isMoving &&= this.#down.size > 0;
    if (!this.#first) return null;
    const last = this.#lastTap;
    const isDouble = !!last && at - last.at < soon && Math.hypot(x - last.x, y - last.y) < near;
    this.#lastTap = isDouble ? null : touch;
    this.#first = null;
    return isDouble ? 'double' : 'tap';
  }

  /** The browser took a finger for its own, to scroll the page. */
  cancel({ id }: Touch): void {
    this.#down.delete(id);
    this.#first = null;
    this.#isMoving = false;
  }

  /** The window that has each finger at its time; `null` where they only read. */
  window(shape: LineShape): Span | null {
    const { plot, window, timeAt } = shape;
    const [a, b] = [...this.#down.values()].sort((one, other) => one.time - other.time);
    if (!a || this.#down.size > 2) return null;
    if (b) {
      this.#isMoving = true;
      return b.x - a.x < still || a.time === b.time
        ? window
        : pinchSpan([a.time, b.time], [a.x, b.x], plot.left, plot.right);
    }
    if (!isPart(shape) || (this.#first && !this.#isMoving)) return null;
    this.#isMoving = true;
    const by = a.time - timeAt(a.x);
    return [window[0] + by, window[1] + by];
  }
}
