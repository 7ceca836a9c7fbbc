import { onDemand } from './on-demand';

/** KPI rows that come ready. */
export const readyKpis = /* @__PURE__ */ onDemand(() => import('./kpi-rows'));

/** KPIs that are computed from records. */
export const computedKpis = /* @__PURE__ */ onDemand(() => import('./kpi-computed'));

/** The order of the KPI table, once somebody asks for one. */
export const kpiSort = /* @__PURE__ */ onDemand(() => import('./kpi-sort'));

/** Analysis and action from the numbers. */
export const kpiDrafts = /* @__PURE__ */ onDemand(() => import('./kpi-drafts'));

/** Writing over analysis and action. */
export const kpiEditing = /* @__PURE__ */ onDemand(() => import('./kpi-editor'));
