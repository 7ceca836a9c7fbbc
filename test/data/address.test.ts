import { expect } from '@open-wc/testing';
import { resolveAddress } from '../../src/data/address';
import { DataError } from '../../src/data/data-error';

interface Entry {
  url: string;
  verdict: string;
  why: string;
}

const corpus = await fetch('/shared/corpora/urls.json');

if (corpus.ok) {
  describe('resolveAddress on the URL corpus', () => {
    it('gives each the verdict of the corpus', async () => {
      const { entries } = (await corpus.json()) as { entries: Entry[] };
      const base = 'https://crm.example/app/';
      const wrong = entries.filter(({ url, verdict }) => {
        try {
          const got = resolveAddress(url, base);
          return verdict !== (got.origin === 'https://crm.example' ? 'allow' : 'cross-origin');
        } catch (error) {
          return verdict !== 'reject' || (error as DataError).code !== 'blocked';
        }
      });
      expect(wrong.map(({ url, why }) => `${url.slice(0, 60)}: ${why}`)).to.deep.equal([]);
      expect(entries.length).to.be.greaterThan(40);
    });
  });
} else {
  describe.skip('resolveAddress on the URL corpus (skipped: ../shared is absent)', () => {});
}

describe('resolveAddress', () => {
  it('shows the offending address', () => {
    expect(() => resolveAddress('javascript:alert(1)', 'https://crm.example/')).to.throw(
      DataError,
      'scheme not allowed: "javascript:alert(1)"',
    );
  });

  it('refuses a fragment, which would fetch the page itself', () => {
    for (const src of ['#', '#data', ' #/api/nps.json'])
      expect(() => resolveAddress(src, 'https://crm.example/'), src).to.throw(
        DataError,
        'src is only a fragment',
      );
  });

  it('allows http from an http page', () => {
    expect(resolveAddress('/api', 'http://localhost:5173/').href).to.equal(
      'http://localhost:5173/api',
    );
  });
});
