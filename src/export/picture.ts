/**
 * A tile as one self-contained SVG, read off the screen: text where it stands,
 * boxes, drawings, with colours and type resolved. No scripts, no links, no
 * `foreignObject`, so that it opens anywhere. Shadows, background images and web fonts
 * themselves are left out; text keeps its width in whatever type the reader has.
 */
import { localeFor } from '../text/catalogue';
import { addDrawing, rootStyle, type Inherited } from './drawing';
import {
  addGenerated,
  addLine,
  dotted,
  endsInDots,
  linesOf,
  penIn,
  type Corner,
} from './lettering';
import { paintOf } from './paint-value';
import { addClip, addNode } from './svg-node';

export interface PictureOptions {
  /** `light` or `dark`, whatever the tile shows; default: as it is shown. */
  theme?: 'light' | 'dark';
}

/** What the picture is of. */
export interface Subject {
  /** The element, for its tag and its `theme`. */
  readonly host: HTMLElement;
  /** Its shadow root, whose `<figure>` is drawn. */
  readonly root: ShadowRoot;
  readonly heading: string;
  readonly lang: string;
  /** What stands for the picture where it is not seen. */
  sentence(): string;
}

interface Pass {
  corner: Corner;
  above: Inherited;
  lang: string;
}

const sides = ['Top', 'Right', 'Bottom', 'Left'] as const;

function addBox(element: Element, style: CSSStyleDeclaration, parent: Element, pass: Pass): void {
  const { left, top, scale } = pass.corner;
  const box = element.getBoundingClientRect();
  if (!box.width || !box.height) return;
  const x = (box.left - left) * scale;
  const y = (box.top - top) * scale;
  const [width, height] = [box.width * scale, box.height * scale];
  const fill = paintOf(style.backgroundColor);
  const borders = sides.map((side) => ({
    size: style[`border${side}Style`] === 'none' ? 0 : parseFloat(style[`border${side}Width`]),
    paint: paintOf(style[`border${side}Color`]),
  }));
  const [first] = borders;
  const even = borders.every(
    ({ size, paint }) =>
      size === first!.size &&
      paint.color === first!.paint.color &&
      paint.alpha === first!.paint.alpha,
  );
  const { size } = first!;
  const stroked = even && size > 0 && first!.paint.alpha > 0;
  const rx = Math.min(parseFloat(style.borderTopLeftRadius) || 0, width / 2, height / 2);
  if (fill.alpha > 0 || stroked)
    addNode(parent, 'rect', {
      x: x + (stroked ? size / 2 : 0),
      y: y + (stroked ? size / 2 : 0),
      width: Math.max(0, width - (stroked ? size : 0)),
      height: Math.max(0, height - (stroked ? size : 0)),
      rx: rx ? Math.max(0, rx - (stroked ? size / 2 : 0)) : null,
      fill: fill.alpha > 0 ? fill.color : 'none',
      'fill-opacity': fill.alpha > 0 && fill.alpha < 1 ? fill.alpha : null,
      stroke: stroked ? first!.paint.color : null,
      'stroke-opacity': stroked && first!.paint.alpha < 1 ? first!.paint.alpha : null,
      'stroke-width': stroked ? size : null,
    });
  if (even) return;
  borders.forEach(({ size: thick, paint }, i) => {
    if (!thick || !paint.alpha) return;
    const flat = i % 2 === 0;
    addNode(parent, 'rect', {
      x: i === 1 ? x + width - thick : x,
      y: i === 2 ? y + height - thick : y,
      width: flat ? width : thick,
      height: flat ? thick : height,
      fill: paint.color,
      'fill-opacity': paint.alpha < 1 ? paint.alpha : null,
    });
  });
}

/** The text of a field is no text node: it is broken into lines anew. */
function addField(field: HTMLTextAreaElement, style: CSSStyleDeclaration, g: Element, pass: Pass) {
  const pen = penIn(style);
  const box = field.getBoundingClientRect();
  const height = parseFloat(style.lineHeight) || parseFloat(style.fontSize) * 1.2;
  const left = box.left + parseFloat(style.paddingLeft);
  const room = box.width - 2 * parseFloat(style.paddingLeft);
  let top = box.top + parseFloat(style.paddingTop);
  const flush = (text: string): void => {
    addLine(g, { text, box: { left, width: room, top, height } }, style, pass.corner, {
      fits: false,
    });
    top += height;
  };
  for (const paragraph of field.value.split('\n')) {
    let line = '';
    for (const word of paragraph.split(' ')) {
      const longer = line ? `${line} ${word}` : word;
      if (line && pen.measureText(longer).width > room) {
        flush(line);
        line = word;
      } else line = longer;
    }
    flush(line);
  }
}

