/** Targets as people write them, and where a result stands against one. */
import type { Direction, Lang, Result, Unit } from './metric';
import { show } from './number';
import { parseQuantity } from './quantity';

/** `=` is a target without an operator: the metric's direction says how it is meant. */
export type Operator = '<' | '<=' | '>' | '>=' | '=' | 'range';

export interface Target {
  readonly op: Operator;
  /** The limit; of a range its lower end. In the metric's unit (seconds for durations). */
  readonly value: number;
  /** The ends of a range; both the limit otherwise. */
  readonly low: number;
  readonly high: number;
  /** The unit the text names, if it names one. */
  readonly unit?: Unit;
  /** As it was written. */
  readonly text: string;
}

export type Status = 'met' | 'near' | 'missed' | 'no-data';

export interface StatusOptions {
  /** Default: the result's own. */
  direction?: Direction;
  /** How far off is still near, in the value's unit; a text is read as a quantity. Default 0. */
  tolerance?: number | string;
  /** How the texts are written. Default en. */
  lang?: Lang | string;
}

export interface TargetStatus {
  status: Status;
  /** value − target in the value's unit; of a range the way to the nearer end, 0 inside; `null` without data. */
  gap: number | null;
  /** Whether the 95 % interval leaves no doubt on which side of the target the value is; `null` without interval. */
  proven: boolean | null;
}

const OPERATORS: Readonly<Record<string, Operator>> = {
  '': '=',
  '=': '=',
  '<': '<',
  '>': '>',
  '<=': '<=',
  '=<': '<=',
  '≤': '<=',
  '>=': '>=',
  '=>': '>=',
  '≥': '>=',
};

function join(a: Unit | undefined, b: Unit | undefined): Unit | undefined | null {
  return a === undefined || b === undefined || a === b ? (a ?? b) : null;
}

/** Per cent and points are the same numbers; a unit is only wrong where both name one. */
function checkUnit(target: Target, unit: Unit | undefined): void {
  if (!target.unit || !unit || target.unit === unit) return;
  const shares = ['percent', 'points'];
  if (shares.includes(target.unit) && shares.includes(unit)) return;
  throw new RangeError(
    `invalid target: ${show(target.text)} is in ${target.unit}, the metric in ${unit}`,
  );
}

/**
 * Reads "> 90%", "≥ 75 %", "< 2 menit", "<= 6:00", "80%..88%", "1.000".
 * Numbers are read by `lang`: "1.000" is a thousand in Indonesian and one in
 * English. Throws `RangeError` where the text cannot be read, or names another
 * unit than the metric's `unit`.
 */
export function parseTarget(
  text: string | number,
  lang: Lang | string = 'en',
  unit?: Unit,
): Target {
  const target = readTarget(text, lang);
  checkUnit(target, unit);
  return target;
}

function readTarget(text: string | number, lang: string): Target {
  const written = String(text).trim();
  const fail = (): never => {
    throw new RangeError(`invalid target: ${show(typeof text === 'object' ? text : String(text))}`);
  };
  const range = /^(.*?\S)\s*(?:\.\.\.?|…|–)\s*(\S.*)$/.exec(written);
  if (range) {
    let low = parseQuantity(range[1]!, lang);
    const high = parseQuantity(range[2]!, lang);
    if (!low || !high) return fail();
    // "6..8 menit": the unit is written once, for both ends.
    if (low.unit === undefined && high.unit !== undefined) {
      low = parseQuantity(range[1]! + high.suffix, lang) ?? low;
    }
    const unit = join(low.unit, high.unit);
    if (unit === null || low.value > high.value) return fail();
    return {
      op: 'range',
      value: low.value,
      low: low.value,
      high: high.value,
      ...(unit && { unit }),
      text: written,
    };
  }
  const match = /^([<>=≤≥]{0,2})(.*)$/s.exec(written)!;
  const sign = match[1]!;
  const quantity = Object.hasOwn(OPERATORS, sign) ? parseQuantity(match[2]!, lang) : null;
  if (!quantity) return fail();
  const { value, unit } = quantity;
  return {
    op: OPERATORS[sign]!,
    value,
    low: value,
    high: value,
    ...(unit && { unit }),
    text: written,
  };
}

/** The target as the metric's direction means it: a bare number is "at least" where up is better, "at most" where down is. */
export function directed(target: Target, direction: Direction | undefined): Target {
  if (target.op !== '=' || (direction !== 'up' && direction !== 'down')) return target;
  return { ...target, op: direction === 'up' ? '>=' : '<=' };
}

function isMet(value: number, { op, low, high }: Target): boolean {
  switch (op) {
    case '<':
      return value < high;
    case '<=':
      return value <= high;
    case '>':
      return value > low;
    case '>=':
      return value >= low;
    default:
      return value >= low && value <= high;
  }
}

/**
 * Where a result stands: `met`; `near`, not met but within `tolerance`, a strict
 * limit hit exactly included; `missed`; `no-data`. A bare number for a metric
 * without a better direction is a plan: a value that deviates is `near`, since
 * nobody can say whether that is good.
 *
 * Throws `RangeError` where target or tolerance cannot be read, or the target is
 * in another unit than the result.
 */
export function status(
  result: Pick<Result, 'value'> & Partial<Pick<Result, 'unit' | 'direction' | 'interval'>>,
  target: Target | string | number,
  options: StatusOptions = {},
): TargetStatus {
  const lang = options.lang ?? 'en';
  const direction = options.direction ?? result.direction;
  const parsed = directed(
    typeof target === 'object' ? target : parseTarget(target, lang),
    direction,
  );
  checkUnit(parsed, result.unit);
  const { value } = result;
  if (value === null || !Number.isFinite(value))
    return { status: 'no-data', gap: null, proven: null };
  const { low, high, op } = parsed;
  const gap = value < low ? value - low : value > high ? value - high : 0;
  const met = isMet(value, parsed);
  const within = Math.abs(gap) <= toleranceOf(options.tolerance, lang) + rounding(value);
  const interval = result.interval ?? null;
  const straddles = (limit: number) =>
    interval !== null && interval[0] <= limit && interval[1] >= limit;
  return {
    status: met || (within && op === '=') ? 'met' : within || op === '=' ? 'near' : 'missed',
    gap,
    proven: interval && !straddles(low) && !straddles(high),
  };
}

/** Differences such as 90 − 87.3 are off by some last digits; a tolerance of 2.7 must still reach. */
const rounding = (value: number): number => Math.abs(value) * 1e-12;

function toleranceOf(tolerance: number | string | undefined, lang: string): number {
  const value =
    typeof tolerance === 'string' ? parseQuantity(tolerance, lang)?.value : (tolerance ?? 0);
  if (value === undefined || !(value >= 0))
    throw new RangeError(`invalid tolerance: ${show(tolerance)}`);
  return value;
}
