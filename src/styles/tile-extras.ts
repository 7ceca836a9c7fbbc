import { css } from './sheet';

/** Menu, formula, table view and full screen: adopted when the first of them is used. */
export const tileExtras = css`
  .pop {
    position: fixed;
    inset: auto;
    margin: 0;
    padding: 4px;
    min-width: min(176px, 100vw - 16px);
    max-width: min(340px, 100vw - 16px);
    max-height: calc(100vh - 16px);
    overflow: auto;
    overscroll-behavior: contain;
    border: 1px solid var(--_border);
    border-radius: 10px;
    background: var(--_surface);
    color: var(--_text);
    box-shadow: 0 8px 28px rgb(0 0 0 / 0.18);
    font-size: 0.875em;
    text-align: start;
  }
  .pop.plain {
    position: absolute;
    z-index: 3;
    inset-block-start: 44px;
    inset-inline-end: 8px;
  }
  .pop button {
    display: flex;
    align-items: center;
    justify-content: space-between;
    gap: 16px;
    width: 100%;
    min-height: 32px;
    padding: 4px 10px;
    border: 0;
    border-radius: 6px;
    background: none;
    text-align: start;
  }
  .pop button:hover,
  .pop button:focus {
    background: var(--_track);
  }
  .pop :focus-visible {
    outline-offset: -2px;
  }
  /* It only holds what has focus, and its edge already stands out. */
  .pop:focus {
    outline: 0;
  }
  .pop hr {
    margin: 4px 6px;
    border: 0;
    border-top: 1px solid var(--_border);
  }
  kbd {
    font: inherit;
    color: var(--_muted);
  }
  .about {
    padding: 8px 10px 4px;
  }
  h4 {
    margin: 0 0 4px;
    font-size: 1em;
  }
  .about p {
    margin-bottom: 6px;
    overflow-wrap: anywhere;
  }
  .made {
    direction: ltr;
    unicode-bidi: isolate;
  }
  .about p::first-letter {
    text-transform: uppercase;
  }
  .about .made::first-letter {
    text-transform: none;
  }
  .worked {
    padding: 6px 8px;
    border-radius: 6px;
    background: var(--_track);
    font-weight: 600;
  }
  .about dl {
    display: grid;
    grid-template-columns: auto 1fr;
    justify-content: start;
    gap: 2px 12px;
    margin-bottom: 8px;
  }
  .about dt {
    all: unset;
    color: var(--_muted);
  }
  .about dd {
    all: unset;
    overflow-wrap: anywhere;
  }
  .view {
    overflow: auto;
    height: var(--_view, 24em);
    border-radius: 4px;
  }
  .view table {
    display: table;
    width: 100%;
    border-collapse: collapse;
  }
  .view thead {
    display: table-header-group;
    position: sticky;
    inset-block-start: 0;
    clip-path: none;
    width: auto;
    height: auto;
    background: var(--_surface);
  }
  .view tbody {
    display: table-row-group;
  }
  .view tr {
    display: table-row;
    padding: 0;
    border-top: 0;
  }
  .view :is(th, td) {
    display: table-cell;
    padding: 5px 8px;
    border-bottom: 1px solid var(--_border);
    text-align: start;
    font-weight: 400;
    font-size: 1em;
    color: inherit;
    vertical-align: top;
    min-width: 0;
  }
  /* "Nov 2025" on one line, where figures scroll anyway. */
  .view tbody th {
    min-width: 6.2em;
  }
  .view thead th {
    color: var(--_muted);
    font-size: 0.9em;
  }
  .view .end {
    text-align: end;
  }
  .view td.end {
    white-space: nowrap;
  }
  @container (max-width: 259px) {
    .view :is(th, td) {
      padding-inline: 3px;
      font-size: 0.9em;
    }
  }
  :host(:fullscreen) .frame {
    border: 0;
    border-radius: 0;
    font-size: clamp(0.875em, 1.6vmin + 0.4em, 1.75em);
  }
  :host(:fullscreen) .dial {
    max-width: min(70vmin, 900px);
  }
  :host(:fullscreen) .card {
    margin-block: auto;
  }
  :host(:fullscreen) .big {
    font-size: clamp(2.75rem, 10vmin, 8rem);
  }
  @media (pointer: coarse) {
    .pop button {
      min-height: 44px;
    }
  }
  @media (forced-colors: active) {
    .pop {
      --_surface: Canvas;
      --_border: CanvasText;
      --_track: Canvas;
      --_text: CanvasText;
      --_muted: CanvasText;
      --_accent: Highlight;
    }
    .pop button:hover,
    .pop button:focus {
      outline: 2px solid Highlight;
      outline-offset: -2px;
    }
  }
  @media print {
    .pop {
      display: none;
    }
    .view {
      height: auto;
      overflow: visible;
    }
  }
`;
