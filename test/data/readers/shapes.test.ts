import { expect } from '@open-wc/testing';
import type { DataError } from '../../../src/data/data-error';
import { readRows, readText } from '../../../src/data/shape';
import { samples } from './samples';

async function code(value: unknown, options = {}): Promise<string> {
  try {
    await readRows(value, options);
    return 'ok';
  } catch (error) {
    return `${(error as DataError).code}: ${(error as Error).message}`;
  }
}

describe('readers of vendors', () => {
  for (const [name, { source, detected, body, rows }] of Object.entries(samples)) {
    it(`read ${name}`, async () => {
      expect(await readRows(body, { source })).to.deep.equal(rows);
    });
    if (detected) {
      it(`find out ${name}`, async () => {
        expect(await readRows(body)).to.deep.equal(rows);
      });
    }
  }

  const bad: [string, unknown, object, string][] = [
    [
      'a clickhouse exception',
      { meta: [], data: [], exception: 'Code: 241' },
      {},
      'contract: clickhouse: Code: 241',
    ],
    ['cube still computing', { error: 'Continue wait' }, {}, 'timeout: cube is still computing'],
    ['a cube error', { error: 'no such cube' }, { source: 'cube' }, 'contract: cube: no such cube'],
    [
      'bigquery still computing',
      { jobComplete: false },
      {},
      'timeout: bigquery is still computing',
    ],
    [
      'a bigquery time that is none',
      bigqueryTime('soon'),
      {},
      'contract: invalid timestamp: "soon"',
    ],
    [
      'a grafana point that is none',
      [{ target: 'a', datapoints: [5] }],
      {},
      'contract: expected [value, time], got 5',
    ],
    [
      'partial elasticsearch counts',
      { timed_out: true, aggregations: {} },
      {},
      'timeout: elasticsearch timed out: counts are partial',
    ],
    [
      'failed elasticsearch shards',
      { _shards: { failed: 2 }, aggregations: {} },
      {},
      'contract: elasticsearch: 2 shards failed',
    ],
    [
      'elasticsearch without aggregations',
      { took: 3 },
      { source: 'elasticsearch' },
      'contract: expected aggregations, got {took}',
    ],
    [
      'a failed metabase query',
      { status: 'failed', error: 'boom' },
      { source: 'metabase' },
      'contract: metabase: boom',
    ],
    [
      'a postgrest error',
      { code: '42P01', message: 'no table' },
      { source: 'postgrest' },
      'contract: postgrest: 42P01 no table',
    ],
    [
      'graphql errors',
      { data: null, errors: [{ message: 'denied' }] },
      {},
      'contract: the server answered with an error: "denied"',
    ],
    [
      'graphql errors beside data',
      { data: { a: [{ b: 1 }] }, errors: [{ message: 'half' }] },
      { rows: 'data.a' },
      'contract: the server answered with an error: "half"',
    ],
    [
      'graphql without data',
      { data: {} },
      { source: 'graphql' },
      'contract: expected data, got {data}',
    ],
    [
      'a zendesk answer without ratings',
      { count: 0 },
      { source: 'zendesk' },
      'contract: expected a list at satisfaction_ratings, got {count}',
    ],
    [
      'a typeform answer without items',
      [],
      { source: 'typeform' },
      'contract: expected a list at items, got []',
    ],
    [
      'an unknown source',
      [],
      { source: 'clickhose' },
      'contract: unknown source: clickhose; known are bigquery, chatwoot, clickhouse, columns, csv, cube, elasticsearch, formbricks, freshdesk, grafana, graphql, gviz, metabase, ndjson, postgrest, rows, typeform, zendesk',
    ],
  ];
  for (const [name, value, options, message] of bad) {
    it(`refuse ${name}`, async () => {
      expect(await code(value, options)).to.equal(message);
    });
  }

  it('never throw anything but a data error on any of the others’ samples', async () => {
    const odd: unknown[] = [
      null,
      true,
      1,
      'x',
      [],
      [null],
      [[]],
      {},
      { data: [null], meta: [null] },
    ];
    const bodies = [...Object.values(samples).map(({ body }) => body), ...odd];
    const sources = new Set(Object.values(samples).map(({ source }) => source));
    for (const source of sources) {
      for (const body of bodies) {
        try {
          await readRows(body, { source });
        } catch (error) {
          expect((error as Error).name, `${source}: ${(error as Error).stack}`).to.equal(
            'DataError',
          );
        }
      }
    }
  });

  it('leave the prototypes alone', async () => {
    const text = JSON.stringify(Object.values(samples).map(({ body }) => body));
    const hostile = text
      .replaceAll('"score"', '"__proto__"')
      .replaceAll('"name":"n"', '"name":"__proto__"');
    const bodies = JSON.parse(hostile) as unknown[];
    for (const [i, { source }] of Object.values(samples).entries()) {
      for (const row of (await Promise.resolve(readRows(bodies[i], { source })).catch(
        () => [],
      )) as unknown[]) {
        const prototype = Object.getPrototypeOf(row) as unknown;
        expect(prototype === Object.prototype || prototype === null).to.equal(true);
      }
    }
    expect(({} as Record<string, unknown>)['count']).to.equal(undefined);
  });
});

