/** Options of a metric that a page may write as text: in `options`, and in the brackets of `kpis`. */
import type { MetricOptions } from '../metrics/metric';
import { show } from '../metrics/number';

/** Options that one word can say, so that they may stand in an attribute. */
type WordOption = Exclude<keyof MetricOptions, 'fields' | 'noAnswer' | 'yes' | 'no' | 'holidays'>;

/** An object, so that its type tells of an option that is missing here. */
const optionNames = Object.keys({
  method: 0,
  scale: 0,
  satisfiedFrom: 0,
  easyFrom: 0,
  sla: 0,
  seconds: 0,
  shortAbandonSeconds: 0,
  annualise: 0,
  currency: 0,
  kind: 0,
  base: 0,
  timeZone: 0,
  durations: 0,
  businessHours: 0,
  positiveFrom: 0,
  negativeTo: 0,
} satisfies Record<WordOption, 0>);

/** Throws `RangeError` for a name that no metric has, with those that there are. */
export function checkOptions(written: object, what: string): void {
  const unknown = Object.keys(written).find((name) => !optionNames.includes(name));
  if (unknown !== undefined)
    throw new RangeError(`unknown ${what}: ${show(unknown)}; allowed: ${optionNames.join(', ')}`);
}
