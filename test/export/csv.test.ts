import { expect } from '@open-wc/testing';
import { csvOf, type CsvCell } from '../../src/export/csv';

const one = (cell: CsvCell): string => csvOf([[cell]]).replace(/\r\n$/, '');

describe('csvOf', () => {
  it('separates cells by commas and ends each row with CRLF (RFC 4180)', () => {
    expect(
      csvOf([
        ['a', 'b'],
        [1, 2.5],
      ]),
    ).to.equal('a,b\r\n1,2.5\r\n');
  });

  const cells: [title: string, cell: CsvCell, text: string][] = [
    ['writes a number unrounded, with a point', 87.4000000000001, '87.4000000000001'],
    ['leaves a negative number a number', -26, '-26'],
    ['leaves text that is a negative number alone', '-26.5', '-26.5'],
    ['leaves text with an exponent alone', '-1e5', '-1e5'],
    ['leaves an empty cell for null', null, ''],
    ['leaves an empty cell for undefined', undefined, ''],
    ['leaves an empty cell for NaN', NaN, ''],
    ['leaves an empty cell for Infinity', -Infinity, ''],
    ['writes a true 0', 0, '0'],
    ['quotes a comma', 'a,b', '"a,b"'],
    ['doubles a quote', 'say "no"', '"say ""no"""'],
    ['quotes a line break', 'a\nb', '"a\nb"'],
    ['quotes a semicolon, which other locales take for a comma', 'a;b', '"a;b"'],
    ['makes = safe', '=1+1', "'=1+1"],
    ['makes + safe', '+cmd|x', "'+cmd|x"],
    ['makes - safe', '-2+3', "'-2+3"],
    ['makes @ safe', '@SUM(A1)', "'@SUM(A1)"],
    ['makes a tab safe', '\t=1', '"\'\t\'=1"'],
    ['makes a tab safe before other text', '\tx', '"\'\tx"'],
    ['makes a carriage return safe', '\r=1', '"\'\r\'=1"'],
    ['makes a blank before = safe', ' =1', "' =1"],
    ['makes a wide = safe', '＝1+1', "'＝1+1"],
    ['makes = safe after what another locale splits at', 'x;=1+1;', '"x;\'=1+1;"'],
    ['makes = safe on a second line', 'x\n=1+1', '"x\n\'=1+1"'],
    ['leaves a minus inside text alone', 'naik 20% - lalu turun', 'naik 20% - lalu turun'],
    ['leaves the true minus sign alone', '−20%', '−20%'],
    ['keeps Indonesian and Arabic text', 'Penyelesaian · حل', 'Penyelesaian · حل'],
  ];
  for (const [title, cell, text] of cells)
    it(title, () => {
      expect(one(cell)).to.equal(text);
    });
});
