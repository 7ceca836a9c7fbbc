import { css } from './sheet';

/** The signs beside a value: its status and its change. */
export const signs = css`
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
  .hold {
    display: grid;
    align-items: center;
    justify-items: start;
    font-weight: 600;
  }
  .hold > *,
  .hold::before {
    grid-area: 1 / 1;
  }
  .hold::before {
    content: attr(data-longest);
    visibility: hidden;
    white-space: pre-line;
  }
  /* As wide as a pill. */
  .told::before {
    padding: 0.15em 1.275em;
    font-size: 0.9em;
  }
  .delta {
    color: var(--_tone);
  }
  .proof {
    display: block;
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
