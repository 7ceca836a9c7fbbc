import tseslint from 'typescript-eslint';
import * as lit from 'eslint-plugin-lit';
import * as wc from 'eslint-plugin-wc';
import { tags } from './tools/entries.mjs';

const FOLDERS = ['metrics', 'text', 'charts', 'data', 'styles', 'export', 'elements', 'define'];
const TAGS = tags();

/**
 * What one folder of src may import: other folders whole, other folders' types, single modules of
 * them, and packages by name. Everything else is an error. See docs/decisions and CONTRIBUTING.md.
 */
function direction(folder, { values = [], types = [], modules = [], packages = [] }) {
  const closed = FOLDERS.filter((name) => name !== folder && !values.includes(name));
  const except = modules.length ? `(?!(?:${modules.join('|')})$)` : '';
  const up = '^(?:\\./)?(?:\\.\\./)+';
  const patterns = closed.map((name) => ({
    regex: `${up}${except}${name}(?:/|$)`,
    allowTypeImports: types.includes(name),
    message: types.includes(name)
      ? `${folder} may import only types from ${name}.`
      : `${folder} may not import from ${name}.`,
  }));
  const names = packages.map((name) => `${name}(?:/|$)`).join('|');
  patterns.push({
    regex: names ? `^(?!\\.|${names})` : '^(?!\\.)',
    message: `${folder} may import ${packages.join(', ') || 'no package'} only.`,
  });
  if (folder === 'elements' && TAGS.length) {
    patterns.push({
      regex: `^\\./(?:${TAGS.join('|')})$`,
      allowTypeImports: true,
      message: 'an element may not import another: compose by tag.',
    });
  }
  return {
    files: [`src/${folder}/**/*.ts`],
    rules: { '@typescript-eslint/no-restricted-imports': ['error', { patterns }] },
  };
}

const banned = [
  ['innerHTML', 'parses text as markup'],
  ['outerHTML', 'parses text as markup'],
  ['insertAdjacentHTML', 'parses text as markup'],
  ['setHTMLUnsafe', 'parses text as markup'],
];

const source = [
  ...banned.map(([name, why]) => ({
    selector: `MemberExpression[property.name='${name}']`,
    message: `${name} ${why}; use a template.`,
  })),
  {
    selector: "CallExpression[callee.object.name='document'][callee.property.name=/^write(ln)?$/]",
    message: 'document.write parses text as markup.',
  },
  {
    selector: "MemberExpression[object.name='z'][property.name='coerce']",
    message: 'z.coerce turns null and [] into 0; read numbers by hand.',
  },
  {
    selector: 'TemplateElement[value.raw=/(^|<)[^<>]*\\sstyle=/]',
    message:
      'a style attribute breaks a strict style-src; use a class or a presentation attribute.',
  },
  {
    selector: "CallExpression[callee.object.name='console']",
    message: 'a page is not ours to print on; fire an event or show the state.',
  },
];

const names = [
  ['lit/directives/unsafe-html.js', 'parses text as markup'],
  ['lit/directives/unsafe-svg.js', 'parses text as markup'],
  ['lit/directives/style-map.js', 'writes style attributes, which a strict policy forbids'],
].map(([name, why]) => ({ name, message: `${name} ${why}.` }));

export default tseslint.config(
  {
    ignores: ['dist', 'storybook-static', 'coverage', 'node_modules', 'demo/.data', 'bench/out'],
  },
  ...tseslint.configs.recommended,
  {
    files: ['**/*.ts'],
    languageOptions: { parserOptions: { projectService: true } },
    rules: {
      eqeqeq: ['error', 'always', { null: 'ignore' }],
      'no-eval': 'error',
      'no-implied-eval': 'error',
      'no-new-func': 'error',
      'no-proto': 'error',
      'no-var': 'error',
      'prefer-const': 'error',
      // A parameter that only overrides use begins with _.
      '@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_' }],
      '@typescript-eslint/consistent-type-imports': 'error',
      '@typescript-eslint/no-floating-promises': ['error', { ignoreVoid: true }],
    },
  },
  {
    files: ['src/**/*.ts', 'stories/**/*.ts', 'demo/**/*.ts'],
    ...lit.configs['flat/recommended'],
  },
  {
    files: ['src/**/*.ts'],
    ...wc.configs['flat/recommended'],
  },
  {
    files: ['src/**/*.ts'],
    rules: {
      'no-restricted-syntax': ['error', ...source],
      'no-restricted-imports': [
        'error',
        {
          paths: [
            ...names,
            {
              name: 'd3-dsv',
              importNames: ['csvParse', 'tsvParse', 'autoType'],
              message: 'builds its reader with new Function; use csvParseRows.',
            },
            { name: 'zod', message: 'import zod/mini: the whole is 20 KiB more.' },
          ],
        },
      ],
      'lit/no-legacy-template-syntax': 'error',
      'lit/no-private-properties': 'error',
      'lit/no-native-attributes': 'off',
    },
  },
  direction('metrics', {}),
  direction('text', { types: ['metrics'], modules: ['metrics/target', 'metrics/time'] }),
  direction('charts', { types: ['metrics'], packages: ['d3-array'] }),
  direction('data', { types: ['metrics'], packages: ['zod'] }),
  direction('styles', { packages: ['lit'] }),
  direction('export', { values: ['text'], types: ['metrics'] }),
  direction('elements', {
    values: ['metrics', 'text', 'charts', 'data', 'styles', 'export'],
    packages: ['lit'],
  }),
  {
    files: ['test/**/*.ts'],
    rules: {
      '@typescript-eslint/no-unused-expressions': 'off',
      // Every chai assertion looks like a promise; rejections fail the test while it runs.
      '@typescript-eslint/no-floating-promises': 'off',
      '@typescript-eslint/no-explicit-any': 'off',
      'no-restricted-syntax': [
        'error',
        {
          selector:
            "CallExpression[callee.property.name='only'][callee.object.name=/^(it|describe)$/]",
          message: 'only this one test would run.',
        },
      ],
    },
  },
  {
    files: ['**/*.{js,mjs}'],
    rules: { '@typescript-eslint/no-require-imports': 'off' },
  },
);
