import { DataError } from '../data-error';
import { columns } from './columns';
import type { Reader, TextReader } from './reader';
import { rows } from './rows';

/** The shapes of parsed JSON that every page can read at once. */
export const readers: Readonly<Record<string, Reader>> = { rows, columns };

/** The rarer shapes, loaded when one is first met. */
export const rareReaders: Readonly<Record<string, () => Promise<Reader>>> = {
  bigquery: () => import('./bigquery').then((module) => module.bigquery),
  chatwoot: () => import('./chatwoot').then((module) => module.chatwoot),
  clickhouse: () => import('./clickhouse').then((module) => module.clickhouse),
  cube: () => import('./cube').then((module) => module.cube),
  elasticsearch: () => import('./elasticsearch').then((module) => module.elasticsearch),
  formbricks: () => import('./formbricks').then((module) => module.formbricks),
  freshdesk: () => import('./freshdesk').then((module) => module.freshdesk),
  grafana: () => import('./grafana').then((module) => module.grafana),
  graphql: () => import('./graphql').then((module) => module.graphql),
  metabase: () => import('./metabase').then((module) => module.metabase),
  postgrest: () => import('./postgrest').then((module) => module.postgrest),
  typeform: () => import('./typeform').then((module) => module.typeform),
  zendesk: () => import('./zendesk').then((module) => module.zendesk),
};

/** The text formats, loaded likewise. */
const textReaders: Readonly<Record<string, () => Promise<TextReader>>> = {
  csv: () => import('./csv').then((module) => module.csv),
  ndjson: () => import('./ndjson').then((module) => module.ndjson),
  gviz: () => import('./gviz').then((module) => module.gviz),
};

/** The reader of a text format. */
export function loadTextReader(id: string): Promise<TextReader> {
  return textReaders[id]!();
}

/** Throws `DataError` `contract` for the name of no shape. */
export function checkSource(id: string): void {
  const tables = [readers, rareReaders, textReaders];
  if (!id || tables.some((table) => Object.hasOwn(table, id))) return;
  const known = tables.flatMap((table) => Object.keys(table)).sort();
  throw new DataError('contract', `unknown source: ${id}; known are ${known.join(', ')}`);
}
