import type { DataError } from '../data/data-error';
import type { Words } from '../text/catalogue';
import { dotted, formatDuration } from '../text/format';

/** Why a tile has no data, or none that is newer, and in how long it asks again. */
export function reasonOf(
  failure: DataError | null,
  retryAt: number | null,
  words: Words,
  lang: string,
): string {
  if (!failure) return words.errors.offline({});
  const { code, status, url, file, message } = failure;
  const wait = (retryAt ?? 0) - Date.now();
  return dotted(
    `${words.errors[code]({ status, url, file, detail: message })} (${code})`,
    wait > 0 && words.retryIn(formatDuration(wait / 1000, { lang })),
  );
}
