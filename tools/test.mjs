// `npm test`: the browser tests, then those that need Node and the built file; one closing count.
// METRIK_BROWSER=firefox or webkit: the browser tests alone, in that engine.
import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { engineName } from './engines/engine.mjs';
import { root } from './entries.mjs';
import { countLine, countOf, runNode } from './run.mjs';

const total = { passed: 0, failed: 0, skipped: 0 };

function add(count, status) {
  for (const key in total) total[key] += count?.[key] ?? 0;
  // A run that ended badly without a failing test (a crash, no browser) is a failure too.
  if (status && !count?.failed) total.failed += 1;
}

const browser = await runNode(['node_modules/@web/test-runner/dist/bin.js']);
add(countOf(browser.output), browser.status);

const folder = join(root, 'test/node');
const isWhole = engineName === 'chromium' && existsSync(folder);
const files = isWhole ? readdirSync(folder).filter((file) => file.endsWith('.mjs')) : [];
if (files.length) {
  const build = await runNode(['tools/build.mjs', '--code']);
  if (build.status) add(undefined, build.status);
  const node = await runNode([
    '--test',
    '--test-reporter=spec',
    ...files.map((file) => join(folder, file)),
  ]);
  const number = (name) => +(node.output.match(new RegExp(`^\\S+ ${name} (\\d+)$`, 'm'))?.[1] ?? 0);
  const count = {
    passed: number('pass'),
    failed: number('fail') + number('cancelled'),
    skipped: number('skipped'),
  };
  add(count, node.status);
}

console.log(countLine(total));
process.exitCode = total.failed || !total.passed ? 1 : 0;
