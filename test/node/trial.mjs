/** The demo's page, tried out: what its tiles show when the server streams, is slow or fails. */
import assert from 'node:assert/strict';
import { fileURLToPath } from 'node:url';
import { after, before, describe, it } from 'node:test';
import { chromium } from 'playwright-core';
import { createServer } from 'vite';
import { browserFlags, ensureBrowser } from '../../tools/browser.mjs';

let server;
let browser;
let page;

before(async () => {
  server = await createServer({
    configFile: fileURLToPath(new URL('../../vite.config.js', import.meta.url)),
    logLevel: 'error',
    server: { host: '127.0.0.1', port: 0, hmr: false },
  });
  await server.listen();
  browser = await chromium.launch({ executablePath: await ensureBrowser(), args: browserFlags });
  page = await browser.newPage();
  page.setDefaultTimeout(60_000);
  await page.goto(`http://127.0.0.1:${server.httpServer.address().port}/?lang=en`);
});

after(async () => {
  await browser?.close();
  await server?.close();
});

const choose = (name) =>
  page.locator(`input[name="trial"][value="${name}"]`).check({ force: true });
/** Waits until the gauge that is tried is in a state, and what was said of it matches. */
const becomes = (status, said) =>
  page.waitForFunction(
    ([status, said]) =>
      document.querySelector('nps-gauge[data-trial]').status === status &&
      document.querySelector('#trial-said').textContent.includes(said),
    [status, said],
  );
const answers = () =>
  page.evaluate(() => document.querySelector('nps-gauge[data-trial]').result?.n ?? 0);

describe('the demo page, tried out', () => {
  it('asks nothing before somebody chooses', async () => {
    await becomes('idle', '');
    assert.equal(await answers(), 0);
  });

  it('shows a slow answer when it comes', async () => {
    await choose('slow');
    await becomes('loading', '/api/slow');
    await becomes('ready', 'load');
    assert.ok((await answers()) > 1000);
  });

  it('keeps the numbers of before, marked as old, when the server fails', async () => {
    const before = await answers();
    await choose('fail');
    await becomes('stale', 'http: http 503');
    assert.equal(await answers(), before);
  });

  it('does not read a log-in page', async () => {
    const before = await answers();
    await choose('login');
    await becomes('stale', 'type: got text/html');
    assert.equal(await answers(), before);
  });

  it('counts a long stream', async () => {
    await choose('stream');
    await page.waitForFunction(() =>
      /\d MB/.test(document.querySelector('nps-gauge[data-trial]').shadowRoot.textContent),
    );
    await becomes('ready', 'load');
    assert.ok((await answers()) > 50_000);
  });

  it('follows live answers, and says so', async () => {
    await choose('live');
    await page.waitForFunction(() => {
      const tile = document.querySelector('nps-gauge[data-trial]');
      return tile.shadowRoot.querySelector('.live') && tile.result?.n < 1000;
    });
    const before = await answers();
    await page.waitForFunction(
      (before) => document.querySelector('nps-gauge[data-trial]').result.n > before,
      before,
    );
  });

  it('speaks the language of the page', async () => {
    const word = () => page.locator('[data-word="trialFail"]').textContent();
    assert.equal((await word()).trim(), 'Fails (503)');
    await page.locator('input[name="lang"][value="id"]').check({ force: true });
    assert.equal((await word()).trim(), 'Gagal (503)');
  });
});
