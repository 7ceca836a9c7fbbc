/** Tails of the normal and Student's t distribution, to double precision. */

/** The two-sided 95 % point of the normal distribution. */
export const Z95 = 1.959963984540054;

const ROOT_TAU = 2.5066282746310002;

/**
 * P(|Z| > |z|) of a standard normal Z. Marsaglia's series (Evaluating the
 * Normal Distribution, 2004) near the middle, Laplace's continued fraction in
 * the tail, so that small p keep their digits.
 */
export function normalTwoSided(z: number): number {
  const x = Math.abs(z);
  const density = Math.exp((-x * x) / 2) / ROOT_TAU;
  if (x >= 3) {
    let fraction = x;
    for (let i = 100; i > 0; i--) fraction = x + i / fraction;
    return (2 * density) / fraction;
  }
  let sum = x;
  for (let term = x, i = 3; term > sum * 1e-17; i += 2) sum += term *= (x * x) / i;
  return 1 - 2 * density * sum;
}

/** Γ(a + ½) / Γ(a) for a > 0: shifted upwards until the asymptotic series is exact (Abramowitz & Stegun 6.1.47). */
function gammaHalfRatio(a: number): number {
  let factor = 1;
  for (; a < 40; a++) factor *= a / (a + 0.5);
  const u = 1 / a;
  return (
    factor *
    Math.sqrt(a) *
    (1 +
      u *
        (-1 / 8 +
          u *
            (1 / 128 +
              u * (5 / 1024 + u * (-21 / 32768 + u * (-399 / 262144 + (u * 869) / 4194304))))))
  );
}

/** Continued fraction of the incomplete beta function by Lentz's method (DLMF 8.17.22). */
function betaFraction(x: number, a: number, b: number): number {
  let c = 1;
  let d = 1 / (1 - ((a + b) * x) / (a + 1));
  let result = d;
  for (let m = 1; m < 1e5; m++) {
    const even = (m * (b - m) * x) / ((a + 2 * m - 1) * (a + 2 * m));
    d = 1 / (1 + even * d);
    c = 1 + even / c;
    result *= c * d;
    const odd = (-(a + m) * (a + b + m) * x) / ((a + 2 * m) * (a + 2 * m + 1));
    d = 1 / (1 + odd * d);
    c = 1 + odd / c;
    result *= c * d;
    if (Math.abs(c * d - 1) < 2e-16) break;
  }
  return result;
}

/** P(|T| > |t|) of Student's t with `df` > 0 degrees of freedom: the incomplete beta function I(df / (df + t²); df/2, ½). */
export function studentTwoSided(t: number, df: number): number {
  if (t === 0) return 1;
  const a = df / 2;
  const y = 1 / (1 + df / (t * t));
  const scale =
    (gammaHalfRatio(a) / Math.sqrt(Math.PI)) * Math.sqrt(y) * Math.exp(a * Math.log1p(-y));
  return 1 - y < (a + 1) / (a + 2.5)
    ? (scale / a) * betaFraction(1 - y, a, 0.5)
    : 1 - 2 * scale * betaFraction(y, 0.5, a);
}

/** The two-sided 95 % point of Student's t. Newton's steps from the normal point, which lies below it, never overshoot. */
export function student95(df: number): number {
  const scale = gammaHalfRatio(df / 2) / Math.sqrt(df * Math.PI);
  let t = Z95;
  for (let i = 0; i < 200; i++) {
    const density = scale * Math.exp((-(df + 1) / 2) * Math.log1p((t * t) / df));
    const step = (studentTwoSided(t, df) - 0.05) / (2 * density);
    t += step;
    if (Math.abs(step) < 1e-15 * t) break;
  }
  return t;
}
