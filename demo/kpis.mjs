/**
 * The rows of the KPI table: the report that the demo's contact centre used to
 * type by hand, and the same kind of row from last month's records.
 */

/** The monthly report as it was written: target, result, analysis, action. */
const REPORT = [
  {
    metric: 'volume',
    name: { id: 'Jumlah panggilan masuk', en: 'Incoming calls' },
    target: { id: '1000', en: '1000' },
    value: 1200,
    previous: 1000,
    analysis: {
      id: 'Peningkatan 20% dibandingkan bulan lalu. Perlu investigasi lebih lanjut.',
      en: 'Up 20% from last month. Needs a closer look.',
    },
    action: {
      id: 'Tinjau proses layanan pelanggan, identifikasi penyebab peningkatan.',
      en: 'Review the service process and find what drives the increase.',
    },
  },
  {
    metric: 'asa',
    name: { id: 'Waktu tunggu rata-rata', en: 'Average waiting time' },
    target: { id: '< 2 menit', en: '< 2 min' },
    value: 150,
    analysis: { id: 'Melebihi target.', en: 'Above target.' },
    action: {
      id: 'Optimalkan penugasan agen, pertimbangkan tambahan staf.',
      en: 'Schedule agents better; consider more staff.',
    },
  },
  {
    metric: 'csat',
    name: { id: 'Skor CSAT', en: 'CSAT score' },
    target: { id: '> 90%', en: '> 90%' },
    value: 85,
    analysis: { id: 'Di bawah target.', en: 'Below target.' },
    action: {
      id: 'Tinjau umpan balik pelanggan, lakukan pelatihan tambahan bagi staf.',
      en: 'Review customer feedback; give staff further training.',
    },
  },
];

/** The report's rows in one language. */
export function reportRows(/** @type {'id' | 'en'} */ lang) {
  return REPORT.map((row) => ({
    ...row,
    name: row.name[lang],
    target: row.target[lang],
    analysis: row.analysis[lang],
    action: row.action[lang],
  }));
}

/** Targets of the living table, in the order it is read. */
const TARGETS = {
  csat: { id: '> 90%', en: '> 90%' },
  asa: { id: '< 2 menit', en: '< 2 min' },
  fcr: { id: '>= 75%', en: '>= 75%' },
  aht: { id: '<= 6:00', en: '<= 6:00' },
  calls: { id: '700', en: '700' },
};

/**
 * Rows of the newest whole month, with the months before it as history.
 * Words are left to the element, which drafts them from the numbers.
 * @param {readonly Record<string, any>[]} months as `KPI_QUERY` gives them
 * @param {'id' | 'en'} lang
 */
export function liveRows(months, lang) {
  const whole = months.slice(0, -1);
  const last = whole.at(-1);
  const before = whole.at(-2);
  return Object.entries(TARGETS).map(([id, target]) => ({
    metric: id === 'calls' ? 'volume' : id,
    ...(id === 'calls' && { name: lang === 'id' ? 'Jumlah panggilan masuk' : 'Incoming calls' }),
    target: target[lang],
    value: last?.[id] ?? null,
    previous: before?.[id] ?? null,
    history: whole.map((month) => month[id]),
    period: last?.month,
  }));
}
