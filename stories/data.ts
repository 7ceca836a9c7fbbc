/** Invented records for the stories, small enough to read. Nobody in them exists. */
import { reportRows } from '../demo/kpis.mjs';

/** A year of NPS answers, already counted by month, with a real rise in June. */
export const npsByMonth = [
  { month: '2025-12', promoters: 296, passives: 158, detractors: 154 },
  { month: '2026-01', promoters: 301, passives: 168, detractors: 142 },
  { month: '2026-02', promoters: 250, passives: 141, detractors: 116 },
  { month: '2026-03', promoters: 276, passives: 146, detractors: 139 },
  { month: '2026-04', promoters: 308, passives: 152, detractors: 146 },
  { month: '2026-05', promoters: 340, passives: 166, detractors: 157 },
  { month: '2026-06', promoters: 384, passives: 178, detractors: 150 },
  { month: '2026-07', promoters: 362, passives: 158, detractors: 128 },
  { month: '2026-08', promoters: 338, passives: 147, detractors: 111 },
  { month: '2026-09', promoters: 377, passives: 154, detractors: 111 },
  { month: '2026-10', promoters: 412, passives: 174, detractors: 121 },
  { month: '2026-11', promoters: 431, passives: 172, detractors: 118 },
];

/** The same year of CSAT answers: how many gave 1, 2, 3, 4 and 5. */
export const csatByMonth = [
  { month: '2025-12', counts: [31, 32, 53, 190, 291] },
  { month: '2026-01', counts: [27, 30, 48, 194, 301] },
  { month: '2026-02', counts: [22, 21, 39, 162, 260] },
  { month: '2026-03', counts: [24, 25, 42, 181, 284] },
  { month: '2026-04', counts: [25, 29, 46, 196, 304] },
  { month: '2026-05', counts: [31, 32, 55, 210, 331] },
  { month: '2026-06', counts: [29, 30, 54, 221, 371] },
  { month: '2026-07', counts: [23, 26, 47, 201, 345] },
  { month: '2026-08', counts: [18, 22, 40, 183, 329] },
  { month: '2026-09', counts: [19, 23, 44, 196, 355] },
  { month: '2026-10', counts: [21, 24, 47, 214, 390] },
  { month: '2026-11', counts: [19, 22, 41, 206, 388] },
];

/** Answers one by one: too few to be sure of anything. */
export const fewAnswers = [10, 9, 9, 8, 7, 10, 3, 6, null, 9].map((score, i) => ({
  score,
  created_at: `2026-11-${String(i + 1).padStart(2, '0')}T10:00:00+07:00`,
}));

/** Two channels, by month: e-mail stays behind and has no answers in April. */
export const npsByChannel = npsByMonth.flatMap(({ month, promoters, passives, detractors }) => [
  { month, channel: 'chat', promoters, passives, detractors },
  ...(month === '2026-04'
    ? []
    : [
        {
          month,
          channel: 'email',
          promoters: Math.round(promoters * 0.42),
          passives: Math.round(passives * 0.55),
          detractors: Math.round(detractors * 0.71),
        },
      ]),
]);

/** The KPI report of the field's own template, in Indonesian. */
export const reportInIndonesian = reportRows('id');

/** KPIs with their course over the months: met, near, missed and not yet known. */
export const kpis = [
  {
    metric: 'csat',
    target: '> 90%',
    value: 87.9,
    previous: 86.8,
    n: 676,
    trend: [80.6, 82.5, 83.7, 83.6, 83.3, 82.1, 84, 85, 86.5, 86.5, 86.8, 87.9],
    owner: 'Ayu Lestari',
    due: '2026-12-15',
  },
  {
    metric: 'asa',
    target: '< 2 min',
    value: 94,
    previous: 95,
    trend: [146, 140, 143, 149, 141, 148, 120, 94, 91, 94, 95, 94],
    owner: 'Bima Nugroho',
  },
  {
    metric: 'fcr',
    target: '>= 75%',
    value: 78.4,
    previous: 78,
    n: 1371,
    trend: [75.1, 77.2, 74.6, 77, 76, 75.5, 77.8, 78.9, 78.5, null, 78, 78.4],
  },
  {
    metric: 'aht',
    target: '<= 6:00',
    tolerance: 10,
    value: 366,
    previous: 356,
    trend: [366, 366, 362, 359, 366, 366, 359, 358, 357, 355, 356, 366],
  },
  { metric: 'frt', target: '< 15 min', value: null },
];

/** What a very long text does. */
export const longHeading =
  'All customers who contacted the service centre by any channel in the past twelve months';
