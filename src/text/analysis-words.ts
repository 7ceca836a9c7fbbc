/** The words of drafted analyses. Not part of the catalogue, since they load only where one is drafted. */
import { localeFor } from './catalogue';

/** Calendar steps that have a name of their own: "last month". */
export type Step = 'hour' | 'day' | 'week' | 'month' | 'quarter' | 'year';

/** Parts of a sentence. Arguments are texts that are already formatted. */
export interface AnalysisWords {
  rose(size: string, since: string): string;
  fell(size: string, since: string): string;
  grew(percent: string, since: string): string;
  shrank(percent: string, since: string): string;
  unchanged(since: string): string;
  since(period: string): string;
  sinceLast: Readonly<Record<Step | 'period', string>>;
  noise: string;
  met: string;
  above: string;
  below: string;
  gap(size: string): string;
  onLimit: string;
  overPlan(percent: string): string;
  underPlan(percent: string): string;
  onPlan: string;
  notProven: string;
  lowest(segment: string, value: string): string;
  highest(segment: string, value: string): string;
  /** How a segment is called: its field, its name. */
  segment(by: string, name: string): string;
  investigate: string;
  noData: string;
  /** Of the `count` values that came, those that could not be used. */
  unread(lost: string, all: string, count: number): string;
}

const en: AnalysisWords = {
  rose: (size, since) => `up ${size} ${since}`,
  fell: (size, since) => `down ${size} ${since}`,
  grew: (percent, since) => `increase of ${percent} ${since}`,
  shrank: (percent, since) => `decrease of ${percent} ${since}`,
  unchanged: (since) => `unchanged ${since}`,
  since: (period) => `from ${period}`,
  sinceLast: {
    hour: 'on the hour before',
    day: 'on the day before',
    week: 'on last week',
    month: 'on last month',
    quarter: 'on last quarter',
    year: 'on last year',
    period: 'on the period before',
  },
  noise: 'still within noise',
  met: 'on target',
  above: 'above target',
  below: 'below target',
  gap: (size) => `${size} from the limit`,
  onLimit: 'exactly on the limit',
  overPlan: (percent) => `${percent} above plan`,
  underPlan: (percent) => `${percent} below plan`,
  onPlan: 'as planned',
  notProven: 'not proven',
  lowest: (segment, value) => `lowest for ${segment} (${value})`,
  highest: (segment, value) => `highest for ${segment} (${value})`,
  segment: (_by, name) => name,
  investigate: 'Needs a closer look.',
  noData: 'No data.',
  unread: (lost, all, count) =>
    `${lost} of ${all} value${count === 1 ? '' : 's'} could not be read.`,
};

const FIELDS: Readonly<Record<string, string>> = {
  channel: 'kanal ',
  agent: 'agen ',
  team: 'tim ',
  topic: 'topik ',
  product: 'produk ',
  region: 'wilayah ',
  branch: 'cabang ',
};

const id: AnalysisWords = {
  rose: (size, since) => `naik ${size} ${since}`,
  fell: (size, since) => `turun ${size} ${since}`,
  grew: (percent, since) => `peningkatan ${percent} ${since}`,
  shrank: (percent, since) => `penurunan ${percent} ${since}`,
  unchanged: (since) => `tidak berubah ${since}`,
  since: (period) => `dari ${period}`,
  sinceLast: {
    hour: 'dibandingkan jam sebelumnya',
    day: 'dibandingkan hari sebelumnya',
    week: 'dibandingkan minggu lalu',
    month: 'dibandingkan bulan lalu',
    quarter: 'dibandingkan triwulan lalu',
    year: 'dibandingkan tahun lalu',
    period: 'dibandingkan periode sebelumnya',
  },
  noise: 'dalam variasi wajar',
  met: 'target tercapai',
  above: 'melebihi target',
  below: 'di bawah target',
  gap: (size) => `selisih ${size} dari batas`,
  onLimit: 'tepat di batas',
  overPlan: (percent) => `${percent} di atas rencana`,
  underPlan: (percent) => `${percent} di bawah rencana`,
  onPlan: 'sesuai rencana',
  notProven: 'belum terbukti',
  lowest: (segment, value) => `terendah di ${segment} (${value})`,
  highest: (segment, value) => `tertinggi di ${segment} (${value})`,
  segment: (by, name) => (Object.hasOwn(FIELDS, by) ? FIELDS[by] : '') + name,
  investigate: 'Perlu investigasi lebih lanjut.',
  noData: 'Tidak ada data.',
  unread: (lost, all) => `${lost} dari ${all} nilai tidak dapat dibaca.`,
};

const registered = /* @__PURE__ */ new Map<string, AnalysisWords>();

/** Adds a language to drafted analyses, or replaces words. Those left out are the shipped ones, else English. */
export function registerAnalysis(lang: string, words: Partial<AnalysisWords>): void {
  registered.set(lang.toLowerCase().split('-')[0]!, { ...analysisWords(lang), ...words });
}

/** The words of a language; English where there are none. */
export function analysisWords(lang: string): AnalysisWords {
  const language = lang.toLowerCase().split(/[-_]/)[0]!;
  return registered.get(language) ?? (/^id\b/.test(localeFor(lang)) ? id : en);
}
