/**
 * Puts one picture on paper, and nothing else of the page. A tile's own `display` cannot be
 * overruled from outside: one that stands in the body is hidden and takes no room.
 */
const rules = `
@media screen { .metrik-paper { display: none } }
@media print {
  body > :not(.metrik-paper) { display: none !important; position: fixed !important; visibility: hidden !important }
  .metrik-paper, .metrik-paper svg { display: block !important; width: 100% !important; height: auto !important; max-height: 96vh }
  .metrik-paper svg { break-inside: avoid; overflow: hidden !important }
}`;

/** Heights to a width that fit on an upright sheet, be it A4 or Letter, with its margins. */
const tallest = 1.3;

/** Where the rows of a tile's table end, in px below its top: there a long picture may be parted. */
function rowEnds(root: ShadowRoot): number[] {
  const frame = root.querySelector<HTMLElement>('figure')!;
  const { top, height } = frame.getBoundingClientRect();
  const scale = frame.offsetHeight / height;
  // The numbers in place of a picture scroll in its room; a heading stays with the rows below it.
  return [...root.querySelectorAll('.body > table tbody tr:not(:has(.group))')].map(
    (row) => (row.getBoundingClientRect().bottom - top) * scale,
  );
}

/** What a drawing placed by a transform may reach beyond its place, and letters beyond their line, in px. */
const reach = 200;

/** From where to where, in px below the top, a part of the picture may reach; a title is on every sheet. */
function extentOf(part: Element): [number, number] {
  const place =
    part.getAttribute('y') ?? /([-\d.]+)\)$/.exec(part.getAttribute('transform') ?? '')?.[1];
  if (place === undefined) return [-Infinity, Infinity];
  return [Number(place) - reach, Number(place) + Number(part.getAttribute('height')) + reach];
}

/** The picture, as one sheet, or as many as its letters need to stay as large as they are. */
function sheetsOf(picture: SVGSVGElement, ends: readonly number[]): SVGSVGElement[] {
  const [width, height] = ['width', 'height'].map((name) => Number(picture.getAttribute(name)));
  const sheets: SVGSVGElement[] = [];
  const parts = [...picture.children].map((part) => ({ part, extent: extentOf(part) }));
  const add = (top: number, bottom: number): void => {
    const sheet = picture.cloneNode() as SVGSVGElement;
    for (const { part, extent } of parts)
      if (extent[0] < bottom && extent[1] > top) sheet.append(part.cloneNode(true));
    sheet.setAttribute('viewBox', `0 ${top} ${width} ${bottom - top}`);
    sheet.setAttribute('height', `${bottom - top}`);
    sheets.push(sheet);
  };
  let top = 0;
  while (height! - top > width! * tallest) {
    const fitting = ends.filter((end) => end > top && end <= top + width! * tallest);
    if (!fitting.length) break;
    add(top, (top = Math.max(...fitting)));
  }
  add(top, height!);
  return sheets;
}

/** Prints the picture of the tile with this root; that of a long table on several sheets. */
export function printPicture(picture: SVGSVGElement, root: ShadowRoot): void {
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(rules);
  const paper = document.createElement('div');
  paper.className = 'metrik-paper';
  paper.append(...sheetsOf(picture, rowEnds(root)));
  document.body.append(paper);
  document.adoptedStyleSheets = [...document.adoptedStyleSheets, sheet];
  const listening = new AbortController();
  const clear = (): void => {
    listening.abort();
    paper.remove();
    document.adoptedStyleSheets = document.adoptedStyleSheets.filter((s) => s !== sheet);
  };
  // Where printing was refused, nothing tells of its end; nobody presses anything before it.
  for (const type of ['afterprint', 'pointerdown', 'keydown'])
    addEventListener(type, clear, { capture: true, signal: listening.signal });
  print();
}
