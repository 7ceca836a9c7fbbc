import { expect } from '@open-wc/testing';
import type { DataError } from '../../src/data/data-error';
import { Feed, type FeedListener, type FeedOptions } from '../../src/data/feed';
import { endpoint, type Step } from '../server/endpoint';

/** Opens a feed and resolves with what it told first. */
export function outcome(options: Partial<FeedOptions>): Promise<readonly unknown[] | DataError> {
  return new Promise((resolve) => {
    const nothing = (): void => {};
    const listener: FeedListener = {
      loading: nothing,
      rows: (rows) => {
        feed.close();
        resolve(rows);
      },
      unchanged: nothing,
      progress: nothing,
      failed: (error) => {
        feed.close();
        resolve(error);
      },
      offline: nothing,
      live: nothing,
    };
    const feed = new Feed(listener);
    feed.open({ src: '/data', base: location.href, ...options });
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

/** How the server answers it. */
function stepOf({ status, contentType: type, body, bodyBase64, repeat }: Malformed): Step {
  const step = { status, type };
  if (repeat?.kind === 'gzip') return { ...step, zeros: repeat.decodedBytes!, zip: true };
  if (repeat) return { ...step, repeat: { unit: repeat.unit!, n: repeat.n!, close: repeat.close } };
  if (bodyBase64) return { ...step, base64: bodyBase64 };
  // As UTF-8, byte by byte.
  return { ...step, base64: btoa(String.fromCharCode(...new TextEncoder().encode(body))) };
}

const corpus = await fetch('/shared/corpora/malformed-payloads.json');

if (corpus.ok) {
  describe('feed on malformed bodies from a server', () => {
    it('gives each the verdict of the corpus', async function () {
      this.timeout(30_000);
      const { entries } = (await corpus.json()) as { entries: Malformed[] };
      const wrong: string[] = [];
      for (const entry of entries) {
        const got = await outcome({
          // The corpus asks for a poll in the last of its entries.
          refresh: entry.name.includes('on poll') ? 30 : undefined,
          src: endpoint(stepOf(entry)).url,
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
