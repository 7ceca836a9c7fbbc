import { expect } from '@open-wc/testing';
import fc from 'fast-check';
import type { Unit } from '../../src/metrics/metric';
import { bringWords } from '../../src/text/catalogue';
import { formatP } from '../../src/text/change';
import {
  durationStyle,
  formatDelta,
  formatDuration,
  formatInterval,
  formatMargin,
  formatNumber,
  formatTarget,
  formatValue,
  type FormatOptions,
  type TargetLike,
} from '../../src/text/format';
import { plain, slip } from './plain';

// Indonesian is loaded when it is first asked for.
before(() => bringWords('id'));

const units: Unit[] = ['percent', 'points', 'seconds', 'count', 'currency', 'score'];
const target = (op: TargetLike['op'], low: number, high = low, text = ''): TargetLike => ({
  op,
  low,
  high,
  value: low,
  text,
});

describe('formatValue', () => {
  const cases: [number | null, Unit, Partial<FormatOptions>, id: string, en: string][] = [
    [87.44, 'percent', {}, '87,4%', '87.4%'],
    [85, 'percent', {}, '85%', '85%'],
    [87.45, 'percent', {}, '87,5%', '87.5%'],
    [-87.45, 'percent', {}, '−87,5%', '−87.5%'],
    [20, 'percent', { sign: true }, '+20%', '+20%'],
    [42.3, 'points', { sign: true }, '+42', '+42'],
    [-42.5, 'points', { sign: true }, '−43', '−43'],
    [0, 'points', { sign: true }, '0', '0'],
    [-0.4, 'points', { sign: true }, '0', '0'],
    [-0, 'count', {}, '0', '0'],
    [150, 'seconds', {}, '2,5 menit', '2.5 min'],
    [352, 'seconds', { style: 'clock' }, '5:52', '5:52'],
    [1204, 'count', {}, '1.204', '1,204'],
    [12.5, 'count', {}, '12,5', '12.5'],
    [2_400_000, 'currency', { currency: 'IDR', compact: true }, 'Rp 2,4 jt', 'IDR 2.4M'],
    [1_500_000, 'currency', { currency: 'IDR' }, 'Rp 1.500.000', 'IDR 1,500,000'],
    [1500, 'currency', { currency: 'no code' }, '1.500', '1,500'],
    [1500, 'currency', {}, '1.500', '1,500'],
    [1.005, 'score', {}, '1,01', '1.01'],
    [4.25, 'score', { digits: 1 }, '4,3', '4.3'],
    [4.25, 'score', { digits: 99 }, '4,25', '4.25'],
    [null, 'percent', {}, '–', '–'],
    [NaN, 'points', {}, '–', '–'],
    [-Infinity, 'currency', { currency: 'IDR' }, '–', '–'],
  ];
  for (const [value, unit, o, id, en] of cases) {
    it(`writes ${Object.is(value, -0) ? '-0' : value} ${unit} ${JSON.stringify(o)} as ${id} and ${en}`, () => {
      expect(plain(formatValue(value, unit, { ...o, lang: 'id' }))).to.equal(id);
      expect(plain(formatValue(value, unit, { ...o, lang: 'en' }))).to.equal(en);
    });
  }

  it('reads any writing of the language tag, and falls back to English whole', () => {
    expect(['id-ID', 'id_ID', 'ID', 'in'].map((lang) => formatNumber(1.5, lang))).to.deep.equal(
      Array(4).fill('1,5'),
    );
    expect(
      ['fr', '', 'not a tag!', '__proto__', 'constructor'].map((lang) => formatNumber(1.5, lang)),
    ).to.deep.equal(Array(5).fill('1.5'));
  });

  it('fits 32 characters for any double, and never says NaN, null or minus zero', () => {
    fc.assert(
      fc.property(
        fc.oneof(fc.double(), fc.double({ min: -1e6, max: 1e6 }), fc.integer(), fc.constant(null)),
        fc.constantFrom(...units),
        fc.record({
          lang: fc.constantFrom('id', 'en', 'id-ID', 'xx'),
          currency: fc.constantFrom('IDR', 'USD', 'zz', undefined),
          digits: fc.option(fc.double(), { nil: undefined }),
          sign: fc.boolean(),
          compact: fc.boolean(),
          style: fc.constantFrom('short', 'clock', 'long', undefined),
        }),
        (value, unit, o) => {
          const texts = [formatValue(value, unit, o), formatDelta(value, unit, o)];
          for (const text of texts) {
            expect(text).to.not.match(slip);
            if (o.style !== 'long') expect(text.length).to.be.within(1, 32);
          }
        },
      ),
      { numRuns: 500 },
    );
  });

  it('keeps the order of what it rounds', () => {
    const read = (text: string) => Number(text.replace('−', '-'));
    fc.assert(
      fc.property(fc.double({ min: -100, max: 100, noNaN: true }), (value) => {
        const shown = read(formatValue(value, 'points', { lang: 'en' }));
        expect(Math.abs(shown - value)).to.be.at.most(0.5);
      }),
    );
  });
});

