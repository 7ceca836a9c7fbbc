import { expect } from '@open-wc/testing';
import { optionsOf, parseMapping, parseWhere } from '../../src/data/mapping';

describe('parseMapping', () => {
  const good: [string, Record<string, string>][] = [
    ['', {}],
    ['score=rating', { score: 'rating' }],
    [
      "score='answers.nps' created_at=submittedAt",
      { score: 'answers.nps', created_at: 'submittedAt' },
    ],
    ['  score = rating ,\n segment="Team name" ', { score: 'rating', segment: 'Team name' }],
    ['score=rating;segment=channel', { score: 'rating', segment: 'channel' }],
  ];
  for (const [text, expected] of good) {
    it(`reads ${JSON.stringify(text)}`, () => {
      expect(parseMapping(text)).to.deep.equal(expected);
    });
  }

  const bad: [string, string][] = [
    ['score', 'invalid fields: "score"'],
    ['score=', 'invalid fields: "score="'],
    ['score=a =b', 'invalid fields: "=b"'],
    ["score='open", `invalid fields: "score='open"`],
    ['score=a|b', 'invalid fields: score has 2 keys'],
    ['score=a score=b', 'invalid fields: score is given twice'],
  ];
  for (const [text, message] of bad) {
    it(`refuses ${JSON.stringify(text)} and names the piece`, () => {
      expect(() => parseMapping(text)).to.throw(RangeError, message);
    });
  }

  it('takes __proto__ as a name like any other', () => {
    const mapping = parseMapping('__proto__=polluted');
    expect(Object.getPrototypeOf(mapping)).to.equal(Object.prototype);
    expect(Object.getOwnPropertyDescriptor(mapping, '__proto__')?.value).to.equal('polluted');
  });
});

describe('parseWhere', () => {
  it('reads conditions and their alternatives', () => {
    expect(parseWhere(`channel=email|chat region='North West',South month=2026-06`)).to.deep.equal([
      { field: 'channel', values: ['email', 'chat'] },
      { field: 'region', values: ['North West', 'South'] },
      { field: 'month', values: ['2026-06'] },
    ]);
  });

  it('names the piece it cannot read', () => {
    expect(() => parseWhere('channel=email |')).to.throw(RangeError, 'invalid where: "|"');
  });
});

describe('optionsOf', () => {
  it('reads numbers and yes as such, all else as text', () => {
    const texts = parseMapping('seconds=20 share=-0.5 strict=true loose=false method=mean to=1e3');
    expect(optionsOf(texts)).to.deep.equal({
      seconds: 20,
      share: -0.5,
      strict: true,
      loose: false,
      method: 'mean',
      to: '1e3',
    });
  });
});
