import type { Ask } from './endpoint';
import { follow, type Connection } from './live';
import { each, named, type Member } from './member';
import type { DataError } from './data-error';
import type { Surroundings } from './surroundings';

/** What a source knows of its live connection. */
export interface LiveSource {
  url: URL;
  members: Set<Member>;
  /** The next request. */
  asking(): Ask;
  /** Rows have come: what has gone by cannot be told to a newcomer. */
  told(): void;
  /** The address answers, but not with events; perhaps with data. */
  silent(error: DataError, data: boolean): void;
}

/** Follows the events of a source, and tells them to all its members. */
export function followAll(
  { url, members, asking, told, silent }: LiveSource,
  around: Surroundings,
): Connection {
  const [first] = members;
  let batches = 0;
  return follow(
    asking,
    first?.options.rows ?? '',
    {
      rows(rows, replace) {
        told();
        const mode = batches++ && !replace ? 'append' : 'replace';
        const asOf = around.now();
        each(members, ({ listener }) => listener.rows(rows, { mode, done: true, asOf }));
      },
      live: (connected) => each(members, ({ listener }) => listener.live(connected)),
      failed(cause, retryAt) {
        const error = named(cause, url);
        each(members, ({ listener }) => listener.failed(error, retryAt));
      },
      silent,
    },
    around,
  );
}
