/**
 * Puts one picture on paper, and nothing else of the page. A tile's own `display` cannot be
 * overruled from outside: one that stands in the body is hidden and takes no room.
 */
const rules = `
@media screen { .metrik-paper { display: none } }
@media print {
  body > :not(.metrik-paper) { display: none !important; position: fixed !important; visibility: hidden !important }
  .metrik-paper, .metrik-paper svg { display: block !important; width: 100% !important; height: auto !important; max-height: 96vh }
}`;

export function printPicture(picture: SVGSVGElement): void {
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(rules);
  const paper = document.createElement('div');
  paper.className = 'metrik-paper';
  paper.append(picture);
  document.body.append(paper);
  document.adoptedStyleSheets = [...document.adoptedStyleSheets, sheet];
  addEventListener(
    'afterprint',
    () => {
      paper.remove();
      document.adoptedStyleSheets = document.adoptedStyleSheets.filter((s) => s !== sheet);
    },
    { once: true },
  );
  print();
}
