// What custom-elements.json says of the elements, for editors and other tools.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';

const read = (path) => readFileSync(new URL(`../../${path}`, import.meta.url), 'utf8');
const [index] = JSON.parse(read('custom-elements.json')).modules;

test('each element lists the states that CSS may select, each with its meaning', () => {
  const [, type] = /export type State =([^;]*);/.exec(read('src/elements/state.ts'));
  const states = [...type.matchAll(/'(\w+)'/g)].map(([, state]) => state);
  assert.ok(states.length > 5);
  assert.equal(index.declarations.length, 5);
  for (const { name, cssStates = [] } of index.declarations) {
    assert.deepEqual(cssStates.map((state) => state.name).sort(), [...states].sort(), name);
    for (const { description } of cssStates) assert.match(description ?? '', /^[A-Z].*\.$/, name);
  }
});
