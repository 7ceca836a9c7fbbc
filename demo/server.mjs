/**
 * The demo's data endpoint: an embedded DuckDB behind a few URLs under /api.
 *
 * It serves what real back ends serve, well-behaved and not: raw records,
 * counts, streams, live events, slow answers, failures, a log-in page.
 */
import { createHash } from 'node:crypto';
import { existsSync, statSync } from 'node:fs';
import { DuckDBInstance } from '@duckdb/node-api';
import { CHANGE_DAY, DATA_FILE, writeConversations } from './make-data.mjs';
import { reportRows, liveRows } from './kpis.mjs';
import { BadRequest, KPI_QUERY, conversationsQuery, loadQuery, surveyQuery } from './queries.mjs';
import { live, slowly, stream } from './streams.mjs';

/** @typedef {import('node:http').IncomingMessage} Request */
/** @typedef {import('node:http').ServerResponse} Response */
/** @typedef {(sql: string, values?: string[]) => Promise<Record<string, any>[]>} Ask */

/** Whether the records are there, and not from before their script changed. */
function isFresh(/** @type {string} */ file) {
  const script = new URL('make-data.mjs', import.meta.url);
  return existsSync(file) && statSync(file).mtimeMs >= statSync(script).mtimeMs;
}

/** Opens the database over the file, which is made when it is missing or out of date. */
export async function openData(file = DATA_FILE) {
  if (!isFresh(file)) writeConversations(file);
  const instance = await DuckDBInstance.create(':memory:');
  const connection = await instance.connect();
  await connection.run(loadQuery(file));
  /**
   * Answers are kept, the newest few: the data never change, and reading
   * 20,000 rows out of the database takes longer than anything a tile does.
   * @type {Map<string, ReturnType<Ask>>}
   */
  const known = new Map();
  /** @type {Ask} */
  const ask = (sql, values = []) => {
    const key = JSON.stringify([sql, values]);
    const answer =
      known.get(key) ??
      connection.runAndReadAll(sql, values).then((reader) => reader.getRowObjectsJson());
    known.delete(key);
    known.set(key, answer);
    for (const oldest of known.keys()) {
      if (known.size <= 8) break;
      known.delete(oldest);
    }
    answer.catch(() => known.delete(key));
    return answer;
  };
  const close = () => {
    connection.closeSync();
    instance.closeSync();
  };
  return { ask, close };
}

/** RFC 4180, blanks for what is not there. */
function csv(/** @type {Record<string, any>[]} */ rows, /** @type {string[]} */ names) {
  const cell = (/** @type {unknown} */ value) => {
    const text = value === null || value === undefined ? '' : String(value);
    return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
  };
  return [names, ...rows.map((row) => names.map((name) => row[name]))]
    .map((line) => line.map(cell).join(','))
    .join('\n');
}

/** Answers with a tag of the text itself, or with 304 where the client has that text. */
function send(
  /** @type {Response} */ response,
  /** @type {string} */ type,
  /** @type {string} */ body,
  status = 200,
) {
  const etag = `"${createHash('sha1').update(body).digest('base64url')}"`;
  const known = status === 200 && response.req.headers['if-none-match'] === etag;
  response.writeHead(known ? 304 : status, {
    'content-type': `${type}; charset=utf-8`,
    'cache-control': 'no-cache',
    etag,
  });
  response.end(known ? undefined : body);
}

const json = (/** @type {Response} */ response, /** @type {unknown} */ value, status = 200) => {
  send(response, 'application/json', JSON.stringify(value), status);
};

const LOGIN = `<!doctype html><html lang="id"><title>Masuk</title>
<form method="post"><label>Sandi <input type="password"></label></form></html>`;

/**
 * What answers each path.
 * @type {Record<string, (ask: Ask, search: URLSearchParams, request: Request, response: Response) => unknown>}
 */
const ROUTES = {
  '/api/conversations.json': async (ask, search, _, response) => {
    const { sql, values } = conversationsQuery(search);
    json(response, await ask(sql, values));
  },
  '/api/conversations.csv': async (ask, search, _, response) => {
    const { sql, values, fields } = conversationsQuery(search);
    send(response, 'text/csv', csv(await ask(sql, values), fields));
  },
  '/api/nps': async (ask, search, _, response) => {
    const { sql, values } = surveyQuery('nps', search);
    json(response, await ask(sql, values));
  },
  '/api/csat': async (ask, search, _, response) => {
    const { sql, values } = surveyQuery('csat', search);
    json(response, await ask(sql, values));
  },
  '/api/ces': async (ask, search, _, response) => {
    const { sql, values } = surveyQuery('ces', search);
    json(response, await ask(sql, values));
  },
  '/api/kpis': async (ask, search, _, response) => {
    const lang = search.get('lang') === 'en' ? 'en' : 'id';
    const set = search.get('set') ?? 'live';
    if (set === 'report') json(response, reportRows(lang));
    else if (set === 'live') json(response, liveRows(await ask(KPI_QUERY), lang));
    else throw new BadRequest(`unknown set: "${set}"; one of live, report`);
  },
  '/api/events': (_, search, __, response) => {
    const label = search.get('lang') === 'en' ? 'New IVR' : 'IVR baru';
    json(response, [{ date: CHANGE_DAY, label }]);
  },
  '/api/stream.ndjson': stream,
  '/api/live': live,
  '/api/slow': async (ask, search, _, response) => {
    await slowly(search, response);
    const { sql, values } = surveyQuery('nps', search);
    if (!response.destroyed) json(response, await ask(sql, values));
  },
  '/api/fail': (_, search, __, response) => {
    const status = Number(search.get('status') ?? 503);
    if (!(status >= 400 && status <= 599)) throw new BadRequest(`invalid status: "${status}"`);
    const after = search.get('retry-after');
    if (after) response.setHeader('retry-after', after);
    json(response, { error: 'asked to fail' }, status);
  },
  '/api/login': (_, __, ___, response) => send(response, 'text/html', LOGIN),
};

/**
 * A handler in the manner of connect: answers paths under /api and leaves the
 * rest to `next`. The database is opened at the first question.
 */
export function createApi(file = DATA_FILE) {
  /** @type {ReturnType<typeof openData> | undefined} */
  let data;
  return async function api(
    /** @type {Request} */ request,
    /** @type {Response} */ response,
    /** @type {() => void} */ next,
  ) {
    const url = new URL(request.url ?? '/', 'http://demo');
    if (!url.pathname.startsWith('/api/')) return next();
    if (!Object.hasOwn(ROUTES, url.pathname)) {
      return json(response, { error: `unknown path: "${url.pathname}"` }, 404);
    }
    try {
      data ??= openData(file);
      const { ask } = await data;
      await ROUTES[url.pathname]?.(ask, url.searchParams, request, response);
    } catch (error) {
      const status = error instanceof BadRequest ? 400 : 500;
      // A database that could not be opened is tried again at the next question.
      if (status === 500) data = undefined;
      if (response.headersSent) return response.destroy();
      json(response, { error: error instanceof Error ? error.message : `${error}` }, status);
    }
  };
}
