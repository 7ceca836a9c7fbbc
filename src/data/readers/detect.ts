import { isRecord } from '../path';

type Shape = Record<string, unknown>;

const list = (value: Shape, key: string): boolean =>
  Object.hasOwn(value, key) && Array.isArray(value[key]);
const inner = (value: unknown, key: string): Shape | null => {
  const found = isRecord(value) && Object.hasOwn(value, key) ? value[key] : null;
  return isRecord(found) ? found : null;
};
const first = (value: unknown): Shape | null =>
  Array.isArray(value) && isRecord(value[0]) ? value[0] : null;

/**
 * The id of the reader whose shape this surely is; `null` for the plain ones
 * and for those that look like them and must be named.
 */
export function shapeOf(value: unknown): string | null {
  const row = first(value);
  if (row) {
    if (list(row, 'datapoints') || (list(row, 'columns') && list(row, 'rows'))) return 'grafana';
    return inner(row, 'ratings') && Object.hasOwn(row, 'survey_id') ? 'freshdesk' : null;
  }
  if (!isRecord(value)) return null;
  const data = inner(value, 'data');
  const item = first(Object.hasOwn(value, 'data') ? value['data'] : null);
  const schema = inner(value, 'schema');
  if (list(value, 'meta') && list(value, 'data')) return 'clickhouse';
  if (inner(value, 'annotation') && list(value, 'data')) return 'cube';
  if (Object.hasOwn(value, 'error') && value['error'] === 'Continue wait') return 'cube';
  if ((schema && list(schema, 'fields')) || Object.hasOwn(value, 'jobComplete')) return 'bigquery';
  if (inner(value, 'aggregations') || list(inner(value, 'hits') ?? {}, 'hits')) {
    return 'elasticsearch';
  }
  if (data && list(data, 'rows') && list(data, 'cols')) return 'metabase';
  if (inner(value, 'ratings_count')) return 'chatwoot';
  if (list(value, 'satisfaction_ratings') || list(value, 'survey_responses')) return 'zendesk';
  if (list(value, 'items') && Object.hasOwn(value, 'total_items')) return 'typeform';
  if (item && Object.hasOwn(item, 'surveyId') && inner(item, 'data')) return 'formbricks';
  return data || (Object.hasOwn(value, 'data') && list(value, 'errors')) ? 'graphql' : null;
}
