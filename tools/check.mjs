// `npm run check`: everything that must hold before a change lands. With `--after FILE` the tests have
// run already and FILE is what they printed: they are counted, not run again.
import { readFileSync } from 'node:fs';
import { countLine, countOf, runNode } from './run.mjs';

const CLI = {
  eslint: 'node_modules/eslint/bin/eslint.js',
  prettier: 'node_modules/prettier/bin/prettier.cjs',
  tsc: 'node_modules/typescript/bin/tsc6',
  storybook: 'node_modules/storybook/dist/bin/dispatcher.js',
  publint: 'node_modules/publint/src/cli.js',
};

const steps = {
  lint: [CLI.eslint, '.'],
  format: [CLI.prettier, '--check', '--log-level', 'warn', '.'],
  types: [CLI.tsc, '-p', '.'],
  test: ['tools/test.mjs'],
  build: ['tools/build.mjs'],
  package: [CLI.publint, '--strict'],
  declarations: [CLI.tsc, '-p', 'test/package'],
  manifest: ['tools/manifest.mjs', '--check'],
  docs: ['tools/metrics-doc.mjs', '--check'],
  size: ['bench/size.mjs'],
  storybook: [CLI.storybook, 'build', '--quiet', '--loglevel', 'warn', '-o', 'storybook-static'],
};
const total = { passed: 0, failed: 0, skipped: 0 };
const failed = [];

const after = process.argv.indexOf('--after');
if (after > 0) {
  delete steps.test;
  Object.assign(total, countOf(readFileSync(process.argv[after + 1], 'utf8')) ?? { failed: 1 });
  if (total.failed) failed.push('test');
}

for (const [name, args] of Object.entries(steps)) {
  console.log(`\n== ${name}`);
  const start = Date.now();
  const { status, output } = await runNode(args, {
    STORYBOOK_DISABLE_TELEMETRY: '1',
  });
  const count = name === 'test' ? countOf(output) : undefined;
  for (const key in total) total[key] += count?.[key] ?? 0;
  if (!count) total[status ? 'failed' : 'passed'] += 1;
  if (status) failed.push(name);
  console.log(
    `== ${name}: ${status ? 'failed' : 'passed'} in ${((Date.now() - start) / 1000).toFixed(1)} s`,
  );
}
if (failed.length) console.log(`\nfailed: ${failed.join(', ')}`);
console.log(countLine(total));
process.exitCode = failed.length ? 1 : 0;
