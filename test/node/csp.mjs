/** The built classic file under a strict policy, loaded twice as two vendors of a page would. */
import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { createServer } from 'node:http';
import { existsSync, readFileSync } from 'node:fs';
import { after, before, describe, it } from 'node:test';
import { chromium } from 'playwright-core';
import { browserFlags, ensureBrowser } from '../../tools/browser.mjs';

const POLICY = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "connect-src 'self'",
  "require-trusted-types-for 'script'",
  'trusted-types lit-html',
].join('; ');

const cdn = readFileSync(new URL('../../dist/cdn.js', import.meta.url), 'utf8');

const answers = Array.from({ length: 60 }, (_, index) => ({
  score: (index * 7) % 11,
  csat: 1 + (index % 5),
  created_at: `2026-${String(1 + (index % 9)).padStart(2, '0')}-15T09:00:00+07:00`,
}));
const kpis = [
  { metric: 'Jumlah panggilan masuk', target: '1000', value: 1200, analysis: 'Naik 20%.' },
  { metric: 'Waktu tunggu rata-rata', target: '< 2 menit', value: '2,5 menit' },
  { metric: 'Skor CSAT', target: '> 90%', value: '85%' },
];

const inline = (value) => `<script type="application/json">${JSON.stringify(value)}</script>`;
/** The page; `mark` is what each of its scripts carries, `src` where two of its tiles get their data. */
const page = (mark = '', src = '/answers.json') => `<!doctype html>
<html lang="id">
<head>
<meta charset="utf-8">
<title>Policy</title>
<script src="/watch.js" ${mark}></script>
<script src="/cdn.js?first" ${mark} defer></script>
<script src="/cdn.js?second" ${mark} defer></script>
</head>
<body>
<nps-gauge target="&gt; 40">${inline(answers)}</nps-gauge>
<csat-card fields="score=csat">${inline(answers)}</csat-card>
<kpi-target-table>${inline(kpis)}</kpi-target-table>
<trend-line metric="nps" src="${src}"></trend-line>
<nps-gauge theme="dark" src="${src}"></nps-gauge>
</body>
</html>`;

const watch = `window.seen = [];
addEventListener('securitypolicyviolation', (event) =>
  seen.push(event.violatedDirective + ' ' + event.blockedURI + ' ' + event.sample));
addEventListener('error', (event) => seen.push('error ' + event.message), true);
addEventListener('unhandledrejection', (event) => seen.push('rejection ' + event.reason));`;

/** Serves the page with `script` as the classic file; resolves to a server on a free port. */
function serve(script, policy, html) {
  const files = {
    '/': ['text/html', html],
    '/watch.js': ['text/javascript', watch],
    '/cdn.js': ['text/javascript', script],
    '/answers.json': ['application/json', JSON.stringify(answers)],
  };
  const server = createServer((request, response) => {
    const [type, body] = files[request.url.split('?')[0]] ?? [];
    response.writeHead(body === undefined ? 204 : 200, {
      'content-type': `${type ?? 'text/plain'}; charset=utf-8`,
      'content-security-policy': policy,
      // A sandboxed page has no origin, so that its own server is another.
      'access-control-allow-origin': '*',
    });
    response.end(body);
  });
  return new Promise((done) => server.listen(0, '127.0.0.1', () => done(server)));
}

const ALL_READY = [
  'nps-gauge ready',
  'csat-card ready',
  'kpi-target-table ready',
  'trend-line ready',
  'nps-gauge ready',
];

let browser;

