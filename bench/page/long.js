// A long line is mounted, given other points and zoomed; what draws it is handed in.
import { frames, random } from './common.js';

const minute = 60_000;

/** A random walk, a point a minute, with spikes that a sampler must keep. */
function walk(count, seed) {
  const next = random(seed);
  const x = new Float64Array(count);
  const y = new Float64Array(count);
  let value = 50;
  for (let i = 0; i < count; i++) {
    value += (next() - 0.5) * 2 + (50 - value) * 0.001;
    x[i] = Date.UTC(2024, 0, 1) + i * minute;
    y[i] = i % 9973 === 5000 ? value + 40 : value;
  }
  return { x, y };
}

/**
 * `draw` has mount(cell, points) -> handle, update(handle, points), zoom(handle, k) and
 * drawn(handle), which says whether there is anything to see yet.
 */
export function benchOf(draw) {
  let cell;
  let handle;
  let points;

  async function settle() {
    await frames(2);
    for (let i = 0; i < 600 && !draw.drawn(handle); i++) await frames(1);
    if (!draw.drawn(handle)) throw new Error('nothing was drawn');
    await frames(2);
  }

  return {
    async prepare(count) {
      cell = document.createElement('div');
      cell.className = 'cell';
      cell.style.width = '800px';
      cell.style.height = '300px';
      document.querySelector('#root').append(cell);
      points = [walk(count, 7), walk(count, 8)].map(draw.prepare ?? ((one) => one));
      await frames(2);
    },
    async mount() {
      await frames(1);
      handle = draw.mount(cell, points[0]);
      await settle();
    },
    async update(times) {
      for (let k = 1; k <= times; k++) {
        draw.update(handle, points[k % 2]);
        await settle();
      }
    },
    async zoom(times) {
      for (let k = 1; k <= times; k++) {
        draw.zoom(handle, k, points[0]);
        await settle();
      }
    },
  };
}
