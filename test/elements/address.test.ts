import { expect } from '@open-wc/testing';
import { endpoint } from '../server/endpoint';
import { address, fetcherOf, partText, pause, rowsFor, saidBy, settled, tags, tile } from './tile';

for (const tag of tags) {
  describe(`${tag} and its address`, () => {
    it('hangs up and is idle when src is removed while the answer is on its way (chaos: src removed mid-flight)', async () => {
      const { url, log, hungUp } = endpoint({ delay: 60_000 });
      const element = tile(tag, { attributes: { src: url } });
      await settled(element, 'loading');
      while (!(await log()).length) await element.updateComplete;
      element.removeAttribute('src');
      await settled(element, 'idle');
      await hungUp();
    });

    it('shows the newer address, however late the older one answers (chaos: out of order: A slow, B fast, src A then B)', async () => {
      const slow = endpoint({ delay: 60_000 });
      const fast = endpoint({ body: JSON.stringify(rowsFor[tag]) });
      const element = tile(tag, { attributes: { src: slow.url } });
      while (!(await slow.log()).length) await element.updateComplete;
      element.src = fast.url;
      await settled(element, 'ready');
      await slow.hungUp();
    });

    if (tag === 'kpi-target-table') return;

    it('keeps its age and why it is old while a stream comes in place of it', async () => {
      const element = tile(tag, { attributes: { src: address(), lang: 'en' } });
      element.fetcher = fetcherOf({ body: rowsFor[tag] }, { status: 404 });
      await settled(element, 'ready');
      await element.refresh();
      await settled(element, 'stale');
      const age = partText(element, 'footer');
      expect(age).to.include('404');
      const line = '{"score":4,"created_at":"2026-06-03"}\n';
      let stream!: ReadableStreamDefaultController<Uint8Array>;
      let pulls = 0;
      element.fetcher = () => {
        const body = new ReadableStream<Uint8Array>(
          {
            start: (controller) => void (stream = controller),
            pull: (controller) => {
              // Far more than is held before it is drawn as it comes.
              if (pulls++ < 20) controller.enqueue(new TextEncoder().encode(line.repeat(1000)));
            },
          },
          { highWaterMark: 0 },
        );
        const headers = { 'content-type': 'application/x-ndjson' };
        return Promise.resolve(new Response(body, { headers }));
      };
      while (pulls <= 20) await pause();
      await element.updateComplete;
      expect(element.status).to.equal('stale');
      expect(partText(element, 'footer')).to.equal(age);
      stream.close();
      await settled(element, 'ready');
      expect(saidBy(element)).not.to.include('404');
    });
  });
}
