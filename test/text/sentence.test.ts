import { expect } from '@open-wc/testing';
import fc from 'fast-check';
import type { Result, Unit } from '../../src/metrics/metric';
import { bringWords } from '../../src/text/catalogue';
import type { TargetLike } from '../../src/text/format';
import { changeWords, type ChangeWords } from '../../src/text/change';
import { gaugeSentence, tableSentence } from '../../src/text/sentence';
import { trendSentence } from '../../src/text/trend-sentence';
import { statusCounts, statusText } from '../../src/text/status';
import { plain, slip } from './plain';

// Indonesian is loaded when it is first asked for.
before(() => bringWords('id'));

const above = (limit: number): TargetLike => ({ op: '>', value: limit, low: limit, high: limit });
const below = (limit: number, text = ''): TargetLike => ({
  op: '<',
  value: limit,
  low: limit,
  high: limit,
  text,
});
const range: TargetLike = { op: 'range', value: 80, low: 80, high: 88 };
const nps = { value: 42.1, unit: 'points', interval: [37.6, 46.4], n: 1204 } as const;
const MINUTE = 60_000;

describe('statusText', () => {
  const cases: [
    Parameters<typeof statusText>[0],
    number | null,
    TargetLike,
    Unit,
    string,
    string,
  ][] = [
    ['missed', 150, below(120), 'seconds', 'Melebihi target', 'Melebihi target 2 menit'],
    ['missed', 85, above(90), 'percent', 'Di bawah target', 'Di bawah target 90%'],
    ['missed', 91, range, 'percent', 'Melebihi target', 'Melebihi target 80–88%'],
    ['missed', 79, range, 'percent', 'Di bawah target', 'Di bawah target 80–88%'],
    ['missed', 90, above(90), 'percent', 'Di bawah target', 'Di bawah target 90%'],
    ['near', 119, below(120), 'seconds', 'Dekat batas', 'Dekat batas 2 menit'],
    ['met', 78, above(75), 'percent', 'Tercapai', 'Target 75% tercapai'],
    ['no-data', null, above(75), 'percent', 'Tidak ada data', 'Tidak ada data'],
  ];
  for (const [status, value, target, unit, short, long] of cases) {
    it(`says ${status} with ${value} against ${target.op} ${target.low} as "${short}"`, () => {
      expect(statusText(status, value, target, unit, { lang: 'id' })).to.equal(short);
      const full = statusText(status, value, target, unit, { lang: 'id', withTarget: true });
      expect(plain(full)).to.equal(long);
    });
  }
  it('says the same in English', () => {
    expect(statusText('missed', 150, below(120), 'seconds', { lang: 'en' })).to.equal(
      'Above target',
    );
    expect(statusText('met', 91, above(90), 'percent', { lang: 'en' })).to.equal('On target');
  });
});

describe('gaugeSentence', () => {
  const full = {
    name: 'NPS',
    result: nps,
    target: above(50),
    status: 'missed',
    change: 'naik 6 poin dari Mei',
  } as const;
  const said = (change: ChangeWords, lang: string): string =>
    gaugeSentence({ ...full, change: changeWords(change, 'points', { lang }), lang });

  it('says value, change, status, interval and n in Indonesian', () => {
    expect(gaugeSentence({ ...full, lang: 'id' })).to.equal(
      'NPS +42, naik 6 poin dari Mei, di bawah target 50, selang kepercayaan 95% 37,6 sampai 46,4, n 1.204',
    );
  });
  it('says them in English', () => {
    expect(said({ delta: -6, from: 'May' }, 'en')).to.equal(
      'NPS +42, down 6 points from May, below target 50, 95% confidence interval 37.6 to 46.4, n 1,204',
    );
  });
  it('says what the value is of, where that is not all time', () => {
    const time = 'November 2026: belum lengkap';
    expect(gaugeSentence({ ...full, time, lang: 'id' })).to.match(
      /^NPS \+42 \(November 2026: belum lengkap\), naik 6 poin dari Mei, di bawah/,
    );
  });
  it('says whether a change is real', () => {
    const change = { delta: 6, from: 'Mei', significant: true, p: 0.009 };
    expect(said(change, 'id')).to.contain('naik 6 poin dari Mei, perubahan nyata (p 0,009),');
    expect(said({ ...change, significant: false }, 'id')).to.contain(
      'naik 6 poin dari Mei, dalam variasi wajar,',
    );
  });
  it('does not call a change that rounds to nothing up or down', () => {
    const change = { delta: 0.01, from: 'Mei', significant: false };
    expect(said(change, 'id')).to.contain(', tidak berubah dari Mei, di bawah');
  });
  it('says that a target is not proven, and the benchmark by name', () => {
    const told = gaugeSentence({
      ...full,
      proven: false,
      benchmark: { name: 'Industri', value: 31 },
      lang: 'id',
    });
    expect(told)
      .to.contain('di bawah target 50, belum terbukti,')
      .and.contain('tolok ukur Industri +31,');
  });
  it('speaks durations in whole words, beside a clock as a clock', () => {
    const result = { value: 352, unit: 'seconds', interval: null, n: 12 } as const;
    expect(
      plain(
        gaugeSentence({ name: 'FRT', result, target: below(120), status: 'missed', lang: 'id' }),
      ),
    ).to.equal('FRT 5 menit 52 detik, melebihi target 2 menit, n 12');
    expect(
      gaugeSentence({
        name: 'AHT',
        result,
        target: below(360, '< 6:00'),
        status: 'met',
        lang: 'en',
      }),
    ).to.equal('AHT 5:52, on target 6:00, n 12');
  });
  it('says that there is no data, and how old it is', () => {
    const result = { value: null, unit: 'points', interval: null, n: 0 } as const;
    expect(
      gaugeSentence({ name: 'NPS', result, target: above(50), status: 'no-data', lang: 'id' }),
    ).to.equal('NPS: tidak ada data');
    expect(gaugeSentence({ ...full, staleMs: 14 * MINUTE, lang: 'id' })).to.match(
      /, n 1.204, data 14 menit lalu$/,
    );
    expect(gaugeSentence({ ...full, staleMs: 14 * MINUTE, lang: 'en' })).to.match(
      /, data from 14 minutes ago$/,
    );
  });
});

