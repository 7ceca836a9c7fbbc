/** What only a real browser does to a trend of the built file: it prints the page, and has fingers on it. */
import assert from 'node:assert/strict';
import { createServer } from 'node:http';
import { readFileSync } from 'node:fs';
import { after, before, describe, it } from 'node:test';
import { chromium } from 'playwright-core';
import { browserFlags, ensureBrowser } from '../../tools/browser.mjs';

const page = `<!doctype html>
<html lang="en">
<head><meta charset="utf-8"><title>Trend</title><script src="/cdn.js" defer></script></head>
<body style="min-height: 3000px"><trend-line metric="csat" time-zone="UTC" theme="dark"></trend-line></body>
</html>`;
const files = {
  '/': ['text/html', page],
  '/cdn.js': ['text/javascript', readFileSync(new URL('../../dist/cdn.js', import.meta.url))],
};

let browser;
let server;

/** The page with a value a minute, or as many as told, in a window of 1200 pixels. */
async function open(points = 20_000, options = {}) {
  const tab = await browser.newPage({ viewport: { width: 1200, height: 800 }, ...options });
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

describe('a trend under fingers', () => {
  let tab;
  let cdp;

  before(async () => {
    tab = await open(40, { hasTouch: true });
    cdp = await tab.context().newCDPSession(tab);
  });
  after(() => tab.close());

  /** Shows all, with the page at its top. */
  const fresh = async () => {
    await tab.evaluate(async () => {
      document.querySelector('trend-line').zoomTo(null);
      // A page that was let go scrolls on for a while.
      for (let calm = 0; calm < 20; calm = scrollY ? 0 : calm + 1) {
        scrollTo(0, 0);
        await new Promise(requestAnimationFrame);
      }
    });
    // So that no tap is the second of one in the test before.
    await tab.waitForTimeout(500);
  };
  const touch = (type, ...points) =>
    cdp.send('Input.dispatchTouchEvent', {
      type,
      touchPoints: points.map(([x, y], id) => ({ x, y, id })),
    });
  /** Fingers go down, move in ten steps, and up. */
  async function move(from, to) {
    await touch('touchStart', ...from);
    for (let step = 1; step <= 10; step++)
      await touch(
        'touchMove',
        ...from.map(([x, y], i) => [
          x + ((to[i][0] - x) * step) / 10,
          y + ((to[i][1] - y) * step) / 10,
        ]),
      );
    await touch('touchEnd');
    await tab.waitForTimeout(60);
  }
  const tap = async (x, y) => {
    await touch('touchStart', [x, y]);
    await touch('touchEnd');
  };
  /** Times at places of the page, and what else is to be seen. */
  const look = (...xs) =>
    tab.evaluate((at) => {
      const tile = document.querySelector('trend-line');
      const { shadowRoot: root, view } = tile;
      const { left } = root.querySelector('.plot').getBoundingClientRect();
      const { window, full } = view.shape;
      return {
        times: at.map((x) => (view.shape.timeAt(x - left) - full[0]) / 60_000),
        minutes: (window[1] - window[0]) / 60_000,
        scrolled: scrollY,
        reads: root.querySelectorAll('.cross').length,
        scale: visualViewport.scale,
      };
    }, xs);
  const y = 180;
  const isNear = (found, wanted, off = 0.5) =>
    assert.ok(Math.abs(found - wanted) < off, `${found}, not ${wanted}`);

  it('is read by one that taps or moves across, the page where it was', async () => {
    await fresh();
    await tap(600, y);
    await tab.waitForFunction(() =>
      document.querySelector('trend-line').shadowRoot.querySelector('.cross'),
    );
    await move([[300, y]], [[700, y]]);
    const { reads, scrolled, minutes } = await look();
    assert.deepEqual([reads, scrolled, Math.round(minutes)], [1, 0, 39]);
  });

  it('lets the page scroll under one that moves down or up', async () => {
    await fresh();
    await move([[600, y + 20]], [[604, 20]]);
    const { scrolled, minutes, reads } = await look();
    assert.ok(scrolled > 60, `${scrolled} px scrolled`);
    assert.deepEqual([Math.round(minutes), reads], [39, 0]);
  });

  it('is zoomed by two, each keeping its time, and the page is not', async () => {
    await fresh();
    const { times } = await look(500, 700);
    await move(
      [
        [500, y],
        [700, y],
      ],
      [
        [300, y],
        [900, y],
      ],
    );
    const after = await look(300, 900);
    isNear(after.times[0], times[0]);
    isNear(after.times[1], times[1]);
    assert.ok(after.minutes < 20);
    assert.deepEqual([after.scale, after.scrolled], [1, 0]);
    // Together again, closer than they began: all is in sight.
    await move(
      [
        [300, y],
        [900, y],
      ],
      [
        [560, y],
        [640, y],
      ],
    );
    assert.equal(Math.round((await look()).minutes), 39);
  });

  it('is moved by one once it was zoomed, no further than it goes, and still scrolls', async () => {
    await fresh();
    const pinch = [
      [
        [500, y],
        [700, y],
      ],
      [
        [300, y],
        [900, y],
      ],
    ];
    await move(...pinch);
    const { times, minutes } = await look(400);
    await move([[400, y]], [[600, y]]);
    const moved = await look(600);
    isNear(moved.times[0], times[0]);
    isNear(moved.minutes, minutes);
    for (let i = 0; i < 4; i++) await move([[200, y]], [[1000, y]]);
    isNear((await look()).minutes, minutes);
    assert.ok((await look(60)).times[0] < 1);
    await move([[600, y + 20]], [[604, 20]]);
    assert.ok((await look()).scrolled > 60);
  });

  it('shows all again after a double tap, or by its button', async () => {
    const zoom = [
      [
        [500, y],
        [700, y],
      ],
      [
        [300, y],
        [900, y],
      ],
    ];
    await fresh();
    await move(...zoom);
    await tap(600, y);
    await tap(603, y + 2);
    await tab.waitForTimeout(60);
    assert.equal(Math.round((await look()).minutes), 39);
    await move(...zoom);
    assert.ok((await look()).minutes < 20);
    const button = await tab.locator('trend-line .reset').boundingBox();
    assert.ok(Math.min(button.width, button.height) >= 24);
    await tap(button.x + button.width / 2, button.y + button.height / 2);
    await tab.waitForTimeout(60);
    assert.equal(Math.round((await look()).minutes), 39);
  });

  it('is left to the browser with no-zoom', async () => {
    await fresh();
    await tab.evaluate(() => document.querySelector('trend-line').setAttribute('no-zoom', ''));
    assert.equal(
      await tab.evaluate(
        () =>
          getComputedStyle(document.querySelector('trend-line').shadowRoot.querySelector('.plot'))
            .touchAction,
      ),
      'pan-y pinch-zoom',
    );
    await move(
      [
        [500, y],
        [700, y],
      ],
      [
        [300, y],
        [900, y],
      ],
    );
    assert.equal(Math.round((await look()).minutes), 39);
  });
});
