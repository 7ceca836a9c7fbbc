/** What is known of a failure besides its code. */
export interface FailureDetail {
  /** HTTP status. */
  status?: number;
  url?: string;
  /** The format of a file that is no text: "Excel". */
  file?: string;
  /** The error's own words with the offending value, in English as developers search for it. */
  detail?: string;
}

/** A sentence about a failure with what caused it: "The answer cannot be read: not JSON: "<html"". */
export const because = (sentence: string, { detail }: FailureDetail): string =>
  detail ? `${sentence}: ${detail.slice(0, 200)}` : sentence;
