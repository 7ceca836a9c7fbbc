/** Text of a page as SVG text: where each line stands, and in what type. */
import { paintOf } from './paint-value';
import { addNode } from './svg-node';

export interface Corner {
  left: number;
  top: number;
  scale: number;
}

type Box = Pick<DOMRect, 'left' | 'top' | 'width' | 'height'>;

/** Part of a text that stands on one line. */
export interface Line {
  text: string;
  box: Box;
}

let pen: CanvasRenderingContext2D | null = null;
const ascents = new Map<string, number>();

export function penIn(style: CSSStyleDeclaration): CanvasRenderingContext2D {
  pen ??= document.createElement('canvas').getContext('2d')!;
  pen.font = `${style.fontStyle} ${style.fontWeight} ${style.fontSize} ${style.fontFamily}`;
  return pen;
}

/** Share of a line's box that is above the base line. */
function ascentOf(style: CSSStyleDeclaration): number {
  const { font } = penIn(style);
  let ascent = ascents.get(font);
  if (ascent === undefined) {
    const { fontBoundingBoxAscent: up, fontBoundingBoxDescent: down } = pen!.measureText('x');
    ascents.set(font, (ascent = up + down > 0 ? up / (up + down) : 0.8));
  }
  return ascent;
}

/** The lines of a text node as they were laid out; blanks at their ends have no room. */
export function linesOf(node: Text): Line[] {
  const { data } = node;
  const range = document.createRange();
  const lines: Line[] = [];
  const add = (from: number, to: number): void => {
    const piece = data.slice(from, to);
    const text = piece.trim();
    if (!text) return;
    const start = from + piece.indexOf(text);
    range.setStart(node, start);
    range.setEnd(node, start + text.length);
    const box = range.getBoundingClientRect();
    if (box.width) lines.push({ text: text.replace(/\s+/g, ' '), box });
  };
  range.selectNodeContents(node);
  if (range.getClientRects().length < 2) {
    add(0, data.length);
    return lines;
  }
  let from = 0;
  let top: number | null = null;
  for (let i = 0; i < data.length; i++) {
    range.setStart(node, i);
    range.setEnd(node, i + 1);
    const box = range.getClientRects()[0];
    if (!box?.width || /\s/.test(data[i]!)) continue;
    if (top !== null && Math.abs(box.top - top) > box.height / 2) {
      add(from, i);
      from = i;
    }
    top = box.top;
  }
  add(from, data.length);
  return lines;
}

/** Whether a text ends in dots on the screen, since its box has no room for all of it. */
export const endsInDots = (element: Element, { textOverflow }: CSSStyleDeclaration): boolean =>
  textOverflow === 'ellipsis' && element.scrollWidth > element.clientWidth;

/** As much of a line as its box has room for, and dots. */
export function dotted({ text, box }: Line, room: DOMRect, style: CSSStyleDeclaration): Line {
  const pen = penIn(style);
  const signs = [...text];
  let cut: string;
  do {
    signs.pop();
    cut = `${signs.join('').trimEnd()}…`;
  } while (signs.length && pen.measureText(cut).width > room.width);
  const { width } = pen.measureText(cut);
  const left = style.direction === 'rtl' ? room.right - width : room.left;
  return { text: cut, box: { left, width, top: box.top, height: box.height } };
}

/** Writes one line into its box. `fits` holds it to the width it had, whatever type the reader has. */
export function addLine(
  parent: Element,
  { text, box }: Line,
  style: CSSStyleDeclaration,
  corner: Corner,
  { fits = true, end = style.direction === 'rtl' } = {},
): void {
  const { color, alpha } = paintOf(style.color);
  const { scale } = corner;
  const { textTransform, letterSpacing } = style;
  const rtl = style.direction === 'rtl';
  const node = addNode(parent, 'text', {
    x: (box.left + (end ? box.width : 0) - corner.left) * scale,
    y: (box.top + box.height * ascentOf(style) - corner.top) * scale,
    fill: color,
    'fill-opacity': alpha < 1 ? alpha : null,
    'font-family': style.fontFamily,
    'font-size': parseFloat(style.fontSize),
    'font-style': style.fontStyle === 'normal' ? null : style.fontStyle,
    'font-weight': style.fontWeight,
    'letter-spacing': letterSpacing === 'normal' ? null : letterSpacing,
    direction: rtl ? 'rtl' : null,
    'text-anchor': end === rtl ? null : 'end',
    textLength: fits && text.length > 1 ? box.width * scale : null,
    lengthAdjust: fits && text.length > 1 ? 'spacingAndGlyphs' : null,
  });
  node.textContent =
    textTransform === 'uppercase'
      ? text.toLocaleUpperCase()
      : textTransform === 'lowercase'
        ? text.toLocaleLowerCase()
        : text;
}

/** Text that CSS adds before or after an element, at the start or the end of its box. */
export function addGenerated(
  element: Element,
  which: '::before' | '::after',
  parent: Element,
  corner: Corner,
): void {
  const style = getComputedStyle(element, which);
  const text = /^"(.*)"$/s.exec(style.content)?.[1]?.trim();
  if (!text || style.display === 'none') return;
  const own = getComputedStyle(element);
  const box = element.getBoundingClientRect();
  const size = parseFloat(style.fontSize) * 1.2;
  const line = parseFloat(style.lineHeight) || size;
  const end = (which === '::after') !== (style.direction === 'rtl');
  const left = box.left + parseFloat(own.paddingLeft);
  const width = box.width - parseFloat(own.paddingLeft) - parseFloat(own.paddingRight);
  const top =
    which === '::after'
      ? box.bottom - parseFloat(own.paddingBottom) - line
      : box.top + parseFloat(own.paddingTop);
  addLine(
    parent,
    { text, box: { left, width, top: top + (line - size) / 2, height: size } },
    style,
    corner,
    { fits: false, end },
  );
}
