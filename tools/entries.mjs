// What the package is entered by: read from src, so that a new element needs no line here.
import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

export const root = dirname(dirname(fileURLToPath(import.meta.url)));

/** Names of the registered elements, from each src/define/<tag>.ts that names its own tag. */
export function tags() {
  const folder = join(root, 'src/define');
  if (!existsSync(folder)) return [];
  return readdirSync(folder)
    .map((file) => file.replace(/\.ts$/, ''))
    .filter((tag) => readFileSync(join(folder, `${tag}.ts`), 'utf8').includes(`'${tag}'`))
    .sort();
}

/** Entry name -> source file, as `exports` in package.json names them. */
export function entries() {
  const named = { index: 'src/index.ts', define: 'src/define.ts', metrics: 'src/metrics.ts' };
  for (const tag of tags()) named[`define/${tag}`] = `src/define/${tag}.ts`;
  return Object.fromEntries(
    Object.entries(named)
      .map(([name, path]) => [name, join(root, path)])
      .filter(([, path]) => existsSync(path)),
  );
}

/** A module that exists only while bundling: `virtualModule('cdn', code)` is imported as `virtual:cdn`. */
export function virtualModule(name, code) {
  const id = `virtual:${name}`;
  return {
    name: id,
    resolveId: (source) => (source === id ? `\0${id}` : undefined),
    load: (source) => (source === `\0${id}` ? code : undefined),
  };
}
