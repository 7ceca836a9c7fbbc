/** The filter that `where` asks for, and what to tell where it, or `fields`, is why there is nothing to show. */
import { show } from '../data/data-error';
import { parseMapping, parseWhere } from '../data/mapping';
import { fieldOf, hasField, own, type Field } from '../metrics/field';
import { testsOf, textIn, type Test } from '../metrics/filter';
import { TIME_FIELDS, type Filter, type Plan } from '../metrics/plan';
import { formatNumber } from '../text/format';
import { cached } from '../text/intl';
import type { Result } from '../metrics/metric';
import { allWords } from '../text/later';
import { unreadAnswers } from '../text/sample';
import type { TileAttributes } from './tile-attributes';

/** A field of more values than this is no category: they are not listed. */
const mostListed = 12;
const mostColumns = 12;

/** A condition, and what the rows had in its field. */
interface Tried extends Test {
  isColumn: boolean;
  isMet: boolean;
  readonly found: Set<string>;
}

/** Columns of which a fold needs one: the first is named where there is none. */
interface Wanted {
  readonly fields: readonly Field[];
  /** The page names it; else it is only looked for. */
  readonly isNamed: boolean;
}

/** What a fold was given, until it kept a row and found its columns. */
interface Tries {
  rows: number;
  kept: boolean;
  /** Of the first row. */
  columns: readonly string[];
  /** Some text in the first row begins as dates do. */
  hasDates: boolean;
  readonly conditions: readonly Tried[];
  /** Those that no row had so far. */
  absent: readonly Wanted[];
}

/** Of the last folds of a tile. */
const triesOf = /* @__PURE__ */ new WeakMap<object, Tries[]>();

const beginsAsDate = /^\s*\d{1,4}([-/.])\d{1,2}\1\d{1,4}/;

const columnsOf = (record: unknown): string[] =>
  typeof record === 'object' && record !== null ? Object.keys(record) : [];

/** Whether a row is kept; what it had is remembered as long as none was. */
function tryRow(tries: Tries, record: unknown): boolean {
  const { conditions, absent } = tries;
  if (!tries.rows++) {
    tries.columns = columnsOf(record);
    tries.hasDates = Object.values(Object(record) as object).some(
      (value) => typeof value === 'string' && beginsAsDate.test(value),
    );
  }
  if (absent.length)
    tries.absent = absent.filter(({ fields }) => !fields.some((field) => hasField(record, field)));
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
  tries.kept ||= isKept;
  return isKept;
}

/** The columns that a plan cannot do without. */
function wantedBy(plan: Partial<Plan>): Wanted[] {
  const { by, fields, interval, from, to } = plan;
  const isMapped = (name: string): boolean => own(fields, name) !== undefined;
  const one = (...names: string[]): Wanted => {
    return { fields: names.map((name) => fieldOf(name, plan)), isNamed: true };
  };
  // A ready value needs no count of answers.
  const counts = ['count', 'weight'].filter(isMapped).map((name) => one(name, 'value'));
  const wanted = by ? [one(by), ...counts] : counts;
  if (!interval && from === undefined && to === undefined) return wanted;
  if (isMapped('created_at')) return [...wanted, one('created_at')];
  return [...wanted, { ...one(...TIME_FIELDS), isNamed: false }];
}

/**
 * Keeps the rows that `where` asks for, and remembers for its tile what the others had, and which
 * columns none has. Throws `RangeError` naming the piece that cannot be read.
 */
export function filterFrom(where: string, tile: object): Filter {
  const conditions = parseWhere(where);
  let all: Tries[] | undefined;
  return (plan) => {
    const tests = testsOf(conditions, plan);
    const tries: Tries = {
      rows: 0,
      kept: false,
      columns: [],
      hasDates: false,
      conditions: tests.map((test) => {
        return { ...test, isColumn: false, isMet: false, found: new Set<string>() };
      }),
      absent: wantedBy(plan),
    };
    // The folds of one plan stand together, and take the place of those before.
    if (!all) triesOf.set(tile, (all = []));
    all.push(tries);
    if (!tests.length && !tries.absent.length) return null;
    return (record) => {
      if (!tries.kept || tries.absent.length) return tryRow(tries, record);
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

/** What the fields are mapped to that no row has; of a stream whose `rows` were let go it is not looked for. */
function unmapped(
  mapping: string | undefined,
  rows: readonly unknown[] | null,
  lang: string,
): string | undefined {
  if (!rows?.length || !mapping) return undefined;
  const fields = parseMapping(mapping);
  const absent = Object.keys(fields)
    .map((name) => fieldOf(name, { fields }))
    .find((field) => !rows.some((row) => hasField(row, field)));
  return absent && withoutColumn(absent.key, columnsOf(rows[0]), rows.length, lang);
}

/**
 * Title and hint for a tile that cannot show what the page asked for: a filter keeps no row, no row has
 * a column that is named, or, where times are compared, dates have a name of their own. `results` are
 * those of a tile without values, which is told of in any case: its answers cannot be read, or nobody
 * has answered.
 */
export function lackOf(
  tile: Pick<TileAttributes, 'where' | 'fields' | 'compare'>,
  rows: readonly unknown[] | null,
  results: readonly (Result | null)[] | false,
  lang: string,
): readonly [title: string, hint: string] | null {
  const words = allWords(lang);
  const tries = (triesOf.get(tile) ?? []).filter((one) => one.rows);
  const unmet = tile.where && tries.find(({ kept }) => !kept);
  if (unmet && results) return [words.unmatched, unmatched(unmet, lang)];
  for (const { absent, columns, hasDates, rows: count } of tries) {
    // Where there are no dates at all, there is no other time than all time to show.
    const needsTime = results || (tile.compare && hasDates);
    const lack = absent.find(({ isNamed }) => isNamed || needsTime);
    if (lack) return [words.noData, withoutColumn(lack.fields[0]!.key, columns, count, lang)];
  }
  if (!results) return null;
  const known = results.filter((one) => one !== null);
  const why = unmapped(tile.fields, rows, lang) ?? unreadAnswers(known, 0, lang);
  return why ? [words.noData, why] : [words.emptyTitle, words.emptyHint];
}
