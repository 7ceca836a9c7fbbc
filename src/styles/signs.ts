import { css } from './sheet';

/** The signs beside a value: its status, its change, its benchmark. */
export const signs = css`
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
  .good {
    --_tone: var(--_good);
  }
  .bad {
    --_tone: var(--_bad);
  }
  .warn {
    --_tone: var(--_warn);
  }
  .none {
    --_tone: var(--_muted);
  }
  .pill {
    display: inline-flex;
    align-items: center;
    gap: 0.4em;
    max-width: 100%;
    padding: 0.15em 0.65em;
    border-radius: 1em;
    text-align: start;
    font-weight: 600;
    font-size: 0.9em;
    color: var(--_tone);
    background: color-mix(in srgb, var(--_tone) 12%, var(--_surface));
  }
  .pill svg {
    flex: none;
    width: 0.85em;
    height: 0.85em;
  }
  .icon {
    fill: none;
    stroke: currentColor;
    stroke-width: 2;
    stroke-linecap: round;
    stroke-linejoin: round;
  }
  .delta {
    font-weight: 600;
    color: var(--_tone);
  }
  .proof {
    display: inline-block;
    font-weight: 400;
    font-size: 0.9em;
    color: var(--_muted);
  }
  @media (forced-colors: active) {
    .pill {
      border: 1px solid;
    }
  }
`;
