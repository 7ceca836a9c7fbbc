const sized = new WeakMap<Element, (width: number, height: number) => unknown>();
let observer: ResizeObserver | null = null;

/** Tells the size of an element now and whenever it changes. One observer serves all. Returns the way to stop. */
export function watchSize(
  element: Element,
  callback: (width: number, height: number) => unknown,
): () => void {
  // In the next frame: drawing may change sizes again, which inside the callback is a loop.
  observer ??= new ResizeObserver((entries) =>
    requestAnimationFrame(() => {
      for (const { target, contentRect } of entries)
        sized.get(target)?.(contentRect.width, contentRect.height);
    }),
  );
  sized.set(element, callback);
  observer.observe(element);
  return () => {
    observer?.unobserve(element);
    sized.delete(element);
  };
}
