import { css } from './sheet';

/**
 * The kit's colours and type, private names that fall back from the host's
 * `--metrik-…` properties. The first block serves engines without
 * `light-dark()`; a page's own `color-scheme` decides, `theme` overrides it.
 */
export const tokens = css`
  :host {
    --_surface: var(--metrik-surface, #fff);
    --_border: var(--metrik-border, #e2e6eb);
    --_track: var(--metrik-track, #e8ecf0);
    --_text: var(--metrik-text, #16202c);
    --_muted: var(--metrik-muted, #5a6675);
    --_good: var(--metrik-good, #11785a);
    --_bad: var(--metrik-bad, #bf3550);
    --_warn: var(--metrik-warn, #8f5b00);
    --_accent: var(--metrik-accent, #2458c6);
    --_neutral: var(--metrik-neutral, #77828f);
    --_radius: var(--metrik-radius, 12px);
    --_gap: var(--metrik-gap, 16px);
  }
  :host([theme='light']) {
    color-scheme: light !important;
  }
  :host([theme='dark']) {
    color-scheme: dark !important;
  }
  :host([theme='auto']) {
    color-scheme: light dark !important;
  }
  :host([density='compact']) {
    --_gap: var(--metrik-gap, 10px);
  }
  @supports (color: light-dark(#000, #fff)) {
    :host {
      --_surface: var(--metrik-surface, light-dark(#fff, #171e26));
      --_border: var(--metrik-border, light-dark(#e2e6eb, #2a333e));
      --_track: var(--metrik-track, light-dark(#e8ecf0, #28313b));
      --_text: var(--metrik-text, light-dark(#16202c, #e8edf3));
      --_muted: var(--metrik-muted, light-dark(#5a6675, #9aa7b5));
      --_good: var(--metrik-good, light-dark(#11785a, #46c39b));
      --_bad: var(--metrik-bad, light-dark(#bf3550, #f27a90));
      --_warn: var(--metrik-warn, light-dark(#8f5b00, #e5b04c));
      --_accent: var(--metrik-accent, light-dark(#2458c6, #7ea6ff));
      --_neutral: var(--metrik-neutral, light-dark(#77828f, #7d8997));
    }
  }
`;
