/** Where servers put the list, in the order they are looked for. */
export const listKeys = ['rows', 'data', 'items', 'records', 'results', 'result', 'values'];

/** What the person who wrote the page says about the answer's shape. */
export interface ShapeOptions {
  /** The name of a response shape: "rows", "columns", "clickhouse", "cube" … Found out where absent. */
  source?: string;
  /** Dotted path of the list: "data.items". */
  rows?: string;
  /**
   * Names of which a single object must have at least one to count as a row.
   * Where absent, any number will do.
   */
  known?: readonly string[];
}

/** Reads one shape of parsed JSON. */
export interface Reader {
  readonly id: string;
  /** The list of records. Throws `DataError` `contract` where the value has another shape. */
  rows(value: unknown, options: ShapeOptions): unknown[];
}

/** Reads one text format, as it arrives. */
export interface TextReader {
  readonly id: string;
  open(): TextReading;
}

/** One text being read. */
export interface TextReading {
  /** The records that this piece completes. */
  push(text: string): unknown[];
  /** The records that were waiting for the end. */
  end(): unknown[];
}
