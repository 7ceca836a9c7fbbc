import { because } from './because';
import type { FirstWords } from './words';

const s = (count: number): string => (count === 1 ? '' : 's');

/** English, but for the words that `later.ts` holds. */
export const en: FirstWords = {
  dir: 'ltr',
  units: ['s', 'min', 'h', 'd'],

  met: 'On target',
  near: 'Close to the limit',
  above: 'Above target',
  below: 'Below target',
  noData: 'No data',
  notProven: 'not proven',

  live: 'Live',
  liveLost: 'Connection lost, trying again',
  rowsRead: (count, text) => `${text} row${s(count)} read`,
  idleTitle: 'No data source yet',
  idleHint: 'Give this tile data, a value or a src.',
  emptyTitle: 'No responses yet',
  emptyHint: 'Data appears once the first survey comes in.',
  unread: (count, text) => `${text} answer${s(count)} could not be read.`,
  errorTitle: 'The data could not be loaded',
  errors: {
    network: () => 'The data source cannot be reached or refuses this page',
    timeout: () => 'The data source did not answer in time',
    http: ({ status }) => `The data source answered with error ${status ?? ''}`.trimEnd(),
    type: (about) =>
      about.file
        ? `The answer is in ${about.file} format; save it as CSV`
        : because('The answer is not data, perhaps a log-in page', about),
    syntax: (about) => because('The answer cannot be read', about),
    contract: (about) => because('The data does not fit this tile', about),
    limit: (about) => because('The answer is too large', about),
    empty: () => 'The data source gave an empty answer',
    blocked: (about) => because('The request is not allowed', about),
    offline: () => 'There is no network connection',
  },
  retry: 'Try again',
  retryIn: (duration) => `trying again in ${duration}`,
  justNow: 'just now',
  updated: (age) => `Updated ${age}`,
  staleTitle: 'Old data',
  stale: (age) => `Data from ${age}`,
  smallSample: (n) => `Small sample (n = ${n})`,

  partial: 'incomplete',
  points: (count, text) => `${text} point${s(count)}`,

  interval: '95% confidence interval',
  to: (low, high) => `${low} to ${high}`,
  promoters: 'Promoters',
  passives: 'Passives',
  detractors: 'Detractors',
  period: 'Period',
  segment: 'Segment',
  value: 'Value',
  unit: 'Unit',
  benchmark: 'Benchmark',
  other: 'Other',
  good: 'Good',
  bad: 'Bad',
  satisfied: 'Satisfied',
  scored: (steps, scale) => `Score ${steps} on a scale of ${scale}`,
  meanOf: (scale) => `Mean on a scale of ${scale}`,
  shareOfGood: 'Share of good answers',
  week: (week) => `Week ${week}`,
  weekShort: (week) => `wk ${week}`,
  quarter: (quarter, year) => `Quarter ${quarter}, ${year}`,

  metric: 'Metric',
  target: 'Target',
  result: 'Result',
  gap: 'Gap',
  trend: 'Trend',
  status: 'Status',
  analysis: 'Analysis',
  action: 'Action',
  owner: 'Owner',
  due: 'Due',
  sortBy: (column) => `Sort by ${column}`,
  countMet: (count) => `${count} on target`,
  countNear: (count) => `${count} close to the limit`,
  countMissed: (count) => `${count} to act on`,
  countNoData: (count) => `${count} without data`,

  menu: 'Menu',

  periods: (count, text) => `${text} period${s(count)}`,
  series: (_count, text) => `${text} series`,
  andMore: (count) => `and ${count} more`,
  fromTo: (first, last) => `from ${first} to ${last}`,
  lowest: (value) => `lowest ${value}`,
  highest: (value) => `highest ${value}`,
  benchmarkOf: (name, value) => `benchmark ${name} ${value}`,
};
