import { Tabulation, type Cell } from '../metrics/tabulate';

/** Before or after an event. Ready values that cannot be merged have no test, and the chart is none the worse. */
export class Around extends Tabulation {
  #isSound = true;

  #attempt<T>(work: () => T, otherwise: T): T {
    try {
      return this.#isSound ? work() : otherwise;
    } catch (error) {
      if (!(error instanceof RangeError)) throw error;
      this.#isSound = false;
      return otherwise;
    }
  }

  override add(records: Iterable<unknown>, firstRow?: number): void {
    this.#attempt(() => super.add(records, firstRow), undefined);
  }

  override cells(): Cell[] {
    return this.#attempt(() => super.cells(), []);
  }
}
