/**
 * Where a tile speaks of what changed. It has to be there before it is written to, but nobody waits
 * for it: it is made in idle time, or when something is said before.
 */
export function liveRegion(root: ParentNode): Element {
  const found = root.querySelector('.sr[role=status]');
  if (found) return found;
  const region = document.createElement('p');
  region.className = 'sr';
  region.setAttribute('role', 'status');
  // Before the place of the foot, which Lit clears to the end of the frame.
  root.querySelector('.body')?.after(region);
  return region;
}

/** Says it politely, without a look. */
export function announce(root: ParentNode, text: string): void {
  liveRegion(root).textContent = text;
}
