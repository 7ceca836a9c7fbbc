import { DataError, show } from './data-error';
import { put } from './readers/columns';

/**
 * The first row names the fields. Rows of a `<tfoot>` are totals and are left
 * out. A cell's `<data value>` or `<time datetime>` is read in place of its
 * text, so that readers see "4,5" and the kit reads 4.5.
 *
 * Throws `DataError` `contract` for a table of one row that is no head: nobody could tell it from
 * a survey without answers.
 */
export function tableRows(table: HTMLTableElement): unknown[] {
  const [head, ...body] = [...table.rows].filter((row) => row.parentElement !== table.tFoot);
  if (!head) return [];
  if (!body.length) refuseAnswers(head);
  const names = [...head.cells].map((cell) => cell.textContent!.trim());
  return body.map((row) => {
    const record: Record<string, unknown> = {};
    names.forEach((name, column) => {
      if (name) put(record, name, cellText(row.cells[column]));
    });
    return record;
  });
}

/** Names of fields are not figures, and a cell that is a `<th>` is a name. */
function refuseAnswers({ cells }: HTMLTableRowElement): void {
  const texts = [...cells].map((cell) => (cell.localName === 'td' ? cellText(cell) : ''));
  const figure = texts.find((text) => /\d/.test(text));
  if (figure !== undefined)
    throw new DataError(
      'contract',
      `a table of one row, with ${show(figure)}; the first row names the fields, the rows below it are the records`,
    );
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
