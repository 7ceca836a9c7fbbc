import { expect } from '@open-wc/testing';
import { compute } from '../../src/metrics';
import type { MetricOptions, Result } from '../../src/metrics/metric';

type Counts = [value: number | null, numerator: number, denominator: number];
const counts = ({ value, numerator, denominator }: Result): Counts => [
  value,
  numerator!,
  denominator!,
];

describe('rates from records', () => {
  const call = (answered: unknown, wait_seconds: unknown): object => ({ answered, wait_seconds });
  const calls = [
    call('Ya', 5),
    call(true, 20),
    call(1, 20.5),
    call('yes', '40'),
    call('Tidak', 3),
    call(false, 10),
    call('N', 15),
    call(0, 60),
  ];

  const levels: [MetricOptions, Counts][] = [
    [{ method: 'offered' }, [25, 2, 8]],
    [{ method: 'answered' }, [50, 2, 4]],
    [{ method: 'ignore-abandoned-within' }, [40, 2, 5]],
    [{ method: 'abandoned-within-met' }, [62.5, 5, 8]],
    [{ method: 'exclude-short-abandons' }, [(2 / 6) * 100, 2, 6]],
    [{ method: 'exclude-short-abandons', shortAbandonSeconds: 3 }, [(2 / 7) * 100, 2, 7]],
  ];
  for (const [options, expected] of levels) {
    it(`service level ${JSON.stringify(options)}`, () => {
      const result = compute('service-level', { records: calls }, { ...options, seconds: 20 });
      expect(counts(result)).to.deep.equal(expected);
      expect(result.method).to.equal(`${options.method} ≤ 20 s`);
    });
  }

  it('short abandons leave both sides of abandonment', () => {
    expect(counts(compute('abandonment', { records: calls }))).to.deep.equal([50, 4, 8]);
    expect(
      counts(compute('abandonment', { records: calls }, { shortAbandonSeconds: 10 })),
    ).to.deep.equal([(2 / 6) * 100, 2, 6]);
  });

  it('a wait that cannot be read is invalid, a blank one unanswered', () => {
    const result = compute(
      'service-level',
      { records: [call(true, 'long'), call(true, -1), call(true, null), call('T', 5)] },
      { method: 'answered', seconds: 20 },
    );
    expect([result.n, result.invalid, result.unanswered]).to.deep.equal([0, 3, 1]);
    expect(result.issues!.map(({ field }) => field)).to.deep.equal([
      'wait_seconds',
      'wait_seconds',
      'answered',
    ]);
  });

  it('waits may be written as m:ss', () => {
    const result = compute(
      'service-level',
      { records: [call(true, '0:20'), call(true, '1:05')] },
      { method: 'answered', seconds: 20, durations: 'm:ss' },
    );
    expect(result.value).to.equal(50);
  });

  it('the average speed of answer leaves abandoned calls out', () => {
    const result = compute('asa', { records: calls });
    expect([result.value, result.n]).to.deep.equal([(5 + 20 + 20.5 + 40) / 4, 4]);
    expect(result.interval![0]).to.be.at.least(0);
  });

  it('first contact resolution: gross, net and pending', () => {
    const records = [
      { resolved: 'Ya', contacts_needed: 1 },
      { resolved: 'Ya', contacts_needed: 2 },
      { resolved: 'Tidak', contacts_needed: 1 },
      { resolved: 'Ya', contacts_needed: 1, repeat_window_open: true },
      { resolved: 'Tidak', contacts_needed: 1, not_resolvable_first_line: true },
      { resolved: true, contacts_needed: null },
      { resolved: true, contacts_needed: 'few' },
    ];
    const gross = compute('fcr', { records });
    expect(counts(gross)).to.deep.equal([25, 1, 4]);
    expect([gross.pending, gross.unanswered, gross.invalid]).to.deep.equal([1, 1, 1]);
    expect(gross.issues![0]!.field).to.equal('contacts_needed');
    expect(counts(compute('fcr', { records }, { method: 'net' }))).to.deep.equal([
      (1 / 3) * 100,
      1,
      3,
    ]);
  });

  it('a named base is part of the method, of records and of components', () => {
    const records = [
      { answered: true, delivered: true },
      { answered: false, delivered: true },
      { answered: false, delivered: false },
    ];
    expect(counts(compute('response-rate', { records }))).to.deep.equal([(1 / 3) * 100, 1, 3]);
    const delivered = compute('response-rate', { records }, { base: 'delivered' });
    expect([...counts(delivered), delivered.method]).to.deep.equal([50, 1, 2, 'of delivered']);
    const sums = [{ answered: 184, sent: 1150, delivered: 1100 }];
    expect(compute('response-rate', { records: sums }).value).to.equal(16);
    expect(compute('response-rate', { records: sums }, { base: 'delivered' }).value).to.be.closeTo(
      16.727272727,
      1e-8,
    );
    expect(
      compute('engagement', { components: { engaged: 1, base: 4 } }, { base: 'visits' }).value,
    ).to.equal(25);
  });

  it('retention reads the flag of churn the other way round', () => {
    const records = [{ churned: 'Yes' }, { churned: 'No' }, { churned: 'No' }, { churned: '' }];
    expect(counts(compute('churn', { records }))).to.deep.equal([(1 / 3) * 100, 1, 3]);
    expect(counts(compute('retention', { records }))).to.deep.equal([(2 / 3) * 100, 2, 3]);
    expect(
      counts(compute('retention', { records: [{ retained: 'ya' }, { retained: 'tidak' }] })),
    ).to.deep.equal([50, 1, 2]);
    const bad = compute('retention', { records: [{ churned: 'maybe' }] });
    expect(bad.issues).to.deep.equal([{ row: 0, field: 'churned', value: '"maybe"' }]);
  });

  it('other words for yes and no can be said', () => {
    const records = [
      { resolved: 'solved' },
      { resolved: 2 },
      { resolved: 'open' },
      { resolved: 'ya' },
    ];
    const result = compute('resolution-rate', { records }, { yes: ['solved'], no: [2] });
    expect([...counts(result), result.invalid]).to.deep.equal([(2 / 3) * 100, 2, 3, 1]);
  });
});

