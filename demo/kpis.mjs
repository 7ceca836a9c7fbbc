/**
 * The rows of the KPI table: the report that the demo's contact centre used to
 * type by hand, and the same kind of row from the records.
 */

/** The monthly report as it was written. Numbers stay as people write them. */
const REPORT = {
  id: [
    {
      metric: 'Jumlah panggilan masuk',
      target: '1000',
      value: '1200',
      previous: '1000',
      unit: 'count',
      direction: 'none',
      analysis: 'Peningkatan 20% dibandingkan bulan lalu. Perlu investigasi lebih lanjut.',
      action: 'Tinjau proses layanan pelanggan, identifikasi penyebab peningkatan.',
    },
    {
      metric: 'Waktu tunggu rata-rata',
      target: '< 2 menit',
      value: '2,5 menit',
      unit: 'seconds',
      direction: 'down',
      analysis: 'Melebihi target.',
      action: 'Optimalkan penugasan agen, pertimbangkan tambahan staf.',
    },
    {
      metric: 'Skor CSAT',
      target: '> 90%',
      value: '85%',
      unit: 'percent',
      direction: 'up',
      analysis: 'Di bawah target.',
      action: 'Tinjau umpan balik pelanggan, lakukan pelatihan tambahan bagi staf.',
    },
  ],
  en: [
    {
      metric: 'Incoming calls',
      target: '1000',
      value: '1200',
      previous: '1000',
      unit: 'count',
      direction: 'none',
      analysis: 'Up 20% from last month. Needs a closer look.',
      action: 'Review the service process and find what drives the increase.',
    },
    {
      metric: 'Average waiting time',
      target: '< 2 min',
      value: '2.5 min',
      unit: 'seconds',
      direction: 'down',
      analysis: 'Above target.',
      action: 'Schedule agents better; consider more staff.',
    },
    {
      metric: 'CSAT score',
      target: '> 90%',
      value: '85%',
      unit: 'percent',
      direction: 'up',
      analysis: 'Below target.',
      action: 'Review customer feedback; give staff further training.',
    },
  ],
};

/** @typedef {keyof typeof REPORT} Lang */

/** The report's rows in one language. */
export function reportRows(/** @type {Lang} */ lang) {
  return REPORT[lang];
}

/**
 * Rows of the living table, in the order it is read: the column of `KPI_QUERY`,
 * and what the row says beside it.
 */
const LIVE = {
  csat: { metric: 'csat', target: { id: '> 90%', en: '> 90%' } },
  asa: { metric: 'asa', target: { id: '< 2 menit', en: '< 2 min' } },
  fcr: { metric: 'fcr', target: { id: '>= 75%', en: '>= 75%' } },
  aht: { metric: 'aht', target: { id: '<= 6:00', en: '<= 6:00' } },
  calls: { metric: 'volume', target: { id: '700', en: '700' } },
};

/**
 * Rows of the newest whole month, with the months before it as their trend.
 * Names and words are left to the element.
 * @param {readonly Record<string, any>[]} months as `KPI_QUERY` gives them
 * @param {Lang} lang
 */
export function liveRows(months, lang) {
  const whole = months.slice(0, -1);
  return Object.entries(LIVE).map(([column, { metric, target }]) => ({
    metric,
    target: target[lang],
    value: whole.at(-1)?.[column] ?? null,
    previous: whole.at(-2)?.[column] ?? null,
    trend: whole.map((month) => month[column]),
  }));
}
