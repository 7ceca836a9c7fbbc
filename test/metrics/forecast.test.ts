import { expect } from '@open-wc/testing';
import * as fc from 'fast-check';
import { forecast } from '../../src/metrics/forecast';
import { airPassengers } from './air-passengers';

/** How far a is from b, as a share of b. */
const apart = (a: number, b: number): number => Math.abs(a - b) / Math.abs(b);

/** Seeded noise of −1 to 1, roughly bell-shaped. */
function noise(count: number, seed: number): number[] {
  let state = seed >>> 0;
  const next = (): number => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return state / 2 ** 32;
  };
  return Array.from({ length: count }, () => (next() + next() + next() + next() - 2) / 2);
}

describe('forecast', () => {
  it('of AirPassengers, undamped, is that of HoltWinters in R to 0.01 %', () => {
    // HoltWinters(AirPassengers, seasonal = "additive"): a = 477.827781, b = 3.127627, s1 to s12.
    const [a, b] = [477.827781, 3.127627];
    const s = [
      -27.457685, -54.692464, -20.174608, 12.91912, 18.873607, 75.294426, 152.888368, 134.613464,
      33.778349, -18.37906, -87.772408, -45.827781,
    ];
    const found = forecast(airPassengers, { steps: 24, season: 12, damped: false })!;
    expect(found.method).to.equal('Holt-Winters, additive');
    found.points.forEach(({ value }, i) => {
      const published = a + b * (i + 1) + s[i % 12]!;
      expect(apart(value, published), `month ${i + 1}: ${value} for ${published}`).to.be.below(
        0.002,
      );
    });
  });

  it('of AirPassengers grows less certain as predict.HoltWinters in R has it', () => {
    // R: alpha 0.2479595, beta 0.0345373, gamma 1; variance ∝ 1 + Σ ψ², ψ = α(1 + jβ), and γ(1 − α) more
    // where a season is over (Yar & Chatfield 1990, International Journal of Forecasting 6:127).
    const [alpha, beta, gamma] = [0.2479595, 0.0345373, 1];
    const { points } = forecast(airPassengers, { steps: 26, season: 12, damped: false })!;
    const width = points.map(({ low, high }) => high - low);
    let sum = 1;
    for (let step = 1; step < 26; step++) {
      const psi = alpha * (1 + step * beta) + (step % 12 ? 0 : gamma * (1 - alpha));
      sum += psi * psi;
      expect(apart(width[step]! / width[0]!, Math.sqrt(sum)), `month ${step + 1}`).to.be.below(
        0.01,
      );
    }
  });

  it('of AirPassengers without its last year lies near that year, inside its interval', () => {
    const { method, points } = forecast(airPassengers.slice(0, -12), { steps: 12, season: 12 })!;
    expect(method).to.equal('Holt-Winters, additive, damped trend');
    const real = airPassengers.slice(-12);
    const errors = real.map((value, i) => apart(points[i]!.value, value));
    expect(errors.reduce((sum, one) => sum + one, 0) / 12).to.be.below(0.08);
    const inside = real.filter((value, i) => points[i]!.low <= value && value <= points[i]!.high);
    expect(inside.length).to.be.at.least(10);
  });

  it('goes on along a straight line, undamped', () => {
    const line = Array.from({ length: 20 }, (_, i) => 3 + 2 * i);
    const { method, points } = forecast(line, { steps: 3, damped: false })!;
    expect(method).to.equal('Holt');
    [43, 45, 47].forEach((value, i) => expect(points[i]!.value).to.be.closeTo(value, 1e-6));
  });

  it('damped, a straight line levels off: each step is shorter than the one before', () => {
    const line = Array.from({ length: 20 }, (_, i) => 3 + 2 * i);
    const { method, points } = forecast(line, { steps: 30 })!;
    expect(method).to.equal('Holt, damped trend');
    const values = [41, ...points.map(({ value }) => value)];
    const rises = values.slice(1).map((value, i) => value - values[i]!);
    for (let i = 1; i < rises.length; i++) expect(rises[i]!).to.be.within(0, rises[i - 1]!);
  });

  it('repeats a pattern that repeats itself exactly, with no uncertainty', () => {
    const week = [10, 20, 30, 40, 50, 5, 1];
    const weeks = Array.from({ length: 56 }, (_, i) => week[i % 7]!);
    const { points } = forecast(weeks, { steps: 9, season: 7 })!;
    points.forEach(({ value, low, high }, i) => {
      expect(value).to.be.closeTo(week[i % 7]!, 1e-6);
      expect(high - low).to.be.below(1e-6);
    });
  });

  it('a constant stays as it is', () => {
    for (const season of [1, 4]) {
      const { points } = forecast(new Array<number>(20).fill(7), { steps: 5, season })!;
      for (const point of points) {
        for (const value of Object.values(point)) expect(value).to.be.closeTo(7, 1e-9);
      }
    }
  });

  it('steps over gaps: one month missing in AirPassengers moves it by less than 5 %', () => {
    const whole = forecast(airPassengers, { steps: 12, season: 12 })!;
    for (const gap of [5, 100, 143]) {
      const values: (number | null)[] = [...airPassengers];
      values[gap] = null;
      const { points } = forecast(values, { steps: 12, season: 12 })!;
      points.forEach(({ value }, i) =>
        expect(apart(value, whole.points[i]!.value)).to.be.below(0.05),
      );
    }
  });

  it('of white noise has intervals that hold about 95 % of what comes', () => {
    let inside = 0;
    for (let seed = 1; seed <= 100; seed++) {
      const values = noise(70, seed * 7919).map((one) => 50 + 10 * one);
      const { points } = forecast(values.slice(0, 60), { steps: 10 })!;
      points.forEach(
        ({ low, high }, i) => (inside += low <= values[60 + i]! && values[60 + i]! <= high ? 1 : 0),
      );
    }
    expect(inside / 1000).to.be.within(0.9, 0.99);
  });

  it('of two seasons is the last one again, wider with each season ahead', () => {
    const values = [10, 20, 30, 40, 12, 22, 28, 40];
    const { method, points } = forecast(values, { steps: 8, season: 4 })!;
    expect(method).to.equal('seasonal naive');
    expect(points.map(({ value }) => value)).to.deep.equal([12, 22, 28, 40, 12, 22, 28, 40]);
    // Differences 2, 2, −2, 0: mean square 3; 1.96 σ √k, k seasons ahead.
    expect(points[0]!.high - 12).to.be.closeTo(1.959964 * Math.sqrt(3), 1e-5);
    expect(points[4]!.high - 12).to.be.closeTo(1.959964 * Math.sqrt(6), 1e-5);
  });

  it('of six to nine points without a season is the last value', () => {
    const { method, points } = forecast([5, 6, 5, 7, 6, 8], { steps: 2 })!;
    expect(method).to.equal('naive');
    expect(points.map(({ value }) => value)).to.deep.equal([8, 8]);
  });

  const refused: [string, (number | null)[], number][] = [
    ['nothing', [], 1],
    ['five points', [1, 2, 3, 4, 5], 1],
    ['gaps', new Array<null>(50).fill(null), 1],
    ['one season and a half', airPassengers.slice(0, 18), 12],
    ['two seasons with a gap', [null, ...airPassengers.slice(1, 24)], 12],
  ];
  for (const [name, values, season] of refused) {
    it(`of ${name} is refused`, () =>
      expect(forecast(values, { steps: 3, season })).to.equal(null));
  }

  it('stays inside the scale of its metric', () => {
    const rising = Array.from({ length: 24 }, (_, i) => 50 + 2 * i + (i % 3));
    for (const { value, low, high } of forecast(rising, {
      steps: 40,
      damped: false,
      scale: [0, 100],
    })!.points) {
      for (const one of [value, low, high]) expect(one).to.be.within(0, 100);
    }
  });

  it('any series gives finite points in their intervals, which widen within a season; inputs stay as they are', () => {
    const series = fc.array(
      fc.option(fc.double({ min: -1e6, max: 1e6, noNaN: true }), { freq: 10 }),
      { maxLength: 60 },
    );
    fc.assert(
      fc.property(
        series,
        fc.integer({ min: 1, max: 8 }),
        fc.boolean(),
        (values, season, damped) => {
          const copy = [...values];
          const found = forecast(values, { steps: 10, season, damped });
          expect(values).to.deep.equal(copy);
          if (!found) return;
          expect(found.points.length).to.equal(10);
          let width = 0;
          for (const { value, low, high } of found.points) {
            expect([value, low, high].every(Number.isFinite)).to.equal(true);
            expect(low <= value && value <= high).to.equal(true);
            expect(high - low).to.be.at.least(width - 1e-6);
            width = high - low;
          }
        },
      ),
    );
  });

  it('shifting a series shifts its forecast', () => {
    const shifted = forecast(
      airPassengers.map((one) => one + 1000),
      { steps: 6, season: 12 },
    )!;
    forecast(airPassengers, { steps: 6, season: 12 })!.points.forEach(({ value }, i) =>
      expect(shifted.points[i]!.value - 1000).to.be.closeTo(value, 2),
    );
  });

  for (const bad of [
    { steps: 0 },
    { steps: 1.5 },
    { steps: 3, season: 0 },
    { steps: 3, season: 1.5 },
    { steps: 3, season: 1001 },
  ]) {
    it(`refuses ${JSON.stringify(bad)}`, () => {
      expect(() => forecast(airPassengers, bad)).to.throw(
        RangeError,
        /^invalid (steps|season): [\d.]+$/,
      );
    });
  }
});
