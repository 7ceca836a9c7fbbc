/** The strokes of a line of very many points. */
import { expect } from '@open-wc/testing';
import fc from 'fast-check';
import { densePath, traceLine, type DenseRoom } from '../../src/charts/dense-line';
import { indexPoints } from '../../src/charts/decimate';

const room: DenseRoom = { left: 10, width: 100, yOf: (value) => 100 - value };

/** What the pen did, with rounded numbers. */
function strokes(x: number[], y: number[], window: readonly [number, number]): string[] {
  const done: string[] = [];
  const write = (name: string, ...at: number[]): void =>
    void done.push([name, ...at.map((v) => Math.round(v * 10) / 10)].join(' '));
  traceLine(indexPoints(x, y), window, room, {
    moveTo: (...at) => write('move', ...at),
    lineTo: (...at) => write('line', ...at),
    bar: (...at) => write('bar', ...at),
  });
  return done;
}

describe('a dense line', () => {
  it('is drawn point by point where there are few, cut off at the window', () => {
    expect(strokes([0, 10, 20, 30], [0, 10, 30, 10], [5, 25])).to.deep.equal([
      'move 10 95',
      'line 10 95',
      'line 35 90',
      'line 85 70',
      'line 110 80',
    ]);
  });

  it('passes through a window that holds no point', () => {
    expect(strokes([0, 100], [0, 100], [40, 60])).to.deep.equal([
      'move 10 60',
      'line 10 60',
      'line 110 40',
    ]);
  });

  it('keeps a gap, and a point alone as a mark', () => {
    expect(strokes([0, 5, 10], [1, NaN, 3], [0, 10])).to.deep.equal([
      'move 10 99',
      'line 10 99',
      'move 110 97',
      'line 110 97',
    ]);
    expect(strokes([0, 10], [NaN, NaN], [0, 10])).to.deep.equal([]);
    // Nothing is known beyond the edge.
    expect(strokes([0, 10, 20], [NaN, 5, 6], [5, 15])[0]).to.equal('move 60 95');
  });

  it('is a bar for each column where there are many, joined to the one before', () => {
    const x = Array.from({ length: 1000 }, (_, i) => i);
    const y = x.map((i) => (i === 500 ? 60 : i % 2));
    const done = strokes(x, y, [0, 999]);
    expect(done).to.have.length(100);
    expect(done.every((stroke) => stroke.startsWith('bar'))).to.equal(true);
    expect(done[50]).to.equal('bar 60 40 100');
    expect(done[0]).to.equal('bar 10 99 100');
  });

  it('as a path keeps every extreme, and grows with its room alone', () => {
    const length = 100_000;
    const x = Float64Array.from({ length }, (_, i) => i);
    fc.assert(
      fc.property(fc.integer({ min: 0, max: length - 1 }), (at) => {
        const y = new Float64Array(length);
        y[at] = 77;
        const path = densePath(indexPoints(x, y), [0, length - 1], room, 2);
        const [, left] = /M([\d.]+),23V/.exec(path)!;
        expect(Math.abs(Number(left) - 10 - (at / length) * 100)).to.be.at.most(0.5);
        expect(path.length).to.be.below(200 * 24);
      }),
      { numRuns: 40 },
    );
  });
});
