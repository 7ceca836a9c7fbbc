import { expect } from '@open-wc/testing';
import fc from 'fast-check';
import { placeEvents, shorten, spread } from '../../src/charts/labels';

describe('shorten', () => {
  for (const [text, most, expected] of [
    ['New IVR', 7, 'New IVR'],
    ['New IVR', 6, 'New I…'],
    ['New IVR', 5, 'New…'],
    ['New IVR', 2, ''],
    ['', 0, ''],
    ['👩‍🚒👍👍👍👍', 3, '👩‍…'],
  ] as const) {
    it(`cuts "${text}" at ${most} to "${expected}"`, () => {
      expect(shorten(text, most)).to.equal(expected);
    });
  }
});

describe('spread', () => {
  it('leaves labels alone that do not touch', () => {
    expect(spread([10, 40, 80], 15, 0, 100)).to.deep.equal([10, 40, 80]);
  });

  it('keeps their order, their distance and the edges', () => {
    fc.assert(
      fc.property(
        fc.array(fc.double({ min: -50, max: 350, noNaN: true }), { maxLength: 15 }),
        (ys) => {
          const found = spread(ys, 15, 0, 300);
          const sorted = [...found].sort((a, b) => a - b);
          sorted.forEach((y, i) => {
            expect(y).to.be.within(0, 300);
            if (i) expect(y - sorted[i - 1]!).to.be.at.least(14.98);
          });
          ys.forEach((y, i) =>
            ys.forEach((other, j) => {
              if (y < other) expect(found[i]!).to.be.below(found[j]!);
            }),
          );
        },
      ),
    );
  });
});

describe('labels of events', () => {
  const event = (x: number, name: string, test = '') => ({ x, name, test });
  const place = (events: Parameters<typeof placeEvents>[0], rows = 2) =>
    placeEvents(events, 0, 300, 6, rows);

  it('stand to the right of their line where there is room, else to its left', () => {
    expect(place([event(50, 'New IVR')])).to.deep.equal([
      { x: 54, before: false, row: 0, text: 'New IVR' },
    ]);
    expect(place([event(280, 'New IVR')])).to.deep.equal([
      { x: 276, before: true, row: 0, text: 'New IVR' },
    ]);
  });

  it('go to the second row where the first is taken', () => {
    const rows = place([event(100, 'New telephone system'), event(140, 'New IVR script')]);
    expect(rows.map(({ row }) => row)).to.deep.equal([0, 1]);
  });

  it('are shortened to their room, the outcome of the test last', () => {
    const [label] = placeEvents([event(150, 'A new telephone system', ' · +9')], 0, 250, 6, 1);
    expect(label!.text).to.equal('A new telephone sy… · +9');
    const [short] = placeEvents([event(20, 'A new telephone system', ' · +9')], 0, 80, 6, 1);
    expect(short!.text).to.equal('A new te…');
  });

  it('are left out where there is no room at all', () => {
    expect(placeEvents([event(10, 'New IVR')], 0, 20, 6, 1)[0]!.text).to.equal('');
  });

  it('never cover each other nor leave the edges', () => {
    fc.assert(
      fc.property(
        fc.array(fc.tuple(fc.integer({ min: 0, max: 300 }), fc.nat(60)), { maxLength: 12 }),
        fc.integer({ min: 1, max: 3 }),
        (list, rows) => {
          const events = list
            .sort(([a], [b]) => a - b)
            .map(([x, length]) => event(x, 'x'.repeat(length)));
          const boxes = place(events, rows).flatMap(({ x, before, row, text }) => {
            const width = text.length * 6;
            return text ? [{ row, from: before ? x - width : x, to: before ? x : x + width }] : [];
          });
          boxes.forEach((box, i) => {
            expect(box.from).to.be.at.least(0);
            expect(box.to).to.be.at.most(300);
            for (const other of boxes.slice(0, i))
              if (other.row === box.row)
                expect(box.from >= other.to || box.to <= other.from).to.equal(true);
          });
        },
      ),
    );
  });
});
