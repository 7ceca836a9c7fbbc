// No file needs another that needs it: types and lazy imports count, since a reader follows them too.
import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { test } from 'node:test';
import { fileURLToPath } from 'node:url';
import ts from 'typescript';

const source = fileURLToPath(new URL('../../src', import.meta.url));
const files = readdirSync(source, { recursive: true })
  .filter((file) => file.endsWith('.ts'))
  .map((file) => join(source, file));

/** The files of the project that a file imports, in whatever way. */
function importedBy(file) {
  const { importedFiles } = ts.preProcessFile(readFileSync(file, 'utf8'), true, true);
  return importedFiles
    .map(({ fileName }) => fileName)
    .filter((name) => name.startsWith('.'))
    .map((name) => {
      const path = resolve(dirname(file), name);
      const found = [`${path}.ts`, join(path, 'index.ts')].find((one) => files.includes(one));
      assert.ok(found, `${file} imports ${name}`);
      return found;
    });
}

/** The first circle, file by file; `null` without any. */
function circleIn(graph) {
  const done = new Set();
  const walk = (file, way) => {
    if (way.includes(file)) return [...way.slice(way.indexOf(file)), file];
    if (done.has(file)) return null;
    for (const next of graph.get(file)) {
      const circle = walk(next, [...way, file]);
      if (circle) return circle;
    }
    done.add(file);
    return null;
  };
  for (const file of graph.keys()) {
    const circle = walk(file, []);
    if (circle) return circle;
  }
  return null;
}

test('no imports run in a circle', () => {
  const graph = new Map(files.map((file) => [file, importedBy(file)]));
  assert.ok([...graph.values()].flat().length > files.length);
  const circle = circleIn(graph)?.map((file) => file.slice(source.length + 1));
  assert.equal(circle?.join(' → '), undefined);
});
