import { existsSync, readFileSync, readdirSync, statSync } from 'node:fs';
import { extname, join, normalize, resolve, sep } from 'node:path';
import { fileURLToPath } from 'node:url';
import { defaultReporter } from '@web/test-runner';
import { esbuildPlugin } from '@web/dev-server-esbuild';
import { countReporter } from './tools/count-reporter.mjs';
import { engineName, ownCommands, launcher } from './tools/engines/engine.mjs';

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

const serverPlugin = join(root, 'test/server/plugin.mjs');
const server = existsSync(serverPlugin) ? [(await import(serverPlugin)).default].flat() : [];

/** What a test or a file may take, in milliseconds; in WebKit more, which draws by software alone. */
const seconds = (count) => count * (engineName === 'webkit' ? 3000 : 1000);

export default {
  rootDir: root,
  files: 'test/**/*.test.ts',
  concurrency: 2,
  // The production condition keeps Lit's development build, and its console warning, out.
  nodeResolve: { exportConditions: ['production', 'default'] },
  browsers: [await launcher()],
  plugins: [
    guard,
    ownCommands,
    esbuildPlugin({ ts: true, target: 'es2022', tsconfig: join(root, 'tsconfig.json') }),
    ...server.map((plugin) => (typeof plugin === 'function' ? plugin() : plugin)),
  ],
  middleware: [serveShared],
  staticLogging: !process.stdout.isTTY,
  testFramework: { config: { timeout: seconds(10) } },
  browserStartTimeout: 60_000,
  testsStartTimeout: 60_000,
  testsFinishTimeout: seconds(240),
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
    <script>window.metrikTests = ${JSON.stringify({ engine: engineName, shared: hasShared, stories })};</script>
  </head>
  <body>
    <script type="module" src="${framework}"></script>
  </body>
</html>`,
};
