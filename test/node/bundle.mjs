// How the built package is cut: what comes first, what comes later, and what never comes along.
import assert from 'node:assert/strict';
import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { test } from 'node:test';
import { fileURLToPath } from 'node:url';

const dist = fileURLToPath(new URL('../../dist', import.meta.url));
const isBuilt = existsSync(join(dist, 'define.js'));
const options = { skip: isBuilt ? false : 'dist is not built' };

/** The files that `entry` imports statically, itself included, and the packages they name. */
function firstOf(entry) {
  const files = new Set([join(dist, entry)]);
  const packages = new Set();
  for (const file of files) {
    const code = readFileSync(file, 'utf8');
    for (const [, name] of code.matchAll(/^(?:import|export)\b[^;]*?["']([^"';]+)["'];$/gm))
      if (name.startsWith('.')) files.add(join(dirname(file), name));
      else packages.add(name);
  }
  return { files: [...files], packages: [...packages] };
}

test('an element asks for few files before it can start', options, () => {
  for (const tag of ['nps-gauge', 'csat-card', 'kpi-target-table', 'trend-line']) {
    const { files } = firstOf(`define/${tag}.js`);
    assert.ok(files.length <= 9, `${tag}: ${files.length} files`);
  }
});

test('a gauge brings no contracts and no chart of others', options, () => {
  const { files, packages } = firstOf('define/nps-gauge.js');
  assert.deepEqual(packages, ['lit']);
  const code = files.map((file) => readFileSync(file, 'utf8')).join('\n');
  for (const path of ['charts/line.ts', 'elements/csat-card.ts', 'data/feed.ts', 'text/id.ts'])
    assert.ok(!code.includes(`// src/${path}`), path);
});

test('the metrics alone need no package but their own arithmetic', options, () => {
  const { packages } = firstOf('metrics.js');
  assert.ok(!packages.some((name) => /^(lit|zod)/.test(name)), packages.join());
});

test('the classic file loads nothing later', options, () => {
  assert.doesNotMatch(readFileSync(join(dist, 'cdn.js'), 'utf8'), /\bimport\(/);
});

test(
  'what is shortened keeps its meaning: no private property is read that is nowhere set',
  options,
  () => {
    const all = readdirSync(dist, { recursive: true }).filter((file) => file.endsWith('.js'));
    const files = all.filter((file) => !file.endsWith('cdn.js'));
    assert.ok(files.length > 20);
    for (const group of [files, ['cdn.js']]) {
      const code = group.map((file) => readFileSync(join(dist, file), 'utf8')).join('\n');
      const read = new Set([...code.matchAll(/var\((--_[\w-]+)/g)].map(([, name]) => name));
      const set = new Set([...code.matchAll(/(--_[\w-]+)(?=:|['"`],)/g)].map(([, name]) => name));
      assert.ok(read.size > 12, String(read.size));
      assert.deepEqual(
        [...read].filter((name) => !set.has(name)),
        [],
      );
    }
  },
);
