/** The age of data that says itself when it was made. */
import { expect } from '@open-wc/testing';
import { address, partText, settled, tile, type Tile } from './tile';

const rows = ['2026-05-12', '2026-06-12'].flatMap((created_at) =>
  [9, 10, 3].map((score) => ({ created_at, score })),
);
const json = (modified: string): Response =>
  Response.json(rows, { headers: { etag: '"a"', ...(modified && { 'last-modified': modified }) } });

function gauge(...answers: (() => Response)[]): Tile {
  let asked = 0;
  return tile('nps-gauge', {
    attributes: { lang: 'en', 'time-zone': 'UTC', compare: 'previous', src: address() },
    properties: { fetcher: () => Promise.resolve(answers[asked++]!()) },
  });
}

const subtitleOf = (element: Tile): string =>
  element.shadowRoot!.querySelector('figcaption .sub')!.textContent!;

describe('the age of data', () => {
  const made = 'Sat, 20 Jun 2026 03:00:00 GMT';
  const old = /Updated \d+ (months?|years?) ago$/;

  it('is its own where the server names it, and its month is the one that was not over then', async () => {
    const element = gauge(() => json(made));
    await settled(element, 'ready');
    expect(partText(element, 'footer')).to.match(old);
    expect(subtitleOf(element)).to.equal('June 2026: incomplete');
  });

  it('is that of the answer where the server names none, or one that cannot be', async () => {
    const written = ['', 'yesterday', 'Sat, 26 Oct 1985 08:15:00 GMT'];
    const tomorrow = new Date(Date.now() + 864e5).toUTCString();
    for (const modified of [...written, tomorrow]) {
      const element = gauge(() => json(modified));
      await settled(element, 'ready');
      expect(partText(element, 'footer'), modified).to.match(/Updated just now$/);
      expect(subtitleOf(element)).to.equal('June 2026');
    }
  });

  it('stays its own when the server says that nothing changed', async () => {
    const same = (): Response => new Response(null, { status: 304 });
    const element = gauge(() => json(made), same, same);
    await settled(element, 'ready');
    await element.refresh();
    await element.refresh();
    await settled(element, 'ready');
    expect(partText(element, 'footer')).to.match(old);
  });

  it('begins anew with what has changed', async () => {
    const element = gauge(
      () => json(made),
      () => Response.json(rows.slice(1)),
    );
    await settled(element, 'ready');
    await element.refresh();
    expect(partText(element, 'footer')).to.match(/Updated just now$/);
  });

  it('is told where newer data cannot be had', async () => {
    const element = gauge(
      () => json(made),
      () => new Response('', { status: 404 }),
    );
    await settled(element, 'ready');
    await element.refresh();
    await settled(element, 'stale');
    expect(partText(element, 'footer')).to.match(/^Data from \d+ (months?|years?) ago/);
  });

  it('asks no more often for old data: tiles that come within seconds share one request', async () => {
    let asked = 0;
    const src = address();
    const fetcher = (): Promise<Response> => {
      asked++;
      return Promise.resolve(json(made));
    };
    for (let i = 0; i < 3; i++) {
      const element = tile('nps-gauge', { attributes: { src }, properties: { fetcher } });
      await settled(element, 'ready');
    }
    expect(asked).to.equal(1);
  });
});