/** Opens the page and returns what was seen, printed and shown. */
async function open(script, policy = POLICY, html = page()) {
  const server = await serve(script, policy, html);
  const tab = await browser.newPage();
  const printed = [];
  tab.on('console', (message) => printed.push(`${message.type()}: ${message.text()}`));
  tab.on('pageerror', (error) => printed.push(`uncaught: ${error.message}`));
  await tab.route('https://data.example/**', (route) =>
    route.fulfill({ json: answers, headers: { 'access-control-allow-origin': '*' } }),
  );
  try {
    await tab.goto(`http://127.0.0.1:${server.address().port}/`, { waitUntil: 'load' });
    const shown = () =>
      tab.$$eval('body > *', (elements) =>
        elements.map((element) => {
          const states = ['ready', 'loading', 'empty', 'stale', 'error', 'blocked', 'idle'];
          const state = states.find((name) => element.matches(`:state(${name})`));
          return `${element.localName} ${state}`;
        }),
      );
    let elements = await shown();
    const isDone = (text) => / (ready|blocked)$/.test(text);
    for (let tries = 0; tries < 40 && !elements.every(isDone); tries += 1) {
      await new Promise((done) => setTimeout(done, 100));
      elements = await shown();
    }
    return { printed, elements, seen: await tab.evaluate(() => window.seen) };
  } finally {
    await tab.close();
    server.close();
  }
}

describe('cdn.js twice under a strict policy with Trusted Types', () => {
  before(async () => {
    browser = await chromium.launch({ executablePath: await ensureBrowser(), args: browserFlags });
  });
  after(() => browser?.close());

  it('shows every element, with no violation, error or message', async () => {
    const { seen, printed, elements } = await open(cdn);
    assert.deepEqual(seen, []);
    assert.deepEqual(printed, []);
    assert.deepEqual(elements, ALL_READY);
  });

  it('is needed: a second copy that runs breaks the policy', async () => {
    const unguarded = cdn.replace(/^if\(.+?\)\)\{/m, 'if(true){');
    assert.notEqual(unguarded, cdn);
    const { seen } = await open(unguarded);
    assert.match(seen.join('\n'), /trusted-types/);
  });

  const corpus = new URL('../../../shared/corpora/csp-headers.json', import.meta.url);
  const isHere = existsSync(corpus);
  const headers = isHere ? JSON.parse(readFileSync(corpus, 'utf8')).headers : [];
  const policyOf = (id) => headers.find((header) => header.id === id).csp;
  const here = isHere ? {} : { skip: '../shared is not here' };
  const hash = (text) => `sha384-${createHash('sha384').update(text).digest('base64')}`;
  const hashes = [hash(watch), hash(cdn)];

  /** What each policy of ../shared/corpora/csp-headers.json asks of the page that is served under it. */
  const pages = {
    'strict-self': (policy) => [policy],
    'two-copies': (policy) => [policy],
    'no-policy-list': (policy) => [policy],
    sandboxed: (policy) => [policy],
    nonce: (policy) => [policy.replaceAll('{N}', 'r4nd0m'), page('nonce="r4nd0m"')],
    hash: (policy) => [
      policy.replace("'sha384-{H}'", hashes.map((text) => `'${text}'`).join(' ')),
      page(`integrity="${hashes.join(' ')}"`),
    ],
    'cross-origin-data': (policy) => [policy, page('', 'https://data.example/answers.json')],
  };
  for (const [id, given] of Object.entries(pages))
    it(`shows every element under the policy ${id}`, here, async () => {
      const { seen, printed, elements } = await open(cdn, ...given(policyOf(id)));
      assert.deepEqual({ seen, printed, elements }, { seen: [], printed: [], elements: ALL_READY });
    });

  it('says of a request that the policy refuses that it was blocked', here, async () => {
    const { seen, elements } = await open(cdn, policyOf('connect-none'));
    assert.deepEqual(elements, [
      ...ALL_READY.slice(0, 3),
      'trend-line blocked',
      'nps-gauge blocked',
    ]);
    // Two tiles of one address: one request, none again, and the `error` event of each.
    const kinds = seen.map((text) => text.split(' ')[0]).sort();
    assert.deepEqual(kinds, ['connect-src', 'error', 'error']);
  });

  it('stops with one error where no Trusted Types policy may be made', here, async () => {
    // Lit cannot run; of each copy the browser prints the violation and the error that ends it.
    const { printed } = await open(cdn, policyOf('tt-none'));
    assert.equal(printed.length, 4, printed.join('\n'));
    for (const text of printed) assert.match(text, /TrustedTypePolicy/);
  });

  it('names every policy of the corpus', here, () => {
    assert.deepEqual(
      [...Object.keys(pages), 'connect-none', 'tt-none'].sort(),
      headers.map(({ id }) => id).sort(),
    );
  });
});
