import type { MetricOptions } from '../metrics/metric';

/** Options of a metric as an attribute writes them: numbers and yes as such, all else as text. */
export function metricOptionsOf(
  given: Readonly<Record<string, string>> | '' | undefined,
): MetricOptions {
  const options: Record<string, unknown> = {};
  for (const [name, text] of Object.entries(given || {}))
    options[name] = /^-?\d+(\.\d+)?$/.test(text)
      ? Number(text)
      : text === 'true'
        ? true
        : text === 'false'
          ? false
          : text;
  return options;
}
