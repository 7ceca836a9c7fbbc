/** The menu and the exports of the built file where a strict policy forbids images, styles and much else. */
import assert from 'node:assert/strict';
import { createServer } from 'node:http';
import { readFileSync } from 'node:fs';
import { after, before, describe, it } from 'node:test';
import { chromium } from 'playwright-core';
import { browserFlags, ensureBrowser } from '../../tools/browser.mjs';

const POLICY = [
  "default-src 'none'",
  "script-src 'self'",
  "require-trusted-types-for 'script'",
  'trusted-types lit-html',
].join('; ');

const page = `<!doctype html>
<html lang="en">
<head><meta charset="utf-8"><title>Menu</title>
<script src="/watch.js"></script><script src="/cdn.js" defer></script></head>
<body><nps-gauge selectable data='[{"promoters":431,"passives":172,"detractors":118}]'></nps-gauge></body>
</html>`;
const watch = `window.seen = [];
addEventListener('securitypolicyviolation', (event) =>
  seen.push(event.violatedDirective + ' ' + event.blockedURI + ' ' + event.sample));
addEventListener('unhandledrejection', (event) => seen.push('rejection ' + event.reason));`;

const frame = (sandbox) => `<!doctype html>
<html lang="en"><head><meta charset="utf-8"><title>Host</title></head>
<body><iframe title="Tile" width="400" height="600" sandbox="${sandbox}" src="/"></iframe></body></html>`;

/** Frames the page as another site's would be framed: `localhost` is not 127.0.0.1. */
const elsewhere = (attribute, port) => `<!doctype html>
<html lang="en"><head><meta charset="utf-8"><title>Host</title></head>
<body><iframe title="Tile" width="400" height="600" ${attribute} src="http://localhost:${port}/"></iframe></body></html>`;

/** Serves the page, and pages that frame it: `/framed?allow-scripts+allow-modals`. */
function serve() {
  const files = {
    '/': ['text/html', page],
    '/watch.js': ['text/javascript', watch],
    '/cdn.js': [
      'text/javascript',
      readFileSync(new URL('../../dist/cdn.js', import.meta.url), 'utf8'),
    ],
  };
  const server = createServer((request, response) => {
    const [path, query = ''] = request.url.split('?');
    const words = decodeURIComponent(query).replaceAll('+', ' ');
    const frames = {
      '/framed': () => frame(words),
      '/elsewhere': () => elsewhere(`allow="${words}"`, server.address().port),
      '/barred': () => elsewhere(`sandbox="${words}"`, server.address().port),
    };
    const [type, body] = frames[path]
      ? ['text/html', frames[path]()]
      : path === '/ruled' || path === '/held'
        ? files['/']
        : (files[path] ?? []);
    response.writeHead(body === undefined ? 204 : 200, {
      'content-type': `${type ?? 'text/plain'}; charset=utf-8`,
      ...(frames[path] ? {} : { 'content-security-policy': path === '/held' ? words : POLICY }),
      ...(path === '/ruled' ? { 'permissions-policy': words } : {}),
    });
    response.end(body);
  });
  return new Promise((done) => server.listen(0, '127.0.0.1', () => done(server)));
}

let browser;
let server;

/** Opens a page and hands over the frame with the tile, once it is ready. */
async function open(path) {
  const tab = await browser.newPage();
  const printed = [];
  tab.on('console', (message) => printed.push(`${message.type()}: ${message.text()}`));
  tab.on('pageerror', (error) => printed.push(`uncaught: ${error.message}`));
  await tab.goto(`http://127.0.0.1:${server.address().port}${path}`, { waitUntil: 'load' });
  const view = tab.frames().at(-1);
  await view.waitForSelector('nps-gauge:state(ready)');
  return { tab, view, printed };
}

async function items(view) {
  await view.locator('.menu').click();
  await view.waitForSelector('.pop');
  return view.locator('.pop [data-id]').evaluateAll((all) => all.map((item) => item.dataset.id));
}

