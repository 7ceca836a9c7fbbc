/** Pointer, keys, wheel and fingers on the chart: loaded when one of them comes near. */
import { fitSpan, isPart, panSpan, zoomSpan, type Span } from '../charts/zoom';
import { adopt } from '../styles/adopt';
import { trendReadingStyle } from '../styles/trend-reading';
import { announce, liveRegion } from './live-region';
import { Drag } from './trend-drag';
import { Fingers } from './trend-fingers';
import {
  choosePoint,
  drawReading,
  readingAt,
  windowWords,
  type Place,
  type Reading,
} from './trend-reading';
import { SliderValue } from './slider-value';
import { lengthOf, nearestTo } from './trend-series';
import { endOf, lineBeside, placeAt, stepFrom } from './trend-steps';
import type { TrendHost, TrendView } from './trend-model';

export { clip } from '../charts/zoom';
export { drawReset } from './trend-reading';

const events =
  'pointermove pointerdown pointerup pointercancel pointerleave wheel dblclick keydown focusout'.split(
    ' ',
  );

export class TrendReader {
  #place: Place | null = null;
  /** Time of the point being read, and the series it is one of. */
  #time = 0;
  #seen: TrendView['series'] | null = null;
  /** Reading by keys stays when the pointer leaves. */
  #byKey = false;
  #drag: Drag | null = null;
  readonly #value: SliderValue;
  /** Keys that came before there was anything to read. */
  #early: KeyboardEvent[] = [];
  readonly #fingers = new Fingers();

  constructor(
    private readonly host: TrendHost,
    private readonly plot: HTMLElement,
  ) {
    const root = plot.getRootNode() as ShadowRoot;
    adopt(root, trendReadingStyle);
    liveRegion(root);
    this.#value = new SliderValue(plot.querySelector('[role=slider]')!);
    for (const type of events) plot.addEventListener(type, this, { passive: false });
  }

  detach(): void {
    for (const type of events) this.plot.removeEventListener(type, this);
  }

  handleEvent(event: Event): void {
    if (event.target instanceof Element && event.target.closest('button,a')) return;
    switch (event.type) {
      case 'keydown':
        // Pressed before this code had come: the focus may have gone elsewhere since.
        if (!event.currentTarget && !this.plot.matches(':focus-within')) return;
        return this.#key(event as KeyboardEvent);
      case 'wheel':
        return this.#wheel(event as WheelEvent);
      case 'dblclick':
        return this.host.zoomTo(null);
      case 'focusout':
        return this.#leave();
      case 'pointerleave':
        if (!this.#byKey && (event as PointerEvent).pointerType !== 'touch') this.#leave();
        return;
      default:
        return this.#pointer(event as PointerEvent);
    }
  }

  /** After the chart was drawn anew: the same time is read, in what is there now. */
  sync(): void {
    const { view } = this.host;
    if (view) for (const event of this.#early.splice(0)) this.#key(event);
    const place = this.#place;
    if (place && view && view.series !== this.#seen) {
      const series = view.series[place.series];
      this.#place = series ? { ...place, at: nearestTo(series, this.#time) } : null;
    }
    this.#draw();
  }

  get #reading(): Reading | null {
    const { view } = this.host;
    return view && this.#place && readingAt(view, this.#place);
  }

  #draw(): void {
    const over = this.plot.querySelector<HTMLElement>('.over');
    const reading = this.#reading;
    if (reading) this.#time = reading.point.x;
    this.#seen = this.host.view?.series ?? null;
    const [from, to] = this.host.view?.shape.window ?? [0, 0];
    const inSight = reading && reading.point.x >= from && reading.point.x <= to ? reading : null;
    if (over) drawReading(over, this.host, inSight, this.#drag?.selected ?? null);
    this.#value.tell(this.host.view, this.#byKey ? reading : null);
  }

  #leave(): void {
    this.#early = [];
    this.#place = null;
    this.#byKey = false;
    this.#draw();
  }

  // Pointer

  #pointer(event: PointerEvent): void {
    const { view } = this.host;
    if (!view) return;
    const [x, y] = this.#placeOf(event, view);
    if (event.pointerType === 'touch') return this.#touch(event, x, y, view);
    switch (event.type) {
      case 'pointerdown':
        if (event.button === 0 && !this.host.noZoom) {
          this.#drag = new Drag(x, view.shape.window, event.shiftKey);
          // So that a drag may leave the plot and come back; a made-up pointer has nothing to hold.
          if (event.isTrusted) this.plot.setPointerCapture(event.pointerId);
        }
        break;
      case 'pointermove':
        if (this.#drag?.hasMoved(x)) return this.#dragTo(this.#drag, x, view);
        break;
      case 'pointerup':
      case 'pointercancel':
        if (event.type === 'pointerup') this.#release(view);
        this.#drag = null;
        return this.#draw();
    }
    this.#readAt(x, y, view);
  }

