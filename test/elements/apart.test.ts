/** Tiles on one page: what changes in one is seen there, once, and nowhere else. */
import { expect, waitUntil } from '@open-wc/testing';
import {
  drawn,
  liveRegion,
  part,
  partText,
  room,
  rowsFor,
  tags,
  tile,
  type Tag,
  type Tile,
} from './tile';

/** The same shape of data with other numbers. */
const others: Record<Tag, readonly unknown[]> = {
  'nps-gauge': [{ promoters: 90, passives: 60, detractors: 50 }],
  'csat-card': [{ counts: [15, 10, 25, 90, 60] }],
  'kpi-target-table': [
    { metric: 'csat', value: 93, target: '> 90%', analysis: 'Naik.', action: 'Jaga.' },
    { metric: 'frt', value: 150, target: '< 2 menit', analysis: 'Turun.', action: 'Latih.' },
  ],
  'trend-line': rowsFor['trend-line'].map((row, i) => ({
    ...(row as object),
    promoters: 90 + 20 * i,
  })),
};

function at(tag: Tag, into: Node): Tile {
  return tile(tag, {
    attributes: { lang: 'en', 'no-draft': '', target: tag === 'csat-card' ? '> 80%' : '> 40' },
    properties: { data: rowsFor[tag] },
    into,
  });
}

/** Drawn, and no more asleep: what is out of sight learns its size when it wakes. */
async function awake(element: Tile): Promise<void> {
  await waitUntil(() => !element.matches(':state(asleep)'), 'awake', { timeout: 8000 });
  await drawn(element);
}

/** All that changes in a shadow tree until `stop`. */
function watch(element: Tile): () => MutationRecord[] {
  const seen: MutationRecord[] = [];
  const observer = new MutationObserver((records) => seen.push(...records));
  const all = { attributes: true, characterData: true, childList: true, subtree: true };
  observer.observe(element.shadowRoot!, all);
  observer.observe(element, { attributes: true });
  return () => {
    seen.push(...observer.takeRecords());
    observer.disconnect();
    return seen;
  };
}

describe('new numbers', () => {
  for (const tag of tags) {
    it(`of one ${tag} leave the tiles beside it alone`, async () => {
      const box = room();
      Object.assign(box.style, { display: 'grid', width: '900px' });
      const all = tags.map((each) => at(each, box));
      const one = at(tag, box);
      for (const element of [...all, one]) await awake(element);
      const stops = all.map(watch);
      const places = all.map((element) => JSON.stringify(element.getBoundingClientRect()));
      one.data = others[tag];
      await drawn(one);
      for (const [i, stop] of stops.entries())
        expect(
          stop().map(({ type, target }) => `${type} ${target.nodeName}`),
          tags[i],
        ).to.deep.equal([]);
      expect(all.map((element) => JSON.stringify(element.getBoundingClientRect()))).to.deep.equal(
        places,
      );
    });

    it(`of ${tag} take the place of the old without a blank between`, async () => {
      const box = room();
      box.style.width = '900px';
      const element = at(tag, box);
      await drawn(element);
      const frame = part(element, 'frame')!;
      const nodes = frame.querySelectorAll('*').length;
      const before = frame.textContent;
      const heights = new Set<number>();
      const texts = new Set<string>();
      let fewest = nodes;
      let isOver = false;
      const look = (): void => {
        // What a frame would paint.
        heights.add(element.offsetHeight);
        texts.add(frame.textContent);
        fewest = Math.min(fewest, frame.querySelectorAll('*').length);
        expect(frame.classList.contains('waiting')).to.equal(false);
        if (!isOver) requestAnimationFrame(look);
      };
      const stop = watch(element);
      look();
      element.data = others[tag];
      await drawn(element);
      isOver = true;
      const after = frame.textContent;
      expect(after).to.not.equal(before);
      // Old or new, nothing third; what is said aloud may follow.
      expect(
        [...texts].filter((text) => text !== before && !after.startsWith(text.slice(0, 40))),
      ).to.deep.equal([]);
      expect(texts.size, [...texts].join('\n')).to.be.at.most(3);
      expect(fewest).to.be.at.least(nodes - 2);
      expect([...heights], 'the layout does not move').to.have.lengthOf(1);
      // Numbers are written into the nodes that are there.
      const gone = stop().flatMap(({ removedNodes }) => [...removedNodes]);
      expect(
        gone.filter(
          (node) =>
            node instanceof HTMLElement &&
            node.matches('figure, .body, .foot, figcaption, [part~="value"]'),
        ),
      ).to.deep.equal([]);
    });
  }

  it('that are the same change nothing but what tells the age', async () => {
    for (const tag of tags) {
      const element = at(tag, room());
      await drawn(element);
      await liveRegion(element);
      const stop = watch(element);
      element.data = structuredClone(rowsFor[tag]);
      await drawn(element);
      const changed = stop().filter(
        ({ target }) => !(target as Element).parentElement?.closest?.('.foot'),
      );
      expect(changed.map(({ type, target }) => `${tag} ${type} ${target.nodeName}`)).to.deep.equal(
        [],
      );
      expect(partText(element, 'heading')).to.not.equal('');
    }
  });
});
