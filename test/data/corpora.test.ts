import { expect } from '@open-wc/testing';
import { nps } from '../../src/metrics/nps';
import { parseInstant } from '../../src/metrics/time';
import { Tabulation } from '../../src/metrics/tabulate';
import { endpoint } from '../server/endpoint';
import { Diary, World } from './world';

const [numbers, dates] = await Promise.all([
  fetch('/shared/corpora/naughty-numbers.json'),
  fetch('/shared/corpora/dates.json'),
]);

async function read(type: string, body: string): Promise<Diary> {
  const bytes = String.fromCharCode(...new TextEncoder().encode(body));
  const diary = new Diary(new World()).open(endpoint({ type, base64: btoa(bytes) }).url);
  await diary.heard();
  diary.feed.close();
  return diary;
}

const cell = (text: string): string => `"${text.replaceAll('"', '""')}"`;

/** accept, gap, reject or syntax: what became of the one score that was sent. */
function verdictOf(diary: Diary): string {
  if (diary.error) return diary.error.code === 'syntax' ? 'syntax' : diary.error.code;
  const fold = new Tabulation({ metric: nps });
  fold.add(diary.rows, 0);
  const { result } = fold.cells()[0]!;
  if (result.unanswered) return 'gap';
  return result.invalid ? 'reject' : 'accept';
}

if (numbers.ok && dates.ok) {
  describe('the corpora through the server', () => {
    it('numbers in JSON are accepted, missing, refused or bad syntax', async () => {
      const { entries } = (await numbers.json()) as {
        entries: { raw: string; verdict: string; finite: boolean }[];
      };
      const wrong: string[] = [];
      for (let at = 0; at < entries.length; at += 12) {
        await Promise.all(
          entries.slice(at, at + 12).map(async ({ raw, verdict }) => {
            const got = verdictOf(await read('application/json', `[{"score":${raw}}]`));
            // The corpus speaks of numbers; a number outside 0 to 10 is no score and is refused.
            const value = verdict === 'accept' ? Number(String(JSON.parse(raw))) : NaN;
            const expected =
              verdict === 'accept' && !(value >= 0 && value <= 10) ? 'reject' : verdict;
            if (got !== expected) wrong.push(`${raw.slice(0, 40)}: ${got}, not ${expected}`);
          }),
        );
      }
      expect(wrong).to.deep.equal([]);
      expect(entries.length).to.be.greaterThan(70);
    });

    it('times in CSV and JSON arrive as they were written, and are read alike', async () => {
      const { entries } = (await dates.json()) as { entries: { s: string; verdict: string }[] };
      const json = await read(
        'application/json',
        JSON.stringify(entries.map(({ s }) => ({ at: s }))),
      );
      const csv = await read(
        'text/csv',
        `at,x\n${entries.map(({ s }) => `${cell(s)},1\n`).join('')}`,
      );
      const at = (diary: Diary): unknown[] => diary.rows.map((row) => (row as { at: unknown }).at);
      expect(at(csv)).to.deep.equal(entries.map(({ s }) => s));
      expect(at(json)).to.deep.equal(at(csv));
      const wrong = entries.filter(({ verdict }, i) => {
        const instant = parseInstant(at(csv)[i], 'Asia/Jakarta');
        return (instant === null || instant === undefined) === verdict.startsWith('accept');
      });
      expect(wrong.map(({ s, verdict }) => `${s}: ${verdict}`)).to.deep.equal([]);
    });
  });
} else {
  describe.skip('the corpora through the server (skipped: ../shared is absent)', () => {});
}
