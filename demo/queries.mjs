/**
 * The demo's questions to its database, as SQL.
 *
 * Everything is counted by DuckDB, which shares no code with Metrik: where a
 * tile over raw records and a tile over these counts show the same number, two
 * programs agree.
 */

/** Fields of a conversation, and how JSON should carry them. */
export const FIELDS = {
  id: 'text',
  created_at: 'text',
  channel: 'text',
  topic: 'text',
  agent: 'text',
  team: 'text',
  wait_seconds: 'number',
  answered: 'boolean',
  talk_seconds: 'number',
  hold_seconds: 'number',
  wrap_seconds: 'number',
  first_response_at: 'text',
  resolved_at: 'text',
  resolved: 'boolean',
  contacts_needed: 'number',
  score: 'number',
  csat: 'number',
  ces: 'number',
};

const SQL_TYPES = { text: 'VARCHAR', number: 'INTEGER', boolean: 'BOOLEAN' };

/** `created_at` is written in Jakarta's time, so its first characters are the local calendar. */
const WALL = 'CAST(substr(created_at, 1, 19) AS TIMESTAMP)';

/** What rows can be grouped by. A week is named by its Monday, as date_trunc does. */
const GROUPS = {
  day: 'substr(created_at, 1, 10)',
  week: `strftime(date_trunc('week', ${WALL}), '%Y-%m-%d')`,
  month: 'substr(created_at, 1, 7)',
  quarter: `concat(year(${WALL}), '-Q', quarter(${WALL}))`,
  year: 'substr(created_at, 1, 4)',
  hour: 'substr(created_at, 12, 2)',
  channel: 'channel',
  topic: 'topic',
  agent: 'agent',
  team: 'team',
};

/** Counts that make up each metric, named as the metric's components. */
const COMPONENTS = {
  nps: `CAST(count(*) FILTER (score >= 9) AS INTEGER) AS promoters,
    CAST(count(*) FILTER (score BETWEEN 7 AND 8) AS INTEGER) AS passives,
    CAST(count(*) FILTER (score <= 6) AS INTEGER) AS detractors`,
  csat: `[${[1, 2, 3, 4, 5].map((step) => `count(*) FILTER (csat = ${step})::INTEGER`).join(', ')}] AS counts`,
};

/** The answer field of each survey metric. */
const ANSWER = { nps: 'score', csat: 'csat', ces: 'ces' };

/** A request the demo cannot answer; the message goes to the client. */
export class BadRequest extends Error {}

/** Creates the table from the file. */
export function loadQuery(/** @type {string} */ file) {
  const columns = Object.entries(FIELDS).map(([name, type]) => {
    return `'${name}': '${SQL_TYPES[/** @type {'text'} */ (type)]}'`;
  });
  return `CREATE OR REPLACE TABLE conversations AS
    SELECT * FROM read_csv('${file.replaceAll("'", "''")}', header = true, columns = {${columns.join(', ')}})`;
}

/** The rows that `?from=2026-01-01&to=2026-06-14&channel=email,chat&…` keeps; both days included. */
function condition(/** @type {URLSearchParams} */ search) {
  const terms = ['true'];
  /** @type {string[]} */
  const values = [];
  for (const [name, sign] of [
    ['from', '>='],
    ['to', '<='],
  ]) {
    const day = search.get(/** @type {string} */ (name));
    if (!day) continue;
    if (!/^\d{4}-\d\d-\d\d$/.test(day)) throw new BadRequest(`invalid ${name}: "${day}"`);
    values.push(day);
    terms.push(`${GROUPS.day} ${sign} $${values.length}`);
  }
  for (const field of ['channel', 'topic', 'agent', 'team']) {
    const wanted = search.get(field)?.split(',');
    if (!wanted) continue;
    values.push(...wanted);
    const places = wanted.map((_, i) => `$${values.length - wanted.length + i + 1}`);
    terms.push(`${field} IN (${places.join(', ')})`);
  }
  return { where: terms.join(' AND '), values };
}

/** The columns that `?by=month,channel` asks for. */
function groups(/** @type {URLSearchParams} */ search) {
  const names = (search.get('by') ?? '').split(',').filter(Boolean);
  for (const name of names) {
    if (!Object.hasOwn(GROUPS, name)) {
      throw new BadRequest(`unknown by: "${name}"; one of ${Object.keys(GROUPS).join(', ')}`);
    }
  }
  const columns = names.map((name) => `${GROUPS[/** @type {'day'} */ (name)]} AS "${name}"`);
  return { names: names.map((name) => `"${name}"`), columns };
}

/** The fields that `?fields=created_at,score` asks for; all of them by default. */
function fieldsOf(/** @type {URLSearchParams} */ search) {
  const names = search.get('fields')?.split(',') ?? Object.keys(FIELDS);
  for (const name of names) {
    if (!Object.hasOwn(FIELDS, name)) throw new BadRequest(`unknown field: "${name}"`);
  }
  return names;
}

/** Raw conversations, oldest first. */
export function conversationsQuery(/** @type {URLSearchParams} */ search) {
  const { where, values } = condition(search);
  const fields = fieldsOf(search);
  return {
    sql: `SELECT ${fields.join(', ')} FROM conversations WHERE ${where} ORDER BY id`,
    values,
    fields,
  };
}

/**
 * Answers counted in the database. `shape=weighted` (the default) gives one
 * row a score with its count, no answer included as a null score;
 * `shape=components` gives the counts that make up the metric.
 */
export function surveyQuery(
  /** @type {'nps' | 'csat' | 'ces'} */ metric,
  /** @type {URLSearchParams} */ search,
) {
  const { where, values } = condition(search);
  const { names, columns } = groups(search);
  const shape = search.get('shape') ?? 'weighted';
  const answer = ANSWER[metric];
  /** @type {string[]} */
  let selected;
  let by = names;
  if (shape === 'weighted') {
    selected = [`${answer} AS score`, 'CAST(count(*) AS INTEGER) AS count', ...columns];
    by = [answer, ...names];
  } else if (shape === 'components' && metric !== 'ces') {
    selected = [COMPONENTS[metric], ...columns];
  } else {
    throw new BadRequest(`unknown shape: "${shape}"; one of weighted, components`);
  }
  const grouped = by.length ? ` GROUP BY ${by.join(', ')}` : '';
  const order = [...names, ...(shape === 'weighted' ? ['score'] : [])];
  const ordered = order.length ? ` ORDER BY ${order.join(', ')}` : '';
  return {
    sql: `SELECT ${selected.join(', ')} FROM conversations WHERE ${where}${grouped}${ordered}`,
    values,
  };
}

/** The service figures of each month, for the KPI table. */
export const KPI_QUERY = `SELECT ${GROUPS.month} AS month,
    CAST(count(*) FILTER (channel = 'telepon') AS INTEGER) AS calls,
    avg(wait_seconds) FILTER (answered) AS asa,
    100.0 * count(*) FILTER (csat >= 4) / nullif(count(csat), 0) AS csat,
    100.0 * count(*) FILTER (resolved AND contacts_needed = 1) / nullif(count(resolved), 0) AS fcr,
    sum(talk_seconds + hold_seconds + wrap_seconds) / nullif(count(talk_seconds), 0) AS aht
  FROM conversations GROUP BY month ORDER BY month`;
