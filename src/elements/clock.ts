import type { LitElement } from 'lit';

const elements = new Set<LitElement>();
let timer: ReturnType<typeof setInterval> | null = null;

/** Renders again every half minute, so that "2 minutes ago" stays true. One timer serves all elements. */
export const tick = {
  add(element: LitElement): void {
    elements.add(element);
    timer ??= setInterval(() => {
      if (document.visibilityState === 'visible') for (const e of elements) e.requestUpdate();
    }, 30_000);
  },
  delete(element: LitElement): void {
    elements.delete(element);
    if (!elements.size && timer !== null) {
      clearInterval(timer);
      timer = null;
    }
  },
};
