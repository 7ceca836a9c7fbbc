import { expect } from '@open-wc/testing';
import fc from 'fast-check';
import type { Direction, Result, Unit } from '../../src/metrics/metric';
import { bringWords } from '../../src/text/catalogue';
import {
  draftAnalysis,
  registerAnalysis,
  unreadValues,
  worstSegment,
  type AnalysisInput,
  type SegmentResult,
} from '../../src/text/analysis';
import type { TargetLike } from '../../src/text/format';
import { plain, slip } from './plain';

// Indonesian is loaded when it is first asked for.
before(() => bringWords('id'));

const limit = (op: TargetLike['op'], value: number, text = ''): TargetLike => ({
  op,
  value,
  low: value,
  high: value,
  text,
});

function result(
  value: number | null,
  unit: Unit,
  direction: Direction = 'up',
  more: Partial<Result> = {},
): Result {
  return {
    metric: 'any',
    value,
    unit,
    direction,
    method: 'given',
    n: 400,
    invalid: 0,
    unanswered: 0,
    interval: null,
    ...more,
  };
}

const segment = (
  name: string,
  value: number,
  interval: [number, number] | null,
  n = 100,
): SegmentResult => ({
  name,
  result: result(value, 'percent', 'up', { interval, n }),
});

describe('draftAnalysis', () => {
  const volume = result(1200, 'count', 'none');
  const wait = result(150, 'seconds', 'down');
  const csat = result(85, 'percent', 'up', { interval: [83.1, 86.7] });
  const month = { value: 1000, step: 'month' } as const;

  const cases: [claim: string, input: Omit<AnalysisInput, 'lang'>, id: string, en: string][] = [
    [
      'a fifth more calls, as the source writes it',
      { result: volume, previous: month, target: limit('=', 1000), status: 'near' },
      'Peningkatan 20% dibandingkan bulan lalu. Perlu investigasi lebih lanjut.',
      'Increase of 20% on last month. Needs a closer look.',
    ],
    [
      'a wait above its limit',
      { result: wait, target: limit('<', 120), status: 'missed' },
      'Melebihi target.',
      'Above target.',
    ],
    [
      'a score below its target',
      { result: csat, target: limit('>', 90), status: 'missed', proven: true },
      'Di bawah target.',
      'Below target.',
    ],
    [
      'a real fall with the channel to begin with',
      {
        result: csat,
        previous: { value: 88, label: 'Mei' },
        comparison: { significant: true },
        segments: [segment('e-mail', 78, [72, 83]), segment('telepon', 88, [85, 91])],
        by: 'channel',
      },
      'Turun 3 poin dari Mei; terendah di kanal e-mail (78%).',
      'Down 3 points from Mei; lowest for e-mail (78%).',
    ],
    [
      'a fall that chance can explain',
      { result: csat, previous: { value: 88, label: 'Mei' }, comparison: { significant: false } },
      'Turun 3 poin dari Mei, dalam variasi wajar.',
      'Down 3 points from Mei, still within noise.',
    ],
    [
      'a target that the interval straddles',
      { result: csat, target: limit('>', 86), status: 'missed', proven: false },
      'Di bawah target, belum terbukti.',
      'Below target, not proven.',
    ],
    [
      'a rise that met the target',
      {
        result: result(78, 'percent'),
        previous: { value: 76, step: 'week' },
        target: limit('>=', 75),
        status: 'met',
      },
      'Naik 2 poin dibandingkan minggu lalu; target tercapai.',
      'Up 2 points on last week; on target.',
    ],
    [
      'a few seconds from the limit',
      {
        result: result(368, 'seconds', 'down'),
        target: limit('<=', 360, '<= 6:00'),
        status: 'near',
      },
      'Selisih 0:08 dari batas.',
      '0:08 from the limit.',
    ],
    [
      'a strict limit hit exactly',
      { result: result(90, 'percent'), target: limit('>', 90), status: 'near' },
      'Tepat di batas.',
      'Exactly on the limit.',
    ],
    [
      'a plan that differs from last month',
      {
        result: volume,
        previous: { value: 1180, label: 'Mei' },
        target: limit('=', 1000),
        status: 'near',
      },
      'Peningkatan 1,7% dari Mei, dalam variasi wajar; 20% di atas rencana.',
      'Increase of 1.7% from Mei, still within noise; 20% above plan.',
    ],
    [
      'a plan kept',
      { result: volume, target: limit('=', 1200), status: 'met' },
      'Sesuai rencana.',
      'As planned.',
    ],
    [
      'a base of nothing: the difference itself',
      { result: result(12, 'count', 'none'), previous: { value: 0, label: 'Mei' } },
      'Naik 12 dari Mei.',
      'Up 12 from Mei.',
    ],
    [
      'no change to speak of',
      { result: csat, previous: { value: 85.01 }, comparison: { significant: false } },
      'Tidak berubah dibandingkan periode sebelumnya.',
      'Unchanged on the period before.',
    ],
    [
      'twelve answers',
      { result: result(85, 'percent', 'up', { n: 12 }), target: limit('>', 90), status: 'missed' },
      'Di bawah target. Sampel kecil (n = 12).',
      'Below target. Small sample (n = 12).',
    ],
    ['no data', { result: result(null, 'percent') }, 'Tidak ada data.', 'No data.'],
    ['nothing to compare with', { result: csat }, '', ''],
  ];
  for (const [claim, input, id, en] of cases) {
    it(`tells of ${claim}`, () => {
      expect(plain(draftAnalysis({ ...input, lang: 'id' }))).to.equal(id);
      expect(plain(draftAnalysis({ ...input, lang: 'en' }))).to.equal(en);
    });
  }

  it('speaks of longer waits in time', () => {
    const said = draftAnalysis({
      result: wait,
      previous: { value: 120, label: 'Mei' },
      lang: 'id',
    });
    expect(plain(said)).to.equal('Naik 30 detik dari Mei.');
  });

  it('asks for no look where the change may be chance, or has a better direction', () => {
    const few = { result: result(12, 'count', 'none'), previous: { value: 10 }, lang: 'en' };
    expect(draftAnalysis(few)).to.equal(
      'Increase of 20% on the period before, still within noise.',
    );
    const sold = { result: result(1200, 'count', 'up'), previous: { value: 1000 }, lang: 'en' };
    expect(draftAnalysis(sold)).to.equal('Increase of 20% on the period before.');
  });

  it('without a test claims no change from a value inside the interval', () => {
    const inside = { result: csat, previous: { value: 86 }, lang: 'en' };
    expect(draftAnalysis(inside)).to.equal(
      'Down 1 point on the period before, still within noise.',
    );
    const outside = { result: csat, previous: { value: 88 }, lang: 'en' };
    expect(draftAnalysis(outside)).to.equal('Down 3 points on the period before.');
  });

  it('never speaks of a change without saying that it is not significant', () => {
    fc.assert(
      fc.property(
        fc.double({ min: 0, max: 100, noNaN: true }),
        fc.double({ min: 0, max: 100, noNaN: true }),
        fc.constantFrom<Unit>('percent', 'points', 'seconds', 'count', 'score'),
        (value, before, unit) => {
          const said = draftAnalysis({
            result: result(value, unit),
            previous: { value: before },
            comparison: { significant: false },
            lang: 'en',
          });
          expect(said).to.match(/^Unchanged|within noise/);
        },
      ),
    );
  });

  it('takes any numbers without a slip, in any language', () => {
    const number = fc.oneof(fc.double(), fc.integer(), fc.constant(null));
    fc.assert(
      fc.property(
        number,
        number,
        fc.double(),
        fc.constantFrom<Unit>('percent', 'points', 'seconds', 'count', 'currency', 'score'),
        fc.constantFrom<Direction>('up', 'down', 'range', 'none'),
        fc.constantFrom('met', 'near', 'missed', 'no-data', null),
        fc.constantFrom('id', 'en', 'id-ID', 'xx', ''),
        (value, before, target, unit, direction, status, lang) => {
          const said = draftAnalysis({
            result: result(value, unit, direction),
            previous: { value: before },
            target: limit('=', target),
            status,
            segments: [segment('a', target, null), segment('b', 3, [target, target])],
            lang,
          });
          expect(said).to.not.match(slip);
          expect(said).to.match(/^$|[.]$/);
        },
      ),
      { numRuns: 300 },
    );
  });

  it('can be taught a language', () => {
    registerAnalysis('nl', { above: 'boven het doel', noData: 'Geen gegevens.' });
    expect(
      draftAnalysis({ result: wait, target: limit('<', 120), status: 'missed', lang: 'nl-BE' }),
    ).to.equal('Boven het doel.');
    expect(
      draftAnalysis({ result: csat, target: limit('>', 90), status: 'missed', lang: 'nl' }),
    ).to.equal('Below target.');
  });
});

