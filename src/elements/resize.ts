const sized = new WeakMap<Element, (width: number) => void>();
let observer: ResizeObserver | null = null;

/** Tells the width of an element now and whenever it changes. One observer serves all. Returns the way to stop. */
export function watchWidth(element: Element, callback: (width: number) => void): () => void {
  observer ??= new ResizeObserver((entries) => {
    for (const entry of entries) sized.get(entry.target)?.(entry.contentRect.width);
  });
  sized.set(element, callback);
  observer.observe(element);
  return () => {
    observer?.unobserve(element);
    sized.delete(element);
  };
}
