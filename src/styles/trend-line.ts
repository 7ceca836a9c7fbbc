import { css } from './sheet';

/** What every `trend-line` draws. */
export const trendLineStyle = css`
  /* Names and notes come with the data, and take their room from the plot, so that nothing moves. */
  .body {
    min-height: max(241px, 17.2em);
  }
  .plot {
    position: relative;
    flex: 1 0 max(170px, 12.1em);
    direction: ltr;
    touch-action: pan-y;
  }
  .read {
    position: absolute;
    inset: 0;
    border-radius: 6px;
  }
  .plot.still {
    touch-action: pan-y pinch-zoom;
  }
  .plot > svg {
    position: absolute;
    width: 100%;
    height: 100%;
    pointer-events: none;
  }
  .grid,
  .path,
  .goal,
  .bench {
    fill: none;
  }
  .grid {
    stroke: var(--_border);
  }
  .path {
    stroke: var(--_line);
    stroke-width: 2;
    stroke-linejoin: round;
    stroke-linecap: round;
    stroke-dasharray: var(--_dash);
  }
  .path.open {
    stroke-dasharray: 2 4;
  }
  .area {
    fill: var(--_line);
    fill-opacity: 0.14;
  }
  .dot,
  .name {
    fill: var(--_line);
  }
  .hollow {
    fill: var(--_surface);
    stroke: var(--_line);
    stroke-width: 2;
  }
  .name,
  .goal-text {
    font-weight: 650;
  }
  .s0 {
    --_line: var(--_accent);
  }
  .s1 {
    --_line: var(--_good);
    --_dash: 8 4;
  }
  .s2 {
    --_line: var(--_warn);
    --_dash: 2 4;
  }
  .s3 {
    --_line: var(--_bad);
    --_dash: 10 4 2 4;
  }
  .s4 {
    --_line: color-mix(in srgb, var(--_accent) 50%, var(--_bad));
    --_dash: 5 5;
  }
  .s5 {
    --_line: color-mix(in srgb, var(--_accent) 50%, var(--_good));
    --_dash: 14 5;
  }
  .s6 {
    --_line: var(--_text);
    --_dash: 6 3 1 3 1 3;
  }
  .s7 {
    --_line: color-mix(in srgb, var(--_good) 50%, var(--_bad));
    --_dash: 1 5;
  }
  .rest {
    --_line: var(--_neutral);
  }
  .path.rest {
    stroke-width: 1;
    stroke-opacity: 0.6;
  }
  /* So many that they cover the ground: the lines with names stand before them. */
  .path.crowd {
    stroke-width: 0.75;
    stroke-opacity: 0.22;
  }
  .goal {
    stroke: var(--_text);
    stroke-width: 1.5;
    stroke-dasharray: 4 3;
  }
  .goal-text {
    fill: var(--_text);
  }
  .bench {
    stroke: var(--_neutral);
    stroke-width: 1.5;
    stroke-dasharray: 1.5 3;
  }
  .legend {
    display: flex;
    flex-wrap: wrap;
    gap: 2px 14px;
    margin-bottom: 6px;
    font-size: 0.9em;
  }
  .legend span {
    min-width: 0;
    overflow-wrap: anywhere;
  }
  .key {
    display: inline-block;
    width: 20px;
    height: 10px;
    margin-inline-end: 6px;
  }
  .notes {
    margin-top: 4px;
  }
  @container (max-width: 359px) {
    .body {
      min-height: max(300px, 21.4em);
    }
  }
  /* A grid as strong as the target would hide it. */
  @media (forced-colors: active) {
    .grid {
      stroke: var(--_track);
    }
  }
`;