  /** Where in the drawing a pointer is, also where the tile is scaled. */
  #placeOf({ clientX, clientY }: MouseEvent, { size }: TrendView): [number, number] {
    const { left, top, width, height } = this.plot.getBoundingClientRect();
    return [((clientX - left) * size[0]) / width, ((clientY - top) * size[1]) / height];
  }

  #readAt(x: number, y: number, view: TrendView): void {
    this.#byKey = false;
    this.#place = placeAt(view, x, y);
    this.#draw();
  }

  /** What was moved or zoomed is not read at the same time; what scrolls the page is not ours. */
  #touch(event: PointerEvent, x: number, y: number, view: TrendView): void {
    const { type, pointerId: id, timeStamp: at } = event;
    const { shape } = view;
    const touch = { id, x, y, at };
    if (type === 'pointercancel') {
      this.#fingers.cancel(touch);
      return this.#leave();
    }
    if (type === 'pointerup') {
      const tap = this.#fingers.lift(shape, touch);
      if (tap === 'double') this.host.zoomTo(null);
      else if (tap) choosePoint(this.plot);
      return;
    }
    // The first event of a finger may have come before this code.
    if (type !== 'pointerenter') this.#fingers.put(shape, touch);
    const span = !this.host.noZoom ? this.#fingers.window(shape) : null;
    if (!span) return this.#readAt(x, y, view);
    this.#leave();
    this.#zoom(span);
  }

  #dragTo(drag: Drag, x: number, { shape }: TrendView): void {
    const span = drag.move(x, shape);
    if (span) return this.#zoom(span);
    this.#place = null;
    this.#draw();
  }

  #release({ shape }: TrendView): void {
    const drag = this.#drag;
    if (drag?.selected) {
      const span = drag.marked(shape);
      if (span) this.#zoom(span);
    } else if (!drag?.pans) choosePoint(this.plot);
  }

  /** A plain wheel scrolls the page. */
  #wheel(event: WheelEvent): void {
    const { view, noZoom } = this.host;
    if (!view || noZoom) return;
    const { shape } = view;
    if (event.ctrlKey || event.metaKey) {
      event.preventDefault();
      const [x] = this.#placeOf(event, view);
      // A line of the wheel is some 16 pixels; one turn of 100 pixels is a fifth.
      const pixels = event.deltaY * (event.deltaMode ? 16 : 1);
      const factor = Math.exp(Math.max(-1, Math.min(1, pixels * 0.002)));
      this.#zoom(zoomSpan(shape.window, factor, shape.timeAt(x)));
    } else if (isPart(shape) && Math.abs(event.deltaX) > Math.abs(event.deltaY)) {
      event.preventDefault();
      this.#zoom(panSpan(shape.window, event.deltaX / (shape.plot.right - shape.plot.left)));
    }
  }

  #zoom(span: Span, isKey = false): void {
    const { view } = this.host;
    if (!view || this.host.noZoom) return;
    const { full } = view.shape;
    const most = Math.max(...view.series.map(lengthOf));
    if (most < 3) return;
    // Two steps between points at the least, so that there is always a line to see.
    const window = fitSpan(span, full, ((full[1] - full[0]) / (most - 1)) * 2);
    this.host.zoomTo(window);
    if (isKey) announce(this.host.renderRoot, windowWords(view, window ?? full));
  }

  // Keys

  #key(event: KeyboardEvent): void {
    const { view } = this.host;
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    if (!view) this.#early.push(event);
    else if (this.#act(event.key, event.shiftKey, view)) event.preventDefault();
  }

  /** Whether the key means something here. */
  #act(key: string, shift: boolean, view: TrendView): boolean {
    const { window } = view.shape;
    const way = key === 'ArrowRight' || key === 'PageDown' ? 1 : -1;
    switch (key) {
      case 'ArrowLeft':
      case 'ArrowRight':
        if (shift) this.#zoom(panSpan(window, way / 4), true);
        else this.#show(view, stepFrom(view, this.#place, way, 1));
        return true;
      case 'PageUp':
      case 'PageDown':
        this.#show(view, stepFrom(view, this.#place, way, 10));
        return true;
      case 'Home':
      case 'End':
        this.#show(view, endOf(view, this.#place, key === 'Home'));
        return true;
      case 'ArrowUp':
      case 'ArrowDown':
        this.#show(view, lineBeside(view, this.#place, key === 'ArrowUp' ? -1 : 1));
        return true;
      case 'Enter':
        return choosePoint(this.plot);
      case 'Escape':
        if (this.#place) this.#leave();
        else if (isPart(view.shape)) this.host.zoomTo(null);
        else return false;
        return true;
      case '+':
      case '=':
      case '-':
      case '_': {
        const middle = this.#place ? this.#time : (window[0] + window[1]) / 2;
        this.#zoom(zoomSpan(window, key === '+' || key === '=' ? 0.5 : 2, middle), true);
        return !this.host.noZoom;
      }
      case '0':
        this.#zoom(view.shape.full, true);
        return !this.host.noZoom;
      default:
        return false;
    }
  }

  /** Reads a place: moves the window to it and draws it. */
  #show(view: TrendView, place: Place | null): void {
    if (!place) return;
    this.#place = place;
    this.#byKey = true;
    const reading = this.#reading;
    if (!reading) return;
    const { window } = view.shape;
    const { x } = reading.point;
    if (x < window[0] || x > window[1]) {
      const half = (window[1] - window[0]) / 2;
      this.#zoom([x - half, x + half]);
    }
    this.#draw();
  }
}
