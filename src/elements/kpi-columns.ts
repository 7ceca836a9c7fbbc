import type { KpiLine } from './kpi-rows';

/** Columns in reading order. */
const columns = [
  'metric',
  'target',
  'result',
  'gap',
  'trend',
  'status',
  'analysis',
  'action',
  'owner',
  'due',
] as const;

export type Column = (typeof columns)[number];

/** Columns that people can write over. */
export type Editable = 'analysis' | 'action';

function isBlank(column: Column, lines: readonly KpiLine[], editable: boolean): boolean {
  switch (column) {
    case 'metric':
    case 'target':
    case 'result':
    case 'status':
      return false;
    case 'gap':
      return lines.every(({ standing }) => standing?.gap == null);
    case 'trend':
      return lines.every(({ trend }) => trend.length < 2);
    case 'analysis':
    case 'action':
      if (editable) return false;
  }
  return lines.every((line) => !line[column]);
}

/** The columns that have something to show. */
export const columnsOf = (lines: readonly KpiLine[], editable: boolean): Column[] =>
  columns.filter((column) => !isBlank(column, lines, editable));

/** Groups stand together, in the order they came. */
export function grouped(lines: readonly KpiLine[]): KpiLine[] {
  const groups = new Set(lines.map((line) => line.group));
  return [...groups].flatMap((group) => lines.filter((line) => line.group === group));
}
