import { DataError, show } from '../data-error';
import { isRecord } from '../path';
import type { Reader } from './reader';
import { listAt, named, namesOf, valueAt } from './table';

/**
 * What a Grafana JSON data source answers: series of `[value, time]`, value
 * first, time in milliseconds; or tables. A series gives `{ target, value, time }`.
 * https://github.com/simPod/GrafanaJsonDatasource
 */
export const grafana: Reader = {
  id: 'grafana',
  rows(value) {
    const parts = Array.isArray(value) ? value : [value];
    return parts.flatMap((part) => {
      if (isRecord(part) && Object.hasOwn(part, 'datapoints')) {
        const target = String(valueAt(part, 'target') ?? '');
        return listAt(part, 'datapoints').map((point) => {
          if (!Array.isArray(point)) {
            throw new DataError('contract', `expected [value, time], got ${show(point)}`);
          }
          return { target, value: point[0] ?? null, time: point[1] };
        });
      }
      return named(namesOf(listAt(part, 'columns'), 'text', 'name'), listAt(part, 'rows'));
    });
  },
};
