/** A target that changes over time: from each date on another one holds. */
import type { Lang, Unit } from './metric';
import { show } from './number';
import { parseTarget, type Target } from './target';
import { parseInstant, periodRange } from './time';

/** From a day, month or instant on, this target. */
export interface TargetStep {
  readonly from: string;
  readonly target: string | number;
}

export interface TargetSeries {
  /** The target that holds at an instant; `null` before the first. */
  at(ms: number): Target | null;
  /** The target that holds when a period begins: a step within it counts from the next one. */
  during(period: string): Target | null;
}

/**
 * Reads `[{ from: "2026-01", target: "> 80%" }, { from: "2026-07", target: "> 85%" }]`,
 * in any order. Throws `RangeError` where a date or a target cannot be read, and
 * where two begin together.
 */
export function parseTargets(
  steps: readonly TargetStep[],
  options: { lang?: Lang | string; unit?: Unit; timeZone: string },
): TargetSeries {
  const { lang, unit, timeZone } = options;
  const read = steps.map(({ from, target }) => {
    const instant = parseInstant(from, timeZone);
    if (!instant) throw new RangeError(`invalid from of a target: ${show(from)}`);
    return { ms: instant.ms, from, target: parseTarget(target, lang, unit) };
  });
  read.sort((a, b) => a.ms - b.ms);
  read.forEach(({ ms, from }, i) => {
    if (i > 0 && read[i - 1]!.ms === ms) throw new RangeError(`two targets from ${show(from)}`);
  });
  const at = (ms: number): Target | null => read.findLast((step) => step.ms <= ms)?.target ?? null;
  return { at, during: (period) => at(periodRange(period, timeZone).start) };
}