describe('worstSegment', () => {
  const overall = result(85, 'percent', 'up');
  const email = segment('e-mail', 78, [72, 83]);
  const chat = segment('chat', 80, [76, 84]);
  const phone = segment('telepon', 90, [88, 92]);

  it('is the lowest where more is better', () => {
    expect(worstSegment({ result: overall, segments: [chat, email, phone] })).to.equal(email);
  });
  it('is the highest where less is better', () => {
    expect(worstSegment({ result: overall, segments: [email, phone], direction: 'down' })).to.equal(
      phone,
    );
  });
  it('is none where its interval holds the overall value', () => {
    const wide = segment('e-mail', 70, [45, 88], 20);
    expect(worstSegment({ result: overall, segments: [wide, phone] })).to.equal(null);
    expect(worstSegment({ result: overall, segments: [wide, chat, phone] })).to.equal(chat);
  });
  it('without intervals is none below 30 answers', () => {
    const few = segment('e-mail', 70, null, 29);
    const enough = segment('chat', 80, null, 30);
    expect(worstSegment({ result: overall, segments: [few, phone] })).to.equal(null);
    expect(worstSegment({ result: overall, segments: [few, enough] })).to.equal(enough);
  });
  it('is none without a better direction, without data, or alone', () => {
    for (const direction of ['none', 'range'] as const) {
      expect(worstSegment({ result: overall, segments: [email, phone], direction })).to.equal(null);
    }
    expect(worstSegment({ result: result(null, 'percent'), segments: [email, phone] })).to.equal(
      null,
    );
    expect(worstSegment({ result: overall, segments: [email] })).to.equal(null);
    expect(worstSegment({ result: overall })).to.equal(null);
  });
});

