import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { html, nothing } from 'lit';
import '../src/define/kpi-target-table';
import { csatByMonth, kpis, longHeading, reportInIndonesian } from './data';
import { askAgain, fetcherOf, textOf } from './fetchers';
import { stage, tileArgTypes, type TileArgs } from './stage';

interface Args extends TileArgs {
  selectable?: boolean;
  hrefTemplate?: string;
  editable?: boolean;
  kpis?: string;
}

const meta: Meta<Args> = {
  title: 'kpi-target-table',
  component: 'kpi-target-table',
  args: { data: kpis },
  argTypes: tileArgTypes,
  render: (args) =>
    stage(
      args.width ?? 'wide',
      html`<kpi-target-table
        heading=${args.heading ?? nothing}
        note=${args.note ?? nothing}
        theme=${args.theme ?? nothing}
        lang=${args.lang ?? nothing}
        dir=${args.dir ?? nothing}
        href-template=${args.hrefTemplate ?? nothing}
        kpis=${args.kpis ?? nothing}
        ?selectable=${args.selectable ?? false}
        ?editable=${args.editable ?? false}
        time-zone="Asia/Jakarta"
        src=${args.endpoint ? `./kpi-target-table.json?${args.endpoint}` : nothing}
        .data=${args.endpoint ? undefined : args.data}
        .fetcher=${fetcherOf(args.endpoint, args.data)}
        @load=${args.endpoint ? askAgain : nothing}
      ></kpi-target-table>`,
    ),
};
export default meta;

type Story = StoryObj<Args>;

/** KPIs that met, nearly met and missed their targets, and one without data. */
export const Default: Story = {};

export const BelowTarget: Story = { args: { data: [kpis[0]] } };

/** Rows written in the page as a table. */
export const FromTable: Story = {
  args: { lang: 'id' },
  render: (args) =>
    stage(
      args.width ?? 'wide',
      html`<kpi-target-table lang=${args.lang ?? nothing}>
        <table>
          <tr>
            <th>metric</th>
            <th>target</th>
            <th>value</th>
          </tr>
          <tr>
            <td>Waktu tunggu rata-rata</td>
            <td>&lt; 2 menit</td>
            <td>2,5 menit</td>
          </tr>
          <tr>
            <td>Skor CSAT</td>
            <td>&gt; 90%</td>
            <td>85%</td>
          </tr>
        </table>
      </kpi-target-table>`,
    ),
};

/** Rows of a team stand under its name, until a column is sorted. */
export const Groups: Story = {
  args: {
    data: kpis.map((row, i) => ({ ...row, group: i % 3 ? 'Telephone' : 'All channels' })),
  },
};

/** `metric-select` tells which row was chosen. */
export const Selectable: Story = { args: { selectable: true } };

/** Rows are links to the tickets behind them. */
export const Links: Story = { args: { hrefTemplate: '#tickets?metric={metric}' } };

/** Analysis and action can be written over: Ctrl+Enter or leaving the field saves, Escape takes back. */
export const Editable: Story = { args: { editable: true } };

/** Computed from records; rows are what `kpis` names. */
export const FromRecords: Story = {
  args: { kpis: 'csat > 85%; csat(method=mean) > 4', data: csatByMonth },
};

/** A spreadsheet saved as CSV, with a semicolon between its cells as Indonesian ones have. */
export const Csv: Story = {
  args: { lang: 'id' },
  render: (args) =>
    stage(
      args.width ?? 'wide',
      html`<kpi-target-table
        lang=${args.lang ?? nothing}
        src="./kpi.csv"
        .fetcher=${textOf(
          'metric;target;value;owner;due\n' +
            'Skor CSAT;> 90%;87,9%;Ayu Lestari;2026-12-15\n' +
            'Waktu tunggu rata-rata;< 2 menit;2,5 menit;Bima Nugroho;2026-11-30\n' +
            '"Penyelesaian; kontak pertama";>= 75%;78,4%;;\n',
        )}
      ></kpi-target-table>`,
    ),
};

export const Loading: Story = { args: { endpoint: 'never answers' } };

export const Empty: Story = { args: { data: [] } };

/** The second request failed: the last good data stays, marked with its age. */
export const Stale: Story = { args: { endpoint: 'answers once, then refuses' } };

export const Error: Story = { args: { endpoint: 'refuses' } };

export const LongLabels: Story = {
  args: {
    heading: longHeading,
    note: 'Telephone, e-mail, chat and WhatsApp, first line only, without internal tickets',
    data: kpis.map((row, i) => ({
      ...row,
      analysis: i
        ? undefined
        : 'Lowest in e-mail, where the backlog of the sale is still open. '.repeat(3),
      action: i
        ? undefined
        : 'Review comments, train the e-mail team, and check again in two weeks.',
      owner: 'Raden Ajeng Kartika Dewi Kusumaningrum',
    })),
  },
};

export const Narrow: Story = { args: { width: 'narrow' } };

export const Dark: Story = { args: { theme: 'dark' } };

export const Indonesian: Story = { args: { lang: 'id', data: reportInIndonesian } };

export const RTL: Story = { args: { dir: 'rtl', lang: 'ar', heading: 'أهداف الخدمة' } };
