import { DataError } from '../data-error';
import { builder, type Build } from './build';
import type { TextReader, TextReading } from './reader';
import { Repeats } from './repeats';

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
  #rest = '';
  #delimiter = '';
  #newline = '\n';
  #record = 0;
  /** Cells of the record that is being read; only those of named columns. */
  #cells: string[] = [];
  /** Column -> place in `cells`, −1 for a column that is left out; `null` while the header is read. */
  #places: number[] | null = null;
  #build: Build = () => ({});
  #repeats: Repeats[] = [];

  push(text: string): unknown[] {
    return this.#read(this.#rest + text, false);
  }

  end(): unknown[] {
    return this.#read(this.#rest, true);
  }

  #read(text: string, last: boolean): unknown[] {
    const out: unknown[] = [];
    let from = 0;
    if (!this.#delimiter) {
      const head = firstLine(text);
      if (head < 0 && !last) {
        this.#keep(text);
        return out;
      }
      from = this.#sniff(text, head < 0 ? text.length : head);
    }
    if (!this.#places) from = this.#readQuoted(text, from, last, out, true);
    if (this.#places) {
      // Most texts have no quotes, and then lines are records.
      from = text.includes('"', from)
        ? this.#readQuoted(text, from, last, out, false)
        : this.#readPlain(text, from, last, out);
    }
    this.#keep(text.slice(from));
    return out;
  }

  #keep(text: string): void {
    if (text.length > longest) {
      throw new DataError(
        'limit',
        `record ${this.#record + 1} is longer than ${longest} characters: a quote may be open`,
      );
    }
    this.#rest = text;
  }

  /** Finds delimiter and line ending in the first line; where the records begin. */
  #sniff(text: string, head: number): number {
    const start = text.charCodeAt(0) === 0xfeff ? 1 : 0;
    this.#newline = text[head] === '\r' && text[head + 1] !== '\n' ? '\r' : '\n';
    const line = text.slice(start, head);
    // Excel writes the delimiter into a line of its own.
    const told = /^sep=(.)\r?$/i.exec(line);
    if (told) {
      this.#delimiter = told[1]!;
      return text.indexOf(this.#newline, head) + 1 || text.length;
    }
    const bare = line.replace(/"[^"]*"/g, '');
    let most = 0;
    for (const sign of ',;\t|') {
      const count = bare.split(sign).length;
      if (count > most) {
        most = count;
        this.#delimiter = sign;
      }
    }
    return start;
  }

  /** Reads records that are lines; where the first incomplete one begins. */
  #readPlain(text: string, from: number, last: boolean, out: unknown[]): number {
    const delimiter = this.#delimiter;
    const newline = this.#newline;
    const cells = this.#cells;
    const build = this.#build;
    const repeats = this.#repeats;
    const places = this.#places!;
    const columns = places.length;
    for (;;) {
      let end = text.indexOf(newline, from);
      const next = end + 1;
      if (end < 0) {
        if (!last || from >= text.length) return from;
        end = text.length;
      }
      if (end > from && text.charCodeAt(end - 1) === 13) end--;
      this.#record++;
      let at = from;
      let column = 0;
      let shifted = false;
      while (at <= end) {
        let stop = text.indexOf(delimiter, at);
        if (stop < 0 || stop > end) stop = end;
        if (column >= columns) shifted ||= text.slice(at, stop).trim() !== '';
        else {
          const place = places[column]!;
          if (place >= 0) cells[place] = repeats[place]!.slice(text, at, stop);
        }
        column++;
        at = stop + 1;
      }
      if (column > 1 || text.slice(from, end).trim()) {
        for (; column < columns; column++) if (places[column]! >= 0) cells[places[column]!] = '';
        out.push(shifted ? null : build(cells));
      }
      if (!next) return text.length;
      from = next;
    }
  }

  /** Reads records with quotes, the header alone with `once`; where the first incomplete one begins. */
  #readQuoted(text: string, from: number, last: boolean, out: unknown[], once: boolean): number {
    const all: string[] = [];
    for (;;) {
      const next = this.#split(text, from, all, last);
      if (next < 0) return from;
      from = next;
      this.#record++;
      if (all.length === 1 && !all[0]!.trim()) continue;
      if (!this.#places) this.#name(all);
      else {
        const places = this.#places;
        const cells = this.#cells;
        const shifted = all.slice(places.length).some((cell) => cell.trim());
        places.forEach((place, column) => {
          if (place >= 0) cells[place] = all[column] ?? '';
        });
        out.push(shifted ? null : this.#build(cells));
      }
      if (once) return from;
    }
  }

  #name(head: readonly string[]): void {
    const names: string[] = [];
    this.#places = head.map((cell) => {
      const name = cell.trim();
      return name && !names.includes(name) ? names.push(name) - 1 : -1;
    });
    this.#cells = names.map(() => '');
    this.#build = builder(names);
    this.#repeats = names.map(() => new Repeats());
  }

  /** Splits one record into cells; where the next one begins, or −1 where it is not complete. */
  #split(text: string, from: number, cells: string[], last: boolean): number {
    const size = text.length;
    const delimiter = this.#delimiter.charCodeAt(0);
    const newline = this.#newline.charCodeAt(0);
    const stop = (at: number): number => {
      for (; at < size; at++) {
        const code = text.charCodeAt(at);
        if (code === delimiter || code === newline) break;
      }
      return at;
    };
    cells.length = 0;
    if (from >= size) return -1;
    let at = from;
    for (;;) {
      let cell: string;
      const start = at;
      if (text.charCodeAt(at) === 34) {
        let close = at + 1;
        for (;;) {
          close = text.indexOf('"', close);
          if (close < 0) {
            if (last) throw new DataError('syntax', `record ${this.#record + 1} has an open quote`);
            return -1;
          }
          if (close + 1 >= size && !last) return -1;
          if (text.charCodeAt(close + 1) !== 34) break;
          close += 2;
        }
        cell = text.slice(at + 1, close).replaceAll('""', '"');
        at = stop(close + 1);
        // What stands between a closing quote and the delimiter belongs to the cell.
        cell += text.slice(close + 1, at).trimEnd();
      } else {
        at = stop(at);
        const end = text.charCodeAt(at) !== delimiter && text[at - 1] === '\r' ? at - 1 : at;
        cell = text.slice(start, Math.max(start, end));
      }
      if (at >= size && !last) return -1;
      cells.push(cell);
      if (at >= size) return size;
      if (text.charCodeAt(at++) === newline) return at;
    }
  }
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
