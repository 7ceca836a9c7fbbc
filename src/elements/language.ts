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

const listeners = new Map<Element, () => void>();
let observer: MutationObserver | null = null;

/** Calls back when the page's `lang` changes; one observer serves all elements. Returns the way to stop. */
export function watchLanguage(element: Element, callback: () => void): () => void {
  listeners.set(element, callback);
  if (!observer) {
    observer = new MutationObserver(() => {
      for (const call of listeners.values()) call();
    });
    observer.observe(document.documentElement, { attributes: true, attributeFilter: ['lang'] });
  }
  return () => {
    listeners.delete(element);
    if (!listeners.size) {
      observer?.disconnect();
      observer = null;
    }
  };
}
