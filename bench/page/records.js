// One text to NPS by month and channel. Runs in a page, and in Node: `entry.js <subject> <folder>`.
import { Tabulation, metricById, tabulate } from '../../src/metrics.ts';
import { csv } from '../../src/data/readers/csv.ts';
import { ndjson } from '../../src/data/readers/ndjson.ts';

const plan = { metric: 'nps', by: 'channel', interval: 'month', timeZone: 'Asia/Jakarta' };
const form = { parse: 'json' };

/** As the data layer reads a long text: in pieces, nothing kept but the sums. */
function read(reader, text) {
  const piece = 2 ** 16;
  const reading = reader.open();
  const fold = new Tabulation({ ...plan, metric: metricById(plan.metric) });
  for (let at = 0; at < text.length; at += piece)
    fold.add(reading.push(text.slice(at, at + piece)));
  fold.add(reading.end());
  return fold.cells();
}

const subjects = {
  parse: (text) => void JSON.parse(text),
  json: (text) => tabulate(JSON.parse(text), plan),
  csv: (text) => read(csv, text),
  ndjson: (text) => read(ndjson, text),
};

function time(name, text) {
  const start = performance.now();
  const cells = subjects[name](text);
  const ms = performance.now() - start;
  return { ms, answer: cells ? digest(cells) : null };
}

/** The same for the same answer. */
function digest(cells) {
  return cells
    .map(({ segment, period, result }) => `${period} ${segment} ${result.value} ${result.n}`)
    .sort()
    .reduce((sum, line) => {
      for (let i = 0; i < line.length; i++) sum = (Math.imul(sum, 31) + line.charCodeAt(i)) | 0;
      return sum;
    }, cells.length);
}

let text;

export const bench = {
  async load(name) {
    text = await (await fetch(`/rows.${form[name] ?? name}`)).text();
  },
  run: (name) => time(name, text),
};

if (!globalThis.window) {
  const { readFileSync } = await import('node:fs');
  const [name, folder] = process.argv.slice(2);
  const file = readFileSync(`${folder}/rows.${form[name] ?? name}`, 'utf8');
  console.log(JSON.stringify(time(name, file)));
}
