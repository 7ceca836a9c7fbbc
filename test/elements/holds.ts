import { expect } from '@open-wc/testing';
import { nodesOf, states, statesOf, type Tile } from './tile';

/** What an element draws with. */
const allowed = new Set(
  (
    'figure figcaption h3 h4 div p span strong small bdi button a dl dt dd ul li table caption thead tbody tr th td ' +
    'textarea canvas time svg g path line polyline text tspan circle rect title defs clipPath style'
  ).split(' '),
);

/** Elements and attributes that no tile has any use for. */
function strangers(element: Element): string[] {
  const found: string[] = [];
  for (const node of nodesOf(element.shadowRoot!)) {
    if (!(node instanceof Element)) continue;
    if (!allowed.has(node.localName)) found.push(node.localName);
    for (const { name, value } of node.attributes) {
      const isLink = name === 'href' && /^https?:$/.test(new URL(value, document.baseURI).protocol);
      // A message keeps the room of the picture that was to come.
      const isRoom = name === 'style' && /^min-height: \d+px;$/.test(value);
      if (/^on|^src|^action|^formaction|^style$|href/.test(name) && !isLink && !isRoom)
        found.push(`${node.localName} ${name}="${value}"`);
    }
  }
  return found;
}

/** One state by name, nothing unreadable, nothing strange: whatever it was given. */
export async function holds(element: Tile, given: string): Promise<void> {
  // The state for CSS follows with the next render, and an answer may come in between.
  for (let i = 0; i < 20; i++) {
    await element.updateComplete;
    if (statesOf(element)[0] === element.status) break;
  }
  expect(states, given).to.include(element.status);
  expect(statesOf(element), given).to.deep.equal([element.status]);
  expect(strangers(element), given).to.deep.equal([]);
}
