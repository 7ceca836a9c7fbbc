/** The table of contents: every metric by its id. Importing this imports them all. */
import { csat } from './csat';
import type { Metric } from './metric';
import { nps } from './nps';
import { nearest } from './nearest';
import { show } from './number';

/** All metrics, in the order of the catalogue. */
export const metrics: readonly Metric[] = [nps, csat];

/** The metric with that id. Throws `RangeError`: `unknown metric: npz; did you mean nps`. */
export function metricById(id: string): Metric {
  const metric = metrics.find((candidate) => candidate.id === id);
  if (metric) return metric;
  const near =
    typeof id === 'string'
      ? nearest(
          id,
          metrics.map((candidate) => candidate.id),
        )
      : undefined;
  throw new RangeError(
    `unknown metric: ${typeof id === 'string' ? id : show(id)}${near ? `; did you mean ${near}` : ''}`,
  );
}
