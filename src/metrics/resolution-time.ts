import { elapsedFold, type ElapsedState } from './elapsed';
import type { Metric } from './metric';

/**
 * Resolution time: resolved − created, in seconds.
 *
 * The median by default, as for the first response (Zendesk help centre, "About
 * full resolution time"). Option `method`: "median", "mean", "p90" or "within"
 * (% within `sla` seconds). Open records are pending; with `businessHours` only
 * working time counts.
 *
 * Fields: `resolution_seconds`, else `created_at` and `resolved_at`.
 */
export const resolutionTime: Metric<ElapsedState> = /* @__PURE__ */ elapsedFold({
  id: 'resolution-time',
  text: {
    en: {
      name: 'Resolution time',
      short: 'Resolution',
      description: 'Time from the first contact until the case is resolved.',
    },
    id: {
      name: 'Waktu penyelesaian',
      short: 'Penyelesaian',
      description: 'Waktu dari kontak pertama sampai kasus selesai.',
    },
  },
  fields: ['resolution_seconds', 'created_at', 'resolved_at'],
  what: { en: 'resolved − created', id: 'selesai − dibuat' },
});
