const watched = new WeakMap<Node, (element: never) => void>();
let observer: MutationObserver | null = null;

/**
 * Calls back with the element when what stands inside it changes, also after a move. One observer
 * serves all.
 */
export function watchChildren<T extends Element>(element: T, callback: (element: T) => void): void {
  observer ??= new MutationObserver((records) => {
    const changed = new Set<Node>();
    for (const { target } of records) {
      let node: Node | null = target;
      while (node && !watched.has(node)) node = node.parentNode;
      if (node) changed.add(node);
    }
    for (const node of changed) watched.get(node)!(node as never);
  });
  if (watched.has(element)) return;
  watched.set(element, callback);
  observer.observe(element, { childList: true, subtree: true, characterData: true });
}
