import { expect } from '@open-wc/testing';
import * as fc from 'fast-check';
import { compute, metrics } from '../../src/metrics';
import type { FoldState, Metric, MetricOptions, Result } from '../../src/metrics/metric';

const yesNo = fc.constantFrom<unknown>(true, false, 'Ya', 'tidak', 1, 0, null, '', 'maybe');
const seconds = fc.oneof(
  fc.integer({ min: 0, max: 5000 }),
  fc.constantFrom<unknown>(null, '', -1, '30', 'x', 0.5),
);
const junk = fc.oneof(fc.jsonValue(), fc.constantFrom<unknown>(undefined, NaN, Infinity));

/** Records as each metric reads them, odd ones among them. */
const RECORDS: Record<string, fc.Arbitrary<unknown>> = {
  nps: fc.record({
    score: fc.oneof(
      fc.double({ min: -1, max: 12, noNaN: true }),
      fc.integer({ min: 0, max: 10 }),
      junk,
    ),
  }),
  csat: fc.record({
    score: fc.oneof(
      fc.integer({ min: 0, max: 6 }),
      fc.double({ min: 1, max: 5, noNaN: true }),
      junk,
    ),
  }),
  ces: fc.record({ score: fc.oneof(fc.integer({ min: 1, max: 7 }), junk) }),
  frt: fc.record({ first_response_seconds: seconds }),
  aht: fc.record({ talk_seconds: seconds, hold_seconds: seconds }),
  'resolution-time': fc.record({ resolution_seconds: seconds }),
  fcr: fc.record({ resolved: yesNo, contacts_needed: fc.integer({ min: 0, max: 3 }) }),
  'resolution-rate': fc.record({ resolved: yesNo }),
  'response-rate': fc.record({ answered: yesNo }),
  asa: fc.record({ answered: yesNo, wait_seconds: seconds }),
  abandonment: fc.record({ answered: yesNo, wait_seconds: seconds }),
  'service-level': fc.record({ answered: yesNo, wait_seconds: seconds }),
  occupancy: fc.record({ handling_seconds: seconds, available_seconds: seconds }),
  utilisation: fc.record({
    handling_seconds: seconds,
    available_seconds: seconds,
    paid_seconds: seconds,
  }),
  retention: fc.record({ retained: yesNo }),
  churn: fc.record({ churned: yesNo }),
  clv: fc.record({
    customer_id: fc.constantFrom<unknown>('a', 'b', 'c', 4, null),
    amount: seconds,
  }),
  engagement: fc.record({ engaged: yesNo }),
  sentiment: fc.record({ sentiment_score: fc.double({ min: -1.2, max: 1.2, noNaN: true }) }),
  volume: fc.oneof(fc.record({ id: fc.integer() }), junk),
};

const optionsOf = (id: string): MetricOptions => ({
  timeZone: 'UTC',
  ...(id === 'service-level' && { method: 'ignore-abandoned-within', seconds: 20 }),
  ...(id === 'frt' && { sla: 60 }),
});

const runs = { numRuns: 60 };

/**
 * A Result with its numbers rounded to 11 digits, since sums may be made in another order. A
 * deviation is made of differences of values, so its error is that of the values: where these lie
 * close together it has fewer digits of its own (Chan, Golub & LeVeque 1983, on condition numbers).
 */
function rounded(result: Result): unknown {
  const { mean = 0 } = result;
  return JSON.parse(
    JSON.stringify(result, (key, value: unknown) => {
      if (typeof value !== 'number') return value;
      if (key !== 'sd' || Math.abs(value) >= Math.abs(mean)) return Number(value.toPrecision(11));
      const decimals = 10 - Math.floor(Math.log10(Math.abs(mean)));
      return Number(value.toFixed(Math.min(100, Math.max(0, decimals))));
    }),
  );
}

function fold(
  metric: Metric,
  records: readonly unknown[],
  options: MetricOptions,
  firstRow = 0,
  weight = 1,
): FoldState {
  const state = metric.start(options);
  records.forEach((record, i) => metric.add(state, record, weight, firstRow + i));
  return state;
}

