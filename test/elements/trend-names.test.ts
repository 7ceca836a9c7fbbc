/** What is written on a trend's chart: no text on another, and every name to be had whole. */
import { expect } from '@open-wc/testing';
import type { TrendLine } from '../../src';
import { clipped, overlapping } from './room-for-text';
import { drawn, room, tile } from './tile';

type Trend = TrendLine & HTMLElement;

const monthOf = (i: number): string => new Date(Date.UTC(2024, i)).toISOString().slice(0, 7);

async function trend(attributes: Record<string, string>, data: unknown, width: number) {
  const box = room();
  box.style.width = `${width}px`;
  const given = { lang: 'en', metric: 'csat', 'time-zone': 'UTC', ...attributes };
  const element = tile('trend-line', { attributes: given, properties: { data }, into: box });
  await drawn(element);
  return element as unknown as Trend;
}

const textsOf = (element: Trend, selector: string): string[] =>
  [...element.shadowRoot!.querySelectorAll(selector)].map((node) => node.textContent.trim());

describe('the name of what is unusual', () => {
  /** Flat months, but for some; the values are wide, so that little room is left. */
  const flat = (odd: Record<number, number>) =>
    Array.from({ length: 24 }, (_, i) => ({ month: monthOf(i), value: odd[i] ?? 50 + (i % 3) }));

  for (const lang of ['en', 'id'])
    for (const width of [160, 240, 480])
      for (const [name, odd] of [
        ['at the beginning', { 0: 95 }],
        ['at the end', { 23: 5 }],
        ['on top, under an event', { 11: 99, 12: 98 }],
        ['side by side', { 4: 8, 6: 9, 8: 94 }],
      ] as const)
        it(`lies on no other text: ${name}, ${width} px, in ${lang}`, async () => {
          const events = '[{"date":"2024-12-03","label":"New IVR"}]';
          const element = await trend({ unusual: '', events, lang }, flat(odd), width);
          expect(element.shadowRoot!.querySelectorAll('.odd').length).to.equal(1);
          expect(overlapping(element)).to.deep.equal([]);
          expect(clipped(element)).to.deep.equal([]);
        });

  it('stands beside a ring where there is room', async () => {
    const element = await trend({ unusual: '' }, flat({ 4: 8, 20: 94 }), 480);
    expect(textsOf(element, 'text.halo')).to.deep.equal(['Unusual', 'Unusual']);
  });
});
