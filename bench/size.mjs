// Prints what a page loads, minified and gzipped, beside what is promised; fails over the one limit.
// `--parts` adds what each source file and package weighs on its own, in the first four or in the
// elements named after it: `npm run size -- --parts nps-gauge`.
// "first" is what is loaded at once, "all" adds what is loaded when it is first used: other metrics,
// the contracts of structured input, fetching, exports, the menu, drafts (docs/decisions/first-load.md).
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { bundleAlone, bundleClassic, bundleFirst, entryCode } from '../tools/bundle.mjs';
import { minifySync } from 'rolldown/utils';
import { root, tags } from '../tools/entries.mjs';

const KIB = 1024;
// As in src/define.ts: what comes together in a file is compressed together.
const FOUR = ['trend-line', 'kpi-target-table', 'csat-card', 'nps-gauge'];
const gzip = (code) => gzipSync(code, { level: 9 }).length;

/** Size of the entry with what it imports statically, and of everything it may load. */
async function sizes(code) {
  const chunks = await bundleAlone(code);
  const byName = new Map(chunks.map((chunk) => [chunk.fileName, chunk]));
  const first = new Set();
  const visit = (name) => {
    if (first.has(name) || !byName.has(name)) return;
    first.add(name);
    byName.get(name).imports.forEach(visit);
  };
  visit('entry.js');
  const sum = (names) => [...names].reduce((bytes, name) => bytes + gzip(byName.get(name).code), 0);
  return { first: sum(first), all: sum(byName.keys()) };
}

const known = tags();
const rows = [];
const row = (name, bytes, promise, limit) => rows.push({ name, ...bytes, promise, limit });

const present = FOUR.filter((tag) => known.includes(tag));
if (present.length) {
  const one = async (...used) => {
    const first = gzip(await bundleFirst(entryCode(present), used));
    return { first, all: gzip((await bundleClassic(present, false)).code) };
  };
  const used = ['data/feed', 'metrics/target'];
  row('… and targets, ready KPI rows', await one(...used, 'elements/kpi-rows'), 40, 50);
  row('… and targets, in Indonesian', await one(...used, 'text/id'), 40, 50);
  row('the first four, modules', await sizes(entryCode(present)), 40);
}
for (const tag of known) {
  row(tag, await sizes(entryCode([tag])), tag === 'nps-gauge' ? 20 : undefined);
}
if (known.length) {
  const classic = gzip((await bundleClassic()).code);
  row(`cdn.js, all ${known.length}`, { first: classic, all: classic }, 72);
}
const metrics = join(root, 'src/metrics.ts');
if (existsSync(metrics)) {
  row('metrics.js', await sizes(`export * from ${JSON.stringify(metrics)};`));
}

const kib = (bytes) => (bytes / KIB).toFixed(1).padStart(6);
console.log('KiB min+gzip                               first    all  promise');
let over = 0;
for (const { name, first, all, promise, limit } of rows) {
  over += first > limit * KIB ? 1 : 0;
  const verdict =
    first > limit * KIB ? `over the limit of ${limit}` : first > promise * KIB ? 'over' : '';
  console.log(
    `${name.padEnd(40)} ${kib(first)} ${kib(all)} ${String(promise ?? '').padStart(8)}  ${verdict}`.trimEnd(),
  );
}
process.exitCode = over ? 1 : 0;

const asked = process.argv.indexOf('--parts');
if (asked > 0) {
  const named = process.argv.slice(asked + 1);
  const parts = {};
  for (const { modules } of await bundleAlone(entryCode(named.length ? named : present))) {
    for (const [id, { code }] of Object.entries(modules)) {
      const name =
        id.match(/.*node_modules\/((?:@[^/]+\/)?[^/]+)/)?.[1] ?? id.slice(root.length + 1);
      parts[name] = (parts[name] ?? 0) + gzip(minifySync('part.js', code ?? '').code);
    }
  }
  for (const [name, bytes] of Object.entries(parts).sort((a, b) => b[1] - a[1])) {
    console.log(kib(bytes), name);
  }
}
