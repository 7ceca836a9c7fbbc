/** The public names: element classes, the metrics engine and its types. Importing this registers nothing. */
export { CsatCard } from './elements/csat-card';
export { KpiTargetTable } from './elements/kpi-target-table';
export type { Selection } from './elements/drill-down';
export type { Asked, Failure, Saved, Shown, TileEventMap, TileEvents } from './elements/events';
export type { State } from './elements/state';
export { MetricElement } from './elements/metric-element';
export type { TableData } from './elements/table-data';
export { NpsGauge } from './elements/nps-gauge';
export { TrendLine } from './elements/trend-line';
export { define } from './define/define';
export { DataError } from './data/data-error';
export { registerCatalogue, type Catalogue } from './text/catalogue';
export * from './metrics';
