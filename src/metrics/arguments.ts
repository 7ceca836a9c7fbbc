/** Arguments as a program may hand them over, which the types alone cannot hold it to. */
import { show } from './number';

/** What an argument has to be: a test, and its name in a message. */
export type Kind = readonly [is: (value: unknown) => boolean, name: string];

export const isObject = (value: unknown): value is object =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

const isText = (value: unknown): boolean => typeof value === 'string';
const isNumber = (value: unknown): boolean => typeof value === 'number';
const hasMethod = (value: unknown, name: PropertyKey): boolean =>
  typeof value === 'object' &&
  typeof (value as Record<PropertyKey, unknown> | null)?.[name] === 'function';

export const object: Kind = [isObject, 'an object is needed'];
export const list: Kind = [(value) => hasMethod(value, Symbol.iterator), 'a list is needed'];
export const array: Kind = [Array.isArray, 'an array is needed'];
/** Objects in an array. */
export const rows: Kind = [
  (value) => Array.isArray(value) && value.every(isObject),
  'an array of objects is needed',
];
export const text: Kind = [isText, 'a text is needed'];
export const number: Kind = [isNumber, 'a number is needed'];
export const figure: Kind = [
  (value) => isText(value) || isNumber(value),
  'a text or a number is needed',
];
export const metric: Kind = [(value) => hasMethod(value, 'start'), 'a metric is needed'];
export const moment: Kind = [
  (value) => isObject(value) && ['ms', 'wall'].every((key) => isNumber(Reflect.get(value, key))),
  'an instant is needed, as parseInstant gives it',
];
export const target: Kind = [
  (value) => isObject(value) && isText(Reflect.get(value, 'op')),
  'a target is needed, as parseTarget gives it',
];

export const either = ([isOne, one]: Kind, [isOther, other]: Kind): Kind => [
  (value) => isOne(value) || isOther(value),
  `${one.replace(' is needed', '')}, or ${other}`,
];

/** The same, where it may be left out. */
export const optional = ([is, name]: Kind): Kind => [
  (value) => value === undefined || is(value),
  name,
];

/** The same value. Throws `RangeError` where it is of another kind: `invalid target: null; a text is needed`. */
export function needed<Value>(name: string, value: Value, [is, kind]: Kind): Value {
  if (is(value)) return value;
  throw new RangeError(`invalid ${name}: ${show(value)}; ${kind}`);
}

/** The function with its arguments checked, by their names and in their order. */
export function guarded<Given extends unknown[], Answer>(
  answer: (...given: Given) => Answer,
  kinds: Readonly<Record<string, Kind>>,
): (...given: Given) => Answer {
  const all = Object.entries(kinds);
  return (...given) => {
    all.forEach(([name, kind], i) => needed(name, given[i], kind));
    return answer(...given);
  };
}