describe('answers on a scale', () => {
  it('a half belongs to the step below it and counts from its own value', () => {
    const result = compute('csat', {
      records: [{ score: 3.5 }, { score: 4.5 }, { score: 4 }, { score: 1 }],
    });
    expect(result.parts).to.deep.equal({ 1: 1, 2: 0, 3: 1, 4: 2, 5: 0 });
    expect([result.value, result.mean]).to.deep.equal([50, 3.25]);
  });

  it('thumbs are read in words, numbers and flags', () => {
    const records = ['good', 'Baik', 'puas', true, 1, '1', 'bad', 'TIDAK PUAS', false, 0].map(
      (score) => ({ score }),
    );
    const odd = ['offered', 'unoffered', '', null, 'meh', 0.5, 2].map((score) => ({ score }));
    const result = compute('csat', { records: [...records, ...odd] }, { scale: 'good-bad' });
    expect([...counts(result), result.unanswered, result.invalid]).to.deep.equal([60, 6, 10, 4, 3]);
    expect(result.parts).to.deep.equal({ bad: 4, good: 6 });
  });

  it('rows of thumbs are components', () => {
    const result = compute(
      'csat',
      {
        records: [
          { good: 40, bad: 10 },
          { good: '8', bad: 2 },
        ],
      },
      { scale: 'good-bad' },
    );
    expect(counts(result)).to.deep.equal([80, 48, 60]);
  });

  it('counts by step, as a list and by name, are records', () => {
    const records = [1, 4, 4, 5].map((score) => ({ score }));
    const expected = compute('csat', { records });
    expect(compute('csat', { counts: [1, 0, 0, 2, 1] })).to.deep.equal(expected);
    expect(compute('csat', { counts: { 1: 1, 4: 2, 5: 1 } })).to.deep.equal(expected);
    expect(compute('csat', { records: [{ counts: [1, 0, 0, 2, 1] }] })).to.deep.equal(expected);
  });

  it('counts per score are NPS too', () => {
    const result = compute('nps', { counts: [0, 0, 0, 0, 0, 0, 30, 25, 25, 60, 60] });
    expect([result.value, result.detractors, result.passives, result.promoters]).to.deep.equal([
      45, 30, 50, 120,
    ]);
    expect(compute('nps', { counts: { 9: 5, 2: 5 } }).value).to.equal(0);
    expect(compute('sentiment', { counts: { positif: 3, negatif: 1 } }).value).to.equal(50);
    expect(() => compute('nps', { counts: { 11: 5 } })).to.throw(
      RangeError,
      'invalid counts: no answer "11"',
    );
  });

  it('groups alone have no mean, and a mean needs the scores', () => {
    const result = compute('csat', { components: { satisfied: 8, n: 10 } });
    expect(result).not.to.have.property('mean');
    expect(result.parts).to.deep.equal({ other: 2, satisfied: 8 });
    expect(() =>
      compute('csat', { components: { satisfied: 8, n: 10 } }, { method: 'mean' }),
    ).to.throw(RangeError, 'missing component: counts');
  });

  it('a mean has the unit score, and Student’s interval on its scale', () => {
    const result = compute('csat', { counts: [3, 5, 12, 48, 32] }, { method: 'mean' });
    expect([result.value, result.unit]).to.deep.equal([4.01, 'score']);
    // SciPy 1.17.1: t.interval of the 100 scores
    expect(result.interval![0]).to.be.closeTo(3.8193, 1e-3);
  });

  it('CES 1.0 is an effort, so lower is better', () => {
    const result = compute('ces', { records: [{ score: 1 }, { score: 2 }] }, { scale: '1-5' });
    expect([result.value, result.unit, result.direction]).to.deep.equal([1.5, 'score', 'down']);
    const ease = compute(
      'ces',
      { records: [{ score: 5 }, { score: 2 }] },
      { scale: '1-5', easyFrom: 4 },
    );
    expect([ease.value, ease.unit, ease.direction]).to.deep.equal([50, 'percent', 'up']);
  });
});

