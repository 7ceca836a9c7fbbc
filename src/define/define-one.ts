/** Registers a class unless the tag is taken, by another copy of the kit or by the page. */
export function defineOne(tag: string, element: CustomElementConstructor): void {
  if (!customElements.get(tag)) customElements.define(tag, element);
}
