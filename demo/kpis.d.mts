/** A row of the report as people write it. */
type Row = Record<
  'metric' | 'target' | 'value' | 'unit' | 'direction' | 'analysis' | 'action',
  string
> & {
  previous?: string;
};

/** The report's rows in one language. */
export function reportRows(lang: 'id' | 'en'): Row[];

/** Rows of the newest whole month, with the months before it as their trend. */
export function liveRows(months: readonly Record<string, unknown>[], lang: 'id' | 'en'): object[];
