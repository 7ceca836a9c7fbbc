import { html, type TemplateResult } from 'lit';
import type { Endpoint } from './fetchers';

export type Width = 'narrow' | 'tile' | 'wide';

/** What every story can set, whatever its element. */
export interface TileArgs {
  heading?: string;
  note?: string;
  target?: string;
  theme?: 'light' | 'dark' | 'auto';
  lang?: string;
  dir?: 'ltr' | 'rtl';
  /** Records or rows; what the endpoint answers, where there is one. */
  data?: unknown;
  endpoint?: Endpoint;
  width?: Width;
}

/** Controls that the manifest does not know. */
export const tileArgTypes = {
  data: { control: 'object' },
  endpoint: {
    description: 'What the server behind `src` does, in place of `data`.',
    control: 'select',
    options: ['never answers', 'refuses', 'answers once, then refuses'],
  },
  theme: { control: 'select', options: ['light', 'dark', 'auto'] },
  lang: { description: 'Language; default: the page’s.', control: 'text' },
  dir: { description: 'Direction of reading.', control: 'select', options: ['ltr', 'rtl'] },
  width: {
    description: 'Room for the tile; no attribute.',
    control: 'select',
    options: ['narrow', 'tile', 'wide'],
  },
} as const;

/** Room of one width around a story: a tile takes what its container gives. */
export function stage(width: Width, story: TemplateResult): TemplateResult {
  return html`<style>
      .stage-narrow {
        width: 200px;
      }
      .stage-tile {
        width: min(100%, 340px);
      }
      .stage-wide {
        width: min(100%, 960px);
      }
    </style>
    <div class="stage-${width}">${story}</div>`;
}
