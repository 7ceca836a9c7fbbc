/** About how wide one letter of a chart is, in units of its drawing. */
export const letterWidth = 6.2;

/** Text of at most `most` characters; what is cut off shows as an ellipsis. */
export function shorten(text: string, most: number): string {
  const signs = [...text];
  if (signs.length <= most) return text;
  return most < 3
    ? ''
    : `${signs
        .slice(0, most - 1)
        .join('')
        .trimEnd()}…`;
}

/** Pushes labels apart to at least `gap`, keeping their order, inside [top, bottom]. */
export function spread(ys: readonly number[], gap: number, top: number, bottom: number): number[] {
  const order = ys.map((y, i) => ({ y, i })).sort((a, b) => a.y - b.y || a.i - b.i);
  let floor = top;
  for (const o of order) {
    o.y = Math.max(o.y, floor);
    floor = o.y + gap;
  }
  let ceiling = bottom;
  for (const o of order.reverse()) {
    o.y = Math.min(o.y, ceiling);
    ceiling = o.y - gap;
  }
  const out = new Array<number>(ys.length);
  for (const o of order) out[o.i] = Math.round(o.y * 100) / 100;
  return out;
}
