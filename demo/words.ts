/** What the demo page itself says; the tiles bring their own words. */
const id = {
  title: 'Layanan pelanggan',
  subtitle: 'Pusat kontak Toko Nusantara · Desember 2025 – November 2026 · semua data karangan',
  language: 'Bahasa',
  theme: 'Tema',
  auto: 'Otomatis',
  light: 'Terang',
  dark: 'Gelap',
  today: 'Ringkasan',
  weekly: 'NPS per minggu',
  kpiHeading: 'Target KPI layanan',
  sameTitle: 'Data mentah dan data terhitung: angka yang sama',
  sameText:
    'Kiri: 20 ribu percakapan mentah sebagai CSV, dihitung oleh tile. Kanan: hitungan dari basis data, satu baris per skor dan bulan. Dua program, satu angka.',
  rawHeading: 'Dari rekaman mentah',
  countedHeading: 'Dari hitungan SQL',
  equal: 'Sama sampai desimal terakhir',
  different: 'Tidak sama',
  changeTitle: 'Sebelum dan sesudah 15 Juni 2026',
  changeText:
    'Pada 15 Juni, IVR dan pembagian antrean baru mulai dipakai. Waktu tunggu turun; apakah nilai dari pelanggan sungguh naik?',
  before: 'Sebelum',
  beforeNote: '1 Des 2025 – 14 Jun 2026',
  after: 'Sesudah, diuji',
  afterNote: '15 Jun – 20 Nov 2026',
  monthly: 'NPS per bulan',
  reportTitle: 'Laporan yang dulu ditulis tangan',
  reportText: 'Baris siap pakai, lengkap dengan analisis dan aksi, tampil di tabel yang sama.',
  reportHeading: 'Laporan KPI layanan',
  linksTitle: 'Titik data',
  linkRaw: 'rekaman mentah',
  linkWeighted: 'satu baris per skor dan bulan',
  linkComponents: 'promotor, pasif, detraktor',
  linkCsat: 'jawaban CSAT per kanal',
  linkKpis: 'baris tabel KPI',
};

export type Word = keyof typeof id;

const en: Record<Word, string> = {
  title: 'Customer service',
  subtitle: 'Contact centre of Toko Nusantara · December 2025 – November 2026 · all data invented',
  language: 'Language',
  theme: 'Theme',
  auto: 'Auto',
  light: 'Light',
  dark: 'Dark',
  today: 'Summary',
  weekly: 'NPS by week',
  kpiHeading: 'Service KPI targets',
  sameTitle: 'Raw and counted data: the same number',
  sameText:
    'Left: 20 thousand raw conversations as CSV, computed by the tile. Right: counts from the database, one row a score and month. Two programs, one number.',
  rawHeading: 'From raw records',
  countedHeading: 'From counts in SQL',
  equal: 'Equal to the last decimal',
  different: 'Not equal',
  changeTitle: 'Before and after 15 June 2026',
  changeText:
    'On 15 June a new IVR and call routing went live. Waits fell; did the score that customers give really rise?',
  before: 'Before',
  beforeNote: '1 Dec 2025 – 14 Jun 2026',
  after: 'After, tested',
  afterNote: '15 Jun – 20 Nov 2026',
  monthly: 'NPS by month',
  reportTitle: 'The report that was typed by hand',
  reportText: 'Ready rows with their analysis and action, in the same table.',
  reportHeading: 'Service KPI report',
  linksTitle: 'Data endpoints',
  linkRaw: 'raw records',
  linkWeighted: 'one row a score and month',
  linkComponents: 'promoters, passives, detractors',
  linkCsat: 'CSAT answers by channel',
  linkKpis: 'rows of the KPI table',
};

export const words = { id, en };
export type PageLang = keyof typeof words;
