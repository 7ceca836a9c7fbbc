import { expect } from '@open-wc/testing';
import fc from 'fast-check';
import { layEvents, placeEvents, type EventRoom } from '../../src/charts/events';

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

  it('keep clear of the lines of those after them', () => {
    const two = [event(100, 'Telephone'), event(140, 'New IVR script')];
    expect(place(two).map(({ row, text }) => [row, text])).to.deep.equal([
      [0, 'Telephone'],
      [1, 'New IVR script'],
    ]);
    // The line of the third would run through the second row.
    expect(
      place([...two, event(200, 'Training')]).map(({ row, text }) => [row, text]),
    ).to.deep.equal([
      [0, 'Telephone'],
      [1, 'New IVR…'],
      [0, 'Training'],
    ]);
  });

  it('never cover each other or a line, nor leave the edges', () => {
    fc.assert(
      fc.property(
        fc.array(fc.tuple(fc.integer({ min: 0, max: 300 }), fc.nat(60)), { maxLength: 12 }),
        fc.integer({ min: 1, max: 3 }),
        (list, rows) => {
          const events = list
            .sort(([a], [b]) => a - b)
            .map(([x, length]) => event(x, 'x'.repeat(length)));
          const boxes = place(events, rows).flatMap(({ x, before, row, text }, i) => {
            const width = text.length * 6;
            const [from, to] = before ? [x - width, x] : [x, x + width];
            return text ? [{ row, from, to, line: events[i]!.x }] : [];
          });
          boxes.forEach((box, i) => {
            expect(box.from).to.be.at.least(0);
            expect(box.to).to.be.at.most(300);
            // A line runs down from its own label.
            for (const { row, line } of boxes)
              if (row <= box.row) expect(line <= box.from || line >= box.to).to.equal(true);
            for (const other of boxes.slice(0, i))
              if (other.row === box.row)
                expect(box.from >= other.to || box.to <= other.from).to.equal(true);
          });
        },
      ),
    );
  });
});

describe('events', () => {
  const room = (changes: Partial<EventRoom> = {}): EventRoom => ({
    full: [0, 300],
    window: [0, 300],
    width: 300,
    rows: 2,
    charWidth: 6,
    xOf: (time) => time,
    ...changes,
  });
  const lay = (xs: readonly number[], name: string, changes?: Partial<EventRoom>) =>
    layEvents(
      xs.map((x) => ({ x, name, test: '' })),
      room(changes),
    );

  it('end where the next begins, the newest with the window', () => {
    expect(lay([50, 120], 'a').map(({ x, end }) => [x, end])).to.deep.equal([
      [50, 120],
      [120, 300],
    ]);
  });

  it('before the window have no label, and those after it no place', () => {
    const found = lay([10, 60, 250], 'a', { window: [50, 200] });
    expect(found.map(({ index, x, label }) => [index, x, label?.text])).to.deep.equal([
      [0, 50, undefined],
      [1, 60, 'a'],
    ]);
  });

  it('of the last period stand at its point', () => {
    expect(lay([310], 'a', { until: 320 })[0]!.x).to.equal(300);
    expect(lay([330], 'a', { until: 320 })).to.deep.equal([]);
  });

  it('are numbered, all of them, where one would have no room for its text', () => {
    const few = lay([50, 150], 'New IVR');
    expect(few.map(({ isNumber, label }) => [isNumber, label!.text])).to.deep.equal([
      [false, 'New IVR'],
      [false, 'New IVR'],
    ]);
    const many = lay([50, 58, 66, 74], 'A new telephone system');
    expect(many.map(({ isNumber, label }) => [isNumber, label!.text])).to.deep.equal([
      [true, '1'],
      [true, '2'],
      [true, '3'],
      [true, '4'],
    ]);
  });
});
