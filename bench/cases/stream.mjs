// Two million records of NDJSON, and as many of CSV, from a loopback server, drawn as NPS by month as
// they come, while the page is watched: rows, time, longest task, heap.
import { random } from '../page/common.js';
import { print, range, ratio } from '../figures.mjs';

const recordBytes = 100;

const long = 50;

export async function stream(lab, { megabytes = '200', wanted }) {
  const count = Math.round((Number(megabytes) * 1e6) / recordBytes);
  const block = blockOf(20_000);
  const times = Math.round(count / 20_000);
  lab.answer('/stream.ndjson', (response, headers) => {
    response.writeHead(200, { ...headers, 'content-type': 'application/x-ndjson' });
    pump(response, block.ndjson, times);
  });
  lab.answer('/stream.csv', (response, headers) => {
    response.writeHead(200, { ...headers, 'content-type': 'text/csv' });
    response.write('id,created_at,channel,score,note\n');
    pump(response, block.csv, times);
  });
  await lab.bundle('stream');
  const subjects = {
    decode: 'fetch and decode alone',
    parse: 'JSON.parse a line, nothing kept',
    ndjson: 'trend-line, NPS by month, NDJSON',
    csv: 'the same from CSV',
  };
  const isBase = (name) => name === 'decode' || name === 'parse';
  const names = Object.keys(subjects).filter((name) => isBase(name) || wanted(name));
  return {
    title:
      `A stream of ${count} records, ${megabytes} MB of NDJSON. × is beside JSON.parse of each line; ` +
      `tasks in ms by the thread's own clock, in brackets by the clock on the wall`,
    cases: names.map((id) => ({ id, run: () => lab.sample('stream', (tab) => watch(tab, id)) })),
    table: (found) =>
      print(
        [
          'read by',
          'rows',
          'task ms',
          '×',
          'wall ms',
          'longest task',
          `tasks > ${long} ms`,
          'heap peak MB',
          'heap after GC MB',
          'n',
        ],
        names.flatMap((id) => {
          const own = found[id];
          if (!own) return [];
          return [
            [
              subjects[id],
              isBase(id) ? '' : own.rows.median,
              range(own.task),
              ratio(own.task, found['parse']?.task),
              own.wall.median.toFixed(0),
              `${own.longest.max.toFixed(0)} [${own.wallLongest.max.toFixed(0)}]`,
              `${own.over.max} [${own.wallOver.max}]`,
              range(own.peak),
              range(own.kept),
              own.task.n,
            ],
          ];
        }),
      ),
  };
}

/** Records of a hundred bytes each as NDJSON, over two years; CSV needs fewer bytes for the same. */
function blockOf(count) {
  const next = random(3);
  const channels = ['web', 'email', 'phone', 'chat', 'store'];
  const csv = [];
  const lines = Array.from({ length: count }, (_, i) => {
    const time = Date.UTC(2025, 0, 1) + Math.floor(next() * 700) * 86_400_000;
    const record = {
      id: `r${i}`,
      created_at: new Date(time + 3_600_000 * Math.floor(next() * 24)).toISOString(),
      channel: channels[Math.floor(next() * 5)],
      score: Math.min(10, Math.floor(Math.sqrt(next()) * 11.5)),
      note: '',
    };
    record.note = 'x'.repeat(recordBytes - 1 - JSON.stringify(record).length);
    csv.push(`${Object.values(record).join(',')}\n`);
    return `${JSON.stringify(record)}\n`;
  });
  return { ndjson: Buffer.from(lines.join('')), csv: Buffer.from(csv.join('')) };
}

/** Writes a block over and over, as fast as it is read. */
function pump(response, block, times) {
  if (response.destroyed) return;
  if (times === 0) return response.end();
  response.write(block, () => pump(response, block, times - 1));
}

async function watch(tab, name) {
  const before = await tab.kept();
  let peak = before.heap;
  const timer = setInterval(async () => {
    const { usedSize } = await tab.cdp.send('Runtime.getHeapUsage').catch(() => ({ usedSize: 0 }));
    peak = Math.max(peak, usedSize / 1e6);
  }, 250);
  const start = performance.now();
  let end;
  let found;
  try {
    found = await tab.tasks(async () => {
      const task = await tab.task('read', name);
      end = performance.now();
      return task;
    });
  } finally {
    clearInterval(timer);
  }
  const after = await tab.kept();
  const over = (list) => list.filter((ms) => ms > long).length;
  return {
    rows: found.value.value,
    task: found.value.task,
    wall: end - start,
    longest: Math.max(...found.own),
    wallLongest: Math.max(...found.wall),
    over: over(found.own),
    wallOver: over(found.wall),
    peak: peak - before.heap,
    kept: after.heap - before.heap,
  };
}
