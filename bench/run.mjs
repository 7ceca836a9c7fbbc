// `npm run bench`: what Metrik costs, beside what it is compared with, in one run.
//
//   npm run bench                              everything, 5 rounds
//   npm run bench -- --only=tiles,long         some groups: tiles long records stream
//   npm run bench -- --only=tiles/nps-gauge    one subject, and what it is compared with
//   npm run bench -- --runs=3 --sizes=100      fewer rounds, only pages of 100 tiles
//   npm run bench -- --records=200000          smaller lists of raw records
//   npm run bench -- --megabytes=50            a shorter stream
//
// How it measures. Rounds are outermost and the order is shuffled in each, so that drift of the
// machine hits everything alike; one sample is one fresh tab (or Node process) with cold caches.
// Data and cells are made before the clock. A task's time is the main thread's TaskDuration by CDP:
// script, style, layout and paint records, by the thread's own CPU clock. Heap is what is left after
// two garbage collections. Figures still drift on a shared machine: read the ratios, and the load.
//
// The table goes to the terminal, every sample to bench/out/bench.json.
import { mkdirSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { root } from '../tools/entries.mjs';
import { Lab } from './lab.mjs';
import { shuffle, summary } from './figures.mjs';
import { tiles } from './cases/tiles.mjs';
import { long } from './cases/long.mjs';
import { records } from './cases/records.mjs';
import { stream } from './cases/stream.mjs';

const text = { type: 'string' };
const { values: options } = parseArgs({
  options: { only: text, runs: text, sizes: text, records: text, megabytes: text },
});
const runs = Number(options.runs ?? 5);
const only = options.only?.split(',');
const wanted = (group, subject) =>
  !only || only.some((name) => name === group || name === `${group}/${subject}`);

/** Each group makes its samples (name, subject, run) and prints its own table. */
const groups = Object.entries({ tiles, long, records, stream }).filter(
  ([name]) => !only || only.some((one) => one.split('/')[0] === name),
);
const out = join(root, 'bench/out');
mkdirSync(out, { recursive: true });
const lab = await new Lab(out).start();
const loads = [os.loadavg()[0]];
const raw = {};

try {
  for (const [name, make] of groups) {
    const group = await make(lab, { ...options, wanted: (subject) => wanted(name, subject) });
    const samples = new Map(group.cases.map(({ id }) => [id, []]));
    for (let round = 1; round <= runs; round++) {
      for (const { id, run } of shuffle(group.cases)) {
        try {
          samples.get(id).push(await run());
        } catch (error) {
          console.error(`${name}/${id}: ${String(error.message).split('\n')[0]}`);
        }
      }
      loads.push(os.loadavg()[0]);
      process.stderr.write(`${name}: round ${round} of ${runs}\n`);
    }
    raw[name] = Object.fromEntries(samples);
    console.log(`\n${group.title}`);
    console.log(group.table(summaries(raw[name])));
  }
} finally {
  await lab.stop();
}

/** Case -> figure -> its median, range and number of samples. */
function summaries(cases) {
  const of = (list) =>
    Object.fromEntries(
      Object.keys(list[0] ?? {}).map((key) => [key, summary(list.map((one) => one[key]))]),
    );
  return Object.fromEntries(
    Object.entries(cases)
      .filter(([, list]) => list.length)
      .map(([id, list]) => [id, of(list)]),
  );
}

const machine = {
  cpu: os.cpus()[0]?.model ?? 'unknown',
  cores: os.cpus().length,
  node: process.version,
  browser: lab.version,
  load: summary(loads),
};
const { min, median, max } = machine.load;
console.log(
  `\n${machine.cores} × ${machine.cpu}, Node ${machine.node}, Chromium ${machine.browser}; ` +
    `load ${min.toFixed(1)} to ${max.toFixed(1)}, median ${median.toFixed(1)}` +
    (median > machine.cores ? ': the machine was busy, so mind the ranges' : ''),
);
writeFileSync(
  join(out, 'bench.json'),
  JSON.stringify({ at: new Date().toISOString(), runs, machine, samples: raw }, null, 1),
);