describe('trendSentence', () => {
  const series = {
    name: 'NPS',
    first: 31,
    last: 42,
    low: 20,
    high: 44,
    periods: 12,
    firstAt: '2026-01',
    lastAt: '2026-12',
    lowAt: '2026-03',
    highAt: '2026-10',
  };
  it('says where one line begins and ends, its extremes and the target', () => {
    const about = {
      name: 'NPS per bulan',
      unit: 'points',
      series: [series],
      target: above(50),
    } as const;
    expect(plain(trendSentence({ ...about, lang: 'id' }))).to.equal(
      'NPS per bulan, 12 periode: dari +31 (Jan 2026) ke +42 (Des 2026), terendah +20 (Mar 2026), tertinggi +44 (Okt 2026), target > 50',
    );
    expect(plain(trendSentence({ ...about, name: 'NPS by month', lang: 'en' }))).to.equal(
      'NPS by month, 12 periods: from +31 (Jan 2026) to +42 (Dec 2026), lowest +20 (Mar 2026), highest +44 (Oct 2026), target > 50',
    );
  });
  const stands = [
    ['missed', null, 'di bawah target 50', 'below target 50'],
    ['near', true, 'dekat batas 50', 'close to the limit 50'],
    ['met', false, 'target 50 tercapai, belum terbukti', 'on target 50, not proven'],
  ] as const;
  for (const [status, proven, id, en] of stands)
    it(`says that the newest value is "${en}"`, () => {
      const lines = [{ ...series, standing: { status, proven } }];
      const about = { name: 'NPS', unit: 'points', series: lines, target: above(50) } as const;
      expect(plain(trendSentence({ ...about, lang: 'id' }))).to.match(
        new RegExp(`\\(Okt 2026\\), ${id}$`),
      );
      expect(plain(trendSentence({ ...about, lang: 'en', staleMs: MINUTE }))).to.match(
        new RegExp(`\\(Oct 2026\\), ${en}, data from 1 minute ago$`),
      );
    });
  it('says of each of several lines where it stands, and the target once', () => {
    const { name, first, last, periods } = series;
    const short = { name, first, last, low: null, high: null, periods };
    const lines = [
      { ...short, name: 'Chat', standing: { status: 'met', proven: false } },
      { ...short, name: 'Email', standing: { status: 'missed', proven: true } },
      { ...short, name: 'WA', standing: null },
    ] as const;
    const about = { name: 'NPS', unit: 'points', series: lines, target: above(40) } as const;
    expect(plain(trendSentence({ ...about, lang: 'id' }))).to.equal(
      'NPS, 3 seri: Chat dari +31 ke +42, tercapai, belum terbukti; Email dari +31 ke +42, melebihi target; WA dari +31 ke +42, target > 40',
    );
  });
  it('says wherever a value is of the period that is not over', () => {
    const about = { name: 'NPS', unit: 'points', openPeriod: '2026-12' } as const;
    const low = { ...series, low: 42, lowAt: '2026-12' };
    expect(plain(trendSentence({ ...about, series: [series], lang: 'id' }))).to.match(
      /dari \+31 \(Jan 2026\) ke \+42 \(Des 2026: belum lengkap\), terendah \+20 \(Mar 2026\)/,
    );
    expect(plain(trendSentence({ ...about, series: [low], lang: 'en' }))).to.match(
      /from \+31 \(Jan 2026\) to \+42 \(Dec 2026: incomplete\), lowest \+42 \(Dec 2026: incomplete\)/,
    );
  });
  it('says a value that is alone, or always the same, once', () => {
    const told = (one: Partial<typeof series>): string =>
      plain(
        trendSentence({ name: 'NPS', unit: 'points', series: [{ ...series, ...one }], lang: 'en' }),
      );
    const alone = { first: 42, low: 42, high: 42, firstAt: '2026-12', periods: 1 };
    expect(told(alone)).to.equal('NPS, 1 period: +42 (Dec 2026)');
    expect(told({ ...alone, firstAt: '2026-01', periods: 12 })).to.equal(
      'NPS, 12 periods: from +42 (Jan 2026) to +42 (Dec 2026)',
    );
  });
  it('says one period as one', () => {
    const about = { name: 'NPS', unit: 'points', series: [{ ...series, periods: 1 }] } as const;
    expect(trendSentence({ ...about, lang: 'en' }))
      .to.contain('NPS, 1 period: ')
      .and.not.contain('lowest');
  });
  it('names six lines and counts the rest', () => {
    const many = Array.from({ length: 9 }, (_, i) => ({
      ...series,
      name: `Agen ${i + 1}`,
      low: null,
      high: null,
    }));
    const said = trendSentence({ name: 'NPS', unit: 'points', series: many, lang: 'id' });
    expect(said).to.match(/^NPS, 9 seri: Agen 1 dari \+31/);
    expect(said)
      .to.contain('Agen 6 dari')
      .and.match(/; dan 3 lainnya$/);
    expect(said).to.not.contain('Agen 7');
  });
  it('says that there is nothing, also where every line is empty', () => {
    expect(trendSentence({ name: 'NPS', unit: 'points', series: [], lang: 'id' })).to.equal(
      'NPS: tidak ada data',
    );
    const none = { name: 'a', first: null, last: null, low: null, high: null, periods: 0 };
    expect(trendSentence({ name: 'NPS', unit: 'points', series: [none], lang: 'en' })).to.equal(
      'NPS: no data',
    );
  });
});

