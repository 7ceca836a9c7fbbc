import { CsatCard } from '../elements/csat-card';
import { defineOne } from './define-one';

declare global {
  interface HTMLElementTagNameMap {
    'csat-card': CsatCard;
  }
}

defineOne('csat-card', CsatCard);
