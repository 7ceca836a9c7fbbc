/** Mean and spread of weighted values in one pass (Welford 1962; merging after Chan, Golub & LeVeque 1979). */
export interface Moments {
  /** Σw. */
  weight: number;
  mean: number;
  /** Σw (x − mean)². */
  m2: number;
}

export const newMoments = (): Moments => ({ weight: 0, mean: 0, m2: 0 });

export function addMoment(moments: Moments, value: number, weight: number): void {
  if (!(weight > 0)) return;
  moments.weight += weight;
  const delta = value - moments.mean;
  moments.mean += (delta * weight) / moments.weight;
  moments.m2 += weight * delta * (value - moments.mean);
}

export function mergeMoments(a: Moments, b: Moments): Moments {
  const weight = a.weight + b.weight;
  if (!(weight > 0)) return newMoments();
  const delta = b.mean - a.mean;
  return {
    weight,
    mean: a.mean + (delta * b.weight) / weight,
    m2: a.m2 + b.m2 + (delta * delta * a.weight * b.weight) / weight,
  };
}

/** Sample standard deviation for an (effective) size; `undefined` below two answers. */
export function deviation(moments: Moments, size: number): number | undefined {
  return size > 1
    ? Math.sqrt((Math.max(0, moments.m2) / moments.weight) * (size / (size - 1)))
    : undefined;
}
