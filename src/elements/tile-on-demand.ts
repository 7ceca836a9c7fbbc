/** What a tile loads when it is asked for, or changes. */
import { onDemand } from './on-demand';

/** Marks that can be chosen. */
export const drillDowns = /* @__PURE__ */ onDemand(() => import('./drill-down'));

/** The numbers in place of the picture. */
export const tables = /* @__PURE__ */ onDemand(() => import('./table-view'));

/** What the menu button opens. */
export const menus = /* @__PURE__ */ onDemand(() => import('./tile-menu'));

/** Speaking of what changed. */
export const news = /* @__PURE__ */ onDemand(() => import('./news'));
