import { expect } from '@open-wc/testing';
import { compare, compute, metricById, metrics, tabulate } from '../../src/metrics';
import { bringMetrics, metricAtHand } from '../../src/metrics/on-demand';
import type { MetricOptions } from '../../src/metrics/metric';
import { itShared, sharedJson } from '../support/shared';

/** The least options under which each metric can be computed. */
export const optionsOf = (id: string): MetricOptions =>
  id === 'service-level'
    ? { method: 'offered', seconds: 20, timeZone: 'UTC' }
    : { timeZone: 'UTC' };

describe('the catalogue', () => {
  it('has the twenty metrics, each once', () => {
    expect(new Set(metrics.map(({ id }) => id)).size).to.equal(metrics.length);
    expect(metrics).to.have.lengthOf(20);
  });

  it('is what the elements load from, metric by metric', async () => {
    await bringMetrics(metrics.map(({ id }) => id));
    expect(metrics.map(({ id }) => metricAtHand(id)?.id)).to.deep.equal(
      metrics.map(({ id }) => id),
    );
  });

  for (const metric of metrics) {
    it(`${metric.id} has words and a formula in both languages`, () => {
      for (const lang of ['en', 'id'] as const) {
        const { name, short, description } = metric.text[lang];
        expect(name).to.match(/\S/);
        expect(short.length, short).to.be.at.most(16);
        expect(description).to.match(/^[A-Z].*\.$/);
        expect(metric.formula(optionsOf(metric.id), lang))
          .to.match(/^\S.*\S$/)
          .and.not.match(/undefined|null|NaN/);
      }
      expect(metric.text.id.description).not.to.equal(metric.text.en.description);
    });

    it(`${metric.id} of nothing is null, n 0, never 0`, () => {
      const result = compute(metric.id, { records: [] }, optionsOf(metric.id));
      expect([result.metric, result.value, result.n, result.interval]).to.deep.equal([
        metric.id,
        null,
        0,
        null,
      ]);
    });
  }

  it('an unknown id is shown, with the nearest known', () => {
    const cases: [string, string][] = [
      ['npz', 'unknown metric: npz; did you mean nps'],
      ['NPS', 'unknown metric: NPS; did you mean nps'],
      ['servicelevel', 'unknown metric: servicelevel; did you mean service-level'],
      ['constructor', 'unknown metric: constructor'],
      ['', 'unknown metric: '],
    ];
    for (const [id, message] of cases) {
      expect(() => metricById(id))
        .to.throw(RangeError)
        .with.property('message', message);
    }
  });
});

