import type * as Schema from '../data/schema';

let schema: typeof Schema | null = null;

/** Loads the checks of structured attributes and KPI rows; `null` when they are here. */
export function bringContracts(): Promise<unknown> | null {
  return schema ? null : import('../data/schema').then((module) => (schema = module));
}

/** The checks, once `bringContracts` has brought them. */
export function contracts(): typeof Schema {
  if (!schema) throw new Error('contracts used before they were loaded');
  return schema;
}
