/** What a reader is told where `src` leads to a file of another program. */
import { expect } from '@open-wc/testing';
import { address, hear, partText, saidBy, settled, tile, type Tile } from './tile';

const bytesOf = (text: string): Uint8Array<ArrayBuffer> =>
  Uint8Array.from(text, (letter) => letter.charCodeAt(0));

/** How each begins: the header of its first part, as the programs write it. */
const part = `PK\x03\x04\x14\0\x06\0\x08\0\0\0!\0${'\0'.repeat(12)}`;
const workbook = bytesOf(`${part}\x13\0\0\0[Content_Types].xml`);
const oldWorkbook = bytesOf(`\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1${'\0'.repeat(500)}`);
const files: [name: string, body: Uint8Array<ArrayBuffer>, type: string, format: string][] = [
  ['a workbook without a type', workbook, '', 'Excel'],
  [
    'a workbook by its type',
    bytesOf(`${part}\x0b\0\0\0_rels/.rels`),
    'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
    'Excel',
  ],
  [
    'a workbook that is called CSV',
    bytesOf(`${part}\x0f\0\0\0xl/workbook.xml`),
    'text/csv',
    'Excel',
  ],
  ['a workbook of old', oldWorkbook, 'application/vnd.ms-excel', 'Excel'],
  [
    'a sheet of LibreOffice',
    bytesOf(`${part}\x08\0\0\0mimetypeapplication/vnd.oasis.opendocument.spreadsheet`),
    'application/vnd.oasis.opendocument.spreadsheet',
    'OpenDocument',
  ],
  ['an archive', bytesOf(`${part}\x0a\0\0\0survey.csv`), 'application/zip', 'ZIP'],
  ['a document', bytesOf('%PDF-1.7\n%\xe2\xe3'), 'application/pdf', 'PDF'],
  ['what nobody knows', bytesOf('\x01\x02\0\0\x07'), 'application/octet-stream', 'binary'],
  ['a workbook that is called JSON', workbook, 'application/json', 'Excel'],
  ['a workbook of old that is called JSON', oldWorkbook, 'application/json', 'Excel'],
  ['a document that is called JSON', bytesOf('%PDF-1.7\n%\xe2\xe3'), 'text/json', 'PDF'],
  ['a packed file that is called JSON', bytesOf('\x1f\x8b\x08\0'), 'application/json', 'gzip'],
];

const over = (body: BodyInit, type: string, lang: string): Tile =>
  tile('nps-gauge', {
    attributes: { src: address(), lang },
    properties: {
      fetcher: () => Promise.resolve(new Response(body, { headers: { 'content-type': type } })),
    },
  });

describe('a file that is no text', () => {
  for (const [name, body, type, format] of files)
    it(`is told by its format: ${name}`, async () => {
      const element = over(body, type, 'en');
      const heard = hear(element);
      await settled(element, 'error');
      expect(saidBy(element)).to.include(
        `The answer is in ${format} format; save it as CSV (type)`,
      );
      expect(saidBy(element)).to.not.include('log-in');
      expect(heard[0]!.detail).to.include({
        code: 'type',
        message: `got a file in ${format} format instead of data`,
      });
    });

  it('is told in Indonesian', async () => {
    const [, body, type] = files[1]!;
    const element = over(body, type, 'id');
    await settled(element, 'error');
    expect(saidBy(element)).to.include('Yang diterima berformat Excel; simpan sebagai CSV (type)');
  });
});

describe('a text that its server takes for another file', () => {
  it('is read as CSV, as Windows calls it', async () => {
    const element = over('score,channel\n9,chat\n10,chat\n', 'application/vnd.ms-excel', 'en');
    await settled(element, 'ready');
    expect(partText(element, 'value')).to.equal('+100');
  });

  for (const [name, mark, isLow] of [
    ['UTF-16', '\xff\xfe', true],
    ['UTF-16 of another order', '\xfe\xff', false],
  ] as const)
    it(`is read in ${name}`, async () => {
      const wide = [...'score,channel\n9,chat\n']
        .map((c) => (isLow ? `${c}\0` : `\0${c}`))
        .join('');
      const element = over(bytesOf(mark + wide), 'text/csv', 'en');
      await settled(element, 'ready');
      expect(partText(element, 'value')).to.equal('+100');
    });
});
