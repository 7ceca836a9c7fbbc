import { absent } from '../data-error';
import { columns } from './columns';
import type { Reader, TextReader } from './reader';
import { rows } from './rows';

/** The shapes of parsed JSON; the rarer ones are loaded when one is first met. */
export const readers: Readonly<Record<string, () => Promise<Reader>>> = {
  rows: () => Promise.resolve(rows),
  columns: () => Promise.resolve(columns),
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

/** Shapes that are text, not JSON. */
export const textFormats: readonly string[] = Object.keys(textReaders);

/** The reader of a text format. */
export function loadTextReader(id: string): Promise<TextReader> {
  return textReaders[id]!().catch(absent);
}

/** All rows of a text of that format. */
export async function readWhole(id: string, text: string): Promise<unknown[]> {
  const reading = (await loadTextReader(id)).open();
  return [...reading.push(text), ...reading.end()];
}
