/**
 * What could be done next, by metric and status. A starting point: the page can
 * replace any of it, and a person edits the row.
 *
 * The advice is the usual one of the field: low satisfaction asks for coaching
 * in empathy and problem solving, long replies and handling for staffing,
 * routing and automation, repeated topics for self-service, and steady results
 * for recognition.
 */
import type { Direction } from '../metrics/metric';
import { localeFor } from './catalogue';
import type { TargetLike } from './format';
import type { StatusName } from './status';

/** Advice for one metric; `above` and `below` come before `missed` where the side of the target matters. */
export interface ActionWords {
  missed?: string;
  above?: string;
  below?: string;
  near?: string;
  met?: string;
  'no-data'?: string;
}

/** Advice by metric id; `*` is for every metric that says nothing itself. */
export type Actions = Readonly<Record<string, ActionWords>>;

const id: Actions = {
  '*': {
    missed: 'Cari penyebab utama, tetapkan penanggung jawab dan tenggat.',
    near: 'Pantau mingguan.',
    met: 'Pertahankan.',
    'no-data': 'Periksa sumber data.',
  },
  nps: {
    missed: 'Hubungi detractor, perbaiki keluhan yang paling sering muncul.',
    met: 'Pertahankan; ajak promoter memberi ulasan.',
  },
  csat: {
    missed: 'Tinjau umpan balik pelanggan, lakukan pelatihan tambahan bagi staf.',
    met: 'Pertahankan; beri apresiasi kepada tim.',
  },
  ces: { missed: 'Sederhanakan langkah yang paling menyulitkan pelanggan.' },
  frt: { missed: 'Atur ulang penugasan dan jadwal agen, sediakan layanan mandiri.' },
  asa: { missed: 'Optimalkan penugasan agen, pertimbangkan tambahan staf.' },
  aht: {
    missed: 'Otomatiskan langkah berulang, lengkapi basis pengetahuan; jaga mutu layanan.',
  },
  'resolution-time': { missed: 'Perjelas jalur eskalasi, kurangi serah terima antartim.' },
  fcr: {
    missed: 'Latih agen menyelesaikan masalah, sederhanakan proses.',
    met: 'Pertahankan; bagikan cara kerja terbaik.',
  },
  'resolution-rate': { missed: 'Tinjau tiket yang tertunda, perjelas jalur eskalasi.' },
  'response-rate': { missed: 'Persingkat survei, kirim segera setelah layanan selesai.' },
  abandonment: { missed: 'Tambah agen pada jam sibuk, tawarkan panggilan balik.' },
  'service-level': { missed: 'Sesuaikan jadwal agen dengan jam sibuk.' },
  occupancy: {
    above: 'Kurangi beban agen, tambah staf pada jam sibuk.',
    below: 'Sesuaikan jadwal, alihkan waktu luang untuk pelatihan.',
  },
  utilisation: {
    above: 'Sediakan waktu jeda dan pelatihan bagi agen.',
    below: 'Tinjau jadwal dan kegiatan di luar penanganan.',
  },
  retention: { missed: 'Hubungi pelanggan yang berisiko pergi, tinjau alasan mereka.' },
  churn: { missed: 'Tinjau alasan pelanggan berhenti, hubungi yang berisiko.' },
  clv: { missed: 'Dorong pembelian ulang, tinjau biaya layanan per pelanggan.' },
  engagement: { missed: 'Uji isi dan waktu kirim pesan.' },
  sentiment: { missed: 'Baca komentar negatif, tangani topik yang paling sering.' },
  volume: {
    above: 'Tinjau proses layanan pelanggan, identifikasi penyebab peningkatan.',
    below: 'Periksa gangguan saluran dan pencatatan.',
  },
};

