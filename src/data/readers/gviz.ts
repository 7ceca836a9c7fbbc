import { DataError } from '../data-error';
import { isRecord } from '../path';
import { put } from './columns';
import type { TextReader } from './reader';
import { listAt, namesOf, valueAt } from './table';

/**
 * Google Sheets and other chart data sources (`/gviz/tq`). The call around the
 * JSON is stripped and never run. Months count from 0 in `Date(2026,5,1)`,
 * which becomes "2026-06-01". Cells without a value are `null`.
 * https://developers.google.com/chart/interactive/docs/dev/implementing_data_source
 */
export const gviz: TextReader = {
  id: 'gviz',
  open() {
    let all = '';
    return {
      push(text) {
        all += text;
        return [];
      },
      end: () => read(all),
    };
  },
};

function read(text: string): unknown[] {
  const from = text.indexOf('{');
  const to = text.lastIndexOf('}');
  let value: unknown;
  try {
    value = JSON.parse(text.slice(Math.max(from, 0), to + 1));
  } catch (error) {
    throw new DataError('syntax', `not gviz: ${JSON.stringify(text.slice(0, 40))}`, {
      detail: String(error),
    });
  }
  if (valueAt(value, 'status') === 'error') {
    const [first] = listAt(value, 'errors');
    const why = valueAt(first, 'detailed_message') ?? valueAt(first, 'message');
    throw new DataError('contract', `gviz: ${String(why).slice(0, 120)}`);
  }
  const table = valueAt(value, 'table');
  const columns = listAt(table, 'cols');
  const names = namesOf(columns, 'label', 'id');
  return listAt(table, 'rows').map((row) => {
    const cells = listAt(row, 'c');
    const record: Record<string, unknown> = {};
    names.forEach((name, column) => {
      const cell = cells[column];
      if (name) put(record, name.trim(), isRecord(cell) ? date(valueAt(cell, 'v') ?? null) : null);
    });
    return record;
  });
}

/** "Date(2026,5,1)" as a day, "Date(2026,5,1,9,12,0)" as a wall time; anything else as it is. */
function date(value: unknown): unknown {
  const match = typeof value === 'string' ? /^Date\((\d+(?:,\d+){2,6})\)$/.exec(value) : null;
  if (!match) return value;
  const [year, month, ...rest] = match[1]!.split(',').map(Number) as [number, number, ...number[]];
  const two = (part: number | undefined): string => String(part ?? 0).padStart(2, '0');
  const day = `${String(year).padStart(4, '0')}-${two(month + 1)}-${two(rest[0])}`;
  return rest.length > 1 ? `${day}T${two(rest[1])}:${two(rest[2])}:${two(rest[3])}` : day;
}
