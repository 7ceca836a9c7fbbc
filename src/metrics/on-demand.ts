/**
 * Metrics by id for those who show any metric but rarely all: NPS and CSAT are
 * at hand, the others are loaded when they are first asked for. What explains
 * those two comes with the formula (`described`).
 */
import { csatShares } from './csat-shares';
import type { Metric } from './metric';
import { npsBrief } from './nps-brief';

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

const loaded: Record<string, Metric> = { nps: npsBrief, csat: csatShares };

/** The metric, when it is at hand. */
export function metricAtHand(id: string): Metric | undefined {
  return Object.hasOwn(loaded, id) ? loaded[id] : undefined;
}

/** Whether there is such a metric, at hand or not. */
export function isMetric(id: string): boolean {
  return Object.hasOwn(loaded, id) || Object.hasOwn(loaders(), id);
}

/**
 * Brings metrics to hand; `null` when they all are. Rejects with a `RangeError`
 * for an unknown one: `unknown metric: npz; did you mean nps`.
 */
export function bringMetrics(ids: readonly string[]): Promise<unknown> | null {
  const missing = ids.filter((id) => !metricAtHand(id));
  if (!missing.length) return null;
  const all = loaders();
  const unknown = missing.find((id) => !Object.hasOwn(all, id));
  if (unknown !== undefined)
    return import('./nearest').then(({ unknownMetric }) => {
      throw unknownMetric(unknown, [...Object.keys(loaded), ...Object.keys(all)]);
    });
  return Promise.all(missing.map(async (id) => (loaded[id] = await all[id]!())));
}

/** Has CSAT give means too, which take more code than shares; `null` when it does. */
export const bringMeans = (): Promise<unknown> | null =>
  loaded.csat === csatShares ? import('./csat').then(({ csat }) => (loaded.csat = csat)) : null;
