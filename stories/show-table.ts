const shown = new WeakSet<EventTarget>();

/** For `@load`: changes to the table view once, as the key T does. */
export function showTable({ currentTarget }: Event): void {
  const tile = currentTarget as HTMLElement;
  if (shown.has(tile)) return;
  shown.add(tile);
  const press = new KeyboardEvent('keydown', { key: 't', bubbles: true });
  tile.shadowRoot!.querySelector('[part=frame]')!.dispatchEvent(press);
}
