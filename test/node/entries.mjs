// What CONTRIBUTING asks of a new element and a new metric beside their own files, and what the package holds.
import assert from 'node:assert/strict';
import { existsSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { test } from 'node:test';
import { root, tags } from '../../tools/entries.mjs';

const textOf = (path) => readFileSync(join(root, path), 'utf8');

for (const tag of tags())
  test(`${tag} is registered with the others, under a prefix too, and exported`, () => {
    assert.match(textOf('src/define.ts'), new RegExp(`'./define/${tag}'`));
    assert.match(textOf('src/define/define.ts'), new RegExp(`'${tag}': `));
    assert.match(textOf('src/index.ts'), new RegExp(`from './elements/${tag}'`));
    assert.match(textOf('src/react.ts'), new RegExp(`'${tag}': `));
  });

const pages = [
  'README.md',
  'CONTRIBUTING.md',
  'docs/sources.md',
  'docs/frameworks.md',
  'docs/screen-readers.md',
];
for (const page of pages)
  test(`every file that ${page} links to is there`, () => {
    const links = [...textOf(page).matchAll(/\]\(([^)#\s]+)/g)].map(([, link]) => link);
    for (const link of links.filter((one) => !/^https?:/.test(one)))
      assert.ok(existsSync(join(root, dirname(page), link)), link);
  });
