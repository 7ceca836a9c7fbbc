/** What a tile says while a long answer comes. */
import { expect, waitUntil } from '@open-wc/testing';
import { address, partText, settled, tile, type Tile } from './tile';

/** An answer that comes when it is told to. */
function slowly(): { fetcher: typeof fetch; send(text: string): void; end(): void } {
  let out!: ReadableStreamDefaultController<Uint8Array>;
  const body = new ReadableStream<Uint8Array>({ start: (controller) => void (out = controller) });
  const encoder = new TextEncoder();
  return {
    fetcher: () => Promise.resolve(new Response(body, { headers: { 'content-type': 'text/csv' } })),
    send: (text) => out.enqueue(encoder.encode(text)),
    end: () => out.close(),
  };
}

const lines = '9,2025-10-07,some words of a customer\n7,2025-10-07,more\n3,2025-10-08,less\n';
const gaugeOf = (fetcher: typeof fetch): Tile =>
  tile('nps-gauge', { attributes: { lang: 'en', src: address() }, properties: { fetcher } });

describe('a long answer', function () {
  this.timeout(20_000);
  const dateNow = Date.now;
  const now = performance.now.bind(performance);
  let ahead = 0;
  afterEach(() => {
    Date.now = dateNow;
    performance.now = now;
  });

  it('never shows figures of a part that is not said to be one', async () => {
    // A busy machine: each look at the clock finds 20 ms gone.
    Date.now = () => dateNow() + (ahead += 20);
    performance.now = () => now() + (ahead += 20);
    const { fetcher, send, end } = slowly();
    const element = gaugeOf(fetcher);
    const root = element.shadowRoot!;
    const shown: string[] = [];
    const look = (): void => {
      const figure = root.querySelector('.frame:not(.waiting)');
      if (figure && element.status === 'loading') shown.push(partText(element, 'footer'));
    };
    const observer = new MutationObserver(look);
    observer.observe(root, { childList: true, subtree: true, attributes: true });
    send(`score,date,words\n${lines.repeat(8000)}`);
    await waitUntil(() => shown.length, 'a part is shown', { timeout: 8000 });
    send(lines.repeat(8000));
    end();
    await settled(element, 'ready');
    observer.disconnect();
    for (const foot of shown) expect(foot).to.match(/^[\d,]+ rows read [\d.]+ MB$/);
    expect(partText(element, 'footer')).to.match(/^n = 48,000/);
  });

  it('leaves nothing of how far it came to the answer of another address', async () => {
    Date.now = () => dateNow() + (ahead += 20);
    const long = slowly();
    const element = gaugeOf(long.fetcher);
    long.send(`score,date,words\n${lines.repeat(8000)}`);
    await waitUntil(() => /rows read/.test(partText(element, 'footer')), 'is read', {
      timeout: 8000,
    });
    (element as Tile & { fetcher: typeof fetch }).fetcher = slowly().fetcher;
    element.setAttribute('src', address());
    await waitUntil(() => !/rows read/.test(partText(element, 'footer')), 'nothing was read yet');
    expect(element.status).to.equal('loading');
    expect(!!element.shadowRoot!.querySelector('.frame.waiting'), 'a skeleton').to.equal(true);
  });
});
