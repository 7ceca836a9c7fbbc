import { DataError } from './data-error';
import type { ShapeOptions } from './readers/reader';
import { put } from './readers/columns';
import { toRows } from './shape';

/**
 * The records written inside an element: a child
 * `<script type="application/json">`, or a child `<table>`. `null` where there
 * is neither. Throws `DataError` where the script cannot be read.
 */
export function readInline(host: Element, options: ShapeOptions = {}): unknown[] | null {
  let table: HTMLTableElement | null = null;
  for (const child of host.children) {
    if (child.localName === 'script' && isJson(child.getAttribute('type'))) {
      return toRows(parseJson(child.textContent ?? ''), options);
    }
    if (child.localName === 'table') table ??= child as HTMLTableElement;
  }
  return table && tableRows(table);
}

function isJson(type: string | null): boolean {
  return /^\s*application\/(\w+\+)?json\b/i.test(type ?? '');
}

/** Parses JSON; `empty` for no text at all, `syntax` with the place for bad text. */
export function parseJson(text: string): unknown {
  if (!text.trim()) throw new DataError('empty', 'empty body');
  try {
    return JSON.parse(text);
  } catch (error) {
    throw new DataError('syntax', `not json: ${JSON.stringify(text.trim().slice(0, 40))}`, {
      detail: String(error),
    });
  }
}

/**
 * The first row names the fields. Rows of a `<tfoot>` are totals and are left
 * out. A cell's `<data value>` or `<time datetime>` is read in place of its
 * text, so that readers see "4,5" and the kit reads 4.5.
 */
function tableRows(table: HTMLTableElement): unknown[] {
  const [head, ...body] = [...table.rows].filter((row) => row.parentElement !== table.tFoot);
  if (!head) return [];
  const names = [...head.cells].map((cell) => cell.textContent!.trim());
  return body.map((row) => {
    const record: Record<string, unknown> = {};
    names.forEach((name, column) => {
      if (name) put(record, name, cellText(row.cells[column]));
    });
    return record;
  });
}

function cellText(cell: HTMLTableCellElement | undefined): string {
  const marked = cell?.querySelector('data[value], time[datetime]');
  return (
    marked?.getAttribute('value') ??
    marked?.getAttribute('datetime') ??
    cell?.textContent ??
    ''
  ).trim();
}