describe('times', () => {
  it('handling is talk, hold and wrap; abandoned contacts are not handled', () => {
    const records = [
      { talk_seconds: 100, hold_seconds: 20, wrap_seconds: 30 },
      { talk_seconds: 50 },
      { talk_seconds: 500, answered: false },
      { talk_seconds: null },
      { talk_seconds: 10, hold_seconds: -1 },
    ];
    const result = compute('aht', { records });
    expect([result.value, result.n, result.unanswered, result.invalid]).to.deep.equal([
      100, 2, 1, 1,
    ]);
    expect(result.issues![0]!.field).to.equal('hold_seconds');
  });

  it('a median is exact, with mean, p90 and the share within the limit beside it', () => {
    const records = [45, 60, 75, 90, 1200].map((first_response_seconds) => ({
      first_response_seconds,
    }));
    const by = (method: string): Result => compute('frt', { records }, { method, sla: 90 });
    expect([by('median').value, by('mean').value, by('within').value]).to.deep.equal([75, 294, 80]);
    expect(by('p90').value).to.be.closeTo(756, 1e-9);
    expect([by('within').unit, by('within').direction, by('median').interval]).to.deep.equal([
      'percent',
      'up',
      null,
    ]);
  });

  it('only working time counts where business hours are given', () => {
    const records = [
      { created_at: '2026-06-05T16:00:00+07:00', resolved_at: '2026-06-08T09:30:00+07:00' },
    ];
    const options = { businessHours: 'Mon-Fri 08:00-17:00', timeZone: 'Asia/Jakarta' };
    expect(compute('resolution-time', { records }, options).value).to.equal(2.5 * 3600);
    expect(
      compute('resolution-time', { records }, { ...options, holidays: ['2026-06-08'] }).value,
    ).to.equal(3600);
    expect(compute('resolution-time', { records }, options).method).to.equal(
      'median, business hours',
    );
    expect(compute('resolution-time', { records }).value).to.equal(65.5 * 3600);
  });

  it('above 100,000 values the method says that it is a sketch', () => {
    const records = Array.from({ length: 100_001 }, (_, i) => ({ resolution_seconds: i + 1 }));
    const result = compute('resolution-time', { records });
    expect(result.method).to.equal('median, sketch ± 0.5 %');
    expect(result.value).to.be.closeTo(50_001, 50_001 * 0.005);
  });

  it('an unreadable start or end is named', () => {
    const records = [
      { created_at: 'x', resolved_at: '2026-06-08' },
      { created_at: '2026-06-08', resolved_at: 5 },
      { created_at: '2026-06-08' },
    ];
    const result = compute('resolution-time', { records }, { timeZone: 'UTC' });
    expect(result.issues!.map(({ field }) => field)).to.deep.equal(['created_at', 'resolved_at']);
    expect(result.unanswered).to.equal(1);
  });
});

