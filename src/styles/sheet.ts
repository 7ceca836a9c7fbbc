import { unsafeCSS, type CSSResult } from 'lit';

/** A style sheet as it is written. Lit's own tag also takes expressions, and the code that checks them. */
export const css = ([rules]: TemplateStringsArray): CSSResult => unsafeCSS(rules);
