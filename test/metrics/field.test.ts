import { expect } from '@open-wc/testing';
import { fieldOf, hasField, parsePath, readField, readNumber } from '../../src/metrics/field';
import { compute } from '../../src/metrics';
import { itShared, sharedJson } from '../support/shared';

describe('fields', () => {
  const read = (record: unknown, key: string): unknown =>
    readField(record, fieldOf('score', { fields: { score: key } }));

  const paths: [string, string[] | null][] = [
    ['score', null],
    ['answers.nps', ['answers', 'nps']],
    ["'a.b'.c", ['a.b', 'c']],
    ['"odd name".x', ['odd name', 'x']],
    [' a . b ', ['a', 'b']],
  ];
  for (const [path, steps] of paths) {
    it(`the path ${path} has steps ${JSON.stringify(steps)}`, () => {
      expect(parsePath(path)).to.deep.equal(steps);
    });
  }

  it('a dotted key is tried as it stands before it is a path', () => {
    expect(read({ 'answers.nps': 7 }, 'answers.nps')).to.equal(7);
    expect(read({ answers: { nps: 8 } }, 'answers.nps')).to.equal(8);
    expect(read({ answers: [{ nps: 9 }] }, 'answers.0.nps')).to.equal(9);
  });

  it('a key with blanks around it also finds the key without them', () => {
    const field = fieldOf('score', { fields: { score: 'NETPRO  ' } });
    expect(readField({ 'NETPRO  ': 9 }, field)).to.equal(9);
    expect(readField({ NETPRO: 8 }, field)).to.equal(8);
    expect(readField({ 'NETPRO  ': 9, NETPRO: 8 }, field)).to.equal(9);
    expect(hasField({ NETPRO: null }, field)).to.equal(true);
    expect(readField({ NET: 8 }, field)).to.equal(null);
  });

  it('nothing inherited is read', () => {
    expect(read({}, 'toString')).to.equal(null);
    expect(read({}, '__proto__')).to.equal(null);
    expect(read({}, 'constructor.name')).to.equal(null);
    expect(read([], 'length.constructor')).to.equal(null);
    expect(read(JSON.parse('{"__proto__": 5}'), '__proto__')).to.equal(5);
    expect(read(JSON.parse('{"toString": 5}'), 'toString')).to.equal(5);
    expect(hasField({}, fieldOf('score', { fields: { score: 'valueOf' } }))).to.equal(false);
  });

  it('what is no object has no fields', () => {
    for (const record of [null, undefined, 5, 'score', true])
      expect(read(record, 'score')).to.equal(null);
  });

  it('values that mean no answer are told by text or number', () => {
    const field = fieldOf('score', { noAnswer: [11, 'N/A'] }, true);
    for (const blank of [11, '11', ' 11 ', '11.0', 'N/A', ' N/A']) {
      expect(readNumber({ score: blank }, field), String(blank)).to.equal(null);
    }
    expect(readNumber({ score: 1 }, field)).to.equal(1);
    expect(readNumber({ score: '1' }, field)).to.equal(1);
  });

  it('a list of no-answer values is for the answer field alone, an object for each', () => {
    expect(fieldOf('month', { noAnswer: [11] }).blanks).to.equal(null);
    expect(fieldOf('month', { noAnswer: { month: [0] } }).blanks).to.deep.equal([0]);
    expect(fieldOf('score', { noAnswer: { month: [0] } }, true).blanks).to.equal(null);
  });

  itShared('no key or path of the pollution corpus changes a prototype', async () => {
    const {
      keys,
      documents,
      paths: hostile,
    } = await sharedJson<{
      keys: string[];
      documents: string[];
      paths: (string | unknown[])[];
    }>('corpora/proto-pollution.json');
    const before = Object.getOwnPropertyNames(Object.prototype);
    for (const document of documents) {
      const parsed = JSON.parse(document) as Record<string, unknown>;
      for (const key of [...keys, ...hostile.filter((path) => typeof path === 'string')]) {
        const fields = { score: key };
        expect(
          compute('nps', { records: [parsed, { [key]: 9 }] }, { fields }).n,
          key,
        ).to.be.at.most(2);
      }
    }
    expect(Object.getOwnPropertyNames(Object.prototype)).to.deep.equal(before);
    expect(({} as Record<string, unknown>)['polluted']).to.equal(undefined);
  });

  it('what a page wrote to Object.prototype is no part of a metric', () => {
    const records = [{ score: 10 }, { score: 2 }, { sentiment: 'positive' }];
    const of = (id: string): unknown => compute(id, { records });
    const before = ['nps', 'csat', 'ces', 'sentiment'].map(of);
    const page = Object.prototype as Record<string, unknown>;
    const names = ['score', 'value', 'grade', 'counts', 'count', 'n', 'where', 'fields', 'method'];
    try {
      for (const name of names) page[name] = 'polluted';
      expect(JSON.stringify(['nps', 'csat', 'ces', 'sentiment'].map(of))).to.equal(
        JSON.stringify(before),
      );
    } finally {
      for (const name of names) delete page[name];
    }
  });
});
