/**
 * The small language of `fields`, `where` and `options`: words, quotes and equals signs.
 * No expressions; nothing is evaluated.
 */

import type { Condition } from '../metrics/filter';

// A word runs to the next blank, equals sign, bar or comma; quotes allow those inside.
const word = String.raw`'[^']*'|"[^"]*"|[^\s=|,'"]+`;
const pair = new RegExp(
  String.raw`\s*(${word})\s*=\s*((?:${word})(?:\s*[|,]\s*(?:${word}))*)(?=\s|[;,]|$)[\s;,]*`,
  'y',
);

function unquote(text: string): string {
  return /^['"]/.test(text) ? text.slice(1, -1) : text;
}

function pairs(text: string, attribute: string): [string, string[]][] {
  const found: [string, string[]][] = [];
  pair.lastIndex = 0;
  let at = text.length - text.trimStart().length;
  while (at < text.length) {
    pair.lastIndex = at;
    const match = pair.exec(text);
    if (!match) {
      const piece = text.slice(at).trim().split(/\s/, 1)[0];
      throw new RangeError(`invalid ${attribute}: ${JSON.stringify(piece)}`);
    }
    found.push([unquote(match[1]!), match[2]!.match(new RegExp(word, 'g'))!.map(unquote)]);
    at = pair.lastIndex;
  }
  return found;
}

/**
 * Reads `fields="score='answers.nps' created_at=submittedAt"` into
 * canonical field -> the record's own key or dotted path.
 * Throws `RangeError` naming the piece that cannot be read, or a field named twice.
 */
export function parseMapping(text: string): Record<string, string> {
  const found = pairs(text, 'fields');
  const seen = new Set<string>();
  for (const [field, values] of found) {
    if (values.length > 1)
      throw new RangeError(`invalid fields: ${field} has ${values.length} keys`);
    if (seen.has(field)) throw new RangeError(`invalid fields: ${field} is given twice`);
    seen.add(field);
  }
  // fromEntries defines own properties, so that a field named __proto__ touches nothing.
  return Object.fromEntries(found.map(([field, values]) => [field, values[0]!]));
}

/**
 * Reads `where="channel=email|chat region='North West'"`. Conditions all hold;
 * `|` or `,` separates alternatives. Throws `RangeError` naming the piece that
 * cannot be read.
 */
export function parseWhere(text: string): Condition[] {
  return pairs(text, 'where').map(([field, values]) => ({ field, values }));
}

/**
 * Texts of `options="satisfied-from=3 annualise=true"` as a metric takes them: names as in attributes
 * or in scripts, numbers and yes as such, all else as text.
 */
export function optionsOf(texts: Readonly<Record<string, string>>): Record<string, unknown> {
  const value = (text: string): unknown => {
    if (/^-?\d+(\.\d+)?$/.test(text)) return Number(text);
    return text === 'true' ? true : text === 'false' ? false : text;
  };
  return Object.fromEntries(
    Object.entries(texts).map(([name, text]) => [scriptName(name), value(text)]),
  );
}

/** "satisfied-from", as attributes are written, as scripts write it: "satisfiedFrom". */
export const scriptName = (name: string): string =>
  name.replace(/-([a-z])/g, (_, letter: string) => letter.toUpperCase());
