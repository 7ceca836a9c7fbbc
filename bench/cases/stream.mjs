// Two million records of NDJSON from a loopback server, drawn as NPS by month as they come, while the
// page is watched: longest task, frames, heap.
import { random } from '../page/common.js';
import { print, range, ratio } from '../figures.mjs';

const recordBytes = 100;

export async function stream(lab, { megabytes = '200', wanted }) {
  const count = Math.round((Number(megabytes) * 1e6) / recordBytes);
  const block = blockOf(20_000);
  lab.answer('/stream.ndjson', (response, headers) => {
    response.writeHead(200, { ...headers, 'content-type': 'application/x-ndjson' });
    pump(response, block, Math.round(count / 20_000));
  });
  await lab.bundle('stream');
  const subjects = {
    decode: 'fetch and decode alone',
    parse: 'JSON.parse a line, nothing kept',
    'trend-line': 'trend-line, NPS by month',
  };
  const names = Object.keys(subjects).filter((name) => name !== 'trend-line' || wanted(name));
  return {
    title: `A stream of ${count} records, ${megabytes} MB of NDJSON (× is beside JSON.parse of each line)`,
    cases: names.map((id) => ({ id, run: () => lab.sample('stream', (tab) => watch(tab, id)) })),
    table: (found) =>
      print(
        [
          'read by',
          'task ms',
          '×',
          'wall ms',
          'longest task ms',
          'tasks > 50 ms',
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
              range(own.task),
              ratio(own.task, found['parse']?.task),
              own.wall.median.toFixed(0),
              range(own.longest),
              range(own.over, 0),
              range(own.peak),
              range(own.kept),
              own.task.n,
            ],
          ];
        }),
      ),
  };
}

/** Records of a hundred bytes each, over two years. */
function blockOf(count) {
  const next = random(3);
  const channels = ['web', 'email', 'phone', 'chat', 'store'];
  const lines = Array.from({ length: count }, (_, i) => {
    const time = Date.UTC(2025, 0, 1) + Math.floor(next() * 700) * 86_400_000;
    const start = JSON.stringify({
      id: `r${i}`,
      created_at: new Date(time + 3_600_000 * Math.floor(next() * 24)).toISOString(),
      channel: channels[Math.floor(next() * 5)],
      score: Math.min(10, Math.floor(Math.sqrt(next()) * 11.5)),
      note: '',
    });
    return `${start.slice(0, -2)}${'x'.repeat(recordBytes - 1 - start.length)}"}\n`;
  });
  return Buffer.from(lines.join(''));
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
  let task;
  try {
    task = await tab.task('read', name);
  } finally {
    clearInterval(timer);
  }
  const wall = performance.now() - start;
  const after = await tab.kept();
  const { longest, over } = task.value;
  return {
    task: task.task,
    wall,
    longest,
    over,
    peak: peak - before.heap,
    kept: after.heap - before.heap,
  };
}
