/** A colour for an SVG attribute, which any viewer reads, and its opacity apart. */
export interface Paint {
  color: string;
  alpha: number;
}

let pixel: CanvasRenderingContext2D | null = null;

/** What the browser makes of a colour in any notation, as bytes. */
function bytesOf(color: string): readonly number[] {
  if (!pixel) {
    const canvas = document.createElement('canvas');
    canvas.width = canvas.height = 1;
    pixel = canvas.getContext('2d', { willReadFrequently: true })!;
  }
  pixel.clearRect(0, 0, 1, 1);
  pixel.fillStyle = '#000';
  pixel.fillStyle = color;
  pixel.fillRect(0, 0, 1, 1);
  return [...pixel.getImageData(0, 0, 1, 1).data];
}

const paints = new Map<string, Paint>();

/**
 * A computed colour as `rgb(r,g,b)`: `color(srgb …)` and `oklch(…)`, which
 * drawing programs do not read, are resolved. `url(…)`, which a page's own
 * custom property may hold, is no colour, and a picture asks for no other file.
 */
export function paintOf(value: string): Paint {
  let paint = paints.get(value);
  if (!paint) {
    const rgb = /^rgba?\((\d+), (\d+), (\d+)(?:, ([\d.]+))?\)$/.exec(value);
    if (rgb) paint = { color: `rgb(${rgb.slice(1, 4).join()})`, alpha: Number(rgb[4] ?? 1) };
    else if (/^(none|url\()/.test(value)) paint = { color: 'none', alpha: 1 };
    else {
      const [r, g, b, a] = bytesOf(value);
      paint = { color: `rgb(${r},${g},${b})`, alpha: Math.round((a! / 255) * 1000) / 1000 };
    }
    paints.set(value, paint);
  }
  return paint;
}
