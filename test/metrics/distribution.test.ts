import { expect } from '@open-wc/testing';
import { normalTwoSided, student95, studentTwoSided } from '../../src/metrics/distribution';

// Independent figures: SciPy 1.17.1, 2 * norm.sf(z), 2 * t.sf(t, df), t.ppf(0.975, df).
const NORMAL: [number, number][] = [
  [0.1, 0.920344325445942],
  [1, 0.31731050786291415],
  [1.959963984540054, 0.05],
  [2.5, 0.012419330651552265],
  [2.999, 0.0027086730674542115],
  [3, 0.0026997960632601866],
  [3.001, 0.0026909456501699306],
  [5, 5.733031437583866e-7],
  [8, 1.244192114854348e-15],
  [20, 5.507248237212311e-89],
  [37, 1.1451142445047853e-299],
];

const STUDENT: [number, number, number][] = [
  [0.1, 1, 0.936548965138893],
  [2, 1, 0.2951672353008665],
  [2.3911389199404924, 9.951386996344436, 0.03799820457504791],
  [2, 30, 0.054625044962983094],
  [5, 3, 0.015392438073302294],
  [12, 50, 2.462380625332543e-16],
  [1.5, 0.7, 0.44036509701924026],
  [3, 400.5, 0.0028684947510388714],
  [40, 5, 1.8411962171772954e-7],
];

const POINTS: [number, number][] = [
  [1, 12.706204736174694],
  [2, 4.302652729749462],
  [2.5, 3.5746548420036817],
  [5, 2.5705818356363146],
  [9.951386996344436, 2.229615119983385],
  [30, 2.0422724563012378],
  [120, 1.9799304050824402],
  [1000, 1.9623390808264083],
];

describe('distributions, against SciPy', () => {
  for (const [z, p] of NORMAL) {
    it(`P(|Z| > ${z})`, () => {
      expect(normalTwoSided(z)).to.be.closeTo(p, p * 1e-12);
      expect(normalTwoSided(-z)).to.equal(normalTwoSided(z));
    });
  }
  for (const [t, df, p] of STUDENT) {
    it(`P(|T| > ${t}) with ${df} degrees of freedom`, () => {
      expect(studentTwoSided(t, df)).to.be.closeTo(p, p * 1e-11);
    });
  }
  for (const [df, t] of POINTS) {
    it(`the 95 % point with ${df} degrees of freedom`, () => {
      expect(student95(df)).to.be.closeTo(t, t * 1e-11);
    });
  }
  it('no distance at all is certain to be passed', () => {
    expect([normalTwoSided(0), studentTwoSided(0, 5)]).to.deep.equal([1, 1]);
  });
});

describe('distributions, against published tables', () => {
  it('Student at 97.5 %: NIST/SEMATECH e-Handbook of Statistical Methods, 1.3.6.7.2', () => {
    const table: [df: number, point: string][] = [
      ...[12.706, 4.303, 3.182, 2.776, 2.571, 2.447, 2.365, 2.306, 2.262, 2.228].map(
        (point, i): [number, string] => [i + 1, point.toFixed(3)],
      ),
      ...([
        [15, '2.131'],
        [20, '2.086'],
        [25, '2.060'],
        [30, '2.042'],
        [40, '2.021'],
        [60, '2.000'],
        [100, '1.984'],
      ] as [number, string][]),
    ];
    for (const [df, point] of table) expect(student95(df).toFixed(3), `df ${df}`).to.equal(point);
  });

  it('the normal: Abramowitz & Stegun, table 26.1, fifteen decimals', () => {
    const table: [z: number, below: number][] = [
      [0.5, 0.691462461274013],
      [1, 0.841344746068543],
      [1.5, 0.933192798731142],
      [2, 0.977249868051821],
      [3, 0.99865010196837],
      [4, 0.999968328758167],
    ];
    for (const [z, below] of table)
      expect(1 - normalTwoSided(z) / 2, `z ${z}`).to.be.closeTo(below, 1e-15);
  });
});

describe('Student, against its closed forms', () => {
  // Shaw 2006, "Sampling Student's T distribution", J. Computational Finance 9(4), section 2.
  const closed: Record<number, (t: number) => number> = {
    1: (t) => 1 - (2 / Math.PI) * Math.atan(t),
    2: (t) => 1 - t / Math.sqrt(2 + t * t),
    3: (t) => {
      const u = t / Math.sqrt(3);
      return 1 - (2 / Math.PI) * (Math.atan(u) + u / (1 + u * u));
    },
    4: (t) => {
      const u = t / Math.sqrt(4 + t * t);
      return 1 - 1.5 * u + u ** 3 / 2;
    },
  };
  for (const [df, tails] of Object.entries(closed))
    it(`with ${df} degrees of freedom, from 0.01 to 12`, () => {
      for (let t = 0.01; t < 12; t *= 1.1)
        expect(studentTwoSided(t, +df), `t ${t}`).to.be.closeTo(tails(t), 1e-13);
      expect(tails(student95(+df))).to.be.closeTo(0.05, 1e-13);
    });
});
