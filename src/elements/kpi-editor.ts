import { html, noChange, nothing, type LitElement, type TemplateResult } from 'lit';
import { Directive, directive, type ElementPart } from 'lit/directive.js';
import { repeat } from 'lit/directives/repeat.js';
import { adopt } from '../styles/adopt';
import { kpiEditingStyle } from '../styles/kpi-editing';
import { allWords } from '../text/later';
import type { Saved } from './events';
import { grouped, type Column, type Editable } from './kpi-columns';
import type { KpiLine } from './kpi-rows';
import { announce } from './live-region';

/** A line by its name among all, and what the data itself says in its fields. */
interface Known extends Record<Editable, string> {
  key: string;
}

/** Writes into a field; what differs from its default was typed and is not saved. */
const show = (field: HTMLTextAreaElement, text: string): void => {
  // In this order, so that the caret stands at its end.
  field.value = text;
  field.defaultValue = text;
};

/** The text of a field, which is never written to while it has the focus. */
const shownText = directive(
  class extends Directive {
    override render(_text: string): typeof noChange {
      return noChange;
    }
    override update({ element }: ElementPart, [text]: [string]): typeof noChange {
      if ((element.getRootNode() as ShadowRoot).activeElement !== element)
        show(element as HTMLTextAreaElement, text);
      return noChange;
    }
  },
);

/** What people write into one table: its fields, what they saved, and its rows meanwhile. */
export class KpiEditor {
  /** By line and field: the text, and the data's own that it was written over. */
  readonly #saved = new Map<string, { text: string; own: string }>();
  readonly #known = new WeakMap<KpiLine, Known>();
  #order: readonly KpiLine[] = [];

  constructor(private readonly host: LitElement) {
    adopt(host.shadowRoot, kpiEditingStyle);
  }

  /** Puts what was saved into new lines, unless the data brings another text of its own. */
  restore(lines: readonly KpiLine[]): void {
    this.#learn(lines);
    for (const line of lines)
      for (const field of ['analysis', 'action'] as const) {
        const { key, [field]: own } = this.#known.get(line)!;
        const saved = this.#saved.get(key + field);
        if (!saved) continue;
        if (own && own !== saved.own) this.#saved.delete(key + field);
        else line[field] = saved.text;
      }
  }

  /**
   * Rows that keep their fields, whatever their order. While one has the focus none moves, since
   * moving would take it away: new ones follow, and those that are gone leave an empty place.
   */
  rows(
    all: readonly KpiLine[],
    sorted: readonly KpiLine[],
    isGrouped: boolean,
    draw: (line: KpiLine) => TemplateResult,
  ): unknown {
    this.#learn(all);
    let lines = sorted;
    if (this.host.shadowRoot!.activeElement?.closest('tbody')) {
      const renewed = new Map(sorted.map((line) => [this.#keyOf(line), line]));
      const held = this.#order.map((line) => renewed.get(this.#keyOf(line)) ?? line);
      lines = [...new Set([...held, ...sorted])];
      if (isGrouped) lines = grouped(lines);
    }
    this.#order = lines;
    const present = new Set(all);
    return repeat(
      lines,
      (line) => this.#keyOf(line),
      (line) => (present.has(line) ? draw(line) : nothing),
    );
  }

  /** Cells that keep their fields when other columns come and go. */
  cells(columns: readonly Column[], draw: (column: Column) => TemplateResult): unknown {
    return repeat(columns, (column) => column, draw);
  }

  /**
   * A field to write analysis or action in. Leaving it, or Ctrl+Enter, saves; Escape
   * takes back what was not saved.
   */
  field(lang: string, column: Editable, line: KpiLine): TemplateResult {
    const words = allWords(lang);
    const save = ({ currentTarget }: Event): void => {
      const field = currentTarget as HTMLTextAreaElement;
      const { value } = field;
      if (value === field.defaultValue) return;
      field.defaultValue = value;
      if (value !== line[column]) this.#save(lang, line, column, value);
    };
    const onKey = (event: KeyboardEvent): void => {
      if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) save(event);
      // While letters are put together, Escape is the input method's own.
      if (event.key !== 'Escape' || event.isComposing) return;
      event.stopPropagation();
      show(event.currentTarget as HTMLTextAreaElement, line[column]);
    };
    // About as high as its text where an engine has no field-sizing; others take no notice of rows.
    const rows = Math.ceil((line[column].length + 1) / 10);
    return html`<textarea
      dir="auto"
      rows=${rows}
      aria-label="${words.edit(words[column])}: ${line.name}"
      ${shownText(line[column])}
      @change=${save}
      @keydown=${onKey}
      @blur=${this.#onBlur}
    ></textarea>`;
  }

  /** What was held back is drawn, once it is known where the focus went. */
  readonly #onBlur = (): void => {
    setTimeout(() => this.host.requestUpdate());
  };

  #save(lang: string, line: KpiLine, field: Editable, value: string): void {
    const { key, [field]: own } = this.#known.get(line)!;
    this.#saved.set(key + field, { text: value, own });
    line[field] = value;
    const detail: Saved = { metric: line.result.metric, name: line.name, field, value };
    this.host.dispatchEvent(new CustomEvent('kpi-save', { bubbles: true, composed: true, detail }));
    announce(this.host.renderRoot, allWords(lang).saved);
  }

  #keyOf(line: KpiLine): string {
    return this.#known.get(line)!.key;
  }

  /** Names new lines by metric and group; those that share both, by their order. */
  #learn(lines: readonly KpiLine[]): void {
    const counts = new Map<string, number>();
    for (const line of lines) {
      const { result, group, analysis, action, isDrafted } = line;
      // The name of a line is its metric's, in the language of the tile.
      const name = JSON.stringify([result.metric, group]);
      const nth = (counts.get(name) ?? 0) + 1;
      counts.set(name, nth);
      if (this.#known.has(line)) continue;
      const own = isDrafted ? { analysis: '', action: '' } : { analysis, action };
      this.#known.set(line, { key: `${name} ${nth} `, ...own });
    }
  }
}
