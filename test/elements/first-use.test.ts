/** Code that is first used here, and still on its way: what is shown meanwhile is whole. */
import { expect } from '@open-wc/testing';
import { hear, part, pause, room, rowsFor, saidBy, settled, tags, tile } from './tile';

// First in the file: no tile was empty before, and none Indonesian.
describe('before the code that knows why it is empty is there', () => {
  for (const tag of tags)
    it(`${tag} shows a message at once where its numbers go, and tells of it once`, async () => {
      const element = tile(tag, { attributes: { lang: 'en' }, properties: { data: rowsFor[tag] } });
      await settled(element, 'ready');
      const heard = hear(element);
      element.data = [];
      await element.updateComplete;
      expect(element.status).to.equal('empty');
      expect(part(element, 'value')).to.equal(null);
      expect([element.result].flat().every((one) => one?.value == null)).to.equal(true);
      expect(saidBy(element)).to.include('Data appears once the first survey comes in.');
      for (let i = 0; i < 400 && !heard.length; i++) await pause(5);
      expect(saidBy(element)).to.include('No responses yet');
      await pause(50);
      expect(heard.map(({ type }) => type)).to.deep.equal(['load']);
    });
});

describe('before its words are there', () => {
  it('a picture waits for them, and is of their language', async () => {
    const element = tile('csat-card', {
      attributes: { lang: 'id' },
      properties: { data: rowsFor['csat-card'] },
      into: room(),
    });
    const picture = await element.toSVG();
    expect(picture).to.include('Kepuasan pelanggan');
    expect(/\blang="([^"]*)"/.exec(picture)![1]).to.equal('id');
  });
});
