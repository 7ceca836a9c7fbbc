import { absent } from './data-error';
import type { ShapeOptions } from './readers/reader';
import { readRows, readText, type Rows } from './shape';

/**
 * The records written inside an element: a child `<script type="application/json">` (`text/csv`
 * too), or a child `<table>`. `null` where there is neither.
 */
export function readInline(host: Element, options: ShapeOptions = {}): Rows | null {
  let table: HTMLTableElement | null = null;
  for (const child of host.children) {
    if (child.localName === 'script') {
      const { type, text } = child as HTMLScriptElement;
      // By its type, or, where that was forgotten, by how it begins.
      if (type ? /json|csv/i.test(type) : /^\s*[[{]/.test(text)) return readGiven(text, options);
    }
    if (child.localName === 'table') table ??= child as HTMLTableElement;
  }
  return table && readTable(table);
}

/** Records of data that is in the page; text is JSON, or what `source` says or it looks like. */
export function readGiven(
  data: unknown,
  options: ShapeOptions,
  read: (value: unknown, options: ShapeOptions) => Rows = readRows,
): Rows {
  let value = data;
  if (typeof data === 'string') {
    try {
      value = JSON.parse(data);
    } catch {
      return readText(data, options);
    }
  }
  return read(value, options);
}

async function readTable(table: HTMLTableElement): Promise<unknown[]> {
  return (await import('./table').catch(absent)).tableRows(table);
}
