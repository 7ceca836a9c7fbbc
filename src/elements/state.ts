import type { LitElement } from 'lit';

/** What an element is showing, also as `:state(…)` for CSS. */
export type State =
  'idle' | 'loading' | 'ready' | 'empty' | 'stale' | 'error' | 'offline' | 'blocked';

/** Keeps `:state(…)` in step. */
export function showState(
  states: CustomStateSet | undefined,
  shown: State | null,
  state: State,
): void {
  if (shown === state) return;
  if (shown) states?.delete(shown);
  states?.add(state);
}

/** Tells of what is shown, after the render that shows it, as an image does. */
export function emit(tile: LitElement, type: string, detail: unknown): void {
  void tile.updateComplete.then(() => {
    if (tile.isConnected) tile.dispatchEvent(new CustomEvent(type, { detail }));
  });
}
