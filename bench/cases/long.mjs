// A line of a million points beside uPlot, which draws the same on its own canvas.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { root } from '../../tools/entries.mjs';
import { print, range, ratio } from '../figures.mjs';

/** Rounds of updates, and of zooms, in one sample. */
const times = 5;

export async function long(lab, { wanted }) {
  await lab.bundle('long-uplot');
  await lab.bundle('long-metrik');
  const css = readFileSync(join(root, 'node_modules/uplot/dist/uPlot.min.css'));
  lab.file('/uplot.css', 'text/css', css);
  const cases = [1e5, 1e6].flatMap((count) =>
    ['uplot', 'trend-line']
      .filter((name) => name === 'uplot' || wanted(name))
      .map((name) => ({
        id: `${name} ${count}`,
        run: () =>
          lab.sample(
            name === 'uplot' ? 'long-uplot' : 'long-metrik',
            (tab) => measure(tab, count),
            { css: name === 'uplot' ? ['/uplot.css'] : [] },
          ),
      })),
  );
  return {
    title: 'Long lines, 800 × 300 (main-thread CPU ms; × is beside uPlot)',
    cases,
    table: (found) =>
      print(
        ['points', 'mount', '×', 'update', '×', 'zoom', '×', '× own update', 'heap MB', 'n'],
        cases.flatMap(({ id }) => {
          const own = found[id];
          if (!own) return [];
          const base = found[`uplot ${id.split(' ')[1]}`];
          return [
            [
              id,
              range(own.mount),
              ratio(own.mount, base?.mount),
              range(own.update),
              ratio(own.update, base?.update),
              range(own.zoom),
              ratio(own.zoom, base?.zoom),
              ratio(own.zoom, own.update),
              own.heap.median.toFixed(1),
              own.mount.n,
            ],
          ];
        }),
      ),
  };
}

async function measure(tab, count) {
  await tab.call('prepare', count);
  const before = await tab.kept();
  const mount = await tab.task('mount');
  const after = await tab.kept();
  const update = await tab.task('update', times);
  const zoom = await tab.task('zoom', times);
  return {
    mount: mount.task,
    update: update.task / times,
    zoom: zoom.task / times,
    heap: after.heap - before.heap,
  };
}