describe('the menu of the built file', () => {
  before(async () => {
    browser = await chromium.launch({ executablePath: await ensureBrowser(), args: browserFlags });
    server = await serve();
  });
  after(async () => {
    await browser?.close();
    server?.close();
  });

  it('works and saves under a policy that forbids images, with no violation or message', async () => {
    const { tab, view, printed } = await open('/');
    for (const [item, name, start] of [
      ['png', 'net-promoter-score.png', '\u0089PNG'],
      ['svg', 'net-promoter-score.svg', '<svg'],
      ['csv', 'net-promoter-score.csv', '\u00ef\u00bb\u00bfSegment'],
    ]) {
      await items(view);
      const [download] = await Promise.all([
        tab.waitForEvent('download'),
        view.locator(`.pop [data-id=${item}]`).click(),
      ]);
      assert.equal(download.suggestedFilename(), name);
      assert.equal(readFileSync(await download.path(), 'latin1').slice(0, start.length), start);
    }
    await items(view);
    await view.locator('.pop [data-id=formula]').click();
    assert.match(await view.locator('.pop').innerText(), /\(431 − 118\) \/ 721 × 100 = \+43\.4/);
    await view.locator('.pop .close').click();
    await view.locator('.menu').press('t');
    await view.waitForSelector('.view');
    await view.locator('.menu').press('t');
    await view.waitForSelector('.hit');
    await items(view);
    await view.locator('.pop [data-id=print]').click();
    await view.waitForSelector('.pop', { state: 'detached' });
    assert.deepEqual(await view.evaluate(() => window.seen), []);
    assert.deepEqual(printed, []);
    await tab.close();
  });

  it('fills the screen with the tile, says so, and gives it back', async () => {
    const { tab, view, printed } = await open('/');
    const filled = () => view.evaluate(() => document.fullscreenElement?.localName ?? null);
    const choose = async (isFull) => {
      await items(view);
      const item = view.locator('.pop [data-id=full-screen]');
      assert.equal(await item.getAttribute('aria-checked'), String(isFull));
      const changed = view.evaluate(
        () =>
          new Promise((done) =>
            document.addEventListener('fullscreenchange', () => done(), { once: true }),
          ),
      );
      await item.click();
      await changed;
    };
    await choose(false);
    assert.equal(await filled(), 'nps-gauge');
    await choose(true);
    assert.equal(await filled(), null);
    assert.deepEqual(printed, []);
    await tab.close();
  });

  it('prints the tile alone, in light colours', async () => {
    const { tab, view } = await open('/');
    await view.evaluate(() => {
      window.print = () => dispatchEvent(new Event('asked'));
      document.querySelector('nps-gauge').setAttribute('theme', 'dark');
    });
    const asked = view.evaluate(
      () => new Promise((done) => addEventListener('asked', () => done())),
    );
    await items(view);
    await view.locator('.pop [data-id=print]').click();
    await asked;
    await tab.emulateMedia({ media: 'print' });
    assert.deepEqual(
      await view.evaluate(() =>
        [...document.body.children].map((node) => [
          node.localName,
          getComputedStyle(node).visibility === 'visible',
        ]),
      ),
      [
        ['nps-gauge', false],
        ['div', true],
      ],
    );
    await tab.close();
  });

  for (const [sandbox, gone, kept] of [
    ['allow-scripts', ['png', 'svg', 'csv', 'print', 'full-screen'], ['table', 'formula']],
    ['allow-scripts allow-same-origin', ['png', 'svg', 'csv', 'print'], ['table', 'formula']],
    ['allow-scripts allow-same-origin allow-downloads', ['print'], ['png', 'svg', 'csv']],
    ['allow-scripts allow-same-origin allow-modals', ['png', 'csv'], ['print']],
  ])
    it(`does not offer what a sandbox forbids: ${sandbox}`, async () => {
      const { tab, view } = await open(`/framed?${sandbox.replaceAll(' ', '+')}`);
      const ids = await items(view);
      for (const id of gone) assert.ok(!ids.includes(id), `${id} is offered`);
      for (const id of kept) assert.ok(ids.includes(id), `${id} is not offered`);
      await tab.close();
    });

  const leaves = ['png', 'svg', 'csv', 'print'];
  for (const [title, path] of [
    ['around it, on a page of another site', '/barred?allow-scripts+allow-same-origin'],
    ['made by a header', '/held?sandbox+allow-scripts+allow-same-origin'],
  ])
    it(`offers nothing that a sandbox may forbid whose flags cannot be read: ${title}`, async () => {
      const { tab, view, printed } = await open(path);
      const ids = await items(view);
      for (const id of leaves) assert.ok(!ids.includes(id), `${id} is offered`);
      assert.ok(ids.includes('table'));
      // Chromium's own word on a sandbox that is made so.
      const ours = printed.filter((text) => !text.includes('can escape its sandboxing'));
      assert.deepEqual(ours, []);
      await tab.close();
    });

  const full = ['full-screen'];
  const copies = ['copy-value', 'copy-image'];
  for (const [title, path, gone, kept] of [
    [
      'the page itself, by a header',
      '/ruled?fullscreen=(),clipboard-write=()',
      [...full, ...copies],
      ['png'],
    ],
    ['full screen alone', '/ruled?fullscreen=()', full, [...copies, 'svg']],
    ['a frame of another site that allows nothing', '/elsewhere?', [...full, ...copies], ['csv']],
    ['a frame that allows the clipboard', '/elsewhere?clipboard-write', full, copies],
    ['a frame that allows full screen', '/elsewhere?fullscreen', copies, full],
  ])
    it(`does not offer what a permissions policy forbids: ${title}`, async () => {
      const { tab, view, printed } = await open(path);
      const ids = await items(view);
      for (const id of gone) assert.ok(!ids.includes(id), `${id} is offered`);
      for (const id of kept) assert.ok(ids.includes(id), `${id} is not offered`);
      assert.deepEqual(printed, []);
      await tab.close();
    });
});
