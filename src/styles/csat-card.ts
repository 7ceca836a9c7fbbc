import { css } from './sheet';

/** What only `csat-card` draws. */
export const csatCardStyle = css`
  .top {
    display: flex;
    justify-content: space-between;
    align-items: center;
    gap: 12px;
  }
  .spark {
    flex: 0 1 130px;
    min-width: 0;
    height: 44px;
    direction: ltr;
  }
  .course {
    fill: none;
    stroke: var(--_accent);
    stroke-width: 2;
    stroke-linejoin: round;
    stroke-linecap: round;
    vector-effect: non-scaling-stroke;
  }
  .goal {
    stroke: var(--_muted);
    stroke-dasharray: 3 3;
    vector-effect: non-scaling-stroke;
  }
  .dot {
    fill: var(--_accent);
  }
  .says {
    display: grid;
    grid-template-columns: repeat(auto-fit, minmax(min(170px, 100%), 1fr));
    align-items: center;
    gap: 6px 10px;
    margin: 8px 0 6px;
  }
  .basis {
    display: grid;
    justify-items: start;
    gap: 3px;
    text-wrap: balance;
    margin-bottom: 12px;
  }
  .steps {
    display: grid;
    grid-template-columns: auto 1fr auto;
    align-items: center;
    gap: 7px 10px;
  }
  .steps > div {
    display: contents;
  }
  dt {
    white-space: nowrap;
  }
  dd {
    text-align: end;
    color: var(--_muted);
  }
  .step {
    width: 100%;
    height: 8px;
    border-radius: 4px;
    overflow: hidden;
  }
  .step .rail {
    fill: var(--_track);
  }
  .good .run {
    fill: var(--_good);
  }
  .bad .run {
    fill: var(--_bad);
  }
  .none .run {
    fill: var(--_neutral);
  }
  @container (max-width: 219px) {
    .spark {
      display: none;
    }
  }
  @container (min-width: 560px) {
    .card {
      display: grid;
      grid-template-columns: repeat(2, minmax(0, 1fr));
      gap: 32px;
      align-items: center;
    }
    .basis {
      margin-bottom: 0;
    }
  }
`;
