/** The table of contents: every metric by its id. Importing this imports them all. */
import { abandonment } from './abandonment';
import { aht } from './aht';
import { asa } from './asa';
import { ces } from './ces';
import { churn } from './churn';
import { clv } from './clv';
import { csat } from './csat';
import { engagement } from './engagement';
import { fcr } from './fcr';
import { frt } from './frt';
import type { Metric } from './metric';
import { unknownMetric } from './nearest';
import { nps } from './nps';
import { show } from './number';
import { occupancy } from './occupancy';
import { resolutionRate } from './resolution-rate';
import { resolutionTime } from './resolution-time';
import { responseRate } from './response-rate';
import { retention } from './retention';
import { sentiment } from './sentiment';
import { serviceLevel } from './service-level';
import { utilisation } from './utilisation';
import { volume } from './volume';

/** All metrics, in the order of the catalogue. */
export const metrics: readonly Metric[] = [
  nps,
  csat,
  ces,
  frt,
  aht,
  resolutionTime,
  fcr,
  resolutionRate,
  responseRate,
  asa,
  abandonment,
  serviceLevel,
  occupancy,
  utilisation,
  retention,
  churn,
  clv,
  engagement,
  sentiment,
  volume,
];

/** The metric with that id. Throws `RangeError`: `unknown metric: npz; did you mean nps`. */
export function metricById(id: string): Metric {
  const metric = metrics.find((candidate) => candidate.id === id);
  if (metric) return metric;
  if (typeof id !== 'string') throw new RangeError(`unknown metric: ${show(id)}`);
  throw unknownMetric(
    id,
    metrics.map((candidate) => candidate.id),
  );
}
