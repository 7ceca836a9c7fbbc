// A data endpoint that misbehaves as it is told. The address carries the script: `s` is a list of
// steps as JSON, the n-th request of an `id` takes the n-th step, later ones the last.
import { createServer } from 'node:http';
import { gzipSync, createGzip } from 'node:zlib';

/** Requests by id: when, which headers, and whether the client hung up. */
const log = new Map();
/** The connections of an id that stand open, until somebody breaks them off. */
const standing = new Map();

const wait = (milliseconds) => new Promise((done) => setTimeout(done, milliseconds));

/**
 * A step: { status, type, headers, body, base64, repeat, gzip, zipped, delay, length, reset, stall,
 * drip, chunks, zeros, redirect, cors, etag, lines, flood }.
 */
async function play(step, request, response, count) {
  const { status = 200, headers = {}, delay = 0 } = step;
  if (step.reset === 'early') return request.socket.destroy();
  if (delay) await wait(delay);
  if (response.destroyed) return;
  if (step.cors !== false) {
    response.setHeader('access-control-allow-origin', step.cors ?? '*');
    response.setHeader('access-control-allow-headers', 'authorization,last-event-id');
  }
  if (request.method === 'OPTIONS') return response.writeHead(204).end();
  if (step.redirect !== undefined) {
    const left = Number(
      new URL(request.url, 'http://x').searchParams.get('left') ?? step.times ?? 0,
    );
    const here = new URL(request.url, 'http://x');
    here.searchParams.set('left', String(left - 1));
    const location = step.redirect === 'self' ? here.pathname + here.search : step.redirect;
    if (step.redirect !== 'self' || left > 0 || step.times === undefined) {
      return response.writeHead(step.status ?? 302, { location }).end();
    }
  }
  const type = step.type === undefined ? 'application/json' : step.type;
  if (type) response.setHeader('content-type', type);
  for (const [name, value] of Object.entries(headers)) response.setHeader(name, value);
  if (step.etag) {
    const etag = step.etag === true ? '"one"' : `"${count}"`;
    response.setHeader('etag', etag);
    if (request.headers['if-none-match'] === etag) return response.writeHead(304).end();
  }
  let body = step.base64 ? Buffer.from(step.base64, 'base64') : Buffer.from(step.body ?? '');
  if (step.repeat) {
    const { unit, n, close = '' } = step.repeat;
    body = Buffer.from(unit.repeat(n) + close.repeat(n));
  }
  if (step.echo) body = Buffer.from(JSON.stringify([{ value: 1, headers: request.headers }]));
  if (step.gzip) {
    body = gzipSync(body);
    response.setHeader('content-encoding', 'gzip');
  }
  if (step.zipped) body = gzipSync(body);
  if (step.length !== undefined) response.setHeader('content-length', body.length + step.length);
  if (step.zeros) return blanks(step, response);
  if (step.lines) return lines(step, response);
  if (step.flood) return flood(step.flood, response);
  if (status === 204 || status === 205 || status === 304) return response.writeHead(status).end();
  response.writeHead(step.redirect === undefined ? status : 200);
  if (step.chunks) {
    for (const chunk of step.chunks) {
      if (response.destroyed) return;
      if (typeof chunk === 'number') await wait(chunk);
      else response.write(Buffer.from(chunk, 'latin1'));
    }
    if (step.breaks) return request.socket.destroy();
    return step.open ? undefined : response.end();
  }
  if (step.split) {
    for (let at = 0; at < body.length; at += step.split) {
      response.write(body.subarray(at, at + step.split));
      await wait(0);
    }
    return response.end();
  }
  if (step.reset === 'mid') {
    response.write(body.subarray(0, step.sent ?? 20));
    await wait(30);
    return request.socket.destroy();
  }
  if (step.stall !== undefined) return response.write(body.subarray(0, step.stall) || ' ');
  if (step.drip) {
    for (const byte of body) {
      if (response.destroyed) return;
      response.write(Buffer.of(byte));
      await wait(1000 / step.drip);
    }
    return response.end();
  }
  response.end(body);
}

