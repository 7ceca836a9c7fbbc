/** The numbers behind a picture, for the table view. */
export interface TableData {
  head: readonly string[];
  rows: readonly (readonly string[])[];
  /** How many lines a file has beyond those that are shown. */
  more?: number;
}