describe('compute', () => {
  it('needs exactly one of records, counts, components, value', () => {
    expect(() => compute('nps', {})).to.throw(
      RangeError,
      'give one of records, counts, components, value',
    );
    expect(() => compute('nps', { value: 5, records: [] })).to.throw(
      RangeError,
      'not records and value',
    );
    expect(() => compute('nps', { records: 5 as never })).to.throw(
      RangeError,
      'invalid records: 5',
    );
    expect(() => compute('nps', { records: 'abc' as never })).to.throw(
      RangeError,
      'invalid records: "abc"',
    );
    expect(() => compute('nps', { components: null as never })).to.throw(
      RangeError,
      'invalid components: null',
    );
  });

  it('a ready value passes through', () => {
    const result = compute('csat', { value: '80', n: 100 });
    expect([result.value, result.n, result.numerator, result.method]).to.deep.equal([
      80,
      100,
      80,
      'given',
    ]);
    expect(compute('nps', { value: null }).value).to.equal(null);
    expect(() => compute('nps', { value: 'high' })).to.throw(RangeError, 'invalid value: "high"');
    expect(() => compute('nps', { value: 101 })).to.throw(
      RangeError,
      'value 101 is outside -100 to 100 of nps',
    );
    expect(() => compute('nps', { value: 5, n: -1 })).to.throw(RangeError, 'invalid n: -1');
  });

  const wrong: [string, MetricOptions, string][] = [
    ['csat', { scale: '1-9' }, 'invalid scale: "1-9"; allowed: 1-5, 1-7, 1-10, good-bad'],
    ['csat', { satisfiedFrom: 6 }, 'invalid satisfiedFrom: 6; allowed: 1 to 5'],
    ['csat', { method: 'median' }, 'invalid method: "median"; allowed: top-two-box, mean'],
    ['frt', { method: 'average' }, 'invalid method: "average"; allowed: median, mean, p90, within'],
    ['frt', { method: 'within' }, 'missing sla'],
    ['frt', { businessHours: 'always' }, 'invalid business hours: "always"'],
    ['service-level', {}, 'missing method of service-level; allowed: offered, answered,'],
    ['service-level', { method: 'offered' }, 'missing seconds of service-level'],
    ['clv', { method: 'magic' }, 'invalid method: "magic"'],
    [
      'engagement',
      { kind: 'likes' },
      'invalid kind: "likes"; allowed: click-through, visit-frequency',
    ],
    [
      'sentiment',
      { positiveFrom: -0.5 },
      'invalid negativeTo: -0.05; allowed: less than positiveFrom -0.5',
    ],
    ['abandonment', { shortAbandonSeconds: -5 }, 'invalid shortAbandonSeconds: -5'],
    ['fcr', { method: 'toString' }, 'invalid method: "toString"; allowed: gross, net'],
  ];
  for (const [id, options, message] of wrong) {
    it(`${id} refuses ${JSON.stringify(options)} with the value and what is allowed`, () => {
      expect(() => compute(id, { records: [] }, options)).to.throw(RangeError, message);
    });
  }

  const contradictions: [string, object, string][] = [
    ['csat', { satisfied: 12, n: 10 }, '12 of 10 answers are satisfied'],
    ['response-rate', { answered: 12, sent: 10 }, '12 of 10 were answered'],
    ['abandonment', { abandoned: 12, offered: 10 }, '12 of 10 calls were abandoned'],
    ['churn', { customers_start: 5, customers_lost: 6 }, '6 of 5 customers left'],
    [
      'retention',
      { customers_start: 100, customers_end: 10, customers_new: 20 },
      '20 new of 10 customers at the end',
    ],
    [
      'fcr',
      { contacts: 3, resolved_first_contact: 4 },
      '4 of 3 contacts were resolved at first contact',
    ],
    [
      'utilisation',
      { handling_seconds: 30, available_seconds: 10, paid_seconds: 20 },
      '40 of 20 paid seconds were worked',
    ],
    ['aht', { handle_seconds: 500, handled: 0 }, 'a sum of 500 over nobody'],
    ['engagement', { engaged: 5, base: 2 }, '5 of 2 engaged'],
  ];
  for (const [id, components, message] of contradictions) {
    it(`${id}: components that disagree say how`, () => {
      expect(() => compute(id, { components: components as never })).to.throw(
        RangeError,
        `components disagree: ${message}`,
      );
    });
  }

  it('a missing or impossible component is named', () => {
    expect(() => compute('nps', { components: { promoters: 5 } })).to.throw(
      RangeError,
      'missing component: detractors',
    );
    expect(() =>
      compute('churn', { components: { customers_start: 'x', customers_lost: 1 } }),
    ).to.throw(RangeError, 'invalid customers_start: "x"');
    expect(() => compute('frt', { components: { sum: 5 } })).to.throw(
      RangeError,
      'frt has no components',
    );
    expect(() => compute('csat', { counts: [1, 2] })).to.throw(
      RangeError,
      'invalid counts: 2 counts for 5 steps',
    );
    expect(() => compute('csat', { counts: { 9: 1 } })).to.throw(
      RangeError,
      'invalid counts: no step "9" between 1 and 5',
    );
    expect(() => compute('csat', { counts: { 5: -1 } })).to.throw(RangeError, 'invalid 5: -1');
  });

  it('parts that are more than their whole are a contradiction, never a service level', () => {
    const calls = { answered: 10, answered_within: 5, abandoned: 2 };
    const level = (method: string, components: object) => () =>
      compute(
        'service-level',
        { components: { ...calls, ...components } },
        { method, seconds: 20 },
      );
    for (const method of ['offered', 'answered', 'ignore-abandoned-within'])
      expect(level(method, { answered_within: 11, abandoned_within: 0 }), method).to.throw(
        RangeError,
        'components disagree: 11 of 10 were answered in time',
      );
    for (const method of ['ignore-abandoned-within', 'abandoned-within-met'])
      expect(level(method, { abandoned_within: 3 }), method).to.throw(
        RangeError,
        'components disagree: 3 of 2 were abandoned in time',
      );
    expect(level('exclude-short-abandons', { short_abandoned: 3 })).to.throw(
      RangeError,
      'components disagree: 3 of 2 were short abandons',
    );
  });

  it('handling of no time at all is 0, not a missing sum', () => {
    const result = compute('aht', {
      records: [
        { handle_seconds: 0, handled: 3 },
        { handle_seconds: 30, handled: 3 },
      ],
    });
    expect(result).to.include({ value: 5, n: 6, invalid: 0 });
    expect(compute('aht', { components: { handle_seconds: 0, handled: 3 } }).value).to.equal(0);
    expect(() => compute('aht', { components: { handle_seconds: null, handled: 3 } })).to.throw(
      RangeError,
      'missing component: talk_seconds',
    );
  });

  it('options of a shape that cannot be read are refused, not left out', () => {
    const given = { records: [{ score: 11 }] };
    const wrong: [object, string][] = [
      [{ noAnswer: 11 }, 'invalid noAnswer: 11'],
      [{ noAnswer: '11' }, 'invalid noAnswer: "11"'],
      [{ noAnswer: { score: 11 } }, 'invalid noAnswer: {…}'],
      [{ fields: 'score=rating' }, 'invalid fields: "score=rating"'],
      [{ fields: { score: 5 } }, 'invalid fields: {…}'],
    ];
    for (const [options, message] of wrong) {
      expect(() => compute('nps', given, options)).to.throw(RangeError, message);
      expect(() => compare('nps', given, given, options)).to.throw(RangeError, message);
      expect(() => tabulate(given.records, { metric: 'nps', ...options })).to.throw(
        RangeError,
        message,
      );
    }
    expect(compute('nps', given, { noAnswer: { score: [11] } }).unanswered).to.equal(1);
    expect(compute('nps', given, { fields: undefined, noAnswer: undefined }).invalid).to.equal(1);
  });

  it('a way to write durations that there is not is refused by every metric of time', () => {
    const options = { durations: 'hh:mm' as never };
    for (const id of ['frt', 'aht', 'asa', 'resolution-time', 'abandonment', 'occupancy'])
      expect(() => compute(id, { records: [] }, options), id).to.throw(
        RangeError,
        'invalid durations: "hh:mm"; allowed: seconds, m:ss, h:mm:ss, day-fraction, iso',
      );
  });

  it('a row of counts with one that cannot be is refused whole', () => {
    const rows = [{ counts: [1, 2, 3, 4, 5] }, { counts: { 1: 100, 9: 1 } }];
    const result = tabulate(rows, { metric: 'csat' })[0]!.result;
    expect(result).to.include({ n: 15, invalid: 1, numerator: 9 });
  });

  it('a weight that cannot be added up is an invalid row, and so is such a count', () => {
    const huge = { score: 9, count: 1e308 };
    const { value, n, nEffective, invalid, issues } = compute('nps', {
      records: [huge, { score: 9, count: 3 }, huge],
    });
    expect({ value, n, nEffective, invalid }).to.deep.equal({
      value: 100,
      n: 3,
      nEffective: 3,
      invalid: 2,
    });
    expect(issues).to.deep.equal([
      { row: 0, field: 'count', value: '1e+308' },
      { row: 2, field: 'count', value: '1e+308' },
    ]);
    const groups = { promoters: 1e308, passives: 0, detractors: 1e308 };
    const row = compute('nps', { records: [groups] });
    expect([row.n, row.invalid, row.issues![0]!.value]).to.deep.equal([
      0,
      1,
      'invalid detractors: 1e+308',
    ]);
    for (const [id, given, message] of [
      ['nps', { components: groups }, 'invalid detractors: 1e+308'],
      ['csat', { counts: [0, 0, 0, 0, 1e308] }, 'invalid 4: 1e+308'],
      ['csat', { value: 80, n: 1e308 }, 'invalid n: 1e+308'],
      ['aht', { components: { handle_seconds: 1e308, handled: 2 } }, 'invalid handle_seconds'],
      [
        'clv',
        { components: { revenue_per_period: 5, gross_margin: 1, churn: 5e-324 } },
        'invalid components: a value without end',
      ],
    ] as const)
      expect(() => compute(id, given), id).to.throw(RangeError, message);
  });

  itShared('no JSON value throws as a record or as any field of one', async () => {
    const { values } = await sharedJson<{ values: unknown[] }>('corpora/type-confusion.json');
    for (const metric of metrics) {
      const options = optionsOf(metric.id);
      for (const value of values) {
        const whole = compute(metric.id, { records: [value] }, options);
        expect(
          whole.value === null || Number.isFinite(whole.value),
          `${metric.id} ${JSON.stringify(value)}`,
        ).to.equal(true);
        for (const field of [
          ...metric.fields,
          ...metric.components,
          'count',
          'value',
          'n',
          'counts',
        ]) {
          const result = compute(metric.id, { records: [{ [field]: value }] }, options);
          expect(
            result.value === null || Number.isFinite(result.value),
            `${metric.id} ${field} ${JSON.stringify(value)}`,
          ).to.equal(true);
        }
      }
    }
  });
});
