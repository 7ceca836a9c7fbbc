// Medians, ratios and the tables they are printed in.

export function median(values) {
  const sorted = [...values].sort((a, b) => a - b);
  const middle = sorted.length >> 1;
  return sorted.length % 2 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
}

/** Texts are not summed up: the last one stands for all. */
export function summary(values) {
  if (typeof values[0] !== 'number') return values.at(-1);
  return {
    median: median(values),
    min: Math.min(...values),
    max: Math.max(...values),
    n: values.length,
  };
}

/** A shuffled copy (Fisher and Yates). */
export function shuffle(list) {
  const copy = [...list];
  for (let i = copy.length - 1; i > 0; i--) {
    const j = Math.floor(Math.random() * (i + 1));
    [copy[i], copy[j]] = [copy[j], copy[i]];
  }
  return copy;
}

/** "86 (81–120)"; blank where nothing was measured. */
export function range(figure, digits = figure?.median < 10 ? 1 : 0) {
  if (!figure) return '';
  const { median, min, max } = figure;
  return `${median.toFixed(digits)} (${min.toFixed(digits)}–${max.toFixed(digits)})`;
}

/** "1.32 ×"; blank where a side is missing. */
export function ratio(figure, base) {
  return figure && base && base.median > 0 ? `${(figure.median / base.median).toFixed(2)} ×` : '';
}

/** Rows of texts under their heads; the first column to the left, figures to the right. */
export function print(head, rows) {
  const all = [head, ...rows].map((row) => row.map((cell) => String(cell ?? '')));
  const widths = head.map((_, i) => Math.max(...all.map((row) => row[i].length)));
  return all
    .map((row) =>
      row
        .map((cell, i) => (i ? cell.padStart(widths[i]) : cell.padEnd(widths[i])))
        .join('   ')
        .trimEnd(),
    )
    .join('\n');
}
