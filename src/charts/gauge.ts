import { round } from './path';

/**
 * A score on an open arc: zero is up for a symmetric scale, the fill grows from
 * zero, the interval is a band at its end.
 */
export interface GaugeInput {
  /** Bounds of the scale, `low` < `high`. */
  low: number;
  high: number;
  /** `null` draws the track alone. Values outside the scale are drawn at its end; NaN counts as missing. */
  value: number | null;
  interval?: readonly [number, number] | null;
  /** One, or the two ends of a range. */
  targets?: readonly number[];
  benchmark?: number | null;
}

export interface Segment {
  x1: number;
  y1: number;
  x2: number;
  y2: number;
}

export interface GaugeShape {
  /** Empty where there is nothing to fill. */
  fill: string;
  band: string;
  /** The target's number stands where the zero's would. */
  zeroHidden: boolean;
  targets: (Segment & { tx: number; ty: number; anchor: 'start' | 'middle' | 'end' })[];
  benchmark: { cx: number; cy: number } | null;
}

/** What stands on the dial whatever the value is. */
export interface Dial {
  track: string;
  /** Where the fill starts from zero, straight up on a symmetric scale; and the place of its number. */
  zero: Segment & { tx: number; ty: number };
  /** Places of the numbers at both ends. */
  ends: readonly [{ x: number; y: number }, { x: number; y: number }];
}

/** Size of the drawing in user units; the page scales it. */
export const gaugeBox = { width: 200, height: 148 };

const cx = 100;
const cy = 96;
const radius = 76;
const half = 15;
/** Half of the opening angle, in degrees from straight up. */
const sweep = 112;

function at(angle: number, r: number): [number, number] {
  const a = ((angle - 90) * Math.PI) / 180;
  return [round(cx + r * Math.cos(a)), round(cy + r * Math.sin(a))];
}

function arc(from: number, to: number): string {
  if (Math.abs(to - from) < 0.05) return '';
  const [x1, y1] = at(from, radius);
  const [x2, y2] = at(to, radius);
  return `M${x1},${y1}A${radius},${radius},0,${+(Math.abs(to - from) > 180)},${+(to > from)},${x2},${y2}`;
}

function tick(angle: number, inner: number, outer: number): Segment {
  const [x1, y1] = at(angle, inner);
  const [x2, y2] = at(angle, outer);
  return { x1, y1, x2, y2 };
}

const isKnown = (v: number | null | undefined): v is number => v != null && !Number.isNaN(v);

/** The paths and marks of one gauge; equal input gives equal output. */
export function gauge({
  low,
  high,
  value,
  interval,
  targets = [],
  benchmark,
}: GaugeInput): GaugeShape {
  // In halves, so that a span from −1e308 to 1e308 stays finite.
  const span = high / 2 - low / 2;
  const angle = (v: number): number => {
    const share = (Math.min(high, Math.max(low, v)) / 2 - low / 2) / span;
    return Number.isFinite(share) ? (share * 2 - 1) * sweep : -sweep;
  };
  const zeroAngle = angle(0);
  const shape: GaugeShape = {
    fill: isKnown(value) ? arc(zeroAngle, angle(value)) : '',
    band: interval && interval.every(isKnown) ? arc(angle(interval[0]), angle(interval[1])) : '',
    zeroHidden: false,
    targets: [],
    benchmark: null,
  };
  for (const target of targets.filter(isKnown)) {
    const a = angle(target);
    const [tx, ty] = at(a, radius + half + 1);
    const anchor = Math.abs(a) < 8 ? 'middle' : a > 0 ? 'start' : 'end';
    shape.zeroHidden ||= Math.abs(a - zeroAngle) < 14;
    shape.targets.push({ ...tick(a, radius - 10, radius + 11), tx, ty: round(ty + 3), anchor });
  }
  if (isKnown(benchmark)) {
    const [bx, by] = at(angle(benchmark), radius);
    shape.benchmark = { cx: bx, cy: by };
  }
  return shape;
}

/** The dial of a symmetric scale. It never changes, so it stands in the template of the gauge. */
export function dial(): Dial {
  const end = (angle: number): { x: number; y: number } => {
    const [x, y] = at(angle, radius);
    return { x, y: round(y + 17) };
  };
  const [tx, ty] = at(0, radius + half - 2);
  return {
    track: arc(-sweep, sweep),
    zero: { ...tick(0, radius - 7, radius + 7), tx, ty },
    ends: [end(-sweep), end(sweep)],
  };
}
