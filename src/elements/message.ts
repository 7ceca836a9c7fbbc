import { html, nothing, type TemplateResult } from 'lit';
import { unreadAnswers } from '../text/sample';
import type { Words } from '../text/words';
import type { Shown } from './events';

/** What stands in the place of a picture: why there is none, and what to do. */
export const message = (title: string, hint: string, retry: unknown = nothing): TemplateResult =>
  html`<div class="message">
    <strong>${title}</strong><span class="muted">${hint}</span>
    ${retry}
  </div>`;

/** No row is as the page asks for (`lack` says so), no answer can be read, or nobody has answered yet. */
export function noAnswers(
  lack: readonly [title: string, hint: string] | null,
  result: Shown | null,
  words: Words,
  lang: string,
): TemplateResult {
  const unread = unreadAnswers(result, 0, lang);
  return message(
    ...(lack ?? (unread ? [words.noData, unread] : [words.emptyTitle, words.emptyHint])),
  );
}
