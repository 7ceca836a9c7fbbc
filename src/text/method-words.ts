/** How a metric is computed, in the two languages that metrics have words in. Loaded with what says it. */
import type { Lang, MetricOptions } from '../metrics/metric';
import { formatDuration, formatNumber } from './format';

/** What stands in the `method` of a Result, and in `variantText`, in Indonesian. */
const indonesian: Readonly<Record<string, string>> = {
  'top-two-box': 'dua skor teratas',
  'mean effort': 'upaya rata-rata',
  'mean session time': 'waktu sesi rata-rata',
  mean: 'rata-rata',
  share: 'porsi',
  easy: 'mudah',
  good: 'baik',
  bad: 'buruk',
  or: 'atau',
  scale: 'skala',
  'business hours': 'jam kerja',
  sketch: 'sketsa',
  promoters: 'promoter',
  detractors: 'detractor',
  positive: 'positif',
  negative: 'negatif',
  'neutral in the base': 'netral ikut dihitung',
  'yearly from monthly': 'tahunan dari bulanan',
  yearly: 'tahunan',
  monthly: 'bulanan',
  'customers at the start': 'pelanggan di awal',
  'end − new': 'akhir − baru',
  start: 'awal',
  talk: 'bicara',
  hold: 'tahan',
  wrap: 'penyelesaian akhir',
  'wait of answered': 'waktu tunggu terjawab',
  handling: 'penanganan',
  available: 'siap',
  paid: 'dibayar',
  'visits per user': 'kunjungan per pengguna',
  'interactions per post': 'interaksi per unggahan',
  'click-through': 'rasio klik',
  'of base': 'dari dasar',
  'of sent': 'dari yang terkirim',
  'of delivered': 'dari yang tersampaikan',
  'of offered': 'dari yang masuk',
  'of answered': 'dari yang dijawab',
  'of handled': 'dari yang ditangani',
  of: 'dari',
  offered: 'masuk',
  answered: 'dijawab',
  handled: 'ditangani',
  all: 'semua',
  'ignore-abandoned-within': 'tanpa yang terputus dalam batas',
  'abandoned-within-met': 'terputus dalam batas ikut tercapai',
  'exclude-short-abandons': 'tanpa yang terputus singkat',
  'without abandons': 'tanpa yang terputus',
  within: 'dalam',
  from: 'mulai',
  to: 'sampai',
  gross: 'bruto',
  net: 'neto',
  'margin-churn': 'margin / churn',
  simple: 'sederhana',
  discounted: 'terdiskonto',
  historic: 'historis',
  records: 'catatan',
};

const longestFirst = Object.keys(indonesian).sort((a, b) => b.length - a.length);
const phrases = new RegExp(`\\b(?:${longestFirst.join('|')})\\b`, 'g');

/** The `method` of a Result as people read it: "rata-rata, 1-5". */
export const methodText = (method: string, lang: Lang): string =>
  lang === 'en'
    ? method
    : method
        .replace(phrases, (phrase) => indonesian[phrase]!)
        .replace(/(\d)\.(\d+ %)/g, '$1,$2')
        .replace(/(\d) s\b/g, '$1 dtk');

/** Kinds of engagement, as its method names them. */
const kinds: Readonly<Record<string, string>> = {
  'visit-frequency': 'visits per user',
  'session-time': 'mean session time',
  'social-interactions': 'interactions per post',
};

/** One option; empty for those that say how records are read, not what is computed from them. */
function optionText(name: string, value: string, lang: Lang): string {
  const duration = formatDuration(Number(value), { lang });
  const number = formatNumber(Number(value), lang, 2);
  switch (name as keyof MetricOptions) {
    case 'method':
      // Its limit says so.
      return value === 'within' ? '' : value;
    case 'kind':
      return kinds[value] ?? value;
    case 'scale':
      return value === 'good-bad' ? 'good or bad' : `scale ${value.replace('-', '–')}`;
    case 'satisfiedFrom':
    case 'easyFrom':
      return `≥ ${number}`;
    case 'sla':
    case 'seconds':
      return `within ${duration}`;
    case 'shortAbandonSeconds':
      return `without abandons within ${duration}`;
    case 'base':
      return `of ${value}`;
    case 'annualise':
      return value === 'true' ? 'yearly' : 'monthly';
    case 'businessHours':
      return 'business hours';
    case 'positiveFrom':
      return `positive from ${number}`;
    case 'negativeTo':
      return `negative to ${number}`;
    case 'currency':
      return value;
    default:
      return '';
  }
}

/** Options of a metric as people read them: "mean, scale 1–7", "dalam 5 menit". */
export const variantText = (options: Readonly<Record<string, string>>, lang: Lang): string =>
  Object.entries(options)
    .map(([name, value]) => methodText(optionText(name, value, lang), lang))
    .filter(Boolean)
    .join(', ');
