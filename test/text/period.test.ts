import { expect } from '@open-wc/testing';
import fc from 'fast-check';
import { bringWords } from '../../src/text/catalogue';
import { formatAge } from '../../src/text/age';
import { formatPeriod } from '../../src/text/period';
import { plain, slip } from './plain';

// Indonesian is loaded when it is first asked for.
before(() => bringWords('id'));

describe('formatPeriod', () => {
  // Week 23 of 2026 begins on Monday 1 June, week 1 on 29 December 2025, week 53 on 28 December (ISO 8601).
  const cases: [period: string, tick: string, short: string, long: string][] = [
    ['2026', '2026', '2026', '2026'],
    ['2026-Q2', 'Q2', 'Q2 2026', 'Triwulan 2 2026'],
    ['2026-05', 'Mei', 'Mei 2026', 'Mei 2026'],
    ['2026-06', 'Jun', 'Jun 2026', 'Juni 2026'],
    ['2026-W23', 'mgg 23', 'Minggu 23 · 1–7 Jun', 'Minggu 23, 1–7 Juni 2026'],
    [
      '2026-W53',
      'mgg 53',
      'Minggu 53 · 28 Des 2026 – 3 Jan 2027',
      'Minggu 53, 28 Desember 2026 – 3 Januari 2027',
    ],
    ['2026-06-03', '3 Jun', '3 Jun 2026', 'Rabu, 3 Juni 2026'],
    ['2026-06-03T09:00+07:00', '09.00', '3 Jun, 09.00', '3 Juni 2026 pukul 09.00'],
    ['0001-02-03', '3 Feb', '3 Feb 1', 'Sabtu, 3 Februari 1'],
    ['semester 1', 'semester 1', 'semester 1', 'semester 1'],
    ['2026-065', '2026-065', '2026-065', '2026-065'],
    ['', '', '', ''],
  ];
  for (const [period, tick, short, long] of cases) {
    it(`writes "${period}" as ${tick}, ${short} and ${long}`, () => {
      expect(plain(formatPeriod(period, 'id', 'tick'))).to.equal(tick);
      expect(plain(formatPeriod(period, 'id'))).to.equal(short);
      expect(plain(formatPeriod(period, 'id', 'long'))).to.equal(long);
    });
  }

  const english: [string, string, string][] = [
    ['2026-06', 'Jun 2026', 'June 2026'],
    ['2026-Q2', 'Q2 2026', 'Quarter 2, 2026'],
    ['2026-06-03', 'Jun 3, 2026', 'Wednesday, June 3, 2026'],
    ['2026-06-03T09:00', 'Jun 3, 09:00', 'June 3, 2026 at 09:00'],
  ];
  for (const [period, short, long] of english) {
    it(`writes "${period}" in English as ${short} and ${long}`, () => {
      expect(plain(formatPeriod(period, 'en'))).to.equal(short);
      expect(plain(formatPeriod(period, 'en', 'long'))).to.equal(long);
    });
  }

  it('shows a wall time as written, in whatever zone the page runs', () => {
    for (const zone of ['Z', '+07:00', '-11:00', '']) {
      expect(plain(formatPeriod(`2026-03-08T02:30${zone}`, 'id'))).to.equal('8 Mar, 02.30');
    }
  });

  it('takes any text without throwing', () => {
    fc.assert(
      fc.property(
        fc.oneof(fc.string(), fc.stringMatching(/^\d{4}-(W?\d\d|Q\d)(-\d\d)?$/)),
        fc.constantFrom('tick', 'short', 'long'),
        (text, style) => {
          expect(formatPeriod(text, 'en', style as 'tick')).to.be.a('string');
        },
      ),
    );
  });
});

describe('formatAge', () => {
  const MINUTE = 60_000;
  const cases: [ms: number, id: string, en: string][] = [
    [30_000, 'baru saja', 'just now'],
    [-5 * MINUTE, 'baru saja', 'just now'],
    [NaN, 'baru saja', 'just now'],
    [MINUTE, '1 menit lalu', '1 minute ago'],
    [2.9 * MINUTE, '2 menit lalu', '2 minutes ago'],
    [14 * MINUTE, '14 menit lalu', '14 minutes ago'],
    [90 * MINUTE, '1 jam lalu', '1 hour ago'],
    [3 * 1440 * MINUTE, '3 hari lalu', '3 days ago'],
    [61 * 1440 * MINUTE, '2 bulan lalu', '2 months ago'],
    [800 * 1440 * MINUTE, '2 tahun lalu', '2 years ago'],
  ];
  for (const [ms, id, en] of cases) {
    it(`says ${ms} ms as ${id} and ${en}`, () => {
      expect(plain(formatAge(ms, 'id'))).to.equal(id);
      expect(plain(formatAge(ms, 'en'))).to.equal(en);
    });
  }
  it('never slips for any double', () => {
    fc.assert(
      fc.property(fc.double(), (ms) => void expect(formatAge(ms, 'id')).to.not.match(slip)),
    );
  });
});
