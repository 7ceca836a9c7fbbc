/**
 * Metrics by id for those who show any metric but rarely all: NPS and CSAT are
 * at hand, the others are loaded when they are first asked for.
 */
import { csat } from './csat';
import type { Metric } from './metric';
import { nearest } from './nearest';
import { nps } from './nps';

type Loader = () => Promise<Metric>;

const loaders = (): Readonly<Record<string, Loader>> => ({
  abandonment: () => import('./abandonment').then((m) => m.abandonment),
  aht: () => import('./aht').then((m) => m.aht),
  asa: () => import('./asa').then((m) => m.asa),
  ces: () => import('./ces').then((m) => m.ces),
  churn: () => import('./churn').then((m) => m.churn),
  clv: () => import('./clv').then((m) => m.clv),
  engagement: () => import('./engagement').then((m) => m.engagement),
  fcr: () => import('./fcr').then((m) => m.fcr),
  frt: () => import('./frt').then((m) => m.frt),
  occupancy: () => import('./occupancy').then((m) => m.occupancy),
  'resolution-rate': () => import('./resolution-rate').then((m) => m.resolutionRate),
  'resolution-time': () => import('./resolution-time').then((m) => m.resolutionTime),
  'response-rate': () => import('./response-rate').then((m) => m.responseRate),
  retention: () => import('./retention').then((m) => m.retention),
  sentiment: () => import('./sentiment').then((m) => m.sentiment),
  'service-level': () => import('./service-level').then((m) => m.serviceLevel),
  utilisation: () => import('./utilisation').then((m) => m.utilisation),
  volume: () => import('./volume').then((m) => m.volume),
});

const loaded: Record<string, Metric> = { nps, csat };

/** The metric, when it is at hand. */
export function metricAtHand(id: string): Metric | undefined {
  return Object.hasOwn(loaded, id) ? loaded[id] : undefined;
}

/** Whether there is such a metric, at hand or not. */
export function isMetric(id: string): boolean {
  return Object.hasOwn(loaded, id) || Object.hasOwn(loaders(), id);
}

/**
 * Brings metrics to hand; `null` when they all are. Throws `RangeError` for an
 * unknown one: `unknown metric: npz; did you mean nps`.
 */
export function bringMetrics(ids: readonly string[]): Promise<unknown> | null {
  const missing = ids.filter((id) => !metricAtHand(id));
  if (!missing.length) return null;
  const all = loaders();
  for (const id of missing)
    if (!Object.hasOwn(all, id)) {
      const near = nearest(id, [...Object.keys(loaded), ...Object.keys(all)]);
      throw new RangeError(`unknown metric: ${id}${near ? `; did you mean ${near}` : ''}`);
    }
  return Promise.all(missing.map(async (id) => (loaded[id] = await all[id]!())));
}
