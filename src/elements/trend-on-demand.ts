/** Parts of a trend that are loaded where they are asked for. */
import { onDemand } from './on-demand';

/** What draws and tests events. */
export const happenings = /* @__PURE__ */ onDemand(() => import('./trend-events'));

/** What forecasts, finds what is unusual and draws it. */
export const outlooks = /* @__PURE__ */ onDemand(() => import('./trend-outlook'));

/** Points that are not folded into periods, and what draws a million of them. */
export const instants = /* @__PURE__ */ onDemand(() => import('./trend-points'));

/** Who reads the chart for pointer, keys and fingers. */
export const readers = /* @__PURE__ */ onDemand(() => import('./trend-reader'));

/** A target that changes. */
export const stepping = /* @__PURE__ */ onDemand(() => import('./trend-targets'));
