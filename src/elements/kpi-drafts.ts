import type { Interval } from '../metrics/time';
import { suggestAction } from '../text/actions';
import { draftAnalysis } from '../text/analysis';
import { formatPeriod } from '../text/period';
import type { KpiLine } from './kpi-rows';

/**
 * Why and what next, from the numbers, for the lines that say neither. Loaded
 * when a table first needs it.
 */
export function draftLine(
  line: KpiLine,
  { lang, by, interval }: { lang: string; by?: string; interval: Interval },
): { analysis: string; action: string } {
  const { result, comparison, previous, target, standing, direction, segments } = line;
  const status = standing?.status;
  return {
    analysis: draftAnalysis({
      result,
      comparison,
      previous: previous && {
        value: previous.value,
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
    }),
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
