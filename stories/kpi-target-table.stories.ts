import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { html, nothing } from 'lit';
import '../src/define/kpi-target-table';
import { kpis, longHeading, reportInIndonesian } from './data';
import { askAgain, fetcherOf } from './fetchers';
import { stage, tileArgTypes, type TileArgs } from './stage';

type Args = TileArgs;

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