describe('values a step apart', () => {
  const cases: [value: number, unit: Unit, step: number, id: string, en: string][] = [
    [0.02, 'seconds', 0.02, '0,02 dtk', '0.02 s'],
    [0.0004, 'seconds', 0.0002, '0,0004 dtk', '0.0004 s'],
    [10.02, 'seconds', 0.02, '10,02 dtk', '10.02 s'],
    [10, 'seconds', 5, '10 dtk', '10 s'],
    [124.8, 'seconds', 1.2, '2,08 menit', '2.08 min'],
    [7236, 'seconds', 36, '2,01 jam', '2.01 h'],
    [7500, 'seconds', 300, '2 jam 5 menit', '2 h 5 min'],
    [129_600, 'seconds', 43_200, '1,5 hari', '1.5 d'],
    [0.0004, 'percent', 0.0001, '0,0004%', '0.0004%'],
    [0.00002, 'percent', 0.00001, '0,00002%', '0.00002%'],
    [84, 'percent', 2, '84%', '84%'],
    [4.25, 'score', 0.05, '4,25', '4.25'],
  ];
  for (const [value, unit, step, id, en] of cases)
    it(`have the digits that tell them apart: ${en} beside another ${step} on`, () => {
      expect(plain(formatValue(value, unit, { step, lang: 'id' }))).to.equal(id);
      expect(plain(formatValue(value, unit, { step, lang: 'en' }))).to.equal(en);
    });
});

describe('formatDuration', () => {
  const cases: [seconds: number, id: string, en: string, clock: string, spoken: string][] = [
    [0, '0 dtk', '0 s', '0:00', '0 detik'],
    [2.46, '2,5 dtk', '2.5 s', '0:02', '2,5 detik'],
    [45, '45 dtk', '45 s', '0:45', '45 detik'],
    [59.7, '1 menit', '1 min', '1:00', '1 menit'],
    [120, '2 menit', '2 min', '2:00', '2 menit'],
    [150, '2,5 menit', '2.5 min', '2:30', '2 menit 30 detik'],
    [352, '5,9 menit', '5.9 min', '5:52', '5 menit 52 detik'],
    [3599, '1 jam', '1 h', '59:59', '59 menit 59 detik'],
    [3900, '1 jam 5 menit', '1 h 5 min', '1:05:00', '1 jam 5 menit'],
    [86_399, '1 hari', '1 d', '23:59:59', '1 hari'],
    [216_000, '2,5 hari', '2.5 d', '60:00:00', '2,5 hari'],
    [-130, '−2,2 menit', '−2.2 min', '−2:10', '−2 menit 10 detik'],
  ];
  for (const [seconds, id, en, clock, spoken] of cases) {
    it(`writes ${seconds} s as ${id}, ${en}, ${clock} and ${spoken}`, () => {
      expect(plain(formatDuration(seconds, { lang: 'id' }))).to.equal(id);
      expect(plain(formatDuration(seconds, { lang: 'en' }))).to.equal(en);
      expect(formatDuration(seconds, { lang: 'id', style: 'clock' })).to.equal(clock);
      expect(plain(formatDuration(seconds, { lang: 'id', style: 'long' }))).to.equal(spoken);
    });
  }

  it('speaks English units with their plurals', () => {
    const say = (s: number) => plain(formatDuration(s, { lang: 'en', style: 'long' }));
    expect([61, 1, 3660, 172_800].map(say)).to.deep.equal([
      '1 minute 1 second',
      '1 second',
      '1 hour 1 minute',
      '2 days',
    ]);
  });

  it('never shows 60 of a unit', () => {
    fc.assert(
      fc.property(fc.double({ min: 0, max: 1e6, noNaN: true }), (seconds) => {
        for (const style of ['short', 'clock', 'long'] as const) {
          const text = formatDuration(seconds, { lang: 'en', style });
          expect(text).to.not.match(/\b60\s(s|min|seconds|minutes)\b|:60/);
        }
      }),
      { numRuns: 300 },
    );
  });
});

describe('formatDelta', () => {
  const cases: [number | null, Unit, id: string, en: string][] = [
    [-6, 'points', '6 poin', '6 points'],
    [1, 'points', '1 poin', '1 point'],
    [1.04, 'percent', '1 poin', '1 point'],
    [-1.2, 'percent', '1,2 poin', '1.2 points'],
    [12, 'seconds', '12 dtk', '12 s'],
    [-200, 'count', '200', '200'],
    [null, 'percent', '–', '–'],
    [NaN, 'percent', '–', '–'],
  ];
  for (const [delta, unit, id, en] of cases) {
    it(`writes a change of ${delta} in ${unit} as ${id} and ${en}`, () => {
      expect(plain(formatDelta(delta, unit, { lang: 'id' }))).to.equal(id);
      expect(plain(formatDelta(delta, unit, { lang: 'en' }))).to.equal(en);
    });
  }
  it('writes the sign when asked', () => {
    expect(formatDelta(9.06, 'points', { lang: 'id', sign: true })).to.equal('+9,1 poin');
    expect(formatDelta(-9.06, 'points', { lang: 'id', sign: true })).to.equal('−9,1 poin');
  });
});

