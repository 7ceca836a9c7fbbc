/**
 * Where a canonical field is found in a record.
 *
 * Plain data, so that the state of a fold can be posted from a worker.
 */
import type { MetricOptions } from './metric';
import { parseNumber } from './number';

export interface Field {
  /** Canonical name: "score". */
  readonly name: string;
  /** The record's own key, tried first as it stands: "answers.nps" may be one key. */
  readonly key: string;
  /** The same as a path, where it has dots or quotes; without the blanks around it, where it has any. */
  readonly path: readonly string[] | null;
  /** Where `readAt` reads the key; 0 where objects inherit it, so that it must be looked at with care. */
  readonly site: number;
  /** Values that mean "no answer"; texts trimmed. */
  readonly blanks: readonly (string | number)[] | null;
  /** Values that mean yes and no, besides the usual words. */
  readonly yes: readonly (string | number)[] | null;
  readonly no: readonly (string | number)[] | null;
}

/** Steps of a path: names between dots, or quoted names that may hold dots. */
const STEP = /\s*(?:"([^"]*)"|'([^']*)'|([^."']+))\s*(?:\.|$)/y;

/** Splits `answers.nps`, `"a.b".c` into its steps; `null` where it is one plain key. */
export function parsePath(path: string): string[] | null {
  if (!/[."']/.test(path)) return null;
  const steps: string[] = [];
  STEP.lastIndex = 0;
  while (STEP.lastIndex < path.length) {
    const match = STEP.exec(path);
    if (!match) return null;
    steps.push(match[1] ?? match[2] ?? match[3]!.trim());
  }
  return steps;
}

function listOf(values: readonly (string | number)[] | undefined): (string | number)[] | null {
  if (!values?.length) return null;
  return values.map((value) => (typeof value === 'string' ? value.trim() : value));
}

/**
 * The field of that name under `options`. `noAnswer` as a list belongs to the
 * field a metric answers with, so the caller says whether this is it.
 */
export function fieldOf(name: string, options: MetricOptions, isAnswer = false): Field {
  const { fields, noAnswer, yes, no } = options;
  if (fields || noAnswer || yes || no) return newField(name, options, isAnswer);
  // The same for all plans that say nothing of it: a thousand tiles need no thousand copies.
  let field = name in Object.prototype ? undefined : plain.get(name);
  if (!field) plain.set(name, (field = newField(name, {}, false)));
  return field;
}

const plain = /* @__PURE__ */ new Map<string, Field>();

function newField(name: string, options: MetricOptions, isAnswer: boolean): Field {
  const { fields, noAnswer } = options;
  const key = (own(fields, name) as string | undefined) || name;
  const blanks = !Array.isArray(noAnswer) ? own(noAnswer, name) : isAnswer ? noAnswer : [];
  return {
    name,
    key,
    // A header may be written with blanks at its end, which readers of CSV leave out.
    path: parsePath(key) ?? (key === key.trim() ? null : [key.trim()]),
    site: siteOf(key),
    blanks: listOf(blanks as typeof options.yes),
    yes: listOf(options.yes),
    no: listOf(options.no),
  };
}

/** An own property of anything; `undefined` where there is none. Inherited names are never read. */
export function own(record: unknown, key: string): unknown {
  if (typeof record !== 'object' || record === null) return undefined;
  // The plain read comes first: it is the cheaper test, and mostly the answer for absent keys.
  const value = (record as Record<string, unknown>)[key];
  return value !== undefined && Object.hasOwn(record, key) ? value : undefined;
}

/** The keys that have a place of their own in `readAt`, from 1; the last place is for all others. */
const sites = /* @__PURE__ */ new Map<string, number>();

function siteOf(key: string): number {
  if (key in Object.prototype) return 0;
  let site = sites.get(key);
  if (site === undefined) sites.set(key, (site = sites.size < 8 ? sites.size + 1 : 9));
  return site;
}

/**
 * The same read at many places: an engine remembers per place in the code where
 * a key is found, and one place for all keys forgets. A fold of a million
 * records takes two thirds of the time.
 */
function readAt(record: unknown, key: string, site: number): unknown {
  if (typeof record !== 'object' || record === null) return undefined;
  const row = record as Record<string, unknown>;
  switch (site) {
    case 1:
      return row[key];
    case 2:
      return row[key];
    case 3:
      return row[key];
    case 4:
      return row[key];
    case 5:
      return row[key];
    case 6:
      return row[key];
    case 7:
      return row[key];
    case 8:
      return row[key];
    case 9:
      return row[key];
    default:
      return own(record, key);
  }
}

/** The raw value of a field, blanks included. */
export function readRaw(record: unknown, field: Field): unknown {
  const value = readAt(record, field.key, field.site);
  if (value !== undefined || field.path === null) return value;
  return field.path.reduce(own, record);
}

/** Whether a value is in a list: texts trimmed, "11" and 11 alike. */
export function isListed(value: unknown, list: readonly (string | number)[]): boolean {
  if (typeof value === 'string') {
    const text = value.trim();
    if (list.includes(text)) return true;
    value = parseNumber(text);
  }
  return (
    typeof value === 'number' && list.some((item) => item === value || parseNumber(item) === value)
  );
}

/** The value of a field; `null` where there is no answer. */
export function readField(record: unknown, field: Field): unknown {
  const value = readRaw(record, field);
  if (value === undefined || value === null) return null;
  return field.blanks !== null && isListed(value, field.blanks) ? null : value;
}

/** A field as a number: `null` for no answer, `undefined` for what is no number. */
export function readNumber(record: unknown, field: Field): number | null | undefined {
  return parseNumber(readField(record, field));
}

/** Whether a record has the field at all, blank or not. */
export function hasField(record: unknown, field: Field): boolean {
  if (typeof record !== 'object' || record === null) return false;
  return (
    Object.hasOwn(record, field.key) ||
    (field.path !== null && readRaw(record, field) !== undefined)
  );
}
