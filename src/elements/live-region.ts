/** Screen readers speak what changes in a region that they know: so many ms a new one is left empty. */
const noticeMs = 150;
/** So many ms a message stays, for fingers on braille; who reads on later does not meet it again. */
const stayMs = 10_000;

/** Regions that are still new or just emptied, and what they are to say then. */
const waiting = new WeakMap<Element, string>();
const leaving = new WeakMap<Element, ReturnType<typeof setTimeout>>();

function show(region: Element, text: string): void {
  region.textContent = text;
  clearTimeout(leaving.get(region));
  leaving.set(
    region,
    setTimeout(() => (region.textContent = ''), stayMs),
  );
}

function showSoon(region: Element, text: string): void {
  waiting.set(region, text);
  setTimeout(() => {
    const newest = waiting.get(region);
    waiting.delete(region);
    if (newest) show(region, newest);
  }, noticeMs);
}

/**
 * Where a tile speaks of what changed. Few ever do, so it is made when something is said, or when
 * somebody comes near who will soon be spoken to. No `role=status`: Orca calls an empty one a
 * status bar.
 */
export function liveRegion(root: ParentNode): Element {
  const found = root.querySelector('.sr[aria-live]');
  if (found) return found;
  const region = document.createElement('p');
  region.className = 'sr';
  region.setAttribute('aria-live', 'polite');
  region.setAttribute('aria-atomic', 'true');
  // Before the place of the foot, which Lit clears to the end of the frame.
  root.querySelector('.body')?.after(region);
  showSoon(region, '');
  return region;
}

/** Says it politely, without a look. */
export function announce(root: ParentNode, text: string): void {
  const region = liveRegion(root);
  if (waiting.has(region)) waiting.set(region, text);
  else if (region.textContent === text) {
    // The same once more would be no change.
    region.textContent = '';
    showSoon(region, text);
  } else show(region, text);
}
