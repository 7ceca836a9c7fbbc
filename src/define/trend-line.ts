import { TrendLine } from '../elements/trend-line';
import { defineOne } from './define-one';

declare global {
  interface HTMLElementTagNameMap {
    'trend-line': TrendLine;
  }
}

defineOne('trend-line', TrendLine);