const en: Actions = {
  '*': {
    missed: 'Find the main cause, name an owner and a date.',
    near: 'Review weekly.',
    met: 'Keep it up.',
    'no-data': 'Check the data source.',
  },
  nps: {
    missed: 'Call detractors back, fix what they complain about most.',
    met: 'Keep it up; ask promoters for a review.',
  },
  csat: {
    missed: 'Review customer feedback, coach staff in empathy and problem solving.',
    met: 'Keep it up; recognise the team.',
  },
  ces: { missed: 'Simplify the step that customers find hardest.' },
  frt: { missed: 'Rework routing and rosters, offer self-service.' },
  asa: { missed: 'Improve how agents are assigned, consider more staff.' },
  aht: { missed: 'Automate repeated steps, fill the knowledge base; keep an eye on quality.' },
  'resolution-time': { missed: 'Clarify escalation, cut hand-overs between teams.' },
  fcr: {
    missed: 'Train agents in problem solving, simplify the process.',
    met: 'Keep it up; share what works.',
  },
  'resolution-rate': { missed: 'Review pending tickets, clarify escalation.' },
  'response-rate': { missed: 'Shorten the survey, send it right after the contact.' },
  abandonment: { missed: 'Add agents at peak hours, offer call-backs.' },
  'service-level': { missed: 'Fit rosters to the peak hours.' },
  occupancy: {
    above: 'Relieve agents, add staff at peak hours.',
    below: 'Adjust rosters, use free time for training.',
  },
  utilisation: {
    above: 'Leave agents time for breaks and training.',
    below: 'Review rosters and time spent off contacts.',
  },
  retention: { missed: 'Reach out to customers at risk, review why they leave.' },
  churn: { missed: 'Review why customers leave, reach out to those at risk.' },
  clv: { missed: 'Encourage repeat orders, review the cost to serve.' },
  engagement: { missed: 'Test content and sending times.' },
  sentiment: { missed: 'Read the negative comments, deal with the most frequent topic.' },
  volume: {
    above: 'Review the service process, find the cause of the increase.',
    below: 'Check for outages of channels and logging.',
  },
};

const registered = /* @__PURE__ */ new Map<string, Actions>();

const key = (lang: string) => lang.toLowerCase().split(/[-_]/)[0]!;

/**
 * Replaces or adds advice in a language, by metric and then by status:
 * `registerActions('id', { csat: { missed: 'Hubungi pelanggan.' } })`. An empty
 * text means that nothing is suggested. What is left out stays as it is.
 */
export function registerActions(lang: string, actions: Actions): void {
  const merged = new Map(Object.entries(registered.get(key(lang)) ?? {}));
  for (const [metric, words] of Object.entries(actions)) {
    merged.set(metric, { ...merged.get(metric), ...words });
  }
  // Built from entries, so that a metric called "__proto__" is data like any other.
  registered.set(key(lang), Object.fromEntries(merged));
}

/** The suggestion for a metric in a status; the general one where the metric has none. */
export function suggestAction(about: {
  metric: string;
  status: StatusName;
  value?: number | null;
  target?: TargetLike | null;
  direction?: Direction;
  lang: string;
}): string {
  const { metric, status, value, target, direction, lang } = about;
  const shipped = /^id\b/.test(localeFor(lang)) ? id : en;
  const own = registered.get(key(lang));
  const keys: (keyof ActionWords)[] = [status];
  // A plan that is neither good nor bad to exceed is never "missed", yet asks for the same.
  const off = status === 'missed' || (status === 'near' && direction === 'none');
  if (off && target && typeof value === 'number') {
    if (value > target.high) keys.unshift('above');
    else if (value < target.low) keys.unshift('below');
  }
  for (const id of [metric, '*']) {
    for (const actions of [own, shipped]) {
      const words = actions && Object.hasOwn(actions, id) ? actions[id] : undefined;
      for (const side of keys) {
        const text = words && Object.hasOwn(words, side) ? words[side] : undefined;
        if (text !== undefined) return text;
      }
    }
  }
  return '';
}
