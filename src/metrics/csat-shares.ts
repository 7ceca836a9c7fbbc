import { csatRule, csatWords } from './csat-rule';
import type { Metric } from './metric';
import { scaleFold, type ScaleState } from './scale-share';

/** CSAT without Student's t, which only its means need, and without what explains it. */
export const csatShares: Metric<ScaleState> = /* @__PURE__ */ scaleFold(csatWords, csatRule, null);
