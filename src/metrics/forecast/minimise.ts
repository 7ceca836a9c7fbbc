/**
 * The lowest point of a function near `start`, by the simplex of Nelder & Mead (1965) with their
 * own coefficients.
 */
export function minimise(f: (at: readonly number[]) => number, start: readonly number[]): number[] {
  const corner = (at: readonly number[]): { at: readonly number[]; height: number } => ({
    at,
    height: f(at),
  });
  const simplex = [corner(start)];
  start.forEach((_, i) =>
    simplex.push(corner(start.map((one, j) => (i === j ? one + 0.15 : one)))),
  );
  const worst = start.length;
  for (let round = 0; round < 120 * start.length; round++) {
    simplex.sort((a, b) => a.height - b.height);
    const best = simplex[0]!;
    const last = simplex[worst]!;
    if (last.height - best.height <= 1e-12 * Math.abs(best.height) && round > 20) break;
    const centre = start.map(
      (_, j) => simplex.slice(0, worst).reduce((sum, { at }) => sum + at[j]!, 0) / worst,
    );
    const along = (reach: number) =>
      corner(centre.map((one, j) => one + reach * (last.at[j]! - one)));
    let next = along(-1);
    if (next.height < best.height) {
      const further = along(-2);
      if (further.height < next.height) next = further;
    } else if (next.height >= simplex[worst - 1]!.height) {
      next = along(next.height < last.height ? -0.5 : 0.5);
      if (next.height >= last.height) {
        for (let i = 1; i <= worst; i++)
          simplex[i] = corner(best.at.map((one, j) => (one + simplex[i]!.at[j]!) / 2));
        continue;
      }
    }
    simplex[worst] = next;
  }
  return [...simplex.sort((a, b) => a.height - b.height)[0]!.at];
}
