import type { PictureOptions, Subject } from '../export/picture';
import type { Metric, MetricOptions, Result } from '../metrics/metric';
import type { DataElement } from './data-element';

/** One value whose making can be explained. */
export interface Explained {
  metric: Metric;
  /** What the tile calls it, where that is not the name of the metric. */
  name?: string;
  options: MetricOptions;
  result: Result;
  /** Which line it is of, and its period, in words, where it is of one. */
  at?: string;
}

/** The element itself, as those use it who are given it. */
interface Host extends DataElement {
  toCSV(): string;
  toSVG(options?: PictureOptions): Promise<string>;
  toPNG(options?: PictureOptions & { scale?: number }): Promise<Blob>;
}

/** What the menu and the table view need of their tile; the element's own insides stay its own. */
export interface Tile extends Subject {
  readonly host: Host;
  readonly tableOpen: boolean;
  toggleTable(): void;
  explain(): readonly Explained[];
}
