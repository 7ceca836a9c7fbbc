/**
 * Metrics by id for those who show any metric but rarely all: NPS and CSAT are
 * at hand, the others are loaded when they are first asked for. What explains
 * those two comes with the formula (`described`).
 */
import { csatShares } from './csat-shares';
import { own } from './field';
import type { Metric } from './metric';
import { npsBrief } from './nps-brief';

type Loader = () => Promise<object>;

/** A module's export is named as the metric's id: `serviceLevel` of `service-level`. */
const loaders = (): Readonly<Record<string, Loader>> => ({
  abandonment: () => import('./abandonment'),
  aht: () => import('./aht'),
  asa: () => import('./asa'),
  ces: () => import('./ces'),
  churn: () => import('./churn'),
  clv: () => import('./clv'),
  engagement: () => import('./engagement'),
  fcr: () => import('./fcr'),
  frt: () => import('./frt'),
  occupancy: () => import('./occupancy'),
  'resolution-rate': () => import('./resolution-rate'),
  'resolution-time': () => import('./resolution-time'),
  'response-rate': () => import('./response-rate'),
  retention: () => import('./retention'),
  sentiment: () => import('./sentiment'),
  'service-level': () => import('./service-level'),
  utilisation: () => import('./utilisation'),
  volume: () => import('./volume'),
});

const loaded: Record<string, Metric> = { nps: npsBrief, csat: csatShares };

/** The metric, when it is at hand. */
export function metricAtHand(id: string): Metric | undefined {
  return own(loaded, id) as Metric | undefined;
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
  const exported = (id: string): string =>
    id.replace(/-(.)/, (_, first: string) => first.toUpperCase());
  return Promise.all(
    missing.map(async (id) => {
      const module = (await all[id]!()) as Record<string, Metric>;
      loaded[id] = module[exported(id)]!;
    }),
  );
}

/** Has CSAT give means too, which take more code than shares, where options ask for one; `null` when it does, or none do. */
export const bringMeans = (options: string | undefined): Promise<unknown> | null =>
  /\bmean\b/.test(options ?? '') && loaded.csat === csatShares
    ? import('./csat').then(({ csat }) => (loaded.csat = csat))
    : null;
