import { elapsedFold, type ElapsedState } from './elapsed';
import type { Metric } from './metric';

/**
 * First response time: first reply by a person − created, in seconds.
 *
 * The median by default, since one forgotten ticket moves the mean (Zendesk help
 * centre, "About first reply time"). Option `method`: "median", "mean", "p90" or
 * "within" (% within `sla` seconds). Records without a reply are pending and
 * counted apart; a reply before the question is invalid. With `businessHours`
 * only working time counts. Replies by bots are to be left out by the source.
 *
 * Fields: `first_response_seconds`, else `created_at` and `first_response_at`.
 */
export const frt: Metric<ElapsedState> = /* @__PURE__ */ elapsedFold({
  id: 'frt',
  text: {
    en: {
      name: 'First response time',
      short: 'FRT',
      description: 'Time until a person first answers a customer.',
    },
    id: {
      name: 'Waktu respons pertama',
      short: 'FRT',
      description: 'Waktu sampai pelanggan pertama kali dijawab oleh petugas.',
    },
  },
  fields: ['first_response_seconds', 'created_at', 'first_response_at'],
  what: { en: 'first response − created', id: 'respons pertama − dibuat' },
});
