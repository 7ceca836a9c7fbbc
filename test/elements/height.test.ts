/** Nothing moves: a tile is as tall before its data as with it, and as with a message in its place. */
import { expect } from '@open-wc/testing';
import type { State } from '../../src';
import { address, part, pause, room, settled, tags, tile, type Tag } from './tile';
import { atRest, full, held, whole } from './whole';

const widths = [160, 240, 320, 480, 768, 1200];
const languages = ['en', 'id'];

interface Form {
  attributes: Record<string, string>;
  data: unknown;
}

/** The five months before this one, and this one, which is not over. */
const months = Array.from({ length: 6 }, (_, i) => {
  const now = new Date();
  return new Date(Date.UTC(now.getUTCFullYear(), now.getUTCMonth() - 5 + i)).toISOString();
}).map((instant) => instant.slice(0, 7));
const split = `${months[3]}-15`;

/** NPS that rises, in each of the channels. */
const scores = (...channels: string[]) =>
  months.flatMap((month, i) =>
    channels.flatMap((channel, c) =>
      [
        [10, 40 + 30 * i + 5 * c],
        [8, 30],
        [3, 20 + 3 * c],
      ].map(([score, count]) => ({ month, channel, score, count })),
    ),
  );

const one = scores('WhatsApp');
const stars = months.map((month, i) => ({ month, counts: [5, 5, 10, 40, 60 + 50 * i] }));
const same = months.map((month) => ({ month, counts: [5, 5, 10, 40, 60] }));
const events = '[{"date":"SPLIT","label":"IVR baru"}]'.replace('SPLIT', split);

const single = (data: unknown, unchanged: unknown): Record<string, Form> => ({
  'no target': { attributes: {}, data },
  'a target': { attributes: { target: '> 40' }, data },
  'a target that is not proven': { attributes: { target: '> 56' }, data: unchanged },
  'a change from the month before': {
    attributes: { target: '> 40', interval: 'month', compare: 'previous' },
    data,
  },
  'a change within noise': {
    attributes: { target: '> 40', compare: 'previous' },
    data: unchanged,
  },
  'a change from before a date': { attributes: { target: '> 40', compare: split }, data },
  'a benchmark': {
    attributes: { compare: 'previous', benchmark: '{"value":35,"name":"Industri"}' },
    data,
  },
});

/** What is asked of a tile, by name: its attributes and its data. */
const forms: Partial<Record<Tag, Record<string, Form>>> = {
  'nps-gauge': single(
    one,
    scores('WhatsApp').map((row) => ({ ...row, count: 30 })),
  ),
  'csat-card': single(stars, same),
  'trend-line': {
    'one line': { attributes: {}, data: one },
    'a target and a benchmark': { attributes: { target: '> 40', benchmark: '35' }, data: one },
    'months that are over': { attributes: { target: '> 40' }, data: one.slice(0, -3) },
    'three lines': {
      attributes: { by: 'channel', target: '> 40' },
      data: scores('WhatsApp', 'Telepon', 'Email'),
    },
    'a change from the month before': {
      attributes: { compare: 'previous', target: '> 40' },
      data: one,
    },
    'an event': { attributes: { events }, data: one },
    'a forecast': { attributes: { forecast: '2', unusual: '' }, data: one },
  },
};

/** Tiles of all widths in one place, whose answers come together. */
async function heights(tag: Tag, { attributes, data }: Form, respond?: () => Response) {
  const tiles = widths.map((width) => {
    const box = room();
    box.style.cssText = `position: absolute; top: 0; width: ${width}px`;
    return { width, ...held(tag, attributes, box, respond ?? (() => Response.json(data))) };
  });
  for (const { asked } of tiles) await asked();
  const before = tiles.map(({ element }) => element.offsetHeight);
  for (const { answer } of tiles) answer();
  for (const { element } of tiles) await settled(element, 'ready', 'empty', 'error');
  await atRest();
  await atRest();
  return tiles.map(({ width, element }, i) => ({
    width,
    status: element.status,
    before: before[i]!,
    moved: Math.round(element.offsetHeight - before[i]!),
  }));
}

