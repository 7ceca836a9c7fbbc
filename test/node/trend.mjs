/** What only a real browser does to a trend of the built file: it prints the page. */
import assert from 'node:assert/strict';
import { createServer } from 'node:http';
import { readFileSync } from 'node:fs';
import { after, before, describe, it } from 'node:test';
import { chromium } from 'playwright-core';
import { browserFlags, ensureBrowser } from '../../tools/browser.mjs';

const page = `<!doctype html>
<html lang="en">
<head><meta charset="utf-8"><title>Trend</title><script src="/cdn.js" defer></script></head>
<body><trend-line metric="csat" time-zone="UTC" theme="dark"></trend-line></body>
</html>`;
const files = {
  '/': ['text/html', page],
  '/cdn.js': ['text/javascript', readFileSync(new URL('../../dist/cdn.js', import.meta.url))],
};

let browser;
let server;

/** The page with a value a minute, or as many as told, in a window of 1200 pixels. */
async function open(points = 20_000) {
  const tab = await browser.newPage({ viewport: { width: 1200, height: 800 } });
  tab.on('pageerror', (error) => assert.fail(error));
  await tab.goto(`http://127.0.0.1:${server.address().port}/`);
  await tab.evaluate(async (count) => {
    await customElements.whenDefined('trend-line');
    const x = Float64Array.from({ length: count }, (_, i) => Date.UTC(2026, 0, 1) + i * 60_000);
    const y = Float64Array.from(x, (_, i) => 60 + 20 * Math.sin((i / count) * 12));
    document.querySelector('trend-line').data = { x, y };
  }, points);
  await tab.waitForFunction(() => document.querySelector('trend-line').view);
  return tab;
}

before(async () => {
  browser = await chromium.launch({ executablePath: await ensureBrowser(), args: browserFlags });
  server = createServer(({ url }, response) => {
    const [type, body] = files[url] ?? [];
    response.writeHead(body ? 200 : 204, {
      'content-type': `${type ?? 'text/plain'}; charset=utf-8`,
    });
    response.end(body);
  });
  await new Promise((done) => server.listen(0, '127.0.0.1', done));
});
after(async () => {
  await browser?.close();
  server?.close();
});

describe('a trend of many points', () => {
  it('is printed as a path, light, for the width of the sheet, and is itself again', async () => {
    const tab = await open();
    await tab.evaluate(() => {
      const { shadowRoot: root } = document.querySelector('trend-line');
      window.state = () => {
        const path = root.querySelector('.path.many');
        return {
          width: Number(root.querySelector('[part=chart]').getAttribute('viewBox').split(' ')[2]),
          canvases: root.querySelectorAll('canvas').length,
          stroke: path && getComputedStyle(path).stroke,
        };
      };
      // The sheet is drawn when this event, and what was put off until after it, is over.
      matchMedia('print').addEventListener('change', async ({ matches }) => {
        for (let i = 0; i < 20; i++) await null;
        if (matches) window.sheet = window.state();
      });
    });
    await tab.pdf({ width: '700px', height: '900px', printBackground: true });
    const sheet = await tab.evaluate(() => window.sheet);
    assert.ok(sheet.width > 400 && sheet.width < 700, `${sheet.width} px wide`);
    assert.equal(sheet.canvases, 0);
    assert.equal(sheet.stroke, 'rgb(36, 88, 198)');
    await tab.waitForFunction(() => window.state().canvases === 1 && window.state().width > 1000);
    await tab.close();
  });
});
