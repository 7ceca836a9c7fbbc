/**
 * Answers of the demo's endpoint that take their time: a stream of any length,
 * live events, and an answer that comes late.
 */
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { setTimeout as pause } from 'node:timers/promises';
import { BadRequest, conversationsQuery } from './queries.mjs';
import { randomFrom } from './random.mjs';

/** @typedef {import('node:http').IncomingMessage} Request */
/** @typedef {import('node:http').ServerResponse} Response */
/** @typedef {import('./server.mjs').Ask} Ask */

/** A whole number from the query, within bounds. */
function count(
  /** @type {URLSearchParams} */ search,
  /** @type {string} */ name,
  /** @type {number} */ standard,
  /** @type {number} */ most,
) {
  const text = search.get(name);
  const value = text === null ? standard : Number(text);
  if (!Number.isInteger(value) || value < 0 || value > most) {
    throw new BadRequest(`invalid ${name}: "${text}"; 0 to ${most}`);
  }
  return value;
}

/** Waits `ms` (3 s unless told), or until the client goes away. */
export async function slowly(
  /** @type {URLSearchParams} */ search,
  /** @type {Response} */ response,
) {
  const gone = new AbortController();
  response.once('close', () => gone.abort());
  await pause(count(search, 'ms', 3000, 600_000), undefined, { signal: gone.signal }).catch(
    () => {},
  );
}

/**
 * NDJSON: the conversations once, or again and again up to `rows`; `pause`
 * milliseconds between pieces of a thousand rows.
 */
export async function stream(
  /** @type {Ask} */ ask,
  /** @type {URLSearchParams} */ search,
  /** @type {Request} */ _,
  /** @type {Response} */ response,
) {
  const wait = count(search, 'pause', 0, 10_000);
  const { sql, values } = conversationsQuery(search);
  const lines = (await ask(sql, values)).map((row) => JSON.stringify(row) + '\n');
  const rows = lines.length ? count(search, 'rows', lines.length, 10_000_000) : 0;

  async function* pieces() {
    for (let sent = 0; sent < rows;) {
      const start = sent % lines.length;
      const piece = lines.slice(start, start + Math.min(1000, rows - sent));
      sent += piece.length;
      yield piece.join('');
      if (wait) await pause(wait);
    }
  }
  response.writeHead(200, { 'content-type': 'application/x-ndjson', 'cache-control': 'no-store' });
  // A client that goes away in the middle is no failure of the server.
  await pipeline(Readable.from(pieces()), response).catch(() => {});
}

/**
 * Server-Sent Events: one invented survey answer every `every` milliseconds
 * (1 s unless told), numbered, so that a client that comes back with
 * Last-Event-ID goes on where it was.
 */
export function live(
  /** @type {Ask} */ _,
  /** @type {URLSearchParams} */ search,
  /** @type {Request} */ request,
  /** @type {Response} */ response,
) {
  const every = Math.max(50, count(search, 'every', 1000, 60_000));
  let id = Number(request.headers['last-event-id']) || 0;
  const { uniform, pick } = randomFrom(4711 + id);
  const scores = [1, 1, 1, 1, 1, 2, 3, 8, 14, 22, 27].map((weight, score) => ({ score, weight }));
  const channels = ['telepon', 'whatsapp', 'chat', 'email'];
  response.writeHead(200, { 'content-type': 'text/event-stream', 'cache-control': 'no-store' });
  response.write('retry: 2000\n\n');
  const timer = setInterval(() => {
    const record = {
      score: pick(scores).score,
      created_at: new Date().toISOString(),
      channel: channels[Math.floor(uniform() * channels.length)],
    };
    response.write(`id: ${++id}\ndata: ${JSON.stringify(record)}\n\n`);
  }, every);
  response.once('close', () => clearInterval(timer));
}
