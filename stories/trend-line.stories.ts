import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { html, nothing } from 'lit';
import '../src/define/trend-line';
import { longHeading, npsByChannel, npsByMonth } from './data';
import { askAgain, fetcherOf, textOf } from './fetchers';
import { showTable } from './show-table';
import { answersCsv, callsByMonth, csatByAgent, minuteByMinute, npsByTeam } from './trend-data';
import { stage, tileArgTypes, type TileArgs } from './stage';

interface Args extends TileArgs {
  metric?: string;
  by?: string;
  interval?: string;
  benchmark?: string;
  events?: string;
  compare?: string;
  forecast?: string;
  unusual?: string;
  hrefTemplate?: string;
  selectable?: boolean;
  /** Shows its table as soon as it is drawn. */
  asTable?: boolean;
}

const meta: Meta<Args> = {
  title: 'trend-line',
  component: 'trend-line',
  args: {
    metric: 'nps',
    interval: 'month',
    target: '> 40',
    benchmark: '{"value":31,"name":"Industry"}',
    events: '[{"date":"2026-06-15","label":"New IVR"}]',
    data: npsByMonth,
  },
  argTypes: tileArgTypes,
  render: (args) =>
    stage(
      args.width ?? 'wide',
      html`<trend-line
        heading=${args.heading ?? nothing}
        note=${args.note ?? nothing}
        target=${args.target ?? nothing}
        metric=${args.metric ?? nothing}
        by=${args.by ?? nothing}
        interval=${args.interval ?? nothing}
        benchmark=${args.benchmark ?? nothing}
        events=${args.events ?? nothing}
        compare=${args.compare ?? nothing}
        forecast=${args.forecast ?? nothing}
        unusual=${args.unusual ?? nothing}
        href-template=${args.hrefTemplate ?? nothing}
        ?selectable=${args.selectable ?? false}
        theme=${args.theme ?? nothing}
        lang=${args.lang ?? nothing}
        dir=${args.dir ?? nothing}
        time-zone="Asia/Jakarta"
        src=${args.endpoint ? `./trend-line.json?${args.endpoint}` : nothing}
        .data=${args.endpoint ? undefined : args.data}
        .fetcher=${fetcherOf(args.endpoint, args.data)}
        @load=${args.asTable ? showTable : args.endpoint ? askAgain : nothing}
      ></trend-line>`,
    ),
};
export default meta;

type Story = StoryObj<Args>;

const byChannel = {
  by: 'channel',
  data: npsByChannel,
  target: undefined,
  benchmark: undefined,
  events: undefined,
};

/** A year by month with its interval, target, benchmark and the day something changed. */
export const Default: Story = {};

export const BelowTarget: Story = { args: { target: '> 60', benchmark: undefined } };

/** One line a channel; a month without answers is a gap, not a zero. */
export const ByChannel: Story = { args: { ...byChannel, target: '> 40' } };

/** The newest whole month against the one before, in words: below, and in the spoken sentence. */
export const Compared: Story = { args: { compare: 'previous', benchmark: undefined } };

/** A target that was raised twice. */
export const ChangingTarget: Story = {
  args: {
    target:
      '[{"from":"2025-12-01","target":"> 25"},{"from":"2026-04-01","target":"> 30"},{"from":"2026-08-01","target":"> 40"}]',
    benchmark: undefined,
    events: undefined,
  },
};

/** Labels find a second row, or the other side of their line, rather than each other. */
export const ManyEvents: Story = {
  args: {
    events: JSON.stringify([
      { date: '2026-02-10', label: 'Chat opened in the evening' },
      { date: '2026-03-05', label: 'New telephone system' },
      { date: '2026-06-15', label: 'New IVR' },
      { date: '2026-11-02', label: 'Training of all teams' },
    ]),
  },
};

/** Eight lines are told apart by colour and dash; of more, the smaller ones are grey. */
export const ManySegments: Story = {
  args: { by: 'team', data: npsByTeam, benchmark: undefined, events: undefined },
};

/** Of 400 lines the eight with most answers have colour and name; the others are as many grey lines. */
export const FourHundredSegments: Story = {
  args: {
    metric: 'csat',
    by: 'agent',
    data: csatByAgent,
    target: '> 80%',
    benchmark: undefined,
    events: undefined,
  },
};

/** Only when asked for: the method and what counts as unusual are said below. */
export const Forecast: Story = {
  args: {
    metric: 'volume',
    data: callsByMonth,
    target: undefined,
    benchmark: undefined,
    events: undefined,
    forecast: '6',
    unusual: '',
  },
};

/** A value a minute for most of a year; drag, or Ctrl and the wheel, to come nearer. */
export const HalfAMillionPoints: Story = {
  args: {
    metric: 'csat',
    interval: undefined,
    data: minuteByMinute(500_000),
    target: '> 80%',
    benchmark: undefined,
    events: undefined,
  },
};

/** One point has no line to be part of. */
export const OnePoint: Story = { args: { data: npsByMonth.slice(0, 1), events: undefined } };

/** A point that is clicked, or read by keys and Enter, tells the page: `metric-select`. */
export const Selectable: Story = { args: { ...byChannel, selectable: true } };

/** Points are links to the records behind them. */
export const LinkedPoints: Story = {
  args: { ...byChannel, hrefTemplate: '/answers?channel={segment}&month={period}' },
};

/** The numbers in place of the picture: the key T, or the menu. */
export const TableView: Story = {
  args: { benchmark: undefined, events: undefined, asTable: true },
};

/** A file of survey answers by day and score, as a spreadsheet saves it. */
export const FromCSV: Story = {
  render: (args) =>
    stage(
      'wide',
      html`<trend-line
        lang=${args.lang ?? nothing}
        metric="csat"
        interval="month"
        target=${'> 80%'}
        time-zone="Asia/Jakarta"
        src="./answers.csv"
        .fetcher=${textOf(answersCsv)}
      ></trend-line>`,
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
    events: '[{"date":"2026-06-15","label":"New interactive voice response and call routing"}]',
  },
};

export const Narrow: Story = { args: { width: 'narrow' } };

export const Dark: Story = { args: { theme: 'dark' } };

export const Indonesian: Story = {
  args: {
    lang: 'id',
    benchmark: '{"value":31,"name":"Industri"}',
    events: '[{"date":"2026-06-15","label":"IVR baru"}]',
  },
};

export const RTL: Story = { args: { dir: 'rtl', lang: 'ar', heading: 'صافي نقاط الترويج' } };
