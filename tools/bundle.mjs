// One way of bundling for the package, the size script and the tests of the built file.
import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { rolldown } from 'rolldown';
import { minify } from 'terser';
import { firstChunks } from './first-chunks.mjs';
import { importAtOnce } from './import-at-once.mjs';
import { minifyLiterals } from './minify-literals.mjs';
import { root, tags, virtualModule } from './entries.mjs';

const common = {
  cwd: root,
  platform: 'browser',
  // Says that decorators are the older kind, which is lowered: browsers have neither yet.
  tsconfig: join(root, 'tsconfig.json'),
  transform: { target: 'es2022' },
};

async function run(input, output, plugins, external) {
  const bundle = await rolldown({
    ...common,
    input,
    external,
    // Chunks of ours may hold more than an entry gives out.
    preserveEntrySignatures: 'allow-extension',
    plugins: [minifyLiterals(), ...plugins],
  });
  try {
    const write = output.dir ? bundle.write(output) : bundle.generate(output);
    const chunks = (await write).output.filter((file) => file.type === 'chunk');
    return output.minify
      ? Promise.all(chunks.map((chunk) => shrink(chunk, output.format === 'es')))
      : chunks;
  } finally {
    await bundle.close();
  }
}

/** A second minifier finds what the bundler's leaves: some 400 bytes of the first four. */
async function shrink(chunk, module) {
  const { code } = await minify(chunk.code, {
    ecma: 2022,
    module,
    // Nothing calls a function expression with `new`, or asks for its `prototype`.
    compress: { passes: 3, inline: false, lhs_constants: false, unsafe_arrows: true },
    format: { comments: false },
  });
  return { ...chunk, code };
}

/** ES modules with shared chunks, written to `dir`; packages stay imports. */
export function bundleModules(input, dir) {
  const elements = Object.fromEntries(
    Object.entries(input)
      .map(([name, file]) => [name.split('define/')[1], file])
      .filter(([tag]) => tag),
  );
  const output = {
    dir,
    format: 'es',
    sourcemap: true,
    entryFileNames: '[name].js',
    chunkFileNames: 'chunks/[name]-[hash].js',
    codeSplitting: firstChunks({ ...elements, metrics: input.metrics }, Object.keys(elements)),
  };
  return run(input, output, [], /^(lit|d3-[a-z]+|zod)(\/|$)/);
}

/** Bundles `code` with all it needs; returns the minified chunks, entry first. */
export function bundleAlone(code, options = {}, plugins = []) {
  const output = {
    format: 'es',
    minify: true,
    // Licences of what is bundled stand in dist/licenses.txt, named on the first line.
    comments: { legal: false, annotation: false, jsdoc: false },
    entryFileNames: 'entry.js',
    codeSplitting: firstChunks({ entry: '\0virtual:entry' }, ['entry']),
    ...options,
  };
  return run('virtual:entry', output, [virtualModule('entry', code), ...plugins]);
}

/**
 * Imports that only put the modules of one file in order, for what is not used is dropped: gzip looks
 * back 32 KiB, and what stands beside its like gets smaller. Which order is the smallest was tried.
 */
const likeByLike = () =>
  ['styles', 'metrics', 'text', 'data', 'charts']
    .flatMap((name) => {
      const folder = join(root, 'src', name);
      const files = readdirSync(folder).filter((file) => file.endsWith('.ts'));
      return files.sort().map((file) => `import ${JSON.stringify(join(folder, file))};\n`);
    })
    .join('');

/** One file of what `code` loads first, and of the parts `used`; what else loads later stays outside. */
export async function bundleFirst(code, used = []) {
  const later = {
    name: 'later',
    resolveDynamicImport: (name) => ({ id: `./later/${String(name)}`, external: true }),
  };
  const output = { format: 'es', minify: true, comments: false };
  const [chunk] = await run('virtual:entry', output, [
    virtualModule('entry', likeByLike() + code),
    importAtOnce(used),
    later,
  ]);
  return chunk.code;
}

/** Imports of the elements' registrations, and of the public names where `named` is set. */
export function entryCode(elements, named = false) {
  return [
    ...(named && existsSync(join(root, 'src/index.ts'))
      ? [`export * from ${JSON.stringify(join(root, 'src/index.ts'))};`]
      : []),
    ...elements.map((tag) => `import ${JSON.stringify(join(root, `src/define/${tag}.ts`))};`),
  ].join('\n');
}

/** The classic script: everything, under the global `Metrik`, and nothing where the tags are taken. */
export async function bundleClassic(elements = tags(), named = true) {
  const options = { format: 'iife', name: 'Metrik', codeSplitting: false };
  const [chunk] = await bundleAlone(likeByLike() + entryCode(elements, named), options, [
    importAtOnce(),
  ]);
  // Asked before any of the bundle runs: Lit makes its Trusted Types policy when it is loaded, and a
  // second one of that name throws under `trusted-types lit-html`.
  const missing = `${JSON.stringify(elements.join(' '))}.split(" ").some(t=>!customElements.get(t))`;
  return {
    code: `/*! Metrik, MIT; see licenses.txt */\nif(${missing}){${chunk.code.trim()}}\n`,
    packages: packagesOf(chunk),
  };
}

/** Names of the packages whose code is in a chunk. */
function packagesOf(chunk) {
  const names = Object.keys(chunk.modules)
    .map((id) => id.match(/.*\/node_modules\/((?:@[^/]+\/)?[^/]+)\//)?.[1])
    .filter(Boolean);
  return [...new Set(names)].sort();
}
