import { csat } from './csat';
import type { Metric } from './metric';
import { nps } from './nps';

/** A metric that is at hand, with what explains it. */
export const described = (metric: Metric): Metric =>
  metric.id === nps.id ? nps : metric.id === csat.id ? csat : metric;
