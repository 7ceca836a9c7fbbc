import type { CSSResult } from 'lit';

/** Gives a shadow root the styles of a rarer part, once. */
export function adopt(root: ShadowRoot | null, { styleSheet }: CSSResult): void {
  if (root && styleSheet && !root.adoptedStyleSheets.includes(styleSheet))
    root.adoptedStyleSheets = [...root.adoptedStyleSheets, styleSheet];
}
