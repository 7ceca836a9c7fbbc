// `npm run build`: dist/ as package.json's `exports` promise it.
import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { bundleClassic, bundleModules } from './bundle.mjs';
import { entries, root } from './entries.mjs';

const dist = join(root, 'dist');
const classicOnly = process.argv.includes('--classic');
// What tests run; declarations are for those who compile against the package.
const isCodeOnly = process.argv.includes('--code');

if (!classicOnly) {
  rmSync(dist, { recursive: true, force: true });
  await bundleModules(entries(), dist);
}
mkdirSync(dist, { recursive: true });
const classic = await bundleClassic();
writeFileSync(join(dist, 'cdn.js'), classic.code);
writeFileSync(join(dist, 'licenses.txt'), licenses(classic.packages));
// The page that opens from the package without a build or a server.
const plain = readFileSync(join(root, 'demo/plain.html'), 'utf8');
writeFileSync(join(dist, 'plain.html'), plain.replace('../dist/cdn.js', 'cdn.js'));
if (!classicOnly && !isCodeOnly) declarations();

/** What the licences of bundled packages ask for: their text goes along. */
function licenses(packages) {
  const texts = [
    ['Metrik', root],
    ...packages.map((name) => [name, join(root, 'node_modules', name)]),
  ];
  return texts
    .map(([name, folder]) => {
      const file = readdirSync(folder).find((entry) => /^licen[cs]e/i.test(entry));
      if (!file) throw new Error(`no licence file in ${folder}`);
      return `${name}\n\n${readFileSync(join(folder, file), 'utf8').trim()}\n`;
    })
    .join(`\n${'-'.repeat(80)}\n`);
}

function declarations() {
  const { status } = spawnSync(
    process.execPath,
    [join(root, 'node_modules/typescript/bin/tsc6'), '-p', join(root, 'tsconfig.build.json')],
    { stdio: 'inherit' },
  );
  if (status) process.exit(status);
  for (const file of readdirSync(dist, { recursive: true })) {
    if (file.endsWith('.d.ts')) nameExtensions(join(dist, file));
  }
}

/** `./nps` becomes `./nps.js`: TypeScript under `moduleResolution: nodenext` asks for it. */
function nameExtensions(file) {
  const text = readFileSync(file, 'utf8');
  const named = text.replace(
    /(from |import\(|import )(['"])(\.[^'"]*)\2/g,
    (all, word, quote, path) => {
      const target = resolve(dirname(file), path);
      if (existsSync(`${target}.d.ts`)) return `${word}${quote}${path}.js${quote}`;
      if (existsSync(join(target, 'index.d.ts'))) return `${word}${quote}${path}/index.js${quote}`;
      return all;
    },
  );
  if (named !== text) writeFileSync(file, named);
}
