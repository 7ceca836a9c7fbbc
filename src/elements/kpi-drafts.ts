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
 * Writes why and what next, from the numbers, into the lines that have a target and say neither;
 * what their figure must not be taken for stays before it. Loaded when a table first needs it.
 */
export function draftLines(lines: readonly KpiLine[], options: DraftOptions): void {
  for (const line of lines) {
    const { caveat = '' } = line;
    if (!line.target || line.analysis !== caveat || line.action) continue;
    const { analysis, action } = draftOf(line, options);
    line.isDrafted = true;
    line.analysis = [caveat, analysis].filter(Boolean).join(' ');
    line.action = action;
  }
}

function draftOf(
  line: KpiLine,
  { lang, by, interval }: DraftOptions,
): Pick<KpiLine, 'analysis' | 'action'> {
  const { result, comparison, previous, target, standing, direction, segments } = line;
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
    analysis,
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
