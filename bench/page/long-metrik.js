import '../../src/define/trend-line.ts';
import { benchOf } from './long.js';

export const bench = benchOf({
  mount(cell, data) {
    const line = document.createElement('trend-line');
    line.metric = 'nps';
    line.data = data;
    cell.append(line);
    return line;
  },
  update(line, data) {
    line.data = data;
  },
  /** By the keys that a reader has: nearer, then along. */
  zoom(line, k) {
    const chart = line.shadowRoot.querySelector('[tabindex="0"]');
    const key = k === 1 ? '+' : 'ArrowRight';
    const shiftKey = k > 1;
    chart?.dispatchEvent(
      new KeyboardEvent('keydown', { key, shiftKey, bubbles: true, composed: true }),
    );
  },
  drawn: (line) => {
    if (line.status === 'error') throw new Error(line.shadowRoot.textContent.trim());
    const canvas = line.shadowRoot?.querySelector('canvas');
    return line.status === 'ready' && canvas?.width > 0;
  },
});
