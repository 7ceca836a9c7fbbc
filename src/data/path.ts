/**
 * The value at a dotted path, through own properties only: `data.items`,
 * `answers.0.score`. A key that itself holds dots wins over the path.
 * `undefined` where a step is missing.
 */
export function at(value: unknown, path: string): unknown {
  if (own(value, path)) return (value as Record<string, unknown>)[path];
  let here = value;
  for (const key of path.split('.')) {
    if (!own(here, key)) return undefined;
    here = (here as Record<string, unknown>)[key];
  }
  return here;
}

/** Whether a value is an object (or list) with this key of its own. */
export function own(value: unknown, key: string): boolean {
  return typeof value === 'object' && value !== null && Object.hasOwn(value, key);
}

/** Whether a value is an object and not a list. */
export function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
