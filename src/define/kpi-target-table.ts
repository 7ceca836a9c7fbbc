import { KpiTargetTable } from '../elements/kpi-target-table';
import { defineOne } from './define-one';

declare global {
  interface HTMLElementTagNameMap {
    'kpi-target-table': KpiTargetTable;
  }
}

defineOne('kpi-target-table', KpiTargetTable);
