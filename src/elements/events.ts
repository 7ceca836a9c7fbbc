/** What elements tell the page, for those who listen in TypeScript. */
import type { DataError } from '../data/data-error';
import type { FeedOptions } from '../data/feed-options';
import type { Result } from '../metrics/metric';
import type { Selection } from './drill-down';

/** What an element shows: one Result, or a list of them. */
export type Shown = Result | readonly Result[];

/** `detail` of `error`. */
export type Failure = Pick<DataError, 'code' | 'status' | 'url' | 'issues' | 'message'>;

/** `detail` of `request`: where to, and the headers, which may be changed. */
export type Asked = Parameters<NonNullable<FeedOptions['request']>>[0];

/** `detail` of `kpi-save`. */
export interface Saved {
  metric: string;
  name: string;
  field: 'analysis' | 'action';
  value: string;
}

/** Events of an element itself; as an image's, they do not bubble. */
export interface TileEvents<S extends Shown = Shown> {
  load: CustomEvent<S>;
  error: CustomEvent<Failure>;
  request: CustomEvent<Asked>;
}

/** Those of any HTML element, with its own in place of `load` and `error`. */
export type TileEventMap<S extends Shown = Shown> = TileEvents<S> &
  Omit<HTMLElementEventMap, keyof TileEvents>;

declare global {
  // These bubble, so that any node around may listen.
  interface GlobalEventHandlersEventMap {
    'metric-select': CustomEvent<Selection>;
    'kpi-save': CustomEvent<Saved>;
  }
}
