import { html, type TemplateResult } from 'lit';
import { live } from 'lit/directives/live.js';
import type { Words } from '../text/catalogue';
import type { Editable } from './kpi-columns';
import type { KpiLine } from './kpi-rows';

/** `detail` of `kpi-save`. */
export interface Saved {
  metric: string;
  name: string;
  field: Editable;
  value: string;
}

/**
 * A field to write analysis or action in. Leaving it, or Ctrl+Enter, saves; Escape
 * takes back what was not saved.
 */
export function kpiEditor(
  host: HTMLElement,
  words: Words,
  column: Editable,
  line: KpiLine,
): TemplateResult {
  const save = ({ currentTarget }: Event): void => {
    const { value } = currentTarget as HTMLTextAreaElement;
    if (value === line[column]) return;
    line[column] = value;
    const detail: Saved = { metric: line.result.metric, name: line.name, field: column, value };
    host.dispatchEvent(new CustomEvent('kpi-save', { bubbles: true, composed: true, detail }));
  };
  const onKey = (event: KeyboardEvent): void => {
    if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) save(event);
    // While letters are put together, Escape is the input method's own.
    if (event.key !== 'Escape' || event.isComposing) return;
    event.stopPropagation();
    (event.currentTarget as HTMLTextAreaElement).value = line[column];
  };
  // About as high as its text where an engine has no field-sizing; others take no notice of rows.
  const rows = Math.ceil((line[column].length + 1) / 13);
  return html`<textarea
    rows=${rows}
    aria-label="${words.edit(words[column])}: ${line.name}"
    .value=${live(line[column])}
    @change=${save}
    @keydown=${onKey}
  ></textarea>`;
}
