/** The filter that `where` asks for, and what to tell where it, or `fields`, is why there is nothing to show. */
import { show } from '../data/data-error';
import { parseMapping, parseWhere } from '../data/mapping';
import { fieldOf, hasField } from '../metrics/field';
import { testsOf, textIn, type Test } from '../metrics/filter';
import type { Filter } from '../metrics/plan';
import { formatNumber } from '../text/format';
import { cached } from '../text/intl';
import { allWords } from '../text/later';

/** A field of more values than this is no category: they are not listed. */
const mostListed = 12;
const mostColumns = 12;

/** A condition, and what the rows had in its field. */
interface Tried extends Test {
  isColumn: boolean;
  isMet: boolean;
  readonly found: Set<string>;
}

/** What a filter was given, until it kept a row. */
interface Tries {
  rows: number;
  kept: boolean;
  /** Of the first row. */
  columns: readonly string[];
  readonly conditions: readonly Tried[];
}

/** Of the last fold of a tile. */
const triesOf = /* @__PURE__ */ new WeakMap<object, Tries>();

const columnsOf = (record: unknown): string[] =>
  typeof record === 'object' && record !== null ? Object.keys(record) : [];

/** Whether a row is kept; what it had is remembered as long as none was. */
function tryRow(tries: Tries, record: unknown): boolean {
  const { conditions } = tries;
  if (!tries.rows++) tries.columns = columnsOf(record);
  let isKept = true;
  for (const condition of conditions) {
    const { field, values, found } = condition;
    const text = textIn(record, field);
    const fits = values.has(text);
    isKept &&= fits;
    condition.isMet ||= fits;
    condition.isColumn ||= hasField(record, field);
    if (text && found.size <= mostListed) found.add(text);
  }
  return isKept;
}

/**
 * Keeps the rows that `where` asks for, and remembers for its tile what the others had. Throws
 * `RangeError` naming the piece that cannot be read.
 */
export function filterFrom(where: string, tile: object): Filter {
  const wanted = parseWhere(where);
  return (options) => {
    const tests = testsOf(wanted, options);
    const conditions = tests.map((test) => {
      return { ...test, isColumn: false, isMet: false, found: new Set<string>() };
    });
    const tries: Tries = { rows: 0, kept: false, columns: [], conditions };
    triesOf.set(tile, tries);
    return (record) => {
      if (!tries.kept) return (tries.kept = tryRow(tries, record));
      return tests.every(({ field, values }) => values.has(textIn(record, field)));
    };
  };
}

const listed = (texts: Iterable<string>): string => [...texts].map((text) => show(text)).join(', ');

/** "None of 412 records has …", in the reader's language. */
function noneHas(rows: number, what: string, lang: string): string {
  return allWords(lang).noneHas(rows, formatNumber(rows, lang), what);
}

/** Names the column that no row has, and those that there are. */
function withoutColumn(
  key: string,
  columns: readonly string[],
  rows: number,
  lang: string,
): string {
  const words = allWords(lang);
  const said = noneHas(rows, words.column(show(key)), lang);
  const shown = listed(columns.slice(0, mostColumns));
  return shown ? `${said} ${words.columns(shown)}` : said;
}

/** Why a filter kept nothing. */
function unmatched({ rows, columns, conditions }: Tries, lang: string): string {
  const words = allWords(lang);
  const absent = conditions.find(({ isColumn }) => !isColumn);
  if (absent) return withoutColumn(absent.field.key, columns, rows, lang);
  const unmet = conditions.find(({ isMet }) => !isMet);
  const texts = (unmet ? [unmet] : conditions).map(
    ({ field, values }) => `${field.name} = ${[...values].map((value) => show(value)).join(' | ')}`,
  );
  const all = cached((locale) => new Intl.ListFormat(locale), lang, 'list').format(texts);
  const said = noneHas(rows, all, lang);
  const found = unmet?.found.size ?? 0;
  return found > 0 && found <= mostListed
    ? `${said} ${words.valuesOf(unmet!.field.name, listed(unmet!.found))}`
    : said;
}

/**
 * Title and hint for a tile that has rows and no answers, where that comes from what the page asked
 * for: a filter that keeps no row, a field mapped to a column that no row has. Else `null`; of a
 * stream whose `rows` were let go columns are not looked for.
 */
export function lackOf(
  tile: { where?: string; fields?: string },
  rows: readonly unknown[] | null,
  lang: string,
): readonly [title: string, hint: string] | null {
  const words = allWords(lang);
  const tries = tile.where ? triesOf.get(tile) : undefined;
  if (tries?.rows && !tries.kept) return [words.unmatched, unmatched(tries, lang)];
  if (!rows?.length || !tile.fields) return null;
  const fields = parseMapping(tile.fields);
  const absent = Object.keys(fields)
    .map((name) => fieldOf(name, { fields }))
    .find((field) => !rows.some((row) => hasField(row, field)));
  return absent
    ? [words.noData, withoutColumn(absent.key, columnsOf(rows[0]), rows.length, lang)]
    : null;
}
