// Mounts and updates many of one element. Cells and data are there before the clock starts.
import '../../src/define/nps-gauge.ts';
import '../../src/define/csat-card.ts';
import '../../src/define/kpi-target-table.ts';
import '../../src/define/trend-line.ts';
import { BareLit } from './bare-lit.js';
import { frames, random } from './common.js';

customElements.define('bare-lit', BareLit);

const months = Array.from({ length: 12 }, (_, i) => `2026-${String(i + 1).padStart(2, '0')}`);
const names = ['csat', 'nps', 'fcr', 'resolution-rate', 'response-rate'];

/** What each element is given, and the cell it stands in. */
const kinds = {
  'bare-lit': { size: [240, 140], data: groups },
  'nps-gauge': { size: [240, 140], data: groups },
  'csat-card': {
    size: [280, 320],
    data: (next) => [1, 2, 3, 4, 5].map((score) => ({ score, count: Math.floor(next() * 200) })),
  },
  'kpi-target-table': {
    size: [760, 420],
    data: (next) =>
      names.map((metric) => ({
        metric,
        target: '> 70%'.slice(0, metric === 'nps' ? 4 : 5),
        value: Math.round(next() * 1000) / 10,
        n: 400,
        analysis: 'as expected',
      })),
  },
  'trend-line': {
    size: [480, 300],
    attributes: { metric: 'nps', interval: 'month' },
    data: (next) => months.map((month) => ({ month, value: Math.round(next() * 80 - 20), n: 400 })),
  },
};

function groups(next) {
  const promoters = 40 + Math.floor(next() * 30);
  const detractors = 5 + Math.floor(next() * 20);
  return { promoters, detractors, passives: 100 - promoters - detractors };
}

const isReady = ({ status }) => status !== 'loading' && status !== 'idle';

/** Until everything is drawn. */
async function settle(elements) {
  do {
    await Promise.all(elements.map((element) => element.updateComplete));
    await frames(2);
  } while (!elements.every(isReady));
  await frames(2);
}

let tag;
let cells;
let data;
let elements;

export const bench = {
  prepare(name, count) {
    tag = name;
    const [width, height] = kinds[tag].size;
    const next = random(1);
    cells = Array.from({ length: count }, () => {
      const cell = document.createElement('div');
      cell.className = 'cell';
      cell.style.width = `${width}px`;
      cell.style.height = `${height}px`;
      return cell;
    });
    document.querySelector('#root').append(...cells);
    data = Array.from({ length: 2 }, () => cells.map(() => kinds[tag].data(next)));
    return frames(2);
  },

  async mount() {
    await frames(1);
    const { attributes = {} } = kinds[tag];
    elements = cells.map((cell, i) => {
      const element = document.createElement(tag);
      for (const name in attributes) element.setAttribute(name, attributes[name]);
      element.data = data[0][i];
      cell.append(element);
      return element;
    });
    await settle(elements);
  },

  /** Until no tile sleeps that was out of sight. */
  async wake() {
    if (!elements[0].status) return;
    const late = performance.now() + 30_000;
    while (performance.now() < late && elements.at(-1).matches(':state(asleep)'))
      await new Promise((done) => setTimeout(done, 250));
    await frames(2);
  },

  async update(times) {
    for (let k = 1; k <= times; k++) {
      elements.forEach((element, i) => (element.data = data[k % 2][i]));
      await settle(elements);
    }
  },
};
