// The price of the framework alone: a gauge of 30 nodes in one Lit element, with no state, no words,
// no checks and no style sheet to speak of.
import { LitElement, css, html } from 'lit';

const arc = 'M30 120A90 90 0 0 1 210 120';
const length = Math.PI * 90;

export class BareLit extends LitElement {
  static properties = { data: { attribute: false } };

  static styles = css`
    :host {
      display: block;
    }
  `;

  render() {
    const { promoters, passives, detractors } = this.data;
    const share = length / (promoters + passives + detractors);
    const score = promoters - detractors;
    const stretch = (start, size) => `0 ${start * share} ${size * share} ${length}`;
    return html`<svg viewBox="0 0 240 140" width="240" height="140" role="img">
      <title>NPS ${score}</title>
      <g fill="none" stroke-width="20">
        <path d=${arc} stroke="#eee" />
        <path d=${arc} stroke="#c62828" stroke-dasharray=${stretch(0, detractors)} />
        <path d=${arc} stroke="#f9a825" stroke-dasharray=${stretch(detractors, passives)} />
        <path
          d=${arc}
          stroke="#2e7d32"
          stroke-dasharray=${stretch(detractors + passives, promoters)}
        />
      </g>
      <g stroke="#999">
        <path d="M17 120H12" />
        <path d="M22 88L17 87" />
        <path d="M37 59L33 57" />
        <path d="M59 37L57 33" />
        <path d="M88 22L87 17" />
        <path d="M120 17V12" />
        <path d="M152 22L153 17" />
        <path d="M181 37L183 33" />
        <path d="M203 59L207 57" />
        <path d="M218 88L223 87" />
        <path d="M223 120H228" />
      </g>
      <path d="M120 120H40" stroke="#333" transform="rotate(${(score + 100) * 0.9} 120 120)" />
      <text x="120" y="110" text-anchor="middle" font-size="28">${score}</text>
      <text x="30" y="138" font-size="10">-100</text>
      <text x="210" y="138" font-size="10" text-anchor="end">100</text>
    </svg>`;
  }
}
