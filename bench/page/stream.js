// Reads the stream in one of four ways; says how many records it was.
import '../../src/define/trend-line.ts';
import { frames } from './common.js';

async function* texts() {
  const reader = (await fetch('/stream.ndjson')).body
    .pipeThrough(new TextDecoderStream())
    .getReader();
  for (;;) {
    const { done, value } = await reader.read();
    if (done) return;
    yield value;
  }
}

const readers = {
  async decode() {
    let length = 0;
    for await (const text of texts()) length += text.length;
    return length;
  },
  async parse() {
    let rest = '';
    let count = 0;
    for await (const text of texts()) {
      const lines = (rest + text).split('\n');
      rest = lines.pop();
      for (const line of lines) count += JSON.parse(line).score >= 0 ? 1 : 0;
    }
    return count;
  },
  ndjson: () => drawn('ndjson'),
  csv: () => drawn('csv'),
};

/** NPS by month in a trend-line, as the stream comes. */
async function drawn(form) {
  const line = document.createElement('trend-line');
  line.metric = 'nps';
  line.interval = 'month';
  line.timeZone = 'Asia/Jakarta';
  line.source = form;
  line.src = `/stream.${form}`;
  const cell = document.createElement('div');
  cell.className = 'cell';
  cell.style.width = '800px';
  cell.style.height = '340px';
  cell.append(line);
  const loaded = new Promise((done, fail) => {
    line.addEventListener('load', done);
    line.addEventListener('error', ({ detail }) => fail(new Error(detail.message)));
  });
  document.querySelector('#root').append(cell);
  await loaded;
  while (line.status !== 'ready') await frames(1);
  await frames(4);
  return line.result.reduce((sum, { n }) => sum + n, 0);
}

export const bench = { read: (name) => readers[name]() };
