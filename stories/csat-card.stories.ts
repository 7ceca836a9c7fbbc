import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { html, nothing } from 'lit';
import '../src/define/csat-card';
import { csatByMonth, longHeading } from './data';
import { askAgain, fetcherOf } from './fetchers';
import { stage, tileArgTypes, type TileArgs } from './stage';

interface Args extends TileArgs {
  benchmark?: string;
  compare?: string;
  interval?: string;
  method?: string;
  scale?: string;
  satisfiedFrom?: string;
  value?: string;
  n?: string;
}

const meta: Meta<Args> = {
  title: 'csat-card',
  component: 'csat-card',
  args: { target: '> 85%', compare: 'previous', interval: 'month', data: csatByMonth },
  argTypes: tileArgTypes,
  render: (args) =>
    stage(
      args.width ?? 'tile',
      html`<csat-card
        heading=${args.heading ?? nothing}
        note=${args.note ?? nothing}
        target=${args.target ?? nothing}
        benchmark=${args.benchmark ?? nothing}
        compare=${args.compare ?? nothing}
        interval=${args.interval ?? nothing}
        method=${args.method ?? nothing}
        scale=${args.scale ?? nothing}
        satisfied-from=${args.satisfiedFrom ?? nothing}
        value=${args.value ?? nothing}
        n=${args.n ?? nothing}
        theme=${args.theme ?? nothing}
        lang=${args.lang ?? nothing}
        dir=${args.dir ?? nothing}
        time-zone="Asia/Jakarta"
        src=${args.endpoint ? `./csat-card.json?${args.endpoint}` : nothing}
        .data=${args.endpoint ? undefined : args.data}
        .fetcher=${fetcherOf(args.endpoint, args.data)}
        @load=${args.endpoint ? askAgain : nothing}
      ></csat-card>`,
    ),
};
export default meta;

type Story = StoryObj<Args>;

/** Share of 4 and 5 in the last month, against the month before and the target. */
export const Default: Story = {};

/** Below the target, by more than chance. */
export const BelowTarget: Story = { args: { target: '> 95%' } };

/** Met, but the interval still holds the target: not proven. */
export const NotProven: Story = { args: { target: '> 87%' } };

/** The mean of the scale in place of the share of satisfied customers. */
export const Mean: Story = { args: { method: 'mean', target: '> 4' } };

/** Another's figure beside the own, with its name. */
export const Benchmarked: Story = {
  args: {
    benchmark: '{"value":82.4,"name":"Telecommunications and utilities in South-East Asia"}',
  },
};

/** Another scale, and which of its steps count, said below the figure. */
export const SevenSteps: Story = {
  args: {
    scale: '1-7',
    data: [{ counts: [9, 14, 22, 51, 96, 188, 120] }],
    target: '> 65%',
    compare: undefined,
  },
};

/** Ten steps, of which the host counts three. */
export const TenSteps: Story = {
  args: {
    scale: '1-10',
    satisfiedFrom: '8',
    data: [{ counts: [4, 3, 6, 8, 14, 21, 52, 96, 130, 88] }],
    target: '> 65%',
    compare: undefined,
  },
};

/** Thumbs up and down. */
export const GoodBad: Story = {
  args: { scale: 'good-bad', data: [{ counts: { good: 412, bad: 38 } }], compare: undefined },
};

/** Attributes alone. */
export const ReadyValue: Story = {
  args: { data: undefined, value: '87.4', n: '3318', compare: undefined, interval: undefined },
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
  },
};

export const Narrow: Story = { args: { width: 'narrow' } };

export const Dark: Story = { args: { theme: 'dark' } };

export const Indonesian: Story = { args: { lang: 'id', note: 'Semua kanal' } };

export const RTL: Story = { args: { dir: 'rtl', lang: 'ar', heading: 'رضا العملاء' } };
