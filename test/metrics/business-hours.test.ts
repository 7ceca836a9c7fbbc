import { expect } from '@open-wc/testing';
import * as fc from 'fast-check';
import {
  businessClock,
  businessSeconds,
  parseBusinessHours,
} from '../../src/metrics/business-hours';

const JAKARTA = 'Asia/Jakarta';
const NEW_YORK = 'America/New_York';
const OFFICE = 'Mon-Fri 08:00-17:00; Sat 09:00-12:00';
const HOUR = 3_600_000;
const at = (text: string): number => Date.parse(text);

/** Counts minutes one by one, by the parts that Intl prints: nothing of the code under test. */
function countMinutes(
  start: number,
  end: number,
  isOpen: (weekday: string, minute: number) => boolean,
  timeZone: string,
  holidays: readonly string[] = [],
): number {
  const format = new Intl.DateTimeFormat('en-CA', {
    timeZone,
    hourCycle: 'h23',
    weekday: 'short',
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
    hour: '2-digit',
    minute: '2-digit',
  });
  let minutes = 0;
  for (let ms = start; ms < end; ms += 60_000) {
    const parts = Object.fromEntries(
      format.formatToParts(ms).map(({ type, value }) => [type, value]),
    );
    if (holidays.includes(`${parts['year']}-${parts['month']}-${parts['day']}`)) continue;
    if (isOpen(parts['weekday']!, Number(parts['hour']) * 60 + Number(parts['minute']))) minutes++;
  }
  return minutes;
}

const officeOpen = (weekday: string, minute: number): boolean =>
  weekday === 'Sat'
    ? minute >= 9 * 60 && minute < 12 * 60
    : weekday !== 'Sun' && minute >= 8 * 60 && minute < 17 * 60;

const always = (): boolean => true;

describe('parseBusinessHours', () => {
  const hours = (text: string): unknown =>
    parseBusinessHours(text).days.map((spans) => spans.map((span) => span.map((ms) => ms / HOUR)));

  it('reads days, spans and Saturdays of their own', () => {
    expect(hours(OFFICE)).to.deep.equal([
      [[8, 17]],
      [[8, 17]],
      [[8, 17]],
      [[8, 17]],
      [[8, 17]],
      [[9, 12]],
      [],
    ]);
  });

  const same: [string, string][] = [
    ['Sen-Jum 08.00-17.00; Sab 09.00-12.00', OFFICE],
    ['Senin–Jumat 08:00–17:00; Sabtu 9:00 - 12:00;', OFFICE],
    ["Senin-Jum'at 08:00-17:00;Saturday 09:00-12:00", OFFICE],
    ['Sel, Rab 08:00-09:00', 'tues,wednesday 08:00-09:00'],
    ['Sat-Mon 08:00-09:00', 'Sab,Min,Sen 08:00-09:00'],
    ['Mon 08:00-12:00, 11:00-13:00', 'Mon 08:00-13:00'],
    ['Mon 08:00-12:00; Mon 12:00-13:00', 'Mon 08:00-13:00'],
    ['Sun 22:00-06:00', 'Sun 22:00-24:00; Mon 00:00-06:00'],
    ['Sun 22:00-00:00', 'Sun 22:00-24:00'],
  ];
  for (const [one, other] of same) {
    it(`${one} is ${other}`, () => expect(hours(one)).to.deep.equal(hours(other)));
  }

  const refused = [
    '',
    ';',
    'Mon-Fri',
    '08:00-17:00',
    'Mo 08:00-17:00',
    'Foo 08:00-17:00',
    'Mon-Fri-Sun 08:00-17:00',
    'Mon 08:00',
    'Mon 8-17',
    'Mon 08:60-17:00',
    'Mon 25:00-26:00',
    'Mon 08:00-24:01',
    'Mon 08:00-08:00',
    'Mon 08:00-17:00 Tue',
    'Mon- 08:00-17:00',
  ];
  for (const text of refused) {
    it(`refuses ${JSON.stringify(text)}`, () => {
      expect(() => parseBusinessHours(text)).to.throw(
        RangeError,
        `invalid business hours: ${JSON.stringify(text)}`,
      );
    });
  }
});