/** What is drawn in pixels gives its line as a path. */
function addCanvas(
  canvas: Element & { outline?: () => string },
  style: CSSStyleDeclaration,
  parent: Element,
  { corner: { left, top, scale } }: Pass,
): void {
  const box = canvas.getBoundingClientRect();
  const { color, alpha } = paintOf(style.stroke);
  addNode(parent, 'path', {
    d: canvas.outline?.() ?? '',
    transform: `translate(${(box.left - left) * scale},${(box.top - top) * scale})`,
    fill: 'none',
    stroke: color,
    'stroke-opacity': alpha < 1 ? alpha : null,
    'stroke-width': 1,
    'stroke-linecap': 'round',
    'stroke-linejoin': 'round',
  });
}

/** An age is true only now; a picture is looked at later, so it says when. */
function dated(element: Element, lang: string): string | null {
  const at = (element as { at?: number | null }).at ?? NaN;
  return Math.abs(at) <= 8.64e15
    ? new Intl.DateTimeFormat(localeFor(lang), { dateStyle: 'medium', timeStyle: 'short' }).format(
        at,
      )
    : null;
}

function addElement(element: Element, parent: Element, pass: Pass): void {
  if (element.matches('[part~=menu], .retry, .over, .sr')) return;
  const style = getComputedStyle(element);
  if (style.display === 'none' || style.opacity === '0' || style.clipPath !== 'none') return;
  let g = parent;
  if (Number(style.opacity) < 1) g = addNode(g, 'g', { opacity: style.opacity });
  const shown = style.visibility === 'visible';
  if (element instanceof SVGSVGElement) {
    if (shown) addDrawing(element, g, pass.above, pass.corner);
    return;
  }
  if (shown) {
    if (style.display !== 'contents') addBox(element, style, g, pass);
    addGenerated(element, '::before', g, pass.corner);
    addGenerated(element, '::after', g, pass.corner);
  }
  const time = dated(element, pass.lang);
  if (time !== null) {
    const box = element.getBoundingClientRect();
    addLine(g, { text: time, box }, style, pass.corner, {
      fits: false,
      end: style.direction !== 'rtl',
    });
  } else if (element instanceof HTMLTextAreaElement) addField(element, style, g, pass);
  else if (element instanceof HTMLCanvasElement) addCanvas(element, style, g, pass);
  else {
    const isDotted = endsInDots(element, style);
    // What is scrolled out of a box is not part of what is seen.
    if (
      !isDotted &&
      !/visible|clip/.test(style.overflowY) &&
      (element.scrollHeight > element.clientHeight || element.scrollWidth > element.clientWidth)
    ) {
      const box = element.getBoundingClientRect();
      const { left, top, scale } = pass.corner;
      g = addClip(g, {
        x: (box.left - left) * scale,
        y: (box.top - top) * scale,
        width: box.width * scale,
        height: box.height * scale,
        rx: 0,
      });
    }
    for (const child of element.childNodes)
      if (child instanceof Element) addElement(child, g, pass);
      else if (child instanceof Text && shown)
        for (const line of linesOf(child)) {
          const seen = isDotted ? dotted(line, element.getBoundingClientRect(), style) : line;
          addLine(g, seen, style, pass.corner);
        }
  }
}

/**
 * The picture as a node. Throws `RangeError` where the tile has no size:
 * in `display: none`, or out of the document.
 */
export function pictureOf(subject: Subject, { theme }: PictureOptions = {}): SVGSVGElement {
  const { host, root, lang } = subject;
  const frame = root.querySelector('figure')!;
  const before = host.getAttribute('theme');
  // Back before anything is painted: the reader sees no change.
  if (theme) host.setAttribute('theme', theme);
  try {
    const box = frame.getBoundingClientRect();
    if (!box.width || !box.height) throw new RangeError(`not displayed: <${host.localName}>`);
    const { offsetWidth: width, offsetHeight: height } = frame;
    const svg = addNode(null, 'svg', {
      xmlns: 'http://www.w3.org/2000/svg',
      width,
      height,
      viewBox: `0 0 ${width} ${height}`,
      role: 'img',
      lang,
    }) as SVGSVGElement;
    addNode(svg, 'title').textContent = subject.heading;
    addNode(svg, 'desc').textContent = subject.sentence();
    const style = getComputedStyle(frame);
    const pass: Pass = {
      corner: { left: box.left, top: box.top, scale: width / box.width },
      above: rootStyle(style),
      lang,
    };
    for (const name of ['font-family', 'font-size', 'font-weight'])
      svg.setAttribute(name, style.getPropertyValue(name));
    addElement(frame, svg, pass);
    return svg;
  } finally {
    if (theme && before === null) host.removeAttribute('theme');
    else if (theme) host.setAttribute('theme', before!);
  }
}
