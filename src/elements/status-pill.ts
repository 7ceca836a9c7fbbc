import { html, svg, type TemplateResult } from 'lit';

/** How a status looks; colour never stands alone, each tone has its sign. */
export type Tone = 'good' | 'bad' | 'warn' | 'none';

const signs = {
  good: svg`<path d="M2 7l3 3 5-7" />`,
  bad: svg`<path d="M3 3l6 6M9 3l-6 6" />`,
  warn: svg`<path d="M6 1.5l5 9H1zM6 5v2.5M6 9v0.1" />`,
  none: svg`<path d="M2 6h8" />`,
};

/** Sign and words of a status in a tinted pill. */
export const statusPill = (tone: Tone, words: unknown): TemplateResult =>
  html`<span part="status" class="pill ${tone}"
    ><svg class="icon" viewBox="0 0 12 12" aria-hidden="true">${signs[tone]}</svg>${words}</span
  >`;

/** The tone of a status against a target. */
export const toneOf = (status: 'met' | 'near' | 'missed' | 'no-data'): Tone =>
  status === 'met' ? 'good' : status === 'missed' ? 'bad' : status === 'near' ? 'warn' : 'none';