function bigqueryTime(v: string): unknown {
  return { schema: { fields: [{ name: 't', type: 'TIMESTAMP' }] }, rows: [{ f: [{ v }] }] };
}

describe('readRows', () => {
  const good: [string, unknown, object, unknown[]][] = [
    ['a list', [{ score: 9 }], {}, [{ score: 9 }]],
    ['an empty list', [], {}, []],
    ['rows', { rows: [{ score: 9 }], total: 1 }, {}, [{ score: 9 }]],
    ['data without anything else', { data: [] }, {}, []],
    ['items', { items: [{ score: 9 }] }, {}, [{ score: 9 }]],
    ['a path', { page: { 'a.b': 1, list: [{ score: 9 }] } }, { rows: 'page.list' }, [{ score: 9 }]],
    [
      'a path whose key holds dots',
      { 'data.items': [{ score: 9 }] },
      { rows: 'data.items' },
      [{ score: 9 }],
    ],
    [
      'columns',
      { score: [9, 7], month: ['5', '6'] },
      {},
      [
        { score: 9, month: '5' },
        { score: 7, month: '6' },
      ],
    ],
    ['columns at a path', { d: { score: [9] } }, { rows: 'd' }, [{ score: 9 }]],
    ['a result', { value: 45, n: 200 }, {}, [{ value: 45, n: 200 }]],
    ['a result of nobody', { value: null, n: 0 }, {}, [{ value: null, n: 0 }]],
    ['components', { promoters: 120, detractors: 30 }, {}, [{ promoters: 120, detractors: 30 }]],
    ['a record among bad ones', [null, { score: 9 }], {}, [null, { score: 9 }]],
    ['a known field in words', { score: 'good' }, { known: ['score'] }, [{ score: 'good' }]],
  ];
  for (const [name, value, options, rows] of good) {
    it(`reads ${name}`, async () => {
      expect(await readRows(value, options)).to.deep.equal(rows);
    });
  }

  const bad: [unknown, object, string][] = [
    [true, {}, 'expected rows, got true'],
    [null, {}, 'expected rows, got nothing'],
    [{}, {}, 'expected rows, got {}'],
    [{ rows: null }, {}, 'expected rows, got rows: nothing'],
    [{ rows: '[]' }, {}, 'expected rows, got rows: "[]"'],
    [{ error: 'denied' }, {}, 'expected rows, got error: "denied"'],
    [{ error: 'denied', code: 7 }, {}, 'expected rows, got error: "denied"'],
    [[1, 2], {}, 'expected a list of objects, got a list of numbers'],
    [[[1]], {}, 'expected a list of objects, got a list of lists'],
    [{ value: true }, {}, 'invalid value: true'],
    [{ value: Infinity }, {}, 'invalid value: a number out of range'],
    [{ code: 403 }, { known: ['score'] }, 'expected rows, got {code}'],
    [{ a: [] }, { rows: 'b' }, 'no rows at b in {a}'],
    [{ a: 'x' }, { rows: 'a' }, 'expected a list at a, got "x"'],
    [{ a: 1 }, { rows: '__proto__.polluted' }, 'no rows at __proto__.polluted in {a}'],
    [{ a: [1] }, { rows: 'constructor.constructor' }, 'no rows at constructor.constructor in {a}'],
    [{ a: [1], b: [1, 2] }, { source: 'columns' }, 'expected columns of one length, got {a, b}'],
  ];
  for (const [value, options, message] of bad) {
    it(`says ${message}`, async () => {
      expect(await code(value, options)).to.equal(`contract: ${message}`);
    });
  }

  const plain: [string, unknown][] = [
    ['records', [{ score: 9, note: null }]],
    ['records with lists of numbers', [{ metric: 'nps', trend: [40, 42] }]],
    ['a list under a name', { rows: [{ score: 9 }] }],
    ['a result', { value: 45, n: 200 }],
    ['counts', { promoters: 120, passives: 50, detractors: 30 }],
  ];
  for (const [name, value] of plain) {
    it(`reads ${name} at once, without further code`, () => {
      expect(readRows(value)).to.be.an('array');
    });
  }

  const unsure: [string, unknown, object][] = [
    ['a list of lists', [[1]], {}],
    ['records with objects in them', [{ ratings: {} }], {}],
    ['records with a list of nothing', [{ target: 'a', datapoints: [] }], {}],
    ['two lists', { meta: [], data: [] }, {}],
    ['a query that still runs', { jobComplete: false, n: 1 }, {}],
    ['an error with a number', { error: 'denied', code: 7 }, {}],
    ['a result that is none', { value: true, n: 7 }, {}],
    ['a list under a name, with more', { items: [], total_items: 0 }, {}],
    ['what has a source', [{ score: 9 }], { source: 'postgrest' }],
  ];
  for (const [name, value, options] of unsure) {
    it(`leaves ${name} to code that looks closer`, async () => {
      const rows = readRows(value, options);
      expect(rows).to.be.instanceOf(Promise);
      await Promise.resolve(rows).catch(() => []);
    });
  }
});

