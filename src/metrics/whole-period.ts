import type { Result } from './metric';

/**
 * Whether part of a period has another value by nature than all of it: contacts that came,
 * customers who left. Shares of answers and waits are only less sure, which their interval says.
 */
export const needsWholePeriod = ({ metric, unit }: Pick<Result, 'metric' | 'unit'>): boolean =>
  unit === 'count' || metric === 'churn' || metric === 'retention';
