import { expect } from '@open-wc/testing';
import fc from 'fast-check';
import { readAlike, scanLike } from '../../../src/data/readers/scan';
import { ndjson } from '../../../src/data/readers/ndjson';

const first = '{"id": "r1","date":"2026-06-03","score":9,"ok":true}';

describe('scanLike', () => {
  const same = [
    first,
    '{"id": "","date":"x","score":0,"ok":false}',
    '{"id": "é😀","date":"x","score":-7,"ok":null}',
    '{"id": "r","date":"x","score":1.25,"ok":null}',
    '{"id": "r","date":"x","score":-0.5,"ok":3}',
    '{"id": "r","date":"x","score":-0,"ok":"x"}',
    '{"id": "r","date":"x","score":999999999999999,"ok":true}',
  ];
  for (const line of same) {
    it(`reads ${line} as the parser does`, () => {
      const row = scanLike(first)!.read(`${line}\n`, 0);
      expect(row).to.deep.equal(JSON.parse(line));
    });
  }

  const other = [
    '{"id": "r1","date":"2026-06-03","score":9,"ok":true,"more":1}',
    '{"id": "r1","date":"2026-06-03","score":9}',
    '{"id":"r1","date":"2026-06-03","score":9,"ok":true}',
    '{"date":"2026-06-03","id": "r1","score":9,"ok":true}',
    '{"id": "a\\"b","date":"x","score":9,"ok":true}',
    '{"id": "a\tb","date":"x","score":9,"ok":true}',
    '{"id": "r","date":"x","score":09,"ok":true}',
    '{"id": "r","date":"x","score":1e3,"ok":true}',
    '{"id": "r","date":"x","score":1.,"ok":true}',
    '{"id": "r","date":"x","score":-,"ok":true}',
    '{"id": "r","date":"x","score":+1,"ok":true}',
    '{"id": "r","date":"x","score":0x1,"ok":true}',
    '{"id": "r","date":"x","score":12345678901234567890,"ok":true}',
    '{"id": "r","date":"x","score":[9],"ok":true}',
    '{"id": "r","date":"x","score":9,"ok":tru}',
    '{"id": "r","date":"x","score":9,"ok":NaN}',
    '{"id": "r","date":"x","score":9,"ok":true} ',
    '{"id": "r","date":"x","score":9,"ok":true',
    '{"id": "r',
    '',
  ];
  for (const line of other) {
    it(`leaves ${line || 'nothing'} to the parser`, () => {
      // What follows must not be taken for a part of the line.
      const text = `${line}\n","date":"x","score":9,"ok":true}`;
      const scan = scanLike(first)!;
      expect(scan.read(text, 0) && scan.end === line.length).not.to.equal(true);
    });
  }

  for (const sample of [
    '[]',
    '{}',
    '7',
    '{"a":{}}',
    '{"a":[1]}',
    '{"a":"\\n"}',
    '{"a\\n":1}',

    '{"a":1e999}',
  ]) {
    it(`makes no scan of ${sample}`, () => {
      expect(scanLike(sample)).to.equal(null);
    });
  }

  it('takes __proto__ for a key', () => {
    const sample = '{"__proto__":1,"a":2}';
    const row = scanLike(sample)!.read(sample, 0)!;
    expect(Object.getPrototypeOf(row)).to.equal(Object.prototype);
    expect(JSON.stringify(row)).to.equal(sample);
  });
});

const pace = { worked: () => 0, rest: () => Promise.resolve() };

describe('readAlike', () => {
  for (const text of [
    `[${first}]`,
    `[${first},${first}]`,
    ` [ ${first} ,\n\t${first}\r\n] \n`,
    `[${first},{"id": "x}","date":"","score":-1,"ok":null}]`,
  ]) {
    it(`reads ${text} as the parser does`, async () => {
      expect(await readAlike(text, pace)).to.deep.equal(JSON.parse(text));
    });
  }

  for (const text of [
    '',
    '[]',
    '{}',
    `[${first}`,
    `[${first},]`,
    `[${first}]]`,
    `[${first}] x`,
    `[${first} ${first}]`,
    `[${first},{"id": 1}]`,
    `[${first},null]`,
    `[${first}\u00a0]`,
    `[{"a}b":1}]`,
  ]) {
    it(`leaves ${text || 'nothing'} to the parser`, async () => {
      expect(await readAlike(text, pace)).to.equal(null);
    });
  }
});

describe('ndjson', () => {
  const value = fc.oneof(
    fc.string(),
    fc.constantFrom('a', '9', ''),
    fc.double({ noNaN: true, noDefaultInfinity: true }),
    fc.integer(),
    fc.boolean(),
    fc.constant(null),
    fc.array(fc.integer(), { maxLength: 2 }),
  );
  const record = fc.oneof(
    {
      weight: 6,
      arbitrary: fc.record({ id: value, score: fc.integer(), at: fc.constant('2026') }),
    },
    { weight: 1, arbitrary: fc.dictionary(fc.string(), value, { maxKeys: 12 }) },
  );

  it('gives what the parser gives, whatever the records and the pieces', () => {
    fc.assert(
      fc.property(
        fc.array(record, { maxLength: 60 }),
        fc.integer({ min: 1, max: 200 }),
        fc.constantFrom(undefined, 1),
        (records, size, indent) => {
          const lines = records.map((each) =>
            JSON.stringify(each, null, indent).replaceAll('\n', ' '),
          );
          const text = lines.map((line) => `${line}\n`).join('');
          const reading = ndjson.open();
          const rows: unknown[] = [];
          for (let at = 0; at < text.length; at += size) {
            rows.push(...reading.push(text.slice(at, at + size)));
          }
          rows.push(...reading.end());
          expect(rows).to.deep.equal(lines.map((line) => JSON.parse(line) as unknown));
        },
      ),
      { numRuns: 300 },
    );
  });
});
