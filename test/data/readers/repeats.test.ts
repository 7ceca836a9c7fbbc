import { expect } from '@open-wc/testing';
import fc from 'fast-check';
import { Repeats } from '../../../src/data/readers/repeats';

describe('the texts of a column', () => {
  it('are what stands there, whatever came before', () => {
    const word = fc.oneof(
      fc.constantFrom('web', 'wab', 'email', 'phone', '9', '10', ''),
      fc.string({ maxLength: 20 }),
    );
    fc.assert(
      fc.property(fc.array(word, { maxLength: 2000 }), (words) => {
        const column = new Repeats();
        const text = words.join('');
        let at = 0;
        for (const one of words) {
          expect(column.slice(text, at, at + one.length)).to.equal(one);
          at += one.length;
        }
      }),
      { numRuns: 50, seed: 1 },
    );
  });

  it('are right after a thousand that never came again', () => {
    const column = new Repeats();
    for (let i = 0; i < 1000; i++)
      expect(column.slice(`r${i},`, 0, `r${i}`.length)).to.equal(`r${i}`);
    expect(column.slice('a,web,b', 2, 5)).to.equal('web');
  });
});