describe('businessSeconds', () => {
  const office = parseBusinessHours(OFFICE);
  const cases: [string, string, string, number][] = [
    ['within a day', '2026-06-03T09:00:00+07:00', '2026-06-03T09:30:15+07:00', 1815],
    ['over a night', '2026-06-03T16:30:00+07:00', '2026-06-04T08:30:00+07:00', 3600],
    [
      'over a week-end with its Saturday',
      '2026-06-05T16:00:00+07:00',
      '2026-06-08T09:00:00+07:00',
      5 * 3600,
    ],
    ['in the evening', '2026-06-03T18:00:00+07:00', '2026-06-03T20:00:00+07:00', 0],
    ['on a Sunday', '2026-06-07T00:00:00+07:00', '2026-06-08T00:00:00+07:00', 0],
    ['a week', '2026-06-03T00:00:00+07:00', '2026-06-10T00:00:00+07:00', 48 * 3600],
    ['backwards', '2026-06-03T10:00:00+07:00', '2026-06-03T09:00:00+07:00', 0],
    ['before 1970', '1969-12-29T00:00:00+07:00', '1970-01-05T00:00:00+07:00', 48 * 3600],
  ];
  for (const [name, start, end, seconds] of cases) {
    it(`${name} is ${seconds} s`, () => {
      expect(businessSeconds(at(start), at(end), office, JAKARTA)).to.equal(seconds);
    });
  }

  it('a holiday does not count, from midnight to midnight', () => {
    const holidays = ['2026-08-17'];
    const from = at('2026-08-14T16:00:00+07:00');
    expect(
      businessSeconds(from, at('2026-08-17T15:00:00+07:00'), office, JAKARTA, holidays),
    ).to.equal(4 * 3600);
    expect(
      businessSeconds(from, at('2026-08-18T09:00:00+07:00'), office, JAKARTA, holidays),
    ).to.equal(5 * 3600);
    expect(businessSeconds(from, at('2026-08-18T09:00:00+07:00'), office, JAKARTA)).to.equal(
      14 * 3600,
    );
  });

  it('a day of a clock change has its real hours when the desk never closes', () => {
    const open = parseBusinessHours('Mon-Sun 00:00-24:00');
    for (const [day, next, hours] of [
      ['2026-03-08T00:00:00-05:00', '2026-03-09T00:00:00-04:00', 23],
      ['2026-11-01T00:00:00-04:00', '2026-11-02T00:00:00-05:00', 25],
    ] as const) {
      expect(businessSeconds(at(day), at(next), open, NEW_YORK)).to.equal(hours * 3600);
      expect(businessSeconds(at(day) - 300 * 24 * HOUR, at(next), open, NEW_YORK)).to.equal(
        (at(next) - at(day)) / 1000 + 300 * 24 * 3600,
      );
    }
  });

  it('equals a count of minutes by another road, across clock changes, holidays and nights', function () {
    // Counting minutes is slow on a busy machine.
    this.timeout(120_000);
    const desks: [string, (weekday: string, minute: number) => boolean][] = [
      [OFFICE, officeOpen],
      ['Mon-Sun 00:00-24:00', always],
      [
        'Sat 22:00-04:30',
        (day, m) => (day === 'Sat' && m >= 22 * 60) || (day === 'Sun' && m < 270),
      ],
    ];
    const zones = [NEW_YORK, 'Australia/Lord_Howe', 'Africa/Cairo', 'Asia/Kathmandu'];
    const changes = [
      '2026-03-08',
      '2026-11-01',
      '2026-04-04',
      '2026-10-03',
      '2026-04-24',
      '2026-10-30',
    ];
    const holidays = ['2026-03-09', '2026-10-31'];
    fc.assert(
      fc.property(
        fc.constantFrom(...desks),
        fc.constantFrom(...zones),
        fc.constantFrom(...changes),
        fc.integer({ min: -3 * 1440, max: 2 * 1440 }),
        fc.integer({ min: 0, max: 5 * 1440 }),
        ([text, isOpen], zone, change, offset, minutes) => {
          const start = at(change) + offset * 60_000;
          const end = start + minutes * 60_000;
          const clock = businessClock(parseBusinessHours(text), zone, holidays);
          expect(clock(start, end)).to.equal(countMinutes(start, end, isOpen, zone, holidays) * 60);
        },
      ),
      { numRuns: 60 },
    );
  });

  it('splits anywhere: two spans that meet add up to the whole', () => {
    const time = fc.integer({ min: Date.UTC(2020, 0, 1), max: Date.UTC(2030, 0, 1) });
    const clock = businessClock(office, NEW_YORK, ['2025-12-25', '2025-12-25', '2021-07-05']);
    fc.assert(
      fc.property(time, time, time, (...times) => {
        const [a, b, c] = times.sort((x, y) => x - y) as [number, number, number];
        expect(clock(a, b) + clock(b, c)).to.be.closeTo(clock(a, c), 1e-6);
      }),
    );
  });

  it('stays quick and finite over ten thousand years', () => {
    const seconds = businessSeconds(
      at('0001-01-01T00:00:00Z'),
      at('9999-12-31T00:00:00Z'),
      office,
      NEW_YORK,
    );
    expect(seconds / (48 * 3600) / 52.1775).to.be.closeTo(9999, 1);
  });

  it('names a holiday and a zone that are none', () => {
    for (const holiday of ['2026-02-30', '2026-06', '17/08/2026', '2026-08-17T00:00:00Z']) {
      expect(() => businessSeconds(0, 1, office, JAKARTA, [holiday])).to.throw(
        RangeError,
        `invalid holiday: ${JSON.stringify(holiday)}`,
      );
    }
    expect(() => businessSeconds(0, 1, office, 'Mars/Base')).to.throw(
      RangeError,
      'unknown time zone: "Mars/Base"',
    );
  });
});
