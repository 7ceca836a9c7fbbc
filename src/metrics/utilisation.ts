import type { Metric } from './metric';
import { ratioFold, type RatioState } from './ratio';

/**
 * Utilisation: (handling + available) / paid, 0 to 100 %; a range is good.
 *
 * The share of paid time that agents are there for contacts; others divide
 * handling alone, so the formula is always shown. More than was paid is a data
 * error. `n` is the number of rows.
 *
 * Fields and components: `handling_seconds available_seconds paid_seconds`.
 */
export const utilisation: Metric<RatioState> = /* @__PURE__ */ ratioFold({
  id: 'utilisation',
  text: {
    en: {
      name: 'Utilisation',
      short: 'Utilisation',
      description: 'Share of paid time that agents are on contacts or available for them.',
    },
    id: {
      name: 'Tingkat utilisasi',
      short: 'Utilisasi',
      description:
        'Porsi jam kerja berbayar yang dipakai agen untuk menangani atau siap menerima kontak.',
    },
  },
  fields: ['handling_seconds', 'available_seconds', 'paid_seconds'],
  method: '(handling + available) / paid',
  formula: (_options, lang) =>
    lang === 'id' ? '(penanganan + siap) / dibayar × 100' : '(handling + available) / paid × 100',
  sums: ([handling, available, paid]) => [handling! + available!, paid!],
  disagree: (top, bottom) => `${top} of ${bottom} paid seconds were worked`,
});
