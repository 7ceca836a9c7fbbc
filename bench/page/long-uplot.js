import uPlot from 'uplot';
import { benchOf } from './long.js';

export const bench = benchOf({
  prepare: ({ x, y }) => [x, y],
  mount: (cell, columns) =>
    new uPlot(
      {
        width: 800,
        height: 300,
        ms: 1,
        legend: { show: false },
        series: [{}, { stroke: '#2458c6', width: 1 }],
      },
      columns,
      cell,
    ),
  update: (plot, columns) => plot.setData(columns),
  zoom(plot, k, [x]) {
    const at = (share) => x[Math.floor(share * (x.length - 1))];
    plot.setScale('x', { min: at(0.05 * k), max: at(0.05 * k + 0.5) });
  },
  drawn: () => true,
});
