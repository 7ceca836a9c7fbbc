/**
 * Where each scenario of ../shared/corpora/chaos-scenarios.json is tested: a test names those that it
 * proves in its title, or in the table that gives its title, as `(chaos: 304 with etag; same body again)`.
 */
import assert from 'node:assert/strict';
import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { describe, it } from 'node:test';
import { fileURLToPath } from 'node:url';

const tests = fileURLToPath(new URL('..', import.meta.url));
const corpus = fileURLToPath(
  new URL('../../../shared/corpora/chaos-scenarios.json', import.meta.url),
);

/**
 * Scenarios of which a page sees less, or for which the design decides something else, in words: the
 * tests that name them prove that in place of what the corpus expects.
 */
const otherwise = {
  'oversized with content-length': 'a document may have 32 MiB, not 5 MB; max-bytes changes it',
  'oversized chunked': 'a document may have 32 MiB, not 5 MB; max-bytes changes it',
  'redirect chain 20':
    'a page cannot count redirects: the browser follows 20 and ends at the 21st, with network',
  'redirect to other origin':
    'always blocked: there is no list of origins, the page names the address itself in src',
  '401 then 200 after reload()': 'the method is called refresh()',
  'out of order within polling':
    'polls are 5 s apart at least, so the order is shuffled by a scheduler and not by a short poll',
  'CORS refused': 'as every network failure: tried again three times, then it stops',
  'SSE 10000 msg/s for 10 s':
    'a test makes no claim on time: at most one drawing a frame is proved; frames a second and memory are not measured',
};

/** Every name in `(chaos: …)`, by the files that have it. */
function marked() {
  const found = new Map();
  for (const path of readdirSync(tests, { recursive: true })) {
    if (!path.endsWith('.test.ts')) continue;
    for (const [, names] of readFileSync(join(tests, path), 'utf8').matchAll(
      /\(chaos: (.*?)\)(?!\))/g,
    ))
      for (const name of names.split('; ')) found.set(name, [...(found.get(name) ?? []), path]);
  }
  return found;
}

describe(
  'the scenarios of the chaos corpus',
  {
    skip: !existsSync(corpus) && '../shared is not here',
  },
  () => {
    const names = existsSync(corpus)
      ? JSON.parse(readFileSync(corpus, 'utf8')).scenarios.map(({ name }) => name)
      : [];
    const found = marked();

    it('are each named by a test', () => {
      assert.ok(names.length > 60, `${names.length} scenarios`);
      assert.deepEqual(
        names.filter((name) => !found.has(name)),
        [],
      );
    });

    it('are named by their exact names, in tests and among the exceptions', () => {
      const said = [...found.keys(), ...Object.keys(otherwise)];
      assert.deepEqual(
        said.filter((name) => !names.includes(name)),
        [],
      );
    });
  },
);
