import { html, nothing, svg } from 'lit';
import { adopt } from '../styles/adopt';
import { parseMapping, parseWhere } from '../data/mapping';
import { periodRange } from '../metrics/time';
import { viewerZone } from '../metrics/viewer-zone';
import type { TileAttributes } from './tile-attributes';
import { css } from '../styles/sheet';

/** What a mark stands for. */
export interface Mark {
  /** Id of the metric, or what a row calls it. */
  metric: string;
  /** A group, a step of the scale or a value of the `by` field. */
  segment: string | null;
  /** "2026-06", "2026-W23" …; `null` for all time. */
  period: string | null;
  /** Values of canonical fields that the mark's records have: `{ score: [9, 10] }`. */
  values?: Readonly<Record<string, readonly (string | number | null)[]>>;
  /** First day, where the mark has no period and no end. */
  since?: string;
}

/** The records behind a mark: field of the record -> its values, or for time its bounds (`to` is the first moment after). */
export type Filter = Record<
  string,
  readonly (string | number | null)[] | { from: string; to?: string }
>;

/** `detail` of `metric-select`. */
export interface Selection {
  metric: string;
  segment: string | null;
  period: string | null;
  filter: Filter;
}

type Host = Pick<TileAttributes, 'fields' | 'where' | 'timeZone' | 'hrefTemplate'> & HTMLElement;

/** The mark with its filter, in the record's own field names. */
export function selectionOf(host: Host, mark: Mark): Selection {
  const { metric, segment, period, values, since } = mark;
  const keys = host.fields ? parseMapping(host.fields) : {};
  const key = (name: string): string => (Object.hasOwn(keys, name) ? keys[name]! : name);
  const found: [string, Filter[string]][] = (host.where ? parseWhere(host.where) : []).map(
    (condition) => [key(condition.field), condition.values],
  );
  for (const [name, list] of Object.entries(values ?? {})) found.push([key(name), list]);
  if (period !== null) {
    const { start, end } = periodRange(period, host.timeZone || viewerZone());
    found.push([
      key('created_at'),
      { from: new Date(start).toISOString(), to: new Date(end).toISOString() },
    ]);
  } else if (since) found.push([key('created_at'), { from: since }]);
  return { metric, segment, period, filter: Object.fromEntries(found) };
}

/**
 * The link of a mark: `{metric}`, `{segment}` and `{period}` filled in as URL components. `null`
 * for what is not `http(s)` or relative, and for a value that would change the path.
 */
export function hrefOf(host: Host, { metric, segment, period }: Mark): string | null {
  const { hrefTemplate } = host;
  if (!hrefTemplate) return null;
  const given: Record<string, string | null> = { metric, segment, period };
  let isSound = true;
  const href = hrefTemplate.replace(/\{(metric|segment|period)\}/g, (_, name: string) => {
    const value = given[name] ?? '';
    isSound &&= !/^\.{1,2}$/.test(value) && !/\p{Surrogate}/u.test(value);
    return isSound ? encodeURIComponent(value) : '';
  });
  try {
    return isSound && /^https?:$/.test(new URL(href, host.baseURI).protocol) ? href : null;
  } catch {
    return null;
  }
}

const style = css`
  .hit {
    display: inline-block;
    min-width: 24px;
    min-height: 24px;
    padding: 0;
    border: 0;
    background: none;
    color: inherit;
    text-align: inherit;
    text-decoration: underline dotted;
    text-underline-offset: 3px;
    cursor: pointer;
  }
  .hit::after {
    content: '';
    position: absolute;
    inset: -2px;
    border-radius: 6px;
  }
  .hit:hover::after {
    background: currentColor;
    opacity: 0.07;
  }
  .hit:focus-visible {
    outline: 0;
  }
  .hit:focus-visible::after {
    outline: 2px solid var(--_accent);
  }
  :is(dl > div, th):has(.hit) {
    position: relative;
  }
  .steps > div:has(.hit) {
    display: grid;
    grid-column: 1 / -1;
    grid-template-columns: subgrid;
    align-items: center;
  }
`;

/** Tells the page; where the page forbids it, a link is not followed. */
function tell(host: Host, mark: Mark, event: MouseEvent): void {
  // A new tab is the reader's own wish, and nothing the page should take over.
  if (event.ctrlKey || event.metaKey || event.shiftKey) return;
  const chosen = new CustomEvent<Selection>('metric-select', {
    bubbles: true,
    composed: true,
    cancelable: true,
    detail: selectionOf(host, mark),
  });
  if (!host.dispatchEvent(chosen)) event.preventDefault();
}

/** The words of a mark as a link, or as a button where there is none to follow. */
export function choiceOf(
  host: Host & Pick<TileAttributes, 'selectable'>,
  words: unknown,
  mark: Mark,
): unknown {
  const href = hrefOf(host, mark);
  if (href === null && !host.selectable) return words;
  adopt(host.shadowRoot, style);
  const onClick = (event: MouseEvent): void => tell(host, mark, event);
  return href === null
    ? html`<button class="hit" @click=${onClick}>${words}</button>`
    : html`<a class="hit" href=${href} @click=${onClick}>${words}</a>`;
}

/** A mark of a drawing, which has its own keys: a link, or a group, that only the pointer reaches. */
export function choiceInDrawing(
  host: Host & Pick<TileAttributes, 'selectable'>,
  drawing: unknown,
  mark: Mark,
): unknown {
  const href = hrefOf(host, mark);
  if (href === null && !host.selectable) return drawing;
  const onClick = (event: MouseEvent): void => tell(host, mark, event);
  return svg`<a class="chosen" tabindex="-1" href=${href ?? nothing} @click=${onClick}>${drawing}</a>`;
}
