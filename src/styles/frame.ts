import { css } from './sheet';

/** The tile itself: surface, heading row, status words, foot, skeleton and messages. */
export const frame = css`
  :host {
    /* A page that resets all elements must not undo what the layout stands on. */
    display: block !important;
    container-type: inline-size !important;
    min-width: 0;
    /* Remembered while awake, so that falling asleep moves nothing. */
    contain-intrinsic-block-size: auto 260px;
  }
  :host(:state(asleep)) {
    content-visibility: auto;
  }
  /* Firefox gives a container for queries no height while it is left undrawn. */
  @supports (-moz-appearance: none) {
    :host(:state(asleep)) {
      content-visibility: visible;
    }
    .frame {
      contain-intrinsic-block-size: auto 226px;
    }
    :host(:state(asleep)) .frame {
      content-visibility: auto;
    }
  }
  :host([hidden]) {
    display: none !important;
  }
  * {
    box-sizing: border-box;
  }
  figure,
  h3,
  p,
  dl,
  dd,
  dt {
    margin: 0;
  }
  button {
    font: inherit;
    color: inherit;
    cursor: pointer;
  }
  svg {
    display: block;
    overflow: visible;
    font: inherit;
  }
  .frame {
    display: flex;
    flex-direction: column;
    gap: calc(var(--_gap) * 0.75);
    height: 100%;
    position: relative;
    padding: var(--_gap);
    color: var(--_text);
    background: var(--_surface);
    border: 1px solid var(--_border);
    border-radius: var(--_radius);
    font-size: 0.875em;
    font-variant-numeric: tabular-nums;
    line-height: 1.35;
    text-align: start;
  }
  figcaption {
    display: grid;
    grid-template-columns: minmax(0, 1fr) auto;
    align-items: start;
    column-gap: 8px;
  }
  h3,
  figcaption div {
    overflow-x: clip;
    overflow-wrap: anywhere;
  }
  .heading {
    font-weight: 650;
    font-size: 1.05em;
    line-height: 1.25;
  }
  figcaption div {
    grid-area: 2 / 1;
  }
  .sub,
  .foot,
  .muted {
    color: var(--_muted);
    font-size: 0.9em;
  }
  /* Each text runs by its own first letter, on the tile's side: words may be of another script. */
  h3,
  figcaption div,
  .message > *,
  .foot > span,
  .line,
  .delta,
  .why,
  .notes {
    unicode-bidi: plaintext;
    text-align: -webkit-match-parent;
    text-align: match-parent;
  }
  .menu {
    grid-area: 1 / 2 / span 2;
  }
  .menu,
  .foot .retry {
    min-width: 28px;
    height: 28px;
    margin: -5px -6px -5px 0;
    padding: 0;
    border: 0;
    border-radius: 8px;
    background: none;
    color: var(--_muted);
    letter-spacing: 0.1em;
    font-weight: 700;
    line-height: 1;
  }
  .menu:hover,
  .retry:hover {
    background: var(--_track);
    color: var(--_text);
  }
  :focus-visible {
    outline: 2px solid var(--_accent);
    outline-offset: 2px;
  }
  .body {
    flex: 1 0 auto;
    display: flex;
    flex-direction: column;
    min-width: 0;
    min-height: 6em;
  }
  .big {
    font-weight: 750;
    font-size: clamp(1.9rem, 15cqi, 2.75rem);
    line-height: 1.05;
    letter-spacing: -0.02em;
  }
  /* Signs and ranges of numbers keep their order in a right-to-left page. */
  .num,
  .big {
    direction: ltr;
    unicode-bidi: isolate;
  }
  .foot {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    justify-content: space-between;
    gap: 2px min(12px, 2.5cqi);
    padding-top: calc(var(--_gap) * 0.5);
    border-top: 1px solid var(--_border);
  }
  .line {
    display: block;
  }
  /* What says that the data is old takes no more room than what says that it is not. */
  .old .foot {
    position: relative;
    flex-wrap: nowrap;
  }
  .foot .pill {
    padding: 0 0.65em;
    line-height: 1.5;
  }
  /* What became of the last request. */
  .last {
    flex: 1;
    overflow: hidden;
    text-overflow: ellipsis;
    white-space: nowrap;
  }
  .foot .retry {
    margin: -7px;
    position: relative;
  }
  .live::before {
    content: '●';
    margin-inline-end: 0.4em;
    color: var(--_good);
  }
  .lost::before {
    content: '○';
    color: var(--_warn);
  }
  .sr {
    position: absolute;
    width: 1px;
    height: 1px;
    overflow: hidden;
    clip-path: inset(50%);
    white-space: nowrap;
  }
  .message {
    display: grid;
    flex: 1;
    align-content: center;
    justify-items: center;
    gap: 6px;
    text-align: center;
    overflow-wrap: anywhere;
  }
  .message strong {
    font-size: 1.05em;
  }
  .retry {
    padding: 0.3em 0.9em;
    min-height: 28px;
    border: 1px solid var(--_border);
    border-radius: 6px;
    background: var(--_surface);
  }
  .waiting .body > *,
  .blank {
    visibility: hidden;
  }
  .waiting .body {
    border-radius: 8px;
    background: var(--_track);
    animation: wait 1.4s ease-in-out infinite alternate;
  }
  @keyframes wait {
    to {
      opacity: 0.55;
    }
  }
  .old .big {
    color: var(--_muted);
  }
  /* Not its words: they are to be read. */
  .old [part='chart'] :is(path, rect, line, circle),
  .old [part='legend'] svg {
    opacity: 0.55;
  }
  .text {
    fill: var(--_muted);
    font-size: 11px;
    /* Places are found for letters of this width. */
    letter-spacing: normal;
    word-spacing: normal;
  }
  @container (max-width: 219px) {
    .frame {
      padding: min(var(--_gap), 12px);
    }
    /* Stacked, however wide its words are. */
    .frame:not(.old) .foot {
      flex-direction: column;
      align-items: start;
    }
    .old .foot {
      min-height: calc(2.7em + 3px + var(--_gap) * 0.5);
    }
  }
  /* What has no room for the whole reason shows it above, while the foot is pointed at or has the focus. */
  @container (max-width: 399px) {
    .last {
      opacity: 0;
    }
  }
  :is(:hover, :focus-within) > .last {
    position: absolute;
    inset: auto 0 100%;
    padding: 4px 0;
    opacity: 1;
    white-space: normal;
    background: var(--_surface);
  }
  @media (prefers-reduced-motion: reduce) {
    .waiting .body {
      animation: none;
    }
  }
  @media (forced-colors: active) {
    .frame {
      --_surface: Canvas;
      --_border: CanvasText;
      --_track: color-mix(in srgb, CanvasText 25%, Canvas);
      --_text: CanvasText;
      --_muted: CanvasText;
      --_good: CanvasText;
      --_bad: CanvasText;
      --_warn: CanvasText;
      --_accent: LinkText;
      --_neutral: color-mix(in srgb, CanvasText 60%, Canvas);
    }
    .waiting .body {
      outline: 1px dashed;
    }
    svg {
      forced-color-adjust: none;
    }
  }
  @media print {
    /* Paper is light, and backgrounds are mostly not printed. */
    :host,
    :host([theme]) {
      color-scheme: light !important;
    }
    .menu,
    .retry {
      display: none;
    }
    .frame {
      break-inside: avoid;
    }
  }
`;
