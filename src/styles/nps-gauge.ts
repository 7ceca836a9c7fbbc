import { css } from './sheet';

/** What only `nps-gauge` draws. */
export const npsGaugeStyle = css`
  .body {
    gap: var(--_gap);
  }
  .dial {
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    width: 100%;
    max-width: 290px;
    margin-inline: auto;
  }
  .dial > * {
    grid-area: 1 / 1;
  }
  .dial > .bench {
    grid-row: 2;
    justify-content: center;
    margin-top: 4px;
  }
  .dial > svg {
    width: 100%;
    direction: ltr;
    font-size: 9.5px;
    text-anchor: middle;
  }
  .dial .text {
    font-size: inherit;
  }
  .center {
    align-self: end;
    padding-bottom: 8%;
    text-align: center;
  }
  .big {
    font-size: clamp(1.6rem, 15cqi, 3rem);
  }
  .track {
    stroke: var(--_track);
  }
  .arc {
    fill: none;
    stroke-width: 13;
  }
  .fill {
    stroke: var(--_good);
  }
  .below .fill {
    stroke: var(--_bad);
  }
  .band {
    stroke: var(--_text);
    stroke-opacity: 0.32;
    stroke-width: 19;
  }
  .zero {
    stroke: var(--_muted);
  }
  .goal {
    stroke: var(--_text);
    stroke-width: 2.5;
  }
  .goal-text {
    fill: var(--_text);
    font-weight: 700;
  }
  .groups {
    min-width: 0;
    text-align: center;
  }
  .groups > * + * {
    margin-top: 10px;
  }
  .hold {
    justify-items: center;
  }
  /* In the order of the bar above, which is that of the scale in any script. */
  .groups dl {
    direction: ltr;
    text-align: left;
  }
  .bar {
    width: 100%;
    height: 8px;
    border-radius: 4px;
    overflow: hidden;
    direction: ltr;
  }
  .detractors {
    fill: var(--_bad);
    --_mark: var(--_bad);
  }
  .passives {
    fill: var(--_neutral);
    --_mark: var(--_neutral);
  }
  .promoters {
    fill: var(--_good);
    --_mark: var(--_good);
  }
  dl {
    display: flex;
    flex-wrap: wrap;
    justify-content: space-between;
    gap: 8px 5px;
  }
  dt {
    flex: 1;
    color: var(--_muted);
    font-size: 0.9em;
    border-inline-start: 3px solid var(--_mark);
    padding-inline-start: 6px;
  }
  dl > div {
    display: var(--_row, block);
    align-items: baseline;
  }
  dt span,
  .size {
    display: var(--_more, block);
  }
  dd {
    font-weight: 700;
    font-size: 1.05em;
    padding-inline-start: 9px;
    text-align: var(--_end, left);
  }
  .size {
    flex-basis: 3.2em;
    font-weight: 400;
    font-size: 0.8925em;
    color: var(--_muted);
  }
  /*
   * Each element that a query may be about asks it anew: so, as few as can be.
   * Three groups side by side need this room in wide letters; else two would stand over one.
   */
  @container (max-width: 219px) or (max-width: calc(71px + 12em)) {
    dl {
      --_row: flex;
      --_more: inline;
      --_end: right;
      display: grid;
      justify-content: stretch;
      gap: 6px;
    }
  }
  @container (max-width: 219px) {
    .dial > svg {
      font-size: 15px;
    }
    /* Where the arc is widest. */
    .center {
      padding-bottom: 14%;
    }
    dl {
      --_more: none;
    }
  }
  @container (min-width: 480px) and (min-width: 30em) {
    .body {
      flex-direction: row;
      align-items: center;
      gap: 32px;
    }
    .dial,
    .groups {
      flex: 1 1 0;
    }
    .groups {
      min-width: calc(37px + 13.7em);
    }
  }
`;
