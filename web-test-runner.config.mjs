import { existsSync, readFileSync, readdirSync, statSync } from 'node:fs';
import { extname, join, normalize, resolve, sep } from 'node:path';
import { fileURLToPath } from 'node:url';
import { defaultReporter } from '@web/test-runner';
import { chromeLauncher } from '@web/test-runner-chrome';
import { esbuildPlugin } from '@web/dev-server-esbuild';
import { browserFlags, ensureBrowser } from './tools/browser.mjs';
import { countReporter } from './tools/count-reporter.mjs';

const root = fileURLToPath(new URL('.', import.meta.url));
const shared = resolve(root, '../shared');
const hasShared = existsSync(join(shared, 'README.md'));

/** Named to the page, since a test in a browser cannot list a folder. */
const storyFolder = join(root, 'stories');
const stories = existsSync(storyFolder)
  ? readdirSync(storyFolder).filter((file) => file.endsWith('.stories.ts'))
  : [];

const TYPES = { '.json': 'json', '.csv': 'text/csv', '.tsv': 'text/tab-separated-values' };

/** Serves ../shared at /shared/; where it is absent, 404. */
async function serveShared(context, next) {
  if (!context.path.startsWith('/shared/')) return next();
  const path = normalize(join(shared, decodeURIComponent(context.path.slice('/shared/'.length))));
  if (!path.startsWith(shared + sep) || !existsSync(path) || !statSync(path).isFile()) {
    context.status = 404;
    return;
  }
  context.body = readFileSync(path);
  context.type = TYPES[extname(path)] ?? 'text/plain';
}

/** Imports the guard ahead of everything else in a test file, on its first line to keep line numbers. */
const guard = {
  name: 'guard',
  transform(context) {
    if (!/\.test\.ts$/.test(context.path)) return;
    return { body: `import '/test/support/guard.ts';${context.body}` };
  },
};

/** `executeServerCommand('forced-colors', 'active')`, which the runner's own command cannot. */
const forcedColors = {
  name: 'forced-colors',
  async executeCommand({ command, payload, session }) {
    if (command !== 'forced-colors') return undefined;
    const cdp = await session.browser.getPage(session.id).createCDPSession();
    const features = [{ name: 'forced-colors', value: payload }];
    await cdp.send('Emulation.setEmulatedMedia', { features });
    return true;
  },
};

const serverPlugin = join(root, 'test/server/plugin.mjs');
const server = existsSync(serverPlugin) ? [(await import(serverPlugin)).default].flat() : [];

export default {
  rootDir: root,
  files: 'test/**/*.test.ts',
  concurrency: 2,
  // The production condition keeps Lit's development build, and its console warning, out.
  nodeResolve: { exportConditions: ['production', 'default'] },
  browsers: [
    chromeLauncher({
      launchOptions: {
        executablePath: await ensureBrowser(),
        args: browserFlags,
        env: { ...process.env, TZ: 'Asia/Jakarta', LANGUAGE: 'en' },
      },
      // A window for each page: in one window all but one are hidden, and draw no frames.
      createPage: async ({ browser }) => (await browser.createBrowserContext()).newPage(),
    }),
  ],
  plugins: [
    guard,
    forcedColors,
    esbuildPlugin({ ts: true, target: 'es2022', tsconfig: join(root, 'tsconfig.json') }),
    ...server.map((plugin) => (typeof plugin === 'function' ? plugin() : plugin)),
  ],
  middleware: [serveShared],
  staticLogging: !process.stdout.isTTY,
  testFramework: { config: { timeout: 10_000 } },
  browserStartTimeout: 60_000,
  testsStartTimeout: 60_000,
  testsFinishTimeout: 240_000,
  reporters: [
    defaultReporter({ reportTestResults: true, reportTestProgress: false }),
    countReporter(),
  ],
  testRunnerHtml: (framework) => `<!doctype html>
<html lang="en">
  <head>
    <meta charset="utf-8" />
    <meta name="viewport" content="width=device-width, initial-scale=1" />
    <title>Metrik tests</title>
    <script>window.metrikTests = ${JSON.stringify({ shared: hasShared, stories })};</script>
  </head>
  <body>
    <script type="module" src="${framework}"></script>
  </body>
</html>`,
};
