import { expect } from '@open-wc/testing';
import { comparePrevious, compute, tabulate, Tabulation } from '../../src/metrics';
import { nps } from '../../src/metrics/nps';

const timeZone = 'Asia/Jakarta';
const answers = [
  { score: 10, created_at: '2026-06-30T23:30:00+07:00', channel: 'email' },
  { score: 0, created_at: '2026-06-30T17:30:00Z', channel: ' chat ' },
  { score: 9, created_at: '2026-06-01', channel: 'chat' },
  { score: 7, created_at: '2026-07-02', channel: null },
  { score: 8, created_at: '2026-05-31T12:00', channel: 'email' },
];

type Plan = Parameters<typeof tabulate>[1];
const brief = (records: Iterable<unknown>, plan: Plan): unknown[] =>
  tabulate(records, plan).map(({ segment, period, result }) => [segment, period, result.value]);

describe('tabulate', () => {
  it('keeps segments in order of first appearance and periods ascending', () => {
    expect(
      brief(answers, { metric: 'nps', by: 'channel', interval: 'month', timeZone }),
    ).to.deep.equal([
      ['email', '2026-05', 0],
      ['email', '2026-06', 100],
      ['chat', '2026-06', 100],
      ['chat', '2026-07', -100],
      [null, '2026-07', 0],
    ]);
  });

  it('a time belongs to the period of the zone that is asked for', () => {
    const late = [{ score: 9, created_at: '2026-06-30T17:30:00Z' }];
    expect(brief(late, { metric: 'nps', interval: 'month', timeZone })).to.deep.equal([
      [null, '2026-07', 100],
    ]);
    expect(brief(late, { metric: 'nps', interval: 'month', timeZone: 'UTC' })).to.deep.equal([
      [null, '2026-06', 100],
    ]);
  });

  it('without by and interval there is one cell, also of nothing', () => {
    const cells = tabulate([], { metric: 'nps' });
    expect(cells).to.have.lengthOf(1);
    expect(cells[0]).to.deep.include({ segment: null, period: null });
    expect(cells[0]!.result.value).to.equal(null);
  });

  it('by an interval, nothing has no cells', () => {
    expect(tabulate([], { metric: 'nps', interval: 'month' })).to.deep.equal([]);
  });

  it('rows whose time cannot be read come last, counted and named', () => {
    const cells = tabulate([...answers, { score: 9, created_at: 'yesterday' }], {
      metric: 'nps',
      interval: 'month',
      timeZone,
    });
    const { period, result } = cells.at(-1)!;
    expect([period, result.value, result.n, result.invalid]).to.deep.equal([null, null, 0, 1]);
    expect(result.issues).to.deep.equal([{ row: 5, field: 'created_at', value: '"yesterday"' }]);
  });

  it('finds the time by convention, or where it is mapped', () => {
    const plan: Plan = { metric: 'nps', interval: 'month', timeZone };
    expect(brief([{ score: 9, month: '2026-06' }], plan)).to.deep.equal([[null, '2026-06', 100]]);
    expect(brief([{ score: 9, date: '2026-06-03' }], plan)).to.deep.equal([[null, '2026-06', 100]]);
    expect(
      brief([{ score: 9, at: '2026-06-03' }], { ...plan, fields: { created_at: 'at' } }),
    ).to.deep.equal([[null, '2026-06', 100]]);
  });

  it('keeps rows that hold all conditions', () => {
    const plan = (where: Plan['where']): Plan => ({ metric: 'nps', where });
    expect(tabulate(answers, plan({ channel: ['chat'] }))[0]!.result.n).to.equal(2);
    expect(tabulate(answers, plan({ channel: 'email' }))[0]!.result.n).to.equal(2);
    expect(
      tabulate(
        answers,
        plan([
          { field: 'channel', values: ['chat', 'email'] },
          { field: 'score', values: ['9'] },
        ]),
      )[0]!.result.n,
    ).to.equal(1);
    expect(tabulate(answers, plan({ channel: ['fax'] }))[0]!.result.value).to.equal(null);
  });

  it('conditions take numbers and flags as they take texts', () => {
    const rows = [
      { score: 9, store: 7, vip: true },
      { score: 1, store: 8, vip: false },
    ];
    const conditions: Plan['where'][] = [
      { store: 7 },
      { store: [7, 9] },
      { vip: true },
      { store: '7' },
    ];
    for (const where of conditions)
      expect(tabulate(rows, { metric: 'nps', where })[0]!.result.n).to.equal(1);
  });

  it('an interval there is not is refused, never taken for a year', () => {
    const rows = [{ score: 9, date: '2026-06-03' }];
    const interval = 'months' as never;
    const message = 'unknown interval: months; allowed: hour, day, week, month, quarter, year';
    expect(() => tabulate(rows, { metric: 'nps', interval })).to.throw(RangeError, message);
    expect(() => comparePrevious(rows, { metric: 'nps', interval, now: 0 })).to.throw(
      RangeError,
      message,
    );
  });

  it('keeps rows from a day on and before another', () => {
    const n = (range: object): number =>
      tabulate(answers, { metric: 'nps', timeZone, ...range })[0]!.result.n;
    expect([
      n({ from: '2026-06-01' }),
      n({ to: '2026-06-01' }),
      n({ from: '2026-06-01', to: '2026-07-01' }),
    ]).to.deep.equal([4, 1, 2]);
    expect(() => n({ from: 'soon' })).to.throw(RangeError, 'invalid date: "soon"');
  });

  it('batches give what one pass gives', () => {
    const whole = tabulate(answers, { metric: 'nps', by: 'channel', interval: 'week', timeZone });
    const parts = new Tabulation({ metric: nps, by: 'channel', interval: 'week', timeZone });
    parts.add(answers.slice(0, 2));
    parts.add(new Set(answers.slice(2)));
    expect(parts.cells()).to.deep.equal(whole);
  });

  it('rows of batches are numbered through', () => {
    const tabulation = new Tabulation({ metric: nps });
    tabulation.add([{ score: 9 }, { score: 'x' }]);
    tabulation.add([{ score: 'y' }]);
    tabulation.add([{ score: 'z' }], 100);
    expect(tabulation.cells()[0]!.result.issues!.map(({ row }) => row)).to.deep.equal([1, 2, 100]);
  });

  describe('takes rows that are already counted', () => {
    it('counts of a database give the interval of the raw records', () => {
      const raw = [
        ...Array<object>(120).fill({ score: 9 }),
        ...Array<object>(50).fill({ score: 7 }),
        ...Array<object>(30).fill({ score: 2 }),
      ];
      const counted = [
        { score: 9, count: 120 },
        { score: '7', count: '50' },
        { score: 2, count: 30 },
      ];
      const components = { promoters: 120, passives: 50, detractors: 30 };
      const expected = compute('nps', { records: raw });
      expect(compute('nps', { records: counted })).to.deep.equal(expected);
      expect(compute('nps', { records: [components] })).to.deep.equal(expected);
      expect(compute('nps', { components })).to.deep.equal(expected);
    });

    it('fractions are survey weights, and so is a mapped weight', () => {
      const weighted = [
        { score: 9, count: 1.5 },
        { score: 2, count: 0.5 },
      ];
      expect(compute('nps', { records: weighted }).nEffective).to.be.closeTo(1.6, 1e-12);
      const whole = [
        { score: 9, w: 3 },
        { score: 2, w: 1 },
      ];
      expect(
        compute('nps', { records: whole }, { fields: { weight: 'w' } }).nEffective,
      ).to.be.closeTo(1.6, 1e-12);
      expect(compute('nps', { records: whole }, { fields: { count: 'w' } }).nEffective).to.equal(4);
    });

    it('a blank count is one, a negative one or none at all is invalid', () => {
      const result = compute('nps', {
        records: [
          { score: 9, count: '' },
          { score: 9, count: null },
          { score: 9, count: -1 },
          { score: 9, count: NaN },
          { score: 9, count: 'many' },
          { score: 2, count: 0 },
        ],
      });
      expect([result.n, result.value, result.invalid]).to.deep.equal([2, 100, 3]);
      expect(result.issues![0]).to.deep.equal({ row: 2, field: 'count', value: '-1' });
    });

    it('components by month, mapped', () => {
      const rows = [
        { month: '2026-05', p: 5, s: 3, d: 2 },
        { month: '2026-06', p: 6, s: 2, d: '2' },
      ];
      const fields = { promoters: 'p', passives: 's', detractors: 'd' };
      expect(brief(rows, { metric: 'nps', interval: 'month', fields })).to.deep.equal([
        [null, '2026-05', 30],
        [null, '2026-06', 40],
      ]);
    });

    const groups = { promoters: 120, passives: 50, detractors: 30 };
    for (const n of [500, '500', 0, 'many'])
      it(`groups count also where their row names another n, which is named: ${n}`, () => {
        const [cell] = tabulate([groups, { ...groups, n }], { metric: 'nps' });
        expect(cell!.result).to.include({ value: 45, n: 400, invalid: 0 });
        expect(cell!.result.issues).to.deep.equal([
          { row: 1, field: 'n', value: typeof n === 'string' ? `"${n}"` : String(n) },
        ]);
      });

    it('groups whose row names their own sum, or leaves it blank, are no issue', () => {
      for (const n of [200, '200', '', null]) {
        const [cell] = tabulate([{ ...groups, n }], { metric: 'nps' });
        expect(cell!.result).to.include({ value: 45, n: 200 });
        expect(cell!.result.issues).to.equal(undefined);
      }
      const fields = { n: 'total' };
      const [cell] = tabulate([{ ...groups, total: 201 }], { metric: 'nps', fields });
      expect(cell!.result.issues).to.deep.equal([{ row: 0, field: 'n', value: '201' }]);
    });

    for (const value of [62, '62', -45, 'good'])
      it(`groups count also where their row names another value, which is named: ${value}`, () => {
        const [cell] = tabulate([groups, { ...groups, value }], { metric: 'nps' });
        expect(cell!.result).to.include({ value: 45, n: 400, invalid: 0 });
        expect(cell!.result.issues).to.deep.equal([
          { row: 1, field: 'value', value: typeof value === 'string' ? `"${value}"` : `${value}` },
        ]);
      });

    it('groups whose row names their own value, rounded or not, or leaves it blank, are no issue', () => {
      for (const value of [45, '45', 45.4, 44.5, '', null]) {
        const [cell] = tabulate([{ ...groups, value }, groups], { metric: 'nps' });
        expect(cell!.result).to.include({ value: 45, n: 400 });
        expect(cell!.result.issues, String(value)).to.equal(undefined);
      }
    });

    it('counts per step are held against their n as well, bases of other metrics are not', () => {
      const plan = { metric: 'csat' };
      const [cell] = tabulate([{ counts: [5, 10, 25, 90, 70], n: 100 }], plan);
      expect(cell!.result).to.include({ value: 80, n: 200, invalid: 0 });
      expect(cell!.result.issues).to.deep.equal([{ row: 0, field: 'n', value: '100' }]);
      for (const [metric, row] of [
        ['csat', { satisfied: 80, n: 100 }],
        ['abandonment', { abandoned: 5, offered: 100, n: 95 }],
      ] as const)
        expect(tabulate([row], { metric })[0]!.result.issues, metric).to.equal(undefined);
    });

    it('components that contradict each other are an invalid row that says how', () => {
      const rows = [
        { month: '2026-05', satisfied: 12, n: 10 },
        { month: '2026-05', satisfied: 8, n: 10 },
      ];
      const { result } = tabulate(rows, { metric: 'csat', interval: 'month' })[0]!;
      expect([result.value, result.invalid]).to.deep.equal([80, 1]);
      expect(result.issues![0]!.value).to.include('12 of 10 answers are satisfied');
    });

    it('a flag beside an answer does not make a record a row of sums', () => {
      const rows = [
        { resolved: true, handled: true },
        { resolved: 'tidak', handled: true },
      ];
      expect(compute('resolution-rate', { records: rows }).value).to.equal(50);
    });
  });

  describe('takes ready values', () => {
    it('by month, with the interval of a share where n is known', () => {
      const cells = tabulate(
        [
          { value: 80, n: 100, month: '2026-05' },
          { value: '85.5', month: '2026-06' },
        ],
        { metric: 'csat', interval: 'month' },
      );
      expect(cells.map(({ result }) => [result.value, result.n, result.method])).to.deep.equal([
        [80, 100, 'given'],
        [85.5, 0, 'given'],
      ]);
      expect(cells[0]!.result.interval![0]).to.be.closeTo(71.11708344068411, 1e-9);
      expect(cells[1]!.result.interval).to.equal(null);
    });

    it('merges shares by their size, and refuses to average averages', () => {
      const merged = compute('csat', {
        records: [
          { value: 80, n: 100 },
          { value: 50, n: 300 },
        ],
      });
      expect([merged.value, merged.n]).to.deep.equal([57.5, 400]);
      expect(() => tabulate([{ value: 80 }, { value: 50 }], { metric: 'csat' })).to.throw(
        RangeError,
        'several ready values cannot be merged; give counts or records instead',
      );
      expect(() =>
        tabulate(
          [
            { value: 8, ch: 'a', month: '2026-05' },
            { value: 9, ch: 'a', month: '2026-05' },
          ],
          { metric: 'frt', by: 'ch', interval: 'month' },
        ),
      ).to.throw(RangeError, 'several ready values for a, 2026-05');
    });

    it('refuses a cell of values and records', () => {
      expect(() => tabulate([{ value: 80 }, { score: 5 }], { metric: 'csat' })).to.throw(
        RangeError,
        'ready values',
      );
    });

    it('a value that is none, or off the scale, is invalid', () => {
      const result = compute('csat', { records: [{ value: 'good' }] });
      expect([result.value, result.invalid]).to.deep.equal([null, 1]);
      expect(compute('csat', { records: [{ value: 101 }] }).issues).to.deep.equal([
        { row: 0, field: 'value', value: '101' },
      ]);
    });

    it('a field named value in orders is no ready volume', () => {
      expect(
        compute('volume', {
          records: [
            { value: 5, id: 1 },
            { value: 9, id: 2 },
          ],
        }).value,
      ).to.equal(2);
      expect(compute('volume', { records: [{ value: 1200 }] }).value).to.equal(1200);
    });
  });

  it('says which field is missing and what was found', () => {
    expect(() => tabulate([{ rating: 5, created_at: '2026-06-01' }], { metric: 'csat' })).to.throw(
      RangeError,
      'no field "score" in the rows; found: rating, created_at',
    );
    expect(() =>
      tabulate([{ rating: 5 }], { metric: 'csat', fields: { score: 'stars' } }),
    ).to.throw(RangeError, 'no field "stars"');
  });

  it('a field that is there but blank is no missing field', () => {
    expect(tabulate([{ score: null }], { metric: 'csat' })[0]!.result.unanswered).to.equal(1);
  });

  it('changes nothing in the rows', () => {
    const frozen = Object.freeze(answers.map((answer) => Object.freeze({ ...answer })));
    expect(() =>
      tabulate(frozen, { metric: 'nps', by: 'channel', interval: 'month' }),
    ).not.to.throw();
  });
});
