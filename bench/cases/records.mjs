// A million raw records, as text, to NPS by month and channel: in Node and in the browser.
import { execFile } from 'node:child_process';
import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { promisify } from 'node:util';
import { print, range, ratio } from '../figures.mjs';
import { recordTexts } from '../records.mjs';

const execute = promisify(execFile);
const subjects = {
  parse: 'JSON.parse alone',
  json: 'JSON text: JSON.parse + tabulate',
  csv: 'CSV text: reader + tabulate',
  ndjson: 'NDJSON text: reader + tabulate',
};

export async function records(lab, { records: count = '1000000', wanted }) {
  const folder = join(lab.out, 'records');
  mkdirSync(folder, { recursive: true });
  const texts = recordTexts(Number(count));
  for (const [form, text] of Object.entries(texts)) {
    writeFileSync(join(folder, `rows.${form}`), text);
    lab.file(`/rows.${form}`, 'text/plain; charset=utf-8', text);
  }
  writeFileSync(join(folder, 'package.json'), '{ "type": "module" }');
  for (const { fileName, code } of await lab.bundle('records')) {
    mkdirSync(dirname(join(folder, fileName)), { recursive: true });
    writeFileSync(join(folder, fileName), code);
  }

  const answers = new Set();
  const check = ({ ms, answer }) => {
    if (answer !== null) answers.add(answer);
    if (answers.size > 1) throw new Error(`different answers: ${[...answers].join(' | ')}`);
    return { ms };
  };
  const names = Object.keys(subjects).filter((name) => name === 'parse' || wanted(name));
  const cases = names.flatMap((name) => [
    {
      id: `${name} node`,
      run: async () => {
        const file = join(folder, 'entry.js');
        const { stdout } = await execute(process.execPath, [file, name, folder]);
        return check(JSON.parse(stdout));
      },
    },
    {
      id: `${name} chromium`,
      run: () =>
        lab.sample('records', async (tab) => {
          await tab.call('load', name);
          const { value, task } = await tab.task('run', name);
          return check({ ...value, ms: task });
        }),
    },
  ]);
  const megabytes = (texts.json.length / 1e6).toFixed(0);
  return {
    title: `${count} raw records (${megabytes} MB of JSON) to NPS by month and channel, one cold run (ms, in Chromium by the thread's own clock; × is beside JSON.parse)`,
    cases,
    table: (found) =>
      print(
        ['from', 'Chromium', '×', 'Node', '×', 'n'],
        names.map((name) => {
          const [page, node] = ['chromium', 'node'].map((where) => found[`${name} ${where}`]?.ms);
          const [pageBase, nodeBase] = ['chromium', 'node'].map(
            (where) => found[`parse ${where}`]?.ms,
          );
          return [
            subjects[name],
            range(page),
            ratio(page, pageBase),
            range(node),
            ratio(node, nodeBase),
            page?.n,
          ];
        }),
      ),
  };
}
