/** What `fields`, `where`, `options` and `no-answer` say, and whether the columns are there that they and `by` name. */
import { optionsOf, parseMapping } from '../data/mapping';
import type { MetricOptions } from '../metrics/metric';
import type { Plan } from '../metrics/plan';
import { checkText } from './attributes';
import { filterFrom } from './filter';
import { checkOptions } from './metric-options';
import type { TileAttributes } from './tile-attributes';

export { lackOf } from './filter';

function writtenOptions(text: string): Record<string, unknown> {
  const written = optionsOf(parseMapping(text));
  checkOptions(written, 'option');
  return written;
}

/** The options of a metric that these attributes hold. Throws `RangeError` on what cannot be read. */
export function optionsFrom(tile: TileAttributes): MetricOptions & Pick<Plan, 'where'> {
  const { options, fields, where, noAnswer } = tile;
  return {
    ...(options && writtenOptions(checkText(options, 'options'))),
    ...(fields && { fields: parseMapping(checkText(fields, 'fields')) }),
    where: filterFrom(checkText(where || '', 'where'), tile),
    ...(noAnswer && {
      noAnswer: String(noAnswer)
        .split(/[\s,]+/)
        .filter(Boolean),
    }),
  };
}
