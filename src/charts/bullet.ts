import { known, round } from './path';

/** A bar against its target on one scale from 0, in percent of the length. */
export interface BulletShape {
  /** Where the bar starts: 0, or the zero point where values below 0 exist. */
  start: number;
  length: number;
  /** `null` where there is no target. */
  target: number | null;
  /** Second limit of a range. */
  targetEnd: number | null;
}

export interface BulletInput {
  value: number | null;
  target?: number | null;
  targetEnd?: number | null;
  /** Bounds of the metric's scale, where it has any; else the larger of value and target decides. */
  low?: number | null;
  high?: number | null;
}

/** Positions of a bullet bar; without a finite value the bar has length 0. */
export function bullet({ value, target, targetEnd, low, high }: BulletInput): BulletShape {
  const all = [value, target, targetEnd].filter(known);
  const bottom = low ?? Math.min(0, ...all);
  // A little headroom keeps a target tick off the end of the track.
  const top = high ?? Math.min(Number.MAX_VALUE, Math.max(0, ...all) * 1.15);
  // In halves, so that a span from −1e308 to 1e308 stays finite.
  const span = top / 2 - bottom / 2;
  const place = (v: number): number =>
    span > 0 && Number.isFinite(span)
      ? round(Math.min(100, Math.max(0, ((v / 2 - bottom / 2) / span) * 100)))
      : 0;
  const zero = place(0);
  const end = known(value) ? place(value) : zero;
  return {
    start: Math.min(zero, end),
    length: round(Math.abs(end - zero)),
    target: known(target) ? place(target) : null,
    targetEnd: known(targetEnd) ? place(targetEnd) : null,
  };
}
