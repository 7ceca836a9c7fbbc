/**
 * The demo's endpoint: what its database counts is what its raw records say.
 * The records are read and counted here by hand, apart from DuckDB and Metrik.
 */
import assert from 'node:assert/strict';
import { createServer } from 'node:http';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import { fileURLToPath } from 'node:url';
import { runnerImport } from 'vite';
import { makeConversations } from '../../demo/make-data.mjs';
import { createApi } from '../../demo/server.mjs';

const folder = mkdtempSync(join(tmpdir(), 'metrik-demo-'));
const text = makeConversations();
const [names, ...lines] = text
  .trimEnd()
  .split('\n')
  .map((line) => line.split(','));
const records = lines.map((line) => Object.fromEntries(names.map((name, i) => [name, line[i]])));
let server;
let base;
/** Metrik's own engine, from its source. */
let engine;

async function get(path) {
  const response = await fetch(base + path);
  assert.equal(response.status, 200, path);
  return response.json();
}

/** Answers by group and score, read from the file's own text: { "2026-06|email": [n0 … n10] }. */
function countByHand(field, key) {
  const groups = {};
  for (const record of records) {
    const counts = (groups[key(record)] ??= { scores: Array(11).fill(0), none: 0 });
    if (record[field] === '') counts.none++;
    else counts.scores[Number(record[field])]++;
  }
  return groups;
}

const KEYS = {
  month: (record) => record.created_at.slice(0, 7),
  channel: (record) => record.channel,
  'month,channel': (record) => `${record.created_at.slice(0, 7)}|${record.channel}`,
};
const keyOf = (row, by) =>
  by
    .split(',')
    .map((name) => row[name])
    .join('|');
const sum = (list) => list.reduce((a, b) => a + b, 0);

before(async () => {
  const file = join(folder, 'conversations.csv');
  writeFileSync(file, text);
  const api = createApi(file);
  server = createServer((request, response) => api(request, response, () => response.end()));
  await new Promise((done) => server.listen(0, '127.0.0.1', done));
  const source = fileURLToPath(new URL('../../src/metrics.ts', import.meta.url));
  const options = { configFile: false, logLevel: 'error' };
  ({ module: engine } = await runnerImport(source, options));
  base = `http://127.0.0.1:${server.address().port}`;
});

after(() => {
  server.closeAllConnections();
  server.close();
  rmSync(folder, { recursive: true });
});

describe('the invented year', () => {
  it('is the same text every time', () => {
    assert.equal(makeConversations(), text);
  });

  it('holds about 20,000 conversations by 12 agents on 4 channels in 12 months', () => {
    assert.ok(records.length > 19_000 && records.length < 22_000, `${records.length}`);
    assert.equal(new Set(records.map((r) => r.agent).filter(Boolean)).size, 12);
    assert.equal(new Set(records.map((r) => r.channel)).size, 4);
    assert.equal(new Set(records.map((r) => r.created_at.slice(0, 7))).size, 12);
  });

  it('has an NPS that the change of 15 June raised by 9 points, give or take 2', () => {
    const [old, now] = [false, true].map((changed) => {
      const answers = records.filter((r) => r.score && r.created_at >= '2026-06-15' === changed);
      const promoters = answers.filter((r) => Number(r.score) >= 9).length;
      const detractors = answers.filter((r) => Number(r.score) <= 6).length;
      return ((promoters - detractors) / answers.length) * 100;
    });
    assert.ok(Math.abs(now - old - 9) < 2, `${old} to ${now}`);
  });
});

