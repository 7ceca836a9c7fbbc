import { endpoint } from '../server/endpoint';
import { settled, tags, tile, rowsFor } from './tile';

for (const tag of tags) {
  describe(`${tag} and its address`, () => {
    it('hangs up and is idle when src is removed while the answer is on its way', async () => {
      const { url, log, hungUp } = endpoint({ delay: 60_000 });
      const element = tile(tag, { attributes: { src: url } });
      await settled(element, 'loading');
      while (!(await log()).length) await element.updateComplete;
      element.removeAttribute('src');
      await settled(element, 'idle');
      await hungUp();
    });

    it('shows the newer address, however late the older one answers', async () => {
      const slow = endpoint({ delay: 60_000 });
      const fast = endpoint({ body: JSON.stringify(rowsFor[tag]) });
      const element = tile(tag, { attributes: { src: slow.url } });
      while (!(await slow.log()).length) await element.updateComplete;
      element.src = fast.url;
      await settled(element, 'ready');
      await slow.hungUp();
    });
  });
}
