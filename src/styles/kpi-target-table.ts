import { css } from './sheet';

/** What only `kpi-target-table` draws. */
export const kpiTableStyle = css`
  table {
    width: 100%;
    border-collapse: collapse;
  }
  th {
    font-weight: 500;
    color: var(--_muted);
    text-align: start;
    padding: 6px 10px;
    white-space: nowrap;
    font-size: 0.9em;
  }
  th button {
    padding: 0;
    border: 0;
    background: none;
    min-width: 24px;
    min-height: 24px;
    text-align: inherit;
  }
  th[aria-sort] button::after {
    content: ' ↑';
  }
  th[aria-sort='descending'] button::after {
    content: ' ↓';
  }
  tbody tr {
    border-top: 1px solid var(--_border);
  }
  td,
  tbody th {
    /* As high as a row with a course. */
    height: 49px;
    padding: 11px 10px;
    vertical-align: middle;
    color: var(--_text);
  }
  tbody th {
    font-weight: 650;
    font-size: 1em;
    white-space: normal;
    min-width: 7em;
  }
  .group {
    background: color-mix(in srgb, var(--_track) 45%, transparent);
    color: var(--_muted);
    font-weight: 600;
  }
  th.owner {
    white-space: normal;
  }
  .num {
    text-align: end;
  }
  .why {
    color: var(--_muted);
    min-width: 8em;
    max-width: 26em;
    overflow-wrap: anywhere;
  }
  .bar {
    display: inline-block;
    vertical-align: middle;
    width: 84px;
    height: 16px;
    margin-inline-start: 12px;
    direction: ltr;
  }
  .rail {
    fill: var(--_track);
  }
  .run {
    fill: var(--_tone);
  }
  .goal {
    fill: var(--_text);
  }
  .course {
    width: 80px;
    height: 26px;
    direction: ltr;
  }
  .course path {
    fill: none;
    stroke: var(--_accent);
    stroke-width: 1.75;
    stroke-linejoin: round;
    stroke-linecap: round;
  }
  .course circle {
    fill: var(--_accent);
  }
  /* Larger letters need a row's room earlier: 29em are 464 px of the usual 16. */
  @container (max-width: 479px) or (max-width: 29em) {
    table,
    tbody,
    tr,
    td,
    tbody th {
      display: block;
    }
    /* Its buttons show while one of them has the focus. */
    thead:not(:focus-within) {
      position: absolute;
      clip-path: inset(50%);
      width: 1px;
      height: 1px;
      overflow: hidden;
    }
    thead tr {
      display: flex;
      flex-wrap: wrap;
    }
    tbody tr {
      padding: 10px 0;
    }
    td,
    tbody th {
      height: auto;
      display: flex;
      flex-wrap: wrap;
      justify-content: space-between;
      /* What does not fit beside its label stands under it. */
      gap: 0 12px;
      padding: 3px 0;
      text-align: end;
      max-width: none;
      white-space: normal;
      overflow-wrap: anywhere;
    }
    tbody th {
      text-align: start;
    }
    /* Its figures run from left to right; its label stays where the others are. */
    :host(:dir(rtl)) td.num {
      flex-direction: row-reverse;
    }
    td::before {
      content: attr(data-label);
      color: var(--_muted);
      text-align: start;
      flex: none;
    }
    .why {
      display: block;
    }
    .why::before {
      display: block;
      font-size: 0.9em;
    }
  }
  /* Where no column needs it, an empty owner or date is out of sight; those who listen count cells. */
  @container (max-width: 999px) or (max-width: 62em) {
    td.void {
      position: absolute;
      clip-path: inset(50%);
    }
  }
  @container (max-width: 219px) {
    .bar {
      display: none;
    }
  }
  /* Why and what next stand under the figures where a row has no room for all. */
  @container (min-width: 480px) and (width > 29em) and ((max-width: 999px) or (max-width: 62em)) {
    table,
    thead,
    tbody {
      display: block;
    }
    tr {
      display: grid;
      grid-template-columns:
        minmax(0, 1fr) minmax(0, 1fr) minmax(0, 1fr) var(--_trend-column,)
        minmax(0, 1.318fr);
      grid-template-rows: auto 1fr;
      column-gap: 6px;
      font-size: 0.95em;
      align-items: baseline;
      padding: 6px 0;
    }
    .trends {
      --_trend-column: 92px;
    }
    th.analysis,
    th.action,
    th.owner,
    th.due {
      display: none;
    }
    /* The bar stands under its figure. */
    .result bdi {
      display: block;
    }
    .bar {
      width: 100%;
      max-width: 120px;
      margin: 0;
    }
    td,
    tbody th {
      height: auto;
      padding: 4px 0;
      overflow-wrap: anywhere;
    }
    /* The buttons in it have a line's room of their own. */
    th {
      padding: 0;
    }
    .num {
      text-align: -webkit-match-parent;
      text-align: match-parent;
    }
    .course {
      display: inline-block;
      vertical-align: middle;
    }
    /* Of three figures side by side, long ones would break: the gap stands below, as its head does. */
    .gap {
      grid-area: 2 / 2;
    }
    /* All else stands beside both lines. */
    tbody th,
    td.result,
    td.trend,
    td.status {
      grid-row: 1 / span 2;
    }
    .group {
      grid-column: 1 / -1;
      padding-inline: 6px;
    }
    .why,
    td.owner,
    td.due {
      unicode-bidi: plaintext;
      text-align: -webkit-match-parent;
      text-align: match-parent;
      align-self: start;
      max-width: none;
    }
    .why::before,
    td.owner::before,
    td.due::before {
      content: attr(data-label) ': ';
      color: var(--_muted);
      font-weight: 600;
    }
    .analysis,
    td.owner {
      grid-column: 1 / span 2;
    }
    .action,
    td.due {
      grid-column: 3 / -1;
    }
  }
  @container (min-width: 480px) and (width > 29em) and ((max-width: 639px) or (max-width: 39em)) {
    .trends {
      --_trend-column: initial;
    }
    .trend {
      display: none;
    }
  }
  @container (min-width: 1000px) and (width > 62em) {
    .num,
    .target,
    .gap,
    .due {
      white-space: nowrap;
    }
    .status {
      min-width: 10.5em;
    }
  }
  @container (min-width: 1000px) and (max-width: 1299px) {
    .many .num bdi {
      display: block;
    }
    .many :is(td, th) {
      padding-inline: 5px;
    }
  }
  @container (min-width: 1000px) and (max-width: 1199px) {
    .many .trend {
      display: none;
    }
    .many .why {
      min-width: 7em;
    }
  }
`;
