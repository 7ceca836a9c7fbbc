import { allWords } from '../text/later';
import { announce } from './live-region';
import type { KpiLine } from './kpi-rows';
import type { Column } from './kpi-columns';

export interface Sort {
  column: Column;
  down: boolean;
}

/** What a press on a column's head does: up, then down, then as it came; says it in the tile. */
export function nextSort(
  root: ParentNode,
  sort: Sort | null,
  column: Column,
  lang: string,
): Sort | null {
  const isSame = sort?.column === column;
  const next = isSame && sort.down ? null : { column, down: isSame };
  const words = allWords(lang);
  const way = isSame ? words.descending : words.ascending;
  announce(root, next ? words.sorted(words[column], way) : words.unsorted);
  return next;
}

const order = ['missed', 'near', 'met', 'no-data'];

function keyOf(line: KpiLine, column: Column): string | number | null {
  switch (column) {
    case 'metric':
      return line.name;
    case 'target':
      return line.target?.value ?? null;
    case 'result':
      return line.result.value;
    case 'gap':
      return line.standing?.gap ?? null;
    case 'status':
      return order.indexOf(line.standing?.status ?? 'no-data');
    case 'trend':
      return null;
    default:
      return line[column] || null;
  }
}

/** Lines in the order asked for. */
export function sortLines(lines: readonly KpiLine[], sort: Sort, lang: string): KpiLine[] {
  const collator = new Intl.Collator(lang, { numeric: true });
  const sign = sort.down ? -1 : 1;
  return [...lines].sort((a, b) => {
    const [x, y] = [keyOf(a, sort.column), keyOf(b, sort.column)];
    // What is missing stays at the end, whichever way it is sorted.
    if (x === null || y === null) return +(x === null) - +(y === null);
    return (
      sign *
      (typeof x === 'number' && typeof y === 'number'
        ? x - y
        : collator.compare(String(x), String(y)))
    );
  });
}
