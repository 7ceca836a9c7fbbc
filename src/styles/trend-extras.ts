import { css } from './sheet';

/** Events, forecasts, what is unusual and lines of very many points: adopted where there are any. */
export const trendExtraStyle = css`
  .event,
  .odd {
    fill: none;
  }
  .event {
    stroke: var(--_neutral);
  }
  .after {
    fill: var(--_accent);
    fill-opacity: 0.045;
  }
  .halo {
    paint-order: stroke;
    stroke: var(--_surface);
    stroke-width: 3px;
    stroke-linejoin: round;
  }
  .plot title {
    pointer-events: auto;
  }
  .notes span {
    display: inline-block;
    margin-inline-end: 14px;
  }
  .path.ahead {
    stroke-dasharray: 1 4;
  }
  .odd {
    stroke: var(--_text);
    stroke-width: 1.5;
  }
  .path.many {
    stroke-width: 1;
    stroke-dasharray: none;
  }
  canvas {
    position: absolute;
    width: 100%;
    height: 100%;
    pointer-events: none;
    color: var(--_line);
    /* The same at once: what is read off for a picture. */
    stroke: var(--_line);
    transition: color 1ms;
  }
  .old canvas {
    opacity: 0.55;
  }
`;
