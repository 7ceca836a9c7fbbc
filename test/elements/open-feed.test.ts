import { expect } from '@open-wc/testing';
import type { DataError } from '../../src/data/data-error';
import type { FeedListener } from '../../src/data/feed-options';
import { openFeed } from '../../src/elements/open-feed';

describe('a feed whose options cannot be read', () => {
  it('fails with what is wrong, also where code had to come first', async () => {
    const failures: DataError[] = [];
    const listener = {
      loading: () => undefined,
      failed: (error: DataError) => void failures.push(error),
    } as unknown as FeedListener;
    const options = (): never => {
      throw new RangeError('invalid refresh: "sering"');
    };
    await openFeed(listener, options, Promise.resolve()).refresh();
    expect(failures.map(({ code, message }) => [code, message])).to.deep.equal([
      ['contract', 'invalid refresh: "sering"'],
    ]);
  });
});
