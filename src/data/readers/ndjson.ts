import { DataError } from '../data-error';
import type { TextReader } from './reader';

/** Longest line that is waited for. Longer ones are not records but a broken stream. */
const longest = 1 << 20;

/**
 * One JSON value a line. A half line at the end is dropped, since a stream may
 * break off anywhere; a bad line before it is an error that names its number.
 */
export const ndjson: TextReader = {
  id: 'ndjson',
  open() {
    let rest = '';
    let line = 0;
    const parse = (text: string, out: unknown[], last: boolean): void => {
      line++;
      const json = text.trim();
      if (!json) return;
      try {
        out.push(JSON.parse(json));
      } catch (error) {
        if (last && line > 1) return;
        throw new DataError(
          'syntax',
          `line ${line} is not json: ${JSON.stringify(json.slice(0, 40))}`,
          {
            detail: String(error),
          },
        );
      }
    };
    return {
      push(text) {
        const out: unknown[] = [];
        const all = rest + text;
        let from = 0;
        for (let end; (end = all.indexOf('\n', from)) >= 0; from = end + 1) {
          parse(all.slice(from, end), out, false);
        }
        rest = all.slice(from);
        if (rest.length > longest) {
          throw new DataError('limit', `line ${line + 1} is longer than ${longest} characters`);
        }
        return out;
      },
      end() {
        const out: unknown[] = [];
        parse(rest, out, true);
        rest = '';
        return out;
      },
    };
  },
};
