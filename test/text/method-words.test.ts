import { expect } from '@open-wc/testing';
import { metrics } from '../../src/metrics/catalogue';
import type { MetricOptions } from '../../src/metrics/metric';
import { bringWords } from '../../src/text/catalogue';
import { methodText, variantText } from '../../src/text/method-words';
import { plain } from './plain';

before(() => bringWords('id'));

/** Options by which a metric has another method; those without any have one. */
const variants: Readonly<Record<string, readonly MetricOptions[]>> = {
  csat: [
    {},
    { method: 'mean' },
    { scale: '1-7' },
    { satisfiedFrom: 3 },
    { scale: 'good-bad' },
    { scale: '1-10', satisfiedFrom: 8 },
  ],
  ces: [{}, { method: 'mean' }, { scale: '1-5' }, { scale: '1-5', easyFrom: 4 }],
  frt: [
    {},
    { method: 'mean' },
    { method: 'p90' },
    { method: 'within', sla: 300 },
    { businessHours: 'Mon-Fri 08:00-17:00', timeZone: 'UTC' },
  ],
  fcr: [{ method: 'gross' }, { method: 'net' }],
  'resolution-rate': [{}, { base: 'answered' }, { base: 'all' }],
  'response-rate': [{}, { base: 'delivered' }],
  abandonment: [{}, { shortAbandonSeconds: 5 }],
  'service-level': [
    'offered',
    'answered',
    'ignore-abandoned-within',
    'abandoned-within-met',
    'exclude-short-abandons',
  ].map((method) => ({ method, seconds: 20 })),
  churn: [{}, { annualise: true }],
  clv: ['margin-churn', 'simple', 'discounted', 'historic'].map((method) => ({ method })),
  engagement: ['click-through', 'visit-frequency', 'session-time', 'social-interactions'].map(
    (kind) => ({ kind }),
  ),
};

const english =
  /\b(?:abandon\w*|all|annual\w*|answered|available|bad|base|box|business|customers?|detractors|discounted|easy|effort|end|from|good|gross|handled|handling|historic|hold|hours|interactions|mean|met|monthly|net|new|of|offered|or|paid|positive|negative|neutral|promoters|records|score|sent|session|share|short|simple|start|talk|the|time|to|top|user|visits|wait|within|without|wrap|yearly)\b/;

describe('the method of a metric in words', () => {
  for (const metric of metrics)
    it(`has none of the other language for ${metric.id}`, () => {
      for (const options of variants[metric.id] ?? [{}]) {
        const { method } = metric.finish(metric.start(options));
        expect(methodText(method, 'en')).to.equal(method);
        expect(methodText(method, 'id'), method).to.not.match(english);
      }
    });

  it('keeps numbers and names of fields, and writes numbers as the language does', () => {
    expect(methodText('median, business hours, sketch ± 0.5 %', 'id')).to.equal(
      'median, jam kerja, sketsa ± 0,5 %',
    );
    expect(methodText('within 300 s', 'id')).to.equal('dalam 300 dtk');
    expect(methodText('of newsletter_readers', 'id')).to.equal('dari newsletter_readers');
    expect(methodText('promoters ≥ 9, detractors < 7', 'id')).to.equal(
      'promoter ≥ 9, detractor < 7',
    );
  });
});

describe('the options of a metric in words', () => {
  const cases: [options: Record<string, string>, en: string, id: string][] = [
    [{ method: 'mean', scale: '1-7' }, 'mean, scale 1–7', 'rata-rata, skala 1–7'],
    [{ method: 'within', sla: '300' }, 'within 5 min', 'dalam 5 menit'],
    [{ method: 'net' }, 'net', 'neto'],
    [{ scale: 'good-bad' }, 'good or bad', 'baik atau buruk'],
    [{ kind: 'session-time' }, 'mean session time', 'waktu sesi rata-rata'],
    [{ base: 'delivered' }, 'of delivered', 'dari yang tersampaikan'],
    [{ annualise: 'true' }, 'yearly', 'tahunan'],
    [{ businessHours: 'Mon-Fri 08:00-17:00' }, 'business hours', 'jam kerja'],
    [{ positiveFrom: '0.1' }, 'positive from 0.1', 'positif mulai 0,1'],
    [{ durations: 'm:ss', timeZone: 'UTC' }, '', ''],
  ];
  for (const [options, en, id] of cases)
    it(`are ${JSON.stringify(options)}: "${en}"`, () => {
      expect(plain(variantText(options, 'en'))).to.equal(en);
      expect(plain(variantText(options, 'id'))).to.equal(id);
    });
});
