import { nodesOf } from './tile';

/** Not seen, and not meant to be: what is only there to be heard. */
function isHidden(node: Element): boolean {
  for (let at: Element | null = node; at; at = at.parentElement) {
    const { clipPath, display, visibility, opacity } = getComputedStyle(at);
    if (clipPath !== 'none' || display === 'none' || opacity === '0') return true;
    if (at === node && visibility !== 'visible') return true;
  }
  return false;
}

const nameOf = (node: Element): string =>
  `${node.localName}.${node.getAttribute('class') ?? ''} "${node.textContent.trim().slice(0, 40)}"`;

/** Boxes of a tile that cut off what is in them, with no way to scroll to it. */
export function clipped(element: Element): string[] {
  const found: string[] = [];
  for (const node of nodesOf(element.shadowRoot!)) {
    if (!(node instanceof HTMLElement) || !node.textContent.trim() || isHidden(node)) continue;
    const { overflowX, overflowY, textOverflow } = getComputedStyle(node);
    const cutsX = /hidden|clip/.test(overflowX) && node.scrollWidth > node.clientWidth + 1;
    const cutsY = /hidden|clip/.test(overflowY) && node.scrollHeight > node.clientHeight + 1;
    if (cutsX || cutsY || (textOverflow === 'ellipsis' && node.scrollWidth > node.clientWidth))
      found.push(nameOf(node));
  }
  return found;
}

/** Texts of a tile that lie over one another by more than the edge of a letter. */
export function overlapping(element: Element): string[] {
  const texts: { text: string; box: DOMRect }[] = [];
  for (const node of nodesOf(element.shadowRoot!)) {
    const parent = node.parentElement;
    if (!(node instanceof Text) || !node.data.trim() || !parent) continue;
    if (parent.closest('style, title') || isHidden(parent)) continue;
    const range = document.createRange();
    range.selectNodeContents(node);
    for (const box of range.getClientRects())
      if (box.width > 1) texts.push({ text: node.data.trim().slice(0, 30), box });
  }
  const found: string[] = [];
  for (const [i, a] of texts.entries())
    for (const b of texts.slice(i + 1)) {
      const across = Math.min(a.box.right, b.box.right) - Math.max(a.box.left, b.box.left);
      const down = Math.min(a.box.bottom, b.box.bottom) - Math.max(a.box.top, b.box.top);
      // Boxes of lines stand closer than their letters.
      const most = Math.min(a.box.height, b.box.height) * 0.4;
      if (across > 2 && down > most) found.push(`"${a.text}" and "${b.text}"`);
    }
  return found;
}
