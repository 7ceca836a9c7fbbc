import { LitElement, type PropertyDeclarations } from 'lit';
import type { Benchmark } from '../data/schema';
import type { Direction } from '../metrics/metric';

/**
 * What a page says to any Metrik element, and the states that its CSS may ask for. The table is
 * written out, since decorators would be four calls a property in the page's code.
 *
 * @cssState idle - There is no data, and nowhere to get it from.
 * @cssState loading - Data is asked for; what was shown stays.
 * @cssState ready - What is shown is the newest that there is.
 * @cssState empty - The data holds no answers.
 * @cssState stale - What is shown is older: it could not be asked for, had or read again.
 * @cssState error - There is nothing to show, since data could not be had or read.
 * @cssState offline - There is nothing to show, since the browser has no network.
 * @cssState blocked - There is nothing to show, since the page or the browser does not allow the request.
 */
export abstract class TileAttributes extends LitElement {
  static override properties: PropertyDeclarations = {
    src: {},
    source: {},
    rows: {},
    fields: {},
    where: {},
    refreshSeconds: { attribute: 'refresh' },
    live: { type: Boolean },
    maxBytes: { attribute: 'max-bytes' },
    credentials: {},
    metric: {},
    value: {},
    n: {},
    target: {},
    tolerance: {},
    direction: {},
    benchmark: {},
    compare: {},
    interval: {},
    by: {},
    timeZone: { attribute: 'time-zone' },
    noAnswer: { attribute: 'no-answer' },
    options: {},
    heading: {},
    note: {},
    theme: { reflect: true },
    density: { reflect: true },
    selectable: { type: Boolean },
    hrefTemplate: { attribute: 'href-template' },
    data: {},
    headers: { attribute: false },
    fetcher: { attribute: false },
  };

  /** URL of the data: JSON or CSV; `http(s)` or relative. */
  src?: string;
  /** Response shape where it cannot be told from the answer: `rows columns csv ndjson clickhouse cube …`. */
  source?: string;
  /** Path to the list of rows inside the answer: `data.items`. */
  rows?: string;
  /** Field mapping: `score=rating created_at=submittedAt segment=channel`. */
  fields?: string;
  /** Keeps only some records: `channel=email`. */
  where?: string;
  /** How often to poll: seconds, or as people write it (`5 menit`, `30s`); at least 5 s; absent: no polling. */
  refreshSeconds?: number | string;
  /** Opens Server-Sent Events at `src`. */
  live = false;
  /** Largest body that is read whole: bytes, or as people write them (`10 MB`). Default 33554432 (32 MiB). */
  maxBytes?: number | string;
  /** `include` sends cookies to another origin. */
  credentials?: string;
  /** Id of the metric, where the element shows any: `nps csat frt aht …`. */
  metric?: string;
  /** A ready value, when there is nothing to compute. */
  value?: string | number;
  /** Number of answers behind `value`. */
  n?: string | number;
  /** Target as people write it: `> 90%`, `< 2 menit`, `80%..88%`. */
  target?: string | number;
  /** How far from the target still counts as near, in the metric's unit: `2`, `30 detik`. Default 0. */
  tolerance?: number | string;
  /** Which way is better, where it differs from the metric's own: `up down range none`. */
  direction?: Direction;
  /** Another mark to compare with: a number, or JSON `{"value","name","source","date"}`. */
  benchmark?: string | number | Benchmark;
  /** `previous` compares with the period before; a date compares before with after. */
  compare?: string;
  /** Time bucket: `hour day week month quarter year`. */
  interval?: string;
  /** Field to divide by: `channel`. */
  by?: string;
  /** IANA time zone of days and periods; default: the viewer's. */
  timeZone?: string;
  /** Values that mean "no answer", besides blank: `0 6 11`. */
  noAnswer?: string | number;
  /** Further options of the metric: `method=offered seconds=20`. */
  options?: string;
  /** The tile's title; default: the metric's name. */
  heading?: string;
  /** A line under the title, before what the tile itself says there: of which month it is, and whether that is over. */
  note?: string;
  /** `light`, `dark` or `auto` (the system's); default: the page's `color-scheme`. */
  theme?: string;
  /** `compact` for less padding. */
  density?: string;
  /** Marks (groups, steps, rows, points) can be chosen, by mouse and keys: `metric-select` tells of it. */
  selectable = false;
  /** Makes marks links: `/tickets?metric={metric}&segment={segment}&period={period}`. Only `http(s)` or relative. */
  hrefTemplate?: string;

  /** The data itself: records, weighted records, components or a result; as an attribute, JSON. */
  data?: unknown;
  /** Request headers. A property only: secrets do not belong in attributes. */
  headers?: Record<string, string>;
  /** Used in place of `fetch`. */
  fetcher?: typeof fetch;
}
