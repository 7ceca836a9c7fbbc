import { pacer, type Pace } from '../pace';
import { builder, type Build } from './build';
import { Repeats } from './repeats';

/**
 * Reads JSON objects that all look like a first one: the same keys in the same
 * order with the same blanks between, and plain values. Every character is
 * checked; what differs in any way is left to `JSON.parse`, so the records are
 * the same. Several times faster than parsing line by line.
 */
export interface Scan {
  /** The record that begins at `at`, or `undefined` where it looks different. */
  read(text: string, at: number): Record<string, unknown> | undefined;
  /** Where the record that was read last ends. */
  readonly end: number;
}

/** A scan for objects such as this one; `null` where it holds lists or objects, escapes, or odd keys. */
export function scanLike(sample: string): Scan | null {
  const keys: string[] = [];
  const parts: string[] = [];
  let rest = sample;
  for (let before = /^\s*\{\s*/; ; before = /^\s*,\s*/) {
    const match = new RegExp(before.source + String.raw`"([^"\\]*)"\s*:\s*`).exec(rest);
    if (!match) return null;
    keys.push(match[1]!);
    parts.push(match[0]);
    rest = rest.slice(match[0].length);
    const value = /^(?:"[^"\\]*"|-?[\d.eE+-]+|true|false|null)/.exec(rest);
    if (!value) return null;
    rest = rest.slice(value[0].length);
    if (/^\s*\}\s*$/.test(rest)) break;
  }
  parts.push(rest.trimEnd());
  const scan = new FixedScan(keys, parts);
  return scan.read(sample, 0) && scan.end === sample.trimEnd().length ? scan : null;
}

/** A list of records that look alike, with blanks between at most; `null` where anything looks different. */
export async function readAlike(text: string, pace: Pace): Promise<unknown[] | null> {
  let at = /^\s*\[\s*/.exec(text)?.[0].length ?? -1;
  const scan = at > 0 ? scanLike(text.slice(at, text.indexOf('}', at) + 1)) : null;
  if (!scan) return null;
  const blank = (): void => {
    while (text.charCodeAt(at) <= 32 && ' \n\r\t'.includes(text[at]!)) at++;
  };
  const rows: unknown[] = [];
  const breath = pacer(pace);
  for (;;) {
    const row = scan.read(text, at);
    if (!row) return null;
    rows.push(row);
    at = scan.end;
    blank();
    const code = text.charCodeAt(at++);
    blank();
    if (code === 93) return at === text.length ? rows : null;
    if (code !== 44) return null;
    if (rows.length % 1024 === 0) await breath();
  }
}

class FixedScan implements Scan {
  end = 0;
  private readonly cells: unknown[];
  private readonly repeats: readonly Repeats[];
  private readonly build: Build;

  constructor(
    keys: readonly string[],
    private readonly parts: readonly string[],
  ) {
    this.cells = keys.map(() => null);
    this.repeats = keys.map(() => new Repeats());
    this.build = builder(keys);
  }

  read(text: string, at: number): Record<string, unknown> | undefined {
    const { parts, cells } = this;
    const count = cells.length;
    for (let i = 0; i < count; i++) {
      const part = parts[i]!;
      if (!text.startsWith(part, at)) return undefined;
      at += part.length;
      const first = text.charCodeAt(at);
      if (first === 34) {
        const start = ++at;
        let code = text.charCodeAt(at);
        // Neither escapes nor control characters, which JSON does not allow.
        while (code !== 34 && code !== 92 && code >= 32) code = text.charCodeAt(++at);
        if (code !== 34) return undefined;
        cells[i] = this.repeats[i]!.slice(text, start, at++);
      } else if (first === 45 || (first >= 48 && first <= 57)) {
        const start = at;
        let whole = 0;
        let code = first === 45 ? text.charCodeAt(++at) : first;
        const digits = at;
        for (; code >= 48 && code <= 57; code = text.charCodeAt(++at))
          whole = whole * 10 + code - 48;
        const size = at - digits;
        // Zeros in front, and what doubles do not hold exactly, are for the parser.
        if (!size || size > 15 || (size > 1 && text.charCodeAt(digits) === 48)) return undefined;
        if (code === 46) {
          const point = at;
          do code = text.charCodeAt(++at);
          while (code >= 48 && code <= 57);
          if (at === point + 1) return undefined;
          cells[i] = Number(text.slice(start, at));
        } else cells[i] = first === 45 ? -whole : whole;
        if (code === 101 || code === 69) return undefined;
      } else if (text.startsWith('null', at)) {
        cells[i] = null;
        at += 4;
      } else if (text.startsWith('true', at)) {
        cells[i] = true;
        at += 4;
      } else if (text.startsWith('false', at)) {
        cells[i] = false;
        at += 5;
      } else return undefined;
    }
    const tail = parts[count]!;
    if (!text.startsWith(tail, at)) return undefined;
    this.end = at + tail.length;
    return this.build(cells);
  }
}
