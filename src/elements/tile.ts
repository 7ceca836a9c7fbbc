import type { Subject } from '../export/picture';
import type { Metric, MetricOptions, Result } from '../metrics/metric';
import type { MetricElement } from './metric-element';

/** One value whose making can be explained. */
export interface Explained {
  metric: Metric;
  options: MetricOptions;
  result: Result;
  /** Its period in words, where it is of one. */
  at?: string;
}

/** What the menu and the table view need of their tile; the element's own insides stay its own. */
export interface Tile extends Subject {
  readonly host: MetricElement;
  readonly tableOpen: boolean;
  toggleTable(): Promise<void>;
  explain(): readonly Explained[];
  picture(theme?: 'light' | 'dark'): Promise<SVGSVGElement>;
}
