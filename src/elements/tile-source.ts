import type { FeedOptions } from '../data/feed-options';
import { amountOf } from './figures';
import { languageOf } from './language';
import type { TileAttributes } from './tile-attributes';

/** Attributes after whose change the data is asked for anew. */
export const sourceKeys = [
  'src',
  'source',
  'rows',
  'refreshSeconds',
  'live',
  'maxBytes',
  'credentials',
  'data',
  'headers',
  'fetcher',
  'value',
  'n',
];

/** What a tile asks of the feed behind `src`. `streams`: records can be folded as they come. Throws `RangeError` for a `refresh` that is no time and a `max-bytes` that is no size. */
export function feedOptions(tile: TileAttributes, src: string, streams: boolean): FeedOptions {
  const lang = languageOf(tile);
  return {
    src,
    base: tile.baseURI,
    source: tile.source,
    rows: tile.rows,
    refresh: amountOf('refresh', tile.refreshSeconds, lang),
    live: tile.live,
    maxBytes: amountOf('max-bytes', tile.maxBytes, lang),
    credentials: tile.credentials,
    headers: tile.headers,
    fetcher: tile.fetcher,
    request: (detail) =>
      tile.dispatchEvent(new CustomEvent('request', { detail, cancelable: true })),
    streaming: streams,
  };
}

/**
 * React and Vue write an attribute to the property of its name where there is one: seconds given to
 * `refresh` are how often to poll, and the method stays.
 */
export function takeSeconds(tile: TileAttributes & { refresh(): Promise<void> }): void {
  const { refresh } = tile;
  Object.defineProperty(tile, 'refresh', {
    get: () => refresh,
    set(this: TileAttributes, seconds: unknown) {
      this.refreshSeconds = seconds as number;
    },
  });
}
