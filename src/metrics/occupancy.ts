import type { Metric } from './metric';
import { ratioFold, type RatioState } from './ratio';

/**
 * Occupancy: handling / (handling + available), 0 to 100 %; a range is good,
 * since agents at 95 % burn out.
 *
 * Of the time that agents are there for contacts (Reynolds 2003, "Call Center
 * Staffing"). Some authors count meetings and training in (ICMI 2012): theirs is
 * nearer to utilisation here. `n` is the number of rows.
 *
 * Fields and components: `handling_seconds available_seconds`.
 */
export const occupancy: Metric<RatioState> = /* @__PURE__ */ ratioFold({
  id: 'occupancy',
  text: {
    en: {
      name: 'Occupancy',
      short: 'Occupancy',
      description: 'Share of the time agents are available that they spend on contacts.',
    },
    id: {
      name: 'Tingkat okupansi',
      short: 'Okupansi',
      description: 'Porsi waktu siap agen yang dipakai untuk menangani kontak.',
    },
  },
  fields: ['handling_seconds', 'available_seconds'],
  method: 'handling / (handling + available)',
  formula: (_options, lang) =>
    lang === 'id'
      ? 'penanganan / (penanganan + siap) × 100'
      : 'handling / (handling + available) × 100',
  sums: ([handling, available]) => [handling!, handling! + available!],
  disagree: (top, bottom) => `${top} of ${bottom} seconds were spent on contacts`,
});
