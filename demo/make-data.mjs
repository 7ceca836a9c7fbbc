/**
 * Invents a year of a contact centre: about 20,000 conversations from
 * 1 December 2025 to 20 November 2026, in Jakarta's time, with surveys, waits
 * and handling. Nobody in it exists. On 15 June 2026 a new IVR and routing
 * start; waits fall, and the score that customers give rises because of it.
 *
 * Run: node demo/make-data.mjs [file]
 */
import { mkdirSync, renameSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { fileURLToPath } from 'node:url';
import { randomFrom } from './random.mjs';

export const DATA_FILE = fileURLToPath(new URL('.data/conversations.csv', import.meta.url));

/** The day the new IVR and routing went live. */
export const CHANGE_DAY = '2026-06-15';

/** Of ninety seeds tried, one whose last month differs from the month before: more to look at. */
const SEED = 641439;
const DAY = 86_400_000;
const FIRST = Date.UTC(2025, 11, 1);
const LAST = Date.UTC(2026, 10, 20);
const CHANGE = Date.parse(CHANGE_DAY);

/** Expected conversations by weekday, Sunday first. */
const WEEKDAY = [26, 78, 71, 67, 64, 61, 34];
/** Share of a day's conversations by hour, 7 to 21. */
const HOURS = [2, 6, 10, 12.5, 12, 8, 8.5, 10, 9, 7, 5, 4, 3, 2, 1].map((weight, i) => ({
  hour: i + 7,
  weight,
}));
/** Lebaran, New Year and other days when few write. */
const QUIET = new Set(
  '2025-12-25 2025-12-26 2026-01-01 2026-03-19 2026-03-20 2026-03-21 2026-03-22 2026-03-23 2026-05-01 2026-08-17'.split(
    ' ',
  ),
);

/** `wait` and `handle` are medians in seconds; `mood` moves satisfaction, in standard deviations. */
const CHANNELS = [
  { name: 'telepon', weight: 42, wait: 146, handle: 240, mood: 0.02 },
  { name: 'whatsapp', weight: 25, wait: 112, handle: 272, mood: 0.1 },
  { name: 'chat', weight: 18, wait: 58, handle: 250, mood: 0.06 },
  { name: 'email', weight: 15, wait: 9000, handle: 318, mood: -0.2 },
];

/** `repeat` is the chance of a second contact, `solved` of an end that the customer calls solved. */
const TOPICS = [
  { name: 'tagihan', weight: 20, mood: 0, repeat: 0.17, solved: 0.94 },
  { name: 'status pengiriman', weight: 19, mood: 0.05, repeat: 0.15, solved: 0.95 },
  { name: 'pengembalian dana', weight: 13, mood: -0.62, repeat: 0.42, solved: 0.83 },
  { name: 'gangguan layanan', weight: 15, mood: -0.12, repeat: 0.24, solved: 0.9 },
  { name: 'akun dan kata sandi', weight: 13, mood: 0.16, repeat: 0.08, solved: 0.98 },
  { name: 'info produk', weight: 12, mood: 0.22, repeat: 0.06, solved: 0.98 },
  { name: 'perubahan pesanan', weight: 8, mood: 0.04, repeat: 0.16, solved: 0.95 },
];

/** `skill` moves satisfaction; `pace` multiplies handling time. */
const AGENTS = [
  { name: 'Ayu Lestari', team: 'Suara', weight: 10, skill: 0.2, pace: 0.94 },
  { name: 'Bima Nugroho', team: 'Suara', weight: 9, skill: 0.05, pace: 1 },
  { name: 'Citra Maharani', team: 'Suara', weight: 8, skill: 0.1, pace: 1.06 },
  { name: 'Dimas Prasetyo', team: 'Suara', weight: 8, skill: -0.14, pace: 0.9 },
  { name: 'Eka Wulandari', team: 'Suara', weight: 6, skill: 0, pace: 1.1 },
  { name: 'Fajar Hidayat', team: 'Digital', weight: 10, skill: 0.12, pace: 0.96 },
  { name: 'Gita Permatasari', team: 'Digital', weight: 9, skill: 0.02, pace: 1.03 },
  { name: 'Hendra Wijaya', team: 'Digital', weight: 8, skill: -0.08, pace: 1.12 },
  { name: 'Intan Sari', team: 'Digital', weight: 7, skill: 0.15, pace: 1 },
  { name: 'Joko Susilo', team: 'Digital', weight: 3, skill: -0.05, pace: 1.18 },
  { name: 'Kartika Dewi', team: 'Surel', weight: 9, skill: 0.06, pace: 0.98 },
  { name: 'Lukman Hakim', team: 'Surel', weight: 6, skill: -0.1, pace: 1.08 },
];
const TEAM_OF = { telepon: 'Suara', whatsapp: 'Digital', chat: 'Digital', email: 'Surel' };

/** Lower ends of the scores 10, 9 … 1 on the satisfaction scale. */
const SCORE_FROM = [0.42, -0.05, -0.52, -0.86, -1.1, -1.36, -1.6, -1.86, -2.12, -2.42];
const CSAT_FROM = [-0.02, -1.16, -1.5, -1.95];
const CES_FROM = [0.3, -0.35, -0.95, -1.35, -1.7, -2.1];

const COLUMNS =
  'id created_at channel topic agent team wait_seconds answered talk_seconds hold_seconds wrap_seconds first_response_at resolved_at resolved contacts_needed score csat ces';

/** The highest step whose lower end `feeling` reaches. */
function step(
  /** @type {number} */ feeling,
  /** @type {number[]} */ from,
  /** @type {number} */ top,
) {
  const passed = from.findIndex((limit) => feeling >= limit);
  return top - (passed < 0 ? from.length : passed);
}

/** Wall time in Jakarta, kept in milliseconds as if it were UTC, to ISO 8601. */
const iso = (/** @type {number} */ wall) => new Date(wall).toISOString().slice(0, 19) + '+07:00';

/** The whole file as text, the same on every machine. */
export function makeConversations() {
  const { uniform, normal, around, pick, poisson } = randomFrom(SEED);
  const lines = [COLUMNS.replaceAll(' ', ',')];
  let id = 100_000;

  for (let day = FIRST; day <= LAST; day += DAY) {
    const changed = day >= CHANGE;
    const growth = 1 + (0.16 * (day - FIRST)) / (LAST - FIRST);
    const quiet = QUIET.has(iso(day).slice(0, 10)) ? 0.3 : 1;
    const weekday = new Date(day).getUTCDay();
    // Mondays are Poisson like other days; the year's slow wave is the sale season in December and July.
    const season = 1 + 0.08 * Math.cos(((day - FIRST) / DAY / 355) * 4 * Math.PI);
    const count = poisson(
      /** @type {number} */ (WEEKDAY[weekday]) * growth * quiet * season * 0.96,
    );
    const starts = Array.from({ length: count }, () => {
      return day + pick(HOURS).hour * 3_600_000 + Math.floor(uniform() * 3600) * 1000;
    }).sort((a, b) => a - b);

    for (const start of starts) {
      const channel = pick(CHANNELS);
      const topic = pick(TOPICS);
      const agent = pick(
        AGENTS.filter((a) => a.team === TEAM_OF[/** @type {'chat'} */ (channel.name)]),
      );
      const hour = new Date(start).getUTCHours();
      const queued = channel.name !== 'email';
      const busy = queued && hour >= 10 && hour < 12 && weekday > 0 && weekday < 6 ? 1.5 : 1;
      const wait = Math.round(around(channel.wait * busy * (changed ? 0.62 : 1), 0.62));
      const patience = channel.name === 'telepon' ? around(560, 0.7) : Infinity;
      const answered = wait <= patience;

      const row = [`K${++id}`, iso(start), channel.name, topic.name];
      if (!answered) {
        row.push(
          '',
          TEAM_OF.telepon,
          `${Math.round(patience)}`,
          'false',
          '',
          '',
          '',
          '',
          '',
          '',
          '',
          '',
          '',
          '',
        );
        lines.push(row.join(','));
        continue;
      }

      const talk = Math.round(around(channel.handle * agent.pace, 0.42));
      const hold = queued && uniform() < 0.45 ? Math.round(around(changed ? 34 : 46, 0.6)) : 0;
      const wrap = Math.round(around(46 * agent.pace, 0.4));
      const repeat = topic.repeat * (changed ? 0.88 : 1.05);
      const contacts = uniform() >= repeat ? 1 : uniform() < 0.7 ? 2 : 3;
      const resolved = uniform() < topic.solved - (contacts - 1) * 0.05;
      const reply = start + wait * 1000;
      const end = reply + (talk + hold + wrap) * 1000 + (contacts - 1) * around(0.9 * DAY, 0.5);

      const feeling =
        0.02 +
        channel.mood +
        topic.mood +
        agent.skill +
        (changed ? 0.05 : 0) +
        (resolved ? 0.1 : -0.9) -
        (contacts - 1) * 0.22 -
        0.13 * Math.log(wait / (channel.wait * 0.8)) +
        normal();
      const asked = uniform();
      row.push(
        agent.name,
        agent.team,
        queued ? `${wait}` : '',
        'true',
        `${talk}`,
        `${hold}`,
        `${wrap}`,
      );
      row.push(iso(reply), resolved ? iso(end) : '', `${resolved}`, `${contacts}`);
      // Surveys go out by lot: most answer the NPS question, others stop after the first or second.
      row.push(asked < 0.37 ? `${step(feeling, SCORE_FROM, 10)}` : '');
      row.push(
        asked < 0.34 || asked > 0.93 ? `${step(feeling + 0.4 * normal(), CSAT_FROM, 5)}` : '',
      );
      row.push(asked < 0.22 ? `${step(feeling + 0.5 * normal(), CES_FROM, 7)}` : '');
      lines.push(row.join(','));
    }
  }
  return lines.join('\n') + '\n';
}

/** Writes the file by a rename, so that a second server never reads half of it. */
export function writeConversations(file = DATA_FILE) {
  mkdirSync(dirname(file), { recursive: true });
  const draft = `${file}.${process.pid}`;
  writeFileSync(draft, makeConversations());
  renameSync(draft, file);
  return file;
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  process.stdout.write(`${writeConversations(process.argv[2])}\n`);
}
