import { DataError, show } from './data-error';
import { remarksOf } from './kpi-remarks';

/** One line of the KPI table as a server or a page may send it. Text and numbers only. */
export interface KpiRow {
  /** A metric's id, or any name. */
  metric: string;
  /** As people write it: "> 90%", "< 2 menit"; or a plain number. */
  target?: string | number | null;
  /** The result: a number, or text with its unit ("2,5 menit"). `null` where there is none yet. */
  value?: string | number | null;
  /** The result before, for the change. */
  previous?: string | number | null;
  unit?: string;
  /** Answers behind the value. */
  n?: string | number | null;
  /** Earlier values, oldest first; `null` is a gap. A cell of CSV has them with `;` or blanks between. */
  trend?: readonly (number | null)[] | string;
  analysis?: string;
  action?: string;
  owner?: string;
  due?: string;
  group?: string;
  direction?: string;
  tolerance?: string | number | null;
}

/** Most rows; longer lists belong to a metric's own loop. */
const mostRows = 10_000;

/**
 * Rows of a KPI table, checked in a loop of their own like all records; what the contract does not
 * know is dropped. Throws `DataError` `contract`: "2.metric: expected text, got 7".
 */
export function readKpiRows(rows: readonly unknown[]): KpiRow[] {
  if (rows.length > mostRows)
    throw new DataError('limit', `${rows.length} rows, at most ${mostRows}`);
  return rows.map(readRow);
}

/** What a field has to hold, where it does not. */
type Check = (found: unknown) => string | null;

const text: Check = (found) => (typeof found === 'string' ? null : 'text');
const figure: Check = (found) =>
  text(found) && found !== null && !Number.isFinite(found) ? 'text or a number' : null;

const checks: Readonly<Record<keyof KpiRow, Check>> = {
  metric: (found) => text(found) ?? (found ? null : 'some text'),
  target: figure,
  value: figure,
  previous: figure,
  unit: text,
  n: figure,
  trend: (found) => (text(found) && !Array.isArray(found) ? 'a list' : null),
  ...remarksOf(() => text),
  direction: text,
  tolerance: figure,
};

function refuse(path: string, expected: string, found: unknown): never {
  throw new DataError('contract', `${path}: expected ${expected}, got ${show(found)}`);
}

function readRow(row: unknown, at: number): KpiRow {
  const record = Object(row) as Record<string, unknown>;
  // Without a prototype, and only the row's own: a page may have written to that of all objects.
  const read = Object.create(null) as Record<string, unknown>;
  for (const [name, check] of Object.entries(checks)) {
    const found = Object.hasOwn(record, name) ? record[name] : undefined;
    if (found === undefined && name !== 'metric') continue;
    const expected = check(found);
    if (expected) refuse(`${at}.${name}`, expected, found);
    read[name] = found;
  }
  if (Array.isArray(read.trend))
    read.trend.forEach((value, index) => {
      if (value !== null && !Number.isFinite(value))
        refuse(`${at}.trend.${index}`, 'a number', value);
    });
  return read as unknown as KpiRow;
}
