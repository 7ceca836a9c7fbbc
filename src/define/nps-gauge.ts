import { NpsGauge } from '../elements/nps-gauge';
import { defineOne } from './define-one';

declare global {
  interface HTMLElementTagNameMap {
    'nps-gauge': NpsGauge;
  }
}

defineOne('nps-gauge', NpsGauge);