/** Blanks without end, or compressed: what a bomb unpacks to. */
function blanks({ zeros, zip, announced }, response) {
  const chunk = Buffer.alloc(2 ** 16, 32);
  let out = response;
  if (zip) {
    response.setHeader('content-encoding', 'gzip');
    out = createGzip({ level: 1 });
    out.pipe(response);
  }
  if (announced) response.setHeader('content-length', zeros);
  response.writeHead(200);
  let sent = 0;
  const more = () => {
    while (sent < zeros && !response.destroyed) {
      sent += chunk.length;
      if (!out.write(chunk)) return out.once('drain', more);
    }
    out.end();
  };
  more();
}

/** Numbered NDJSON records, as many as asked for. */
function lines({ lines: count, cut = Infinity }, response) {
  response.writeHead(200);
  let at = 0;
  const more = () => {
    while (at < count && !response.destroyed) {
      if (at >= cut) return setTimeout(() => response.socket.destroy(), 50);
      let text = '';
      for (const end = Math.min(at + 1000, count); at < end; at++) {
        text += `{"id":${at},"score":${at % 11},"created_at":"2026-0${1 + (at % 9)}-15T09:12:00+07:00","channel":"email"}\n`;
      }
      if (!response.write(text)) return response.once('drain', more);
    }
    response.end();
  };
  more();
}

/** So many numbered events, a thousand at a time, as fast as they are read; then nothing more. */
function flood(count, response) {
  response.writeHead(200);
  let at = 0;
  const more = () => {
    if (at >= count || response.destroyed) return;
    let text = '';
    for (const end = Math.min(at + 1000, count); at < end; at++)
      text += `id: ${at + 1}\ndata: {"score":${at % 11}}\n\n`;
    if (response.write(text)) setImmediate(more);
    else response.once('drain', more);
  };
  more();
}

/** A service worker that answers the data's address with a log-in page. */
const worker = `self.addEventListener('fetch', (event) => {
  if (!event.request.url.includes('/misbehave?')) return;
  const headers = { 'content-type': 'text/html' };
  event.respondWith(new Response('<!doctype html><h1>Log in</h1>', { headers }));
});`;

/** Answers a request under /misbehave; `false` where it is none. */
export function misbehave(request, response) {
  const url = new URL(request.url, 'http://localhost');
  if (url.pathname.startsWith('/misbehave-log')) {
    response.setHeader('access-control-allow-origin', '*');
    response.setHeader('content-type', 'application/json');
    response.end(JSON.stringify(log.get(url.searchParams.get('id')) ?? []));
    return true;
  }
  if (url.pathname.startsWith('/misbehave-break')) {
    response.setHeader('access-control-allow-origin', '*');
    standing.get(url.searchParams.get('id'))?.destroy();
    response.writeHead(204).end();
    return true;
  }
  if (url.pathname.startsWith('/misbehave-other')) {
    response.setHeader('content-type', 'application/json');
    response.end(JSON.stringify({ origin: `http://127.0.0.1:${other.address().port}` }));
    return true;
  }
  if (url.pathname === '/misbehave-worker.js') {
    response.setHeader('content-type', 'text/javascript');
    response.end(worker);
    return true;
  }
  if (url.pathname.startsWith('/misbehave-page')) {
    // A page of its own, for what a whole page decides: here, its policy.
    response.setHeader('content-type', 'text/html');
    response.setHeader('content-security-policy', url.searchParams.get('csp') ?? '');
    response.end(`<!doctype html><html lang="en"><title>A page</title><script type="module">
      import { Feed } from '/src/data/feed.ts';
      parent.dispatchEvent(new CustomEvent('page', { detail: Feed }));
    </script></html>`);
    return true;
  }
  if (!url.pathname.startsWith('/misbehave')) return false;
  const id = url.searchParams.get('id') ?? '';
  const steps = JSON.parse(url.searchParams.get('s') ?? '[{}]');
  const entries = log.get(id) ?? [];
  log.set(id, entries);
  const entry = {
    at: Date.now(),
    method: request.method,
    headers: request.headers,
    aborted: false,
  };
  if (request.method !== 'OPTIONS') entries.push(entry);
  standing.set(id, request.socket);
  response.on('close', () => {
    entry.aborted = !response.writableFinished;
    entry.closedAt = Date.now();
  });
  const count = Math.max(entries.length - 1, 0);
  void play(steps[Math.min(count, steps.length - 1)], request, response, count);
  return true;
}

/** The same on another origin. */
export const other = createServer((request, response) => {
  if (!misbehave(request, response)) response.writeHead(404).end();
});
