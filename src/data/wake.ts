import type { Wake } from './surroundings';

/** Shortest time between polls, and between the tries that focus makes, in milliseconds. */
export const shortest = 5000;

/** What a source was doing when the page came back. */
export interface Situation {
  visible: boolean;
  /** A request came due while the page was hidden or offline. */
  overdue: boolean;
  /** The last request failed. */
  failing: boolean;
  /** Milliseconds since it began. */
  since: number;
}

/**
 * Whether to ask again, now, or within a second, since everybody's network
 * comes back at once.
 */
export function responseTo(wake: Wake, now: Situation): 'now' | 'soon' | null {
  const retry = now.failing && now.since >= shortest;
  switch (wake) {
    case 'online':
      return now.overdue || now.failing ? 'soon' : null;
    case 'restored':
      return 'now';
    case 'visible':
    case 'resume':
      return now.visible && (now.overdue || retry) ? 'now' : null;
    case 'focus':
      return retry ? 'now' : null;
    default:
      return null;
  }
}
