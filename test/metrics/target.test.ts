import { expect } from '@open-wc/testing';
import * as fc from 'fast-check';
import { parseQuantity } from '../../src/metrics/quantity';
import { directed, parseTarget, status } from '../../src/metrics/target';

describe('parseQuantity', () => {
  const cases: [string, string, number | null, string?][] = [
    ['90%', 'id', 90, 'percent'],
    ['75 %', 'en', 75, 'percent'],
    ['87,5%', 'id', 87.5, 'percent'],
    ['2 menit', 'id', 120, 'seconds'],
    ['2,5 menit', 'id', 150, 'seconds'],
    ['2.5 menit', 'id', 150, 'seconds'],
    ['2.5 min', 'en', 150, 'seconds'],
    ['45 detik', 'id', 45, 'seconds'],
    ['45 s', 'en', 45, 'seconds'],
    ['45dtk', 'id', 45, 'seconds'],
    ['6:00', 'id', 360, 'seconds'],
    ['5:52', 'en', 352, 'seconds'],
    ['1:30:00', 'en', 5400, 'seconds'],
    ['90:00', 'en', 5400, 'seconds'],
    ['1h30m', 'en', 5400, 'seconds'],
    ['2 min 30 s', 'en', 150, 'seconds'],
    ['1 jam 5 mnt', 'id', 3900, 'seconds'],
    ['3 hari', 'id', 259200, 'seconds'],
    ['1.000', 'id', 1000],
    ['1.000', 'en', 1],
    ['1,000', 'en', 1000],
    ['1,000', 'id', 1],
    ['1.234.567,5', 'id', 1234567.5],
    ['1,234,567.5', 'en', 1234567.5],
    ['0.125', 'id', 0.125],
    ['-5', 'en', -5],
    ['−5', 'id', -5],
    ['Rp 2,4 jt', 'id', 2_400_000, 'currency'],
    ['Rp1.500.000', 'id', 1_500_000, 'currency'],
    ['Rp 2 M', 'id', 2e9, 'currency'],
    ['$2.4M', 'en', 2_400_000, 'currency'],
    ['12 rb', 'id', 12000],
    ['12k', 'en', 12000],
    ['50 poin', 'id', 50, 'points'],
    ['ninety', 'en', null],
    ['', 'en', null],
    ['%', 'en', null],
    ['90 %%', 'en', null],
    ['30 s 2 min', 'en', null],
    ['6:75', 'en', null],
    ['1..2', 'en', null],
    ['2 parsecs', 'en', null],
    ['Rp 5 menit', 'id', null],
    ['1e3', 'en', null],
    ['Infinity', 'en', null],
  ];
  for (const [text, lang, value, unit] of cases) {
    it(`reads ${JSON.stringify(text)} in ${lang} as ${value} ${unit ?? ''}`, () => {
      const quantity = parseQuantity(text, lang);
      expect(quantity?.value ?? null).to.equal(value);
      expect(quantity?.unit).to.equal(unit);
    });
  }

  it('names the currency', () => {
    expect(parseQuantity('Rp 2,4 jt', 'id')!.currency).to.equal('IDR');
    expect(parseQuantity('€5', 'en')!.currency).to.equal('EUR');
  });

  it('reads back what Intl writes in both languages', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: -1e9, max: 1e9 }),
        fc.constantFrom('id', 'en'),
        (cents, lang) => {
          const text = new Intl.NumberFormat(lang, { minimumFractionDigits: 2 }).format(
            cents / 100,
          );
          expect(parseQuantity(text, lang)!.value).to.be.closeTo(cents / 100, 1e-6);
        },
      ),
    );
  });

  it('never throws', () => {
    fc.assert(
      fc.property(
        fc.string(),
        fc.constantFrom('id', 'en'),
        (text, lang) => void parseQuantity(text, lang),
      ),
    );
  });
});

describe('parseTarget', () => {
  const cases: [string, object][] = [
    ['> 90%', { op: '>', value: 90, unit: 'percent' }],
    ['≥ 75 %', { op: '>=', value: 75, unit: 'percent' }],
    ['>= 75%', { op: '>=', value: 75 }],
    ['< 2 menit', { op: '<', value: 120, unit: 'seconds' }],
    ['<= 6:00', { op: '<=', value: 360 }],
    ['≤6:00', { op: '<=', value: 360 }],
    ['< 1h30m', { op: '<', value: 5400 }],
    ['80%..88%', { op: 'range', low: 80, high: 88, unit: 'percent' }],
    ['80..88%', { op: 'range', low: 80, high: 88, unit: 'percent' }],
    ['6..8 menit', { op: 'range', low: 360, high: 480, unit: 'seconds' }],
    ['90%..90%', { op: 'range', low: 90, high: 90, unit: 'percent' }],
    ['1.000', { op: '=', value: 1000 }],
    ['> 50', { op: '>', value: 50 }],
  ];
  for (const [text, expected] of cases) {
    it(`reads ${text}`, () => {
      expect(parseTarget(text, 'id')).to.include(expected);
    });
  }

  for (const text of [
    '> ninety',
    '',
    '>',
    '<> 5',
    '88%..80%',
    '5%..6 menit',
    '>> 5',
    '5..',
    'null',
    '> 5 apples',
  ]) {
    it(`refuses ${JSON.stringify(text)} and shows it`, () => {
      expect(() => parseTarget(text)).to.throw(
        RangeError,
        `invalid target: ${JSON.stringify(text)}`,
      );
    });
  }

  it('refuses a unit that the metric does not have', () => {
    expect(() => parseTarget('< 2 menit', 'id', 'points')).to.throw(
      RangeError,
      'invalid target: "< 2 menit" is in seconds, the metric in points',
    );
    expect(parseTarget('> 90%', 'id', 'points').value).to.equal(90);
    expect(parseTarget('< 90', 'id', 'seconds').value).to.equal(90);
  });
});

