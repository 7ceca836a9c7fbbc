import { DataError } from './data-error';

/** Longest address that is asked. */
const longest = 8192;

/**
 * The URL behind a `src`, resolved against the page's address. Only http(s)
 * passes, without user name or password, and never http from an https page.
 * Throws `DataError` `blocked` for everything else, so that no request leaves.
 */
export function resolveAddress(src: string, base: string): URL {
  const text = src.trim();
  if (!text) throw new DataError('blocked', 'missing src');
  const refuse = (why: string): DataError =>
    new DataError('blocked', `${why}: ${JSON.stringify(text.slice(0, 60))}`);
  if (text.length > longest) throw refuse(`src is longer than ${longest} characters`);
  // A fragment alone would fetch the page itself.
  if (text.startsWith('#')) throw refuse('src is only a fragment');
  let url: URL;
  try {
    url = new URL(text, base);
  } catch {
    throw refuse('invalid src');
  }
  // Chromium takes a blank in a host name for %20.
  if (url.hostname.includes('%')) throw refuse('invalid src');
  if (url.protocol !== 'https:' && url.protocol !== 'http:') throw refuse('scheme not allowed');
  if (url.username || url.password) throw refuse('src holds a user name');
  if (url.protocol === 'http:' && base.startsWith('https:'))
    throw refuse('http from an https page');
  return url;
}

/** The address without its fragment, for messages and for sharing. */
export function bare(url: URL): string {
  return url.href.split('#', 1)[0]!;
}