for (const by of Object.keys(KEYS)) {
  describe(`by ${by}, counted in the database and by hand`, () => {
    for (const metric of ['nps', 'csat']) {
      it(`every ${metric} score has the same count`, async () => {
        const expected = countByHand(metric === 'nps' ? 'score' : 'csat', KEYS[by]);
        const found = {};
        for (const row of await get(`/api/${metric}?by=${by}`)) {
          const counts = (found[keyOf(row, by)] ??= { scores: Array(11).fill(0), none: 0 });
          if (row.score === null) counts.none += row.count;
          else counts.scores[row.score] += row.count;
        }
        assert.deepEqual(found, expected);
      });
    }

    it('promoters, passives and detractors are the same', async () => {
      const expected = countByHand('score', KEYS[by]);
      const rows = await get(`/api/nps?by=${by}&shape=components`);
      assert.equal(rows.length, Object.keys(expected).length);
      for (const row of rows) {
        const { scores } = expected[keyOf(row, by)];
        assert.equal(row.detractors, sum(scores.slice(0, 7)));
        assert.equal(row.passives, sum(scores.slice(7, 9)));
        assert.equal(row.promoters, sum(scores.slice(9)));
      }
    });

    it('satisfied steps are the same', async () => {
      const expected = countByHand('csat', KEYS[by]);
      const rows = await get(`/api/csat?by=${by}&shape=components`);
      assert.equal(rows.length, Object.keys(expected).length);
      for (const row of rows)
        assert.deepEqual(row.counts, expected[keyOf(row, by)].scores.slice(1, 6));
    });
  });
}

describe('raw records and counts from the database give Metrik the same result', () => {
  const PLANS = {
    'all together': { query: '', plan: {} },
    'by month': { query: 'by=month', plan: { interval: 'month' } },
    'by week': { query: 'by=week', plan: { interval: 'week' } },
    'by channel': { query: 'by=channel', plan: { by: 'channel' } },
    'by month and channel': {
      query: 'by=month,channel',
      plan: { interval: 'month', by: 'channel' },
    },
  };
  /** Cells by segment and period; groups may come in another order. */
  const keyed = (cells) =>
    Object.fromEntries(cells.map((cell) => [`${cell.segment}|${cell.period}`, even(cell.result)]));
  /** Means and deviations are sums in another order: alike to 12 digits, all else to the last. */
  const even = ({ mean, sd, ...result }) => ({
    ...result,
    mean: mean?.toPrecision(12),
    sd: sd?.toPrecision(12),
  });

  for (const [metric, field] of [
    ['nps', 'score'],
    ['csat', 'csat'],
    ['ces', 'ces'],
  ]) {
    for (const [name, { query, plan }] of Object.entries(PLANS)) {
      it(`${metric} ${name}: value, interval and counts`, async () => {
        const timeZone = 'Asia/Jakarta';
        const fields = { score: field };
        const raw = engine.tabulate(records, { metric, timeZone, fields, ...plan });
        const counted = engine.tabulate(await get(`/api/${metric}?${query}`), {
          metric,
          timeZone,
          ...plan,
        });
        assert.deepEqual(keyed(counted), keyed(raw));
        assert.ok(raw.every(({ result }) => result.n > 0 && result.interval !== null));
      });
    }
  }

  for (const metric of ['nps', 'csat']) {
    it(`${metric} components by month: value, interval and n`, async () => {
      const plan = { metric, timeZone: 'Asia/Jakarta', interval: 'month' };
      const fields = { score: metric === 'nps' ? 'score' : 'csat' };
      const raw = engine.tabulate(records, { ...plan, fields });
      const counted = engine.tabulate(await get(`/api/${metric}?by=month&shape=components`), plan);
      const figures = ({ period, result: { value, n, interval } }) => ({
        period,
        value,
        n,
        interval,
      });
      assert.deepEqual(counted.map(figures), raw.map(figures));
    });
  }
});

describe('service figures of each month, by the database and by Metrik', () => {
  for (const metric of ['csat', 'asa', 'fcr', 'aht']) {
    it(`${metric} is the same to 12 digits in every whole month`, async () => {
      const row = (await get('/api/kpis')).find((line) => line.metric === metric);
      const plan = { metric, interval: 'month', timeZone: 'Asia/Jakarta' };
      const cells = engine.tabulate(records, { ...plan, fields: { score: 'csat' } }).slice(0, -1);
      const digits = (value) => value.toPrecision(12);
      assert.deepEqual(
        cells.map(({ result }) => digits(result.value)),
        row.trend.map(digits),
      );
    });
  }
});