describe('formatInterval and formatMargin', () => {
  it('write an interval with its unit once', () => {
    expect(formatInterval([37.6, 46.4], 'points', { lang: 'id' })).to.equal('37,6–46,4');
    expect(formatInterval([85.1, 89.4], 'percent', { lang: 'en' })).to.equal('85.1–89.4%');
    expect(formatInterval(null, 'percent', { lang: 'en' })).to.equal('–');
  });
  it('do not put a dash beside a minus sign', () => {
    expect(formatInterval([-3, 46.4], 'points', { lang: 'id' })).to.equal('−3 sampai 46,4');
  });
  it('write ± where the value is in the middle', () => {
    const nps = { value: 42, interval: [37.6, 46.4], unit: 'points' } as const;
    const csat = { value: 87.4, interval: [86.3, 88.5], unit: 'percent' } as const;
    expect(plain(formatMargin(nps, { lang: 'id' }))).to.equal('± 4,4');
    expect(plain(formatMargin(csat, { lang: 'id' }))).to.equal('± 1,1 poin');
  });
  it('give both ends where ± would not be true', () => {
    const all = { value: 100, interval: [17.49, 100], unit: 'points' } as const;
    expect(formatMargin(all, { lang: 'en' })).to.equal('17.5–100');
  });
  it('give both ends where the value is off the middle by over an eighth of the width', () => {
    const margin = (value: number): string =>
      plain(formatMargin({ value, interval: [40, 60], unit: 'score' }, { lang: 'en' }));
    expect([margin(50), margin(52.4), margin(47.6)]).to.deep.equal(['± 10', '± 10', '± 10']);
    expect([margin(52.6), margin(47.4), margin(54)]).to.deep.equal(['40–60', '40–60', '40–60']);
  });
  it('are a dash without an interval', () => {
    expect(formatMargin({ value: 4, interval: null, unit: 'score' }, { lang: 'en' })).to.equal('–');
  });
});

describe('formatTarget', () => {
  const cases: [TargetLike, Unit, id: string, en: string][] = [
    [target('>', 90), 'percent', '> 90%', '> 90%'],
    [target('>=', 99.95), 'percent', '≥ 99,95%', '≥ 99.95%'],
    [target('<', 120), 'seconds', '< 2 menit', '< 2 min'],
    [target('<=', 360, 360, '<= 6:00'), 'seconds', '≤ 6:00', '≤ 6:00'],
    [target('range', 80, 88), 'percent', '80–88%', '80–88%'],
    [target('range', 360, 480, '6:00..8:00'), 'seconds', '6:00–8:00', '6:00–8:00'],
    [target('range', -10, 20), 'points', '−10 sampai 20', '−10 to 20'],
    [target('=', 1000), 'count', '1.000', '1,000'],
    [target('>', 50), 'points', '> 50', '> 50'],
  ];
  for (const [given, unit, id, en] of cases) {
    it(`writes ${given.op} ${given.low} ${unit} as ${id} and ${en}`, () => {
      expect(plain(formatTarget(given, unit, { lang: 'id' }))).to.equal(id);
      expect(plain(formatTarget(given, unit, { lang: 'en' }))).to.equal(en);
    });
  }
  it('leaves the sign out when bare', () => {
    expect(formatTarget(target('>', 90), 'percent', { lang: 'id', bare: true })).to.equal('90%');
  });
  it('shows a value beside a clock as a clock', () => {
    expect(durationStyle({ text: '<= 6:00' })).to.equal('clock');
    expect(durationStyle({ text: '< 2 menit' })).to.equal('short');
    expect(durationStyle(null)).to.equal('short');
  });
});

describe('formatP', () => {
  const cases: [number | null, id: string][] = [
    [0.0091, 'p 0,009'],
    [0.0004, 'p < 0,001'],
    [0, 'p < 0,001'],
    [0.049, 'p 0,049'],
    [0.0994, 'p 0,099'],
    [0.0996, 'p 0,1'],
    [0.123, 'p 0,12'],
    [0.26, 'p 0,26'],
    [1, 'p 1'],
    [null, ''],
    [NaN, ''],
    [7, ''],
  ];
  for (const [p, id] of cases) {
    it(`writes ${p} as "${id}"`, () => expect(formatP(p, 'id')).to.equal(id));
  }
});
