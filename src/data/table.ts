import { put } from './readers/columns';

/**
 * The first row names the fields. Rows of a `<tfoot>` are totals and are left
 * out. A cell's `<data value>` or `<time datetime>` is read in place of its
 * text, so that readers see "4,5" and the kit reads 4.5.
 */
export function tableRows(table: HTMLTableElement): unknown[] {
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
