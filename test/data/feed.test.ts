import { expect } from '@open-wc/testing';
import type { DataError } from '../../src/data/data-error';
import { Feed, type FeedListener, type FeedOptions } from '../../src/data/feed';

/** Opens a feed and resolves with what it told first. */
export function outcome(options: Partial<FeedOptions>): Promise<readonly unknown[] | DataError> {
  return new Promise((resolve) => {
    const nothing = (): void => {};
    const listener: FeedListener = {
      loading: nothing,
      rows: resolve,
      unchanged: nothing,
      progress: nothing,
      failed: resolve,
      offline: nothing,
      live: nothing,
    };
    new Feed(listener).open({ src: '/data', base: location.href, ...options });
  });
}

const answer = (body: BodyInit | null, init: ResponseInit): typeof fetch => {
  return () => Promise.resolve(new Response(body, init));
};

interface Malformed {
  name: string;
  status: number;
  contentType: string;
  body?: string;
  bodyBase64?: string;
  expect: string;
  repeat?: { unit?: string; n?: number; close?: string; kind?: string; decodedBytes?: number };
}

function bodyOf(entry: Malformed): BodyInit | null {
  const { repeat } = entry;
  if (entry.status === 204) return null;
  if (repeat?.kind === 'gzip') return new Uint8Array(repeat.decodedBytes!).fill(32);
  if (repeat) return repeat.unit!.repeat(repeat.n!) + (repeat.close?.repeat(repeat.n!) ?? '');
  if (entry.bodyBase64) return Uint8Array.from(atob(entry.bodyBase64), (c) => c.charCodeAt(0));
  return entry.body!;
}

const corpus = await fetch('/shared/corpora/malformed-payloads.json');

if (corpus.ok) {
  describe('feed on malformed bodies', () => {
    it('gives each the verdict of the corpus', async () => {
      const { entries } = (await corpus.json()) as { entries: Malformed[] };
      const wrong: string[] = [];
      for (const entry of entries) {
        const got = await outcome({
          // The corpus asks for a poll in the last of its entries.
          refresh: entry.name.includes('on poll') ? 30 : undefined,
          fetcher: answer(bodyOf(entry), {
            status: entry.status,
            headers: { 'content-type': entry.contentType },
          }),
        });
        const verdict =
          got instanceof Error ? `error:${(got as DataError).code}` : got.length ? 'ok' : 'empty';
        if (verdict !== entry.expect) wrong.push(`${entry.name}: ${verdict}, not ${entry.expect}`);
      }
      expect(wrong).to.deep.equal([]);
      expect(entries.length).to.be.greaterThan(50);
    });
  });
} else {
  describe.skip('feed on malformed bodies (skipped: ../shared is absent)', () => {});
}

describe('feed', () => {
  it('reads CSV by its type', async () => {
    const fetcher = answer('score;channel\r\n9;email\r\n7;"a;b"\r\n', {
      headers: { 'content-type': 'text/csv' },
    });
    expect(await outcome({ fetcher })).to.deep.equal([
      { score: '9', channel: 'email' },
      { score: '7', channel: 'a;b' },
    ]);
  });
});
