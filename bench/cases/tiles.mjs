// A page full of one element: mounted, all its data replaced, and what it keeps.
import { print, range, ratio } from '../figures.mjs';

const subjects = ['bare-lit', 'nps-gauge', 'csat-card', 'kpi-target-table', 'trend-line'];
/** Times that all data is replaced. */
const updates = { 100: 10, 1000: 3 };

export async function tiles(lab, { sizes = '100,1000', wanted }) {
  await lab.bundle('tiles');
  const counts = sizes.split(',').map(Number);
  const cases = counts.flatMap((count) =>
    subjects
      .filter((tag) => tag === 'bare-lit' || wanted(tag))
      .map((tag) => ({
        id: `${tag} × ${count}`,
        run: () => lab.sample('tiles', (tab) => measure(tab, tag, count)),
      })),
  );
  return {
    title:
      'Tiles (main-thread CPU ms; × is beside a bare Lit element of 30 nodes; "asleep" is what tiles out of sight still cost later, in idle time)',
    cases,
    table: (found) =>
      print(
        [
          'tiles',
          'mount',
          '×',
          'layout',
          'asleep',
          'update of all',
          '×',
          'asleep',
          'heap MB',
          '×',
          'nodes each',
          'n',
        ],
        cases.flatMap(({ id }) => {
          const own = found[id];
          if (!own) return [];
          const count = id.split(' × ')[1];
          const bare = found[`bare-lit × ${count}`];
          return [
            [
              id,
              range(own.mount),
              ratio(own.mount, bare?.mount),
              own.layout.median.toFixed(0),
              range(own.asleep),
              range(own.update),
              ratio(own.update, bare?.update),
              range(own.later),
              own.heap.median.toFixed(1),
              ratio(own.heap, bare?.heap),
              (own.nodes.median / count).toFixed(0),
              own.mount.n,
            ],
          ];
        }),
      ),
  };
}

async function measure(tab, tag, count) {
  await tab.call('prepare', tag, count);
  const before = await tab.kept();
  const mount = await tab.task('mount');
  const asleep = await tab.task('wake');
  const after = await tab.kept();
  const times = updates[count] ?? 5;
  const update = await tab.task('update', times);
  const later = await tab.task('wake');
  return {
    mount: mount.task,
    layout: mount.layout,
    asleep: asleep.task,
    update: update.task / times,
    later: later.task,
    heap: after.heap - before.heap,
    nodes: after.nodes - before.nodes,
  };
}
