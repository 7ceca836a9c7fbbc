// `npm run docs` writes docs/metrics.md from the definitions; with --check it fails where the file is stale.
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { format, resolveConfig } from 'prettier';
import { bundleAlone } from './bundle.mjs';
import { root } from './entries.mjs';

const file = join(root, 'docs/metrics.md');
const source = (name) => join(root, 'src/metrics', `${name}.ts`);

const [{ code }] = await bundleAlone(`export * from ${JSON.stringify(source('catalogue'))};`);
const { metrics } = await import(`data:text/javascript,${encodeURIComponent(code)}`);

/** The doc comment above the definition: formula, options, source. */
function definitionOf({ id }) {
  const [, comment] =
    readFileSync(source(id), 'utf8').match(
      /\/\*\*((?:(?!\*\/)[^])*)\*\/\s*export const \w+: Metric/,
    ) ?? [];
  if (!comment) throw new Error(`no doc comment above the definition of ${id}`);
  return comment.replace(/^ *\* ?/gm, '').trim();
}

/** The formula with nothing set; some metrics must be told a method first. */
function formulaOf(metric) {
  try {
    return [metric.formula({}, 'en'), metric.formula({}, 'id')];
  } catch {
    return null;
  }
}

const BETTER = { up: 'more is better', down: 'less is better', range: 'better inside a range' };

const sections = metrics.map((metric) => {
  const { en, id } = metric.text;
  const formulas = formulaOf(metric);
  const facts = [
    `\`metric="${metric.id}"\``,
    metric.unit,
    BETTER[metric.direction] ?? 'neither way is better',
  ];
  return [
    `## ${en.name} · ${id.name}`,
    `${facts.join(', ')}. ${en.description} *${id.description}*`,
    ...(formulas ? [`> ${en.short} = ${formulas[0]}  \n> ${id.short} = ${formulas[1]}`] : []),
    definitionOf(metric),
  ].join('\n\n');
});

const text = await format(
  [
    '# The metrics',
    'Written from the definitions in `src/metrics` by `npm run docs`; change them there. `kpis="…"` and `metric="…"` take the ids; `options="…"` takes the options. Percentages are 0 to 100, durations are seconds.',
    `| id | English | Indonesia | unit |\n| --- | --- | --- | --- |\n${metrics.map(({ id, text: { en, id: indonesian }, unit }) => `| \`${id}\` | ${en.name} | ${indonesian.name} | ${unit} |`).join('\n')}`,
    ...sections,
  ].join('\n\n'),
  { ...(await resolveConfig(file)), filepath: file },
);

if (!process.argv.includes('--check')) {
  writeFileSync(file, text);
} else if (!existsSync(file) || readFileSync(file, 'utf8') !== text) {
  console.error('docs/metrics.md is stale: run npm run docs');
  process.exitCode = 1;
}
