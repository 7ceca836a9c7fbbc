import { html, nothing, render, type TemplateResult } from 'lit';
import { allWords } from '../text/later';
import { formulaPanel } from './formula-panel';
import { announce, liveRegion } from './live-region';
import { menuItems, type MenuItem } from './menu-items';
import { adopt } from '../styles/adopt';
import { tileExtras } from '../styles/tile-extras';
import type { Tile } from './tile';

/** How long typed letters count as one word. */
const typingMs = 600;
/** How long "Copied" stands before the menu goes. */
const answerMs = 900;

/** Menus that are open, by their tile's root. */
const open = new WeakMap<ShadowRoot, () => void>();

const hasPopover = 'popover' in HTMLElement.prototype;

/** Under the button, at its end; above where there is no room below, and always on the screen. */
function place(pop: HTMLElement, button: Element): void {
  if (!hasPopover) return;
  const at = button.getBoundingClientRect();
  const { offsetWidth: width, offsetHeight: height } = pop;
  const rtl = getComputedStyle(button).direction === 'rtl';
  const gap = 4;
  const left = rtl ? at.left : at.right - width;
  const below = at.bottom + gap;
  const above = at.top - gap - height;
  const top = below + height <= innerHeight || above < 0 ? below : above;
  const held = (v: number, room: number): number => Math.max(8, Math.min(v, room - 8));
  pop.style.left = `${held(left, innerWidth - width)}px`;
  pop.style.top = `${held(top, innerHeight - height)}px`;
}

let typed = '';
let typedAt = 0;

/** Opens the menu of a tile, or closes it. */
export function toggleMenu(tile: Tile, button: HTMLElement): void {
  const { root, lang } = tile;
  const shown = open.get(root);
  if (shown) return shown();
  // The tile may have gone while this code was on its way.
  if (!button.isConnected) return;
  const words = allWords(lang);
  adopt(root, tileExtras);
  liveRegion(root);
  typedAt = -Infinity;
  const pop = document.createElement('div');
  pop.className = hasPopover ? 'pop' : 'pop plain';
  if (hasPopover) pop.popover = 'manual';
  pop.tabIndex = -1;
  const listening = new AbortController();
  const { signal } = listening;

  const close = (focus = true): void => {
    listening.abort();
    open.delete(root);
    // Focus first: a focused element that goes away takes the reader to the top of the page.
    if (focus && pop.contains(root.activeElement)) button.focus();
    pop.remove();
    button.setAttribute('aria-expanded', 'false');
  };
  const show = (role: string, label: string, content: TemplateResult): void => {
    pop.setAttribute('role', role);
    pop.setAttribute('aria-label', label);
    render(content, pop);
    place(pop, button);
    // A menu is read from its first item, a text from its title.
    pop.querySelector<HTMLElement>('[tabindex]')?.focus({ preventScroll: true });
  };
  const showFormula = (): void =>
    show(
      'dialog',
      words.formula,
      formulaPanel(tile, () => close()),
    );

  const items = menuItems(tile, showFormula);
  const choose = async (item: MenuItem, target: HTMLElement): Promise<void> => {
    if (!item.stay) close();
    try {
      await item.run();
      if (!item.stay || item.run === showFormula) return;
      target.textContent = `✓ ${words.copied}`;
      announce(root, words.copied);
      setTimeout(() => open.get(root) === shut && close(), answerMs);
    } catch {
      // What turns out to be forbidden is no longer offered.
      if (item.stay) target.remove();
    }
  };
  const shut = (): void => close();

  pop.addEventListener('keydown', (event) => onKey(event, pop, shut), { signal });
  pop.addEventListener(
    'focusout',
    ({ relatedTarget }) => {
      if (relatedTarget instanceof Node && !pop.contains(relatedTarget)) close(false);
    },
    { signal },
  );
  document.addEventListener(
    'pointerdown',
    (event) => {
      const path = event.composedPath();
      if (!path.includes(pop) && !path.includes(button)) close();
    },
    { capture: true, signal },
  );
  const follow = (event: Event): void => {
    if (event.target !== pop) place(pop, button);
  };
  addEventListener('scroll', follow, { capture: true, passive: true, signal });
  addEventListener('resize', follow, { signal });

  root.append(pop);
  if (hasPopover) pop.showPopover();
  open.set(root, shut);
  button.setAttribute('aria-expanded', 'true');
  show(
    'menu',
    words.menu,
    html`${items.map(
      (item, i) => html`
        ${item.opens && i ? html`<hr role="separator" />` : nothing}
        <button
          role=${item.checked === undefined ? 'menuitem' : 'menuitemcheckbox'}
          aria-checked=${item.checked ?? nothing}
          aria-keyshortcuts=${item.key ?? nothing}
          data-id=${item.id}
          tabindex="-1"
          @click=${(event: Event) => void choose(item, event.currentTarget as HTMLElement)}
        >
          <span>${item.checked ? '✓ ' : ''}${item.label}</span
          >${item.key ? html`<kbd aria-hidden="true">${item.key}</kbd>` : nothing}
        </button>
      `,
    )}`,
  );
}

/** Keys of a menu as the ARIA Authoring Practices have them; in the formula only Escape. */
function onKey(event: KeyboardEvent, pop: HTMLElement, close: () => void): void {
  const { key } = event;
  if (key === 'Escape') {
    event.preventDefault();
    event.stopPropagation();
    return close();
  }
  if (pop.getAttribute('role') !== 'menu') return;
  // The browser then goes on from the button, as if there had been no menu.
  if (key === 'Tab') return close();
  const items = [...pop.querySelectorAll('button')];
  const { activeElement } = pop.getRootNode() as ShadowRoot;
  const at = items.indexOf(activeElement as HTMLButtonElement);
  const step = { ArrowDown: at + 1, ArrowUp: at - 1, Home: 0, End: -1 }[key];
  if (step !== undefined) {
    event.preventDefault();
    items.at(step % items.length)?.focus();
    return;
  }
  const isWord = event.timeStamp - typedAt < typingMs;
  // A blank inside a word belongs to it; otherwise it presses the item.
  if (key.length > 1 || event.ctrlKey || event.metaKey || event.altKey || (key === ' ' && !isWord))
    return;
  event.preventDefault();
  typed = isWord ? typed + key : key;
  typedAt = event.timeStamp;
  const sought = typed.toLowerCase();
  // One letter goes on to the next item; more of them stay with what they found.
  const order = [...items.slice(at + +(sought.length < 2)), ...items];
  order.find((item) => item.textContent.trim().toLowerCase().startsWith(sought))?.focus();
}
