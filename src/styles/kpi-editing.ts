import { css } from './sheet';

/** The fields of an editable KPI table: adopted when the first is drawn. */
export const kpiEditingStyle = css`
  textarea {
    font: inherit;
    color: inherit;
    width: 100%;
    min-height: 3.2em;
    padding: 4px 6px;
    border: 1px solid var(--_border);
    border-radius: 6px;
    background: var(--_surface);
    field-sizing: content;
    resize: vertical;
  }
`;