describe('a small sample', () => {
  it('is said below thirty answers, and not from thirty on', () => {
    const said = (n: number): string =>
      draftAnalysis({
        result: result(87, 'percent', 'up', { n }),
        target: limit('>', 80),
        status: 'met',
        lang: 'en',
      });
    expect(said(29)).to.match(/small sample/i);
    expect(said(30)).to.not.match(/small sample/i);
  });
});

describe('values that could not be read', () => {
  const cases: [n: number, invalid: number, lang: string, said: string][] = [
    [8, 412, 'en', '412 of 420 values could not be read.'],
    [8, 412, 'id', '412 dari 420 nilai tidak dapat dibaca.'],
    [8000, 4120, 'en', '4,120 of 12,120 values could not be read.'],
    [8000, 4120, 'id', '4.120 dari 12.120 nilai tidak dapat dibaca.'],
    [1, 1, 'en', '1 of 2 values could not be read.'],
    [0, 1, 'en', '1 of 1 value could not be read.'],
    [94, 6, 'en', '6 of 100 values could not be read.'],
    [95, 5, 'en', ''],
    [100, 0, 'en', ''],
    [0, 0, 'en', ''],
  ];
  for (const [n, invalid, lang, said] of cases)
    it(`${invalid} beside ${n} are told as "${said}" in ${lang}`, () => {
      expect(unreadValues({ n, invalid }, lang)).to.equal(said);
    });
});
