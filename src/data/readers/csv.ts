import { DataError } from '../data-error';
import { put } from './columns';
import type { TextReader, TextReading } from './reader';

/** Longest record that is waited for: beyond it, a quote was left open. */
const longest = 1 << 20;

/**
 * CSV with a header line (RFC 4180), as it arrives. The delimiter (comma,
 * semicolon, tab, bar) and the line ending are found in the first line; quotes
 * may hold both. Cells stay text. Names are trimmed; a column without a name is
 * left out and the first of two equal names counts. A record with more cells
 * than names has shifted fields, so it becomes `null`, which a metric counts
 * as invalid.
 */
export const csv: TextReader = { id: 'csv', open: () => new CsvReading() };

class CsvReading implements TextReading {
  private rest = '';
  private names: string[] | null = null;
  private delimiter = 0;
  private newline = 10;
  private record = 0;

  push(text: string): unknown[] {
    return this.read(this.rest + text, false);
  }

  end(): unknown[] {
    return this.read(this.rest, true);
  }

  private read(text: string, last: boolean): unknown[] {
    let from = 0;
    if (!this.delimiter) {
      const head = firstLine(text);
      if (head < 0 && !last) return this.keep(text);
      from = this.sniff(text, head < 0 ? text.length : head);
    }
    const out: unknown[] = [];
    const cells: string[] = [];
    for (;;) {
      const end = this.cells(text, from, cells, last);
      if (end < 0) break;
      from = end;
      this.record++;
      if (cells.length === 1 && cells[0]!.trim() === '') continue;
      if (this.names) out.push(record(this.names, cells));
      else this.names = header(cells);
    }
    this.keep(text.slice(from));
    return out;
  }

  private keep(text: string): unknown[] {
    if (text.length > longest) {
      throw new DataError(
        'limit',
        `record ${this.record + 1} is longer than ${longest} characters: a quote may be open`,
      );
    }
    this.rest = text;
    return [];
  }

  /** Finds delimiter and line ending in the first line; where the records begin. */
  private sniff(text: string, head: number): number {
    const start = text.charCodeAt(0) === 0xfeff ? 1 : 0;
    this.newline = text[head] === '\r' && text[head + 1] !== '\n' ? 13 : 10;
    const line = text.slice(start, head);
    // Excel writes the delimiter into a line of its own.
    const told = /^sep=(.)\r?$/i.exec(line);
    if (told) {
      this.delimiter = told[1]!.charCodeAt(0);
      return text.indexOf(this.newline === 13 ? '\r' : '\n', head) + 1 || text.length;
    }
    const bare = line.replace(/"[^"]*"/g, '');
    let most = 0;
    this.delimiter = 44;
    for (const sign of ',;\t|') {
      const count = bare.split(sign).length;
      if (count > most) {
        most = count;
        this.delimiter = sign.charCodeAt(0);
      }
    }
    return start;
  }

  /** Reads one record into `cells`; where the next one begins, or −1 where it is not complete. */
  private cells(text: string, from: number, cells: string[], last: boolean): number {
    const { delimiter, newline } = this;
    const size = text.length;
    cells.length = 0;
    if (from >= size) return -1;
    let at = from;
    for (;;) {
      let cell: string;
      if (text.charCodeAt(at) === 34) {
        let close = at + 1;
        for (;;) {
          close = text.indexOf('"', close);
          if (close < 0) {
            if (last) throw new DataError('syntax', `record ${this.record + 1} has an open quote`);
            return -1;
          }
          if (close + 1 >= size && !last) return -1;
          if (text.charCodeAt(close + 1) !== 34) break;
          close += 2;
        }
        cell = text.slice(at + 1, close);
        if (cell.includes('"')) cell = cell.replaceAll('""', '"');
        at = close + 1;
        // What stands between a closing quote and the delimiter belongs to the cell.
        const tail = at;
        while (at < size && !stops(text.charCodeAt(at), delimiter, newline)) at++;
        if (at > tail) cell += text.slice(tail, at).trimEnd();
      } else {
        const start = at;
        while (at < size && !stops(text.charCodeAt(at), delimiter, newline)) at++;
        const end =
          text.charCodeAt(at - 1) === 13 && at > start && text.charCodeAt(at) !== delimiter
            ? at - 1
            : at;
        cell = text.slice(start, end);
      }
      if (at >= size && !last) return -1;
      cells.push(cell);
      if (at >= size) return size;
      if (text.charCodeAt(at++) === newline) return at;
    }
  }
}

function stops(code: number, delimiter: number, newline: number): boolean {
  return code === delimiter || code === newline;
}

/** Where the first line ends, outside quotes; −1 where it does not yet. */
function firstLine(text: string): number {
  let quoted = false;
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at);
    if (code === 34) quoted = !quoted;
    // A carriage return at the very end may have its line feed in the next piece.
    else if (!quoted && (code === 10 || (code === 13 && at + 1 < text.length))) return at;
  }
  return -1;
}

function header(cells: readonly string[]): string[] {
  const seen = new Set<string>();
  return cells.map((cell) => {
    const name = cell.trim();
    if (seen.has(name)) return '';
    seen.add(name);
    return name;
  });
}

function record(names: readonly string[], cells: readonly string[]): unknown {
  for (let column = names.length; column < cells.length; column++) {
    if (cells[column]!.trim()) return null;
  }
  const row: Record<string, unknown> = {};
  for (let column = 0; column < names.length; column++) {
    const name = names[column]!;
    if (name) put(row, name, cells[column] ?? '');
  }
  return row;
}