describe('readText', () => {
  const sheet =
    'google.visualization.Query.setResponse({"table":{"cols":[{"label":"score"}],"rows":[{"c":[{"v":9}]}]}});';
  const texts: [string, string, object, unknown[]][] = [
    ['CSV by its look', 'score,channel\n9,email\n', {}, [{ score: '9', channel: 'email' }]],
    ['CSV of one column by name', 'score\n9\n', { source: 'csv' }, [{ score: '9' }]],
    ['NDJSON by name', '{"a":1}\n{"a":2}\n', { source: 'ndjson' }, [{ a: 1 }, { a: 2 }]],
    ['a sheet by its wrapper', `/*O_o*/\n${sheet}`, {}, [{ score: 9 }]],
    ['JSON', '{"rows":[{"a":1}]}', {}, [{ a: 1 }]],
  ];
  for (const [name, text, options, rows] of texts) {
    it(`reads ${name}`, async () => {
      expect(await readText(text, options)).to.deep.equal(rows);
    });
  }

  for (const [text, message] of [
    ['  ', 'empty: empty body'],
    ['score = nine', 'syntax: not json: "score = nine"'],
    ['<p>Log in</p>', 'type: got a web page instead of data'],
  ] as const) {
    it(`says ${message}`, async () => {
      const error = await readText(text).catch((cause: unknown) => cause as DataError);
      expect(`${(error as DataError).code}: ${(error as DataError).message}`).to.equal(message);
    });
  }
});
