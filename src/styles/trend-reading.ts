import { css } from './sheet';

/** Crosshair, box of values and the way back from a zoom: adopted when somebody reads the chart. */
export const trendReadingStyle = css`
  .plot {
    user-select: none;
    -webkit-user-select: none;
  }
  .over {
    pointer-events: none;
  }
  .over > svg {
    position: absolute;
    width: 100%;
    height: 100%;
  }
  /* A line of the many is told from the others while it is read. */
  .over .rest {
    --_line: var(--_text);
  }
  .reset {
    position: absolute;
    inset-block-start: 0;
    inset-inline-end: 0;
    z-index: 2;
    min-height: 26px;
  }
  .cross {
    stroke: var(--_muted);
    stroke-dasharray: 2 2;
  }
  .ring {
    fill: var(--_line);
    stroke: var(--_surface);
    stroke-width: 2;
  }
  .select {
    fill: var(--_accent);
    fill-opacity: 0.12;
    stroke: var(--_accent);
  }
  .tip {
    position: absolute;
    top: 0;
    left: 0;
    z-index: 1;
    width: max-content;
    max-width: min(100%, 280px);
    max-height: 100%;
    overflow: hidden;
    padding: 6px 10px;
    border: 1px solid var(--_border);
    border-radius: 8px;
    background: var(--_surface);
    box-shadow: 0 4px 14px rgb(0 0 0 / 0.14);
    font-size: 0.9em;
    overflow-wrap: anywhere;
  }
  .tip .on {
    font-weight: 650;
  }
`;
