/** The stories as pictures, compared with those in test/pictures that were looked at. */
import assert from 'node:assert/strict';
import { mkdirSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { after, describe, it } from 'node:test';
import { elements, folder, openGallery, picturesOf } from '../../tools/pictures.mjs';
import { compare, decodePng, encodePng } from '../../tools/png.mjs';

const fresh = join(folder, '.new');
rmSync(fresh, { recursive: true, force: true });

const gallery = await openGallery();
after(() => gallery.close());

/** Why pictures from here cannot be compared with those kept; empty where they can. */
function whyNot() {
  const here = gallery.fingerprint;
  const kept = JSON.parse(readFileSync(join(folder, 'fingerprint.json'), 'utf8'));
  if (here.system !== kept.system) return `taken on ${kept.system}, this is ${here.system}`;
  if (here.browser !== kept.browser)
    return `taken by Chromium ${kept.browser}, this is ${here.browser}`;
  if (`${here.widths}` !== `${kept.widths}`)
    return 'taken with other fonts than are installed here';
  return '';
}

/** Fails with the name of the picture, how much of it changed and where the new one lies. */
function check({ name }, taken) {
  const difference = compare(decodePng(readFileSync(join(folder, `${name}.png`))), taken);
  if (!difference) return;
  mkdirSync(fresh, { recursive: true });
  const path = join(fresh, `${name}.png`);
  writeFileSync(path, encodePng(taken));
  const { share, left, top, right, bottom } = difference;
  const stories = taken.stories
    .filter((s) => s.left < right && s.right > left && s.top < bottom && s.bottom > top)
    .map(({ story }) => story);
  const much =
    share === null ? 'its size changed' : `${(share * 100).toFixed(3)} % of its pixels differ`;
  assert.fail(
    `${name}: ${much}, in ${stories.slice(0, 4).join(', ')}${stories.length > 4 ? ' and more' : ''}; ` +
      `the new picture is ${relative('.', path)}; if it is right: npm run pictures ${name}`,
  );
}

const reason = whyNot();

describe('pictures', () => {
  it('are kept for every element, width and look, and for nothing else', () => {
    const kept = readdirSync(folder).filter((file) => file.endsWith('.png'));
    const meant = elements.flatMap(picturesOf).map(({ name }) => `${name}.png`);
    assert.deepEqual(kept.sort(), meant.sort());
  });

  it('are compared by their pixels: what is written is read, and one pixel is found', () => {
    const pixels = Uint8Array.from({ length: 30 * 20 * 3 }, (_, i) => (i % 7) * 40);
    const image = { width: 30, height: 20, pixels };
    const before = decodePng(encodePng(image));
    assert.deepEqual(before, image);
    assert.equal(compare(before, image), null);
    const changed = { ...image, pixels: pixels.slice() };
    changed.pixels[(12 * 30 + 5) * 3 + 1] ^= 128;
    assert.deepEqual(compare(before, changed), {
      share: 1 / 600,
      left: 5,
      top: 12,
      right: 6,
      bottom: 13,
    });
    assert.equal(compare(before, { ...image, width: 20, height: 30 }).share, null);
  });

  describe('of the stories', { concurrency: 2 }, () => {
    for (const element of elements)
      it(
        `${element} looks as it did${reason && ` (skipped: the pictures were ${reason})`}`,
        { skip: !!reason },
        async () => {
          const failures = [];
          for (const picture of picturesOf(element)) {
            // What differs is taken again on a new page: a change of ours is there both times.
            for (const isLast of [false, true]) {
              try {
                check(picture, await gallery.take(picture));
                break;
              } catch (error) {
                if (isLast) failures.push(error.message);
                else await gallery.forget(element);
              }
            }
          }
          assert.deepEqual(failures, []);
        },
      );
  });
});
