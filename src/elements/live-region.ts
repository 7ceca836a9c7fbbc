/** Screen readers speak what changes in a region that they know: so many ms a new one is left empty. */
const noticeMs = 150;

/** Regions that are still new, and what they are to say then. */
const waiting = new WeakMap<Element, string>();

/**
 * Where a tile speaks of what changed. Few ever do, so it is made when something is said, or when
 * somebody comes near who will soon be spoken to.
 */
export function liveRegion(root: ParentNode): Element {
  const found = root.querySelector('.sr[role=status]');
  if (found) return found;
  const region = document.createElement('p');
  region.className = 'sr';
  region.setAttribute('role', 'status');
  // Before the place of the foot, which Lit clears to the end of the frame.
  root.querySelector('.body')?.after(region);
  waiting.set(region, '');
  setTimeout(() => {
    const text = waiting.get(region);
    waiting.delete(region);
    if (text) region.textContent = text;
  }, noticeMs);
  return region;
}

/** Says it politely, without a look. */
export function announce(root: ParentNode, text: string): void {
  const region = liveRegion(root);
  if (waiting.has(region)) waiting.set(region, text);
  else region.textContent = text;
}
