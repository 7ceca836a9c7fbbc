import { unloaded } from '../data/data-error';
import type { Feed } from '../data/feed';
import type { FeedListener, FeedOptions } from '../data/feed-options';

/** A feed that an element holds; its code may still be on the way. */
export interface FeedHandle {
  refresh(): Promise<void>;
  close(): void;
}

let FeedClass: typeof Feed | null = null;

/**
 * Opens a feed as soon as its code, and what else the element `needs` to say its `options`, is here.
 * Tiles whose data stands in the page never load it.
 */
export function openFeed(
  listener: FeedListener,
  options: () => FeedOptions,
  needs: Promise<unknown> | null,
): FeedHandle {
  let feed: Feed | null = null;
  let isClosed = false;
  const start = (): void => {
    if (isClosed || !FeedClass) return;
    feed = new FeedClass(listener);
    feed.open(options());
  };
  let opening: Promise<void> | null = null;
  if (FeedClass && !needs) start();
  else {
    listener.loading();
    const code = FeedClass ?? import('../data/feed').then((module) => (FeedClass = module.Feed));
    opening = Promise.all([code, needs])
      .then(start)
      .catch((error: unknown) => {
        if (!isClosed) listener.failed(unloaded(error), null);
      });
  }
  return {
    async refresh() {
      await opening;
      await feed?.refresh();
    },
    close() {
      isClosed = true;
      feed?.close();
    },
  };
}
