import { bare } from './address';
import type { FeedOptions } from './feed-options';
import { Source } from './source';
import type { Surroundings } from './surroundings';

const sources = new WeakMap<Surroundings, Map<string, Source>>();
const names = new WeakMap<object, number>();
let lastName = 0;

function nameOf(fetcher: object): number {
  let name = names.get(fetcher);
  if (!name) names.set(fetcher, (name = ++lastName));
  return name;
}

/** The source of an address; one and the same for all who ask for it in the same way. */
export function sourceFor(
  url: URL,
  headers: Record<string, string>,
  options: FeedOptions,
  around: Surroundings,
): Source {
  const { credentials, fetcher, source, maxBytes, live } = options;
  let all = sources.get(around);
  if (!all) sources.set(around, (all = new Map()));
  const key = JSON.stringify([
    bare(url),
    credentials === 'include',
    Object.entries(headers).sort(),
    fetcher ? nameOf(fetcher) : 0,
    source,
    maxBytes,
    !!live,
  ]);
  let found = all.get(key);
  if (!found) {
    const registry = all;
    const vacate = (): void => {
      if (registry.get(key) === found) registry.delete(key);
    };
    all.set(key, (found = new Source({ url, credentials, headers, fetcher }, vacate, around)));
  }
  return found;
}
