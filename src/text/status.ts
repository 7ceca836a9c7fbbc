/** A status against a target, in the words of its direction. */
import type { Unit } from '../metrics/metric';
import { catalogueFor } from './catalogue';
import { formatTarget, type FormatOptions, type TargetLike } from './format';

export type StatusName = 'met' | 'near' | 'missed' | 'no-data';

/**
 * "Melebihi target" for 2,5 minutes against < 2, "Di bawah target" for 85%
 * against > 90%: which side of the target the value lies on, not only that it
 * missed. With `withTarget` the target follows: "Di bawah target 90%".
 */
export function statusText(
  status: StatusName,
  value: number | null,
  target: TargetLike,
  unit: Unit,
  o: FormatOptions & { withTarget?: boolean },
): string {
  const t = catalogueFor(o.lang);
  if (status === 'no-data' || value === null) return t.noData;
  const key = status === 'missed' ? (value > target.high ? 'above' : 'below') : status;
  if (!o.withTarget) return t[key];
  const limit = formatTarget(target, unit, { ...o, bare: true });
  return t[`${key}Target`]?.(limit) ?? `${t[key]} ${limit}`;
}

/** "2 tercapai · 1 dekat batas · 2 perlu tindakan"; what counts none is left out. Rows that nobody judges have none. */
export function statusCounts(statuses: readonly (StatusName | undefined)[], lang: string): string {
  const t = catalogueFor(lang);
  const parts = [
    ['met', t.countMet],
    ['near', t.countNear],
    ['missed', t.countMissed],
    ['no-data', t.countNoData],
  ] as const;
  return parts
    .map(([status, say]) => {
      const count = statuses.filter((one) => one === status).length;
      return count && say(`${count}`);
    })
    .filter(Boolean)
    .join(' · ');
}