for (const metric of metrics) {
  describe(`${metric.id} as a fold`, () => {
    const options = optionsOf(metric.id);
    const records = fc.array(RECORDS[metric.id]!, { maxLength: 30 });

    it('merging parts equals one pass, in any split and either order, and changes neither', () => {
      fc.assert(
        fc.property(records, fc.nat(30), (list, cut) => {
          const at = Math.min(cut, list.length);
          const a = fold(metric, list.slice(0, at), options);
          const b = fold(metric, list.slice(at), options, at);
          const before = JSON.stringify([a, b]);
          const whole = rounded(metric.finish(fold(metric, list, options)));
          expect(rounded(metric.finish(metric.merge(a, b)))).to.deep.equal(whole);
          expect(rounded(metric.finish(metric.merge(b, a)))).to.deep.equal(whole);
          expect(JSON.stringify([a, b])).to.equal(before);
        }),
        runs,
      );
    });

    it('the value is within its scale, the interval holds it, n is never negative', () => {
      fc.assert(
        fc.property(records, (list) => {
          const result = compute(metric.id, { records: list }, options);
          expect(result.n).to.be.at.least(0);
          if (result.value === null) {
            expect(result.interval).to.equal(null);
            return;
          }
          const [low, high] = metric.scale;
          expect(result.value).to.be.within(low ?? -Infinity, high ?? Infinity);
          if (result.interval) {
            expect(result.value).to.be.within(result.interval[0], result.interval[1]);
            expect(result.interval[0]).to.be.at.least(low ?? -Infinity);
            expect(result.interval[1]).to.be.at.most(high ?? Infinity);
          }
          if (result.parts) {
            const sum = Object.values(result.parts).reduce((a, b) => a + b, 0);
            expect(sum, 'groups partition n').to.be.closeTo(result.n, 1e-9);
          }
        }),
        runs,
      );
    });

    it('the order of records does not matter', () => {
      fc.assert(
        fc.property(
          records.chain((list) =>
            fc.tuple(fc.constant(list), fc.shuffledSubarray(list, { minLength: list.length })),
          ),
          ([list, shuffled]) => {
            const of = (rows: unknown[]): unknown => {
              const result = compute(metric.id, { records: rows }, options);
              delete result.issues;
              return rounded(result);
            };
            expect(of(shuffled)).to.deep.equal(of(list));
          },
        ),
        runs,
      );
    });

    it('a weight of 1 changes nothing, and one of 2 is the record twice', () => {
      fc.assert(
        fc.property(records, (list) => {
          const objects = list.filter(
            (record) => typeof record === 'object' && record !== null && !Array.isArray(record),
          );
          const plain = objects.map((record) => ({ ...(record as object), count: undefined }));
          const of = (rows: unknown[]): unknown => {
            const result = compute(metric.id, { records: rows }, options);
            delete result.issues;
            return rounded(result);
          };
          expect(of(plain.map((record) => ({ ...record, count: 1 })))).to.deep.equal(of(plain));
          const twice = of(plain.flatMap((record) => [record, record]));
          expect(of(plain.map((record) => ({ ...record, count: '2' })))).to.deep.equal(twice);
        }),
        runs,
      );
    });

    it('scaling all weights changes neither the value nor the weighted shares', () => {
      fc.assert(
        fc.property(records, fc.constantFrom(0.5, 2, 3.25), (list, scale) => {
          const one = metric.finish(fold(metric, list, options, 0, 0.7));
          const other = metric.finish(fold(metric, list, options, 0, 0.7 * scale));
          if (metric.id === 'volume' || metric.id === 'clv') return;
          if (one.value === null) expect(other.value).to.equal(null);
          else
            expect(other.value).to.be.closeTo(one.value, 1e-9 * Math.max(1, Math.abs(one.value)));
          expect(other.n).to.be.closeTo(one.n * scale, 1e-9);
          expect(other.nEffective!).to.be.closeTo(one.nEffective!, 1e-6);
          for (const [name, part] of Object.entries(one.parts ?? {})) {
            expect(other.parts![name]).to.be.closeTo(part * scale, 1e-9);
          }
        }),
        runs,
      );
    });

    it('no record of any kind throws, or gives a value that is no number', () => {
      fc.assert(
        fc.property(fc.array(fc.oneof(junk, RECORDS[metric.id]!), { maxLength: 8 }), (list) => {
          const { value } = compute(metric.id, { records: list }, options);
          expect(value === null || Number.isFinite(value)).to.equal(true);
        }),
        runs,
      );
    });

    it('a state is plain data that a worker can post', () => {
      fc.assert(
        fc.property(records, (list) => {
          const state = fold(metric, list, options);
          expect(rounded(metric.finish(structuredClone(state)))).to.deep.equal(
            rounded(metric.finish(state)),
          );
        }),
        { numRuns: 10 },
      );
    });
  });
}
