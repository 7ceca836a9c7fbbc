import { tags } from './tools/entries.mjs';

const isHidden = ({ privacy, name }) =>
  privacy === 'private' || privacy === 'protected' || name.startsWith('#');

/** The class that all elements share, and the only one of no tag that a page can import. */
const base = 'MetricElement';

/** Leaves what a page may use, and names modules as they are published, not as they are written. */
function publish(value) {
  if (!value || typeof value !== 'object') return;
  if (Array.isArray(value)) return value.forEach(publish);
  if (Array.isArray(value.members)) {
    value.members = value.members.filter((member) => !isHidden(member));
  }
  // The one place that fires is taken for an event of the name of its variable.
  if (Array.isArray(value.events))
    value.events = value.events.filter(({ name }) => name !== 'type');
  if (typeof value.module === 'string' && /^\/?src\//.test(value.module)) {
    value.module = 'dist/index.js';
  }
  if (value.privacy === 'public') delete value.privacy;
  // The base is one class to a page, however many files it is written in.
  const { name } = value.inheritedFrom ?? {};
  if (name) value.inheritedFrom.name = base;
  // An attribute is text, whatever else its property takes.
  for (const { type } of value.attributes ?? [])
    if (/\bstring\b/.test(type?.text)) type.text = 'string';
  // What an element shows, by the name that the base has for it.
  if (value.type?.text === 'S | null') value.type.text = 'Result | readonly Result[] | null';
  // Every property may be left out; `string | undefined` would hide from tools that it is text.
  if (typeof value.type?.text === 'string') {
    value.type.text = value.type.text.replace(/ \| undefined$/, '');
  }
  Object.values(value).forEach(publish);
}

/**
 * The classes are exported by dist/index.js and registered by dist/define/<tag>.js, apart from each
 * other, so the analyser cannot see which tag belongs to which class.
 */
const published = {
  name: 'published',
  packageLinkPhase({ customElementsManifest }) {
    const index = {
      kind: 'javascript-module',
      path: 'dist/index.js',
      declarations: [],
      exports: [],
    };
    const definitions = [];
    for (const { path, declarations = [], exports = [] } of customElementsManifest.modules) {
      const tag = tags().find((name) => path === `src/elements/${name}.ts`);
      const elements = declarations.filter(
        ({ kind, name }) => kind === 'class' && (tag || name === base),
      );
      for (const declaration of elements) {
        if (!tag) {
          for (const own of [
            ...declaration.members,
            ...declaration.attributes,
            ...declaration.events,
            ...declaration.cssStates,
          ])
            delete own.inheritedFrom;
          declaration.superclass = { name: 'LitElement', package: 'lit' };
          declaration.customElement = true;
        }
        index.declarations.push(declaration);
        index.exports.push(...exports.filter(({ name }) => name === declaration.name));
        if (!tag) continue;
        declaration.tagName = tag;
        declaration.customElement = true;
        definitions.push({
          kind: 'javascript-module',
          path: `dist/define/${tag}.js`,
          declarations: [],
          exports: [
            {
              kind: 'custom-element-definition',
              name: tag,
              declaration: { name: declaration.name, module: 'dist/index.js' },
            },
          ],
        });
      }
    }
    customElementsManifest.modules = [index, ...definitions];
    publish(customElementsManifest);
  },
};

export default {
  globs: ['src/elements/*.ts'],
  litelement: true,
  packagejson: false,
  plugins: [published],
};
