// Reads the stream in one of three ways and watches the page meanwhile.
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
  async 'trend-line'() {
    const line = document.createElement('trend-line');
    line.metric = 'nps';
    line.interval = 'month';
    line.timeZone = 'Asia/Jakarta';
    line.source = 'ndjson';
    line.src = '/stream.ndjson';
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
  },
};

export const bench = {
  async read(name) {
    const tasks = [];
    const observer = new PerformanceObserver((list) =>
      tasks.push(...list.getEntries().map(({ duration }) => duration)),
    );
    observer.observe({ type: 'longtask' });
    // Tasks under 50 ms are not reported; the longest wait for a turn tells of them.
    let longest = 0;
    let last = performance.now();
    const channel = new MessageChannel();
    const timer = setInterval(() => channel.port2.postMessage(0), 4);
    channel.port1.onmessage = () => {
      const now = performance.now();
      longest = Math.max(longest, now - last - 4);
      last = now;
    };
    const count = await readers[name]();
    await frames(2);
    clearInterval(timer);
    observer.disconnect();
    channel.port1.close();
    return { count, longest: Math.max(longest, ...tasks), over: tasks.length };
  },
};
