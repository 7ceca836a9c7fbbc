/** What `fields`, `where`, `options` and `no-answer` say. */
import { optionsOf, parseMapping } from '../data/mapping';
import type { MetricOptions } from '../metrics/metric';
import type { Plan } from '../metrics/plan';
import { checkText } from './attributes';
import { filterFrom } from './filter';
import type { TileAttributes } from './tile-attributes';

export { lackOf } from './filter';

/** The options of a metric that these attributes hold. Throws `RangeError` on what cannot be read. */
export function optionsFrom(tile: TileAttributes): MetricOptions & Pick<Plan, 'where'> {
  const { options, fields, where, noAnswer } = tile;
  return {
    ...(options && optionsOf(parseMapping(checkText(options, 'options')))),
    ...(fields && { fields: parseMapping(checkText(fields, 'fields')) }),
    ...(where && { where: filterFrom(checkText(where, 'where'), tile) }),
    ...(noAnswer && {
      noAnswer: String(noAnswer)
        .split(/[\s,]+/)
        .filter(Boolean),
    }),
  };
}
