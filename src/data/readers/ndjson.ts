import { DataError } from '../data-error';
import type { TextReader, TextReading } from './reader';
import { scanLike, type Scan } from './scan';

/** Longest line that is waited for. Longer ones are not records but a broken stream. */
const longest = 1 << 20;
/** Lines that look different, after which a new first one is taken. */
const patience = 16;

/**
 * One JSON value a line. Lines that look alike are scanned, the others parsed.
 * A half line at the end is dropped, since a stream may break off anywhere; a
 * bad line before it is an error that names its number.
 */
export const ndjson: TextReader = { id: 'ndjson', open: () => new NdjsonReading() };

class NdjsonReading implements TextReading {
  #rest = '';
  #line = 0;
  #scan: Scan | null = null;
  #odd = patience;

  push(text: string): unknown[] {
    const out: unknown[] = [];
    const all = this.#rest + text;
    let from = 0;
    for (let end; (end = all.indexOf('\n', from)) >= 0; from = end + 1) {
      this.#line++;
      const stop = all.charCodeAt(end - 1) === 13 && end > from ? end - 1 : end;
      const scan = this.#scan;
      const row = scan?.read(all, from);
      if (row && scan!.end === stop) out.push(row);
      else this.#parse(all.slice(from, stop), out, false);
    }
    this.#rest = all.slice(from);
    if (this.#rest.length > longest) {
      throw new DataError('limit', `line ${this.#line + 1} is longer than ${longest} characters`);
    }
    return out;
  }

  end(): unknown[] {
    const out: unknown[] = [];
    this.#line++;
    this.#parse(this.#rest, out, true);
    this.#rest = '';
    return out;
  }

  #parse(text: string, out: unknown[], last: boolean): void {
    const json = text.trim();
    if (!json) return;
    try {
      out.push(JSON.parse(json));
    } catch (error) {
      if (last && this.#line > 1) return;
      throw new DataError(
        'syntax',
        `line ${this.#line} is not json: ${JSON.stringify(json.slice(0, 40))}`,
        { detail: String(error) },
      );
    }
    if (!last && ++this.#odd > patience) {
      this.#odd = 0;
      this.#scan = scanLike(text);
    }
  }
}
