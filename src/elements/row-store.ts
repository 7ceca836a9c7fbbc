import type { RowFold } from '../metrics/row-fold';

/** Rows of a stream that are kept, so that another option or language needs no new request. */
const mostKept = 50_000;

/** What a tile has of its records: the rows, as long as they are few, and their folds. */
export class RowStore {
  /** `null` before any came, and where a stream brought more than are kept. */
  rows: readonly unknown[] | null = null;
  /** `null` until they are asked for. */
  folds: RowFold[] | null = null;
  /** Rows that the folds have read. */
  #folded = 0;

  get isEmpty(): boolean {
    return !this.rows && !this.folds;
  }

  /** Other rows than before; a list that `grows` is copied, since it may be another tile's too. */
  take(rows: readonly unknown[] | null, grows: boolean): void {
    this.rows = grows && rows ? [...rows] : rows;
    this.folds = null;
  }

  /** More of a stream: folded and, beyond a few, let go, so that memory stays constant. */
  append(rows: readonly unknown[], folds: readonly RowFold[]): void {
    for (const fold of folds) fold.add(rows, this.#folded);
    this.#folded += rows.length;
    if (this.rows && this.#folded <= mostKept) {
      const own = this.rows as unknown[];
      for (const row of rows) own.push(row);
    } else this.rows = null;
  }

  /** Reads the rows that are at hand. */
  fold(folds: RowFold[]): RowFold[] {
    this.#folded = this.rows?.length ?? 0;
    if (this.rows) for (const fold of folds) fold.add(this.rows, 0);
    return (this.folds = folds);
  }
}