describe('tableSentence', () => {
  it('counts the rows by status and leaves out what counts none', () => {
    const statuses = ['missed', 'met', 'near', 'met', 'missed'] as const;
    expect(statusCounts(statuses, 'id')).to.equal('2 tercapai · 1 dekat batas · 2 perlu tindakan');
    expect(
      tableSentence({ name: 'Target KPI', statuses: [...statuses, 'no-data'], lang: 'id' }),
    ).to.equal('Target KPI: 2 tercapai · 1 dekat batas · 2 perlu tindakan · 1 tanpa data');
    expect(tableSentence({ statuses, staleMs: 3_600_000, lang: 'en' })).to.equal(
      '2 on target · 1 close to the limit · 2 to act on, data from 1 hour ago',
    );
  });
  it('says that there is no data where there is no row, and nothing of rows that nobody judges', () => {
    expect(tableSentence({ statuses: [], lang: 'id' })).to.equal('Tidak ada data');
    expect(tableSentence({ name: 'KPI', statuses: [undefined], lang: 'id' })).to.equal('KPI');
    expect(tableSentence({ name: 'KPI', statuses: [undefined, 'met'], lang: 'en' })).to.equal(
      'KPI: 1 on target',
    );
  });
});

describe('every sentence', () => {
  it('takes any numbers without a slip', () => {
    const number = fc.oneof(fc.double(), fc.constant(null), fc.integer());
    fc.assert(
      fc.property(
        number,
        number,
        fc.double(),
        fc.constantFrom<Unit>('percent', 'points', 'seconds', 'count', 'currency', 'score'),
        fc.constantFrom('met', 'near', 'missed', 'no-data', null),
        fc.constantFrom('id', 'en', 'ar', ''),
        (value, delta, limit, unit, status, lang) => {
          const result: Pick<Result, 'value' | 'unit' | 'interval' | 'n'> = {
            value,
            unit,
            interval: [limit, limit],
            n: limit,
          };
          const target = above(limit);
          const about = { delta, from: 'x', significant: limit > 0, p: limit };
          const change = changeWords(about, unit, { lang });
          const s = { name: 'a', first: value, last: delta, low: limit, high: value, periods: 4 };
          for (const text of [
            gaugeSentence({ name: 'a', result, target, status, change, staleMs: limit, lang }),
            trendSentence({ name: 'a', unit, series: [s, s], target, staleMs: limit, lang }),
          ]) {
            expect(text).to.not.match(slip);
          }
        },
      ),
      { numRuns: 300 },
    );
  });
});
