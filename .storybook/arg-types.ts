/**
 * What the docs page of an element lists, from custom-elements.json. Storybook's own reading keeps
 * one entry a name, so that the part `heading` would take the place of the attribute, and knows no
 * CSS states.
 */
import manifest from '../custom-elements.json';

interface Entry {
  name: string;
  description?: string;
  default?: string;
  type?: { text: string };
}

interface Member extends Entry {
  kind: string;
  attribute?: string;
  static?: boolean;
}

type Group = 'attributes' | 'events' | 'cssStates' | 'cssParts' | 'cssProperties';

type Declaration = { tagName?: string; description?: string; members?: Member[] } & {
  [group in Group]?: Entry[];
};

const declarations = manifest.modules.flatMap((one) => one.declarations as Declaration[]);

const declarationOf = (tag: string): Declaration | undefined =>
  declarations.find(({ tagName }) => tagName === tag);

export const descriptionOf = (tag: string): string | undefined => declarationOf(tag)?.description;

/** Names of the attributes of an element, which are what a control can change. */
export const attributesOf = (tag: string): string[] => [
  ...(declarationOf(tag)?.attributes ?? []).map(({ name }) => name),
  'dir',
];

const controls: Record<string, string> = { boolean: 'boolean', number: 'number' };

/** A row of the table; only attributes can be changed there. */
function rowOf({ name, description, default: initial, type }: Entry, category: string): object {
  return {
    name,
    description,
    control:
      category === 'attributes'
        ? { type: controls[type?.text ?? ''] ?? 'text' }
        : { disable: true },
    table: {
      category,
      type: type && { summary: type.text },
      defaultValue: initial === undefined ? undefined : { summary: initial },
    },
  };
}

export function argTypesOf(tag: string): Record<string, object> {
  const { members = [], attributes = [], ...declaration } = declarationOf(tag) ?? {};
  const rows: Record<string, object> = {};
  for (const one of attributes) rows[one.name] = rowOf(one, 'attributes');
  const add = (category: string, entries: readonly Entry[] = []): void => {
    for (const one of entries) rows[`${category}: ${one.name}`] = rowOf(one, category);
  };
  const own = members.filter((one) => !one.static && !one.attribute);
  add(
    'properties',
    own.filter(({ kind }) => kind === 'field'),
  );
  add(
    'methods',
    own.filter(({ kind }) => kind === 'method'),
  );
  add('events', declaration.events);
  add('CSS states', declaration.cssStates);
  add('CSS parts', declaration.cssParts);
  add('CSS properties', declaration.cssProperties);
  return rows;
}

/** Attributes that a control set, which go when the control is cleared. */
const given = new WeakMap<Element, Set<string>>();

/** Gives the elements of a story what its own template does not pass on. */
export function giveAttributes(root: ParentNode, tag: string, args: Record<string, unknown>): void {
  const names = attributesOf(tag).filter((name) => name !== 'data');
  for (const element of root.querySelectorAll(tag)) {
    const before = given.get(element) ?? new Set();
    const now = new Set<string>();
    for (const name of names) {
      const value = args[name];
      if (typeof value === 'boolean') element.toggleAttribute(name, value);
      else if (typeof value === 'string' || typeof value === 'number')
        element.setAttribute(name, String(value));
      else {
        if (before.has(name)) element.removeAttribute(name);
        continue;
      }
      now.add(name);
    }
    given.set(element, now);
  }
}
