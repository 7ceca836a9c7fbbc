// Takes the indentation out of css``, html`` and svg`` literals, and shortens the names of private
// custom properties: bytes that every page would load.
import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { RolldownMagicString } from 'rolldown';
import { parseSync } from 'rolldown/utils';
import { root } from './entries.mjs';

const STRING = /"[^"]*"|'[^']*'/.source;

/** Comments, blanks and the zero of 0.5, none of which CSS needs; strings stay as they are. */
export function minifyCss(text) {
  return text
    .replace(new RegExp(`(${STRING})|/\\*[^]*?\\*/`, 'g'), (_, string) => string ?? '')
    .replace(
      new RegExp(
        `(${STRING})|\\s*;\\s*(?=\\})|\\s*([{};,>!])\\s*|:\\s+|\\s+|(?<=[\\s:,(-])0(?=\\.\\d)`,
        'g',
      ),
      (match, string, mark) =>
        string ?? mark ?? (/^(\s*;|0)/.test(match) ? '' : match[0] === ':' ? ':' : ' '),
    );
}

// No blank is drawn beside these: each stands on a line of its own, or its parent lays out boxes.
const BLOCKS =
  'article|circle|dd|div|dl|dt|figcaption|figure|footer|g|h[1-6]|header|hr|li|line|ol|p|path|rect|section|svg|table|tbody|td|text|tfoot|th|thead|tr|ul';
const BEFORE_BLOCK = new RegExp(`\\s*\\n\\s*(?=</?(?:${BLOCKS})\\b)`, 'g');
const AFTER_BLOCK = new RegExp(`(</?(?:${BLOCKS})\\b[^<>]*>)\\s*\\n\\s*`, 'g');

/**
 * One blank for a line break and its indentation: between words a blank is
 * drawn, so one stays; beside a block none is, and none stays.
 */
export function minifyHtml(text) {
  return text
    .replace(BEFORE_BLOCK, '')
    .replace(AFTER_BLOCK, '$1')
    .replace(/\s*\n\s*/g, ' ')
    .replace(/(["']) >/g, '$1>')
    .replace(/=(["'])([\w-]+)\1(?=[\s>])/g, '=$2');
}

/** Between SVG elements no blank is drawn, except inside text. */
export function minifySvg(text) {
  return minifyHtml(/<(text|tspan)\b/.test(text) ? text : text.replace(/>\s*\n\s*</g, '><'));
}

const MINIFIERS = { css: minifyCss, html: minifyHtml, svg: minifySvg };

function* taggedTemplates(node) {
  if (!node || typeof node !== 'object') return;
  if (Array.isArray(node)) {
    for (const item of node) yield* taggedTemplates(item);
    return;
  }
  if (node.type === 'TaggedTemplateExpression' && node.tag.type === 'Identifier') yield node;
  for (const key in node) if (key !== 'parent') yield* taggedTemplates(node[key]);
}

/** The tiles' own custom properties, which no page may set. */
const PRIVATE = /--_[\w-]+/g;

/** Short names for them, the same in every file. */
export function shortNames() {
  const files = readdirSync(join(root, 'src'), { recursive: true }).filter((f) => /\.ts$/.test(f));
  const all = files.flatMap((f) => readFileSync(join(root, 'src', f), 'utf8').match(PRIVATE) ?? []);
  return new Map([...new Set(all)].sort().map((name, i) => [name, `--_${i.toString(36)}`]));
}

/** A Rolldown plugin. Line numbers stay right through its source map. */
export function minifyLiterals() {
  const names = shortNames();
  const renamed = (code) => code.replace(PRIVATE, (name) => names.get(name));
  return {
    name: 'minify-literals',
    transform(code, id) {
      if (!/\/src\/.*\.ts$/.test(id) || !/\b(css|html|svg)`|--_/.test(code)) return;
      const { program, errors } = parseSync(id, code);
      if (errors.length) return;
      const text = new RolldownMagicString(code);
      const done = [];
      for (const { tag, quasi } of taggedTemplates(program)) {
        const minify = Object.hasOwn(MINIFIERS, tag.name) && MINIFIERS[tag.name];
        if (!minify || /<(pre|textarea)\b/.test(code.slice(quasi.start, quasi.end))) continue;
        for (const { value, ...part } of quasi.quasis) {
          const start = code.indexOf(value.raw, part.start);
          if (!value.raw || start > part.start + 1) continue;
          done.push([start, start + value.raw.length]);
          const small = renamed(minify(value.raw));
          if (small) {
            if (small !== value.raw) text.update(start, start + value.raw.length, small);
          } else text.remove(start, start + value.raw.length);
        }
      }
      for (const { 0: name, index } of code.matchAll(PRIVATE))
        if (!done.some(([start, end]) => start <= index && index < end))
          text.update(index, index + name.length, names.get(name));
      return {
        code: text.toString(),
        map: text.generateMap({ hires: true, source: id }).toString(),
      };
    },
  };
}
