const namespace = 'http://www.w3.org/2000/svg';

/** A coordinate: two decimals are finer than any screen. */
export const round = (v: number): number => Math.round(v * 100) / 100;

/** Adds an SVG element with these attributes; `null` and '' are left out. */
export function addNode(
  parent: Element | null,
  name: string,
  attributes: Readonly<Record<string, string | number | null>> = {},
): SVGElement {
  const node = document.createElementNS(namespace, name);
  for (const [key, value] of Object.entries(attributes))
    if (value !== null && value !== '')
      node.setAttribute(key, String(typeof value === 'number' ? round(value) : value));
  parent?.append(node);
  return node;
}

/** A group that shows only what lies inside the box. */
export function addClip(
  parent: Element,
  box: { x: number; y: number; width: number; height: number; rx: number },
): SVGElement {
  const id = `clip${parent.closest('svg')!.querySelectorAll('clipPath').length}`;
  addNode(addNode(parent, 'clipPath', { id }), 'rect', box);
  return addNode(parent, 'g', { 'clip-path': `url(#${id})` });
}
