import { html, nothing, type TemplateResult } from 'lit';

/** What stands in the place of a picture: why there is none, and what to do. */
export const message = (title: string, hint: string, retry: unknown = nothing): TemplateResult =>
  html`<div class="message">
    <strong>${title}</strong><span class="muted">${hint}</span>
    ${retry}
  </div>`;
