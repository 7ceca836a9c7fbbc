import { expect } from '@open-wc/testing';
import { loadTextReader } from '../../../src/data/readers/index';

/** Reads a text in pieces of a given size. */
async function read(id: string, text: string, size = Infinity): Promise<unknown[]> {
  const reading = (await loadTextReader(id)).open();
  const rows: unknown[] = [];
  for (let at = 0; at < text.length; at += size) {
    rows.push(...reading.push(text.slice(at, at + size)));
  }
  return [...rows, ...reading.end()];
}

const csv: [string, string, unknown[]][] = [
  ['commas', 'score,channel\n9,email\n', [{ score: '9', channel: 'email' }]],
  ['semicolons and decimal commas', 'score;wait\n9;1,5\n', [{ score: '9', wait: '1,5' }]],
  ['tabs', 'score\tchannel\n9\temail', [{ score: '9', channel: 'email' }]],
  ['bars', 'score|channel\n9|email', [{ score: '9', channel: 'email' }]],
  ['a mark at the start', '\uFEFFscore,a\n9,b', [{ score: '9', a: 'b' }]],
  [
    'CRLF',
    'score,a\r\n9,b\r\n7,c\r\n',
    [
      { score: '9', a: 'b' },
      { score: '7', a: 'c' },
    ],
  ],
  ['CR alone', 'score,a\r9,b\r', [{ score: '9', a: 'b' }]],
  ['quotes', 'score,a\n9,"b, ""c"""\n', [{ score: '9', a: 'b, "c"' }]],
  ['line breaks in quotes', 'score,a\n9,"b\r\nc"\n', [{ score: '9', a: 'b\r\nc' }]],
  ['a quoted header with a delimiter', '"a;b",c\n1,2', [{ 'a;b': '1', c: '2' }]],
  ['trailing blanks in names', ' score , a\t\n9,b', [{ score: '9', a: 'b' }]],
  ['one column', 'score\n9\n\n7\n', [{ score: '9' }, { score: '7' }]],
  ['blank lines', 'score,a\n\n9,b\n\n', [{ score: '9', a: 'b' }]],
  ['short records', 'score,a\n9\n', [{ score: '9', a: '' }]],
  ['trailing delimiters', 'score,a,\n9,b,\n', [{ score: '9', a: 'b' }]],
  ['records with too many cells', 'score,a\n9,b,c\n7,d\n', [null, { score: '7', a: 'd' }]],
  ['two equal names', 'score,score\n9,7\n', [{ score: '9' }]],
  ['a delimiter that Excel tells', 'sep=|\nscore|a\n9|b,c,d\n', [{ score: '9', a: 'b,c,d' }]],
  ['only a header', 'score,a\n', []],
  [
    'a hostile name',
    '__proto__,a\n9,b\n',
    [Object.defineProperty({ a: 'b' }, '__proto__', { value: '9', enumerable: true })],
  ],
  ['text around quotes', 'a,b\n"x"y,2\n', [{ a: 'xy', b: '2' }]],
  ['an empty quoted cell', 'a,b\n"",2\n', [{ a: '', b: '2' }]],
];

describe('csv', () => {
  for (const [name, text, rows] of csv) {
    for (const size of [1, 2, 3, 7, Infinity]) {
      it(`reads ${name} in pieces of ${size}`, async () => {
        expect(await read('csv', text, size)).to.deep.equal(rows);
      });
    }
  }

  it('says which record has an open quote', async () => {
    let message = '';
    await read('csv', 'a,b\n1,2\n3,"4\n5,6\n').catch((error: Error) => (message = error.message));
    expect(message).to.equal('record 3 has an open quote');
  });

  it('does not wait for ever for a quote to close', async () => {
    let message = '';
    const text = `a,b\n1,"${'x,1\n'.repeat(400_000)}`;
    await read('csv', text, 65_536).catch((error: Error) => (message = error.message));
    expect(message).to.match(/^record 2 is longer than 1048576 characters/);
  });
});

describe('ndjson', () => {
  for (const size of [1, 5, Infinity]) {
    it(`reads records, blank lines and CRLF in pieces of ${size}`, async () => {
      expect(await read('ndjson', '{"a":1}\r\n\n{"a":"\\n"}\n', size)).to.deep.equal([
        { a: 1 },
        { a: '\n' },
      ]);
    });
  }

  it('drops half a line at the end', async () => {
    expect(await read('ndjson', '{"a":1}\n{"a":')).to.deep.equal([{ a: 1 }]);
  });

  it('names a bad line', async () => {
    let message = '';
    await read('ndjson', '{"a":1}\n{bad}\n{"a":2}\n').catch(
      (error: Error) => (message = error.message),
    );
    expect(message).to.equal('line 2 is not json: "{bad}"');
  });

  it('refuses a line that does not end', async () => {
    let message = '';
    await read('ndjson', '{"a":1}\n' + ' '.repeat(2 ** 21), 65_536).catch(
      (error: Error) => (message = error.message),
    );
    expect(message).to.match(/^line 2 is longer than/);
  });
});

describe('gviz', () => {
  const sample =
    '/*O_o*/\ngoogle.visualization.Query.setResponse({"version":"0.6","status":"ok","table":{"cols":[{"id":"A","label":"score","type":"number"},{"id":"B","label":"","type":"date"},{"id":"C","label":"at","type":"datetime"}],"rows":[{"c":[{"v":339.0,"f":"339"},{"v":"Date(2026,5,1)"},{"v":"Date(2026,11,31,9,5,0)"}]},{"c":[null,{"v":null}]}]}});';

  it('reads a sheet without running it; months count from 0', async () => {
    expect(await read('gviz', sample, 100)).to.deep.equal([
      { score: 339, B: '2026-06-01', at: '2026-12-31T09:05:00' },
      { score: null, B: null, at: null },
    ]);
  });

  it('shows the error of a query', async () => {
    let message = '';
    await read(
      'gviz',
      '/*O_o*/ x({"status":"error","errors":[{"reason":"invalid_query","message":"INVALID_QUERY","detailed_message":"no column Z"}]});',
    ).catch((error: Error) => (message = error.message));
    expect(message).to.equal('gviz: no column Z');
  });

  it('refuses what is no answer', async () => {
    let message = '';
    await read('gviz', 'alert(1)').catch((error: Error) => (message = error.message));
    expect(message).to.equal('not gviz: "alert(1)"');
  });
});
