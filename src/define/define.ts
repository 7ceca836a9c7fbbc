import { CsatCard } from '../elements/csat-card';
import { KpiTargetTable } from '../elements/kpi-target-table';
import { NpsGauge } from '../elements/nps-gauge';
import { TrendLine } from '../elements/trend-line';
import { defineOne } from './define-one';

const elements: Readonly<Record<string, CustomElementConstructor>> = {
  'nps-gauge': NpsGauge,
  'csat-card': CsatCard,
  'kpi-target-table': KpiTargetTable,
  'trend-line': TrendLine,
};

/**
 * Registers every element, each under its tag with `prefix` before it
 * (`define({ prefix: 'acme-' })` gives `acme-nps-gauge`). Tags that are taken
 * are left alone.
 */
export function define({ prefix = '' }: { prefix?: string } = {}): void {
  for (const [tag, element] of Object.entries(elements)) {
    // One class can have one tag only, so a prefixed one is a subclass.
    defineOne(prefix + tag, prefix ? class extends (element as typeof NpsGauge) {} : element);
  }
}
