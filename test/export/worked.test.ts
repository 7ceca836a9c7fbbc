import { expect } from '@open-wc/testing';
import { workedFormula } from '../../src/export/worked';
import { metricById } from '../../src/metrics/catalogue';
import type { MetricOptions, Result } from '../../src/metrics/metric';
import { Tabulation } from '../../src/metrics/tabulate';
import { bringWords } from '../../src/text/catalogue';

// Indonesian is loaded when it is first asked for.
before(() => bringWords('id'));

function resultOf(id: string, rows: unknown[], options: MetricOptions = {}): Result {
  const fold = new Tabulation({ metric: metricById(id), ...options });
  fold.add(rows);
  return fold.cells()[0]!.result;
}

describe('workedFormula', () => {
  const cases: [title: string, id: string, rows: unknown[], lang: string, text: string | null][] = [
    [
      'puts promoters and detractors into the NPS (313 / 721 = 43.4 %)',
      'nps',
      [{ promoters: 431, passives: 172, detractors: 118 }],
      'id',
      '(431 − 118) / 721 × 100 = +43,4',
    ],
    [
      'keeps the sign of a negative NPS',
      'nps',
      [{ promoters: 80, passives: 120, detractors: 210 }],
      'en',
      '(80 − 210) / 410 × 100 = −31.7',
    ],
    [
      'puts satisfied answers into the CSAT',
      'csat',
      [{ counts: [1, 0, 1, 3, 5] }],
      'en',
      '8 / 10 × 100 = 80%',
    ],
    ['has nothing to say of a given value', 'nps', [{ value: 38, n: 412 }], 'en', null],
    ['has nothing to say of no answers', 'nps', [], 'en', null],
    [
      'divides seconds, then reads them as minutes',
      'aht',
      [{ handle_seconds: 300 }, { handle_seconds: 404 }],
      'en',
      '704 / 2 = 352 = 5.9 min',
    ],
    [
      'puts positive and negative into the net sentiment',
      'sentiment',
      [{ positive: 60, neutral: 20, negative: 20 }],
      'en',
      '(60 − 20) / 100 × 100 = +40',
    ],
  ];
  for (const [title, id, rows, lang, text] of cases)
    it(title, () => {
      expect(workedFormula(resultOf(id, rows), lang)?.replaceAll('\u00a0', ' ') ?? null).to.equal(
        text,
      );
    });

  it('is silent where the parts do not give the value: a monthly churn made yearly', () => {
    const rows = [{ customers_lost: 5, customers_start: 100 }];
    expect(workedFormula(resultOf('churn', rows), 'en')).to.equal('5 / 100 × 100 = 5%');
    expect(workedFormula(resultOf('churn', rows, { annualise: true }), 'en')).to.equal(null);
  });
});
