import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { html, nothing } from 'lit';
import '../src/define/nps-gauge';
import { fewAnswers, longHeading, npsByMonth } from './data';
import { askAgain, fetcherOf } from './fetchers';
import { stage, tileArgTypes, type TileArgs } from './stage';

interface Args extends TileArgs {
  benchmark?: string;
  compare?: string;
  value?: string;
  n?: string;
}

const meta: Meta<Args> = {
  title: 'nps-gauge',
  component: 'nps-gauge',
  args: { target: '> 40', benchmark: '31', compare: 'previous', data: npsByMonth },
  argTypes: tileArgTypes,
  render: (args) =>
    stage(
      args.width ?? 'tile',
      html`<nps-gauge
        heading=${args.heading ?? nothing}
        note=${args.note ?? nothing}
        target=${args.target ?? nothing}
        benchmark=${args.benchmark ?? nothing}
        compare=${args.compare ?? nothing}
        value=${args.value ?? nothing}
        n=${args.n ?? nothing}
        theme=${args.theme ?? nothing}
        lang=${args.lang ?? nothing}
        dir=${args.dir ?? nothing}
        time-zone="Asia/Jakarta"
        src=${args.endpoint ? `./nps-gauge.json?${args.endpoint}` : nothing}
        .data=${args.endpoint ? undefined : args.data}
        .fetcher=${fetcherOf(args.endpoint, args.data)}
        @load=${args.endpoint ? askAgain : nothing}
      ></nps-gauge>`,
    ),
};
export default meta;

type Story = StoryObj<Args>;

/** A year of answers; the last month on the face, compared with the month before. */
export const Default: Story = {};

/** The target is missed, and the interval says that this is no accident. */
export const BelowTarget: Story = { args: { target: '> 60' } };

/** More detractors than promoters: the arc grows to the other side. */
export const BelowZero: Story = {
  args: { data: [{ promoters: 80, passives: 120, detractors: 210 }], compare: undefined },
};

/** Under 30 answers: the interval is wide and nothing is proven. */
export const SmallSample: Story = { args: { data: fewAnswers, compare: undefined } };

/** Before and after a date, tested. */
export const BeforeAndAfter: Story = { args: { compare: '2026-06-15' } };

/** Attributes alone. */
export const ReadyValue: Story = {
  args: { data: undefined, value: '38', n: '412', compare: undefined, target: '> 35' },
};

export const Loading: Story = { args: { endpoint: 'never answers' } };

export const Empty: Story = { args: { data: [], compare: undefined } };

/** The second request failed: the last good data stays, marked with its age. */
export const Stale: Story = { args: { endpoint: 'answers once, then refuses' } };

export const Error: Story = { args: { endpoint: 'refuses' } };

export const LongLabels: Story = {
  args: {
    heading: longHeading,
    note: 'Telephone, e-mail, chat and WhatsApp, first line only, without internal tickets',
    benchmark: '{"value":31,"name":"Telecommunications and utilities in South-East Asia"}',
  },
};

export const Narrow: Story = { args: { width: 'narrow' } };

export const Dark: Story = { args: { theme: 'dark' } };

export const Indonesian: Story = { args: { lang: 'id', note: 'Semua kanal' } };

export const RTL: Story = { args: { dir: 'rtl', lang: 'ar', heading: 'صافي نقاط الترويج' } };
