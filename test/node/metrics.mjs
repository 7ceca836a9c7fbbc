// The built headless entry in Node: the same worked examples as in the browser.
import assert from 'node:assert/strict';
import { existsSync, readFileSync } from 'node:fs';
import { test } from 'node:test';
import { fileURLToPath } from 'node:url';

const built = fileURLToPath(new URL('../../dist/metrics.js', import.meta.url));
const vectors = fileURLToPath(new URL('../../../shared/vectors/metrics.json', import.meta.url));

function agrees(actual, expected, path) {
  if (Array.isArray(expected)) {
    assert.equal(actual?.length, expected.length, path);
    expected.forEach((item, i) => agrees(actual[i], item, `${path}[${i}]`));
  } else if (typeof expected === 'number' && typeof actual === 'number') {
    assert.ok(
      Math.abs(actual - expected) <= Math.abs(expected) * 1e-9,
      `${path}: ${actual}, not ${expected}`,
    );
  } else {
    assert.deepEqual(actual, expected, path);
  }
}

const missing = !existsSync(built)
  ? 'dist/metrics.js is not built'
  : !existsSync(vectors)
    ? '../shared is not here'
    : false;

test('the worked examples hold in Node, without a DOM', { skip: missing }, async () => {
  assert.equal(typeof globalThis.document, 'undefined');
  const { compute, compare, status } = await import(built);
  const entries = JSON.parse(readFileSync(vectors, 'utf8'));
  assert.ok(entries.length > 50);
  for (const { metric, name, given, options, expect } of entries) {
    const outcome = () =>
      metric === 'target'
        ? status({ value: given.value }, given.target, options)
        : given.before
          ? compare(metric, given.before, given.after, options)
          : compute(metric, given, options);
    const { error, ...figures } = expect;
    if (error) {
      assert.throws(
        outcome,
        (thrown) => thrown instanceof RangeError && thrown.message.includes(error),
        name,
      );
      continue;
    }
    const actual = outcome();
    for (const [key, expected] of Object.entries(figures))
      agrees(actual[key], expected, `${metric}, ${name}: ${key}`);
  }
});

test(
  'importing it touches no global',
  { skip: !existsSync(built) && 'dist/metrics.js is not built' },
  async () => {
    const before = Object.getOwnPropertyNames(globalThis).length;
    await import(built);
    assert.equal(Object.getOwnPropertyNames(globalThis).length, before);
  },
);