describe('the endpoint', () => {
  it('gives raw records as CSV with the text of the file', async () => {
    const response = await fetch(`${base}/api/conversations.csv`);
    assert.match(response.headers.get('content-type'), /^text\/csv/);
    assert.equal(`${await response.text()}\n`, text);
  });

  it('keeps to the days and channels asked for', async () => {
    const path =
      '/api/conversations.json?from=2026-06-15&to=2026-06-30&channel=email,chat&fields=id';
    const expected = records.filter(({ created_at: at, channel }) => {
      return at >= '2026-06-15' && at < '2026-07-01' && (channel === 'email' || channel === 'chat');
    });
    assert.deepEqual(
      await get(path),
      expected.map(({ id }) => ({ id })),
    );
  });

  it('streams as many rows as asked for, again from the start after the last', async () => {
    const response = await fetch(`${base}/api/stream.ndjson?rows=25000&fields=id`);
    const ids = (await response.text())
      .trimEnd()
      .split('\n')
      .map((line) => JSON.parse(line).id);
    assert.equal(ids.length, 25_000);
    assert.equal(ids[records.length], records[0].id);
  });

  it('answers 304 to a client that has the text', async () => {
    const first = await fetch(`${base}/api/events`);
    const headers = { 'if-none-match': first.headers.get('etag') };
    assert.equal((await fetch(`${base}/api/events`, { headers })).status, 304);
  });

  const refused = [
    ['/api/nps?by=score', 400, 'unknown by: "score"'],
    ['/api/nps?shape=pie', 400, 'unknown shape: "pie"'],
    ["/api/nps?from=2026-01-01'--", 400, 'invalid from'],
    ['/api/conversations.csv?fields=id,__proto__', 400, 'unknown field: "__proto__"'],
    ['/api/constructor', 404, 'unknown path'],
    ['/api/fail?status=502', 502, 'asked to fail'],
  ];
  for (const [path, status, message] of refused) {
    it(`answers ${status} to ${path}`, async () => {
      const response = await fetch(base + path);
      assert.equal(response.status, status);
      assert.ok((await response.json()).error.startsWith(message));
    });
  }

  it('gives the same counts late when asked to be slow', async () => {
    const started = performance.now();
    const rows = await get('/api/slow?ms=120&by=month');
    assert.ok(performance.now() - started >= 119);
    assert.deepEqual(rows, await get('/api/nps?by=month'));
    assert.equal((await fetch(`${base}/api/slow?ms=soon`)).status, 400);
  });

  it('tells a client that is refused when to come again', async () => {
    const response = await fetch(`${base}/api/fail?status=503&retry-after=3`);
    assert.deepEqual([response.status, response.headers.get('retry-after')], [503, '3']);
    assert.equal((await fetch(`${base}/api/fail?status=200`)).status, 400);
  });

  it('shows a log-in page where the session has ended', async () => {
    const response = await fetch(`${base}/api/login`);
    assert.match(response.headers.get('content-type'), /^text\/html/);
    assert.match(await response.text(), /type="password"/);
  });

  /** The first events of the live address: [id, record]. */
  async function events(count, headers = {}) {
    const gone = new AbortController();
    const response = await fetch(`${base}/api/live?every=50`, { headers, signal: gone.signal });
    assert.match(response.headers.get('content-type'), /^text\/event-stream/);
    const found = [];
    let text = '';
    for await (const chunk of response.body.pipeThrough(new TextDecoderStream())) {
      text += chunk;
      const parts = text.split('\n\n');
      text = parts.pop();
      for (const part of parts) {
        const [, id, data] = /^id: (\d+)\ndata: (.*)$/.exec(part) ?? [];
        if (id) found.push([Number(id), JSON.parse(data)]);
      }
      if (found.length >= count) break;
    }
    gone.abort();
    return found.slice(0, count);
  }

  it('sends live answers, numbered, that are records', async () => {
    const found = await events(3);
    assert.deepEqual(
      found.map(([id]) => id),
      [1, 2, 3],
    );
    for (const [, { score, created_at: at, channel }] of found) {
      assert.ok(Number.isInteger(score) && score >= 0 && score <= 10);
      assert.ok(!Number.isNaN(Date.parse(at)));
      assert.equal(typeof channel, 'string');
    }
  });

  it('goes on after the event that a client saw last', async () => {
    const found = await events(2, { 'last-event-id': '41' });
    assert.deepEqual(
      found.map(([id]) => id),
      [42, 43],
    );
  });

  it('treats a quote in a filter as text', async () => {
    assert.deepEqual(await get("/api/nps?by=channel&channel=x'; DROP TABLE conversations; --"), []);
    assert.ok((await get('/api/nps')).length > 0);
  });
});
