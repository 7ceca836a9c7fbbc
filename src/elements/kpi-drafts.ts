import type { Interval } from '../metrics/time';
import { suggestAction } from '../text/actions';
import { draftAnalysis } from '../text/analysis';
import { formatPeriod } from '../text/period';
import type { KpiLine } from './kpi-rows';

interface DraftOptions {
  lang: string;
  by?: string;
  interval: Interval;
}

/**
 * Writes why and what next, from the numbers, into the lines that say neither.
 * Loaded when a table first needs it.
 */
export function draftLines(lines: readonly KpiLine[], options: DraftOptions): void {
  for (const line of lines)
    if (!line.analysis && !line.action && line.target) Object.assign(line, draftOf(line, options));
}

function draftOf(
  line: KpiLine,
  { lang, by, interval }: DraftOptions,
): Pick<KpiLine, 'analysis' | 'action' | 'isDrafted'> {
  const { result, comparison, previous, target, standing, direction, segments, caveat } = line;
  const status = standing?.status;
  const analysis = draftAnalysis({
    result,
    comparison,
    previous: previous && {
      value: previous.value,
      label: previous.name,
      ...(previous.period === null
        ? {}
        : { step: interval, label: formatPeriod(previous.period, lang) }),
    },
    target,
    status,
    proven: standing?.proven,
    direction,
    segments,
    by,
    lang,
  });
  return {
    isDrafted: true,
    analysis: caveat ? `${caveat} ${analysis}` : analysis,
    action: status
      ? suggestAction({
          metric: result.metric,
          status,
          value: result.value,
          target,
          direction,
          lang,
        })
      : '',
  };
}
