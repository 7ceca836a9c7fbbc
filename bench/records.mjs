// Raw survey answers, the same in every run and in three forms of text.
import { random } from './page/common.js';

const channels = ['web', 'email', 'phone', 'chat', 'store'];
const days = 730;

export function recordTexts(count) {
  const next = random(42);
  const dates = Array.from({ length: days }, (_, i) =>
    new Date(Date.UTC(2023, 0, 1 + i)).toISOString().slice(0, 10),
  );
  const json = [];
  const csv = ['id,date,channel,score'];
  for (let i = 0; i < count; i++) {
    const id = `r${i}`;
    const date = dates[Math.floor(next() * days)];
    const channel = channels[Math.floor(next() * channels.length)];
    const score = Math.min(10, Math.floor(Math.sqrt(next()) * 11.5));
    json.push(JSON.stringify({ id, date, channel, score }));
    csv.push(`${id},${date},${channel},${score}`);
  }
  return {
    json: `[${json.join(',')}]`,
    ndjson: `${json.join('\n')}\n`,
    csv: `${csv.join('\n')}\n`,
  };
}
