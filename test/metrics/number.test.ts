import { expect } from '@open-wc/testing';
import * as fc from 'fast-check';
import { parseNumber, show } from '../../src/metrics/number';
import { itShared, sharedJson } from '../support/shared';

interface Entry {
  raw: string;
  jsonValid: boolean;
  verdict: 'accept' | 'gap' | 'reject' | 'syntax';
}

describe('parseNumber', () => {
  const cases: [unknown, number | null | undefined][] = [
    [9, 9],
    ['9', 9],
    [' 9.50\t', 9.5],
    ['-0.5', -0.5],
    ['+3', 3],
    ['1e3', 1000],
    ['.5', 0.5],
    ['5.', 5],
    [null, null],
    [undefined, null],
    ['', null],
    ['  ', null],
    ['0x10', undefined],
    ['1,5', undefined],
    ['Infinity', undefined],
    ['1e999', undefined],
    [NaN, undefined],
    [Infinity, undefined],
    [true, undefined],
    [[], undefined],
    [[5], undefined],
    [{ valueOf: 1 }, undefined],
    [10n, undefined],
  ];
  for (const [value, expected] of cases) {
    it(`reads ${typeof value} ${show(value)} as ${String(expected)}`, () => {
      expect(parseNumber(value)).to.equal(expected);
    });
  }

  itShared('gives every naughty number its verdict', async () => {
    const { entries } = await sharedJson<{ entries: Entry[] }>('corpora/naughty-numbers.json');
    expect(entries.length).to.be.greaterThan(60);
    for (const { raw, jsonValid, verdict } of entries) {
      if (!jsonValid) {
        expect(() => JSON.parse(raw) as unknown, raw).to.throw(SyntaxError);
        continue;
      }
      const parsed = parseNumber(JSON.parse(raw));
      const actual = parsed === null ? 'gap' : parsed === undefined ? 'reject' : 'accept';
      expect(actual, raw.slice(0, 60)).to.equal(verdict);
    }
  });

  it('reads back every finite number from its text', () => {
    fc.assert(
      fc.property(fc.double({ noNaN: true, noDefaultInfinity: true }), (number) => {
        expect(parseNumber(String(number))).to.equal(number === 0 ? 0 : number);
      }),
    );
  });
});

describe('show', () => {
  it('gives short text for anything', () => {
    fc.assert(fc.property(fc.anything(), (value) => show(value).length <= 90));
    expect(show('x'.repeat(500))).to.have.length.below(50);
    expect([show([]), show({}), show(Symbol('s')), show(null)]).to.deep.equal([
      '[]',
      '{…}',
      'symbol',
      'null',
    ]);
  });
});
