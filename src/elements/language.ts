/** Language of an element: its own `lang` or the nearest one around it, shadow roots included. */
export function languageOf(element: Element): string {
  let node: Element | null = element;
  while (node) {
    const near: Element | null = node.closest('[lang]');
    if (near) {
      const lang = near.getAttribute('lang');
      if (lang) return lang;
    }
    const root = (near ?? node).getRootNode();
    node = near?.parentElement ?? (root instanceof ShadowRoot ? root.host : null);
  }
  return document.documentElement.lang || 'en';
}

/** What to call with each element; one function serves many. */
const listeners = new Map<Element, (element: never) => void>();
let observer: MutationObserver | null = null;

/** Calls back with the element when the page's `lang` changes; one observer serves all. */
export function watchLanguage<T extends Element>(element: T, callback: (element: T) => void): void {
  listeners.set(element, callback);
  if (observer) return;
  observer = new MutationObserver(() => {
    for (const [each, call] of listeners) call(each as never);
  });
  observer.observe(document.documentElement, { attributes: true, attributeFilter: ['lang'] });
}

export function unwatchLanguage(element: Element): void {
  listeners.delete(element);
  if (listeners.size) return;
  observer?.disconnect();
  observer = null;
}
