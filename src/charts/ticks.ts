/**
 * Round values between two others, ends included, about `count` of them: multiples of 1, 2 or 5 times
 * a power of ten. The same as d3-array's `ticks`, at a third of its size. `high` is further from `low`
 * than two numbers of their size can be told apart.
 */
export function ticks(low: number, high: number, count: number): number[] {
  const ideal = (high - low) / count;
  const power = Math.floor(Math.log10(ideal));
  const error = ideal / 10 ** power;
  const factor =
    error < Math.SQRT2 ? 1 : error < Math.sqrt(10) ? 2 : error < Math.sqrt(50) ? 5 : 10;
  // Divided below 1, so that the third tenth is 0.3 and not 0.30000000000000004.
  const parts = 10 ** -power / factor;
  const step = 10 ** power * factor;
  const at = (index: number): number => (power < 0 ? index / parts : index * step);
  let first = Math.round(power < 0 ? low * parts : low / step);
  if (at(first) < low) first++;
  const marks: number[] = [];
  for (let i = 0; at(first + i) <= high; i++) marks.push(at(first + i));
  return marks;
}
