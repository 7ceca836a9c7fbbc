/** Events on a trend, each tested before against after: loaded where there are any. */
import { html, nothing, svg } from 'lit';
import { readEvents, type ChartEvent } from '../data/schema';
import { compareWith, type Comparison } from '../metrics/compare';
import type { Metric, MetricOptions } from '../metrics/metric';
import type { Cell, Tabulation } from '../metrics/tabulate';
import { adopt } from '../styles/adopt';
import { trendExtraStyle } from '../styles/trend-extras';
import type { Words } from '../text/catalogue';
import { formatP } from '../text/change';
import { formatDelta, type FormatOptions } from '../text/format';
import { formatPeriod } from '../text/period';
import { isStructured } from './attributes';
import { splitOf } from './course';
import { parseList } from './json-attribute';
import { Around } from './trend-around';
import { instantAt } from './trend-targets';
import type { Happened, TrendHost, TrendModel, TrendView } from './trend-model';

export { layEvents } from '../charts/events';

export { tellChanges } from './trend-changes';

/** The attributes that ask for a test. */
interface Asked {
  events?: string | readonly ChartEvent[];
  compare?: string;
}

/** Events in rising time, the date to compare at too. Throws `RangeError` or `DataError` on what cannot be read. */
export function eventsOf({ events, compare }: Asked, zone: string, lang: string): Happened[] {
  const list = events ? parseList(events, 'events') : [];
  const split = splitOf(compare);
  const happened = (date: string | number, label: string, isSplit = false): Happened => {
    const at = instantAt(date, zone);
    return { at, label, day: new Date(at.wall).toISOString().split('T')[0]!, isSplit };
  };
  return [
    ...(isStructured(events) ? readEvents(list).map((one) => happened(one.date, one.label)) : []),
    ...(split ? [happened(split, formatPeriod(split, lang), true)] : []),
  ].sort((a, b) => a.at.ms - b.at.ms);
}

/** Two for each event: from the one before it, and until the one after; a date to compare at has no neighbours. */
export const foldsAround = (
  events: readonly Happened[],
  options: MetricOptions & { metric: Metric },
): Tabulation[] =>
  events.flatMap((event) => {
    const { day, isSplit } = event;
    const around = isSplit ? [event] : events.filter((one) => !one.isSplit);
    const i = around.indexOf(event);
    return [
      new Around({ ...options, from: around[i - 1]?.day, to: day }),
      new Around({ ...options, from: day, to: around[i + 1]?.day }),
    ];
  });

/** What came of each event, from the cells of its folds; `null` where it cannot be tested. */
export const testsOf = (metric: Metric, cells: readonly Cell[][]): (Comparison | null)[] =>
  Array.from({ length: cells.length / 2 }, (_, i) => {
    const [before, after] = [cells[2 * i]?.[0], cells[2 * i + 1]?.[0]];
    return before && after ? compareWith(metric, before.result, after.result) : null;
  });

/** " · +9.1 points (p 0.004)": what changed with an event, and whether that is more than chance. */
function testWords(test: Comparison, format: FormatOptions, words: Words): string {
  if (test.delta === null) return '';
  const proof =
    test.significant === null
      ? ''
      : ` (${test.significant ? formatP(test.p, format.lang) : words.withinNoise})`;
  return ` · ${formatDelta(test.delta, test.unit, { ...format, sign: true })}${proof}`;
}

/** Name, outcome and place of each event. */
export const eventTexts = (
  { events, tests, isInstant }: TrendModel,
  format: FormatOptions,
  words: Words,
): TrendView['events'] =>
  events.map(({ at, label }, i) => {
    const test = tests[i] ? testWords(tests[i], format, words) : '';
    return { x: isInstant ? at.ms : at.wall, name: label, test, text: label + test };
  });

/** Height of a row of labels. */
const rowHeight = 15;

/** Lines with their labels, and a shade after the newest. */
export function drawEvents({ shape, events }: TrendView): unknown {
  const { top, bottom } = shape.plot;
  const labels = shape.events.flatMap(({ label, index, x }) => (label ? { label, index, x } : []));
  const rows = Math.max(0, ...labels.map(({ label }) => (label.text ? label.row + 1 : 0)));
  const lines = labels.map(
    ({ label, x }) => `M${x},${top - (label.text ? (rows - label.row) * rowHeight : 0)}V${bottom}`,
  );
  const { x, end } = shape.events.at(-1)!;
  // Lines first: the halo of a text keeps a line that passes from striking it through.
  return svg`<path class="after" d="M${x},${top}H${end}V${bottom}H${x}z" />
    <path class="event" d=${lines.join('')} />
    ${labels.map(({ label, index }) => svg`<text class="text halo" x=${label.x} y=${top - 10 - (rows - 1 - label.row) * rowHeight} text-anchor=${label.before ? 'end' : 'start'}><title>${events[index]!.text}</title>${label.text}</text>`)}`;
}

/** The texts of events that are not whole on the chart, where some have only their numbers. */
export function listEvents(host: TrendHost): unknown {
  adopt(host.shadowRoot, trendExtraStyle);
  const { shape, events } = host.view!;
  const cut = shape.events.filter(
    ({ label, index }) => label && label.text !== events[index]!.text,
  );
  if (!cut.length) return nothing;
  return html`<p class="notes muted">
    ${cut.map(({ index, isNumber }) => html`<span>${isNumber ? `${index + 1}\u00a0` : ''}${events[index]!.text}</span> `)}
  </p>`;
}
