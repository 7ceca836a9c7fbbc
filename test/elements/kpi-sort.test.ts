import { expect } from '@open-wc/testing';
import type { KpiLine } from '../../src/elements/kpi-rows';
import { sortLines, type Sort } from '../../src/elements/kpi-sort';
import type { Status } from '../../src/metrics/target';

/** Of a line only what its order depends on. */
function line(name: string, status: Status | null, value: number | null, owner = ''): KpiLine {
  const standing = status && { status, gap: value, proven: null };
  return { name, owner, result: { value }, standing, target: null } as unknown as KpiLine;
}

const lines = [
  line('KPI 10', 'met', 3, 'Åsa'),
  line('KPI 2', 'no-data', null),
  line('KPI 1', 'missed', -4, 'Zul'),
  line('KPI 30', null, 7, 'bima'),
  line('KPI 4', 'near', 0, 'Ani'),
];
const order = (column: Sort['column'], down = false, lang = 'id'): string[] =>
  sortLines(lines, { column, down }, lang).map(({ name }) => name.slice(4));

describe('sortLines', () => {
  it('takes numbers in names as numbers', () => {
    expect(order('metric')).to.deep.equal(['1', '2', '4', '10', '30']);
    expect(order('metric', true)).to.deep.equal(['30', '10', '4', '2', '1']);
  });

  it('begins with what is missed, then near, met and unknown', () => {
    expect(order('status')).to.deep.equal(['1', '4', '10', '2', '30']);
  });

  it('leaves at the end what has no value, whichever way', () => {
    expect(order('result')).to.deep.equal(['1', '4', '10', '30', '2']);
    expect(order('result', true)).to.deep.equal(['30', '10', '4', '1', '2']);
    expect(order('owner')).to.deep.equal(['4', '10', '30', '1', '2']);
    expect(order('owner', true)).to.deep.equal(['1', '30', '10', '4', '2']);
  });

  it('keeps the order of what is equal, and the list that it was given', () => {
    expect(order('trend')).to.deep.equal(lines.map(({ name }) => name.slice(4)));
    expect(lines[0]!.name).to.equal('KPI 10');
  });
});
