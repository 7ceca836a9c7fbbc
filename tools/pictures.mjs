// `npm run pictures`: takes the pictures of all stories anew into test/pictures; look at them before
// they are committed. A word after it takes only pictures with that in their name. The functions
// serve the test that compares.
import { createServer } from 'node:http';
import { mkdirSync, readdirSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { chromium } from 'playwright-core';
import { build } from 'vite';
import { browserFlags, ensureBrowser } from './browser.mjs';
import { decodePng, encodePng } from './png.mjs';

const root = fileURLToPath(new URL('..', import.meta.url));
export const folder = join(root, 'test/pictures');

/** How many tiles stand side by side at each width, so that a picture is about 1500 pixels wide. */
const COLUMNS = { 160: 8, 240: 6, 320: 4, 480: 3, 768: 2, 1200: 1 };
const LOOKS = {
  '': {},
  dark: { theme: 'dark' },
  'forced-colours': { forcedColors: 'active' },
  id: { lang: 'id' },
  rtl: { dir: 'rtl' },
};

/** What the clock says in every picture; the stories' last month is then not yet over. */
const NOW = new Date('2026-11-21T10:00:00+07:00');

/** Each element at six widths, and in four more looks at one of them. */
const views = [
  ...Object.keys(COLUMNS).map((width) => ({ width: Number(width), look: '' })),
  ...Object.keys(LOOKS)
    .filter(Boolean)
    .map((look) => ({ width: 320, look })),
];

export const elements = readdirSync(join(root, 'stories'))
  .filter((file) => file.endsWith('.stories.ts'))
  .map((file) => file.slice(0, -'.stories.ts'.length));

/**
 * Drawing over a part of what is drawn already leaves its soft edges a shade off, depending on which
 * part was drawn first; so each tile of the screen is drawn whole.
 */
const rasterFlags = ['--font-render-hinting=none', '--disable-partial-raster'];

/** The pictures of an element, in the order in which they are soonest taken. */
export const picturesOf = (element) =>
  views.map(({ width, look }) => ({
    element,
    width,
    look,
    name: `${element}-${width}${look && `-${look}`}`,
  }));

/** Builds the gallery into memory and serves it on a free port. */
async function serveGallery() {
  const { output } = await build({
    configFile: false,
    root: join(root, 'demo'),
    // Nothing is written there, but a folder outside keeps Vite from warning about its own.
    cacheDir: join(tmpdir(), 'metrik-pictures'),
    logLevel: 'error',
    resolve: { conditions: ['module', 'browser', 'production'] },
    build: {
      write: false,
      minify: false,
      rollupOptions: { input: join(root, 'demo/gallery.html') },
    },
  });
  const files = new Map(output.map((file) => [`/${file.fileName}`, file.code ?? file.source]));
  const types = { html: 'text/html', js: 'text/javascript', css: 'text/css' };
  const server = createServer((request, response) => {
    const [path] = request.url.split('?');
    const body = files.get(path);
    const type = types[path.split('.').pop()] ?? 'application/octet-stream';
    response.writeHead(body === undefined ? 204 : 200, { 'content-type': type });
    response.end(body);
  });
  await new Promise((done) => server.listen(0, '127.0.0.1', done));
  return server;
}

/**
 * Gives the tiles their width; resolves once none is loading (but those that never stop) or still
 * asleep, and nothing has changed for a while. Sleeping tiles are painted apart, on whole pixels,
 * so a picture taken while they wake differs from one taken later.
 */
async function settled({ width, theme }) {
  document.documentElement.style.colorScheme = theme;
  for (const section of document.querySelectorAll('section')) {
    section.style.width = `${width}px`;
    // Every picture is of one width and one theme. A table keeps the height that its picture had
    // when it was opened, which is before or after the width is set: it is not the same twice.
    if (/· (Narrow|Dark|TableView)$/.test(section.querySelector('h2').textContent))
      section.remove();
  }
  await document.fonts.ready;
  let before = '';
  for (let same = 0, tries = 0; same < 2; tries += 1) {
    if (tries > 300) throw new Error('stories do not come to rest');
    await new Promise((done) => setTimeout(done, 80));
    await new Promise((done) =>
      requestAnimationFrame(() => requestIdleCallback(done, { timeout: 500 })),
    );
    for (const { shadowRoot } of document.querySelectorAll('section *'))
      if (shadowRoot && !shadowRoot.adoptedStyleSheets.includes(window.solid))
        shadowRoot.adoptedStyleSheets.push(window.solid);
    const { isBusy, seen } = window.look();
    same = !isBusy && seen === before ? same + 1 : 0;
    before = seen;
  }
  return window.look();
}

/** Runs in the page: what its tiles show now, and where each story stands. */
function look() {
  let isBusy = false;
  const stories = [...document.querySelectorAll('section')].map((section) => {
    const story = section.querySelector('h2').textContent.split(' · ')[1];
    const tiles = [...section.querySelectorAll('*')].filter((node) => node.shadowRoot);
    isBusy ||=
      !tiles.length ||
      tiles.some(
        (tile) =>
          tile.matches(':state(asleep)') ||
          (tile.matches(':state(loading)') && story !== 'Loading'),
      );
    const { left, top, right, bottom } = section.getBoundingClientRect();
    const shows = tiles.map(({ offsetHeight, shadowRoot }) => [
      offsetHeight,
      shadowRoot.querySelectorAll('*').length,
      shadowRoot.textContent,
    ]);
    return { story, left, top, right, bottom, shows: `${shows}` };
  });
  isBusy ||= !stories.length || document.fonts.status !== 'loaded';
  return { isBusy, stories, seen: JSON.stringify(stories) };
}

/** What decides how text looks here: where it differs, so do all pictures. */
async function fingerprintOf(browser) {
  const page = await browser.newPage();
  const widths = await page.evaluate(() => {
    const brush = document.createElement('canvas').getContext('2d');
    return ['400 12px', '500 14px', '650 15px', '750 44px'].map((font) => {
      brush.font = `${font} system-ui, sans-serif`;
      return Number(brush.measureText('Net Promoter Score +43,4 −12 ≤ 6:00 صافي').width.toFixed(2));
    });
  });
  await page.close();
  return { browser: Number(browser.version().split('.')[0]), system: process.platform, widths };
}

/** A browser and the gallery; `take` gives a picture as `{width, height, pixels, stories}`. */
export async function openGallery() {
  const [server, browser] = await Promise.all([
    serveGallery(),
    ensureBrowser().then((executablePath) =>
      chromium.launch({ executablePath, args: [...browserFlags, ...rasterFlags] }),
    ),
  ]);
  const close = async () => {
    await browser.close();
    server.close();
  };
  /** The last page of each element: one page serves all looks that need no new one. */
  const pages = new Map();
  async function pageOf(element, query) {
    const search = `${new URLSearchParams({ only: element, ...query })}`;
    const last = pages.get(element);
    if (last?.search === search) return last;
    await last?.page.close();
    const page = await browser.newPage({
      timezoneId: 'Asia/Jakarta',
      locale: 'en-US',
      reducedMotion: 'reduce',
    });
    const printed = [];
    page.on('console', (message) => printed.push(message.text()));
    page.on('pageerror', (error) => printed.push(error.message));
    await page.clock.setFixedTime(NOW);
    await page.addInitScript(`window.look = ${look};`);
    // Where the dots of a line begin differs from run to run.
    await page.addInitScript(() => {
      window.solid = new CSSStyleSheet();
      window.solid.replaceSync('* { text-decoration-style: solid !important }');
    });
    // An endpoint that never answers goes on loading, however long the pictures take.
    await page.addInitScript(() => {
      const { setTimeout } = window;
      window.setTimeout = (run, wait, ...more) =>
        wait >= 5000 ? 0 : setTimeout(run, wait, ...more);
    });
    await page.goto(`http://127.0.0.1:${server.address().port}/gallery.html?${search}`);
    const now = { page, printed, search };
    pages.set(element, now);
    return now;
  }

  /** Lets the page of an element go, so that the next picture is taken on a new one. */
  async function forget(element) {
    await pages.get(element)?.page.close();
    pages.delete(element);
  }

  async function take({ element, width, look }) {
    const { forcedColors = 'none', theme = 'light', ...query } = LOOKS[look];
    const last = pages.get(element);
    const now = await pageOf(element, query);
    const { page, printed } = now;
    // A message has the room of what was seen before it, which differs from run to run, until its
    // width changes.
    if (now !== last) await page.evaluate(settled, { width: width + 1, theme });
    const wide = COLUMNS[width] * (width + 16) + 8;
    await page.setViewportSize({ width: wide, height: 9_000 });
    await page.emulateMedia({ forcedColors });
    for (;;) {
      const { stories, seen } = await page.evaluate(settled, { width, theme });
      const height = Math.ceil(Math.max(...stories.map(({ bottom }) => bottom))) + 12;
      const clip = { x: 0, y: 0, width: wide, height };
      const file = await page.screenshot({ clip, animations: 'disabled', caret: 'hide' });
      const after = await page.evaluate(() => window.look());
      if (printed.length) throw new Error(`the page printed: ${printed.join('; ')}`);
      // A machine with much else to do may draw a tile again after it seemed to be at rest.
      if (!after.isBusy && after.seen === seen) return { ...decodePng(file), stories };
    }
  }
  return { take, forget, close, fingerprint: await fingerprintOf(browser) };
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const [, , part = ''] = process.argv;
  const gallery = await openGallery();
  mkdirSync(folder, { recursive: true });
  try {
    let bytes = 0;
    const left = [...elements];
    const takeAll = async () => {
      for (let element = left.shift(); element; element = left.shift()) {
        for (const picture of picturesOf(element).filter(({ name }) => name.includes(part))) {
          const file = encodePng(await gallery.take(picture));
          writeFileSync(join(folder, `${picture.name}.png`), file);
          bytes += file.length;
          console.log(`${picture.name}.png ${(file.length / 1024).toFixed(0)} KiB`);
        }
      }
    };
    await Promise.all([takeAll(), takeAll()]);
    if (!part) {
      writeFileSync(
        join(folder, 'fingerprint.json'),
        `${JSON.stringify(gallery.fingerprint, null, 2)}\n`,
      );
    }
    console.log(`${(bytes / 1024 / 1024).toFixed(2)} MiB; look at them before you commit`);
  } finally {
    await gallery.close();
  }
}
