/** An inline drawing as plain SVG: what CSS says of it becomes presentation attributes. */
import { paintOf } from './paint-value';
import { addClip, addNode, round } from './svg-node';

/** Properties that a drawing inherits; written where they differ from the parent's. */
const inherited = [
  'stroke-width',
  'stroke-dasharray',
  'stroke-linecap',
  'stroke-linejoin',
  'font-family',
  'font-size',
  'font-style',
  'font-weight',
  'letter-spacing',
  'text-anchor',
  'paint-order',
  'direction',
] as const;
/** What an SVG has before any of it is set. */
const initial: Readonly<Record<string, string>> = {
  fill: 'rgb(0,0,0)',
  'fill-opacity': '1',
  stroke: 'none',
  'stroke-opacity': '1',
  'stroke-width': '1px',
  'stroke-dasharray': 'none',
  'stroke-linecap': 'butt',
  'stroke-linejoin': 'miter',
  'text-anchor': 'start',
  'paint-order': 'normal',
  'letter-spacing': 'normal',
  'font-style': 'normal',
  direction: 'ltr',
};

/** What the parent has, so that it is not written again. */
export type Inherited = Readonly<Record<string, string>>;

export function rootStyle(style: CSSStyleDeclaration): Inherited {
  const own: Record<string, string> = { ...initial };
  for (const name of inherited) own[name] ??= style.getPropertyValue(name);
  return own;
}

/** Writes onto `node` what `style` has and `above` has not; returns what its children inherit. */
function writeStyle(node: Element, style: CSSStyleDeclaration, above: Inherited): Inherited {
  const own: Record<string, string> = {};
  for (const name of ['fill', 'stroke']) {
    const { color, alpha } = paintOf(style.getPropertyValue(name));
    own[name] = color;
    const opacity = `${name}-opacity`;
    own[opacity] = String(round(alpha * Number(style.getPropertyValue(opacity))));
  }
  for (const name of inherited) own[name] = style.getPropertyValue(name);
  for (const [name, value] of Object.entries(own))
    if (value !== above[name]) node.setAttribute(name, value);
  const { opacity, vectorEffect } = style;
  if (opacity !== '1') node.setAttribute('opacity', opacity);
  if (vectorEffect && vectorEffect !== 'none') node.setAttribute('vector-effect', vectorEffect);
  return own;
}

const kept =
  /^(d|points|x|y|x1|x2|y1|y2|cx|cy|r|rx|ry|dx|dy|width|height|transform|href|textLength|lengthAdjust)$/;

/** A percentage has no meaning without the drawing it was a share of. */
function resolved(element: Element, { name, value }: Attr): string {
  if (!value.endsWith('%')) return value;
  const length = (element as unknown as Record<string, SVGAnimatedLength | undefined>)[name];
  return String(round(length?.baseVal.value ?? 0));
}

function copy(element: Element, parent: Element, above: Inherited): void {
  const name = element.localName;
  if (name === 'title') {
    addNode(parent, name).textContent = element.textContent;
    return;
  }
  const style = getComputedStyle(element);
  if (style.display === 'none' || style.visibility !== 'visible' || style.opacity === '0') return;
  const node = addNode(parent, name === 'a' || name === 'svg' ? 'g' : name);
  for (const attribute of element.attributes)
    if (kept.test(attribute.name) && node.localName !== 'g')
      node.setAttribute(attribute.name, resolved(element, attribute));
    else if (attribute.name === 'transform') node.setAttribute('transform', attribute.value);
  const own = writeStyle(node, style, above);
  copyChildren(element, node, own);
}

function copyChildren(element: Element, node: Element, own: Inherited): void {
  for (const child of element.childNodes)
    if (child instanceof Element) copy(child, node, own);
    else if (child instanceof Text && /^(text|tspan)$/.test(element.localName))
      node.append(child.data.replace(/\s+/g, ' '));
}

/** Copies a drawing into the picture; `left` and `top` are the picture's corner on the screen. */
export function addDrawing(
  svg: SVGSVGElement,
  parent: Element,
  above: Inherited,
  corner: { left: number; top: number; scale: number },
): void {
  const style = getComputedStyle(svg);
  const matrix = svg.getScreenCTM();
  if (!matrix) return;
  const { scale } = corner;
  const box = svg.getBoundingClientRect();
  const outer =
    style.overflow === 'visible'
      ? parent
      : addClip(parent, {
          x: (box.left - corner.left) * scale,
          y: (box.top - corner.top) * scale,
          width: box.width * scale,
          height: box.height * scale,
          rx: parseFloat(style.borderTopLeftRadius) || 0,
        });
  const { a, b, c, d, e, f } = matrix;
  // A hundredth of a pixel is fine for where it stands, but not for how large it is.
  const size = [a, b, c, d].map((v) => Math.round(v * scale * 1e4) / 1e4);
  const place = [e - corner.left, f - corner.top].map((v) => round(v * scale));
  const node = addNode(outer, 'g', { transform: `matrix(${[...size, ...place].join()})` });
  copyChildren(svg, node, writeStyle(node, style, above));
}
