import { bare } from './address';
import { DataError } from './data-error';
import type { FeedListener, FeedOptions } from './feed-options';

/** One feed at a source. */
export interface Member {
  readonly options: FeedOptions;
  readonly listener: FeedListener;
  /** It has been told the data that is held. */
  fresh: boolean;
}

/** Tells every member; one that leaves meanwhile is told no more. */
export function each(members: Set<Member>, told: (member: Member) => void): void {
  for (const member of [...members]) if (members.has(member)) told(member);
}

/** The headers of a request, after the page has had its say. Throws `blocked` where it cancels. */
export function headersFor(url: URL, options: FeedOptions): Record<string, string> {
  const headers = { ...options.headers };
  if (options.request?.({ url: bare(url), headers }) === false) {
    throw new DataError('blocked', 'the page cancelled the request', { url: bare(url) });
  }
  return headers;
}

/** Any error as the one that is told, with its address. */
export function named(error: unknown, url: URL): DataError {
  const told =
    error instanceof DataError
      ? error
      : new DataError('contract', 'cannot read the answer', { detail: String(error) });
  told.url ??= bare(url);
  return told;
}
