import { expect } from '@open-wc/testing';
import { longestWait, parseRetryAfter, retryDelay } from '../../src/data/retry';

describe('retryDelay', () => {
  it('is anywhere up to a second, then twice as long each time, half a minute at most', () => {
    const most = [0, 1, 2, 3, 4, 5, 9].map((attempt) => retryDelay(attempt, 1));
    expect(most).to.deep.equal([1000, 2000, 4000, 8000, 16_000, 30_000, 30_000]);
    expect(retryDelay(2, 0)).to.equal(0);
    expect(retryDelay(2, 0.25)).to.equal(1000);
  });

  it('begins where the server asked to wait, and is an hour at most', () => {
    expect(retryDelay(0, 0.5, 7000)).to.equal(7500);
    expect(retryDelay(0, 0.5, longestWait - 100)).to.equal(longestWait);
    expect(retryDelay(0, 0.5, longestWait)).to.equal(longestWait);
    expect(retryDelay(0, 0.5, 24 * longestWait)).to.equal(longestWait);
  });
});

describe('parseRetryAfter', () => {
  const now = Date.UTC(2026, 10, 22, 3, 0, 0);
  const cases: [string | null, number | undefined][] = [
    ['120', 120_000],
    ['0', 0],
    ['Sun, 22 Nov 2026 03:02:00 GMT', 120_000],
    ['Sun, 22 Nov 2026 03:00:00 GMT', undefined],
    ['Sun, 22 Nov 2026 02:59:00 GMT', undefined],
    ['-1', undefined],
    ['1.5', undefined],
    ['soon', undefined],
    ['2026-11-22', undefined],
    ['', undefined],
    [null, undefined],
  ];
  for (const [text, wait] of cases)
    it(`reads ${JSON.stringify(text)} as ${wait === undefined ? 'nothing' : `${wait} ms`}`, () => {
      expect(parseRetryAfter(text, now)).to.equal(wait);
    });
});
