// A browser, a loopback server that holds the bundles, and one fresh tab for each sample.
import { createServer } from 'node:http';
import { join } from 'node:path';
import { chromium } from 'playwright-core';
import { bundleAlone } from '../tools/bundle.mjs';
import { browserFlags, ensureBrowser } from '../tools/browser.mjs';
import { root } from '../tools/entries.mjs';

/** Milliseconds after which a sample is given up. */
const patience = 180_000;

// Cross-origin isolation gives the page its finest clock; no-store keeps code caches cold.
const headers = {
  'cross-origin-opener-policy': 'same-origin',
  'cross-origin-embedder-policy': 'require-corp',
  'cache-control': 'no-store',
};
const style = `body { margin: 0; font: 14px sans-serif; background: #f4f6f8 }
#root { display: flex; flex-wrap: wrap }
.cell { position: relative; overflow: hidden; contain: strict }`;

/** By name, not for its effects: package.json says that modules such as this one have none. */
const entryOf = (name) =>
  `import { bench } from ${JSON.stringify(join(root, `bench/page/${name}.js`))};\nglobalThis.bench = bench;`;

export class Lab {
  #files = new Map();
  #answers = new Map();

  constructor(out) {
    this.out = out;
  }

  async start() {
    const server = createServer((request, response) => this.#serve(request, response));
    await new Promise((done) => server.listen(0, '127.0.0.1', done));
    this.server = server;
    this.url = `http://127.0.0.1:${server.address().port}`;
    this.browser = await chromium.launch({
      executablePath: await ensureBrowser(),
      args: [...browserFlags, '--enable-precise-memory-info'],
    });
    this.version = this.browser.version();
    return this;
  }

  async stop() {
    await this.browser.close();
    this.server.closeAllConnections();
    this.server.close();
  }

  /** Bundles bench/page/<name>.js under /<name>/, as a page would get it: minified, in chunks. */
  async bundle(name) {
    const chunks = await bundleAlone(entryOf(name));
    for (const { fileName, code } of chunks)
      this.file(`/${name}/${fileName}`, 'text/javascript', code);
    return chunks;
  }

  file(path, type, body) {
    this.#files.set(path, { type, body });
  }

  /** A path that answers by itself. */
  answer(path, handler) {
    this.#answers.set(path, handler);
  }

  #serve({ url }, response) {
    const { pathname, searchParams } = new URL(url, this.url);
    const answer = this.#answers.get(pathname);
    if (answer) return answer(response, headers);
    if (pathname === '/page') {
      const links = [...searchParams.getAll('css')].map(
        (path) => `<link rel=stylesheet href=${path}>`,
      );
      response.writeHead(200, { ...headers, 'content-type': 'text/html; charset=utf-8' });
      return response.end(
        `<!doctype html><html lang="en"><meta charset="utf-8"><link rel="icon" href="data:,">` +
          `<style>${style}</style>${links.join('')}<div id="root"></div>` +
          `<script type="module" src="/${searchParams.get('bundle')}/entry.js"></script>`,
      );
    }
    const file = this.#files.get(pathname);
    response.writeHead(file ? 200 : 404, {
      ...headers,
      'content-type': file?.type ?? 'text/plain',
    });
    response.end(file?.body);
  }

  /** Runs `work(tab)` in a fresh tab over a bundle, and closes it. An error of the page fails the sample. */
  async sample(bundle, work, { css = [] } = {}) {
    const context = await this.browser.newContext({ viewport: { width: 1280, height: 800 } });
    let timer;
    try {
      const page = await context.newPage();
      const failed = new Promise((_, fail) => page.on('pageerror', fail));
      failed.catch(() => {});
      const links = css.map((path) => `&css=${encodeURIComponent(path)}`).join('');
      await page.goto(`${this.url}/page?bundle=${bundle}${links}`);
      await Promise.race([page.waitForFunction('window.bench'), failed]);
      const cdp = await context.newCDPSession(page);
      // The thread's own clock: other work of the machine does not count.
      await cdp.send('Performance.enable', { timeDomain: 'threadTicks' });
      await page.waitForTimeout(100);
      const late = new Promise((_, fail) => {
        timer = setTimeout(() => fail(new Error(`no end after ${patience / 1000} s`)), patience);
      });
      return await Promise.race([work(new Tab(page, cdp)), late, failed]);
    } finally {
      clearTimeout(timer);
      await context.close();
    }
  }
}

class Tab {
  constructor(page, cdp) {
    this.page = page;
    this.cdp = cdp;
  }

  /** Calls a function of the page's `bench`. */
  call(name, ...args) {
    return this.page.evaluate(([name, args]) => window.bench[name](...args), [name, args]);
  }

  async metrics() {
    const { metrics } = await this.cdp.send('Performance.getMetrics');
    return Object.fromEntries(metrics.map(({ name, value }) => [name, value]));
  }

  /** Heap in use after garbage collection, in MB, and nodes. */
  async kept() {
    for (let i = 0; i < 2; i++) await this.cdp.send('HeapProfiler.collectGarbage');
    const { JSHeapUsedSize, Nodes } = await this.metrics();
    return { heap: JSHeapUsedSize / 1e6, nodes: Nodes };
  }

  /**
   * Runs `work` and tells how long each of the main thread's tasks took meanwhile, in milliseconds:
   * by the thread's own clock, and by the clock on the wall, which also counts what else the
   * machine did.
   */
  async tasks(work) {
    const events = [];
    this.cdp.on('Tracing.dataCollected', ({ value }) => {
      for (const event of value)
        if (event.name === 'thread_name' || /RunTask$/.test(event.name)) events.push(event);
    });
    const ended = new Promise((done) => this.cdp.once('Tracing.tracingComplete', done));
    const traceConfig = { includedCategories: ['toplevel'], recordMode: 'recordContinuously' };
    await this.cdp.send('Tracing.start', { transferMode: 'ReportEvents', traceConfig });
    const value = await work();
    await this.cdp.send('Tracing.end');
    await ended;
    const threads = new Map();
    for (const { ph, pid, tid, dur = 0, tdur = 0 } of events) {
      if (ph !== 'X') continue;
      const key = `${pid} ${tid}`;
      const thread = threads.get(key) ?? { sum: 0, own: [], wall: [] };
      threads.set(key, thread);
      thread.sum += tdur;
      thread.own.push(tdur / 1000);
      thread.wall.push(dur / 1000);
    }
    const isMain = new Set(
      events
        .filter(({ name, args }) => name === 'thread_name' && args.name === 'CrRendererMain')
        .map(({ pid, tid }) => `${pid} ${tid}`),
    );
    // Of the pages that the browser holds, this one works.
    const [main] = [...threads]
      .filter(([key]) => isMain.has(key))
      .map(([, thread]) => thread)
      .sort((a, b) => b.sum - a.sum);
    return { value, ...main };
  }

  /** What a call to the page returns, and the milliseconds of the main thread's tasks meanwhile. */
  async task(name, ...args) {
    const before = await this.metrics();
    const value = await this.call(name, ...args);
    const after = await this.metrics();
    const ms = (key) => (after[key] - before[key]) * 1000;
    return {
      value,
      task: ms('TaskDuration'),
      layout: ms('LayoutDuration') + ms('RecalcStyleDuration'),
    };
  }
}
