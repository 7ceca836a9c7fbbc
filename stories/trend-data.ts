/** Invented courses over time, made by rule. */
import { npsByMonth } from './data';

/** Numbers from 0 to 1 that are the same every time (Lehmer). */
function dice(seed: number): () => number {
  let state = seed;
  return () => (state = (state * 48_271) % 2_147_483_647) / 2_147_483_647;
}

const month = (i: number): string =>
  `${2023 + Math.floor(i / 12)}-${String((i % 12) + 1).padStart(2, '0')}`;

const shareOfYear = [92, 88, 97, 95, 99, 101, 96, 94, 103, 108, 121, 139];

/** Three years of calls: a rise, a busy December, and one month with a fault in the telephone system. */
export const callsByMonth = Array.from({ length: 36 }, (_, i) => ({
  month: month(i),
  value: Math.round((900 + i * 9) * shareOfYear[i % 12]! * (i === 20 ? 0.0052 : 0.01)),
}));

/** Twelve teams: each a little better or worse than all together. */
export const npsByTeam = Array.from({ length: 12 }, (_, team) => {
  const next = dice(team + 7);
  return npsByMonth.map(({ month: at, promoters, passives, detractors }) => {
    const size = (20 - team) / 160;
    return {
      month: at,
      team: `Team ${String.fromCharCode(65 + team)}`,
      promoters: Math.round(promoters * size * (0.75 + next() * 0.2 + team * 0.03)),
      passives: Math.round(passives * size),
      detractors: Math.round(detractors * size * (1.2 - next() * 0.2 - team * 0.04)),
    };
  });
}).flat();

/** A year of 400 agents, one in thirty-three of whom answers most. */
export const csatByAgent = Array.from({ length: 400 }, (_, agent) => {
  const next = dice(agent * 31 + 5);
  const level = 60 + next() * 30;
  return npsByMonth.map(({ month: at }, i) => ({
    month: at,
    agent: `Agent ${String(agent + 1).padStart(3, '0')}`,
    value: Math.round((level + i * 0.5 + (next() - 0.5) * 12) * 10) / 10,
    n: agent % 33 ? 12 + (agent % 9) : 160 + agent,
  }));
}).flat();

/** Satisfaction a minute by a wall screen, with outages of some minutes that no picture may lose. */
export function minuteByMinute(count: number): { x: Float64Array; y: Float64Array } {
  const next = dice(11);
  const x = new Float64Array(count);
  const y = new Float64Array(count);
  let value = 84;
  for (let i = 0; i < count; i++) {
    value += (next() - 0.5) * 0.6 + (84 + Math.sin(i / 40_000) * 5 - value) * 0.01;
    x[i] = Date.UTC(2026, 0, 1) + i * 60_000;
    y[i] = i % 61_007 < 3 && i > 3 ? value - 40 : value;
  }
  return { x, y };
}

/** Counted survey answers of half a year as CSV: a row for each month and score. */
export const answersCsv = [
  'created_at,score,count',
  ...Array.from({ length: 30 }, (_, i) => {
    const [at, score] = [Math.floor(i / 5), (i % 5) + 1];
    return `2026-0${at + 1}-15,${score},${[14, 9, 30, 120, 190][i % 5]! + at * (score > 3 ? 9 : -1)}`;
  }),
].join('\n');
