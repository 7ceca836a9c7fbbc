/** The built classic file under a strict policy, loaded twice as two vendors of a page would. */
import assert from 'node:assert/strict';
import { createServer } from 'node:http';
import { readFileSync } from 'node:fs';
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
const page = `<!doctype html>
<html lang="id">
<head>
<meta charset="utf-8">
<title>Policy</title>
<script src="/watch.js"></script>
<script src="/cdn.js?first" defer></script>
<script src="/cdn.js?second" defer></script>
</head>
<body>
<nps-gauge target="&gt; 40">${inline(answers)}</nps-gauge>
<csat-card fields="score=csat">${inline(answers)}</csat-card>
<kpi-target-table>${inline(kpis)}</kpi-target-table>
<trend-line metric="nps" src="/answers.json"></trend-line>
<nps-gauge theme="dark" src="/answers.json"></nps-gauge>
</body>
</html>`;

const watch = `window.seen = [];
addEventListener('securitypolicyviolation', (event) =>
  seen.push(event.violatedDirective + ' ' + event.blockedURI + ' ' + event.sample));
addEventListener('error', (event) => seen.push('error ' + event.message), true);
addEventListener('unhandledrejection', (event) => seen.push('rejection ' + event.reason));`;

/** Serves the page with `script` as the classic file; resolves to a server on a free port. */
function serve(script) {
  const files = {
    '/': ['text/html', page],
    '/watch.js': ['text/javascript', watch],
    '/cdn.js': ['text/javascript', script],
    '/answers.json': ['application/json', JSON.stringify(answers)],
  };
  const server = createServer((request, response) => {
    const [type, body] = files[request.url.split('?')[0]] ?? [];
    response.writeHead(body === undefined ? 204 : 200, {
      'content-type': `${type ?? 'text/plain'}; charset=utf-8`,
      'content-security-policy': POLICY,
    });
    response.end(body);
  });
  return new Promise((done) => server.listen(0, '127.0.0.1', () => done(server)));
}

let browser;

/** Opens the page and returns what was seen, printed and shown. */
async function open(script) {
  const server = await serve(script);
  const tab = await browser.newPage();
  const printed = [];
  tab.on('console', (message) => printed.push(`${message.type()}: ${message.text()}`));
  tab.on('pageerror', (error) => printed.push(`uncaught: ${error.message}`));
  try {
    await tab.goto(`http://127.0.0.1:${server.address().port}/`, { waitUntil: 'load' });
    const shown = () =>
      tab.$$eval('body > *', (elements) =>
        elements.map((element) => {
          const states = ['ready', 'loading', 'empty', 'stale', 'error', 'idle'];
          const state = states.find((name) => element.matches(`:state(${name})`));
          return `${element.localName} ${state}`;
        }),
      );
    let elements = await shown();
    for (let tries = 0; tries < 40 && elements.some((text) => !/ ready$/.test(text)); tries += 1) {
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
    assert.deepEqual(elements, [
      'nps-gauge ready',
      'csat-card ready',
      'kpi-target-table ready',
      'trend-line ready',
      'nps-gauge ready',
    ]);
  });

  it('is needed: a second copy that runs breaks the policy', async () => {
    const unguarded = cdn.replace(/^if\(.+?\)\)\{/m, 'if(true){');
    assert.notEqual(unguarded, cdn);
    const { seen } = await open(unguarded);
    assert.match(seen.join('\n'), /trusted-types/);
  });
});
