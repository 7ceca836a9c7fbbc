// In one classic file there is nothing to load later: `import('./menu')` becomes a promise of what is
// already there. Left as it is, the bundler wraps each module in a function that runs at its first use.
import { readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { RolldownMagicString } from 'rolldown';
import { parseSync } from 'rolldown/utils';

function* dynamicImports(node) {
  if (!node || typeof node !== 'object') return;
  if (Array.isArray(node)) {
    for (const item of node) yield* dynamicImports(item);
    return;
  }
  if (node.type === 'ImportExpression') yield node;
  for (const key in node) if (key !== 'parent') yield* dynamicImports(node[key]);
}

/** Names of the values that a source file exports. */
function exportedNames(file) {
  const { program } = parseSync(file, readFileSync(file, 'utf8'));
  return program.body
    .filter(({ type, exportKind }) => type === 'ExportNamedDeclaration' && exportKind === 'value')
    .flatMap(({ declaration, specifiers }) =>
      declaration
        ? (declaration.declarations ?? [declaration]).map(({ id }) => id.name)
        : specifiers.map(({ exported }) => exported.name),
    );
}

/**
 * A Rolldown plugin, for all imports or those of some files (`data/feed` is src/data/feed.ts). What is
 * imported must not mind running before it is asked for.
 */
export function importAtOnce(only) {
  const isMeant = (file) => !only || only.some((name) => file.endsWith(`/src/${name}.ts`));
  return {
    name: 'import-at-once',
    transform(code, id) {
      if (!/\/src\/.*\.ts$/.test(id) || !code.includes('import(')) return;
      const { program, errors } = parseSync(id, code);
      if (errors.length) return;
      const text = new RolldownMagicString(code);
      let imports = '';
      for (const { start, end, source } of dynamicImports(program)) {
        const file = join(dirname(id), `${source.value}.ts`);
        if (!isMeant(file)) continue;
        const local = (name) => `${name}_${start}`;
        const names = exportedNames(file);
        imports += `import { ${names.map((name) => `${name} as ${local(name)}`)} } from ${source.raw};\n`;
        const members = names.map((name) => `${name}: ${local(name)}`);
        text.update(start, end, `Promise.resolve({ ${members} })`);
      }
      text.append(`\n${imports}`);
      return {
        code: text.toString(),
        map: text.generateMap({ hires: true, source: id }).toString(),
      };
    },
  };
}