describe('shares of working time', () => {
  it('are ratios of sums, never means of ratios', () => {
    const records = [
      { handling_seconds: 90, available_seconds: 10 },
      { handling_seconds: 100, available_seconds: 300 },
    ];
    const result = compute('occupancy', { records });
    expect([result.value, result.n, result.interval]).to.deep.equal([38, 2, null]);
  });
  it('more time than was paid is an invalid row', () => {
    const records = [
      { handling_seconds: 90, available_seconds: 20, paid_seconds: 100 },
      { handling_seconds: 50, available_seconds: 25, paid_seconds: 100 },
    ];
    const result = compute('utilisation', { records });
    expect([result.value, result.invalid]).to.deep.equal([75, 1]);
    expect(result.issues![0]).to.deep.include({ field: 'paid_seconds' });
  });
  it('no time at all is no share', () => {
    expect(
      compute('occupancy', { components: { handling_seconds: 0, available_seconds: 0 } }).value,
    ).to.equal(null);
  });
});

describe('sentiment, engagement, volume and customer value', () => {
  it('labels are read in both languages, scores where there is none', () => {
    const records = [
      { sentiment: 'Positif' },
      { sentiment: 'negative' },
      { sentiment: 'netral' },
      { sentiment: 'mixed' },
      { sentiment: '', sentiment_score: 0.9 },
      { sentiment_score: -0.05 },
      { sentiment_score: 0.04 },
      { sentiment: null },
      { sentiment: 'meh' },
      { sentiment_score: 2 },
    ];
    const result = compute('sentiment', { records });
    expect(result.parts).to.deep.equal({ negative: 2, neutral: 3, positive: 2 });
    expect([result.value, result.unanswered, result.invalid]).to.deep.equal([0, 1, 2]);
  });

  it('the kinds of engagement have their own units', () => {
    const of = (kind: string, field: string, values: unknown[]): Result =>
      compute('engagement', { records: values.map((value) => ({ [field]: value })) }, { kind });
    expect(of('click-through', 'engaged', ['ya', 'tidak']).value).to.equal(50);
    expect([
      of('visit-frequency', 'visits', [3, 5]).value,
      of('visit-frequency', 'visits', [3]).unit,
    ]).to.deep.equal([4, 'count']);
    expect([
      of('session-time', 'session_seconds', [30, 90]).value,
      of('session-time', 'session_seconds', [1]).unit,
    ]).to.deep.equal([60, 'seconds']);
    expect(of('social-interactions', 'interactions', [10, 0]).value).to.equal(5);
    expect(
      compute('engagement', { components: { visits: 12, users: 4 } }, { kind: 'visit-frequency' })
        .value,
    ).to.equal(3);
  });

  it('a counted 0 is told from nothing at all', () => {
    expect(compute('volume', { records: [{ count: 0, month: '2026-06' }] }).value).to.equal(0);
    expect(compute('volume', { records: [] }).value).to.equal(null);
    expect(compute('volume', { components: { count: 1200 } }).value).to.equal(1200);
    expect(compute('volume', { records: [{ id: 1 }, { count: 4 }, 7] }).n).to.equal(5);
  });

  it('customer value so far is revenue by customers, not by orders', () => {
    const records = [
      { customer_id: 'a', amount: 100 },
      { customer_id: 'a', amount: '50' },
      { customer_id: 7, amount: 30 },
      { amount: 5 },
      { customer_id: 'b', amount: 'x' },
    ];
    const result = compute('clv', { records }, { currency: 'IDR' });
    expect([result.value, result.n, result.currency, result.method, result.invalid]).to.deep.equal([
      90,
      2,
      'IDR',
      'historic',
      2,
    ]);
  });

  it('shares of customer value are 0 to 1', () => {
    expect(() =>
      compute('clv', { components: { revenue_per_period: 1, gross_margin: 60, churn: 0.1 } }),
    ).to.throw(RangeError, 'invalid gross_margin: 60; allowed: 0 to 1');
  });
});
