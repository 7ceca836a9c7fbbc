import type { DataError } from './data-error';

/** Tries after the first. */
export const retries = 3;
/** Longest wait that a server may ask for, in milliseconds. Who asks for more is asked no more, except by polls. */
export const longestWait = 3_600_000;

/** Statuses that may pass: time-outs, overload, a server or its origin that is down. */
const passing = [408, 425, 429, 500, 502, 503, 504, 520, 529];

/** Whether a failure may pass by itself. */
export function mayPass({ code, status }: DataError): boolean {
  return code === 'network' || code === 'timeout' || (code === 'http' && passing.includes(status!));
}

/**
 * Milliseconds before the n-th retry, from 0: anywhere up to min(1 s · 2ⁿ,
 * 30 s), so that a hundred clients of a server that fell over do not return
 * together (full jitter, Brooker 2015). What the server asked for is a floor
 * below that; all in all it is an hour at most.
 */
export function retryDelay(attempt: number, random: number, floor = 0): number {
  return Math.min(floor + random * Math.min(1000 * 2 ** attempt, 30_000), longestWait);
}

/** `Retry-After` in milliseconds from now: seconds or an HTTP date. `undefined` for anything else. */
export function parseRetryAfter(text: string | null, now: number): number | undefined {
  if (!text) return undefined;
  if (/^\d{1,9}$/.test(text)) return Number(text) * 1000;
  // Date.parse would take "-1" for a year.
  const date = /^[A-Z][a-z]{2}, /.test(text) ? Date.parse(text) - now : NaN;
  return date > 0 ? date : undefined;
}
