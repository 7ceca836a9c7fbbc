const watched = new WeakMap<Node, () => void>();
let observer: MutationObserver | null = null;

/** Calls back when what stands inside an element changes, also after a move. One observer serves all. */
export function watchChildren(element: Element, callback: () => void): void {
  observer ??= new MutationObserver((records) => {
    const calls = new Set<() => void>();
    for (const { target } of records) {
      let node: Node | null = target;
      while (node && !watched.has(node)) node = node.parentNode;
      if (node) calls.add(watched.get(node)!);
    }
    for (const call of calls) call();
  });
  if (watched.has(element)) return;
  watched.set(element, callback);
  observer.observe(element, { childList: true, subtree: true, characterData: true });
}