describe('status', () => {
  it('a bare number is at least where up is better, at most where down is', () => {
    expect(directed(parseTarget('50'), 'up').op).to.equal('>=');
    expect(directed(parseTarget('50'), 'down').op).to.equal('<=');
    expect(status({ value: 50, direction: 'up' }, '50').status).to.equal('met');
    expect(status({ value: 49, direction: 'down' }, '50').status).to.equal('met');
    expect(status({ value: 51, direction: 'down' }, '50').status).to.equal('missed');
  });

  it('a bare number is a plan where neither is better: deviating is near, never missed', () => {
    expect(status({ value: 1000, direction: 'none' }, '1.000', { lang: 'id' }).status).to.equal(
      'met',
    );
    expect(status({ value: 1200, direction: 'none' }, '1.000', { lang: 'id' })).to.deep.equal({
      status: 'near',
      gap: 200,
      proven: null,
    });
    expect(status({ value: 1030, direction: 'none' }, 1000, { tolerance: 50 }).status).to.equal(
      'met',
    );
  });

  it('an operator counts, whatever the direction', () => {
    expect(status({ value: 5, direction: 'up' }, '< 10').status).to.equal('met');
  });

  it('the gap is value less target, of a range the way to the nearer end', () => {
    const gaps = [70, 80, 84, 88, 91].map((value) => status({ value }, '80%..88%').gap);
    expect(gaps).to.deep.equal([-10, 0, 0, 0, 3]);
    expect(status({ value: 85 }, '> 90%').gap).to.equal(-5);
  });

  it('the tolerance includes its end in spite of rounding', () => {
    expect(status({ value: 87.3 }, '> 90%', { tolerance: 2.7 }).status).to.equal('near');
    expect(status({ value: 87.2 }, '> 90%', { tolerance: 2.7 }).status).to.equal('missed');
  });

  it('a tolerance may be written with its unit', () => {
    expect(
      status({ value: 130 }, '< 2 menit', { tolerance: '10 detik', lang: 'id' }).status,
    ).to.equal('near');
    expect(() => status({ value: 1 }, '> 5', { tolerance: 'some' })).to.throw(
      RangeError,
      'invalid tolerance: "some"',
    );
    expect(() => status({ value: 1 }, '> 5', { tolerance: -1 })).to.throw(
      RangeError,
      'invalid tolerance: -1',
    );
  });

  it('is not proven while the interval straddles the target', () => {
    const proven = (low: number, high: number): boolean | null =>
      status({ value: (low + high) / 2, interval: [low, high] }, '> 50').proven;
    expect([proven(40, 60), proven(51, 60), proven(30, 40), proven(50, 60)]).to.deep.equal([
      false,
      true,
      true,
      false,
    ]);
    expect(status({ value: 84, interval: [79, 89] }, '80%..88%').proven).to.equal(false);
    expect(status({ value: 84, interval: [81, 90] }, '80%..88%').proven).to.equal(false);
    expect(status({ value: 84, interval: [81, 87] }, '80%..88%').proven).to.equal(true);
  });

  it('no value is no data, whatever the target', () => {
    for (const value of [null, NaN, Infinity]) {
      expect(status({ value }, '> 90%')).to.deep.equal({
        status: 'no-data',
        gap: null,
        proven: null,
      });
    }
  });

  it('a wrong unit is refused', () => {
    expect(() => status({ value: 5, unit: 'percent' }, '< 2 menit', { lang: 'id' })).to.throw(
      RangeError,
      'is in seconds',
    );
  });

  it('is met exactly where the operator holds', () => {
    fc.assert(
      // Near one another, so that they often are the same.
      fc.property(fc.integer(), fc.integer({ min: -2, max: 2 }), (limit, off) => {
        const value = limit + off;
        const met = (op: string): boolean => status({ value }, `${op} ${limit}`).status === 'met';
        expect([met('<'), met('<='), met('>'), met('>=')]).to.deep.equal([
          value < limit,
          value <= limit,
          value > limit,
          value >= limit,
        ]);
      }),
    );
  });
});
