import {
  catalogueFor,
  localeFor,
  type Catalogue,
  type FormulaWords,
  type LaterWords,
} from './catalogue';

/** What is loaded when it is first used: the menu, what it opens, and how a forecast was made. */
type Later = LaterWords & { formulaWords: FormulaWords };

export const enLater: Later = {
  refresh: 'Refresh',
  showTable: 'View table',
  table: 'Table',
  showChart: 'View chart',
  formula: 'Formula',
  copyValue: 'Copy value',
  copyImage: 'Copy image',
  copied: 'Copied',
  manyChanged: (count) => `${count} tiles have new numbers`,
  downloadPng: 'Download PNG',
  downloadSvg: 'Download SVG',
  downloadCsv: 'Download CSV',
  fullScreen: 'Full screen',
  print: 'Print',
  close: 'Close',
  rose: (delta) => `up ${delta}`,
  fell: (delta) => `down ${delta}`,
  unchanged: 'unchanged',
  changeFrom: (delta, period) => `${delta} from ${period}`,
  realChange: (p) => `a real change (${p})`,
  before: 'before',
  since: 'since',
  forecast: 'Forecast',
  unusual: 'Unusual',
  noneFound: (method) => `none found (${method})`,
  tooFewValues: 'too few values',
  tooManyPoints: 'too many points',
  needsInterval: 'needs an interval, such as day',
  resetZoom: 'Reset zoom',
  edit: (column) => `Edit ${column}`,
  emptyTitle: 'No responses yet',
  unmatched: 'No record matches the filter',
  noneHas: (count, text, what) => `None of ${text} record${count === 1 ? '' : 's'} has ${what}.`,
  column: (name) => `a column ${name}`,
  columns: (names) => `Columns: ${names}.`,
  valuesOf: (name, values) => `Values of ${name}: ${values}.`,
  saved: 'Saved',
  sorted: (column, way) => `Sorted by ${column}, ${way}`,
  ascending: 'ascending',
  descending: 'descending',
  unsorted: 'In the original order',
  formulaWords: {
    method: 'Method',
    given: 'given, not computed here',
    invalid: 'Invalid',
    unanswered: 'No answer',
  },
};

export const idLater: Later = {
  refresh: 'Muat ulang',
  showTable: 'Lihat tabel',
  table: 'Tabel',
  showChart: 'Lihat grafik',
  formula: 'Rumus',
  copyValue: 'Salin nilai',
  copyImage: 'Salin gambar',
  copied: 'Tersalin',
  manyChanged: (count) => `Angka pada ${count} kartu telah berubah`,
  downloadPng: 'Unduh PNG',
  downloadSvg: 'Unduh SVG',
  downloadCsv: 'Unduh CSV',
  fullScreen: 'Layar penuh',
  print: 'Cetak',
  close: 'Tutup',
  rose: (delta) => `naik ${delta}`,
  fell: (delta) => `turun ${delta}`,
  unchanged: 'tidak berubah',
  changeFrom: (delta, period) => `${delta} dari ${period}`,
  realChange: (p) => `perubahan nyata (${p})`,
  before: 'sebelum',
  since: 'sejak',
  forecast: 'Proyeksi',
  unusual: 'Tidak biasa',
  noneFound: (method) => `tidak ada (${method})`,
  tooFewValues: 'nilai terlalu sedikit',
  tooManyPoints: 'titik terlalu banyak',
  needsInterval: 'perlu interval, misalnya day',
  resetZoom: 'Atur ulang zoom',
  edit: (column) => `Sunting ${column}`,
  emptyTitle: 'Belum ada respons',
  unmatched: 'Tidak ada data yang cocok dengan filter',
  noneHas: (_count, text, what) => `Tidak satu pun dari ${text} baris memiliki ${what}.`,
  column: (name) => `kolom ${name}`,
  columns: (names) => `Kolom yang ada: ${names}.`,
  valuesOf: (name, values) => `Isi ${name}: ${values}.`,
  saved: 'Tersimpan',
  sorted: (column, way) => `Diurutkan menurut ${column}, ${way}`,
  ascending: 'menaik',
  descending: 'menurun',
  unsorted: 'Dalam urutan semula',
  formulaWords: {
    method: 'Metode',
    given: 'diberikan, tidak dihitung di sini',
    invalid: 'Tidak valid',
    unanswered: 'Tanpa jawaban',
  },
  methodName: (method) =>
    method
      .replace('additive', 'aditif')
      .replace('damped trend', 'tren teredam')
      .replace('seasonal naive', 'naif musiman')
      .replace('naive', 'naif')
      .replace(
        /^robust z beyond (\S+) from a running median(?: with season (\d+))?$/,
        (_, limit: string, season?: string) =>
          `skor z kokoh melebihi ${limit.replace('.', ',')} dari median bergerak${season ? ` dengan musim ${season}` : ''}`,
      ),
};

/** All words of a language, for what is loaded when it is first used; those left out are English. */
export function allWords(lang: string): Catalogue & { formulaWords: FormulaWords } {
  const words = catalogueFor(lang);
  const shipped = /^id(-|$)/.test(localeFor(lang)) ? idLater : enLater;
  return {
    ...shipped,
    ...words,
    formulaWords: { ...shipped.formulaWords, ...words.formulaWords },
  };
}
