/**
 * A table as CSV (RFC 4180): commas, CRLF, numbers unrounded and with a decimal
 * point in every language.
 *
 * Text that a spreadsheet would run as a formula gets an apostrophe before it
 * (OWASP, "CSV Injection"); text that is a plain number stays as it is.
 */

/** `null`, and what is not finite, is an empty cell. */
export type CsvCell = string | number | null | undefined;

const plainNumber = /^[-+]?\d+(\.\d+)?(e[-+]?\d+)?$/i;
/** Signs that open a formula, wide ones too; the second also after what another locale takes for the end of a cell. */
const opensFormula = /^(?=\s*[=+\-@＝＋－＠]|[\t\r\n])/;
const opensLater = /([;\t\r\n]\s*)(?=[=+\-@＝＋－＠])/g;

function cellText(cell: CsvCell): string {
  if (typeof cell !== 'string') return Number.isFinite(cell) ? String(cell) : '';
  const safe = plainNumber.test(cell)
    ? cell
    : cell.replace(opensFormula, "'").replace(opensLater, "$1'");
  return /[",;\t\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}

/** The rows as CSV, each ended by CRLF. */
export const csvOf = (rows: readonly (readonly CsvCell[])[]): string =>
  rows.map((row) => `${row.map(cellText).join()}\r\n`).join('');