describe('the height of a tile', () => {
  for (const tag of tags)
    for (const lang of languages)
      it(`is the same before and after the data: ${tag}, ${lang}`, async () => {
        const { attributes, data } = full[tag];
        for (const one of await heights(tag, { attributes: { ...attributes, lang }, data })) {
          expect(one.status).to.equal('ready');
          expect(Math.abs(one.moved), JSON.stringify(one)).to.be.at.most(1);
        }
      });

  for (const [tag, all] of Object.entries(forms))
    for (const [name, { attributes, data }] of Object.entries(all))
      for (const lang of languages)
        it(`is the same before and after the data: ${tag} with ${name}, ${lang}`, async () => {
          const form = { attributes: { ...attributes, lang }, data };
          for (const one of await heights(tag as Tag, form)) {
            expect(one.status).to.equal('ready');
            expect(Math.abs(one.moved), JSON.stringify(one)).to.be.at.most(1);
          }
        });

  for (const tag of tags) {
    it(`is the same where no data comes to ${tag}`, async () => {
      const refused = () => new Response('', { status: 404 });
      for (const [respond, status] of [
        [refused, 'error'],
        [() => Response.json([]), 'empty'],
      ] as const)
        for (const one of await heights(tag, full[tag], respond)) {
          expect(one.status).to.equal(status);
          expect(Math.abs(one.moved), JSON.stringify(one)).to.be.at.most(1);
        }
    });

    it(`is that of the data again where it comes to ${tag} after all`, async () => {
      const box = room();
      box.style.width = '240px';
      let status = 404;
      const { attributes, data } = full[tag];
      const respond = () =>
        status === 404 ? new Response('', { status }) : Response.json(data, { status });
      const { element, asked, answer } = held(tag, attributes, box, respond);
      await asked();
      const before = element.offsetHeight;
      answer();
      await settled(element, 'error');
      status = 200;
      // The answer comes before the place of the picture was seen again.
      const refreshed = element.refresh();
      while (element.status !== 'loading') await pause();
      await pause();
      answer();
      await refreshed;
      await settled(element, 'ready');
      await atRest();
      expect(Math.abs(element.offsetHeight - before)).to.be.at.most(1);
      expect(part(element, 'frame')!.style.minHeight).to.equal('');
    });

    it(`is that of the message where ${tag} gets another width, or was never seen`, async () => {
      const box = room();
      box.style.width = '240px';
      const refused = () => Promise.resolve(new Response('', { status: 404 }));
      const { element, asked, answer } = held(tag, full[tag].attributes, box, () => {
        return new Response('', { status: 404 });
      });
      const unseen = tile(tag, {
        attributes: { src: address(), ...full[tag].attributes },
        properties: { fetcher: refused },
        into: box,
      });
      unseen.hidden = true;
      await asked();
      answer();
      await settled(element, 'error');
      await settled(unseen, 'error');
      const roomOf = (one: Element) => part(one, 'frame')!.style.minHeight;
      expect(roomOf(element)).to.match(/^\d{3}px$/);
      expect(roomOf(unseen)).to.equal('');
      box.style.width = '600px';
      for (let i = 0; i < 20 && roomOf(element); i++) await atRest();
      expect(roomOf(element)).to.equal('');
    });

    // The foot of a KPI table has no number of answers: one line, of which old data takes two below 220 px.
    const fits = tag === 'kpi-target-table' ? widths.slice(1) : widths;
    for (const lang of languages)
      it(`stays when the data of ${tag} gets old, or goes, and when it comes again, ${lang}`, async () => {
        const { attributes, data } = full[tag];
        let respond = () => Response.json(data);
        const tiles = fits.map((width) => {
          const box = room();
          box.style.cssText = `position: absolute; top: 0; width: ${width}px`;
          return tile(tag, {
            attributes: { src: address(), ...attributes, lang },
            properties: { fetcher: () => Promise.resolve(respond()) },
            into: box,
          });
        });
        const all = async (status: State) => {
          for (const element of tiles) await settled(element, status);
          await atRest();
          await atRest();
          return tiles.map(({ offsetHeight }) => offsetHeight);
        };
        const before = await all('ready');
        for (const [next, status] of [
          [() => new Response('', { status: 503 }), 'stale'],
          [() => Response.json(data), 'ready'],
          [() => Response.json([]), 'empty'],
          [() => Response.json(data), 'ready'],
        ] as const) {
          respond = next;
          for (const element of tiles) void element.refresh();
          for (const [i, height] of (await all(status)).entries())
            expect(Math.abs(height - before[i]!), `${status}, ${fits[i]} px`).to.be.at.most(1);
        }
      });

    it(`is no more than the picture of ${tag} had, where the page gives it less room later`, async () => {
      const box = room();
      box.style.width = '300px';
      const element = whole(tag, {}, box);
      await settled(element, 'ready');
      await atRest();
      const own = element.offsetHeight;
      element.style.height = '2000px';
      await atRest();
      element.data = [];
      await settled(element, 'empty');
      element.note = 'A note of many words, '.repeat(20);
      await element.updateComplete;
      element.note = undefined;
      await element.updateComplete;
      element.style.height = '';
      await atRest();
      expect(Math.abs(element.offsetHeight - own)).to.be.at.most(1);
    });

    it(`stays when ${tag} gets other numbers`, async () => {
      const element = whole(tag);
      await settled(element, 'ready');
      await pause(50);
      const before = element.offsetHeight;
      element.data = structuredClone(full[tag].data);
      await settled(element, 'ready');
      expect(element.offsetHeight).to.equal(before);
    });
  }
});
