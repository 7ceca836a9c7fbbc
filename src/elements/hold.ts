import { html, type TemplateResult } from 'lit';

/**
 * Words in the room of the longest that may stand there, so that nothing moves when others come.
 * `look` is `told` for a pill.
 */
export const hold = (longest: string, words?: unknown, look = ''): TemplateResult =>
  html`<div class="hold ${look}" data-longest=${longest} aria-hidden="true">${words}</div>`;
