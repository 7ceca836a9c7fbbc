import type { Plan } from './plan';
import { RowFold } from './row-fold';
import { timingOf } from './timing';

export type { Plan } from './plan';
export type { Cell } from './row-fold';

/** A fold of rows whose plan may name periods, and dates to keep them by. Throws `RangeError` for options that cannot be used. */
export class Tabulation extends RowFold {
  constructor(plan: Plan) {
    // Its own options only: what a page wrote to Object.prototype is none of them.
    const own = Object.assign(Object.create(null) as Plan, plan);
    super(own, timingOf(own));
  }
}
