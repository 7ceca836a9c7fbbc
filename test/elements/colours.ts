/** Colours as the browser computed them, and how well one is told from another. */
import { expect } from '@open-wc/testing';
import { part, type Tile } from './tile';

type Colour = [r: number, g: number, b: number];

/** A computed colour as sRGB, 0 to 1, on what it lies: `rgb(…)`, `rgba(…)` or `color(srgb …)`. */
function colourOf(text: string, on?: Colour): Colour {
  const numbers = text.match(/-?[\d.]+(?:e-?\d+)?/g)!.map(Number);
  expect(numbers, text).to.have.lengthOf.at.least(3);
  const scale = text.startsWith('color(') ? 1 : 255;
  const alpha = numbers[3] ?? 1;
  return numbers
    .slice(0, 3)
    .map((n, i) => (n / scale) * alpha + (on?.[i] ?? 1) * (1 - alpha)) as Colour;
}

/** WCAG 2.2, relative luminance. */
function luminance(colour: Colour): number {
  const [r, g, b] = colour.map((c) => (c <= 0.04045 ? c / 12.92 : ((c + 0.055) / 1.055) ** 2.4));
  return 0.2126 * r! + 0.7152 * g! + 0.0722 * b!;
}

/** WCAG 2.2, contrast. */
export function contrast(a: string, ground: string): number {
  const on = colourOf(ground);
  const [x, y] = [luminance(colourOf(a, on)), luminance(on)];
  return (Math.max(x, y) + 0.05) / (Math.min(x, y) + 0.05);
}

/** What a token of the tile is as a colour. */
export function token(element: Tile, name: string): string {
  const probe = document.createElement('i');
  probe.style.color = `var(--_${name})`;
  part(element, 'frame')!.append(probe);
  const { color } = getComputedStyle(probe);
  probe.remove();
  return color;
}
