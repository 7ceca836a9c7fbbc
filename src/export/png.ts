/**
 * A picture as PNG. Painted shape by shape on a canvas, not by loading the SVG
 * as an image: that needs `img-src data:` in the page's policy and forgets the
 * page's web fonts.
 */
/** What an element hands down to those in it. */
type Style = Readonly<Record<string, string>>;

/** No browser has a larger canvas. */
const mostPixels = 16_384;

function shapeOf(node: Element): Path2D | null {
  const number = (name: string): number => Number(node.getAttribute(name)) || 0;
  const path = new Path2D();
  switch (node.localName) {
    case 'path':
      return new Path2D(node.getAttribute('d') ?? '');
    case 'rect': {
      const [width, height] = [number('width'), number('height')];
      const radius = Math.min(number('rx'), width / 2, height / 2);
      path.roundRect(number('x'), number('y'), width, height, radius);
      return path;
    }
    case 'circle':
      path.arc(number('cx'), number('cy'), number('r'), 0, 2 * Math.PI);
      return path;
    case 'line':
      path.moveTo(number('x1'), number('y1'));
      path.lineTo(number('x2'), number('y2'));
      return path;
    default:
      return null;
  }
}

function paintShape(
  context: CanvasRenderingContext2D,
  shape: Path2D,
  node: Element,
  style: Style,
  matrix: DOMMatrix,
): void {
  const { fill = '#000', stroke = 'none' } = style;
  const { globalAlpha } = context;
  // Shapes are brought to the canvas's own units, so that a pen may keep its width there.
  const path = new Path2D();
  path.addPath(shape, matrix);
  if (fill !== 'none' && node.localName !== 'line') {
    context.globalAlpha = globalAlpha * Number(style['fill-opacity'] ?? 1);
    context.fillStyle = fill;
    context.fill(path);
  }
  if (stroke !== 'none') {
    const size = Math.sqrt(Math.abs(matrix.a * matrix.d - matrix.b * matrix.c));
    const still = node.getAttribute('vector-effect') === 'non-scaling-stroke';
    const unit = still ? 1 : size;
    context.globalAlpha = globalAlpha * Number(style['stroke-opacity'] ?? 1);
    context.strokeStyle = stroke;
    context.lineWidth = (parseFloat(style['stroke-width'] ?? '1') || 0) * unit;
    context.lineCap = (style['stroke-linecap'] ?? 'butt') as CanvasLineCap;
    context.lineJoin = (style['stroke-linejoin'] ?? 'miter') as CanvasLineJoin;
    const dashes = style['stroke-dasharray']?.match(/[\d.]+/g) ?? [];
    context.setLineDash(dashes.map((dash) => Number(dash) * unit));
    if (context.lineWidth) context.stroke(path);
  }
  context.globalAlpha = globalAlpha;
}

function paintText(
  context: CanvasRenderingContext2D,
  node: Element,
  style: Style,
  matrix: DOMMatrix,
): void {
  const text = node.textContent ?? '';
  const number = (name: string): number => Number(node.getAttribute(name)) || 0;
  context.save();
  context.transform(matrix.a, matrix.b, matrix.c, matrix.d, matrix.e, matrix.f);
  context.translate(number('x'), number('y'));
  const size = parseFloat(style['font-size'] ?? '16');
  const { 'font-style': slope = 'normal', 'font-weight': weight = '400' } = style;
  context.font = `${slope} ${weight} ${size}px ${style['font-family'] ?? 'sans-serif'}`;
  context.letterSpacing = style['letter-spacing'] ?? '0px';
  const rtl = style.direction === 'rtl';
  context.direction = rtl ? 'rtl' : 'ltr';
  const anchor = style['text-anchor'] ?? 'start';
  context.textAlign = anchor === 'middle' ? 'center' : (anchor as CanvasTextAlign);
  const width = number('textLength');
  if (width) context.scale(width / (context.measureText(text).width || width), 1);
  const { globalAlpha } = context;
  if (style.stroke && style.stroke !== 'none') {
    context.strokeStyle = style.stroke;
    context.lineWidth = parseFloat(style['stroke-width'] ?? '1');
    context.lineJoin = (style['stroke-linejoin'] ?? 'miter') as CanvasLineJoin;
    context.setLineDash([]);
    context.strokeText(text, 0, 0);
  }
  context.globalAlpha = globalAlpha * Number(style['fill-opacity'] ?? 1);
  context.fillStyle = style.fill ?? '#000';
  context.fillText(text, 0, 0);
  context.restore();
}

function paint(
  context: CanvasRenderingContext2D,
  node: Element,
  above: Style,
  outer: DOMMatrix,
): void {
  if (/^(title|desc|clipPath)$/.test(node.localName)) return;
  const style: Record<string, string> = { ...above };
  for (const { name, value } of node.attributes) style[name] = value;
  const transform = node.getAttribute('transform');
  const matrix = transform ? outer.multiply(new DOMMatrix(transform)) : outer;
  context.save();
  context.globalAlpha *= Number(node.getAttribute('opacity') ?? 1);
  const mask = node.hasAttribute('clip-path') && node.previousElementSibling?.firstElementChild;
  if (mask) {
    const path = new Path2D();
    path.addPath(shapeOf(mask)!, matrix);
    context.clip(path);
  }
  if (node.localName === 'text') paintText(context, node, style, matrix);
  else {
    const shape = shapeOf(node);
    if (shape) paintShape(context, shape, node, style, matrix);
    else for (const child of node.children) paint(context, child, style, matrix);
  }
  context.restore();
}

/** Paints the picture; `scale` is pixels per CSS pixel, above 0, held to what a canvas can be. */
export function pngOf(picture: SVGSVGElement, scale: number): Promise<Blob> {
  if (!(scale > 0)) throw new RangeError(`invalid scale: ${scale}`);
  const [width, height] = ['width', 'height'].map((name) => Number(picture.getAttribute(name)));
  const size = Math.min(scale, mostPixels / Math.max(width!, height!));
  const canvas = document.createElement('canvas');
  canvas.width = Math.round(width! * size);
  canvas.height = Math.round(height! * size);
  const context = canvas.getContext('2d');
  if (!context) throw new RangeError(`too large: ${canvas.width} × ${canvas.height} pixels`);
  context.scale(size, size);
  paint(context, picture, {}, new DOMMatrix());
  return new Promise((done, fail) =>
    canvas.toBlob(
      (blob) =>
        blob
          ? done(blob)
          : fail(new RangeError(`too large: ${canvas.width} × ${canvas.height} pixels`)),
      'image/png',
    ),
  );
}
