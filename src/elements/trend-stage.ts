import type { LineShape } from '../charts/line';
import { watchSize } from './resize';
import type { TrendReader } from './trend-reader';
import type { TrendHost } from './trend-model';
import { instants, readers } from './trend-on-demand';

/** Keys that must not scroll the page while their reader, or what it reads, is on its way. */
const scrolls = /^(Arrow|Page|Home|End)/;

/** What tells of printing. Where a page is printed from a copy, none comes after the first. */
const printing = ['beforeprint', 'afterprint'] as const;

/** The plot on the page or on paper: its size, its canvases, and who reads it. */
export class TrendStage {
  /** In units of the drawing. */
  size: readonly [number, number] = [0, 0];
  /** CSS pixels to a unit: the chart is drawn for letters of 11 units, which grow with those of the tile. */
  scale = 1;
  /** Lines of very many points are paths then, since paper is finer than a screen. */
  isOnPaper = false;
  #plot: HTMLElement | null = null;
  #paper: MediaQueryList | null = null;
  #unwatch: (() => void) | null = null;
  #reader: TrendReader | null = null;
  #drawn: LineShape | null = null;

  constructor(private readonly host: TrendHost) {}

  /** After each drawing; `plot` is the element, if it is shown. */
  sync(plot: HTMLElement | null): void {
    if (plot !== this.#plot) {
      this.leave();
      this.#plot = plot;
      this.#unwatch = plot && watchSize(plot, (...size) => this.#resize(size));
      if (plot) {
        for (const type of printing) addEventListener(type, this);
        this.#paper = matchMedia('print');
        this.#paper.addEventListener('change', this);
      }
    }
    this.#paint();
    this.#reader?.sync();
  }

  leave(): void {
    this.#unwatch?.();
    this.#reader?.detach();
    for (const type of printing) removeEventListener(type, this);
    this.#paper?.removeEventListener('change', this);
    this.#plot = this.#unwatch = this.#reader = this.#paper = null;
  }

  /** The sheet has its own width, and tells nobody of it in time. */
  handleEvent({ type, matches }: Event & { matches?: boolean }): void {
    this.isOnPaper = matches ?? type === 'beforeprint';
    const { clientWidth, clientHeight } = this.#plot!;
    this.#resize([clientWidth, clientHeight]);
    this.host.requestUpdate();
  }

  #resize(size: readonly [number, number]): void {
    this.scale = Math.max(1, parseFloat(getComputedStyle(this.#plot!).fontSize) / 14);
    const units = size.map((length) => Math.round(length / this.scale)) as [number, number];
    if (units.join() === this.size.join()) return;
    this.size = units;
    this.host.requestUpdate();
  }

  /** The reader is loaded when somebody comes near, and given the event that called it. */
  readonly wake = (event: Event): void => {
    const plot = this.#plot;
    const isReading = this.#reader && this.host.view;
    if (!isReading && event instanceof KeyboardEvent && scrolls.test(event.key) && !event.altKey)
      event.preventDefault();
    if (this.#reader || !plot) return;
    const start = (): void => {
      if (plot !== this.#plot) return;
      this.#reader ??= new readers.here.TrendReader(this.host, plot);
      if (event.type !== 'focusin') this.#reader.handleEvent(event);
    };
    const pending = readers.bring();
    if (!pending) return start();
    // Without its code the chart is still to be seen; the next one to come near asks again.
    pending.then(start, () => undefined);
  };

  /** The theme has changed, and with it the colour of a canvas. */
  readonly repaint = (): void => {
    this.#drawn = null;
    this.#paint();
  };

  /** Canvases are drawn once they have their size and colour, and again when the chart is another. */
  #paint(): void {
    const { view } = this.host;
    if (!view || view.shape === this.#drawn || !this.#plot) return;
    this.#drawn = view.shape;
    if (view.series.some((one) => one.many)) instants.here.paintMany(this.#plot, view, this);
  }
}
