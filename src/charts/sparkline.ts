import { known, linePath, round } from './path';

/** A small line without axes. */
export interface SparklineShape {
  /** Empty where no two neighbours have values. */
  path: string;
  /** The newest known point. */
  last: { x: number; y: number } | null;
  /** Heights of the targets. */
  targets: number[];
}

/**
 * Values from left to right in a box of `width` × `height`; `null` and
 * non-finite values are gaps. The scale covers the values and the targets: none,
 * one, or both ends of a range.
 */
export function sparkline(
  values: readonly (number | null)[],
  width: number,
  height: number,
  targets: readonly number[] = [],
): SparklineShape {
  const pad = 3;
  let low = Infinity;
  let high = -Infinity;
  for (const v of [...values, ...targets])
    if (known(v)) {
      if (v < low) low = v;
      if (v > high) high = v;
    }
  // In halves, so that a span from −1e308 to 1e308 stays finite.
  const span = high / 2 - low / 2;
  const step = values.length > 1 ? (width - 2 * pad) / (values.length - 1) : 0;
  const x = (i: number): number => round(values.length > 1 ? pad + i * step : width / 2);
  const y = (v: number): number =>
    round(
      span > 0 && Number.isFinite(span)
        ? height - pad - ((v / 2 - low / 2) / span) * (height - 2 * pad)
        : height / 2,
    );
  const path = linePath(values.map((v, i) => (known(v) ? [x(i), y(v)] : null)));
  let i = values.length - 1;
  while (i >= 0 && !known(values[i])) i--;
  return {
    path,
    last: i >= 0 ? { x: x(i), y: y(values[i] as number) } : null,
    targets: targets.filter(known).map(y),
  };
}
