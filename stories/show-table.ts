const shown = new WeakSet<EventTarget>();

/** For `@load`: changes to the table view once, as the key T does. */
export function showTable({ currentTarget }: Event): void {
  const tile = currentTarget as HTMLElement;
  if (shown.has(tile)) return;
  shown.add(tile);
  const press = new KeyboardEvent('keydown', { key: 't', bubbles: true });
  const frame = tile.shadowRoot!.querySelector<HTMLElement>('[part=frame]')!;
  // The table takes the room of the picture, which comes a frame or two later.
  const wait = (left: number, height: number): void => {
    const same = frame.offsetHeight === height;
    if (same && left === 0) frame.dispatchEvent(press);
    else requestAnimationFrame(() => wait(same ? left - 1 : 10, frame.offsetHeight));
  };
  wait(10, -1);
}
