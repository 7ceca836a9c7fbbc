import { css } from './sheet';

/** The benchmark: its ring on the scale, and below with its name. */
export const benchmarkStyle = css`
  .ring {
    fill: var(--_surface);
    stroke: var(--_neutral);
    stroke-width: 3;
  }
  .bench {
    display: flex;
    align-items: center;
    gap: 6px;
    min-width: 0;
    font-size: 0.9em;
  }
  .bench > * {
    flex: none;
  }
  .bench svg {
    width: 0.85em;
  }
  .bench [title] {
    flex: 0 1 auto;
    overflow: hidden;
    text-overflow: ellipsis;
    white-space: nowrap;
    color: var(--_muted);
  }
`;
